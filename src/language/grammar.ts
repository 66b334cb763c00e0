/**
 * From parsed JSON to a policy tree, or to the first fault that leaves the policy's meaning open.
 * AWS would not store such a policy. Doubtful but clear policies are read; `checks/` tells about them.
 * IAM User Guide: "Grammar of the IAM JSON policy language".
 */
import { FORMS } from './forms';
import type { FormRules, PolicyForm } from './forms';
import { parseOperator } from './operators';
import { childPath } from './path';
import { PRINCIPAL_TYPES } from './policy';
import type {
  ConditionNode,
  ListNode,
  PolicyTree,
  PrincipalNode,
  PrincipalType,
  StatementNode,
  TextList,
} from './policy';

/** What is wrong, where. Thrown inside this file's reader, and handed out as data. */
export class GrammarFault extends Error {
  constructor(
    message: string,
    readonly path: string,
  ) {
    super(message);
    this.name = 'GrammarFault';
  }
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const POLICY_ELEMENTS = ['Version', 'Id', 'Statement'];
const STATEMENT_ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

function checkNames(object: Json, known: readonly string[], path: string, what: string): void {
  for (const name of Object.keys(object)) {
    if (known.includes(name)) continue;
    const meant = known.find((entry) => entry.toLowerCase() === name.toLowerCase());
    const help = meant ? `: write \`${meant}\`` : '';
    throw new GrammarFault(`\`${name}\` is not an element of ${what}${help}`, childPath(path, name));
  }
}

function own(object: Json, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function readTexts(value: unknown, path: string): TextList {
  if (typeof value === 'string') return { values: [value], bracketed: false };
  if (!Array.isArray(value)) throw new GrammarFault('a text or a list of texts belongs here', path);
  for (let at = 0; at < value.length; at += 1) {
    if (typeof value[at] !== 'string') throw new GrammarFault('a text belongs here', childPath(path, at));
  }
  return { values: value as string[], bracketed: true };
}

/** Exactly one of an element and its negation, or none. */
function readPair(statement: Json, name: string, path: string): ListNode | undefined {
  const plain = own(statement, name);
  const negated = own(statement, `Not${name}`);
  if (plain !== undefined && negated !== undefined) {
    throw new GrammarFault(
      `a statement has \`${name}\` or \`Not${name}\`, not both`,
      childPath(path, `Not${name}`),
    );
  }
  if (plain !== undefined) return { not: false, ...readTexts(plain, childPath(path, name)) };
  if (negated !== undefined) return { not: true, ...readTexts(negated, childPath(path, `Not${name}`)) };
  return undefined;
}

function readPrincipal(statement: Json, path: string, rules: FormRules): PrincipalNode | undefined {
  const plain = own(statement, 'Principal');
  const negated = own(statement, 'NotPrincipal');
  if (plain === undefined && negated === undefined) {
    if (rules.principal === 'forbidden') return undefined;
    throw new GrammarFault(`a statement of ${rules.name} needs \`Principal\``, path);
  }
  const name = plain === undefined ? 'NotPrincipal' : 'Principal';
  const at = childPath(path, name);
  if (rules.principal === 'forbidden') throw new GrammarFault(`${rules.name} has no \`${name}\``, at);
  if (plain !== undefined && negated !== undefined) {
    throw new GrammarFault(
      'a statement has `Principal` or `NotPrincipal`, not both',
      childPath(path, 'NotPrincipal'),
    );
  }
  const not = plain === undefined;
  if (not && !rules.notPrincipal) throw new GrammarFault(`${rules.name} has no \`NotPrincipal\``, at);
  const value = not ? negated : plain;
  if (value === '*') return { not, everyone: true, groups: [] };
  if (!isObject(value)) {
    throw new GrammarFault(`\`${name}\` is \`"*"\` or a map such as \`{"AWS": "…"}\``, at);
  }
  checkNames(value, PRINCIPAL_TYPES, at, `\`${name}\``);
  const groups = Object.keys(value).map((type) => ({
    type: type as PrincipalType,
    ...readTexts(value[type], childPath(at, type)),
  }));
  return { not, everyone: false, groups };
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** Condition values may also be bare numbers and booleans. */
function readConditionValues(value: unknown, path: string): TextList {
  const single = scalarText(value);
  if (single !== undefined) return { values: [single], bracketed: false };
  if (!Array.isArray(value)) throw new GrammarFault('a value or a list of values belongs here', path);
  const values = value.map((entry, at) => {
    const text = scalarText(entry);
    if (text === undefined) {
      throw new GrammarFault('a text, a number, `true` or `false` belongs here', childPath(path, at));
    }
    return text;
  });
  return { values, bracketed: true };
}

function readConditions(statement: Json, path: string): readonly ConditionNode[] {
  const block = own(statement, 'Condition');
  if (block === undefined) return [];
  const at = childPath(path, 'Condition');
  if (!isObject(block)) {
    throw new GrammarFault('`Condition` is a map of operators, each with its keys and values', at);
  }
  const conditions: ConditionNode[] = [];
  for (const written of Object.keys(block)) {
    const operator = parseOperator(written);
    const inOperator = childPath(at, written);
    if (!operator) throw new GrammarFault(`\`${written}\` is not a condition operator`, inOperator);
    const keys = block[written];
    if (!isObject(keys)) {
      throw new GrammarFault(`\`${written}\` is a map of condition keys and their values`, inOperator);
    }
    for (const key of Object.keys(keys)) {
      conditions.push({
        operator,
        written,
        key,
        ...readConditionValues(keys[key], childPath(inOperator, key)),
      });
    }
  }
  return conditions;
}

function readStatement(value: unknown, index: number, path: string, rules: FormRules): StatementNode {
  if (!isObject(value)) throw new GrammarFault('a statement is an object in braces', path);
  checkNames(value, STATEMENT_ELEMENTS, path, 'a statement');
  const sid = own(value, 'Sid');
  if (sid !== undefined && typeof sid !== 'string') {
    throw new GrammarFault('`Sid` is a text', childPath(path, 'Sid'));
  }
  const effect = own(value, 'Effect');
  if (effect === undefined) throw new GrammarFault('the statement has no `Effect`', path);
  if (effect !== 'Allow' && effect !== 'Deny') {
    throw new GrammarFault('`Effect` is `"Allow"` or `"Deny"`, in these letters', childPath(path, 'Effect'));
  }
  const principal = readPrincipal(value, path, rules);
  const action = readPair(value, 'Action', path);
  if (!action) throw new GrammarFault('the statement has no `Action`', path);
  const resource = readPair(value, 'Resource', path);
  if (!resource && rules.resource === 'required') {
    throw new GrammarFault('the statement has no `Resource`', path);
  }
  if (resource && rules.resource === 'forbidden') {
    const name = resource.not ? 'NotResource' : 'Resource';
    throw new GrammarFault(`${rules.name} has no \`${name}\`: it is about its role`, childPath(path, name));
  }
  return {
    index,
    path,
    sid,
    effect,
    principal,
    action,
    resource,
    conditions: readConditions(value, path),
  };
}

/**
 * Reads parsed JSON as a policy of one type.
 * Throws `GrammarFault` at the first thing that leaves the policy's meaning open.
 */
export function readGrammar(document: unknown, form: PolicyForm): PolicyTree {
  if (!isObject(document)) throw new GrammarFault('a policy is an object in braces', '');
  checkNames(document, POLICY_ELEMENTS, '', 'a policy');
  const version = own(document, 'Version');
  if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17') {
    throw new GrammarFault('`Version` is `"2012-10-17"` or `"2008-10-17"`', 'Version');
  }
  const id = own(document, 'Id');
  if (id !== undefined && typeof id !== 'string') throw new GrammarFault('`Id` is a text', 'Id');
  const statement = own(document, 'Statement');
  if (statement === undefined) throw new GrammarFault('the policy has no `Statement`', '');
  const rules = FORMS[form];
  const statements = Array.isArray(statement)
    ? statement.map((entry, index) => readStatement(entry, index, `Statement[${index}]`, rules))
    : [readStatement(statement, 0, 'Statement', rules)];
  // "Version": variables are plain text in 2008-10-17 and where the element is absent.
  return { variables: version === '2012-10-17', statements };
}
