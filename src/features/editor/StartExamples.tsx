import type { ReactElement } from 'react';
import { TITLE_GROUPS } from '../../examples/titles';
import { openExample } from '../../store/openExample';

const SHOWN = 3;

/** The first worked cases, one press away. */
export default function StartExamples(): ReactElement {
  const first = TITLE_GROUPS[0]?.titles.slice(0, SHOWN) ?? [];
  return (
    <>
      <span className="dim">For example:</span>
      {first.map(({ id, title, question }) => (
        <button key={id} className="link" title={question} onClick={() => void openExample(id)}>
          {title}
        </button>
      ))}
    </>
  );
}
