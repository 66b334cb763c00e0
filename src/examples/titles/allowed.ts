import type { ExampleTitle } from '../types';

export const allowedTitles = [
  {
    id: 'boundary-not-asked',
    title: 'A bucket policy names the user, so the boundary isn’t asked',
    question: 'The boundary doesn’t allow S3 at all. Why does this work?',
  },
  {
    id: 'session-not-asked',
    title: 'A queue policy names the session',
    question: 'The session policy allows only reads. Why can it send?',
  },
  {
    id: 'wildcard-principal-arn',
    title: 'Everyone, narrowed to one role',
    question: 'The role’s boundary doesn’t allow this. Why does the bucket policy win?',
  },
  {
    id: 'for-all-values',
    title: 'Tags are required, and none were sent',
    question: 'Only two tags are permitted. Why does a request without tags pass?',
  },
  {
    id: 'deny-never-fires',
    title: 'The Deny that never fires',
    question: 'Production machines are protected. Why could this one be ended?',
  },
  {
    id: 'public-object',
    title: 'Anyone can read this object',
    question: 'The request isn’t even signed. Who let it in?',
  },
  {
    id: 'public-acl',
    title: 'An old ACL makes it public',
    question: 'There is no bucket policy. Why can strangers read?',
  },
  {
    id: 'root-user',
    title: 'The root user needs no policy',
    question: 'Nothing allows this. Why does it work?',
  },
  {
    id: 'root-locked-out',
    title: 'Locked out, and the root user gets back in',
    question: 'The bucket policy denies everyone. Who can still change it?',
  },
  {
    id: 'kms-default',
    title: 'The default key policy and an identity policy',
    question: 'The key policy names only the account. What made this work?',
  },
  {
    id: 'not-action',
    title: '“Everything but IAM” is a great deal',
    question: 'The policy never mentions payments. Why may she see them?',
  },
  {
    id: 'management-account',
    title: 'SCPs don’t reach the management account',
    question: 'The organization denies this everywhere. Why not here?',
  },
  {
    id: 'service-linked-role',
    title: 'SCPs don’t reach a service-linked role',
    question: 'The SCP denies EC2 outside Europe. Why can Auto Scaling launch?',
  },
  {
    id: 'developer-becomes-admin',
    title: 'A developer attaches administrator rights',
    question: 'She has two IAM permissions. How far do they reach?',
  },
  {
    id: 'caller-identity',
    title: '“Who am I?” is always answered',
    question: 'Everything is denied. Why does this call work?',
  },
  {
    id: 'events-from-our-bucket',
    title: 'S3 publishes to our topic',
    question: 'Which policies count when a service calls?',
  },
  {
    id: 'open-deputy',
    title: 'Anybody’s CloudTrail may write here',
    question: 'The policy names only an AWS service. Who can use that?',
  },
  {
    id: 'foreign-root',
    title: 'The other account’s root user',
    question: 'We trusted the account. Does that include its root user?',
  },
  {
    id: 'bucket-guest-list',
    title: 'A bucket policy with its guest list',
    question: 'Who must get in, and who must not, after the next change too?',
  },
  {
    id: 'guardrail-with-tests',
    title: 'A guardrail and what it must leave alone',
    question: 'Does the SCP stop what it should, and nothing else?',
  },
] as const satisfies readonly ExampleTitle[];
