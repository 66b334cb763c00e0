/** Names and fixed values of a policy's grammar. IAM User Guide: "IAM JSON policy elements reference". */
import type { CaseFacts } from './describe/case-facts';
import type { PolicyType } from '../policy-type';
import { OF_IDENTITIES } from '../policy-type';
import type { Suggestion } from './suggestion';

/** A name with the beginning of its value; only the name where a value is there already. */
function element(name: string, value: string, named: boolean, info: string): Suggestion {
  if (named) return { label: name, info, insert: name };
  return { label: name, info, insert: `"${name}": ${value}`, raw: true, snippet: true };
}

export function elementsOfPolicy(named: boolean): readonly Suggestion[] {
  return [
    element(
      'Version',
      '"2012-10-17"',
      named,
      'The version of the policy language. Variables need 2012-10-17.',
    ),
    element('Statement', '[\n\t{\n\t\t$0\n\t}\n]', named, 'What the policy allows and denies.'),
    element('Id', '"$1"', named, 'A name for the policy. It has no effect.'),
  ];
}

const NEGATION = 'Everything except what is listed. Write it with care.';

/** The elements that a statement of this type may have and has not yet. */
export function elementsOfStatement(
  type: PolicyType,
  present: readonly string[],
  named: boolean,
): readonly Suggestion[] {
  const principals = !OF_IDENTITIES.includes(type) && type !== 'scp';
  const notPrincipals = principals && type !== 'trust' && type !== 'rcp';
  const resources = type !== 'trust';
  const effects = type === 'rcp' ? '"Deny"' : '"${1|Allow,Deny|}"';
  const principal = type === 'rcp' ? '"*"' : '{ "$1": "$2" }';
  const all = [
    element('Sid', '"$1"', named, 'A name for the statement.'),
    element('Effect', effects, named, 'Whether the statement allows or denies.'),
    ...(principals ? [element('Principal', principal, named, 'Who the statement is about.')] : []),
    ...(notPrincipals ? [element('NotPrincipal', principal, named, NEGATION)] : []),
    element('Action', '"$1"', named, 'The calls that the statement is about.'),
    ...(type === 'rcp' ? [] : [element('NotAction', '"$1"', named, NEGATION)]),
    ...(resources
      ? [
          element('Resource', '"$1"', named, 'The resources that the statement is about, as ARNs.'),
          element('NotResource', '"$1"', named, NEGATION),
        ]
      : []),
    element('Condition', '{\n\t"$1": { "$2": "$3" }\n}', named, 'When the statement counts.'),
  ];
  return all.filter(({ label }) => named || !present.includes(label));
}

/** The kinds of principal that each type of policy takes. */
const KINDS: Readonly<Record<PolicyType, readonly string[]>> = {
  identity: [],
  boundary: [],
  session: [],
  scp: [],
  rcp: [],
  resource: ['AWS', 'Service', 'CanonicalUser'],
  key: ['AWS', 'Service'],
  trust: ['AWS', 'Service', 'Federated'],
  endpoint: ['AWS'],
};

const ABOUT_KINDS: Readonly<Record<string, string>> = {
  AWS: 'Accounts, roles, users and sessions, by ARN.',
  Service: 'An AWS service that calls for itself.',
  Federated: 'An identity provider.',
  CanonicalUser: 'An account by its canonical user ID, for S3.',
};

export function principalTypes(type: PolicyType, named: boolean): readonly Suggestion[] {
  return KINDS[type].map((kind) => element(kind, '"$1"', named, ABOUT_KINDS[kind]!));
}

/** The whole value of Principal: everyone, or a map of kinds. */
export function wholePrincipals(type: PolicyType): readonly Suggestion[] {
  const maps = KINDS[type].map((kind): Suggestion => ({
    label: `{ "${kind}": … }`,
    detail: ABOUT_KINDS[kind]!,
    insert: `{ "${kind}": "$1" }`,
    raw: true,
    snippet: true,
  }));
  return [...maps, { label: '*', detail: 'everyone', insert: '*', order: 1 }];
}

/** Services that people let in most often. IAM User Guide: "AWS service principals". */
export const SERVICES: readonly string[] = [
  'apigateway',
  'backup',
  'batch',
  'bedrock',
  'cloudformation',
  'cloudfront',
  'cloudtrail',
  'codebuild',
  'codepipeline',
  'config',
  'delivery.logs',
  'dynamodb',
  'ec2',
  'ecs-tasks',
  'ecs',
  'eks',
  'events',
  'firehose',
  'glue',
  'guardduty',
  'lambda',
  'logging.s3',
  'logs',
  'pods.eks',
  'rds',
  's3',
  'sagemaker',
  'scheduler',
  'secretsmanager',
  'sns',
  'sqs',
  'ssm',
  'states',
].map((name) => `${name}.amazonaws.com`);

/** The accounts that a case speaks of, or the one that stands in documentation. */
function accountsOf({ callerAccount, resourceAccount }: CaseFacts): readonly string[] {
  const known = [callerAccount, resourceAccount].filter((account) => account !== undefined);
  return known.length > 0 ? [...new Set(known)] : ['111122223333'];
}

const arns = (facts: CaseFacts, rest: string, detail: string): readonly Suggestion[] =>
  accountsOf(facts).map((account) => ({
    label: `arn:aws:iam::${account}:${rest.replaceAll(/\$\{\d:([^}]*)\}/g, '$1')}`,
    detail,
    insert: `arn:aws:iam::\${1:${account}}:${rest}`,
    snippet: true,
  }));

export function principals(kind: string, facts: CaseFacts): readonly Suggestion[] {
  switch (kind) {
    case 'Service':
      return SERVICES.map((name) => ({ label: name, insert: name }));
    case 'Federated':
      return [
        ...arns(facts, 'saml-provider/${2:Provider}', 'SAML provider'),
        ...arns(facts, 'oidc-provider/${2:token.actions.githubusercontent.com}', 'OpenID Connect provider'),
        { label: 'cognito-identity.amazonaws.com', insert: 'cognito-identity.amazonaws.com' },
        { label: 'accounts.google.com', insert: 'accounts.google.com' },
      ];
    case 'AWS':
      return [
        ...arns(facts, 'root', 'an account'),
        ...arns(facts, 'role/${2:Role}', 'a role'),
        ...arns(facts, 'user/${2:user}', 'a user'),
        { label: '*', detail: 'everyone', insert: '*', order: 1 },
      ];
    default:
      return [];
  }
}
