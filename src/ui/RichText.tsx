import type { ReactElement } from 'react';

/** Runs of text; `code` in the code face, `strong` bold. */
export type RichRuns = readonly (string | { readonly code: string } | { readonly strong: string })[];

export function RichText({ text }: { readonly text: RichRuns }): ReactElement {
  return (
    <>
      {text.map((run, index) => {
        if (typeof run === 'string') return run;
        if ('code' in run) return <code key={index}>{run.code}</code>;
        return <b key={index}>{run.strong}</b>;
      })}
    </>
  );
}
