import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/index';
import { evaluate, parseScenario, readEvidence } from '../../src/index';
import { scenarioFromEvidence } from '../../src/intake/from-evidence';
import evidence from '../cases/evidence.json';

const alice = 'arn:aws:iam::111122223333:user/alice';
const from = (text: string, current?: Scenario) => scenarioFromEvidence(readEvidence(text), current);
const denied = (action: string, resource: string, reason: string) =>
  `User: ${alice} is not authorized to perform: ${action} on resource: ${resource} ${reason}`;

describe('scenarioFromEvidence', () => {
  it.each(evidence.filter(({ text }) => typeof text === 'string'))(
    'makes a scenario of: $name',
    ({ text }) => {
      const { scenario } = from(text as string);
      expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario);
      expect(evaluate(scenario).steps.length).toBeGreaterThanOrEqual(0);
    },
  );

  it('sets the request, leaves the named layer open and asks AWS for it', () => {
    const made = from(
      denied(
        's3:GetObject',
        'arn:aws:s3:::reports/a.csv',
        'because no permissions boundary allows the s3:GetObject action',
      ),
    );
    expect(made.scenario.request).toEqual({
      principal: alice,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::reports/a.csv',
    });
    expect(made.scenario.policies).toEqual({ boundary: 'unknown', identity: 'unknown' });
    expect(made.layer).toBe('boundary');
    expect(made.understood).toContain('An Allow is missing in the permissions boundary.');
    expect(made.commands.map(({ layer, command }) => `${layer ?? ''}: ${command}`)).toContainEqual(
      expect.stringMatching(
        /^boundary: arn="\$\(aws iam get-user --user-name alice --query User\.PermissionsBoundary\./,
      ),
    );
    expect(evaluate(made.scenario).decision).toBe('Undetermined');
  });

  it('keeps policies that were given, and does not call them unknown', () => {
    const current: Scenario = {
      schema: 2,
      title: 'Mine',
      request: { principal: alice, action: '', resource: '', context: { 'aws:SourceIp': '203.0.113.7' } },
      policies: { identity: [{ name: 'A', text: '{' }] },
    };
    const made = from(
      denied('s3:GetObject', '*', 'with an explicit deny in a service control policy'),
      current,
    );
    expect(made.scenario.policies).toEqual({ identity: [{ name: 'A', text: '{' }], scp: 'unknown' });
    expect(made.scenario.title).toBe('Mine');
    expect(made.scenario.request.context).toEqual({ 'aws:SourceIp': '203.0.113.7' });
  });

  it('drops the context and the role of another caller', () => {
    const current: Scenario = {
      schema: 2,
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/App/s',
        role: 'arn:aws:iam::111122223333:role/x/App',
        action: '',
        resource: '',
        context: { 'aws:userid': 'AROA:s' },
      },
      policies: {},
    };
    const { request } = from(denied('s3:GetObject', '*', ''), current).scenario;
    expect(request.role).toBeUndefined();
    expect(request.context).toBeUndefined();
  });

  it('asks for the policy of the resource where the accounts differ, for keys, and for roles', () => {
    const policies = (action: string, resource: string) =>
      from(denied(action, resource, '')).scenario.policies;
    expect(policies('sqs:SendMessage', 'arn:aws:sqs:us-east-1:444455556666:q')).toMatchObject({
      resource: 'unknown',
    });
    expect(policies('sqs:SendMessage', 'arn:aws:sqs:us-east-1:111122223333:q').resource).toBeUndefined();
    expect(policies('kms:Decrypt', 'arn:aws:kms:us-east-1:111122223333:key/k')).toMatchObject({
      resource: 'unknown',
    });
    expect(policies('sts:AssumeRole', 'arn:aws:iam::111122223333:role/r')).toMatchObject({
      resource: 'unknown',
    });
  });

  it('asks for the very policy that AWS names', () => {
    const arn = 'arn:aws:organizations::999988887777:policy/o-abc1def2gh/service_control_policy/p-wg5dv83d';
    const made = from(
      denied('s3:GetObject', '*', `with an explicit deny in a service control policy: ${arn}`),
    );
    expect(made.commands[0]).toMatchObject({
      layer: 'scp',
      command: 'aws organizations describe-policy --policy-id p-wg5dv83d',
    });
  });

  it('asks AWS to decode what only AWS can decode', () => {
    const blob = 'Ab1_'.repeat(60);
    const made = from(
      `You are not authorized to perform this operation. Encoded authorization failure message: ${blob}`,
    );
    expect(made.commands).toEqual([
      expect.objectContaining({
        command: `aws sts decode-authorization-message --query DecodedMessage --output text --encoded-message ${blob}`,
      }),
    ]);
    expect(made.scenario.policies).toEqual({});
  });

  it('rebuilds the Deny that a decoded message reports', () => {
    const decoded = evidence.find(({ name }) => name.startsWith('cli output, explicit'))!.text as string;
    const made = from(decoded);
    expect(evaluate(made.scenario).decision).toBe('ExplicitlyDenied');
    expect(evaluate(made.scenario).decidedBy).toMatchObject([
      { policy: 'Deny reported by AWS', sid: 'VisualEditor0' },
    ]);
  });

  it('explains messages that mislead', () => {
    const block =
      'because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.';
    const made = from(denied('s3:PutBucketPolicy', '"arn:aws:s3:::b"', block));
    expect(made.scenario.s3).toEqual({ blockPublicAccess: { blockPublicPolicy: true } });
    expect(made.unknown.join(' ')).toMatch(/Block Public Access refused this/);
    const restrict = from(
      denied('s3:GetObject', '"arn:aws:s3:::b/k"', 'with an explicit deny in a resource-based policy'),
    );
    expect(restrict.unknown.join(' ')).toMatch(/RestrictPublicBuckets/);
  });

  it('puts pasted policies where they belong', () => {
    const scp = {
      Policy: {
        Content: '{"Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}',
        PolicySummary: { Name: 'NoS3', Type: 'SERVICE_CONTROL_POLICY' },
      },
    };
    const made = from(JSON.stringify(scp));
    expect(made.scenario.policies.scp).toMatchObject([
      { target: 'Root', policies: [{ name: 'FullAWSAccess' }, { name: 'NoS3' }] },
    ]);
    expect(made.understood.join(' ')).toMatch(/FullAWSAccess beside it/);
    const trust = evidence.find(({ name }) => name.startsWith('get-role with'))!.text as string;
    expect(from(trust).scenario.policies.resource).toMatchObject({ name: 'Test-Role' });
  });

  it('changes nothing for a text that says nothing', () => {
    const current: Scenario = {
      schema: 2,
      request: { principal: alice, action: 'a:b', resource: '*' },
      policies: {},
    };
    expect(from('hello', current)).toMatchObject({ scenario: current, understood: [], commands: [] });
  });
});
