import type { ReactElement } from 'react';
import type { LessonState } from './state';

const SHAPES: Readonly<Record<LessonState, ReactElement>> = {
  new: <circle cx="8" cy="8" r="4.6" strokeWidth="1.3" />,
  seen: (
    <>
      <circle cx="8" cy="8" r="5.6" strokeWidth="1.4" />
      <path d="M5.2 8.2l1.9 1.9 3.7-4" strokeWidth="1.6" />
    </>
  ),
  done: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="currentColor" stroke="none" />
      <path d="M5 8.2l2.1 2.1 4-4.4" stroke="var(--surface)" strokeWidth="1.7" />
    </>
  ),
  due: (
    <>
      <path d="M13.3 8a5.3 5.3 0 1 1-1.7-3.9M13.6 2.2v3h-3" strokeWidth="1.4" />
      <path d="M8 5.4V8l1.7 1.1" strokeWidth="1.3" />
    </>
  ),
  skip: <path d="M3.5 8H6M9.5 8H12" strokeWidth="1.6" />,
};

/** Five marks that differ by shape; colour says nothing. */
export function LessonMark({ state }: { readonly state: LessonState }): ReactElement {
  return (
    <svg
      className="learn-mark"
      width="14"
      height="14"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {SHAPES[state]}
    </svg>
  );
}
