import type { ExampleTitle } from '../types';

export const conditionsTitles = [
  {
    id: 'mfa-bool-true',
    title: 'Deny with Bool: MFA was used',
    question: 'A Deny asks whether MFA is false. Does it hit someone who used MFA?',
  },
  {
    id: 'mfa-bool-false',
    title: 'Deny with Bool: MFA was not used',
    question: 'Temporary credentials without MFA. Does the Deny hit?',
  },
  {
    id: 'mfa-bool-absent',
    title: 'Deny with Bool: a long-term access key',
    question: 'MFA was never used. Why does the Deny let this through?',
  },
  {
    id: 'mfa-ifexists-true',
    title: 'Deny with BoolIfExists: MFA was used',
    question: 'Does the stricter form still let people with MFA work?',
  },
  {
    id: 'mfa-ifexists-false',
    title: 'Deny with BoolIfExists: MFA was not used',
    question: 'Temporary credentials without MFA, and the stricter form.',
  },
  {
    id: 'mfa-ifexists-absent',
    title: 'The MFA rule blocks the command line',
    question: 'The console works, the access key doesn’t. Why?',
  },
  {
    id: 'ip-range',
    title: 'Only from the office network',
    question: 'Which addresses does 203.0.113.0/24 let in?',
  },
  {
    id: 'abac-match',
    title: 'Same project tag on person and machine',
    question: 'How can one policy serve every team?',
  },
  {
    id: 'abac-no-tag',
    title: 'A machine without the project tag',
    question: 'The policy compares two tags. What if one is missing?',
  },
  {
    id: 'home-folder',
    title: 'A folder named after its user',
    question: 'How does ${aws:username} work in a resource?',
  },
  {
    id: 'home-folder-role',
    title: 'The folder rule and a role',
    question: 'The same policy is attached to a role. Why does it allow nothing?',
  },
  {
    id: 'two-conditions',
    title: 'Two keys, both must hold',
    question: 'One condition holds and one doesn’t. Is that enough?',
  },
  {
    id: 'several-values',
    title: 'Several values under a negated operator',
    question: 'StringNotEquals with two values: does one difference do?',
  },
  {
    id: 'wildcard-equals',
    title: 'A star under StringEquals',
    question: 'The value ends in a star. Why doesn’t it match?',
  },
  {
    id: 'any-tag',
    title: 'At least one tag must be cost-center',
    question: 'What does ForAnyValue ask of a list?',
  },
  {
    id: 'expiry',
    title: 'Access that ended in March',
    question: 'It worked last month. What changed?',
  },
  {
    id: 'page-size',
    title: 'Listing at most a hundred at a time',
    question: 'How are numbers compared?',
  },
] as const satisfies readonly ExampleTitle[];
