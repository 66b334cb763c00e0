/** `PolicyStatement` and `PolicyDocument` of the CDK, and the statements of Pulumi, as JSON. */
import { calledName, type CallExpression, type Expression } from './expression';
import { fragmentOf, principalElement } from './principals';
import { propsOf, type Props } from './props';
import type { Json, Values } from './value';

type Entries = readonly (readonly [string, Json])[];

const LISTS: readonly (readonly [property: string, element: string])[] = [
  ['actions', 'Action'],
  ['notActions', 'NotAction'],
  ['resources', 'Resource'],
  ['notResources', 'NotResource'],
];

/** AWS CDK API Reference, `PolicyStatementProps`. @throws Unread */
export function cdkStatement(expression: Expression, values: Values): Json {
  const call = values.known(expression);
  if (call.kind !== 'call') throw values.unread(expression);
  const name = calledName(call);
  if (name === 'fromJson' || name === 'from_json') return values.json(values.known(call.args[0] ?? call));
  if (name !== 'PolicyStatement') throw values.unread(expression);
  const props = propsOf(call, values);
  const principals = props('principals');
  const nots = props('notPrincipals');
  const fragment = principals === undefined ? undefined : fragmentOf(itemsOf(principals, values), values);
  const own = props('conditions');
  const conditions = {
    ...fragment?.conditions,
    ...(own === undefined ? {} : (values.json(values.known(own)) as object)),
  };
  return Object.fromEntries([
    ...text(props, 'sid', 'Sid', values),
    ['Effect', effectOf(props, values)],
    ...(fragment === undefined ? [] : [['Principal', principalElement(fragment)] as const]),
    ...(nots === undefined
      ? []
      : [['NotPrincipal', principalElement(fragmentOf(itemsOf(nots, values), values))] as const]),
    ...lists(props, values),
    ...(Object.keys(conditions).length === 0 ? [] : [['Condition', conditions as Json] as const]),
  ]);
}

/** The CDK allows where nothing is said. */
function effectOf(props: Props, values: Values): Json {
  const effect = props('effect');
  return effect === undefined ? 'Allow' : values.json(effect);
}

function text(props: Props, property: string, element: string, values: Values): Entries {
  const value = props(property);
  return value === undefined ? [] : [[element, values.string(value)]];
}

function lists(props: Props, values: Values): Entries {
  return LISTS.flatMap(([property, element]) => {
    const value = props(property);
    return value === undefined ? [] : [[element, values.json(values.known(value))] as const];
  });
}

export function itemsOf(expression: Expression, values: Values): readonly Expression[] {
  const list = values.known(expression);
  if (list.kind !== 'list') throw values.unread(expression);
  return list.items;
}

/** AWS CDK API Reference, `PolicyDocumentProps`; or a document that is JSON. @throws Unread */
export function cdkDocument(expression: Expression, values: Values): Json {
  const call = values.known(expression);
  if (call.kind !== 'call') return jsonDocument(call, values);
  const name = calledName(call);
  if (name === 'fromJson' || name === 'from_json') return values.json(values.known(call.args[0] ?? call));
  if (name !== 'PolicyDocument') return jsonDocument(call, values);
  const statements = propsOf(call, values)('statements');
  return statementsDocument(statements === undefined ? [] : itemsOf(statements, values), values);
}

export function statementsDocument(statements: readonly Expression[], values: Values): Json {
  return { Version: '2012-10-17', Statement: statements.map((each) => cdkStatement(each, values)) };
}

/** Pulumi: an object, its JSON, or a data source. Pulumi Registry, `aws.iam.getPolicyDocument`. @throws Unread */
export function jsonDocument(expression: Expression, values: Values): Json {
  let of = values.known(expression);
  // One name for another.
  for (let next = values.known(of); of.kind === 'name' && next !== of; next = values.known(of)) of = next;
  // `doc.json`, `doc.then((d) => d.json)`, `doc.apply(…)`
  if (of.kind === 'property' && of.name === 'json') of = values.known(of.of);
  if (of.kind === 'call' && /^(?:then|apply)$/.test(calledName(of)) && of.callee.kind === 'property') {
    const source = values.known(of.callee.of);
    if (isDataSource(source)) of = source;
  }
  if (isDataSource(of)) return pulumiDocument(of, values);
  const value = values.json(of);
  const document = typeof value === 'string' ? parsed(value) : value;
  if (typeof document !== 'object' || document === null || !Object.hasOwn(document, 'Statement'))
    throw values.unread(expression);
  return document as Json;
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

export function isDataSource(expression: Expression): expression is CallExpression {
  return (
    expression.kind === 'call' &&
    /^(?:getPolicyDocument|get_policy_document)(?:Output|_output)?$|^DataAwsIamPolicyDocument$/.test(
      calledName(expression),
    )
  );
}

/** Sources that are laid over or under it are other documents, and not read. */
function pulumiDocument(call: CallExpression, values: Values): Json {
  const props = propsOf(call, values);
  for (const other of ['sourcePolicyDocuments', 'overridePolicyDocuments', 'sourceJson', 'overrideJson']) {
    const value = props(other);
    if (value !== undefined) throw values.unread(value);
  }
  // Terraform's CDK has the names of Terraform's blocks.
  const statements = props('statements') ?? props('statement');
  const version = props('version');
  return {
    Version: version === undefined ? '2012-10-17' : values.string(version),
    Statement:
      statements === undefined
        ? []
        : itemsOf(statements, values).map((each) => pulumiStatement(each, values)),
  };
}

function pulumiStatement(expression: Expression, values: Values): Json {
  const known = values.known(expression);
  // Python: a dict, or the class of the arguments.
  const props = propsOf(known.kind === 'call' ? known : argumentsOf(known), values);
  const conditions = props('conditions') ?? props('condition');
  return Object.fromEntries([
    ...text(props, 'sid', 'Sid', values),
    ['Effect', effectOf(props, values)],
    ...principals(props, 'principals', 'Principal', values),
    ...principals(props, 'notPrincipals', 'NotPrincipal', values),
    ...lists(props, values),
    ...(conditions === undefined
      ? []
      : [['Condition', conditionsOf(itemsOf(conditions, values), values)] as const]),
  ]);
}

function argumentsOf(expression: Expression): CallExpression {
  return {
    kind: 'call',
    callee: expression,
    args: [expression],
    named: new Map(),
    at: expression.at,
    end: expression.end,
  };
}

function inner(expression: Expression, values: Values): Props {
  const known = values.known(expression);
  return propsOf(known.kind === 'call' ? known : argumentsOf(known), values);
}

function principals(props: Props, property: string, element: string, values: Values): Entries {
  const value = props(property);
  if (value === undefined) return [];
  const merged: Record<string, Json> = {};
  for (const each of itemsOf(value, values)) {
    const of = inner(each, values);
    const [type, identifiers] = [of('type'), of('identifiers')];
    if (type === undefined || identifiers === undefined) throw values.unread(each);
    const name = values.string(type);
    if (name === '*') return [[element, '*']];
    const ids = values.json(values.known(identifiers));
    merged[name] = Array.isArray(ids) && ids.length === 1 ? (ids[0] as Json) : ids;
  }
  return [[element, merged]];
}

function conditionsOf(conditions: readonly Expression[], values: Values): Json {
  const blocks: Record<string, Record<string, Json>> = {};
  for (const each of conditions) {
    const of = inner(each, values);
    const [test, variable, list] = [of('test'), of('variable'), of('values')];
    if (test === undefined || variable === undefined || list === undefined) throw values.unread(each);
    const operator = values.string(test);
    blocks[operator] = { ...blocks[operator], [values.string(variable)]: values.json(values.known(list)) };
  }
  return blocks;
}

/** Is the text that a call encodes a policy? */
export function holdsStatement(call: CallExpression, values: Values): boolean {
  const [first] = call.args;
  const value = first === undefined ? undefined : values.known(first);
  return (
    value?.kind === 'object' &&
    value.members.some(
      (member) =>
        member.kind === 'member' && member.name.kind === 'literal' && member.name.value === 'Statement',
    )
  );
}
