import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Scenario } from '../../src/case/scenario';
import { within } from '../support/soon';
import { allow, deny, mine, policy, scenario } from './build';

const decisionOf = (given: Scenario): string => evaluate(given).decision;

describe('hostile input', () => {
  it('patterns of many wildcards', async () => {
    const pattern = `${'*a'.repeat(400)}*b`;
    const resource = `arn:aws:s3:::${'a'.repeat(4000)}`;
    await within(50, () => {
      expect(decisionOf(mine([allow({ Resource: pattern })], { action: 's3:GetObject', resource }))).toBe(
        'ImplicitlyDenied',
      );
    });
    const condition = { Condition: { StringLike: { 'x:y': pattern } } };
    await within(50, () => {
      expect(decisionOf(mine([allow(condition)], { context: { 'x:y': 'a'.repeat(4000) } }))).toBe(
        'ImplicitlyDenied',
      );
    });
  });

  it('the same patterns over a value that is not known', async () => {
    const patterns = Array.from({ length: 12 }, (_, at) => `*${String.fromCharCode(97 + at)}*${at}*`);
    const statements = patterns.map((pattern) => deny({ Condition: { StringLike: { 'x:y': pattern } } }));
    await within(62, () => {
      expect(decisionOf(mine([allow(), ...statements], { context: { 'x:y': null } }))).toBe('Undetermined');
    });
  });

  it('more combinations than can be tried say so, and do not settle the verdict', async () => {
    const keys = Array.from({ length: 40 }, (_, at) => `x:k${at}`);
    const all = Object.fromEntries(keys.map((key, at) => [key, [`v${at}`, 'w']]));
    const statements = keys
      .slice(1)
      .map((key, at) =>
        allow({ Condition: { StringEquals: { [key]: 'w' }, StringNotEquals: { [keys[at]!]: 'w' } } }),
      );
    const context = Object.fromEntries(keys.map((key) => [key, null]));
    await within(100, () => {
      const result = evaluate(mine([...statements, deny({ Condition: { StringEquals: all } })], { context }));
      expect(result.decision).toBe('Undetermined');
      expect(result.dependsOn.length).toBeGreaterThan(0);
    });
  });

  it('a policy of a megabyte', async () => {
    const statements = Array.from({ length: 5000 }, (_, at) => ({
      ...allow({ Action: `s3:Get${at}`, Resource: `arn:aws:s3:::bucket-${at}/${'x'.repeat(150)}/*` }),
    }));
    const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
    expect(text.length).toBeGreaterThan(1_000_000);
    await within(37, () => {
      expect(decisionOf(scenario({ identity: [{ name: 'Big', text }] }))).toBe('ImplicitlyDenied');
    });
  });

  it('a hundred thousand values', async () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `tag-${at}`);
    const condition = { Condition: { 'ForAllValues:StringLike': { 'aws:TagKeys': ['tag-*', 'other'] } } };
    await within(37, () => {
      expect(decisionOf(mine([allow(condition)], { context: { 'aws:TagKeys': many } }))).toBe('Allowed');
    });
    const keys = Object.fromEntries(many.map((key) => [`aws:RequestTag/${key}`, 'x']));
    await within(37, () => {
      expect(decisionOf(mine([allow()], { context: keys }))).toBe('Allowed');
    });
  });

  it('text nested without end', () => {
    const texts = [
      '['.repeat(100_000),
      '{"Statement":'.repeat(20_000),
      `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    ];
    for (const text of texts) {
      const result = evaluate(scenario({ identity: [{ name: 'Deep', text }] }));
      expect(result.decision).toBe('Undetermined');
      expect(result.dependsOn[0]?.kind).toBe('policy');
    }
  });

  it('names that mean something to JavaScript', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    for (const name of names) {
      const document: unknown = JSON.parse(
        `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"${name}":"x"}}}]}`,
      );
      const context = JSON.parse(`{"${name}":"x"}`) as Record<string, string>;
      const given = scenario({ identity: [{ name, document }] });
      expect(decisionOf(given)).toBe('ImplicitlyDenied');
      expect(decisionOf({ ...given, request: { ...given.request, context } })).toBe('Allowed');
      const element: unknown = JSON.parse(
        `{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","${name}":"x"}]}`,
      );
      expect(decisionOf(scenario({ identity: [{ name, document: element }] }))).toBe('Undetermined');
      const operator: unknown = JSON.parse(
        `{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"${name}":{}}}]}`,
      );
      expect(decisionOf(scenario({ identity: [{ name, document: operator }] }))).toBe('Undetermined');
    }
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('documents of any kind', () => {
    for (const document of [
      null,
      1,
      'text',
      true,
      [],
      {},
      { Statement: null },
      { Statement: [null] },
      { Statement: [[]] },
    ]) {
      expect(decisionOf(scenario({ identity: [{ name: 'Odd', document }] }))).toBe('Undetermined');
    }
    expect(decisionOf(scenario({ identity: [{ name: 'Neither' }] }))).toBe('Undetermined');
    const circle: Record<string, unknown> = {};
    circle['Statement'] = circle;
    expect(decisionOf(scenario({ identity: [{ name: 'Circle', document: circle }] }))).toBe('Undetermined');
  });

  it('an edit in a text is seen at once', () => {
    const text = (effect: string): string =>
      JSON.stringify({ Statement: [{ Effect: effect, Action: '*', Resource: '*' }] });
    expect(decisionOf(scenario({ identity: [{ name: 'T', text: text('Allow') }] }))).toBe('Allowed');
    expect(decisionOf(scenario({ identity: [{ name: 'T', text: text('Deny') }] }))).toBe('ExplicitlyDenied');
    const document = policy('D', allow()).document;
    expect(decisionOf(scenario({ identity: [{ name: 'D', document }] }))).toBe('Allowed');
    // The same document is another policy in another place.
    expect(decisionOf(scenario({ resource: { name: 'D', document } }))).toBe('Undetermined');
  });

  it('any text in any field', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({
        unit: fc.constantFrom('arn', ':', 'aws', '*', '/', 'iam', 'root', '${', '}', "'", ',', ' ', '1'),
      }),
      fc.constantFrom(
        '*',
        '',
        'arn:aws:iam::111122223333:user/',
        'arn:aws:sts::111122223333:assumed-role/A/B',
        's3:GetObject',
      ),
    );
    const value = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.constant(null));
    const texts = fc.oneof(text, fc.array(text, { maxLength: 3 }));
    const statement = fc.record(
      {
        Effect: fc.constantFrom('Allow', 'Deny'),
        Principal: fc.oneof(fc.constant('*'), fc.record({ AWS: texts })),
        Action: texts,
        Resource: texts,
        Condition: fc.dictionary(
          fc.constantFrom(
            'StringLike',
            'ArnLike',
            'IpAddress',
            'DateEquals',
            'NumericLessThan',
            'BinaryEquals',
            'Null',
            'ForAnyValue:Bool',
          ),
          fc.dictionary(text, texts, { maxKeys: 2 }),
          { maxKeys: 2 },
        ),
      },
      { requiredKeys: ['Effect', 'Action'] },
    );
    const document = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          Version: fc.constant('2012-10-17'),
          Statement: fc.array(statement, { maxLength: 3 }),
        }),
      },
      { weight: 1, arbitrary: fc.anything() },
    );
    const any = fc.record({ name: text, document });
    const request = fc.record({
      principal: text,
      role: text,
      user: text,
      action: text,
      resource: text,
      resourceAccount: text,
      context: fc.dictionary(text, value, { maxKeys: 3 }),
    });
    const policies = fc.record({ identity: fc.array(any, { maxLength: 2 }), resource: any, endpoint: any });
    fc.assert(
      fc.property(request, policies, (asked, given) => {
        const result = evaluate({ schema: 2, request: asked, policies: given });
        expect(result.steps).toHaveLength(9);
        expect(() => JSON.stringify(result.steps)).not.toThrow();
      }),
      { numRuns: 200, seed: 20260301 },
    );
  });
});
