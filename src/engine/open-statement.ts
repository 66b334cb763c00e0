/**
 * Statements with a part that is not known yet. Such a part may turn out as anything, so the statement is kept with that
 * part as wide as it can be, under the condition that the placeholder decides: true for some values, false for others.
 */
import { firstDuplicateName } from '../language/duplicates';
import { childPath } from '../language/path';

type Json = Record<string, unknown>;

/** An element as it was written, of which a value is not known. */
export interface OpenElement {
  readonly element: string;
  /** The element that stands for it while the statement is open; none of a condition. */
  readonly as?: string;
  /** Behind the statement's own place. */
  readonly path: string;
  readonly names: readonly string[];
}

/** Of a document with open statements: by number, what each hangs on. */
const openElements = new WeakMap<object, ReadonlyMap<number, readonly OpenElement[]>>();

/** By number, what the open statements of a document hang on; undefined for a document without. */
export function openElementsOf(document: unknown): ReadonlyMap<number, readonly OpenElement[]> | undefined {
  return isObject(document) ? openElements.get(document) : undefined;
}

/** What stands for each element of which a value is not known: all of them. */
const WIDEST: Readonly<Record<string, readonly [name: string, value: unknown]>> = {
  Action: ['Action', '*'],
  NotAction: ['Action', '*'],
  Resource: ['Resource', '*'],
  NotResource: ['Resource', '*'],
  Principal: ['Principal', { AWS: '*' }],
  NotPrincipal: ['Principal', { AWS: '*' }],
};

/**
 * The document of a policy with statements left open on the missing placeholders. Undefined where a placeholder stands
 * where it decides more than whether a statement applies, as in an Effect, or where the text is no JSON.
 */
export function leftOpen(text: string, missing: ReadonlySet<string>): unknown {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(document) || firstDuplicateName(text, document) !== undefined) return undefined;
  const { Statement: statements, ...others } = document;
  if (namesIn(others, missing).length > 0) return undefined;
  const list: readonly unknown[] = Array.isArray(statements) ? statements : [statements];
  const opened = list.map((statement) => openStatement(statement, missing));
  if (opened.includes(undefined)) return undefined;
  const left = { ...document, Statement: Array.isArray(statements) ? opened : opened[0] };
  openElements.set(left, new Map(list.map((statement, at) => [at, elementsIn(statement, missing)])));
  return left;
}

/** The elements of a statement as it was written that hold a missing placeholder. */
function elementsIn(statement: unknown, missing: ReadonlySet<string>): readonly OpenElement[] {
  if (!isObject(statement)) return [];
  return Object.entries(statement).flatMap(([element, value]): readonly OpenElement[] => {
    if (element === 'Condition') return conditionsIn(value, missing);
    const names = namesIn(value, missing);
    const as = Object.hasOwn(WIDEST, element) ? WIDEST[element]![0] : undefined;
    if (names.length === 0 || as === undefined) return [];
    const at = Array.isArray(value) ? value.findIndex((item) => namesIn(item, missing).length > 0) : -1;
    return [{ element, as, path: `.${element}${at === -1 ? '' : `[${at}]`}`, names }];
  });
}

function conditionsIn(condition: unknown, missing: ReadonlySet<string>): readonly OpenElement[] {
  return isObject(condition)
    ? Object.entries(condition).flatMap(([operator, keys]) =>
        Object.entries(isObject(keys) ? keys : {}).flatMap(([key, value]) => {
          const names = namesIn({ [key]: value }, missing);
          const path = childPath(childPath('.Condition', operator), key);
          return names.length === 0 ? [] : [{ element: 'Condition', path, names }];
        }),
      )
    : [];
}

/** Undefined where it cannot be told what the statement is. */
function openStatement(statement: unknown, missing: ReadonlySet<string>): unknown {
  if (!isObject(statement)) return namesIn(statement, missing).length > 0 ? undefined : statement;
  const hangsOn = namesIn(statement, missing);
  if (hangsOn.length === 0) return statement;
  const made: Json = {};
  for (const [element, value] of Object.entries(statement)) {
    if (element === 'Condition') continue;
    if (namesIn(value, missing).length === 0 || element === 'Sid') made[element] = value;
    else if (Object.hasOwn(WIDEST, element)) made[WIDEST[element]![0]] = WIDEST[element]![1];
    else return undefined;
  }
  const { Condition: condition } = statement;
  if (condition !== undefined && !isObject(condition)) return undefined;
  made['Condition'] = openCondition(condition ?? {}, missing, hangsOn);
  return made;
}

/** The conditions that are known, and one on each placeholder. */
function openCondition(condition: Json, missing: ReadonlySet<string>, hangsOn: readonly string[]): Json {
  const made: Json = {};
  for (const [operator, keys] of Object.entries(condition)) {
    const known = isObject(keys)
      ? Object.fromEntries(
          Object.entries(keys).filter(([key, value]) => namesIn({ [key]: value }, missing).length === 0),
        )
      : keys;
    if (!isObject(known) || Object.keys(known).length > 0) made[operator] = known;
  }
  const given = isObject(made['StringEquals']) ? made['StringEquals'] : {};
  made['StringEquals'] = { ...given, ...Object.fromEntries(hangsOn.map((name) => [name, 'as it must be'])) };
  return made;
}

/** The missing names that stand in a value, in its texts and its keys. */
function namesIn(value: unknown, missing: ReadonlySet<string>): readonly string[] {
  if (typeof value === 'string') return [...missing].filter((name) => value.includes(`\${${name}}`));
  if (typeof value !== 'object' || value === null) return [];
  const found = Object.entries(value).flatMap(([key, item]) => [
    ...namesIn(key, missing),
    ...namesIn(item, missing),
  ]);
  return [...new Set(found)];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
