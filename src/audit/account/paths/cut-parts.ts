/** Entries of a statement that let a request through, where others would stay: a smaller cut than the statement. */
import { listPolicies, type Scenario } from '../../../case/scenario';
import type { StatementRef } from '../../../engine/evaluation';
import { isObject } from '../../../intake/evidence/values';
import { globMatches, globOf } from '../../../language/glob';
import type { AccountQuestion } from '../principal-case';
import type { CutPart } from './types';

/** Of its actions, of its resources, or of both; none where every entry fits the request. */
export function cutParts(
  scenario: Scenario,
  { layer, policy, statement }: StatementRef,
  { action, resource }: AccountQuestion,
): readonly CutPart[] {
  const found = listPolicies(scenario.policies).find(
    (entry) => entry.address.layer === layer && entry.policy.name === policy,
  );
  const document = found?.policy.document;
  const list: unknown = isObject(document) ? document['Statement'] : undefined;
  const own: unknown = Array.isArray(list) ? list[statement] : list;
  if (!isObject(own)) return [];
  const part = (element: CutPart['element'], fits: (value: string) => boolean): readonly CutPart[] => {
    const entries: unknown = own[element];
    if (!Array.isArray(entries)) return [];
    const values = entries.filter((value): value is string => typeof value === 'string' && fits(value));
    return values.length === 0 || values.length === entries.length ? [] : [{ element, values }];
  };
  return [
    ...part('Action', (value) => globMatches(globOf(value.toLowerCase()), action.toLowerCase())),
    ...part('Resource', (value) => globMatches(globOf(value), resource)),
  ];
}
