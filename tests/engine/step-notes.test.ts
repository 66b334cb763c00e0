import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { StepId } from '../../src/engine/evaluation';
import type { NoteId } from '../../src/engine/notes';
import type { Policies, Request, Scenario } from '../../src/case/scenario';
import { ACCOUNT, ALICE, APP_ROLE, APP_SESSION, OTHER_ACCOUNT, allow, deny, policy, scenario } from './build';
import type { Json } from './build';

/** A rule is told beside its step where it has a part in the case, and nowhere else. */

const BOB = `arn:aws:iam::${OTHER_ACCOUNT}:user/bob`;
const FED = `arn:aws:sts::${ACCOUNT}:federated-user/fay`;
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const OIDC = `arn:aws:iam::${ACCOUNT}:oidc-provider/example.com`;
const WEB = 'sts:AssumeRoleWithWebIdentity';
const OBJECT = 'arn:aws:s3:::data/a';
const full = policy('Full', allow());

const resource = (principal: unknown, rest: Json = {}): Policies => ({
  resource: policy('R', allow({ Principal: principal, ...rest })),
});
const except = (effect: typeof allow, ...listed: readonly string[]): Policies => ({
  resource: policy('R', { ...effect(), NotPrincipal: { AWS: listed } }),
});
const scp = (statement: Json): Policies => ({
  scp: [{ target: 'Root', policies: [policy('S', statement)] }],
});

type Given = readonly [policies: Policies, request?: Partial<Request>, rest?: Partial<Scenario>];

interface Row {
  readonly note: NoteId;
  readonly at: StepId;
  readonly told: Given;
  readonly untold: Given;
}

const ROWS: readonly Row[] = [
  {
    note: 'service-keys',
    at: 'resource',
    told: [
      resource('*', { Condition: { StringLike: { 'aws:userid': '*' } } }),
      { principal: 'sns.amazonaws.com', action: 's3:PutObject', resource: OBJECT },
    ],
    untold: [
      resource('*', { Condition: { StringLike: { 'aws:userid': '*' } } }),
      {
        principal: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1A2B3C4D5',
        action: 's3:GetObject',
        resource: OBJECT,
      },
    ],
  },
  {
    note: 'wildcard-principal',
    at: 'resource',
    told: [resource('*')],
    untold: [resource('*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
  },
  {
    note: 'aws-star-service',
    at: 'resource',
    told: [resource({ AWS: '*' }), { principal: 'sns.amazonaws.com' }],
    untold: [resource({ AWS: '*' })],
  },
  {
    note: 'role-grant',
    at: 'resource',
    told: [resource({ AWS: APP_ROLE }), { principal: APP_SESSION }],
    untold: [resource({ AWS: [APP_ROLE, APP_SESSION] }), { principal: APP_SESSION }],
  },
  {
    note: 'role-path-assumed',
    at: 'resource',
    told: [resource({ AWS: `arn:aws:iam::${ACCOUNT}:role/ops/App` }), { principal: APP_SESSION }],
    untold: [
      resource({ AWS: `arn:aws:iam::${ACCOUNT}:role/ops/App` }),
      { principal: APP_SESSION, role: `arn:aws:iam::${ACCOUNT}:role/ops/App` },
    ],
  },
  {
    note: 'unnamed-session',
    at: 'resource',
    told: [{}, { principal: APP_ROLE }],
    untold: [{}, { principal: APP_SESSION }],
  },
  {
    note: 'federated-parent',
    at: 'resource',
    told: [resource({ AWS: ALICE }), { principal: FED, user: ALICE }],
    untold: [resource({ AWS: ALICE }), { principal: FED }],
  },
  {
    note: 'federated-session-policy',
    at: 'session',
    told: [{}, { principal: FED }],
    untold: [{}, { principal: APP_SESSION }],
  },
  {
    note: 'user-session-policy',
    at: 'session',
    told: [{ session: [full] }],
    untold: [{ session: [full] }, { principal: APP_SESSION }],
  },
  {
    note: 'not-principal-chain',
    at: 'resource',
    told: [except(deny, ALICE)],
    untold: [except(deny, ALICE, ACCOUNT)],
  },
  {
    note: 'not-principal-boundary',
    at: 'resource',
    told: [{ ...except(deny, ALICE, ACCOUNT), boundary: full }],
    untold: [{ ...except(deny, ALICE), boundary: { ...full, off: true } }],
  },
  {
    note: 'not-principal-allow',
    at: 'resource',
    told: [except(allow, ALICE)],
    untold: [except(deny, ALICE)],
  },
  {
    note: 'canonical-user',
    at: 'resource',
    told: [resource({ CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' })],
    untold: [resource({ AWS: ALICE })],
  },
  {
    note: 'unique-id',
    at: 'resource',
    told: [resource({ AWS: 'AIDAJQABLZS4A3QDU576Q' })],
    untold: [resource({ AWS: ALICE })],
  },
  { note: 'root-default-allow', at: 'resource', told: [{}, { principal: ROOT }], untold: [{}] },
  {
    note: 'federated-caller-scp',
    at: 'scp',
    told: [scp(allow()), { principal: OIDC, action: WEB, resource: APP_ROLE }],
    untold: [scp(allow())],
  },
  { note: 'service-principal', at: 'resource', told: [{}, { principal: 'sns.amazonaws.com' }], untold: [{}] },
  {
    note: 'management-account',
    at: 'scp',
    told: [scp(allow()), {}, { organization: { id: 'o-a1b2c3d4e5', managementAccount: ACCOUNT } }],
    untold: [scp(allow()), {}, { organization: { id: 'o-a1b2c3d4e5', managementAccount: OTHER_ACCOUNT } }],
  },
  {
    note: 'management-account',
    at: 'rcp',
    told: [{}, {}, { organization: { id: 'o-a1b2c3d4e5', managementAccount: ACCOUNT } }],
    untold: [
      {},
      { principal: BOB },
      { organization: { id: 'o-a1b2c3d4e5', managementAccount: OTHER_ACCOUNT } },
    ],
  },
  {
    note: 'rcp-services',
    at: 'rcp',
    told: [{}, { action: 'ec2:RunInstances', resource: '*' }],
    untold: [{}],
  },
  {
    note: 'scp-resource',
    at: 'scp',
    told: [scp(allow({ Resource: 'arn:aws:sqs:*:*:orders' }))],
    untold: [scp(deny({ Resource: 'arn:aws:sqs:*:*:orders' }))],
  },
  {
    note: 'endpoint-account',
    at: 'endpoint',
    told: [{ endpoint: policy('E', allow({ Principal: { AWS: ACCOUNT } })) }],
    untold: [{ endpoint: policy('E', allow({ Principal: { AWS: ALICE } })) }],
  },
  {
    note: 's3-object-owner',
    at: 'resource',
    told: [{}, { action: 's3:GetObject', resource: OBJECT }, { s3: { objectOwnership: 'ObjectWriter' } }],
    untold: [
      {},
      { action: 's3:GetObject', resource: OBJECT },
      { s3: { objectOwnership: 'BucketOwnerPreferred' } },
    ],
  },
  {
    note: 'partition',
    at: 'explicitDeny',
    told: [{}, { action: 's3:GetObject', resource: 'arn:aws-cn:s3:::data/a' }],
    untold: [{}, { action: 's3:GetObject', resource: OBJECT }],
  },
  {
    note: 'session-tags',
    at: 'resource',
    told: [{}, { action: 'sts:TagSession', resource: APP_ROLE }],
    untold: [{}, { action: 'sts:AssumeRole', resource: APP_ROLE }],
  },
];

const notesAt = (step: StepId, given: Given): readonly string[] =>
  evaluate(scenario(...given)).steps.find(({ id }) => id === step)!.notes;

describe('a rule is told beside its step', () => {
  it.each(ROWS.map((row) => [row.note, row] as const))('%s', (note, { at, told, untold }) => {
    expect(notesAt(at, told)).toContain(note);
    expect(notesAt(at, untold)).not.toContain(note);
  });
});
