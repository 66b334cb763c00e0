/** A message, the scenario that is made of it, and the message that AWS would print for that scenario. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layer, Policies, Request, Scenario } from '../../src/index';
import { evaluate, readEvidence } from '../../src/index';
import { awsMessage } from '../../src/explain/aws-message';
import { comparePasted } from '../../src/explain/pasted';
import { scenarioFromEvidence } from '../../src/intake/from-evidence';

const OWN = '111122223333';
const OTHER = '444455556666';
const PARTITION = 'arn:aws';

type Effect = 'Allow' | 'Deny';
const says = (Effect: Effect, Action: string, principal: boolean, resource = true) => ({
  Version: '2012-10-17',
  Statement: [{ Effect, Action, ...(principal && { Principal: '*' }), ...(resource && { Resource: '*' }) }],
});

type Kind = 'explicit' | 'implicit';

/** Policies with which everything is allowed but by the one layer. */
function policiesOf(layer: Layer | 'trust', kind: Kind, request: Request): Policies {
  const trust = request.action.startsWith('sts:');
  const needsResource = layer === 'resource' || layer === 'trust' || trust;
  const document = (at: Layer) => {
    const onResource = at === 'resource' || at === 'endpoint' || at === 'rcp';
    const named = at === layer || (layer === 'trust' && at === 'resource');
    const other = onResource && at === 'resource' && trust ? 'sts:TagSession' : 'iam:CreateUser';
    const withResource = !(at === 'resource' && trust);
    if (!named) return says('Allow', at === 'resource' && trust ? 'sts:*' : '*', onResource, withResource);
    const denied = says('Deny', request.action, onResource, withResource);
    return kind === 'explicit' ? denied : says('Allow', other, onResource, withResource);
  };
  const policy = (at: Layer) => ({ name: `P-${at}`, document: document(at) });
  const all: Policies = { identity: [policy('identity')] };
  const full = { name: 'FullAWSAccess', document: says('Allow', '*', false) };
  switch (layer) {
    case 'identity':
      return needsResource ? { ...all, resource: policy('resource') } : all;
    case 'resource':
    case 'trust':
      return { ...all, resource: policy('resource') };
    case 'boundary':
      return { ...all, boundary: policy('boundary') };
    case 'session':
      return { ...all, session: [policy('session')] };
    case 'scp': {
      const list = kind === 'explicit' ? [full, policy('scp')] : [policy('scp')];
      return { ...all, scp: [{ target: 'Root', policies: list }] };
    }
    case 'rcp':
      return { ...all, rcp: [{ target: 'Root', policies: [policy('rcp')] }] };
    case 'endpoint':
      return { ...all, endpoint: policy('endpoint') };
  }
}

const name = fc.stringMatching(/^[A-Za-z][\w+=,.@-]{0,20}$/);
const path = fc.constantFrom('', 'staff/', 'a/b-c/');
const user = fc.tuple(path, name).map(([at, id]) => `${PARTITION}:iam::${OWN}:user/${at}${id}`);
const session = fc
  .tuple(name, name)
  .map(([role, id]) => `${PARTITION}:sts::${OWN}:assumed-role/${role}/x${id}`);

/** Actions with resources of every way AWS writes them: quoted, plain, absent. */
const asked = (account: string) =>
  fc.oneof(
    name.map((id) => ['s3:GetObject', `arn:aws:s3:::bucket-${OWN}/a folder/${id}`] as const),
    name.map((id) => ['dynamodb:GetItem', `arn:aws:dynamodb:eu-west-1:${account}:table/t-${id}`] as const),
    name.map((id) => ['sqs:SendMessage', `arn:aws:sqs:eu-west-1:${account}:q-${id}`] as const),
    fc.constant([
      'ec2:StopInstances',
      `arn:aws:ec2:eu-west-1:${account}:instance/i-0a1b2c3d4e5f60718`,
    ] as const),
    fc.constant(['ec2:DescribeInstances', '*'] as const),
    fc.constant(['s3:ListAllMyBuckets', '*'] as const),
    fc.constant(['dynamodb:ListTables', '*'] as const),
  );

const own = asked(OWN);
const across = name.map((id) => ['sqs:SendMessage', `arn:aws:sqs:eu-west-1:${OTHER}:q-${id}`] as const);
const role = name.map((id) => ['sts:AssumeRole', `${PARTITION}:iam::${OTHER}:role/team/${id}`] as const);
const anyone = fc.oneof(user, session);
/** RCPs reach only some services. */
const storage = name.map((id) => ['s3:GetObject', `arn:aws:s3:::bucket/${id}`] as const);

const SHAPES: readonly (readonly [
  Layer | 'trust',
  Kind,
  fc.Arbitrary<string>,
  fc.Arbitrary<readonly [string, string]>,
])[] = [
  ['identity', 'implicit', anyone, own],
  ['identity', 'explicit', anyone, own],
  ['boundary', 'implicit', anyone, own],
  ['boundary', 'explicit', anyone, own],
  ['session', 'implicit', session, own],
  ['session', 'explicit', session, own],
  ['scp', 'implicit', anyone, own],
  ['scp', 'explicit', anyone, own],
  ['rcp', 'explicit', anyone, storage],
  ['endpoint', 'implicit', anyone, own],
  ['endpoint', 'explicit', anyone, own],
  ['resource', 'implicit', anyone, across],
  ['resource', 'explicit', anyone, across],
  ['trust', 'implicit', anyone, role],
  ['trust', 'explicit', anyone, role],
];

/** What tools put before and behind a message. */
const around = fc.constantFrom<readonly [string, string]>(
  ['', ''],
  ['An error occurred (AccessDenied) when calling the X operation: ', ''],
  ['api error AccessDeniedException: ', '\n\twith module.app,\n'],
  ['com.amazonaws.services.X.Exception: ', ' (Service: X, Status Code: 403, Request ID: 1)'],
  ['2026-11-20T08:11:02.1130000Z \u001b[31mfatal error: ', '\u001b[0m'],
);

describe('a message, its scenario and its message again', () => {
  it.each(SHAPES)('come out the same: %s, %s', (layer, kind, principals, requests) => {
    fc.assert(
      fc.property(principals, requests, around, (principal, [action, resource], [before, after]) => {
        const request = { principal, action, resource };
        const policies = policiesOf(layer, kind, request);
        const original: Scenario = { schema: 2, request, policies };
        const message = awsMessage(original, evaluate(original));
        expect(message).toBeDefined();

        const evidence = readEvidence(`${before}${message!}${after}`);
        expect(evidence).toMatchObject({ kind: 'denial', layer, denial: kind });
        const made = scenarioFromEvidence(evidence).scenario;
        const named = layer === 'trust' ? 'resource' : layer;
        expect(made.policies[named]).toBe('unknown');
        expect(comparePasted(evidence, made, evaluate(made)).result).toBe('open');

        // AWS leaves `*` out; the person fills it in with the policies.
        const completed = { ...made, request: { ...made.request, resource }, policies };
        expect(completed.request).toEqual(request);
        expect(awsMessage(completed, evaluate(completed))).toBe(message);
        expect(comparePasted(evidence, completed, evaluate(completed)).result).toBe('same');
      }),
      { numRuns: 25 },
    );
  });

  it.each(SHAPES)('tell when another layer denies: not %s, %s', (layer, kind, principals, requests) => {
    const other = layer === 'identity' ? 'boundary' : 'identity';
    fc.assert(
      fc.property(principals, requests, (principal, [action, resource]) => {
        const request = { principal, action, resource };
        const first: Scenario = { schema: 2, request, policies: policiesOf(layer, kind, request) };
        const evidence = readEvidence(awsMessage(first, evaluate(first))!);
        const second: Scenario = { ...first, policies: policiesOf(other, 'explicit', request) };
        expect(comparePasted(evidence, second, evaluate(second)).result).toBe('differs');
      }),
      { numRuns: 10 },
    );
  });

  it('names the policy where it is known by its ARN, and reads it back', () => {
    const arn = 'arn:aws:organizations::999988887777:policy/o-abc1def2gh/service_control_policy/p-wg5dv83d';
    const request = {
      principal: `arn:aws:iam::${OWN}:user/a`,
      action: 'sqs:SendMessage',
      resource: `arn:aws:sqs:eu-west-1:${OWN}:q`,
    };
    const { scp, identity } = policiesOf('scp', 'explicit', request);
    const levels = scp as readonly {
      target: string;
      policies: readonly { name: string; document: unknown }[];
    }[];
    const named = levels.map(({ target, policies }) => ({
      target,
      policies: policies.map((policy) => (policy.name === 'P-scp' ? { ...policy, name: arn } : policy)),
    }));
    const scenario: Scenario = { schema: 2, request, policies: { identity: identity!, scp: named } };
    const message = awsMessage(scenario, evaluate(scenario));
    expect(message).toMatch(/with an explicit deny in a service control policy: arn:aws:organizations::/);
    expect(readEvidence(message!).policyArn).toBe(arn);
  });

  it('keeps KMS’s three causes and web identity’s silence', () => {
    const key = {
      principal: `arn:aws:iam::${OWN}:user/a`,
      action: 'kms:Decrypt',
      resource: `arn:aws:kms:eu-west-1:${OTHER}:key/1`,
    };
    const cross: Scenario = { schema: 2, request: key, policies: policiesOf('resource', 'implicit', key) };
    const evidence = readEvidence(awsMessage(cross, evaluate(cross))!);
    expect(evidence).toMatchObject({
      kind: 'denial',
      request: { principal: key.principal, action: key.action },
    });
    expect(evidence.layer).toBeUndefined();
    expect(comparePasted(evidence, cross, evaluate(cross)).result).toBe('same');

    const web: Scenario = {
      schema: 2,
      request: {
        principal: `arn:aws:iam::${OWN}:oidc-provider/token.actions.githubusercontent.com`,
        action: 'sts:AssumeRoleWithWebIdentity',
        resource: `arn:aws:iam::${OWN}:role/deploy`,
      },
      policies: { resource: { name: 'T', document: says('Allow', 'sts:TagSession', true, false) } },
    };
    const message = awsMessage(web, evaluate(web));
    expect(message).toBe('Not authorized to perform sts:AssumeRoleWithWebIdentity');
    expect(readEvidence(message!)).toMatchObject({
      kind: 'denial',
      request: { action: 'sts:AssumeRoleWithWebIdentity' },
    });
    expect(comparePasted(readEvidence(message!), web, evaluate(web)).result).toBe('same');
  });

  it('counts RestrictPublicBuckets as reproduced, though no Deny is there', () => {
    const request = {
      principal: `arn:aws:iam::${OTHER}:user/a`,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
      resourceAccount: OWN,
    };
    const open: Scenario = {
      schema: 2,
      request: {
        ...request,
        context: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5', 'aws:ResourceOrgID': 'o-a1b2c3d4e5' },
      },
      policies: {
        identity: [{ name: 'I', document: says('Allow', '*', false) }],
        resource: { name: 'Public', document: says('Allow', 's3:GetObject', true) },
      },
      s3: { blockPublicAccess: { restrictPublicBuckets: true } },
    };
    const message = awsMessage(open, evaluate(open))!;
    expect(message).toMatch(/with an explicit deny in a resource-based policy$/);
    const evidence = readEvidence(message);
    expect(evidence.notes.join(' ')).toMatch(/RestrictPublicBuckets/);
    expect(comparePasted(evidence, open, evaluate(open)).result).toBe('same');
  });
});
