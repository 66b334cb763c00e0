/** Principals of the CDK. AWS CDK API Reference, `aws-cdk-lib/aws-iam`: each class, its `policyFragment`. */
import { calledName, calledOn, type CallExpression, type Expression } from './expression';
import { pathOf } from './expression';
import type { Json, Values } from './value';

export interface Fragment {
  /** By type; `*` alone is every principal. */
  readonly principal: '*' | Readonly<Record<string, readonly string[]>>;
  readonly conditions: Readonly<Record<string, Json>>;
  /** The action of a role that it may assume. */
  readonly action: string;
}

/** The principals of a list as one Principal element with its conditions. @throws Unread for a class that is not known */
export function fragmentOf(expressions: readonly Expression[], values: Values): Fragment {
  const all = expressions.map((each) => one(values.known(each), values));
  if (all.length === 1) return all[0]!;
  const star = all.find(({ principal }) => principal === '*');
  const merged: Record<string, readonly string[]> = {};
  for (const { principal } of all)
    if (principal !== '*')
      for (const [type, ids] of Object.entries(principal)) merged[type] = [...(merged[type] ?? []), ...ids];
  return {
    principal: star === undefined ? merged : '*',
    conditions: Object.assign({}, ...all.map(({ conditions }) => conditions)) as Fragment['conditions'],
    action: all[0]?.action ?? 'sts:AssumeRole',
  };
}

/** As it stands in a document: one name alone, several as a list. */
export function principalElement({ principal }: Fragment): Json {
  if (principal === '*') return '*';
  return Object.fromEntries(
    Object.entries(principal).map(([type, ids]) => [type, ids.length === 1 ? ids[0]! : ids]),
  );
}

type Class = (args: readonly Expression[], values: Values, call: CallExpression) => Fragment;

const plain = (
  principal: Fragment['principal'],
  conditions: Fragment['conditions'] = {},
  action = 'sts:AssumeRole',
): Fragment => ({
  principal,
  conditions,
  action,
});

function text(expression: Expression | undefined, values: Values, call: CallExpression): string {
  if (expression === undefined) throw values.unread(call);
  return values.string(expression);
}

function object(expression: Expression | undefined, values: Values): Fragment['conditions'] {
  const value = expression === undefined ? {} : values.json(values.known(expression));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw values.unread(expression!);
  return value as Fragment['conditions'];
}

const rootOf = (account: string, values: Values): string =>
  `arn:${values.named('AWS::Partition')}:iam::${account}:root`;
const WEB_IDENTITY = 'sts:AssumeRoleWithWebIdentity';

const CLASSES: ReadonlyMap<string, Class> = new Map<string, Class>([
  ['ServicePrincipal', ([name], values, call) => plain({ Service: [text(name, values, call)] })],
  ['ArnPrincipal', ([arn], values, call) => plain({ AWS: [text(arn, values, call)] })],
  ['AccountPrincipal', ([id], values, call) => plain({ AWS: [rootOf(text(id, values, call), values)] })],
  ['AccountRootPrincipal', (_, values) => plain({ AWS: [rootOf(values.named('AWS::AccountId'), values)] })],
  ['AnyPrincipal', () => plain({ AWS: ['*'] })],
  ['StarPrincipal', () => plain('*')],
  ['CanonicalUserPrincipal', ([id], values, call) => plain({ CanonicalUser: [text(id, values, call)] })],
  [
    'OrganizationPrincipal',
    ([id], values, call) =>
      plain({ AWS: ['*'] }, { StringEquals: { 'aws:PrincipalOrgID': text(id, values, call) } }),
  ],
  [
    'FederatedPrincipal',
    ([provider, conditions, action], values, call) =>
      plain(
        { Federated: [text(provider, values, call)] },
        object(conditions, values),
        action === undefined ? 'sts:AssumeRole' : values.string(action),
      ),
  ],
  [
    'WebIdentityPrincipal',
    ([provider, conditions], values, call) =>
      plain({ Federated: [text(provider, values, call)] }, object(conditions, values), WEB_IDENTITY),
  ],
  [
    'OpenIdConnectPrincipal',
    ([provider, conditions], values, call) => {
      const path = provider === undefined ? undefined : pathOf(provider);
      if (path === undefined) throw values.unread(call);
      return plain(
        { Federated: [values.named(`${path}.openIdConnectProviderArn`)] },
        object(conditions, values),
        WEB_IDENTITY,
      );
    },
  ],
]);

function one(expression: Expression, values: Values): Fragment {
  if (expression.kind !== 'call') throw values.unread(expression);
  const name = calledName(expression);
  if (name === 'CompositePrincipal') return fragmentOf(expression.args, values);
  const on = calledOn(expression);
  if ((name === 'withConditions' || name === 'with_conditions') && on !== undefined) {
    const inner = one(on, values);
    return { ...inner, conditions: { ...inner.conditions, ...object(expression.args[0], values) } };
  }
  const make = CLASSES.get(name);
  if (make === undefined) throw values.unread(expression);
  return make([...expression.args, ...expression.named.values()], values, expression);
}

/** The trust policy that the CDK makes of `assumedBy`. */
export function trustDocument(assumedBy: Expression, values: Values): Json {
  const fragment = fragmentOf([assumedBy], values);
  const conditions = Object.keys(fragment.conditions).length > 0 && { Condition: fragment.conditions };
  const statement = {
    Effect: 'Allow',
    Principal: principalElement(fragment),
    Action: fragment.action,
    ...conditions,
  };
  return { Version: '2012-10-17', Statement: [statement] };
}
