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
import { externalAccess } from '../src/checks/external-access';
import { applyChange, changesFor } from '../src/explain/changes';
import { explain } from '../src/explain/headline';
import { keyTable } from '../src/explain/key-table';
import { policyMarks } from '../src/explain/marks';
import { stepWords } from '../src/explain/steps';
import { within } from './support/soon';

/** Hostile input through every door of the public face: an answer or a known error, soon, and nothing left behind. */

/** In calibration loops; what grows too fast takes a thousand times as many. */
const SOON = 200;

const soon = <T>(run: () => T | Promise<T>): Promise<T> => within(SOON, run);

const statement = (rest: object = {}): object => ({ Effect: 'Allow', Action: '*', Resource: '*', ...rest });
const textOf = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

function asking(text: string, request: object = {}): unknown {
  return {
    schema: 2,
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
/** Names that every object of JavaScript has. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
/** As JSON: an object written in JavaScript would take `__proto__` for its prototype. */
const keyed = (name: string, value: string): object =>
  JSON.parse(`{${JSON.stringify(name)}: ${JSON.stringify(value)}}`) as object;

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
  ...INHERITED.flatMap((name): readonly Row[] => [
    {
      name: `a key called ${name}`,
      text: textOf(statement({ Condition: { StringEquals: keyed(name, 'red') } })),
      request: { context: keyed(name, 'red') },
      decision: 'Allowed',
    },
    {
      name: `a key called ${name} that the request does not have`,
      text: textOf(statement({ Condition: { StringEquals: keyed(name, 'red') } })),
      decision: 'ImplicitlyDenied',
    },
    {
      name: `a key called ${name} that is not known`,
      text: textOf(statement({ Condition: { StringEquals: keyed(name, 'red') } })),
      request: { context: JSON.parse(`{"${name}": null}`) as object },
      decision: 'Undetermined',
    },
    {
      name: `Sids called ${name}, twice`,
      text: textOf(statement({ Sid: name }), statement({ Sid: name, Effect: 'Deny', Action: 'sqs:*' })),
      decision: 'Allowed',
    },
    {
      name: `an operator called ${name}`,
      text: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"${name}":{"x:y":"z"}}}]}`,
      decision: 'Undetermined',
    },
    {
      name: `actions and services called ${name}`,
      text: textOf(statement({ Action: [name, `${name}:${name}`, `s3:${name}`] })),
      request: { action: `s3:${name.replaceAll('_', 'x')}`, resource: `arn:aws:${name}:::${name}` },
      decision: name.startsWith('_') ? 'ImplicitlyDenied' : 'Allowed',
    },
    {
      name: `variables called ${name}`,
      text: textOf(statement({ Resource: `arn:aws:s3:::data/\${${name}}` })),
      request: { resource: `arn:aws:s3:::data/${name}`, context: keyed(name, name) },
      decision: 'Allowed',
    },
  ]),
  {
    name: 'variables by the thousand',
    text: textOf(
      statement({ Resource: `arn:aws:s3:::${'${aws:username}*'.repeat(1000)}`, Action: 's3:GetObject' }),
    ),
    request: { resource: `arn:aws:s3:::${'alice'.repeat(999)}` },
    decision: 'ImplicitlyDenied',
  },
  {
    name: 'variables and stars by the dozen',
    text: textOf(
      statement({ Resource: `arn:aws:s3:::${'${aws:username}*'.repeat(50)}b`, Action: 's3:GetObject' }),
    ),
    request: { resource: `arn:aws:s3:::${'alice'.repeat(100)}` },
    decision: 'ImplicitlyDenied',
  },
  {
    name: 'openings of variables by the thousand',
    text: textOf(statement({ Resource: `arn:aws:s3:::${"${a,'".repeat(4000)}` })),
    decision: 'ImplicitlyDenied',
  },
  {
    name: 'an unknown value against a thousand stars',
    text: textOf(statement({ Condition: { StringLike: { 'x:y': [STARS, `*${STARS}`] } } })),
    request: { context: { 'x:y': null } },
    decision: 'Undetermined',
  },
  {
    name: 'hundreds of Sids that are one',
    text: textOf(...Array.from({ length: 800 }, () => ({ ...statement(), Sid: 'Same' }))),
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

  it('is checked as any type of policy, and read as evidence', async () => {
    for (const type of ['identity', 'resource', 'scp'] as const) await soon(() => checkPolicy(text, type));
    await soon(() => externalAccess(text));
    await soon(() => readEvidence(text));
    await soon(() => readEvidence(`{"policy": ${text}}`));
  });

  it('is put in words, marked in the text, and mended', async () => {
    const scenario = JSON.parse(JSON.stringify(asking(text, request))) as ReturnType<typeof parseScenario>;
    const evaluation = evaluate(scenario);
    const { lead } = await soon(() => explain(scenario, evaluation));
    expect(lead).not.toBe('');
    await soon(() => policyMarks(scenario, evaluation, { layer: 'identity', index: 0 }));
    await soon(() => keyTable(scenario, evaluation));
    for (const step of evaluation.steps) await soon(() => stepWords(step, evaluation, scenario));
    for (const change of await soon(() => changesFor(scenario, evaluation)))
      expect(() => applyChange(scenario, change)).not.toThrow();
  });

  it('leaves no mark on other objects', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['Effect']).toBeUndefined();
  });
});
