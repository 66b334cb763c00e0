import { describe, expect, it } from 'vitest';
import { readPasted } from '../../../src/features/policies/pasted';

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const document = { Version: '2012-10-17', Statement: [statement] };

describe('a policy pasted into the dialog', () => {
  it('is laid out when it came in one line, and left alone when it did not', () => {
    const inOneLine = readPasted(JSON.stringify(document));
    expect(inOneLine).toMatchObject({ kind: 'one', text: JSON.stringify(document, null, 2) });
    const own = `{\n "Version": "2012-10-17",\n "Statement": [${JSON.stringify(statement)}]\n}`;
    expect(readPasted(`\n${own}\n`)).toMatchObject({ kind: 'one', text: own });
  });

  it('has its layer and name suggested, with the reason', () => {
    const bucket = { ...document, Statement: [{ ...statement, Principal: '*' }] };
    const pasted = readPasted(JSON.stringify(bucket));
    expect(pasted).toMatchObject({ kind: 'one', layer: 'resource', name: 'ResourcePolicy' });
    expect(pasted.kind === 'one' && pasted.notes.at(-1)).toMatch(/^Resource policy: .*Principal/);
  });

  it('is taken out of the output of a command', () => {
    const output = { PolicyVersion: { Document: document, VersionId: 'v1', IsDefaultVersion: true } };
    expect(readPasted(JSON.stringify(output))).toMatchObject({
      kind: 'one',
      text: JSON.stringify(document, null, 2),
      notes: [expect.stringContaining('get-policy-version')],
    });
  });

  it('is put right where IAM would refuse it', () => {
    const pasted = readPasted(`{\n  // reads\n  "Statement": [${JSON.stringify(statement)},]\n}`);
    expect(pasted.kind === 'one' && JSON.parse(pasted.text)).toEqual({ Statement: [statement] });
    expect(pasted.kind === 'one' && pasted.notes[0]).toContain('comment');
  });

  it('says so when there is none', () => {
    expect(readPasted('  ')).toEqual({ kind: 'nothing' });
    expect(readPasted('hello').kind).toBe('unreadable');
  });
});
