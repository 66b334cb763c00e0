/**
 * Is a bucket policy public? It is, when some Allow reaches everyone and is not tied to fixed values of one of a few
 * keys. S3 User Guide: "Blocking public access to your Amazon S3 storage", "The meaning of public".
 */
import { isAccountId } from '../../language/arn';
import { parseRange } from '../conditions/ip';
import type { StatementNode } from '../../language/policy';
import type { Statement } from '../match/statement';

/**
 * Keys that tie a statement down when each of their values is fixed, in small letters. Of those that name a principal
 * the page gives `aws:PrincipalOrgID` as its example; the others that name one by a fixed value are taken alike.
 */
const FIXING_KEYS: ReadonlySet<string> = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'aws:sourceaccount',
  's3:dataaccesspointaccount',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
]);

const isFixed = (value: string): boolean => !/[*?]|\$\{/.test(value);

/** The page leaves out what fits `AROLEID:*`: sessions of a role, whose names are up to whoever starts them. */
const isFixedUser = (value: string): boolean => isFixed(value) && !/^AROA[A-Z0-9]+:/.test(value);

/** Ranges wider than these count as everyone. */
function isNarrowRange(value: string): boolean {
  const range = parseRange(value);
  return range !== undefined && range.bits >= (range.bytes.length === 4 ? 8 : 32);
}

function tiesDown(node: StatementNode): boolean {
  return node.conditions.some(({ operator, key, values }) => {
    if (operator.negated || operator.ifExists || operator.set === 'all' || operator.family === 'null')
      return false;
    if (values.length === 0) return false;
    const lower = key.toLowerCase();
    if (lower === 'aws:sourceip') return values.every(isNarrowRange);
    // Here a wildcard may stand for the access point's name, as long as the account is fixed.
    if (lower === 's3:dataaccesspointarn')
      return values.every((value) => isAccountId(value.split(':')[4] ?? ''));
    if (lower === 'aws:userid') return values.every(isFixedUser);
    return FIXING_KEYS.has(lower) && values.every(isFixed);
  });
}

function reachesEveryone(node: StatementNode): boolean {
  // Every statement of a bucket policy that can be read has one.
  const principal = node.principal!;
  if (principal.not || principal.everyone) return true;
  return principal.groups.some(({ type, values }) => type === 'AWS' && values.includes('*'));
}

export function isPublicPolicy(statements: readonly Statement[]): boolean {
  return statements.some(({ node }) => node.effect === 'Allow' && reachesEveryone(node) && !tiesDown(node));
}
