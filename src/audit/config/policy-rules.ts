/**
 * Config's rules that one policy text decides.
 * AWS Config Developer Guide: "iam-policy-no-statements-with-admin-access", "iam-policy-no-statements-with-full-access",
 * "iam-customer-policy-blocked-kms-actions", "iam-inline-policy-blocked-kms-actions".
 */
import { at, isObject } from '../../intake/evidence/values';
import { globCovers, globsMeet } from '../../language/glob-relations';
import { judged, type Compliance, type ConfigParameters } from './types';

export type PolicyKind = 'customer managed' | 'inline' | 'AWS managed';

interface PlainStatement {
  readonly actions: readonly string[];
  readonly notActions: readonly string[] | undefined;
  readonly resources: readonly string[];
  readonly notResources: boolean;
  readonly conditional: boolean;
}

/** Each rule's answer for a policy; rules that look at another kind of policy do not apply. */
export function policyRules(
  document: unknown,
  kind: PolicyKind,
  parameters: ConfigParameters = {},
): Readonly<Record<string, Compliance>> {
  const managed = kind === 'customer managed';
  const rule = (applies: boolean, compliant: () => boolean): Compliance =>
    applies ? judged(compliant()) : 'NOT_APPLICABLE';
  const allows = statementsOf(document, 'Allow');
  const blocked = listed(parameters.blockedActionsPatterns);
  return {
    'iam-policy-no-statements-with-admin-access': rule(managed, () => !allows.some(isAdmin)),
    'iam-policy-no-statements-with-full-access': rule(managed, () => !allows.some(isWholeService)),
    // The patterns have no default: without them the rule cannot be set up.
    ...(blocked.length > 0 && {
      'iam-customer-policy-blocked-kms-actions': rule(managed, () => !opensKeys(document, blocked)),
      'iam-inline-policy-blocked-kms-actions': rule(kind === 'inline', () => !opensKeys(document, blocked)),
    }),
  };
}

/** A parameter that holds a list, as Config takes it: with commas between. */
export function listed(parameter: string | undefined): readonly string[] {
  return (parameter ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function statementsOf(document: unknown, effect: 'Allow' | 'Deny'): readonly PlainStatement[] {
  const list = at(document, 'Statement');
  return (Array.isArray(list) ? list : [list])
    .filter(isObject)
    .filter((statement) => at(statement, 'Effect') === effect)
    .map((statement) => ({
      actions: textsIn(at(statement, 'Action')).map(lower),
      notActions:
        at(statement, 'NotAction') === undefined ? undefined : textsIn(at(statement, 'NotAction')).map(lower),
      resources: textsIn(at(statement, 'Resource')),
      notResources: at(statement, 'NotResource') !== undefined,
      conditional: at(statement, 'Condition') !== undefined,
    }));
}

const lower = (text: string): string => text.toLowerCase();

function textsIn(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === 'string');
}

/** `*` alone, and `*:*`, which means the same. */
const EVERYTHING = /^\*+(?::\*+)?$/;

const isAdmin = ({ actions, resources }: PlainStatement): boolean =>
  actions.some((action) => EVERYTHING.test(action)) && resources.includes('*');

/** All of one service at least; what begins with a name of an action is less. */
const isWholeService = ({ actions }: PlainStatement): boolean =>
  actions.some((action) => EVERYTHING.test(action) || /^[^:]+:\*+$/.test(action));

/** Is a blocked action allowed on all keys: on `*`, or with a wildcard or variable where one key's id would stand? */
function opensKeys(document: unknown, blocked: readonly string[]): boolean {
  const denies = statementsOf(document, 'Deny').filter(({ conditional }) => !conditional);
  return blocked
    .map(lower)
    .some((pattern) =>
      statementsOf(document, 'Allow').some(
        (allow) =>
          allowsAction(allow, pattern) &&
          (allow.notResources || allow.resources.some(isManyKeys)) &&
          !denies.some(
            (deny) =>
              deny.actions.some((action) => globCovers(action, pattern)) &&
              deny.resources.some(
                (denied) => denied === '*' || allow.resources.every((one) => globCovers(denied, one)),
              ),
          ),
      ),
    );
}

function allowsAction({ actions, notActions }: PlainStatement, pattern: string): boolean {
  if (notActions !== undefined) return !notActions.some((action) => globCovers(action, pattern));
  return actions.some((action) => globsMeet(action, pattern));
}

function isManyKeys(resource: string): boolean {
  if (/^\*+$/.test(resource)) return true;
  const parts = resource.split(':');
  // A pattern may stand for the service too.
  if (parts.length < 6) return globsMeet(resource, 'arn:aws:kms:eu-west-1:111122223333:key/x');
  if (!globsMeet(parts[2]!, 'kms')) return false;
  const name = parts.slice(5).join(':');
  return /[*?]|\$\{/.test(name) && globsMeet(name.slice(0, 4), 'key/');
}
