import type { ReactElement } from 'react';
import { Square } from '../../ui/Square';
import { useTests } from './useTests';

/** How many of the tests hold. */
export default function TestsRowCount(): ReactElement {
  const { tests, counts } = useTests();
  return (
    <>
      <Square holds={counts.fails + counts.open === 0} size={13} label="" />
      <span className="grow">Tests</span>
      <span className="dim">
        {counts.passes} of {tests.length}
      </span>
    </>
  );
}
