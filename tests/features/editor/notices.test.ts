import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../src/checks/check-policy';
import { applyEdits } from '../../../src/language/edits';
import { countNotices, noticesOf, problemsOf } from '../../../src/features/editor/notices';

const checked = (text: string) => ({ text, findings: checkPolicy(text, 'identity') });
const TWICE = `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": ["logs:*", "logs:*"],
    "Resource": "*"
  }
}`;
const problem = {
  range: { startLine: 4, startColumn: 15, endLine: 4, endColumn: 22 },
  message: 'Effect is "Allow" or "Deny", in these letters.',
};

describe('what is said about a policy’s text', () => {
  it('holds what the checks found, at its place and with its fix', () => {
    const notices = noticesOf(undefined, checked(TWICE));
    const twice = notices.find(({ severity }) => severity === 'suggestion');
    expect(twice).toMatchObject({ path: 'Statement.Action[1]', range: { startLine: 5 }, whole: false });
    const fixed = applyEdits(TWICE, twice!.fixes[0]!.edits);
    expect((JSON.parse(fixed) as { Statement: { Action: unknown } }).Statement.Action).toEqual(['logs:*']);
  });

  it('says an error once, and takes the fix along', () => {
    const text = TWICE.replace('"Allow"', '"allow"');
    const notices = noticesOf(problem, checked(text));
    expect(notices.map(({ message }) => message)).toEqual([problem.message]);
    expect(notices[0]?.fixes.map(({ edits }) => applyEdits(text, edits))).toEqual([TWICE]);
  });

  it('leaves the lesser faults of an unreadable text for later', () => {
    const notices = noticesOf(
      { range: { startLine: 8, startColumn: 1, endLine: 8, endColumn: 2 }, message: 'Broken.' },
      checked(TWICE),
    );
    expect(notices.map(({ severity }) => severity)).toEqual(['error']);
  });

  it('underlines nothing for what concerns the whole policy', () => {
    const range = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };
    const whole = { severity: 'warning', message: 'Long.', path: '', range, whole: true, fixes: [] } as const;
    const part = { ...whole, message: '`a` is odd.', path: 'Id', whole: false };
    expect(problemsOf('{}', [whole, part]).map(({ unmarked }) => unmarked)).toEqual([true, false]);
    expect(problemsOf('{}', [part])[0]).toMatchObject({ range, message: 'a is odd.', severity: 'warning' });
  });

  it('counts security among the warnings, and no suggestions', () => {
    expect(countNotices(['error', 'security', 'warning', 'suggestion'])).toEqual({ errors: 1, warnings: 2 });
  });

  it('warns where a fix may change what is permitted', () => {
    const range = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };
    const fixes = [
      { title: 'Write `Get`', edits: [] },
      { title: 'Remove it', edits: [], review: true },
    ] as const;
    const notice = { severity: 'warning', message: 'Odd.', path: 'Id', range, whole: false, fixes } as const;
    expect(problemsOf('{}', [notice])[0]!.fixes!.map(({ title }) => title)).toEqual([
      'Write Get',
      'Remove it (may change what is permitted)',
    ]);
  });
});
