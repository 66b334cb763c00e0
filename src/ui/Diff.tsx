import type { ReactElement } from 'react';
import './diff.css';

interface DiffProps {
  readonly label: string;
  readonly lines: readonly { readonly kind: 'same' | 'minus' | 'plus' | 'gap'; readonly text: string }[];
}

const SIGNS = { same: ' ', minus: '−', plus: '+', gap: '⋯' } as const;
const SPOKEN = { same: '', minus: 'removed: ', plus: 'added: ', gap: '' } as const;

/** Lines that went and came, told apart by their sign; tint only repeats it. */
export function Diff({ label, lines }: DiffProps): ReactElement {
  return (
    <div className="diff" role="group" tabIndex={0} aria-label={label}>
      {lines.map(({ kind, text }, index) => (
        <div key={index} className={`diff-line ${kind}`}>
          <span aria-hidden="true">{SIGNS[kind]} </span>
          {SPOKEN[kind] !== '' && <span className="hidden-text">{SPOKEN[kind]}</span>}
          {text}
        </div>
      ))}
    </div>
  );
}
