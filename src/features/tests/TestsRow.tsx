import { lazy, Suspense, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Square } from '../../ui/Square';

const Count = lazy(() => import('./TestsRowCount'));

/** The row under the policies that opens the table of tests. */
export function TestsRow(): ReactElement {
  const hasTests = useVerdict(({ history }) => (history.present.tests?.length ?? 0) > 0);
  const open = useVerdict((state) => state.slot === 'tests');
  const openSlot = useVerdict((state) => state.openSlot);
  return (
    <button
      className={open ? 'tool open' : 'tool'}
      aria-pressed={open}
      onClick={() => openSlot(open ? undefined : 'tests')}
    >
      {hasTests ? (
        <Suspense fallback={<NoCount words="" />}>
          <Count />
        </Suspense>
      ) : (
        <NoCount words="none" />
      )}
    </button>
  );
}

function NoCount({ words }: { readonly words: string }): ReactElement {
  return (
    <>
      <Square holds size={13} label="" />
      <span className="grow">Tests</span>
      <span className="dim">{words}</span>
    </>
  );
}
