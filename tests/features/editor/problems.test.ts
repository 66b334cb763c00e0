import { describe, expect, it } from 'vitest';
import { editorMarks } from '../../../src/features/editor/editorMarks';
import { evaluate } from '../../../src/engine/evaluate';
import type { Policy, Scenario } from '../../../src/case/scenario';

function problemsOf(policy: Partial<Policy>) {
  const scenario: Scenario = {
    schema: 2,
    request: {
      principal: 'arn:aws:iam::111122223333:user/alice',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::example/key',
    },
    policies: { identity: [{ name: 'Broken', ...policy }] },
  };
  return editorMarks(scenario, evaluate(scenario), { layer: 'identity', index: 0 });
}

describe('a policy that cannot be read', () => {
  it('says between which values a comma is missing, and underlines both', () => {
    const marks = problemsOf({ text: '{\n  "Action": ["s3:GetObject" "s3:PutObject"]\n}' });
    expect(marks.problems).toEqual([
      {
        range: { startLine: 2, startColumn: 14, endLine: 2, endColumn: 43 },
        message: 'A comma is missing between "s3:GetObject" and "s3:PutObject".',
        severity: 'error',
      },
    ]);
    expect(marks.notes).toEqual([
      {
        line: 2,
        tone: 'problem',
        text: 'A comma is missing between "s3:GetObject" and "s3:PutObject".',
      },
    ]);
  });

  it('points at the second value when the two stand in different lines', () => {
    const { problems } = problemsOf({ text: '{\n  "Version": "2012-10-17"\n  "Statement": []\n}' });
    expect(problems[0]).toMatchObject({
      range: { startLine: 3, startColumn: 3, endLine: 3, endColumn: 14 },
      message: 'A comma is missing between "2012-10-17" and "Statement".',
    });
  });

  it('words any other problem as a sentence', () => {
    const { problems } = problemsOf({ text: '{ "Statement": [ }' });
    expect(problems[0]?.message).toMatch(/^A .+\.$/);
    expect(problems[0]?.message).not.toContain('`');
  });

  it('looks at the text of a policy that is switched off too', () => {
    expect(problemsOf({ text: '{', off: true }).problems).toHaveLength(1);
    expect(problemsOf({ text: '{"Version":"2012-10-17","Statement":[]}', off: true }).problems).toEqual([]);
  });
});

describe('the line that decides', () => {
  const statement = (Sid: string) => ({ Sid, Effect: 'Allow', Action: 's3:GetObject', Resource: '*' });
  const document = { Statement: Array.from({ length: 12 }, (_, at) => statement(`Team${at}`)) };
  const hitsOf = (text: string) => problemsOf({ text }).hits;

  it('is told from a line that holds the whole policy', () => {
    const long = hitsOf(JSON.stringify(document));
    expect(long.length).toBeGreaterThan(0);
    expect(long.every((hit) => hit.line === 1 && hit.long === true)).toBe(true);
    const laidOut = hitsOf(JSON.stringify(document, null, 2));
    expect(laidOut.length).toBe(long.length);
    expect(laidOut.some((hit) => hit.long === true)).toBe(false);
    expect(laidOut[0]!.line).toBe(4);
  });
});
