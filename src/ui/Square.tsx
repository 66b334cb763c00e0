import type { ReactElement } from 'react';

/** A test or guard: holds, or fails. Squares are never outcomes; circle, octagon and diamond always are. */
export function Square({
  holds,
  size = 14,
  label = holds ? 'Holds' : 'Fails',
}: {
  readonly holds: boolean;
  readonly size?: number;
  /** An empty label hides it where a word stands beside it. */
  readonly label?: string;
}): ReactElement {
  const voice = label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className="glyph" width={size} height={size} viewBox="0 0 14 14" {...voice}>
      {holds ? (
        <>
          <rect
            x="1.2"
            y="1.2"
            width="11.6"
            height="11.6"
            rx="2.5"
            fill="none"
            stroke="var(--ink-3)"
            strokeWidth="1.4"
          />
          <path
            d="M4.2 7.2l2 2 3.7-4.2"
            fill="none"
            stroke="var(--ink-2)"
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      ) : (
        <>
          <rect x=".5" y=".5" width="13" height="13" rx="3" fill="var(--deny)" />
          <path d="M7 3.6v4.3M7 10.3v.1" stroke="var(--surface)" strokeWidth="1.9" strokeLinecap="round" />
        </>
      )}
    </svg>
  );
}
