import { describe, expect, it } from 'vitest';
import type { ResourceVerdict } from '../../src/audit/least-privilege/resource-verdicts';
import type { Names, VerdictRow } from '../../src/audit/least-privilege/view';
import { markedLines } from '../../src/features/tighten/lines';

const names = (...some: readonly string[]): Names => ({ count: some.length, some });
const verdict = (entry: number, pattern: string, more: Partial<VerdictRow> = {}): VerdictRow => ({
  policy: 0,
  statement: 0,
  entry,
  pattern,
  outcome: 'strike',
  used: names(),
  notUsed: names('x:Y'),
  noData: names(),
  passesRoles: false,
  kept: false,
  ...more,
});
const resources = (more: Partial<ResourceVerdict> = {}): ResourceVerdict => ({
  policy: 0,
  statement: 0,
  not: false,
  values: ['*'],
  gone: [0],
  after: ['arn:aws:s3:::in/*'],
  ...more,
});
const document = (statement: object): object => ({ Version: '2012-10-17', Statement: [statement] });
const struckIn = (...given: Parameters<typeof markedLines>): readonly (readonly [string, string])[] =>
  markedLines(...given).flatMap(({ pieces }) =>
    pieces.flatMap(({ text, struck }) => (struck === undefined ? [] : [[text, struck] as const])),
  );

describe('what is struck in a policy', () => {
  it('are the entries that go, each with its word, and the Resource with its name where it has one value', () => {
    const text = JSON.stringify(
      document({ Effect: 'Allow', Action: ['s3:*', 'sqs:*', 'sns:*', 'ec2:*'], Resource: '*' }),
      null,
      2,
    );
    const rows = [
      verdict(0, 's3:*', { outcome: 'narrow' }),
      verdict(1, 'sqs:*', { outcome: 'keep' }),
      verdict(2, 'sns:*', { noData: names('sns:Publish') }),
      verdict(3, 'ec2:*'),
    ];
    expect(struckIn(text, rows, [resources()])).toEqual([
      ['"s3:*",', 'narrowed'],
      ['"sns:*",', 'dropped'],
      ['"ec2:*"', 'not used'],
      ['"Resource": "*"', 'narrowed'],
    ]);
    const lines = markedLines(text, rows, [resources()]);
    expect(lines.map(({ pieces }) => pieces.map((piece) => piece.text).join('')).join('\n')).toBe(text);
    expect(lines.findIndex((line) => line.resources.length > 0)).toBe(text.split('\n').length - 4);
  });

  it('is no more than these where everything stands in one line', () => {
    const text = JSON.stringify(document({ Effect: 'Allow', Action: 's3:*', Resource: ['a', 'b'] }));
    const marked = resources({ values: ['a', 'b'], gone: [1], after: ['a'] });
    expect(struckIn(text, [verdict(0, 's3:*', { outcome: 'keep' })], [marked])).toEqual([
      ['"b"', 'narrowed'],
    ]);
  });

  it('are resources that go with their statement as dropped, in a lone statement too', () => {
    const text = JSON.stringify({ Statement: { Effect: 'Allow', Action: 's3:*', NotResource: ['a'] } });
    const marked = resources({ not: true, values: ['a'], after: [] });
    expect(struckIn(text, [], [marked])).toEqual([['"a"', 'dropped']]);
  });
});
