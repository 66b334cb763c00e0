import type { ExampleTitle } from '../types';

export const stepsTitles = [
  {
    id: 'step-explicit-deny',
    title: 'Step 1: an explicit deny ends it',
    question: 'Carla’s team may do anything in the bucket. Why can’t she delete a backup?',
  },
  {
    id: 'step-scp',
    title: 'Step 2: the organization never allowed it',
    question: 'The role is an administrator and nothing denies. Why can’t it start a notebook?',
  },
  {
    id: 'step-resource',
    title: 'Step 3: the queue itself lets her in',
    question: 'Dora has no policies at all. Why may she send to this queue?',
  },
  {
    id: 'step-boundary',
    title: 'Step 4: the boundary is too small',
    question: 'The policy allows dynamodb:*. Why can’t Emil delete a table?',
  },
  {
    id: 'step-session',
    title: 'Step 5: this session was made smaller',
    question: 'The role can write to the bucket. Why can’t this session of it?',
  },
  {
    id: 'step-identity',
    title: 'Step 6: his own policy allows it',
    question: 'Nothing denies and nothing limits. What lets Farid read the parameter?',
  },
  {
    id: 'step-default',
    title: 'Step 7: nobody said yes',
    question: 'No policy denies this. Why is it denied?',
  },
  {
    id: 'step-all',
    title: 'Through every gate',
    question: 'What does a request look like that all seven kinds of policy let through?',
  },
] as const satisfies readonly ExampleTitle[];
