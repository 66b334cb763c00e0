import type { ExampleTitle } from '../types';

export const dependsTitles = [
  {
    id: 'half-edited',
    title: 'Nightly report, half-edited policy',
    question: 'A policy can’t be read. What does that make of the verdict?',
  },
  {
    id: 'scp-hidden',
    title: 'SCPs I’m not allowed to read',
    question: 'Everything I can see allows it. Is that an answer?',
  },
  {
    id: 'scp-hidden-denied',
    title: 'SCPs hidden, and still certain',
    question: 'I can’t see the SCPs. Why is there a verdict all the same?',
  },
  {
    id: 'mfa-not-known',
    title: 'Was MFA used? Nobody knows',
    question: 'The policy asks for MFA and the log doesn’t say.',
  },
  {
    id: 'bucket-policy-hidden',
    title: 'The other account’s bucket policy',
    question: 'Our side allows it. What do I ask the other account for?',
  },
  {
    id: 'boundary-hidden',
    title: 'A boundary I can’t see',
    question: 'The role has some boundary. Can its policy still be trusted?',
  },
  {
    id: 'unknown-does-not-matter',
    title: 'An unknown that doesn’t matter',
    question: 'The caller’s address isn’t known. Why is the verdict clear?',
  },
] as const satisfies readonly ExampleTitle[];
