import type { ReactElement } from 'react';
import { replaceFragment } from '../../store/browser/fragment';
import { goTo } from '../../store/router';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/pop/Modal';

/** A link arrived while there is work on the page: nothing is replaced without an answer. */
export function IncomingLink(): ReactElement | null {
  const offered = useVerdict((state) => state.offered);
  const offer = useVerdict((state) => state.offer);
  const replace = useVerdict((state) => state.replace);
  const present = useVerdict(({ history }) => history.present);
  const keepCase = useVerdict((state) => state.keep);
  if (offered === undefined) return null;
  const keep = (): void => {
    replaceFragment('');
    offer(undefined);
  };
  return (
    <Modal title="Open the case from the link?" role="alertdialog" onClose={keep}>
      <p>
        The link holds <b>{offered.title ?? 'an untitled case'}</b>. You have work on this page; opening the
        link puts it aside, and Undo brings it back.
      </p>
      <div className="actions">
        <button className="btn line" onClick={keep}>
          Keep my work
        </button>
        <button
          className="btn line"
          onClick={() => {
            keepCase(present);
            replace(offered, 'Opened the case from the link. Yours is “before”.');
            useVerdict.getState().cameByLink(offered);
            offer(undefined);
            goTo('compare');
          }}
        >
          Compare with mine
        </button>
        <button
          className="btn main"
          autoFocus
          onClick={() => {
            replace(offered, 'Opened the case from the link');
            useVerdict.getState().cameByLink(offered);
            offer(undefined);
          }}
        >
          Open the link
        </button>
      </div>
    </Modal>
  );
}
