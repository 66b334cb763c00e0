import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import { keyTable } from '../../src/explain/key-table';
import { policy, scenario } from './support';
import { EXPLICIT, ONE } from './states';
import type { Scenario } from '../../src/engine/scenario';

function rows(asked: Scenario): string[] {
  return keyTable(asked, evaluate(asked)).map(({ key, values, matters }) => {
    const cells = values.map(
      ({ value, other, decision, current }) =>
        `${other ? 'other' : (value ?? 'absent')}${current ? '*' : ''}=${decision}`,
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
      'aws:SourceIp: absent=ImplicitlyDenied, 203.0.113.7*=Allowed, 203.0.113.0=Allowed, 192.0.2.1=ImplicitlyDenied',
    );
    expect(found.find((row) => row.startsWith('aws:SecureTransport'))).toMatch(
      /true\*=Allowed, false=ImplicitlyDenied$/,
    );
  });

  it('is empty without conditions', () => {
    expect(rows(ONE)).toEqual([]);
  });
});
