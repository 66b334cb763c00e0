/** Some of all requests: those for some actions on some resources. */
import type { Formula } from './formula';
import { ReadPolicy } from './policy';
import type { Confirm } from './prover';
import type { Space } from './space';

/** Patterns as they stand in Action and Resource; a list that is missing or empty means any. */
export interface Access {
  readonly actions?: readonly string[];
  readonly resources?: readonly string[];
}

/** Is a request one of them? By the evaluator, to whom they are a policy. No variables: the older version. */
export function isOfAccess({ actions, resources }: Access): Confirm {
  const Action = actions?.length ? actions : '*';
  const Resource = resources?.length ? resources : '*';
  const Statement = [{ Effect: 'Allow', Action, Resource }];
  const query = new ReadPolicy('Query', { Version: '2008-10-17', Statement }, 'identity');
  return (request) => query.say(request).allowed === 'yes';
}

/** The requests as a formula, and the same question put to one request. */
export function accessIn(
  space: Space,
  access: Access,
): { readonly formula: Formula; readonly confirm: Confirm } {
  return { formula: space.addAccess(access.actions, access.resources), confirm: isOfAccess(access) };
}
