/** Names and fixed values of a policy's grammar. IAM User Guide: "IAM JSON policy elements reference". */
import type { PolicyType } from '../policy-type';
import { OF_IDENTITIES } from '../policy-type';
import { escaped } from './suggestion';
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
  const resources = type !== 'trust';
  const all = [
    element('Sid', '"$1"', named, 'A name for the statement.'),
    element('Effect', '"${1|Allow,Deny|}"', named, 'Whether the statement allows or denies.'),
    ...(principals
      ? [
          element('Principal', '{ "$1": "$2" }', named, 'Who the statement is about.'),
          element('NotPrincipal', '{ "$1": "$2" }', named, NEGATION),
        ]
      : []),
    element('Action', '"$1"', named, 'The calls that the statement is about.'),
    element('NotAction', '"$1"', named, NEGATION),
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

export function principalTypes(named: boolean): readonly Suggestion[] {
  return [
    element('AWS', '"$1"', named, 'Accounts, roles, users and sessions, by ARN.'),
    element('Service', '"$1"', named, 'An AWS service that calls for itself.'),
    element('Federated', '"$1"', named, 'An identity provider.'),
    element('CanonicalUser', '"$1"', named, 'An account by its canonical id, for S3.'),
  ];
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

const account = '${1:111122223333}';
const arn = (rest: string, detail: string): Suggestion => ({
  label: `arn:aws:iam::111122223333:${rest.replaceAll(/\$\{\d:([^}]*)\}/g, '$1')}`,
  detail,
  insert: `arn:aws:iam::${account}:${rest}`,
  snippet: true,
});

export function principals(type: string): readonly Suggestion[] {
  switch (type) {
    case 'Service':
      return SERVICES.map((name) => ({ label: name, insert: name }));
    case 'Federated':
      return [
        arn('saml-provider/${2:Provider}', 'SAML provider'),
        arn('oidc-provider/${2:token.actions.githubusercontent.com}', 'OpenID Connect provider'),
        { label: 'cognito-identity.amazonaws.com', insert: escaped('cognito-identity.amazonaws.com') },
        { label: 'accounts.google.com', insert: escaped('accounts.google.com') },
      ];
    case 'AWS':
      return [
        arn('root', 'an account'),
        arn('role/${2:Role}', 'a role'),
        arn('user/${2:user}', 'a user'),
        { label: '*', detail: 'everyone', insert: '*', order: 1 },
      ];
    default:
      return [];
  }
}
