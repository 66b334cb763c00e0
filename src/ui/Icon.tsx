import { memo, type ReactElement } from 'react';

const PATHS = {
  tick: <path d="M2 6.3l2.4 2.4L10 3.2" />,
  cross: <path d="M2.8 2.8l6.4 6.4m0-6.4L2.8 9.2" />,
  query: <path d="M4 4.3a2 2 0 1 1 2.9 1.8c-.6.3-.9.6-.9 1.3M6 9.7v.1" />,
  down: <path d="M3 4.5l3 3 3-3" />,
  up: <path d="M3 7.5l3-3 3 3" />,
  right: <path d="M4.5 3l3 3-3 3" />,
  left: <path d="M7.5 3l-3 3 3 3" />,
  plus: <path d="M6 2v8M2 6h8" />,
  undo: <path d="M2 5h5a3 3 0 0 1 0 6H5M4.5 2.2L1.8 5l2.7 2.8" />,
  redo: <path d="M10 5H5a3 3 0 0 0 0 6h2M7.5 2.2L10.2 5 7.5 7.8" />,
  moon: <path d="M10 7.4A4.3 4.3 0 1 1 4.6 2a3.5 3.5 0 0 0 5.4 5.4z" />,
  sun: (
    <>
      <circle cx="6" cy="6" r="2" />
      <path d="M6 .7v.7M6 10.6v.7M.7 6h.7M10.6 6h.7M2.25 2.25l.5.5M9.25 9.25l.5.5M9.75 2.25l-.5.5M2.75 9.25l-.5.5" />
    </>
  ),
  system: (
    <>
      <circle cx="6" cy="6" r="4.2" />
      <path d="M6 1.8v8.4" />
      <path d="M6 2.2a3.8 3.8 0 0 1 0 7.6z" fill="currentColor" />
    </>
  ),
  lock: (
    <>
      <rect x="2.5" y="5.5" width="7" height="5" rx="1" />
      <path d="M4 5.5V4a2 2 0 0 1 4 0v1.5" />
    </>
  ),
  note: (
    <>
      <circle cx="6" cy="6" r="4.6" />
      <path d="M6 5.6v2.7M6 3.7v.01" />
    </>
  ),
  search: (
    <>
      <circle cx="5.2" cy="5.2" r="3.4" />
      <path d="M7.8 7.8l2.7 2.7" />
    </>
  ),
  swap: <path d="M2 4h7.5M7.5 1.8L9.8 4 7.5 6.2M10 8H2.5M4.5 5.8L2.2 8l2.3 2.2" />,
  file: <path d="M3 1.5h4L9.5 4v6.5H3zM7 1.5V4h2.5" />,
  clip: (
    <>
      <rect x="2.5" y="2.5" width="7" height="8" rx="1" />
      <path d="M4.5 2.5v-1h3v1" />
    </>
  ),
  go: <path d="M2 6h7.5M7 3.3L9.7 6 7 8.7" />,
  gates: <path d="M2 6h8M4.3 3v6M7.7 3v6" />,
  pen: <path d="M2.2 9.8l.5-2.2L8 2.3l1.7 1.7-5.3 5.3z" />,
  eye: (
    <>
      <path d="M1 6s1.9-3.1 5-3.1S11 6 11 6 9.1 9.1 6 9.1 1 6 1 6z" />
      <circle cx="6" cy="6" r="1.3" />
    </>
  ),
  kebab: <path d="M6 2.5v.01M6 6v.01M6 9.5v.01" />,
  copy: (
    <>
      <rect x="4" y="4" width="6" height="6.5" rx="1" />
      <path d="M8 4V2.5a1 1 0 0 0-1-1H3a1 1 0 0 0-1 1V7a1 1 0 0 0 1 1h1" />
    </>
  ),
  play: <path d="M3.5 2.2v7.6L9.5 6z" />,
  pause: <path d="M4 2.5v7M8 2.5v7" />,
  warning: (
    <>
      <path d="M6 1.4l5 9H1z" />
      <path d="M6 4.8v2.4M6 8.9v.01" />
    </>
  ),
} as const;

export type IconName = keyof typeof PATHS;

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
}

/** A small line drawing. It says nothing by itself: the control that holds it has a label. */
export const Icon = memo(function Icon({ name, size = 12 }: IconProps): ReactElement {
  return (
    <svg
      className={`icon icon-${name}`}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {PATHS[name]}
    </svg>
  );
});
