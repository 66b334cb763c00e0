import type { ReactElement } from 'react';
import { ROTATION_STEPS } from '../../audit/credentials/words';

/** The steps of a rotation as a line of dots; the words beside it say the same. */
export function RotationDots({ step }: { readonly step: number }): ReactElement {
  return (
    <svg className="acct-dots" width="70" height="12" viewBox="0 0 70 12" aria-hidden="true">
      <path d="M6 6h58" stroke="var(--line)" strokeWidth="1.5" />
      {step > 0 && <path d={`M6 6h${step * 14.5}`} stroke="var(--ink)" strokeWidth="1.5" />}
      {ROTATION_STEPS.map((name, at) => (
        <circle
          key={name}
          cx={6 + at * 14.5}
          cy="6"
          r={at === step ? 3.6 : 3}
          fill={at < step ? 'var(--ink)' : 'var(--surface)'}
          stroke={at === step ? 'var(--accent)' : at < step ? 'var(--ink)' : 'var(--edge)'}
          strokeWidth={at === step ? 2.4 : 1.2}
        />
      ))}
    </svg>
  );
}
