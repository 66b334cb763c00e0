import type { ReactElement } from 'react';
import type { Decision } from '../../engine/evaluation';
import { useEvaluation, useExplanation } from '../../store/selectors';
import { useVerdict } from '../../store/store';

const LABELS: Record<Decision, string | undefined> = {
  ImplicitlyDenied: 'How to allow it',
  ExplicitlyDenied: 'How to allow it',
  Allowed: 'How to deny it',
  // The cards say what it depends on; before that nothing can be changed.
  Undetermined: undefined,
};

/** From the verdict to what would turn it. */
export function ChangeButton({ className }: { readonly className: string }): ReactElement | null {
  const { decision } = useEvaluation();
  const { lead } = useExplanation();
  const show = useVerdict((state) => state.show);
  const label = LABELS[decision];
  if (label === undefined || lead === '') return null;
  return (
    <button className={`btn ${className}`} aria-haspopup="dialog" onClick={() => show('changes')}>
      {label}
    </button>
  );
}
