/** The arguments of `aws.iam.getPolicyDocument` as the policy that it makes. Pulumi Registry, `aws.iam.getPolicyDocument`. */
import { isRecord, Unread, type Json } from '../cloudformation/values';

type Entries = readonly (readonly [string, Json])[];
interface Arguments {
  readonly [name: string]: Json;
}

const LISTS: readonly (readonly [argument: string, element: string])[] = [
  ['actions', 'Action'],
  ['notActions', 'NotAction'],
  ['resources', 'Resource'],
  ['notResources', 'NotResource'],
];

/** @throws Unread where it takes statements from other documents, or a part is of another form */
export function policyOf(args: Json, at: number): Json {
  if (!isRecord(args)) throw new Unread('getPolicyDocument', at);
  for (const other of ['sourcePolicyDocuments', 'overridePolicyDocuments', 'sourceJson', 'overrideJson'])
    if (args[other] !== undefined) throw new Unread(other, at);
  const statements = args['statements'];
  if (!Array.isArray(statements)) throw new Unread('statements', at);
  return {
    Version: args['version'] ?? '2012-10-17',
    Statement: (statements as readonly Json[]).map((each) => statementOf(each, at)),
  };
}

function statementOf(statement: Json, at: number): Json {
  if (!isRecord(statement)) throw new Unread('statements', at);
  return Object.fromEntries([
    ...(statement['sid'] === undefined ? [] : [['Sid', statement['sid']] as const]),
    ['Effect', statement['effect'] ?? 'Allow'],
    ...principals(statement, 'principals', 'Principal', at),
    ...principals(statement, 'notPrincipals', 'NotPrincipal', at),
    ...LISTS.flatMap(([argument, element]): Entries =>
      statement[argument] === undefined ? [] : [[element, statement[argument]]],
    ),
    ...conditions(statement, at),
  ]);
}

function principals(statement: Arguments, argument: string, element: string, at: number): Entries {
  const list = statement[argument];
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw new Unread(argument, at);
  const merged: Record<string, Json> = {};
  for (const each of list as readonly Json[]) {
    if (!isRecord(each)) throw new Unread(argument, at);
    const { type, identifiers } = each;
    if (typeof type !== 'string' || !Array.isArray(identifiers)) throw new Unread(argument, at);
    if (type === '*') return [[element, '*']];
    const ids = identifiers as readonly Json[];
    merged[type] = ids.length === 1 ? ids[0]! : ids;
  }
  return [[element, merged]];
}

function conditions(statement: Arguments, at: number): Entries {
  const list = statement['conditions'];
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw new Unread('conditions', at);
  const blocks: Record<string, Record<string, Json>> = {};
  for (const each of list as readonly Json[]) {
    if (!isRecord(each)) throw new Unread('conditions', at);
    const { test, variable, values } = each;
    if (typeof test !== 'string' || typeof variable !== 'string' || values === undefined)
      throw new Unread('conditions', at);
    blocks[test] = { ...blocks[test], [variable]: values };
  }
  return [['Condition', blocks]];
}
