/**
 * Policies and statements that a program writes as plain objects, with values that are not written out:
 * `{"Resource": bucket.arn + "/*"}`. The same expressions as in calls, so a reference becomes a placeholder.
 */
import type { RefusedObject } from '../../literal/find';
import { Places } from '../place';
import type { CodePolicy, CodeRead, TextPart } from '../types';
import { declaredBefore } from './changing';
import { policyOf, type Group } from './group';
import { Broken, Lexer, type Script } from './lexer';
import { parseExpression } from './parser';
import { isPython } from './read';
import { scan } from './scan';
import type { Expression } from './expression';
import { isObject } from '../../evidence/values';
import { Values } from './value';

type Fragment = Pick<RefusedObject, 'start'>;

/**
 * What one language makes of the objects; undefined where none of them can be read whole.
 * @param beside statements of the same text that are written out: with those that are not they are one policy
 */
export function readObjects(
  text: string,
  objects: readonly RefusedObject[],
  beside: readonly Fragment[],
): CodeRead | undefined {
  const first: Script = isPython(text) ? 'python' : 'javascript';
  const second: Script = first === 'python' ? 'javascript' : 'python';
  return objectsIn(text, objects, beside, first) ?? objectsIn(text, objects, beside, second);
}

function objectsIn(
  text: string,
  objects: readonly RefusedObject[],
  beside: readonly Fragment[],
  script: Script,
): CodeRead | undefined {
  const reader = new ObjectReader(text, script);
  const policies = objects.filter(({ kind, changed }) => kind === 'policy' && changed !== true);
  // Statements alone are read where the text has no policy, whose parts they may be, and all of them or none.
  const alone = objects.every(({ kind }) => kind === 'statements');
  const statements = [...objects, ...beside].sort((one, other) => one.start - other.start);
  const read = alone
    ? reader.policy(statements, declaredBefore(text, statements[0]!.start), false)
    : policies.flatMap((each) => reader.policy([each], declaredBefore(text, each.start), true));
  if (read.length === 0) return undefined;
  return {
    language: 'program',
    policies: read.map(({ policy }) => policy),
    known: {},
    notes: alone ? [AROUND] : [],
    parts: read.flatMap(({ parts }) => parts).sort((one, other) => one.start - other.start),
  };
}

interface ReadObject {
  readonly policy: CodePolicy;
  readonly parts: readonly TextPart[];
}

class ObjectReader {
  private readonly constants: ReadonlyMap<string, Expression>;
  /** What is read already, by where it begins. */
  private readonly byStart: ReadonlyMap<number, Expression>;
  private readonly places: Places;

  constructor(
    private readonly text: string,
    private readonly script: Script,
  ) {
    ({ constants: this.constants } = scan(text, script));
    this.byStart = new Map([...this.constants.values()].map((value) => [value.at, value]));
    this.places = new Places(text);
  }

  /** Nothing where a part cannot be read: the reader that refused it says so. */
  policy(objects: readonly Fragment[], name = '', whole: boolean): readonly ReadObject[] {
    const values = new Values(this.text, this.constants);
    const expressions = objects.map(({ start }) => this.expression(start));
    if (!expressions.every((each) => each !== undefined)) return [];
    const group: Group = {
      name: PARAMETERS.test(name) ? '' : name,
      kind: 'object',
      policyKind: 'guess',
      attachedTo: [],
      at: objects[0]!.start,
      makes: expressions.map((each) => () => values.json(each)),
      whole,
    };
    const policy = policyOf(group, this.places, values, () => undefined);
    if (!isPolicy(policy.document)) return [];
    const parts = expressions.map(({ at, end }): TextPart => ({ start: at, end }));
    return [{ policy, parts: [...parts, ...values.used] }];
  }

  private expression(start: number): Expression | undefined {
    const read = this.byStart.get(start);
    if (read !== undefined) return read;
    try {
      return parseExpression(new Lexer(this.text, this.script, start));
    } catch (error) {
      if (error instanceof Broken) return undefined;
      throw error;
    }
  }
}

const AROUND =
  'The policy around these statements is not in the text; they are read as one of version 2012-10-17.';

/** Parameters of calls and properties that hold a policy: no names of it. */
const PARAMETERS =
  /^(?:(?:assume_?role_?)?policy_?document|assume_?role_?policy|policy|document|statements?)$/i;

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
