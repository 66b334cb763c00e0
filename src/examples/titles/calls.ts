import type { ExampleTitle } from '../types';

export const callsTitles = [
  {
    id: 'call-encrypted-object',
    title: 'An encrypted object in another account',
    question: 'The bucket policy lets my role read, so why is GetObject still denied?',
  },
  {
    id: 'call-launch',
    title: 'A launch that fails on what it uses',
    question: 'I may run instances, so why does the launch fail with an encoded message?',
  },
  {
    id: 'call-copy',
    title: 'A copy into a strict bucket',
    question: 'I can read the source and write to the other bucket. Why does copying fail?',
  },
  {
    id: 'call-assume-and-act',
    title: 'Assume a role, then act as it',
    question: 'My own policies deny S3. Can I still write once I have assumed the role?',
  },
] as const satisfies readonly ExampleTitle[];
