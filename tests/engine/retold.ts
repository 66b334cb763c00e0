/** The scenarios at random told of other services, whose rules are their own. */
import fc from 'fast-check';
import type { Policies, Policy, Scenario } from '../../src/case/scenario';
import { anyScenario } from './any';
import { ACCOUNT, ALICE } from './build';
import { mapPolicies } from './change';

export const THEMES = [
  'bucket',
  'queue',
  'key',
  'alias',
  'keyless',
  'role',
  'token',
  'awsManagedKey',
  'serviceLinked',
  'topic',
  'chinese',
] as const;
type Theme = (typeof THEMES)[number];

interface Words {
  readonly get: string;
  readonly put: string;
  readonly service: string;
  /** Before the name of the resource. */
  readonly arn: string;
}

const KMS: Words = {
  get: 'kms:Decrypt',
  put: 'kms:PutKeyPolicy',
  service: 'kms',
  arn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/`,
};
const STS: Words = {
  get: 'sts:AssumeRole',
  put: 'sts:TagSession',
  service: 'sts',
  arn: `arn:aws:iam::${ACCOUNT}:role/`,
};
const WORDS: Record<Theme, Words> = {
  bucket: { get: 's3:GetObject', put: 's3:PutObject', service: 's3', arn: 'arn:aws:s3:::reports/' },
  queue: {
    get: 'sqs:SendMessage',
    put: 'sqs:DeleteQueue',
    service: 'sqs',
    arn: `arn:aws:sqs:us-east-1:${ACCOUNT}:`,
  },
  key: KMS,
  alias: KMS,
  keyless: { ...KMS, get: 'kms:CreateKey', put: 'kms:ListKeys' },
  awsManagedKey: { ...KMS, put: 'kms:ScheduleKeyDeletion' },
  role: STS,
  token: { ...STS, get: 'sts:AssumeRoleWithWebIdentity' },
  serviceLinked: { get: 's3:GetObject', put: 's3:PutObject', service: 's3', arn: 'arn:aws:s3:::reports/' },
  // RCPs do not reach it.
  topic: {
    get: 'sns:Publish',
    put: 'sns:Subscribe',
    service: 'sns',
    arn: `arn:aws:sns:us-east-1:${ACCOUNT}:`,
  },
  // Access is never delegated from one partition to another.
  chinese: {
    get: 's3:GetObject',
    put: 's3:PutObject',
    service: 's3',
    arn: 'arn:aws-cn:s3:::reports/',
  },
};

const PRINCIPALS: Partial<Record<Theme, string>> = {
  token: 'accounts.google.com',
  serviceLinked: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x.amazonaws.com/X`,
};

function inWords<T>(value: T, { get, put, service, arn }: Words): T {
  const text = JSON.stringify(value)
    .replaceAll(/"s3:getobject"/gi, `"${get}"`)
    .replaceAll('"s3:PutObject"', `"${put}"`)
    .replaceAll('"s3:Get*"', `"${get.slice(0, -4)}*"`)
    .replaceAll('"s3:*"', `"${service}:*"`)
    .replaceAll('arn:aws:s3:::reports/', arn);
  return JSON.parse(text) as T;
}

/** Trust policies have no Resource. */
function withoutResource(policy: Policy): Policy {
  const { Statement, ...rest } = policy.document as { Statement: Record<string, unknown>[] };
  const statements = Statement.map((statement) =>
    Object.fromEntries(Object.entries(statement).filter(([name]) => !name.endsWith('Resource'))),
  );
  return { ...policy, document: { ...rest, Statement: statements } };
}

function retell(scenario: Scenario, theme: Theme): Scenario {
  const words = WORDS[theme];
  const { request, policies } = scenario;
  const resource =
    theme === 'alias'
      ? words.arn.replace('key/', 'alias/app')
      : theme === 'awsManagedKey'
        ? words.arn.replace('key/', 'alias/aws/s3')
        : theme === 'keyless'
          ? '*'
          : inWords(request.resource, words);
  // A key's ARN does not say that AWS manages it, so RCPs would reach the keys that the alias may stand for.
  const { rcp: _, ...others } = policies;
  // The role or user behind another caller goes with it.
  const { role: _role, user: _user, ...bare } = request;
  const asked = PRINCIPALS[theme] === undefined ? request : { ...bare, principal: PRINCIPALS[theme] };
  const isFederated = request.principal.includes(':federated-user/');
  return {
    ...scenario,
    request: {
      ...asked,
      ...(isFederated && theme === 'queue' && request.user === undefined && { user: ALICE }),
      action: inWords(request.action, words),
      resource,
    },
    policies: mapPolicies(inWords(theme === 'awsManagedKey' ? others : policies, words), (policy, layer) =>
      layer === 'resource' && words.service === 'sts' ? withoutResource(policy) : policy,
    ),
  };
}

const BROKEN: Policy = { name: 'Broken', text: '{' };

/** Some policies cannot be read: none, as a rule. */
function unreadable(policies: Policies, which: readonly number[]): Policies {
  let at = -1;
  return mapPolicies(policies, (policy) => {
    at += 1;
    return which.includes(at) ? { ...BROKEN, name: policy.name } : policy;
  });
}

/** A scenario of one service, with unknowns where asked for. */
export function anyOf(theme: Theme, unknowns: boolean): fc.Arbitrary<Scenario> {
  const which = fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: unknowns ? 1 : 0, arbitrary: fc.array(fc.nat(5), { maxLength: 2 }) },
  );
  return fc.tuple(anyScenario(unknowns), which).map(([scenario, broken]) => {
    const told = retell(scenario, theme);
    return { ...told, policies: unreadable(told.policies, broken) };
  });
}
