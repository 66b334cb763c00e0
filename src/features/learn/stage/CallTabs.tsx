import type { ReactElement } from 'react';
import type { Scenario } from '../../../case/scenario';
import { viewsOf } from '../../../call/view';
import { verdictWord } from '../../../explain/verdict';
import { evaluationOf } from '../../../store/derive';
import { Glyph } from '../../../ui/Glyph';

interface CallTabsProps {
  readonly whole: Scenario;
  readonly at: number;
  readonly hidden: boolean;
  readonly onLook: (at: number) => void;
}

/** The requests of a call with several: which one is looked at. */
export function CallTabs({ whole, at, hidden, onLook }: CallTabsProps): ReactElement | null {
  if (whole.linked === undefined) return null;
  return (
    <div className="learn-call" role="group" aria-label="Requests of the call">
      {viewsOf(whole).map((view, index) => (
        <button key={index} className="tb" aria-pressed={index === at} onClick={() => onLook(index)}>
          {!hidden && <Glyph kind={verdictWord(evaluationOf(view)).tone} size={13} />}
          {index + 1} <code>{view.request.action}</code>
          {index > 0 && <span className="dim"> {whole.linked?.[index - 1]?.name}</span>}
        </button>
      ))}
    </div>
  );
}
