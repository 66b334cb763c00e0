import type { ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import TestsPanel from './TestsPanel';

/** The tests in the editor's place. */
export default function TestsTable(): ReactElement {
  const openSlot = useVerdict((state) => state.openSlot);
  return (
    <section className="panel" aria-labelledby="tests-title">
      <div className="head">
        <h2 className="grow" id="tests-title">
          Tests
        </h2>
        <button className="btn sm icon" aria-label="Back to the policy" onClick={() => openSlot(undefined)}>
          <Icon name="cross" />
        </button>
      </div>
      <div className="body">
        <TestsPanel />
      </div>
    </section>
  );
}
