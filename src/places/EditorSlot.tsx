import { lazy, Suspense, type KeyboardEvent, type ReactElement } from 'react';
import { EditorPanel } from '../features/editor/EditorPanel';
import { ProblemsPanel } from '../features/problems/ProblemsPanel';
import type { Slot } from '../store/state';
import { useVerdict } from '../store/store';
import { PartBoundary } from '../ui/PartBoundary';

const ActionsPanel = lazy(() => import('../features/sweep/ActionsPanel'));
const TestsTable = lazy(() => import('../features/tests/TestsTable'));

const PANELS: Record<Slot, ReactElement> = { actions: <ActionsPanel />, tests: <TestsTable /> };

/** The editor, or what is worked in instead of it; the editor stays as it is underneath. */
export function EditorSlot(): ReactElement {
  const slot = useVerdict((state) => state.slot);
  const openSlot = useVerdict((state) => state.openSlot);
  /** Escape goes back to the policy, and the focus to the row that opened it; in a field it is the field's own. */
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest('input, select, textarea')) return;
    const opener = document.querySelector<HTMLElement>('.tool.open');
    openSlot(undefined);
    opener?.focus();
  };
  return (
    <div className="text-column">
      <div className="text-under" inert={slot !== undefined}>
        <EditorPanel />
        <ProblemsPanel />
      </div>
      {slot !== undefined && (
        <div className="text-over" role="presentation" onKeyDown={leave}>
          <PartBoundary>
            <Suspense fallback={null}>{PANELS[slot]}</Suspense>
          </PartBoundary>
        </div>
      )}
    </div>
  );
}
