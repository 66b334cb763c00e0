/**
 * Keys that nobody told. Who asks who can do something asks it of every request there may be: by somebody with MFA, from the right
 * network, for the right service. So a key that a policy reads is not known here where Case counts it as absent until it is told.
 * Left out are keys that AWS never sends with such a request, and what the account's own answer tells: tags.
 * IAM User Guide: "AWS global condition context keys", "Actions, resources, and condition keys for AWS services".
 */
import type { ContextValue, Scenario } from '../../case/scenario';
import { isForeignKey } from '../../catalog/foreign-keys';
import { evaluate } from '../../engine/evaluate';
import type { Evaluation } from '../../engine/evaluation';
import { keySent } from '../../engine/request/presence';
import { tagsOf } from '../../intake/account/tags';
import type { Account } from '../../intake/account/read';

export interface AskedCase {
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
}

/**
 * Evaluates a case of an account. Where it is denied as it stands, it is asked again with the keys that nobody told left open; if
 * that may allow it, this is the answer: `Undetermined`, with the keys that it hangs on, in the case too.
 */
export function askOpen(account: Account, scenario: Scenario): AskedCase {
  const evaluation = evaluate(scenario);
  const { decision } = evaluation;
  if (decision === 'Allowed' || decision === 'Undetermined') return { scenario, evaluation };
  const open = withOpenKeys(account, scenario, evaluation.keysRead);
  if (open === undefined) return { scenario, evaluation };
  const again = evaluate(open);
  return again.decision === 'Undetermined' || again.decision === 'Allowed'
    ? { scenario: open, evaluation: again }
    : { scenario, evaluation };
}

/** The case with these keys as far as they can be said of its request; undefined where there is none of them. */
export function withOpenKeys(
  account: Account,
  scenario: Scenario,
  keys: readonly string[],
): Scenario | undefined {
  const { request } = scenario;
  const added = keys.flatMap((key): readonly (readonly [string, ContextValue])[] => {
    const lower = key.toLowerCase();
    // The caller's tags stand in the account's answer: those that do not are not there.
    if (lower.startsWith('aws:principaltag/')) return [];
    if (isForeignKey(key, request.action) || keySent(scenario, key) === 'never') return [];
    const tag = /^(?:aws|iam):resourcetag\/(.+)$/i.exec(key)?.[1];
    const tags = tag === undefined ? undefined : tagsOfResource(account, request.resource);
    if (tag !== undefined && tags !== undefined) {
      const value = tags.find(([name]) => name.toLowerCase() === tag.toLowerCase())?.[1];
      return value === undefined ? [] : [[key, value]];
    }
    return [[key, null]];
  });
  if (added.length === 0) return undefined;
  return {
    ...scenario,
    request: { ...request, context: { ...request.context, ...Object.fromEntries(added) } },
  };
}

/** The tags of a user, role or policy that the account's answer holds; undefined for everything else. */
function tagsOfResource(account: Account, arn: string): readonly (readonly [string, string])[] | undefined {
  const detail =
    account.principals.find((principal) => principal.arn === arn)?.detail ?? account.managed.get(arn);
  return detail && tagsOf(detail);
}
