/**
 * Policies and statements that a program writes as plain objects, with values that are not written out:
 * `{"Resource": bucket.arn + "/*"}`. The same expressions as in calls, so a reference becomes a placeholder.
 */
import type { RefusedObject } from '../../literal/find';
import { Places } from '../place';
import type { CodeRead, TextPart } from '../types';
import { declaredBefore } from './changing';
import { policyOf, type Group } from './group';
import { Broken, Lexer, type Script } from './lexer';
import { parseExpression } from './parser';
import { isPython } from './read';
import { scan } from './scan';
import type { Expression } from './expression';
import { isObject } from '../../evidence/values';
import { Values, type Json } from './value';

/** What one language makes of the objects; undefined where none of them can be read whole. */
export function readObjects(text: string, objects: readonly RefusedObject[]): CodeRead | undefined {
  const first: Script = isPython(text) ? 'python' : 'javascript';
  const second: Script = first === 'python' ? 'javascript' : 'python';
  return objectsIn(text, objects, first) ?? objectsIn(text, objects, second);
}

function objectsIn(text: string, objects: readonly RefusedObject[], script: Script): CodeRead | undefined {
  const { constants } = scan(text, script);
  const places = new Places(text);
  const read = objects.flatMap(({ start, kind, changed }) => {
    const expression = changed === true ? undefined : expressionAt(text, script, start);
    if (expression === undefined) return [];
    const name = declaredBefore(text, start) ?? '';
    const values = new Values(text, constants);
    const group: Group = {
      name: PARAMETERS.test(name) ? '' : name,
      kind: 'object',
      policyKind: 'guess',
      attachedTo: [],
      at: start,
      makes: [() => documentOf(values.json(expression), kind)],
      whole: true,
    };
    const policy = policyOf(group, places, values, () => undefined);
    const part: TextPart = { start, end: expression.end };
    return isPolicy(policy.document) ? [{ policy, kind, parts: [part, ...values.used] }] : [];
  });
  // A part that cannot be read is told by the reader that refused it; here it is only not found.
  const all = read.filter(({ policy }) => policy.document !== undefined);
  const policies = all.filter(({ kind }) => kind === 'policy');
  // Statements alone are read where the text has no policy, whose parts they may be.
  const whole = objects.some(({ kind }) => kind === 'policy') ? policies : all;
  if (whole.length === 0) return undefined;
  return {
    language: 'program',
    policies: whole.map(({ policy }) => policy),
    known: {},
    notes: whole.some(({ kind }) => kind === 'statements') ? [AROUND] : [],
    parts: whole.flatMap(({ parts }) => parts).sort((one, other) => one.start - other.start),
  };
}

const AROUND =
  'The policy around these statements is not in the text; they are read as one of version 2012-10-17.';

/** Parameters of calls and properties that hold a policy: no names of it. */
const PARAMETERS =
  /^(?:(?:assume_?role_?)?policy_?document|assume_?role_?policy|policy|document|statements?)$/i;

function expressionAt(text: string, script: Script, start: number): Expression | undefined {
  try {
    return parseExpression(new Lexer(text, script, start));
  } catch (error) {
    if (error instanceof Broken) return undefined;
    throw error;
  }
}

function documentOf(value: Json, kind: RefusedObject['kind']): Json {
  return kind === 'policy'
    ? value
    : { Version: '2012-10-17', Statement: Array.isArray(value) ? (value as Json) : [value] };
}

/**
 * Are the names of a policy what the language reads as names? In YAML words need no quotation marks, in JavaScript names: read
 * as Python, `{Effect: Allow}` would be references.
 */
function isPolicy(document: unknown): boolean {
  const statements = isObject(document) ? document['Statement'] : undefined;
  const list: readonly unknown[] = Array.isArray(statements) ? statements : [statements];
  return list.every(
    (each) =>
      isObject(each) && typeof each['Effect'] === 'string' && !/^\$\{(?:Allow|Deny)\}$/.test(each['Effect']),
  );
}
