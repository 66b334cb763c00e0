import { describe, expect, it } from 'vitest';
import {
  LinkError,
  ScenarioError,
  checkPolicy,
  decodeLink,
  encodeLink,
  evaluate,
  parseScenario,
  readEvidence,
} from '../src';
import type { Decision } from '../src';

/** Hostile input through every door of the public face: an answer or a known error, soon, and nothing left behind. */

const SOON = 5000;

async function soon<T>(run: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await run();
  expect(performance.now() - start).toBeLessThan(SOON);
  return result;
}

const statement = (rest: object = {}): object => ({ Effect: 'Allow', Action: '*', Resource: '*', ...rest });
const textOf = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

function asking(text: string, request: object = {}): unknown {
  return {
    schema: 1,
    request: {
      principal: 'arn:aws:iam::111122223333:user/alice',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::data/k',
      ...request,
    },
    policies: { identity: [{ name: 'Hostile', text }] },
  };
}

const STARS = `${'*a'.repeat(500)}*b`;
const MANY = Array.from({ length: 100_000 }, (_, at) => `tag-${at}`);
const PROTO = JSON.stringify(
  statement({ Condition: { StringEquals: { 'aws:ResourceTag/__proto__': 'red' } } }),
);

interface Row {
  readonly name: string;
  readonly text: string;
  readonly request?: object;
  readonly decision: Decision;
}

const ROWS: readonly Row[] = [
  {
    name: 'a resource of a thousand stars',
    text: textOf(statement({ Resource: `arn:aws:s3:::${STARS}` })),
    request: { resource: `arn:aws:s3:::${'a'.repeat(3000)}` },
    decision: 'ImplicitlyDenied',
  },
  {
    name: 'a value of a thousand stars',
    text: textOf(statement({ Condition: { StringLike: { 'aws:PrincipalTag/a': STARS } } })),
    request: { context: { 'aws:PrincipalTag/a': 'a'.repeat(3000) } },
    decision: 'ImplicitlyDenied',
  },
  {
    name: 'an action of a thousand stars',
    text: textOf(statement({ Action: `s3:${STARS}` })),
    request: { action: `s3:${'a'.repeat(3000)}` },
    decision: 'ImplicitlyDenied',
  },
  {
    name: 'a megabyte of statements',
    text: textOf(
      ...Array.from({ length: 5000 }, (_, at) =>
        statement({ Action: `s3:Get${at}`, Resource: `arn:aws:s3:::b-${at}/${'x'.repeat(150)}/*` }),
      ),
    ),
    decision: 'ImplicitlyDenied',
  },
  {
    name: 'a hundred thousand values of one key',
    text: textOf(statement({ Condition: { 'ForAllValues:StringLike': { 'aws:TagKeys': 'tag-*' } } })),
    request: { context: { 'aws:TagKeys': MANY } },
    decision: 'Allowed',
  },
  {
    name: 'a hundred thousand keys',
    text: textOf(statement()),
    request: { context: Object.fromEntries(MANY.map((key) => [`aws:RequestTag/${key}`, 'x'])) },
    decision: 'Allowed',
  },
  { name: 'brackets without end', text: '['.repeat(100_000), decision: 'Undetermined' },
  { name: 'objects without end', text: '{"Statement":'.repeat(20_000), decision: 'Undetermined' },
  {
    name: 'a tag named like the prototype',
    text: `{"Version":"2012-10-17","Statement":[${PROTO}]}`,
    request: { context: { 'aws:ResourceTag/__proto__': 'red' } },
    decision: 'Allowed',
  },
  {
    name: 'an element named like the prototype',
    text: '{"Version":"2012-10-17","Statement":[{"__proto__":{"Effect":"Allow"},"Action":"*","Resource":"*"}]}',
    decision: 'Undetermined',
  },
];

describe.each(ROWS)('$name', ({ text, request, decision }) => {
  it('is evaluated, and its link opens to the same verdict or says that it is too large', async () => {
    const json = JSON.parse(JSON.stringify(asking(text, request))) as unknown;
    const read = await soon(() => {
      try {
        return parseScenario(json);
      } catch (error) {
        expect(error).toBeInstanceOf(ScenarioError);
        return undefined;
      }
    });
    // A hundred thousand keys may be more than a scenario holds; the evaluator takes them all the same.
    const scenario = read ?? (json as ReturnType<typeof parseScenario>);
    expect((await soon(() => evaluate(scenario))).decision).toBe(decision);
    if (!read) return;
    const back = await soon(async () => {
      try {
        return await decodeLink(await encodeLink(read));
      } catch (error) {
        expect(error).toBeInstanceOf(LinkError);
        expect(error).toMatchObject({ kind: 'tooLarge' });
        return undefined;
      }
    });
    if (back) expect(evaluate(back).decision).toBe(decision);
  });

  it('is checked and read as evidence', async () => {
    await soon(() => checkPolicy(text, 'identity'));
    await soon(() => readEvidence(text));
    await soon(() => readEvidence(`{"policy": ${text}}`));
  });

  it('leaves no mark on other objects', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['Effect']).toBeUndefined();
  });
});
