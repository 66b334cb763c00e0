import type { ExampleTitle } from '../types';

export const rolesTitles = [
  {
    id: 'role-same-with-id',
    title: 'Same account, external ID sent',
    question: 'The trust policy names the backup role itself. What else is needed?',
  },
  {
    id: 'role-same-without-id',
    title: 'Same account, external ID missing',
    question: 'Both roles are in one account. Does the external ID still matter?',
  },
  {
    id: 'role-cross-with-id',
    title: 'A vendor assumes our role with the external ID',
    question: 'How does a vendor’s account get into ours?',
  },
  {
    id: 'role-cross-without-id',
    title: 'A vendor assumes our role without the external ID',
    question: 'The vendor’s account is trusted. Why is it turned away?',
  },
  {
    id: 'role-trust-user',
    title: 'The trust policy names the user',
    question: 'Hana has no policy for sts:AssumeRole. Why may she assume the role?',
  },
  {
    id: 'role-trust-account',
    title: 'The trust policy names only the account',
    question: 'The role trusts our whole account. Why can’t Ivan assume it?',
  },
  {
    id: 'role-chain',
    title: 'One role assumes the next',
    question: 'Who is the caller when a role’s session assumes another role?',
  },
  {
    id: 'role-session-tags',
    title: 'Session tags need a permission of their own',
    question: 'Assuming the role works until tags are passed. What is missing?',
  },
  {
    id: 'role-github',
    title: 'GitHub deploys from the main branch',
    question: 'How does a workflow get a role without any AWS credentials?',
  },
  {
    id: 'role-saml',
    title: 'Staff sign in through SAML',
    question: 'Which policies decide when someone comes from the identity provider?',
  },
  {
    id: 'role-service',
    title: 'Lambda takes the function’s role',
    question: 'Who has to allow a service to use a role?',
  },
  {
    id: 'role-own-rights-gone',
    title: 'An administrator assumes a small role',
    question: 'Alice may do everything herself. Why not in this session?',
  },
  {
    id: 'role-root',
    title: 'The root user can’t assume a role',
    question: 'The role trusts the account. Why can’t its root user assume it?',
  },
] as const satisfies readonly ExampleTitle[];
