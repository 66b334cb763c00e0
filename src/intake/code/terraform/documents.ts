/** From a value to a policy document: what stands open in it, and what could not be read. */
import { isPolicyDocument } from '../../evidence/policies';
import type { Evaluator } from '../hcl/evaluate';
import type { Expression, Span } from '../hcl/tree';
import { isList, isObject, JsonText, Unknown, type Value } from '../hcl/values';

/** A part that was not read, by its place in the text. */
export type Loss = Span;

export interface Document {
  /** Undefined where a statement, a condition or the whole is not known. */
  readonly document: unknown;
  readonly placeholders: readonly string[];
  readonly losses: readonly Loss[];
}

/** The document that an argument holds; undefined where it is no policy. */
export function documentOf(value: Value, at: Expression, evaluator: Evaluator): Document | undefined {
  const json = jsonOf(value, evaluator);
  if (json === undefined) return undefined;
  if (json instanceof Unknown) return { document: undefined, placeholders: [], losses: [at] };
  const whole = asDocument(json);
  if (whole === undefined) return undefined;
  return shownDocument(whole, at, evaluator);
}

/** JSON with marks; the unknown itself where all of it is one. */
function jsonOf(value: Value, evaluator: Evaluator): unknown {
  if (value instanceof Unknown) return value;
  if (value instanceof JsonText)
    return value.value instanceof Unknown ? value.value : evaluator.plain(value.value);
  if (isObject(value) || isList(value)) return evaluator.plain(value);
  if (typeof value !== 'string') return undefined;
  const wholly = evaluator.unknowns.wholly(value.trim());
  if (wholly !== undefined) return wholly;
  if (!/^\s*[{[]/.test(value)) return undefined;
  try {
    return JSON.parse(evaluator.unknowns.quoted(value)) as unknown;
  } catch {
    return undefined;
  }
}

/** One statement, or a list of them, stands for a policy of these. */
function asDocument(json: unknown): Record<string, unknown> | undefined {
  if (Array.isArray(json))
    return json.some(isStatement) ? { Version: '2012-10-17', Statement: json } : undefined;
  if (isStatement(json)) return { Version: '2012-10-17', Statement: [json] };
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'Statement')) return undefined;
  return json as Record<string, unknown>;
}

function isStatement(json: unknown): boolean {
  return (
    typeof json === 'object' &&
    json !== null &&
    Object.hasOwn(json, 'Effect') &&
    (Object.hasOwn(json, 'Action') || Object.hasOwn(json, 'NotAction'))
  );
}

function shownDocument(json: Record<string, unknown>, at: Span, evaluator: Evaluator): Document | undefined {
  const { unknowns } = evaluator;
  const losses: Loss[] = [];
  const missing: Span[] = [];
  /** Lists whose entries are not all known: the statement waits for them, and it is said. */
  const noteLists = (value: unknown): void => {
    if (typeof value === 'string') {
      const unknown = unknowns.wholly(value);
      if (unknown?.list === true) losses.push(unknown.at);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(noteLists);
  };
  const gone = (value: unknown): void => {
    const unknown = typeof value === 'string' ? unknowns.wholly(value) : undefined;
    missing.push(unknown?.at ?? at);
  };
  const statements = json['Statement'];
  for (const statement of Array.isArray(statements) ? (statements as unknown[]) : [statements]) {
    if (typeof statement !== 'object' || statement === null) {
      gone(statement);
      continue;
    }
    const { Condition, Principal, NotPrincipal } = statement as Record<string, unknown>;
    for (const part of [Condition, ...maps(Condition), Principal, NotPrincipal])
      if (typeof part === 'string' && unknowns.wholly(part) !== undefined) gone(part);
    // `jsonencode` writes null, which no policy may have.
    if (Object.values(statement).includes(null)) gone(null);
    noteLists(statement);
  }
  const used = new Set<string>();
  if (missing.length > 0) return { document: undefined, placeholders: [], losses: distinct(missing) };
  const document = shown(json, (text) => unknowns.shown(text, used));
  return isPolicyDocument(document)
    ? { document, placeholders: [...used], losses: distinct(losses) }
    : undefined;
}

function maps(condition: unknown): readonly unknown[] {
  return typeof condition === 'object' && condition !== null ? Object.values(condition) : [];
}

function distinct(losses: readonly Loss[]): readonly Loss[] {
  return [...new Map(losses.map((loss) => [loss.start, loss])).values()];
}

function shown(json: unknown, text: (text: string) => string): unknown {
  if (typeof json === 'string') return text(json);
  if (Array.isArray(json)) return json.map((item) => shown(item, text));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [text(key), shown(value, text)]));
}
