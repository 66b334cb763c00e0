import type { ReactElement } from 'react';
import { JsonLine } from '../../ui/JsonLine';
import type { Piece } from './lines';

interface TextLineProps {
  /** From 1. */
  readonly number: number;
  readonly pieces: readonly Piece[];
  /** A line that was not there before; undefined in a text where no line can be new. */
  readonly added?: boolean;
}

/** A line of a policy. What is too long goes on under its own beginning, not under the numbers. */
export function TextLine({ number, pieces, added }: TextLineProps): ReactElement {
  const [first] = pieces;
  const indent = /^ */.exec(first?.text ?? '')![0].length;
  const text = pieces.map((piece, at) => <Part key={at} piece={piece} />);
  return (
    <div className="tg-tl" style={{ '--indent': `${indent + 2}ch` } as React.CSSProperties}>
      <span className="tg-no" aria-hidden="true">
        {number}
      </span>
      {added !== undefined && (
        <span className="tg-sign" aria-hidden="true">
          {added ? '+' : ''}
        </span>
      )}
      {added === true ? <ins>{text}</ins> : <span className="tg-whole">{text}</span>}
    </div>
  );
}

function Part({ piece: { text, struck } }: { readonly piece: Piece }): ReactElement {
  if (struck === undefined) return <JsonLine text={text} />;
  return (
    <del>
      <span className="hidden-text">{struck}: </span>
      <JsonLine text={text} />
    </del>
  );
}
