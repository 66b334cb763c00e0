/** IAM User Guide, "IAM and AWS STS quotas": characters of policies, white space not counted. */
import { parseArn } from '../../language/arn';
import type { Generalise } from './generalise';
import type { MadeStatement } from './statements';
import { statementJson } from './statements';

export const MANAGED_LIMIT = 6_144;

/** Of all inline policies of a user, role or group together. */
export function inlineLimit(principal: string | null): number {
  const resource = principal === null ? '' : (parseArn(principal)?.resource ?? '');
  if (resource.startsWith('user/')) return 2_048;
  return resource.startsWith('group/') ? 5_120 : 10_240;
}

export function sizeOf(document: unknown): number {
  return JSON.stringify(document).replaceAll(/\s/g, '').length;
}

export interface MadePolicy {
  readonly name: string;
  readonly document: { readonly Version: '2012-10-17'; readonly Statement: readonly unknown[] };
}

export interface Fitted {
  readonly policies: readonly MadePolicy[];
  /** One inline policy is enough; `split`: several managed ones; `too-large`: a statement is larger than a policy may be. */
  readonly fit: 'one' | 'split' | 'too-large';
}

/** One policy while it fits inline; else managed policies, with the statements of a service together where they fit. */
export function fitPolicies(
  statements: readonly MadeStatement[],
  kept: readonly unknown[],
  principal: string | null,
): Fitted {
  const whole = policyOf('LeastPrivilege', [...statements.map(statementJson), ...kept]);
  if (sizeOf(whole.document) <= inlineLimit(principal)) return { policies: [whole], fit: 'one' };
  const bins = binned([...statements.map(statementJson), ...kept]);
  const policies = bins.map((bin, index) => policyOf(`LeastPrivilege${index + 1}`, bin));
  const large = policies.some(({ document }) => sizeOf(document) > MANAGED_LIMIT);
  return { policies, fit: large ? 'too-large' : 'split' };
}

/** Statements in their order, as many together as one managed policy may hold. */
export function binned(statements: readonly unknown[]): readonly (readonly unknown[])[] {
  const bins: unknown[][] = [];
  let current: unknown[] = [];
  for (const statement of statements.flatMap(halved)) {
    if (current.length > 0 && sizeOf(policyOf('', [...current, statement]).document) > MANAGED_LIMIT) {
      bins.push(current);
      current = [];
    }
    current.push(statement);
  }
  if (current.length > 0) bins.push(current);
  return bins;
}

/** From the narrowest to the widest. */
const STEPS: readonly Generalise[] = ['exact', 'prefix', 'wide'];

/** What a user or role may have attached. */
const MOST_POLICIES = 10;

/** The first attempt that fits, from what was chosen on to wider resources; the widest where none does. */
export function withinLimits<
  Attempt extends { readonly policies: readonly unknown[]; readonly fit: Fitted['fit'] },
>(chosen: Generalise, attempt: (how: Generalise) => Attempt): Attempt {
  let made = attempt(chosen);
  for (const how of STEPS.slice(STEPS.indexOf(chosen) + 1)) {
    if (made.fit !== 'too-large' && made.policies.length <= MOST_POLICIES) break;
    made = attempt(how);
  }
  return made;
}

/** A statement that is larger than a policy, as several with a part of its resources, or else actions, each. */
function halved(statement: unknown): readonly unknown[] {
  if (sizeOf(policyOf('', [statement]).document) <= MANAGED_LIMIT) return [statement];
  const parts = statement as Readonly<Record<string, unknown>>;
  const element = ['Resource', 'Action'].find((name) => {
    const list = parts[name];
    // Fewer actions of a Deny or an Allow are the same rule in parts; a NotAction cannot be cut.
    return Array.isArray(list) && list.length > 1;
  });
  if (element === undefined) return [statement];
  const entries = parts[element] as readonly unknown[];
  const middle = Math.ceil(entries.length / 2);
  const sid = typeof parts['Sid'] === 'string' ? parts['Sid'].slice(0, 58) : 'Part';
  return [entries.slice(0, middle), entries.slice(middle)].flatMap((half, index) =>
    halved({ ...parts, Sid: `${sid}${index === 0 ? 'A' : 'B'}`, [element]: half }),
  );
}

function policyOf(name: string, statements: readonly unknown[]): MadePolicy {
  return { name, document: { Version: '2012-10-17', Statement: statements } };
}
