/** What becomes of the resources of each old statement: its Resource, or NotResource, beside those that the events needed. */
import { globCovers } from '../../language/glob-relations';
import { treeOf } from './expand';
import type { OldPolicy, PlacedVerdict, TightenedPolicy } from './rewrite';
import type { MadeStatement } from './statements';

export interface ResourceVerdict {
  readonly policy: number;
  readonly statement: number;
  /** NotResource: its values name what is left out. */
  readonly not: boolean;
  /** In the order of the old statement. */
  readonly values: readonly string[];
  /** Numbers of the values that stand in no statement of the result that takes the place of this one. */
  readonly gone: readonly number[];
  /** The resources that stand for them; none where nothing of the statement is left. */
  readonly after: readonly string[];
}

/**
 * Of the statements that are not there any more: a statement that keeps an action keeps its resources too, and is not listed.
 * What the events needed counts for each old statement that granted it.
 */
export function resourceVerdicts(
  policies: readonly OldPolicy[],
  tightened: readonly TightenedPolicy[],
  verdicts: readonly PlacedVerdict[],
  made: readonly MadeStatement[],
): readonly ResourceVerdict[] {
  return policies.flatMap(({ document }, policy) => {
    const removed = new Set(tightened[policy]?.removed);
    return (treeOf(document)?.statements ?? []).flatMap(({ index, resource }): readonly ResourceVerdict[] => {
      if (!removed.has(index) || resource === undefined) return [];
      const { values, not } = resource;
      const struck = new Set(
        verdicts.flatMap((verdict) =>
          verdict.policy === policy && verdict.statement === index ? verdict.struck : [],
        ),
      );
      const after = new Set(
        made
          .filter(({ actions }) => actions.some((action) => struck.has(action)))
          .flatMap(({ resources }) => resources)
          .filter((own) => not || values.some((value) => globCovers(value, own))),
      );
      const gone = values.flatMap((value, at) => (!not && after.has(value) ? [] : [at]));
      return [{ policy, statement: index, not, values, gone, after: [...after] }];
    });
  });
}
