/** What an answer around a policy is, in words that finish the sentence: taken out of … */
import { at, isObject, textAt } from './evidence/values';
import type { JsonObject } from './evidence/values';

interface Wrapper {
  readonly isIt: (answer: JsonObject) => boolean;
  readonly how: string;
}

const has =
  (...path: readonly string[]) =>
  (answer: JsonObject): boolean =>
    at(answer, ...path) !== undefined;

/** AWS CLI Command Reference, each command's output; the first that fits. */
const WRAPPERS: readonly Wrapper[] = [
  { isIt: has('PolicyVersion', 'Document'), how: 'the answer of `aws iam get-policy-version`' },
  { isIt: has('Role', 'AssumeRolePolicyDocument'), how: 'the answer of `aws iam get-role`' },
  { isIt: has('RoleDetailList'), how: 'the answer of `aws iam get-account-authorization-details`' },
  { isIt: has('UserDetailList'), how: 'the answer of `aws iam get-account-authorization-details`' },
  { isIt: both('PolicyDocument', 'RoleName'), how: 'the answer of `aws iam get-role-policy`' },
  { isIt: both('PolicyDocument', 'UserName'), how: 'the answer of `aws iam get-user-policy`' },
  { isIt: both('PolicyDocument', 'GroupName'), how: 'the answer of `aws iam get-group-policy`' },
  { isIt: has('Policy', 'Content'), how: 'the answer of `aws organizations describe-policy`' },
  { isIt: has('Attributes', 'Policy'), how: 'the attributes of a queue or topic' },
  { isIt: has('VpcEndpoints'), how: 'the answer of `aws ec2 describe-vpc-endpoints`' },
  { isIt: has('ResourcePolicy'), how: 'the answer of `get-resource-policy`' },
  { isIt: has('policyText'), how: 'the answer of `aws ecr get-repository-policy`' },
  { isIt: has('Resources'), how: 'a CloudFormation template' },
  { isIt: (answer) => textAt(answer, 'Policy') !== undefined, how: 'an answer with the policy as a text' },
];

function both(first: string, second: string): (answer: JsonObject) => boolean {
  return (answer) => has(first)(answer) && has(second)(answer);
}

export function wrapperOf(answer: unknown): string {
  if (!isObject(answer)) return 'the JSON around';
  return WRAPPERS.find(({ isIt }) => isIt(answer))?.how ?? 'the JSON around';
}
