import type { ExampleTitle } from '../types';

export const startTitles = [
  {
    id: 'nightly-report',
    title: 'Nightly report can’t be uploaded',
    question: 'The role’s policy allows the upload. Why is it denied?',
  },
  {
    id: 'one-photo',
    title: 'Alice can’t open a photo',
    question: 'The policy allows reading from this bucket. Why not this object?',
  },
  {
    id: 'ci-region',
    title: 'CI can’t launch in eu-north-1',
    question: 'Fourteen policies apply to this request. Which one stops it?',
  },
  {
    id: 'data-lake',
    title: 'Analytics reads the data lake',
    question: 'The bucket belongs to another account. What made this work?',
  },
  {
    id: 'q3-records',
    title: 'Alice can’t open the Q3 records',
    question: 'I can’t see the SCPs. What can still be said?',
  },
] as const satisfies readonly ExampleTitle[];
