import type { ReactElement } from 'react';
import type { StepWords } from '../../explain/types';
import { useVerdict } from '../../store/store';
import { RichText } from '../../ui/RichText';

/** Rules told beside the step; each leads to the page of rules. */
export function Notes({ notes }: { readonly notes: StepWords['notes'] }): ReactElement {
  const showRule = useVerdict((state) => state.showRule);
  return (
    <>
      {notes.map(({ text, rule }) => (
        <p key={rule} className="note">
          <RichText text={text} />{' '}
          <button className="link" onClick={() => showRule(rule)}>
            Read the rule
          </button>
        </p>
      ))}
    </>
  );
}
