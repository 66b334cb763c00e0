import type { ReactElement } from 'react';

/** The drawings of places with nothing in them yet, 38 pixels wide. */
export type EmptyMark = 'sets' | 'shrink' | 'gate' | 'lesson';

const DASHED = { fill: 'none', stroke: 'var(--edge)', strokeWidth: 1, strokeDasharray: '1.5 1.3' } as const;

const SHAPES: Record<EmptyMark, ReactElement> = {
  sets: (
    <>
      <circle cx="5.8" cy="8" r="4.6" {...DASHED} />
      <circle cx="10.2" cy="8" r="4.6" {...DASHED} />
    </>
  ),
  shrink: (
    <>
      <circle cx="8" cy="8" r="6.9" {...DASHED} />
      <circle cx="8" cy="8" r="3.4" {...DASHED} />
    </>
  ),
  gate: (
    <>
      <path d="M1.3 8h13.4" stroke="var(--edge)" strokeLinecap="round" strokeDasharray="0.05 2.5" />
      <path d="M8 2.6v2.5M8 10.9v2.5" stroke="var(--ink-3)" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  lesson: (
    <>
      <path d="M1.3 8h8.5" stroke="var(--edge)" strokeLinecap="round" strokeDasharray="0.05 2.5" />
      <circle cx="12" cy="8" r="2.6" {...DASHED} />
    </>
  ),
};

export function PlaceMark({ kind }: { readonly kind: EmptyMark }): ReactElement {
  return (
    <svg className="glyph" width="38" height="38" viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[kind]}
    </svg>
  );
}
