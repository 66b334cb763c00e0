import { useMemo, type ReactElement } from 'react';
import { secondClause } from '../../explain/drawing/second';
import { useEvaluation } from '../../store/selectors';
import { useSettled } from '../../store/later';
import { evaluationOf } from '../../store/derive';
import { secondRefusalOf } from '../../store/picture';
import { useVerdict } from '../../store/store';

/** Beside a denial: what would refuse the request next, with its line. */
export function SecondRefusal(): ReactElement | null {
  const scenario = useSettled();
  const now = useEvaluation();
  const evaluation = evaluationOf(scenario);
  const open = useVerdict((state) => state.open);
  const clause = useMemo(() => {
    const second = secondRefusalOf(scenario);
    return second && secondClause(scenario, evaluation, second);
  }, [scenario, evaluation]);
  // It is worked out behind the verdict, and says nothing of one that is newer.
  if (!clause || now !== evaluation) return null;
  const { lead, rest, address, statement, path, link } = clause;
  return (
    <p className="clause">
      <b>{lead}</b> {rest}
      {link !== undefined && address !== undefined && (
        <>
          :{' '}
          <button className="link" onClick={() => open(address, { statement, path, focus: true })}>
            {link}
          </button>
        </>
      )}
    </p>
  );
}
