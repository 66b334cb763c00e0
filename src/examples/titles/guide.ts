import type { ExampleTitle } from '../types';

export const guideTitles = [
  {
    id: 'guide-app-read',
    title: 'The application reads its bucket',
    question: 'Which of the application policy’s three statements allows this?',
  },
  {
    id: 'guide-app-write',
    title: 'The application can’t write to its bucket',
    question: 'It may read and list the bucket. Why not write?',
  },
  {
    id: 'guide-app-parameter',
    title: 'The application asks for another team’s parameter',
    question: 'It may read parameters. Why not this one?',
  },
  {
    id: 'guide-boundary-with',
    title: 'A developer creates a role, with the boundary',
    question: 'How can developers make roles without making administrators?',
  },
  {
    id: 'guide-boundary-without',
    title: 'A developer creates a role, without the boundary',
    question: 'The policy allows iam:CreateRole. Why is it denied?',
  },
  {
    id: 'guide-session-s3',
    title: 'A pipeline’s session uses S3',
    question: 'The session was given a policy of its own. What can it still do?',
  },
  {
    id: 'guide-session-ec2',
    title: 'A pipeline’s session can’t see the instances',
    question: 'The role is an administrator. Why can’t this session describe instances?',
  },
  {
    id: 'guide-trust-with',
    title: 'The pipeline crosses accounts with the external ID',
    question: 'What has to be true on each side for the role to be assumed?',
  },
  {
    id: 'guide-trust-without',
    title: 'The pipeline forgot the external ID',
    question: 'The trust policy names exactly this role. Why can’t it be assumed?',
  },
  {
    id: 'guide-conditions-region',
    title: 'EC2 in an approved Region, with MFA',
    question: 'Three statements with conditions: which ones apply here?',
  },
  {
    id: 'guide-conditions-elsewhere',
    title: 'EC2 in a Region that isn’t listed',
    question: 'Nothing denies Ireland. Why doesn’t it work there?',
  },
  {
    id: 'guide-conditions-no-mfa',
    title: 'The same call without MFA',
    question: 'The Region is right. Why is it denied now?',
  },
  {
    id: 'guide-conditions-encrypted',
    title: 'An upload with encryption asked for',
    question: 'Which header makes the difference?',
  },
  {
    id: 'guide-conditions-plain',
    title: 'An upload without the encryption header',
    question: 'The bucket encrypts everything by default. Why isn’t that enough?',
  },
  {
    id: 'guide-resource-alone',
    title: 'The bucket policy alone, from outside',
    question: 'The bucket lets the role in. Why is that not enough across accounts?',
  },
] as const satisfies readonly ExampleTitle[];
