/** Answers of IAM's policy simulator, all of them: to be set beside Verdict's own. */
import { answersOf } from '../evidence/simulated';
import { at, defined, isObject, listAt } from '../evidence/values';
import type { Source } from './source';
import type { SimulatedResult, SimulationReport } from './types';

export function readSimulationReport(source: Source): SimulationReport | undefined {
  const pages = source.roots.filter((root) => Array.isArray(at(root, 'EvaluationResults')));
  if (pages.length === 0) return undefined;
  return {
    kind: 'simulation',
    results: pages.flatMap((page) => listAt(page, 'EvaluationResults').filter(isObject).flatMap(resultsOf)),
    truncated: pages.every((page) => at(page, 'IsTruncated') === true),
    problems: source.problems,
  };
}

function resultsOf(result: Parameters<typeof answersOf>[0]): readonly SimulatedResult[] {
  return answersOf(result).flatMap(({ action, resource = '*', decision, layer, matched, missing }) =>
    action === undefined
      ? []
      : [
          defined({
            action,
            resource,
            decision,
            missing,
            matched: matched.map(({ policy }) => policy),
            layer,
          }),
        ],
  );
}
