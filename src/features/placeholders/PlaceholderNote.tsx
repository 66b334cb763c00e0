import { lazy, type ReactElement } from 'react';
import { openPlaceholders } from '../../case/placeholders';
import { useDialog } from '../../store/dialog';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/pop/Modal';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
import { hangsWords } from './words';
import './placeholders.css';

const PlaceholderForm = lazy(() => import('./PlaceholderForm'));

/** Which statements hang on values that the code did not tell, and the way to fill them in. */
export default function PlaceholderNote(): ReactElement {
  const scenario = useScenario();
  const close = useDialog('placeholders');
  const show = useVerdict((state) => state.show);
  const open = openPlaceholders(scenario);
  return (
    <div className="ph-strip" role="note" aria-label="Placeholders">
      <span>
        <RichText text={backticks(hangsWords(scenario, open))} />
      </span>
      <button className="btn sm line" aria-haspopup="dialog" onClick={() => show('placeholders')}>
        {open.length > 0 ? 'Fill in' : 'Change the values'}
      </button>
      {close && (
        <Modal title="Placeholders" onClose={close}>
          <PlaceholderForm onDone={close} />
        </Modal>
      )}
    </div>
  );
}
