import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/service-reference';
import { rewritesAt } from '../../src/checks/assist/rewrites';
import { applyEdits } from '../../src/language/edits';
import { loadCatalog } from '../support/catalog';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

/** The titles of the rewrites at `|`, each with the text after it. */
function rewrites(marked: string): readonly (readonly [title: string, text: string])[] {
  const text = marked.replace('|', '');
  return rewritesAt(text, marked.indexOf('|'), catalog).map(({ title, edits }) => [
    title,
    applyEdits(text, edits),
  ]);
}

const lines = (...text: readonly string[]): string => text.join('\n');

describe('a wildcard as the list it stands for', () => {
  it('puts a lone text on lines of its own, indented as its statement is', () => {
    const [first] = rewrites(
      lines(
        '{',
        '  "Statement": [',
        '    {',
        '      "Effect": "Allow",',
        '      "Action": "sqs:Li|st*",',
        '      "Resource": "*"',
        '    }',
        '  ]',
        '}',
      ),
    );
    expect(first![1]).toBe(
      lines(
        '{',
        '  "Statement": [',
        '    {',
        '      "Effect": "Allow",',
        '      "Action": [',
        '        "sqs:ListDeadLetterSourceQueues",',
        '        "sqs:ListMessageMoveTasks",',
        '        "sqs:ListQueueTags",',
        '        "sqs:ListQueues"',
        '      ],',
        '      "Resource": "*"',
        '    }',
        '  ]',
        '}',
      ),
    );
  });

  it('keeps the layout of a list, and does not repeat what stands there', () => {
    const [first] = rewrites(
      lines(
        '{"Statement": {"Effect": "Allow", "Action": [',
        '\t"sqs:ListQueues", // the queues',
        '\t"sqs:List|*",',
        '\t"s3:GetObject"',
        ']}}',
      ),
    );
    expect(first![1]).toBe(
      lines(
        '{"Statement": {"Effect": "Allow", "Action": [',
        '\t"sqs:ListQueues", // the queues',
        '\t"sqs:ListDeadLetterSourceQueues",',
        '\t"sqs:ListMessageMoveTasks",',
        '\t"sqs:ListQueueTags",',
        '\t"s3:GetObject"',
        ']}}',
      ),
    );
  });

  it('spreads a list that stands on one line of a statement of several', () => {
    const [first] = rewrites(
      lines(
        '{"Statement": {',
        '  "Effect": "Deny",',
        '  "Action": ["s3:GetObject", "sqs:Send|*" /* one */]',
        '}}',
      ),
    );
    expect(first![1]).toBe(
      lines(
        '{"Statement": {',
        '  "Effect": "Deny",',
        '  "Action": [',
        '    "s3:GetObject",',
        '    "sqs:SendMessage" /* one */]',
        '}}',
      ),
    );
  });

  it('stays on the line where everything does', () => {
    const [first] = rewrites('{"Statement":[{"Effect":"Allow","Action":"SQS:listq|*","Resource":"*"}]}');
    expect(first![1]).toBe(
      '{"Statement":[{"Effect":"Allow","Action":["sqs:ListQueueTags", "sqs:ListQueues"],"Resource":"*"}]}',
    );
  });

  it('goes where the list has all of it', () => {
    const [first] = rewrites(
      '{"Statement":[{"Action":["sqs:ListQueues","sqs:ListQueueTags","sqs:ListQ|*"]}]}',
    );
    expect(first![1]).toBe('{"Statement":[{"Action":["sqs:ListQueues","sqs:ListQueueTags"]}]}');
  });

  it('says what it means for later actions, by effect and element', () => {
    const title = (effect: string, element: string): string | undefined =>
      rewrites(`{"Statement":[{"Effect":"${effect}","${element}":"sqs:List|*"}]}`)[0]?.[0];
    const what = 'Replace `sqs:List*` by the 4 actions it covers';
    expect(title('Allow', 'Action')).toBe(`${what} (later ones are not allowed then)`);
    expect(title('Deny', 'Action')).toBe(`${what} (later ones are not denied then)`);
    expect(title('Allow', 'NotAction')).toBe(`${what} (later ones are allowed then)`);
    expect(title('Deny', 'NotAction')).toBe(`${what} (later ones are denied then)`);
  });

  it('is not offered for what covers nothing, all services, or is no action', () => {
    expect(rewrites('{"Statement":[{"Action":"sqs:Nothing|*"}]}')).toEqual([]);
    expect(rewrites('{"Statement":[{"Action":"|*"}]}')).toEqual([]);
    expect(rewrites('{"Statement":[{"Resource":"sqs:List|*"}]}')).toEqual([]);
    expect(rewrites('{"Statement":[{"Action|":"sqs:List*"}]}')).toEqual([]);
  });
});

describe('a list as its wildcard', () => {
  it('is offered where the list has all, the widest one, and takes the others away', () => {
    const all = rewrites(
      lines(
        '{"Statement": [{"Effect": "Allow", "Action": [',
        '  "sqs:ListQueueTags",',
        '  "s3:GetObject",',
        '  "sqs:List|Queues",',
        '  "sqs:ListMessageMoveTasks",',
        '  "sqs:ListDeadLetterSourceQueues"',
        ']}]}',
      ),
    );
    expect(all).toEqual([
      [
        'Write `sqs:List*` for these 4 actions (later ones are allowed then)',
        lines('{"Statement": [{"Effect": "Allow", "Action": [', '  "sqs:List*",', '  "s3:GetObject"', ']}]}'),
      ],
    ]);
  });

  it('is not offered where one is missing', () => {
    expect(
      rewrites('{"Statement":[{"Action":["sqs:ListDead|LetterSourceQueues","sqs:ListMessageMoveTasks"]}]}'),
    ).toEqual([]);
  });
});
