import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/engine/evaluate';
import type { Policies, Scenario } from '../../../src/case/scenario';
import { railOf } from '../../../src/features/policies/railModel';

const allow = (action: string, extra: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: '*', ...extra }],
});
const deny = (action: string, extra: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: action, Resource: '*', ...extra }],
});

function rail(policies: Policies) {
  const scenario: Scenario = {
    schema: 2,
    request: {
      principal: 'arn:aws:iam::111122223333:user/alice',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::example/key',
      resourceAccount: '111122223333',
      context: { 'aws:SourceVpce': null },
    },
    policies,
  };
  return railOf(scenario, evaluate(scenario));
}

function outcomes(policies: Policies): Record<string, string> {
  const all = rail(policies).sections.flatMap((section) => section.levels.flatMap((level) => level.policies));
  return Object.fromEntries(all.map(({ name, tone, word }) => [name, `${tone}: ${word}`]));
}

const vpce = { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } };

describe('the rail', () => {
  it('lists the layers in play in the order of the walk, and the rest apart', () => {
    const { sections, notInPlay, count } = rail({
      identity: [{ name: 'A', document: allow('s3:*') }],
      boundary: 'unknown',
      scp: [{ target: 'Root', policies: [{ name: 'Full', document: allow('*') }] }],
    });
    expect(sections.map(({ layer, hidden }) => [layer, hidden])).toEqual([
      ['scp', false],
      ['boundary', true],
      ['identity', false],
    ]);
    expect(notInPlay).toEqual(['rcp', 'endpoint', 'resource', 'session']);
    expect(count).toBe(2);
  });

  it('tells what granted from what only lets pass', () => {
    expect(
      outcomes({
        scp: [{ target: 'Root', policies: [{ name: 'Full', document: allow('*') }] }],
        identity: [
          { name: 'Grants', document: allow('s3:*') },
          { name: 'Other', document: allow('ec2:*') },
        ],
      }),
    ).toMatchObject({ Grants: 'allow: Allows', Other: 'miss: No match' });
  });

  it('marks every policy of a layer whose Allow is missing', () => {
    expect(
      outcomes({
        boundary: { name: 'Cap', document: allow('ec2:*') },
        identity: [{ name: 'Grants', document: allow('s3:*') }],
      }),
    ).toEqual({ Cap: 'implicit: No Allow', Grants: 'pass: Would allow' });
  });

  it('puts a Deny before everything else a policy says', () => {
    expect(
      outcomes({
        identity: [
          {
            name: 'Both',
            document: { ...allow('*'), Statement: [...allow('*').Statement, ...deny('s3:*').Statement] },
          },
        ],
      }),
    ).toEqual({ Both: 'explicit: Denies' });
  });

  it('says what is not known, unreadable or switched off', () => {
    expect(
      outcomes({
        resource: { name: 'Hangs', document: deny('s3:*', { Principal: '*', ...vpce }) },
        identity: [
          { name: 'Broken', text: '{' },
          { name: 'Off', document: allow('s3:*'), off: true },
        ],
      }),
    ).toEqual({ Hangs: 'unknown: Not known', Broken: 'unknown: Unreadable', Off: 'none: Off' });
  });

  it('keeps a level without policies', () => {
    const [section] = rail({ scp: [{ target: 'Root', policies: [] }] }).sections;
    expect(section?.levels).toEqual([{ target: 'Root', level: 0, policies: [] }]);
  });
});
