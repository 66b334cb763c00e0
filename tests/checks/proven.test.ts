import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/checks/check-policy';
import { provenFindings } from '../../src/checks/proven';
import { catalogNow } from '../support/catalog';

const allow = (Action: string, Resource: string | string[] = '*', Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});
const deny = (Action: string, Condition?: object) => ({ ...allow(Action, '*', Condition), Effect: 'Deny' });
const secure = (value: string) => ({ Bool: { 'aws:SecureTransport': value } });

function proven(...Statement: readonly object[]) {
  const text = JSON.stringify({ Version: '2012-10-17', Statement }, null, 2);
  const known = checkPolicy(text, 'identity', catalogNow());
  return { text, found: provenFindings(text, 'identity', known, catalogNow()) };
}

describe('statements without effect', () => {
  it('are denied by several together, where the key is always sent', () => {
    const { found } = proven(
      allow('s3:GetObject'),
      deny('*', secure('true')),
      deny('*', secure('false')),
      allow('ec2:*'),
    );
    expect(found.map(({ id, path, faded }) => [id, path, faded])).toEqual([
      ['statement-never-matches', 'Statement[0]', true],
      ['statement-never-matches', 'Statement[3]', true],
    ]);
    expect(found[0]!.message).toContain('`Statement[1]` and `Statement[2]` together deny everything');
  });

  it('are allowed by several together, and go by a fix', () => {
    const { text, found } = proven(
      allow('s3:*', 'arn:aws:s3:::a/*'),
      allow('s3:*', 'arn:aws:s3:::b/*'),
      allow('s3:GetObject', ['arn:aws:s3:::a/x', 'arn:aws:s3:::b/x']),
    );
    expect(found.map(({ id, path }) => [id, path])).toEqual([['redundant-statement', 'Statement[2]']]);
    const { span, text: put } = found[0]!.fixes[0]!.edits[0]!;
    const after = text.slice(0, span.offset) + put + text.slice(span.offset + span.length);
    expect((JSON.parse(after) as { Statement: unknown[] }).Statement).toHaveLength(2);
  });

  it('never apply, because no number fits', () => {
    const { found } = proven(
      allow('s3:ListBucket', '*', {
        NumericLessThan: { 's3:max-keys': '5' },
        NumericGreaterThan: { 's3:max-keys': '7' },
      }),
      allow('sqs:*'),
    );
    expect(found.map(({ id, path, related }) => [id, path, related])).toEqual([
      ['statement-never-matches', 'Statement[0]', undefined],
    ]);
  });

  it('are told one of two that stand for each other, and none that another policy may need', () => {
    const { found } = proven(
      allow('s3:Get*', ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*']),
      allow('S3:get*', ['arn:aws:s3:::b/*', 'arn:aws:s3:::a/*', 'arn:aws:s3:::a/x*']),
      deny('ec2:*'),
    );
    expect(found.map(({ path }) => path)).toEqual(['Statement[1]']);
  });

  it('are not told where names that AWS may add need them', () => {
    expect(proven(allow('s3:GetObject*'), allow('s3:GetObject')).found.map(({ path }) => path)).toEqual([
      'Statement[1]',
    ]);
    expect(proven(allow('s3:GetObject'), allow('s3:GetObject*')).found.map(({ path }) => path)).toEqual([
      'Statement[0]',
    ]);
  });
});
