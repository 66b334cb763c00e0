/** IAM User Guide, "IAM and AWS STS quotas": characters of policies, white space not counted. */
import { parseArn } from '../../language/arn';
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
  const bins: unknown[][] = [];
  let current: unknown[] = [];
  for (const statement of [...statements.map(statementJson), ...kept].flatMap(halved)) {
    if (current.length > 0 && sizeOf(policyOf('', [...current, statement]).document) > MANAGED_LIMIT) {
      bins.push(current);
      current = [];
    }
    current.push(statement);
  }
  if (current.length > 0) bins.push(current);
  const policies = bins.map((bin, index) => policyOf(`LeastPrivilege${index + 1}`, bin));
  const large = policies.some(({ document }) => sizeOf(document) > MANAGED_LIMIT);
  return { policies, fit: large ? 'too-large' : 'split' };
}

/** A statement that is larger than a policy, as several with a part of its resources each. */
function halved(statement: unknown): readonly unknown[] {
  if (sizeOf(policyOf('', [statement]).document) <= MANAGED_LIMIT) return [statement];
  const parts = statement as Readonly<Record<string, unknown>>;
  const resources = parts['Resource'];
  if (!Array.isArray(resources) || resources.length < 2) return [statement];
  const middle = Math.ceil(resources.length / 2);
  const sid = typeof parts['Sid'] === 'string' ? parts['Sid'].slice(0, 58) : 'Part';
  return [resources.slice(0, middle), resources.slice(middle)].flatMap((half, index) =>
    halved({ ...parts, Sid: `${sid}${index === 0 ? 'A' : 'B'}`, Resource: half }),
  );
}

function policyOf(name: string, statements: readonly unknown[]): MadePolicy {
  return { name, document: { Version: '2012-10-17', Statement: statements } };
}
