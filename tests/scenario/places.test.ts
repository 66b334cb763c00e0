import { describe, expect, it } from 'vitest';
import type { Policies, Scenario } from '../../src/index';
import { evaluate, readEvidence } from '../../src/index';
import { scenarioFromEvidence } from '../../src/intake/from-evidence';
import { placesFor, type PolicyPlace } from '../../src/intake/places';
import { emptyScenario } from '../../src/formats/schema';

const ALICE = 'arn:aws:iam::111122223333:user/alice';
const document = (Action: string, Effect = 'Allow') => ({
  Version: '2012-10-17',
  Statement: [{ Effect, Action, Resource: '*' }],
});
const version = (Action: string) =>
  JSON.stringify({ PolicyVersion: { Document: document(Action), VersionId: 'v1', IsDefaultVersion: true } });
const scp = (Name: string, Effect = 'Deny') =>
  JSON.stringify({
    Policy: {
      Content: JSON.stringify(document('ec2:*', Effect)),
      PolicySummary: { Name, Type: 'SERVICE_CONTROL_POLICY' },
    },
  });
const attached = (...names: readonly string[]) =>
  JSON.stringify({
    AttachedPolicies: names.map((name) => ({
      PolicyName: name,
      PolicyArn: `arn:aws:iam::111122223333:policy/${name}`,
    })),
  });

function asking(policies: Policies, action = 's3:GetObject'): Scenario {
  return { ...emptyScenario(), request: { principal: ALICE, action, resource: '*' }, policies };
}

const paste = (text: string, current: Scenario, places?: ReadonlyMap<number, PolicyPlace>) =>
  scenarioFromEvidence(readEvidence(text), current, places);
const labels = (text: string, current: Scenario) => {
  const { incoming } = paste(text, current);
  return placesFor(incoming[0]!, current.policies, current.request).map(({ label }) => label);
};

describe('policies that are only named', () => {
  const named = paste(attached('Reader', 'Writer'), asking({ identity: 'unknown' })).scenario;

  it('stand in their layer as unknown, with the command that shows them', () => {
    expect(named.policies.identity).toMatchObject([{ name: 'Reader' }, { name: 'Writer' }]);
    expect(JSON.stringify(named.policies.identity)).toContain('get-policy-version --policy-arn');
    expect(evaluate(named)).toMatchObject({ decision: 'Undetermined' });
    expect(evaluate(named).dependsOn.map(({ kind }) => kind)).toEqual(['policy', 'policy']);
  });

  it('take in their texts: by name, by the command before it, or as the only one left', () => {
    const one = paste(`# policy: arn:aws:iam::111122223333:policy/Writer\n${version('s3:PutObject')}`, named);
    expect(one.scenario.policies.identity).toMatchObject([
      { name: 'Reader' },
      { name: 'Writer', document: document('s3:PutObject') },
    ]);
    const both = paste(version('s3:GetObject'), one.scenario);
    expect(both.understood).toContain('Reader is no longer missing: its text is in its place.');
    expect(both.scenario.policies.identity).toHaveLength(2);
    expect(evaluate(both.scenario).decision).toBe('Allowed');
  });

  it('are offered as places, and a text that could be any of them is put beside them', () => {
    const text = version('s3:GetObject');
    expect(labels(text, named).slice(0, 3)).toEqual([
      'As an identity policy',
      'It is Reader',
      'It is Writer',
    ]);
    expect(paste(text, named).scenario.policies.identity).toHaveLength(3);
    const place: PolicyPlace = { kind: 'instead', address: { layer: 'identity', index: 1 } };
    const chosen = paste(text, named, new Map([[0, place]])).scenario.policies.identity;
    expect(chosen).toMatchObject([
      { name: 'Reader' },
      { name: 'Writer', document: document('s3:GetObject') },
    ]);
  });
});

describe('a layer that was not visible', () => {
  it('counts as seen with the first policy of it, and that is said', () => {
    const one = paste(version('s3:GetObject'), asking({ identity: 'unknown' }));
    expect(one.unknown).toContain(
      'The identity policies were not visible; from now on only those of this text count. Paste the others too.',
    );
    expect(paste(version('s3:PutObject'), one.scenario).unknown.join(' ')).not.toMatch(/were not visible/);
  });
});

describe('SCPs', () => {
  it('go to the root first, then to the last level, or where someone says', () => {
    const first = paste(scp('NoEc2'), asking({ scp: 'unknown' })).scenario;
    expect(first.policies.scp).toMatchObject([
      { target: 'Root', policies: [{ name: 'FullAWSAccess' }, { name: 'NoEc2' }] },
    ]);
    expect(labels(scp('Other'), first)).toContain('As an SCP of the account');
    const place: PolicyPlace = { kind: 'newLevel', layer: 'scp', target: 'Account' };
    const second = paste(scp('Other', 'Allow'), first, new Map([[0, place]])).scenario;
    const between: PolicyPlace = { kind: 'newLevel', layer: 'scp', target: 'OU' };
    const third = paste(scp('Third', 'Allow'), second, new Map([[0, between]])).scenario;
    expect((third.policies.scp as readonly { target: string }[]).map(({ target }) => target)).toEqual([
      'Root',
      'OU',
      'Account',
    ]);
  });

  it('pasted once more are replaced, not doubled', () => {
    const first = paste(scp('NoEc2'), asking({})).scenario;
    expect(paste(scp('NoEc2'), first).scenario.policies.scp).toMatchObject([
      { policies: [{ name: 'FullAWSAccess' }, { name: 'NoEc2' }] },
    ]);
  });
});

describe('a role that is read', () => {
  const role = JSON.stringify({
    Role: {
      RoleName: 'App',
      Arn: 'arn:aws:iam::111122223333:role/App',
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { AWS: ALICE }, Action: 'sts:AssumeRole' }],
      },
      PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Limit' },
    },
  });
  const session = 'arn:aws:sts::111122223333:assumed-role/App/s';

  it('as the caller brings its boundary by name; its trust policy has no say', () => {
    const current = asking({ boundary: 'unknown', resource: 'unknown' });
    const made = paste(role, { ...current, request: { ...current.request, principal: session } });
    expect(made.scenario.policies).toMatchObject({ boundary: { name: 'Limit' }, resource: 'unknown' });
    expect(made.understood.join(' ')).toMatch(/a trust policy only says who may assume the role/);
  });

  it('as the role to be assumed brings its trust policy; its boundary has no say', () => {
    const made = paste(role, asking({ resource: 'unknown' }, 'sts:AssumeRole'));
    expect(made.scenario.policies.resource).toMatchObject({ name: 'App' });
    expect(made.scenario.policies.boundary).toBeUndefined();
  });
});

describe('facts', () => {
  it('about a bucket and an organization join the case', () => {
    const block = JSON.stringify({ PublicAccessBlockConfiguration: { IgnorePublicAcls: true } });
    const ownership = JSON.stringify({ OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] } });
    const first = paste(block, asking({})).scenario;
    const both = paste(ownership, first);
    expect(both.scenario.s3).toEqual({
      blockPublicAccess: { ignorePublicAcls: true },
      objectOwnership: 'ObjectWriter',
    });
    expect(both.understood).toContain('Object Ownership of the bucket is ObjectWriter.');
    const organization = JSON.stringify({
      Organization: { Id: 'o-abc1def2gh', MasterAccountId: '999988887777' },
    });
    expect(paste(organization, asking({})).scenario.organization).toEqual({
      id: 'o-abc1def2gh',
      managementAccount: '999988887777',
    });
  });
});
