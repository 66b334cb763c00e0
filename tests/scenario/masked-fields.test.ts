/**
 * Every text that a scenario may hold is masked, or stands here with the reason why it names nobody. The fields are read
 * from the schema, so that a new one cannot be forgotten.
 */
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/index';
import { parseScenario } from '../../src/index';
import { scenarioShape } from '../../src/formats/shape';
import { maskScenario } from '../../src/mask/mask';

/** Fields that name nobody. */
const SPARED: Readonly<Record<string, string>> = {
  'request.action': 'an action of AWS',
  'linked[].request.action': 'an action of AWS',
  'linked[].through': 'a service of AWS',
  'tests[].request.action': 'an action of AWS',
  'before.request.action': 'an action of AWS',
  'before.linked[].request.action': 'an action of AWS',
  'before.linked[].through': 'a service of AWS',
  'chain[].request.action': 'an action of AWS',
  'chain[].linked[].request.action': 'an action of AWS',
  'chain[].linked[].through': 'a service of AWS',
  'aws[].request.action': 'an action of AWS',
  'before.aws[].request.action': 'an action of AWS',
  'chain[].aws[].request.action': 'an action of AWS',
  'guards[].action': 'an action of AWS',
  'guards[].unless.*': 'an operator of IAM',
  'placeholders.*': 'a name that stands in policies too, and stays there',
  'before.placeholders.*': 'a name that stands in policies too, and stays there',
  'chain[].placeholders.*': 'a name that stands in policies too, and stays there',
  'lesson.of': 'a lesson of the page',
  'lesson.ask.options[].id': 'an id inside the lesson',
  'lesson.ask.options[].belief': 'an id of the page',
  'lesson.ask.options[].claims.missing': 'a layer',
  'lesson.ask.options[].claims.at': 'a step',
  'lesson.repair.edit[]': 'a place in the case',
  'lesson.repair.tests[].request.action': 'an action of AWS',
  'lesson.repair.hidden[].request.action': 'an action of AWS',
};

const SECRET = 'arn:aws:iam::987654321098:user/zupqelwax';

/** What is needed of zod's schemas to walk them. */
interface Schema {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly shape?: Readonly<Record<string, Schema>>;
      readonly innerType?: Schema;
      readonly element?: Schema;
      readonly options?: readonly Schema[];
      readonly valueType?: Schema;
      readonly values?: readonly unknown[];
      readonly entries?: Readonly<Record<string, string>>;
    };
  };
}

interface Leaf {
  readonly path: string;
  /** A value of the whole schema that holds the secret there. */
  readonly value: unknown;
}

/** The smallest value that a schema reads. */
function smallest(schema: Schema): unknown {
  const { type, shape, innerType, options, values, entries } = schema._zod.def;
  switch (type) {
    case 'string':
      return '';
    case 'number':
      return 0;
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'literal':
      return values![0];
    case 'enum':
      return Object.values(entries!)[0];
    case 'array':
      return [];
    case 'record':
      return {};
    case 'custom':
      return { Statement: [] };
    case 'nullable':
      return null;
    case 'optional':
      return smallest(innerType!);
    case 'union':
      return smallest(options![0]!);
    case 'object':
      return Object.fromEntries(
        Object.entries(shape!)
          .filter(([, field]) => field._zod.def.type !== 'optional')
          .map(([name, field]) => [name, smallest(field)]),
      );
    default:
      throw new Error(`a kind of schema that this test does not know: ${type}`);
  }
}

/** Every text of a schema, each with a value that holds the secret there and little else. */
function* leaves(schema: Schema, path: string): Generator<Leaf> {
  const { type, shape, innerType, element, options, valueType } = schema._zod.def;
  switch (type) {
    case 'string':
      yield { path, value: SECRET };
      return;
    case 'custom':
      yield { path, value: { Statement: [{ Effect: 'Allow', Action: '*', Resource: SECRET }] } };
      return;
    case 'optional':
    case 'nullable':
      yield* leaves(innerType!, path);
      return;
    case 'array':
      for (const leaf of leaves(element!, `${path}[]`)) yield { ...leaf, value: [leaf.value] };
      return;
    case 'union':
      for (const option of options!) yield* leaves(option, path);
      return;
    case 'record':
      yield { path: `${path}.*`, value: { [`aws:PrincipalTag/${SECRET}`]: smallest(valueType!) } };
      for (const leaf of leaves(valueType!, `${path}.value`))
        yield { ...leaf, value: { 'aws:PrincipalTag/team': leaf.value } };
      return;
    case 'object': {
      const rest = smallest(schema) as Record<string, unknown>;
      for (const [name, field] of Object.entries(shape!))
        for (const leaf of leaves(field, path === '' ? name : `${path}.${name}`))
          yield { ...leaf, value: { ...rest, [name]: leaf.value } };
      return;
    }
    default:
      return;
  }
}

/** A policy has either a document or a text. */
function withBody(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBody);
  if (typeof value !== 'object' || value === null) return value;
  const made = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withBody(item)]));
  const isPolicy = 'name' in made && !('request' in made) && !('kind' in made);
  return isPolicy && !('document' in made) && !('text' in made) ? { ...made, text: '{}' } : made;
}

const found = [...leaves(scenarioShape, '')];

describe('every text field of a scenario', () => {
  it('is found in the schema', () => {
    const paths = found.map(({ path }) => path);
    for (const path of [
      'title',
      'request.context.*',
      'before.request.principal',
      'chain[].notes',
      'lesson.story',
    ])
      expect(paths).toContain(path);
    expect(Object.keys(SPARED).filter((path) => !paths.includes(path))).toEqual([]);
  });

  it.each([...new Map(found.map((leaf) => [leaf.path, leaf])).values()])('$path', ({ path, value }) => {
    const scenario: Scenario = parseScenario(withBody(value));
    const known: Scenario = { ...scenario, linked: [...(scenario.linked ?? []), KNOWN] };
    const { linked, ...masked } = maskScenario(known).scenario;
    const text = JSON.stringify({ ...masked, linked: linked!.slice(0, -1) });
    if (path in SPARED) expect(text, SPARED[path]).toContain('zupqelwax');
    else expect(text).not.toMatch(/987654321098|zupqelwax/);
  });
});

/** Names that stand elsewhere in the case are taken out of prose. */
const KNOWN = { name: '', request: { principal: SECRET } };
