import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import { keyTable, whenAbsent } from '../../src/explain/key-table';
import { markdown } from '../../src/explain/rich';
import { policy, scenario } from './support';
import { EXPLICIT, ONE } from './states';
import type { ContextValue, Scenario } from '../../src/case/scenario';

function written(value: ContextValue | undefined): string {
  if (value === undefined || value === null) return 'absent';
  return typeof value === 'string' ? value : `[${value.join()}]`;
}

function rows(asked: Scenario): string[] {
  return keyTable(asked, evaluate(asked)).map(({ key, values, matters }) => {
    const cells = values.map(
      ({ value, other, standsFor, decision, current }) =>
        `${other ? 'other' : written(value)}${standsFor === undefined ? '' : ` (${standsFor})`}${current ? '*' : ''}=${decision}`,
    );
    return `${key}${matters ? '' : ' (does not matter)'}: ${cells.join(', ')}`;
  });
}

describe('the keys that matter', () => {
  it('tries each listed value, another one, and none', () => {
    expect(rows(EXPLICIT)).toEqual([
      'aws:RequestedRegion: absent=ExplicitlyDenied, eu-north-1*=ExplicitlyDenied, eu-west-1=Allowed, eu-central-1=Allowed, other=ExplicitlyDenied',
    ]);
  });

  it('has both sides of a limit, a range and a flag', () => {
    const asked = scenario(
      { context: { 'aws:SourceIp': '203.0.113.7' } },
      {
        identity: [
          {
            name: 'P',
            document: policy({
              Effect: 'Allow',
              Action: 's3:*',
              Resource: '*',
              Condition: {
                IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
                NumericLessThan: { 's3:max-keys': '10' },
                Bool: { 'aws:SecureTransport': 'true' },
              },
            }),
          },
        ],
      },
    );
    const found = rows({
      ...asked,
      request: { ...asked.request, context: { 's3:max-keys': '5', 'aws:SourceIp': '203.0.113.7' } },
    });
    expect(found).toContain(
      's3:max-keys: absent=ImplicitlyDenied, 5*=Allowed, 9=Allowed, 10=ImplicitlyDenied, 11=ImplicitlyDenied',
    );
    expect(found).toContain(
      'aws:SourceIp: absent=Undetermined, 203.0.113.7*=Allowed, 203.0.113.1 (in 203.0.113.0/24)=Allowed, 198.51.100.1 (outside it)=ImplicitlyDenied',
    );
    expect(found.find((row) => row.startsWith('aws:SecureTransport'))).toMatch(
      /true\*=Allowed, false=ImplicitlyDenied$/,
    );
  });

  it('is empty without conditions', () => {
    expect(rows(ONE)).toEqual([]);
  });

  /** The row of a key for one statement with this condition, Allow or Deny beside an Allow of everything. */
  function row(condition: object, context: Record<string, ContextValue> = {}, effect = 'Allow'): string {
    const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
    const statement = { ...everything, Effect: effect, Condition: condition };
    const statements = effect === 'Allow' ? [statement] : [everything, statement];
    const asked = scenario({ context }, { identity: [{ name: 'P', document: policy(...statements) }] });
    return rows(asked)[0]!
      .replaceAll('ImplicitlyDenied', 'denied')
      .replaceAll('ExplicitlyDenied', 'denied')
      .replaceAll('Allowed', 'allowed');
  }

  it('shows what IfExists makes of a missing key', () => {
    const key = 'aws:MultiFactorAuthPresent';
    expect(row({ Bool: { [key]: 'false' } }, {}, 'Deny')).toBe(
      `${key}: absent*=allowed, true=allowed, false=denied`,
    );
    expect(row({ BoolIfExists: { [key]: 'false' } }, {}, 'Deny')).toBe(
      `${key}: absent*=denied, true=allowed, false=denied`,
    );
  });

  it('shows that a negated operator matches a missing key', () => {
    expect(row({ StringNotEquals: { 's3:x-amz-acl': 'private' } }, {}, 'Deny')).toBe(
      's3:x-amz-acl: absent*=denied, private=allowed, other=denied',
    );
    expect(row({ NotIpAddress: { 'aws:VpcSourceIp': ['10.0.0.0/8', '192.0.2.7'] } }, {}, 'Deny')).toBe(
      'aws:VpcSourceIp: absent*=denied, 10.0.0.1 (in 10.0.0.0/8)=allowed, 192.0.2.7=allowed, 198.51.100.1 (outside them all)=denied',
    );
  });

  it('asks of Null only whether the key is there', () => {
    expect(row({ Null: { 's3:x-amz-server-side-encryption': 'true' } }, {}, 'Deny')).toBe(
      's3:x-amz-server-side-encryption: absent*=denied, other=allowed',
    );
  });

  it('tries sets where a condition asks for several values', () => {
    const context = { 'aws:TagKeys': ['a', 'x'] };
    expect(row({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, context)).toBe(
      'aws:TagKeys: absent=allowed, [a,x]*=denied, [a]=allowed, [b]=allowed, other=denied, [a,b]=allowed, [a,other-value]=denied, []=allowed',
    );
    expect(row({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, context)).toBe(
      'aws:TagKeys: absent=denied, [a,x]*=allowed, [a]=allowed, [b]=allowed, other=denied, [a,b]=allowed, [a,other-value]=allowed, []=denied',
    );
  });

  it('tries what lies between two numbers, and writes numbers plainly', () => {
    const between = { NumericGreaterThan: { 's3:max-keys': '10' }, NumericLessThan: { 's3:max-keys': '11' } };
    expect(row(between)).toBe(
      's3:max-keys: absent*=denied, 9=denied, 10=denied, 10.5=allowed, 11=denied, 12=denied',
    );
    expect(row({ NumericLessThan: { 's3:max-keys': '0.8' } })).toBe(
      's3:max-keys: absent*=denied, -0.2=allowed, 0.8=denied, 1.8=denied',
    );
  });

  it('tries a moment inside a window of one hour', () => {
    const window = {
      DateGreaterThan: { 'aws:CurrentTime': '2026-04-01T08:00:00Z' },
      DateLessThan: { 'aws:CurrentTime': '2026-04-01T09:00:00Z' },
    };
    expect(row(window)).toMatch(
      /2026-03-31T08:00:00Z=denied, 2026-04-01T08:00:00Z=denied, 2026-04-01T08:30:00Z=allowed, 2026-04-01T09:00:00Z=denied, 2026-04-02T09:00:00Z=denied$/,
    );
  });

  it('tries an address for each way of lying in ranges', () => {
    const nested = {
      IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' },
      NotIpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' },
    };
    expect(row(nested)).toBe(
      'aws:VpcSourceIp: absent*=denied, 10.0.0.1 (in 10.0.0.0/8 and 10.0.0.0/16)=denied, 10.1.0.0 (in 10.0.0.0/8)=allowed, 198.51.100.1 (outside them all)=denied',
    );
  });

  it('tries a day before and after a date, and texts that fit patterns', () => {
    expect(row({ DateLessThan: { 'aws:CurrentTime': '2026-04-01T00:00:00Z' } })).toMatch(
      /2026-03-31T00:00:00Z=allowed, 2026-04-01T00:00:00Z=denied, 2026-04-02T00:00:00Z=denied$/,
    );
    expect(row({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:*:logs-?' } })).toBe(
      'aws:SourceArn: absent*=denied, arn:aws:s3:eu-west-1:111122223333:logs-x (fits arn:aws:s3:*:*:logs-?)=allowed, other=denied',
    );
    // No text lies outside a pattern that takes all.
    expect(row({ StringLike: { 's3:prefix': '*' } })).toBe(
      's3:prefix: absent*=denied, any-value (fits *)=allowed',
    );
  });

  it('finds what a variable has to be, in a resource and in a condition', () => {
    const asked = scenario(
      {
        resource: 'arn:aws:s3:::home/kim/notes.txt',
        principal: 'arn:aws:sts::111122223333:assumed-role/Author/kim',
      },
      {
        identity: [
          {
            name: 'P',
            document: policy({
              Effect: 'Allow',
              Action: 's3:*',
              Resource: 'arn:aws:s3:::home/${aws:PrincipalTag/name}/*',
            }),
          },
        ],
      },
    );
    expect(rows(asked)).toContain(
      'aws:PrincipalTag/name: absent*=ImplicitlyDenied, kim=Allowed, other=ImplicitlyDenied',
    );
    const tag = { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } };
    const tagged = scenario(
      { context: { 'aws:ResourceTag/team': 'red' } },
      {
        identity: [
          { name: 'P', document: policy({ Effect: 'Allow', Action: '*', Resource: '*', Condition: tag }) },
        ],
      },
    );
    expect(rows(tagged)).toContain(
      'aws:PrincipalTag/team: absent*=ImplicitlyDenied, red=Allowed, other=ImplicitlyDenied',
    );
  });

  it('stays short and quick with hundreds of values', () => {
    const many = Array.from({ length: 600 }, (_, at) => `10.${at % 250}.${Math.floor(at / 250)}.0/24`);
    const asked = scenario(
      { context: { 'aws:SourceIp': '203.0.113.7' } },
      {
        identity: [
          {
            name: 'P',
            document: policy({
              Effect: 'Allow',
              Action: '*',
              Resource: '*',
              Condition: { IpAddress: { 'aws:SourceIp': many } },
            }),
          },
        ],
      },
    );
    const [first] = keyTable(asked, evaluate(asked));
    expect(first!.values).toHaveLength(201);
    expect(first!.untried).toBe(402);
    expect(first!.values.at(-1)).toMatchObject({ value: '198.51.100.1', standsFor: 'outside them all' });
  });
});

describe('what a condition makes of a missing key', () => {
  const told = (operator: string, ...expected: string[]): string =>
    markdown(whenAbsent({ kind: 'condition', operator, key: 'k', expected, actual: 'absent', by: 'value' }));

  it.each([
    ['Bool', 'true', '`Bool` needs a value, so absent is no match.'],
    ['StringNotEquals', 'a', '`StringNotEquals` is true of a missing key, so absent is a match.'],
    ['BoolIfExists', 'true', '`BoolIfExists` asks nothing of a missing key, so absent is a match.'],
    ['Null', 'true', '`Null` with `true` asks for its absence, so absent is a match.'],
    ['Null', 'false', '`Null` with `false` asks for its presence, so absent is no match.'],
    [
      'ForAllValues:StringEquals',
      'a',
      '`ForAllValues:StringEquals` is true of no values at all, so absent is a match.',
    ],
    [
      'ForAnyValue:StringNotEquals',
      'a',
      '`ForAnyValue:StringNotEquals` needs at least one value, so absent is no match.',
    ],
  ])('%s %s', (operator, expected, words) => {
    expect(told(operator, expected)).toBe(words);
  });

  it('says what the engine does', () => {
    const operators = [
      'StringEquals',
      'StringNotEquals',
      'StringEqualsIfExists',
      'StringNotEqualsIfExists',
      'ForAllValues:StringEquals',
      'ForAnyValue:StringEquals',
      'ForAnyValue:StringNotEquals',
    ];
    for (const operator of operators) {
      const Condition = { [operator]: { 's3:x-amz-acl': 'private' } };
      const asked = scenario(
        {},
        {
          identity: [
            { name: 'P', document: policy({ Effect: 'Allow', Action: '*', Resource: '*', Condition }) },
          ],
        },
      );
      const matches = evaluate(asked).decision === 'Allowed';
      expect([operator, told(operator, 'private').endsWith('absent is a match.')]).toEqual([
        operator,
        matches,
      ]);
    }
  });
});
