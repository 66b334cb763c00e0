import type { ReactElement } from 'react';
import { setLayerSupposed } from '../../case/edits';
import type { Hang } from '../../explain/types';
import { plain } from '../../explain/rich';
import { useVerdict } from '../../store/store';
import { RichText } from '../../ui/RichText';

/** What the verdict depends on, what it would change, and the one click that settles it. */
export function HangCard({ hang }: { readonly hang: Hang }): ReactElement {
  const act = useHangAction();
  return (
    <li className="card" title={`${plain(hang.label)}: ${plain(hang.effect)}`}>
      <b className="cut">
        <RichText text={hang.label} />
      </b>
      <span className="dim cut">
        <RichText text={hang.effect} />
      </span>
      <button
        className="btn sm"
        aria-label={`${hang.actionLabel}: ${plain(hang.label)}`}
        onClick={() => act(hang)}
      >
        {hang.actionLabel}
      </button>
    </li>
  );
}

function useHangAction(): (hang: Hang) => void {
  const { edit, say, want, open, show, setNarrowTab } = useVerdict.getState();
  return ({ dependency, label, action }) => {
    switch (dependency.kind) {
      case 'key':
        if (action === 'fillPlaceholder') show('placeholders');
        else want({ kind: 'key', key: dependency.key });
        break;
      case 'request':
        want({ kind: 'field', field: dependency.field });
        break;
      case 'policy':
        setNarrowTab('policies');
        open(dependency.address, { focus: true });
        break;
      case 'layer':
        edit((scenario) => setLayerSupposed(scenario, dependency.layer));
        say(`Supposing that they allow: ${plain(label)}`, { undo: true });
    }
  };
}
