import type { ReactElement } from 'react';
import { backticks } from '../../ui/backticks';

/** A sentence of a lesson: policy text between backticks, a stressed word between stars. */
export function Prose({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {backticks(text).map((run, index) => {
        if (typeof run !== 'string') return 'code' in run ? <code key={index}>{run.code}</code> : null;
        return run
          .split(/\*([^*]+)\*/)
          .map((part, at) => (at % 2 === 1 ? <em key={`${index}.${at}`}>{part}</em> : part));
      })}
    </>
  );
}
