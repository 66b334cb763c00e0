import type { ReactElement } from 'react';

/** The shapes of outcomes: a word always stands beside them, or the label says it. */
export type GlyphKind = 'allow' | 'pass' | 'explicit' | 'implicit' | 'unknown' | 'none' | 'miss' | 'empty';

const STROKE = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

/** Drawn on a grid of 16 with `--c` for the colour and `--surface` for what lies under it. */
export const GLYPH_SHAPES: Record<GlyphKind, ReactElement> = {
  allow: (
    <>
      <circle cx="8" cy="8" r="7" fill="var(--c)" />
      <path d="M4.8 8.3l2.2 2.2 4.3-4.7" {...STROKE} stroke="var(--surface)" strokeWidth="1.9" />
    </>
  ),
  pass: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="var(--surface)" stroke="var(--c)" strokeWidth="1.5" />
      <path d="M5.2 8.2l1.9 1.9 3.7-4" {...STROKE} stroke="var(--c)" strokeWidth="1.6" />
    </>
  ),
  explicit: (
    <>
      <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill="var(--c)" />
      <path d="M5.5 5.5l5 5m0-5l-5 5" {...STROKE} stroke="var(--surface)" strokeWidth="1.9" />
    </>
  ),
  implicit: (
    <>
      <path
        d="M8 1.3L14.7 8 8 14.7 1.3 8z"
        fill="var(--surface)"
        stroke="var(--c)"
        strokeWidth="1.8"
        strokeLinejoin="round"
      />
      <path d="M5.6 8h4.8" {...STROKE} stroke="var(--c)" strokeWidth="1.9" />
    </>
  ),
  unknown: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="3.5" fill="var(--surface)" />
      <path
        d="M1.5 5.7V4.5a3 3 0 0 1 3-3h1.2M10.3 1.5h1.2a3 3 0 0 1 3 3v1.2M14.5 10.3v1.2a3 3 0 0 1-3 3h-1.2M5.7 14.5H4.5a3 3 0 0 1-3-3v-1.2"
        {...STROKE}
        stroke="var(--c)"
        strokeWidth="1.6"
      />
      <path d="M6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.3" {...STROKE} stroke="var(--c)" strokeWidth="1.7" />
      <circle cx="8" cy="11.7" r="1.05" fill="var(--c)" />
    </>
  ),
  none: <path d="M4.5 8h7" {...STROKE} stroke="var(--c)" strokeWidth="1.6" strokeDasharray="1.6 2.6" />,
  miss: <circle cx="8" cy="8" r="3.4" fill="var(--surface)" stroke="var(--c)" strokeWidth="1.5" />,
  empty: (
    <>
      <path d="M1.5 8h13" {...STROKE} stroke="var(--edge)" strokeWidth="1.1" strokeDasharray="0.1 2.5" />
      <path d="M8 2.5v2.6M8 10.9v2.6" {...STROKE} stroke="var(--ink-3)" strokeWidth="1.5" />
    </>
  ),
};

const WORDS: Record<GlyphKind, string> = {
  allow: 'Allows',
  pass: 'Passes',
  explicit: 'Explicit deny',
  implicit: 'No Allow',
  unknown: 'Not known',
  none: 'Not in play',
  miss: 'No match',
  empty: 'No verdict yet',
};

interface GlyphProps {
  readonly kind: GlyphKind;
  readonly size?: number;
  /** Read aloud; an empty label hides the glyph where a word stands beside it. */
  readonly label?: string;
  /** Inside another SVG: the centre. */
  readonly at?: { readonly x: number; readonly y: number };
}

export function Glyph({ kind, size = 16, label = WORDS[kind], at }: GlyphProps): ReactElement {
  const place = at ? { x: at.x - size / 2, y: at.y - size / 2 } : {};
  const voice = label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className={`glyph k-${kind}`} width={size} height={size} viewBox="0 0 16 16" {...place} {...voice}>
      {GLYPH_SHAPES[kind]}
    </svg>
  );
}
