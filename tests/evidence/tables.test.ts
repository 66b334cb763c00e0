import { describe, expect, it } from 'vitest';
import { withTables } from '../../src/intake/evidence/tables';

const TABLE = [
  '--------------------------------------------------',
  '|            ListAttachedUserPolicies            |',
  '+----------------------------+-------------------+',
  '|  IsTruncated               |  False            |',
  '+----------------------------+-------------------+',
  '||               AttachedPolicies               ||',
  '|+---------------------------+------------------+|',
  '||         PolicyArn         |   PolicyName     ||',
  '|+---------------------------+------------------+|',
  '||  arn:aws:iam::aws:policy/X|  X               ||',
  '|+---------------------------+------------------+|',
];

describe('a table of the AWS CLI', () => {
  it('is the JSON that it was drawn from, where it stands', () => {
    const text = ['$ aws iam …', ...TABLE, '$'].join('\n');
    const [first, ...rest] = withTables(text).split('\n');
    expect(first).toBe('$ aws iam …');
    expect(rest.at(-1)).toBe('$');
    expect(JSON.parse(rest.slice(0, -1).join('\n'))).toEqual({
      IsTruncated: false,
      AttachedPolicies: [{ PolicyArn: 'arn:aws:iam::aws:policy/X', PolicyName: 'X' }],
    });
  });

  it.each(TABLE.map((_, line) => line).slice(1))('stays as it is where line %i is cut', (line) => {
    const cut = TABLE.map((text, at) => (at === line ? text.slice(0, 20) : text)).join('\n');
    expect(withTables(cut)).not.toMatch(/"PolicyArn"/);
  });

  it('takes no longer for what only begins like one', () => {
    const text = `${TABLE.slice(0, 3).join('\n')}\n`.repeat(5_000);
    expect(withTables(text)).toBe(text);
  });
});
