import type { ExampleTitle } from '../types';

export const deniedTitles = [
  {
    id: 'cross-account-one-side',
    title: 'The other account’s bucket lets us in, still denied',
    question: 'Their bucket policy names our role. What is missing?',
  },
  {
    id: 'encrypted-object',
    title: 'The object is readable, its key is not',
    question: 'Both accounts allow s3:GetObject. Why is the encrypted object still denied?',
  },
  {
    id: 'list-on-objects',
    title: 's3:* on the objects, but listing fails',
    question: 'Everything in the bucket is allowed. Why can’t it be listed?',
  },
  {
    id: 'missing-object',
    title: '403 for a file that doesn’t exist',
    question: 'Why isn’t it a 404?',
  },
  {
    id: 'trust-misses-caller',
    title: 'An administrator can’t assume the role',
    question: 'The caller may do everything. Why not this?',
  },
  {
    id: 'trust-wants-mfa',
    title: 'The right person, without MFA',
    question: 'The trust policy names her. Why is she turned away?',
  },
  {
    id: 'github-subject',
    title: 'GitHub’s pull requests can’t deploy',
    question: 'Deploying from main works. Why not from a pull request?',
  },
  {
    id: 'github-immutable-subject',
    title: 'GitHub’s subject has numbers now',
    question: 'The repository was renamed back and forth. Why does the policy not match it any more?',
  },
  {
    id: 'recreated-role',
    title: 'The role was deleted and made again',
    question: 'It has the same name and the same ARN. Why isn’t it trusted any more?',
  },
  {
    id: 'admin-and-scp',
    title: 'An administrator can’t stop CloudTrail',
    question: 'AdministratorAccess is attached. What can outrank it?',
  },
  {
    id: 'region-lock-global',
    title: 'The Region lock breaks IAM',
    question: 'IAM has no Region. Why does the Region rule hit it?',
  },
  {
    id: 'boundary-and-identity',
    title: 'Identity allows, boundary doesn’t',
    question: 'The error speaks of a permissions boundary. What does it want?',
  },
  {
    id: 'scp-inside-boundary',
    title: 'Boundary against SCP: the SCP says no',
    question: 'The boundary allows everything. Why isn’t that enough?',
  },
  {
    id: 'boundary-inside-scp',
    title: 'Boundary against SCP: the boundary says no',
    question: 'The organization allows everything. Why is this one role stopped?',
  },
  {
    id: 'session-in-one-tool',
    title: 'Works in one tool, not in another',
    question: 'Same role, same call. What differs?',
  },
  {
    id: 'endpoint-forgot-bucket',
    title: 'Works from a laptop, fails inside the VPC',
    question: 'The role’s policies are the same. What stands in the way?',
  },
  {
    id: 'ip-rule-and-service',
    title: 'The address rule stops CloudFormation',
    question: 'She works from the office. Why is her stack denied?',
  },
  {
    id: 'endpoint-only-bucket',
    title: 'Only through the endpoint, and now nobody can get in',
    question: 'The call carries no aws:SourceVpce. Why does that count as wrong?',
  },
  {
    id: 'run-instances-subnet',
    title: 'RunInstances fails on the subnet',
    question: 'The policy allows ec2:RunInstances on instances. What else does it touch?',
  },
  {
    id: 'pass-role',
    title: 'RunInstances fails, and the real action is PassRole',
    question: 'Launching works without an instance profile. Why not with one?',
  },
  {
    id: 'public-access-blocked',
    title: 'A public bucket that lets nobody in',
    question: 'AWS speaks of an explicit deny. Where is it?',
  },
  {
    id: 'notprincipal-boundary',
    title: 'The exception doesn’t cover her',
    question: 'The Deny leaves Mia out by name. Why does it hit her?',
  },
  {
    id: 'scp-grants-nothing',
    title: 'The SCP allows it, still denied',
    question: 'The organization allows s3:*. Why isn’t that a permission?',
  },
  {
    id: 'kms-alias',
    title: 'The policy names the key’s alias',
    question: 'The alias points to this very key. Why doesn’t it match?',
  },
  {
    id: 'object-of-another-account',
    title: 'An object that another account uploaded',
    question: 'It lies in our bucket. Why can’t we read it?',
  },
  {
    id: 'rcp-wants-encryption',
    title: 'Everything allows, the organization’s RCP doesn’t',
    question: 'Identity and bucket policies are fine. What is left?',
  },
  {
    id: 'tag-case',
    title: '“Data” is not “data”',
    question: 'The tag is there. Why doesn’t it match?',
  },
  {
    id: 'confused-deputy',
    title: 'A service acting for someone else',
    question: 'SNS accepts events from S3. Why not these?',
  },
  {
    id: 'kms-no-delegation',
    title: 'The key policy leaves the account out',
    question: 'An administrator can’t decrypt. What outranks the identity policy?',
  },
  {
    id: 'federated-user',
    title: 'A federated user without a session policy',
    question: 'The user behind the session may read. Why may the session not?',
  },
  {
    id: 'organization-only',
    title: 'An organization-only bucket and an AWS service',
    question: 'CloudTrail is allowed to write. Why is it denied?',
  },
] as const satisfies readonly ExampleTitle[];
