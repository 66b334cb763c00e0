import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/language/edits';
import { renameSid, sidAt } from '../../src/checks/assist/rename';
import type { PolicyType } from '../../src/checks/policy-type';

const TEXT =
  '{"Statement": [{"Sid": "One", "Action": "s3:*"}, {"Sid": "Two", "Action": "sqs:*"}, {"Effect": "Allow"}]}';

function renamed(name: string, type: PolicyType = 'identity', at = 'sqs'): string {
  const found = renameSid(TEXT, TEXT.indexOf(at), name, type);
  return found.kind === 'edit' ? applyEdits(TEXT, [found.edit]) : found.why;
}

describe('renaming a Sid', () => {
  it('is for the statement around the place, and changes only its name', () => {
    expect(sidAt(TEXT, TEXT.indexOf('s3'))?.sid).toBe('One');
    expect(renamed('Queues')).toBe(TEXT.replace('"Two"', '"Queues"'));
  });
  it('is refused where the name is taken or not allowed in this type of policy', () => {
    expect(renamed('One')).toContain('named One already');
    expect(renamed('Two')).toBe(TEXT);
    expect(renamed('All queues')).toBe('The Sid of an identity-based policy is of letters and digits only.');
    expect(renamed('All queues', 'resource')).toContain('"All queues"');
    expect(renamed('')).toContain('not empty');
  });
  it('has nothing to do without a Sid', () => {
    expect(sidAt(TEXT, TEXT.indexOf('Allow'))).toBeUndefined();
    expect(renamed('Three', 'identity', 'Allow')).toContain('no Sid');
  });
});
