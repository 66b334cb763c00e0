import type { ReactElement } from 'react';
import { mayNeedMore } from '../../catalog/also-needs';
import { useCase, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';

/** Beside the verdict of a single request, where AWS may check more for the same call. */
export function AlsoNeedsButton(): ReactElement | null {
  const { linked } = useCase();
  const { request } = useScenario();
  const show = useVerdict((state) => state.show);
  if (linked !== undefined || !mayNeedMore(request.action)) return null;
  return (
    <button
      className="btn sm verdict-more"
      aria-haspopup="dialog"
      title="AWS may check more than this one request for the same call"
      onClick={() => show('alsoNeeds')}
    >
      Other permissions this call needs
    </button>
  );
}
