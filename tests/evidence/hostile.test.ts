import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/index';
import { within } from '../support/soon';

const MEGABYTE = 1_000_000;
const pieces = [
  ' ',
  '\n',
  'a',
  '{',
  '[',
  '{"',
  '{"a":',
  '{"a":"',
  '[{"a":1}',
  '{"a":1} ',
  '{"a":"\\"',
  '"',
  '\\',
  '\\"',
  '\u001b[',
  '\u001b[31m',
  '| ',
  '> # | ',
  '&lt;',
  'User: ',
  'arn:aws:iam::111122223333:user/a ',
  'User: x is not authorized to perform: a:b ',
  'User: x is not authorized to perform: a:b on resource: ',
  'not authorized to ',
  'is not authorized to perform: s3:a on resource: "arn:',
  'because no ',
  'Encoded authorization failure message: ',
  'Encoded authorization failure message: Ab-_'.padEnd(300, 'Ab1_'),
  'a = jsonencode(',
  'a = jsonencode({ a = "b" }) ',
  '{"Statement":[{"Effect":"Allow"}]}',
  '{"Statement":[{"Effect":"Allow"}',
  '{"eventSource":"a","eventName":"b","eventVersion":"1"}',
  '2024-08-20T09:12:41.1180153Z ',
  'AccessDenied',
  '“',
  '%7B',
  '"%7B',
  '{"a":"{',
  'operation error a, ',
  'arn:aws:iam::111122223333:root',
];

describe('readEvidence on hostile text', () => {
  it.each(pieces)('answers soon on a megabyte of %j', async (piece) => {
    const text = piece.repeat(Math.ceil(MEGABYTE / piece.length));
    await within(50, () => readEvidence(text));
  });

  // White space and words that begin a reading, behind a head that keeps the text from being trimmed or refused at once.
  it.each(['\n', '\t', ' ', '{#', '\\"', 'provider:\n', 'a.', 'service: x\n', '- ', '```\n'])(
    'answers soon on 200 KB of %j behind what another reader begins with',
    async (piece) => {
      for (const head of ['"allowed": false, "context ', '{"Statement":[', 'on: push\njobs:\n', 'policy = '])
        await within(100, () => readEvidence(head + piece.repeat(200_000 / piece.length)));
    },
  );

  it('never throws, whatever is pasted', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 20 }), fc.json()), {
        maxLength: 12,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (pasted) => {
        expect(readEvidence(pasted).notes).toBeInstanceOf(Array);
      }),
      { numRuns: 500 },
    );
  });
});
