/**
 * The curriculum without its cases: small enough to be there when the list opens. A chapter's cases are fetched with its first lesson.
 */
import type { ChapterId } from './types';

export interface LessonTitle {
  /** Stable: links and progress name it. */
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** Worked examples of the same rule; the first is the solved one that the first lesson of an early chapter shows. */
  readonly examples: readonly string[];
}

export interface Chapter {
  readonly id: ChapterId;
  readonly title: string;
  /** What a learner can do after it. */
  readonly then: string;
  readonly lessons: readonly LessonTitle[];
}

/** In the order of the curriculum. */
export const CHAPTERS: readonly Chapter[] = [
  {
    id: 'who',
    title: 'Who is asking',
    then: 'You can say whose policies are read, from the ARN alone.',
    lessons: [
      {
        id: 'who-two-groups',
        title: 'Two groups and a personal favour',
        minutes: 4,
        examples: ['step-explicit-deny'],
      },
      { id: 'who-group-principal', title: 'A bucket can’t invite a group', minutes: 4, examples: [] },
      {
        id: 'who-session',
        title: 'Alice leaves her rights at the door',
        minutes: 4,
        examples: ['role-own-rights-gone', 'call-assume-and-act'],
      },
      { id: 'who-leaked-key', title: 'The key in the repository', minutes: 5, examples: ['ip-range'] },
      {
        id: 'who-lifetimes',
        title: 'Which credentials still live tomorrow?',
        minutes: 5,
        examples: ['expiry'],
      },
      { id: 'who-identity-center', title: 'The role behind the sign-on', minutes: 5, examples: [] },
      {
        id: 'who-service-linked',
        title: 'The role that AWS keeps for itself',
        minutes: 5,
        examples: ['service-linked-role', 'role-service'],
      },
    ],
  },
  {
    id: 'read',
    title: 'Reading a policy',
    then: 'You can say which statement fits a request, and which word decides it.',
    lessons: [
      {
        id: 'read-app-policy',
        title: 'Beside the folder isn’t in it',
        minutes: 4,
        examples: ['guide-app-read', 'guide-app-write', 'guide-app-parameter'],
      },
      {
        id: 'read-list-bucket',
        title: 'Everything inside, but not the list',
        minutes: 4,
        examples: ['list-on-objects', 'missing-object'],
      },
      { id: 'read-star', title: 'How far a star reaches', minutes: 4, examples: [] },
      { id: 'read-not-action', title: 'Everything but', minutes: 5, examples: ['not-action'] },
      { id: 'read-order', title: 'Last word, no weight', minutes: 4, examples: ['step-explicit-deny'] },
      {
        id: 'read-variable',
        title: 'A folder with your name on it',
        minutes: 5,
        examples: ['home-folder', 'home-folder-role'],
      },
    ],
  },
  {
    id: 'steps',
    title: 'The seven steps',
    then: 'You can walk a request through the gates and name the first that shuts.',
    lessons: [
      {
        id: 'steps-default',
        title: 'Nobody said no',
        minutes: 4,
        examples: ['step-default', 'step-identity', 'step-explicit-deny'],
      },
      {
        id: 'steps-first-gate',
        title: 'Three gates shut. Which one speaks?',
        minutes: 5,
        examples: ['step-all', 'ci-region'],
      },
      {
        id: 'steps-one-side',
        title: 'At home one yes is enough',
        minutes: 4,
        examples: ['step-resource', 'boundary-not-asked'],
      },
      {
        id: 'steps-cross-both',
        title: 'Invited, and not allowed out',
        minutes: 4,
        examples: ['guide-resource-alone', 'cross-account-one-side', 'data-lake'],
      },
      {
        id: 'steps-deny-anywhere',
        title: 'A No from any corner',
        minutes: 5,
        examples: ['scp-inside-boundary', 'admin-and-scp'],
      },
      {
        id: 'steps-unknown',
        title: 'What can be said without seeing it all',
        minutes: 3,
        examples: ['scp-hidden', 'scp-hidden-denied', 'q3-records'],
      },
    ],
  },
  {
    id: 'resource',
    title: 'Policies on resources',
    then: 'You can tell inviting, delegating and leaving the door open apart.',
    lessons: [
      {
        id: 'res-account',
        title: 'Naming the account names nobody',
        minutes: 4,
        examples: ['role-trust-account', 'step-resource'],
      },
      {
        id: 'res-deputy',
        title: 'A postman for everybody',
        minutes: 5,
        examples: ['confused-deputy', 'open-deputy', 'events-from-our-bucket'],
      },
      {
        id: 'res-not-principal',
        title: 'The guest list with three columns',
        minutes: 4,
        examples: ['notprincipal-boundary'],
      },
      {
        id: 'res-public-block',
        title: 'One public line shuts out the partner',
        minutes: 5,
        examples: ['public-access-blocked', 'public-object', 'public-acl'],
      },
      {
        id: 'res-acl',
        title: 'The list from before policies',
        minutes: 5,
        examples: ['public-acl', 'object-of-another-account'],
      },
      { id: 'res-recreated', title: 'Same name, somebody else', minutes: 4, examples: ['recreated-role'] },
    ],
  },
  {
    id: 'caps',
    title: 'Ceilings in the account',
    then: 'You can let others manage IAM without making them administrators.',
    lessons: [
      {
        id: 'cap-boundary-grants',
        title: 'A ceiling isn’t a floor',
        minutes: 4,
        examples: ['step-boundary', 'boundary-and-identity'],
      },
      {
        id: 'cap-boundary-bypass',
        title: 'Through the side door',
        minutes: 5,
        examples: ['boundary-not-asked'],
      },
      {
        id: 'cap-session',
        title: 'A policy in the luggage',
        minutes: 4,
        examples: ['guide-session-s3', 'guide-session-ec2', 'step-session', 'session-in-one-tool'],
      },
      {
        id: 'cap-delegate',
        title: 'Taking off the lead',
        minutes: 6,
        examples: ['guide-boundary-with', 'guide-boundary-without', 'developer-becomes-admin'],
      },
    ],
  },
  {
    id: 'org',
    title: 'The organization',
    then: 'You know what SCPs and RCPs reach, and whom they never reach.',
    lessons: [
      {
        id: 'org-scp-grants',
        title: 'Permission to be permitted',
        minutes: 4,
        examples: ['scp-grants-nothing', 'step-scp'],
      },
      {
        id: 'org-levels',
        title: 'Every floor must let you through',
        minutes: 4,
        examples: ['ci-region', 'admin-and-scp'],
      },
      {
        id: 'org-root-user',
        title: 'The root user has a roof',
        minutes: 5,
        examples: ['root-user', 'root-locked-out', 'management-account'],
      },
      {
        id: 'org-scp-or-boundary',
        title: 'Which ceiling for whom?',
        minutes: 6,
        examples: ['scp-inside-boundary', 'boundary-inside-scp'],
      },
      {
        id: 'org-outsider',
        title: 'A fence that faces inward',
        minutes: 6,
        examples: ['rcp-wants-encryption', 'organization-only'],
      },
      {
        id: 'org-region',
        title: 'Services that live in Virginia',
        minutes: 5,
        examples: ['region-lock-global', 'guide-conditions-elsewhere'],
      },
      {
        id: 'org-endpoint',
        title: 'The tunnel has a door as well',
        minutes: 5,
        examples: ['endpoint-forgot-bucket', 'endpoint-only-bucket'],
      },
    ],
  },
  {
    id: 'roles',
    title: 'Assuming roles',
    then: 'You can say who may become whom, and close the ways that nobody meant.',
    lessons: [
      {
        id: 'role-two-sides',
        title: 'Two signatures for one crossing',
        minutes: 4,
        examples: ['guide-trust-with', 'role-cross-with-id', 'role-trust-account'],
      },
      {
        id: 'role-admin',
        title: 'The administrator at the role’s door',
        minutes: 5,
        examples: ['trust-misses-caller', 'role-trust-user', 'role-trust-account'],
      },
      {
        id: 'role-external-id',
        title: 'Whose errand is the vendor on?',
        minutes: 5,
        examples: ['role-cross-with-id', 'role-cross-without-id', 'guide-trust-with', 'guide-trust-without'],
      },
      {
        id: 'role-github',
        title: 'A star that was meant',
        minutes: 5,
        examples: ['role-github', 'github-subject', 'wildcard-equals', 'role-saml'],
      },
      {
        id: 'role-pass',
        title: 'Handing over a role',
        minutes: 5,
        examples: ['pass-role', 'run-instances-subnet', 'call-launch'],
      },
      {
        id: 'role-chain',
        title: 'From role to role, with luggage',
        minutes: 6,
        examples: ['role-chain', 'role-session-tags', 'call-assume-and-act', 'role-root', 'federated-user'],
      },
    ],
  },
  {
    id: 'conditions',
    title: 'Conditions',
    then: 'You know what happens when the key isn’t there.',
    lessons: [
      {
        id: 'cond-mfa',
        title: 'A question the key can’t answer',
        minutes: 5,
        examples: [
          'mfa-bool-absent',
          'mfa-ifexists-absent',
          'mfa-bool-false',
          'trust-wants-mfa',
          'guide-conditions-no-mfa',
        ],
      },
      {
        id: 'cond-absent-deny',
        title: 'Not equal to nothing',
        minutes: 5,
        examples: ['endpoint-only-bucket', 'organization-only'],
      },
      {
        id: 'cond-and-or',
        title: 'And within, or between',
        minutes: 6,
        examples: ['two-conditions', 'several-values', 'guide-conditions-region'],
      },
      {
        id: 'cond-encrypted-upload',
        title: 'Encrypted by default, and still refused',
        minutes: 5,
        examples: ['guide-conditions-encrypted', 'guide-conditions-plain', 'rcp-wants-encryption'],
      },
      { id: 'cond-for-all', title: 'All of none', minutes: 5, examples: ['for-all-values', 'any-tag'] },
      {
        id: 'cond-tag-takeover',
        title: 'Tag it, then take it',
        minutes: 6,
        examples: ['abac-match', 'abac-no-tag', 'tag-case'],
      },
      {
        id: 'cond-two-doors',
        title: 'Either door, and the servants’ entrance',
        minutes: 6,
        examples: ['ip-range', 'ip-rule-and-service', 'two-conditions', 'endpoint-forgot-bucket'],
      },
    ],
  },
  {
    id: 'keys',
    title: 'Keys, and calls that ask twice',
    then: 'You find the second question behind one call.',
    lessons: [
      {
        id: 'kms-own-law',
        title: 'A key is its own law',
        minutes: 5,
        examples: [
          'kms-no-delegation',
          'kms-default',
          'kms-alias',
          'encrypted-object',
          'call-encrypted-object',
        ],
      },
      {
        id: 'kms-encrypted-object',
        title: 'The box is open, the lock isn’t',
        minutes: 6,
        examples: ['call-encrypted-object', 'encrypted-object'],
      },
      {
        id: 'call-launch-parts',
        title: 'One launch, eight questions',
        minutes: 6,
        examples: ['call-launch', 'run-instances-subnet', 'pass-role'],
      },
      {
        id: 's3-not-found',
        title: 'Forbidden, or not there?',
        minutes: 4,
        examples: ['missing-object', 'call-copy'],
      },
    ],
  },
  {
    id: 'less',
    title: 'Less, and proof of it',
    then: 'You can shrink a policy and show that nothing broke.',
    lessons: [
      { id: 'less-advisor', title: 'What nobody used', minutes: 7, examples: [] },
      { id: 'less-simulator', title: 'What the simulator will say', minutes: 6, examples: [] },
      {
        id: 'less-analyzer',
        title: 'Who outside can get in?',
        minutes: 7,
        examples: ['public-object', 'data-lake', 'bucket-guest-list'],
      },
      {
        id: 'less-validate',
        title: 'Four warnings and one trap',
        minutes: 7,
        examples: ['deny-never-fires', 'wildcard-equals'],
      },
      { id: 'audit-trail', title: 'Who did this, and as whom?', minutes: 7, examples: [] },
      { id: 'audit-credentials', title: 'Read the report like an intruder', minutes: 7, examples: [] },
      { id: 'audit-rotate', title: 'Change the key while the train runs', minutes: 8, examples: [] },
    ],
  },
];
