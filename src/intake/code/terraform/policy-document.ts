/**
 * The data source `aws_iam_policy_document`. Terraform Registry, hashicorp/aws: "Data Source: aws_iam_policy_document".
 * One value stands alone and several as a list, as the provider writes them; their order is that of the text.
 */
import type { Evaluator } from '../hcl/evaluate';
import type { Body, Span } from '../hcl/tree';
import { fromJson, isList, isObject, JsonText, Unknown, type Value } from '../hcl/values';
import { expanded, NotKnown, type Scope } from './dynamic';

type Built = Map<string, Value>;

/** What the data source makes. Throws `NotKnown` where a whole statement, condition or principal cannot be known. */
export function buildDocument(body: Body, evaluator: Evaluator, scope: Scope): Value {
  const reader = new DocumentReader(evaluator);
  const version = reader.text(body, 'version', scope) ?? '2012-10-17';
  const id = reader.text(body, 'policy_id', scope);
  let merged: Merged = { statements: [] };
  for (const source of ['source_json', 'source_policy_documents'])
    for (const document of reader.documents(body, source, scope)) merged = merge(merged, document);
  const own = expanded(body, 'statement', evaluator, scope).map((part) =>
    reader.statement(part.body, part.scope),
  );
  merged = merge(merged, { version, ...(id !== undefined && { id }), statements: own });
  for (const override of ['override_policy_documents', 'override_json'])
    for (const document of reader.documents(body, override, scope)) merged = merge(merged, document);
  const document: Built = new Map<string, Value>([['Version', merged.version ?? version]]);
  if (merged.id !== undefined) document.set('Id', merged.id);
  document.set('Statement', merged.statements);
  return document;
}

interface Merged {
  readonly version?: Value;
  readonly id?: Value;
  readonly statements: readonly Value[];
}

/** A statement takes the place of one with the same Sid; all others are added. */
function merge(into: Merged, next: Merged): Merged {
  const statements = [...into.statements];
  const places = new Map<Value, number>();
  // Of two with the same Sid the first is replaced.
  for (const [at, statement] of [...statements.entries()].reverse()) {
    const sid = sidOf(statement);
    if (sid !== undefined) places.set(sid, at);
  }
  for (const statement of next.statements) {
    const sid = sidOf(statement);
    const at = sid === undefined ? undefined : places.get(sid);
    if (at !== undefined) statements[at] = statement;
    else {
      if (sid !== undefined) places.set(sid, statements.length);
      statements.push(statement);
    }
  }
  return { ...into, ...next, ...newer(into.version, next.version), statements };
}

/** The newer version counts: a document may be raised by another, never lowered. */
function newer(one: Value | undefined, other: Value | undefined): Pick<Merged, 'version'> {
  const version = typeof one === 'string' && typeof other === 'string' && one > other ? one : (other ?? one);
  return version === undefined ? {} : { version };
}

function sidOf(statement: Value): Value | undefined {
  const sid = isObject(statement) ? statement.get('Sid') : undefined;
  return sid === '' ? undefined : sid;
}

class DocumentReader {
  constructor(private readonly evaluator: Evaluator) {}

  text(body: Body, name: string, scope: Scope): Value | undefined {
    const attribute = body.attributes.get(name);
    if (attribute === undefined) return undefined;
    const value = this.evaluator.value(attribute.value, scope);
    return value === null ? undefined : value;
  }

  statement(body: Body, scope: Scope): Value {
    const statement: Built = new Map();
    const sid = this.text(body, 'sid', scope);
    if (sid !== undefined && sid !== '') statement.set('Sid', sid);
    statement.set('Effect', this.text(body, 'effect', scope) ?? 'Allow');
    for (const [block, element] of [
      ['principals', 'Principal'],
      ['not_principals', 'NotPrincipal'],
    ] as const) {
      const principals = this.principals(body, block, scope);
      if (principals !== undefined) statement.set(element, principals);
    }
    for (const [argument, element] of [
      ['actions', 'Action'],
      ['not_actions', 'NotAction'],
      ['resources', 'Resource'],
      ['not_resources', 'NotResource'],
    ] as const) {
      const list = this.list(body, argument, scope);
      if (list !== undefined) statement.set(element, element.endsWith('Resource') ? variables(list) : list);
    }
    const conditions = this.conditions(body, scope);
    if (conditions !== undefined) statement.set('Condition', conditions);
    return statement;
  }

  /** One value alone; undefined where there is none. */
  list(body: Body, name: string, scope: Scope): Value | undefined {
    const value = this.text(body, name, scope);
    if (value === undefined || !isList(value)) return value;
    return value.length === 0 ? undefined : value.length === 1 ? value[0] : value;
  }

  principals(body: Body, block: string, scope: Scope): Value | undefined {
    const parts = expanded(body, block, this.evaluator, scope);
    if (parts.length === 0) return undefined;
    const groups: Built = new Map();
    for (const part of parts) {
      const type = this.known(part.body, 'type', part.scope);
      const identifiers = variables(this.list(part.body, 'identifiers', part.scope) ?? []);
      if (type === '*' && identifiers === '*' && parts.length === 1) return '*';
      groups.set(type, both(groups.get(type), identifiers));
    }
    return groups;
  }

  conditions(body: Body, scope: Scope): Value | undefined {
    const operators = new Map<string, Built>();
    for (const part of expanded(body, 'condition', this.evaluator, scope)) {
      const test = this.known(part.body, 'test', part.scope);
      const key = this.known(part.body, 'variable', part.scope);
      const values = variables(this.list(part.body, 'values', part.scope) ?? []);
      const keys = operators.get(test) ?? new Map<string, Value>();
      keys.set(key, both(keys.get(key), values));
      operators.set(test, keys);
    }
    return operators.size === 0 ? undefined : operators;
  }

  /** A name; what is not known stands in it as a mark. */
  known(body: Body, name: string, scope: Scope): string {
    const value = this.text(body, name, scope);
    if (typeof value === 'string') return value;
    if (value instanceof Unknown) return this.evaluator.unknowns.mark(value);
    throw new NotKnown(body.attributes.get(name)?.value ?? NOWHERE);
  }

  /** The documents of a list, or of one text. */
  documents(body: Body, name: string, scope: Scope): readonly Merged[] {
    const attribute = body.attributes.get(name);
    if (attribute === undefined) return [];
    const value = this.evaluator.value(attribute.value, scope);
    const list = isList(value) ? value : [value];
    return list
      .filter((item) => item !== null && item !== '')
      .map((item) => this.document(item, attribute.value));
  }

  document(value: Value, at: Span): Merged {
    const document =
      value instanceof JsonText ? value.value : typeof value === 'string' ? this.parsed(value) : value;
    if (document === undefined || !isObject(document))
      throw new NotKnown(value instanceof Unknown ? value.at : at);
    const statements = document.get('Statement') ?? [];
    if (statements instanceof Unknown) throw new NotKnown(statements.at);
    const [version, id] = [document.get('Version'), document.get('Id')];
    return {
      ...(version !== undefined && { version }),
      ...(id !== undefined && { id }),
      statements: isList(statements) ? statements : [statements],
    };
  }

  parsed(text: string): Value | undefined {
    try {
      return fromJson(JSON.parse(this.evaluator.unknowns.quoted(text)));
    } catch {
      return undefined;
    }
  }
}

const NOWHERE: Span = { start: 0, end: 0 };

/** What is said twice of the same is said together. */
function both(one: Value | undefined, other: Value): Value {
  if (one === undefined) return other;
  return [...(isList(one) ? one : [one]), ...(isList(other) ? other : [other])];
}

/** `&{aws:username}` is IAM's variable: the provider's own way of writing it. */
function variables(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('&{', '${');
  return isList(value) ? value.map(variables) : value;
}
