import { lazy, Suspense, type ReactElement } from 'react';
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
  return (
    <div className="text-column">
      <div className="text-under" inert={slot !== undefined}>
        <EditorPanel />
        <ProblemsPanel />
      </div>
      {slot !== undefined && (
        <div className="text-over">
          <PartBoundary>
            <Suspense fallback={null}>{PANELS[slot]}</Suspense>
          </PartBoundary>
        </div>
      )}
    </div>
  );
}
