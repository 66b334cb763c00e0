import { useMemo, type ReactElement } from 'react';
import { severalTypes } from '../../explain/several-types';
import { list } from '../../explain/rich';
import { useCatalog } from '../../store/catalog';
import { useEvaluation, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';

/** Under the verdict of a call that AWS checks on more resources than the one asked about. */
export default function SeveralTypes(): ReactElement | null {
  const scenario = useScenario();
  const evaluation = useEvaluation();
  const catalog = useCatalog();
  const showRule = useVerdict((state) => state.showRule);
  const found = useMemo(
    () => catalog && severalTypes(scenario, evaluation, catalog),
    [scenario, evaluation, catalog],
  );
  if (!found) return null;
  const { type, known, others, uncovered } = found;
  return (
    <div className="parts-strip" role="note" aria-label="AWS checks more resources">
      <span>
        {known === 'each' ? (
          <>
            AWS checks <code>{scenario.request.action}</code> on each resource of the call: besides the {type}{' '}
            also on {list(others)}.
          </>
        ) : (
          <>
            For <code>{scenario.request.action}</code> AWS’s reference lists {list(others)} too: a call that
            names one is checked on it as well.
          </>
        )}{' '}
        This verdict is for the {type} alone.
        {uncovered.length > 0 && ` No identity policy here allows it on any ${list(uncovered, 'or')}.`}{' '}
        <button className="link" onClick={() => showRule('several-resources')}>
          Read the rule
        </button>
      </span>
    </div>
  );
}
