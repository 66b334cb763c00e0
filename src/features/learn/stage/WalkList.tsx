import type { ReactElement } from 'react';
import type { Scenario } from '../../../case/scenario';
import { stepNumber } from '../../../explain/layers';
import { stepWords } from '../../../explain/steps';
import { evaluationOf } from '../../../store/derive';
import { Glyph } from '../../../ui/Glyph';
import { RichText } from '../../../ui/RichText';
import { isThere } from './hiddenFlow';

interface WalkListProps {
  readonly view: Scenario;
  readonly hidden: boolean;
  readonly open: string | undefined;
  readonly onOpen: (step: string) => void;
}

const LANES = { both: '', caller: 'Caller’s account', resource: 'Resource’s account' } as const;

/** The flow as a list: for the keyboard, for screen readers, for the phone. */
export function WalkList({ view, hidden, open, onOpen }: WalkListProps): ReactElement {
  const evaluation = evaluationOf(view);
  const steps = evaluation.steps.filter(({ id }) => !hidden || id !== 'defaultDeny');
  return (
    <ol className="learn-walk">
      {steps.map((step, index) => {
        const words = stepWords(step, evaluation, view);
        const there = isThere(step.id, view.policies);
        const lane = step.lane !== steps[index - 1]?.lane ? LANES[step.lane] : '';
        if (hidden)
          return (
            <li key={step.id} data-off={!there}>
              {lane !== '' && <p className="learn-lane">{lane}</p>}
              <p className="learn-step">
                <span className="learn-n">{stepNumber(step.id)}</span>
                <b>{words.name}</b>
                <span className="learn-word">{there ? 'Attached' : 'None attached'}</span>
              </p>
            </li>
          );
        return (
          <li key={step.id} className={`k-${words.tone}`} data-off={words.tone === 'none'}>
            {lane !== '' && <p className="learn-lane">{lane}</p>}
            <button
              className="learn-step"
              aria-expanded={open === step.id}
              data-open={open === step.id}
              onClick={() => onOpen(step.id)}
            >
              <span className="learn-n">{stepNumber(step.id)}</span>
              <Glyph kind={words.tone} size={14} label="" />
              <b>{words.name}</b>
              <span className="learn-word word">{words.word}</span>
            </button>
            {open === step.id && (
              <p className="learn-sentence">
                <RichText text={words.sentence} />
              </p>
            )}
          </li>
        );
      })}
      {hidden && <li className="learn-sentence dim">Outcomes appear when you have answered.</li>}
    </ol>
  );
}
