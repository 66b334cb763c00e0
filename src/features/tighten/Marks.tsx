import type { ReactElement } from 'react';

/** What the evidence says of an action or service: used, looked for and not found, or nothing. */
export type UseKind = 'used' | 'unused' | 'nodata';

const SHAPES: Record<UseKind, ReactElement> = {
  used: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="var(--ink-2)" strokeWidth="1.5" />
      <path
        d="M5.2 8.2l2 2 3.6-4.2"
        fill="none"
        stroke="var(--ink-2)"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </>
  ),
  unused: <circle cx="8" cy="8" r="2.9" fill="none" stroke="var(--ink-3)" strokeWidth="1.5" />,
  nodata: (
    <>
      <path d="M6 2.6H3v10.8h3M10 2.6h3v10.8h-3" fill="none" stroke="var(--unknown)" strokeWidth="1.5" />
      <path
        d="M6.5 6.5a1.6 1.6 0 1 1 2.3 1.4c-.5.3-.8.5-.8 1M8 10.8v.1"
        fill="none"
        stroke="var(--unknown)"
        strokeWidth="1.3"
        strokeLinecap="round"
      />
    </>
  ),
};

/** Silent: a word always stands beside it. */
export function UseMark({
  kind,
  size = 15,
}: {
  readonly kind: UseKind;
  readonly size?: number;
}): ReactElement {
  return (
    <svg className="tg-mark" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[kind]}
    </svg>
  );
}

/** The new policy inside the old one: the dashed ring is before. */
export function NarrowerMark({ size = 38 }: { readonly size?: number }): ReactElement {
  return (
    <svg className="tg-mark" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <circle
        cx="8"
        cy="8"
        r="6.9"
        fill="none"
        stroke="var(--ink-2)"
        strokeWidth="1"
        strokeDasharray="1.5 1.3"
      />
      <circle cx="8" cy="8" r="3.4" fill="none" stroke="var(--ink)" strokeWidth="1.6" />
    </svg>
  );
}
