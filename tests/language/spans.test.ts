import { describe, expect, it } from 'vitest';
import { pathAtOffset, spanOfPath, statementAtOffset, statementSpans } from '../../src/language/spans';

const TEXT = `{
  "Statement": [
    { "Effect": "Allow", "Action": ["s3:Get*", "s3:List*"], "Resource": "*" },
    { "Effect": "Deny", "Condition": { "StringLike": { "aws:x": ["a", "b"] } } }
  ]
}`;

function at(path: string, text = TEXT): string | undefined {
  const span = spanOfPath(text, path);
  return span && text.slice(span.offset, span.offset + span.length);
}

describe('places in a policy text', () => {
  it('finds values by path', () => {
    expect(at('Statement[0].Action[1]')).toBe('"s3:List*"');
    expect(at('Statement[1].Condition.StringLike["aws:x"][1]')).toBe('"b"');
    expect(at('Statement[7]')).toBeUndefined();
    expect(at('')).toBe(TEXT);
  });

  it('finds a member with its name', () => {
    const span = spanOfPath(TEXT, 'Statement[0].Resource', 'property')!;
    expect(TEXT.slice(span.offset, span.offset + span.length)).toBe('"Resource": "*"');
  });

  it('names a lone statement with or without a number', () => {
    const lone = '{"Statement": {"Action": "s3:*"}}';
    expect(at('Statement.Action', lone)).toBe('"s3:*"');
    expect(at('Statement[0].Action', lone)).toBe('"s3:*"');
    expect(statementSpans(lone)).toHaveLength(1);
  });

  it('knows the statement around an offset, up to its closing brace', () => {
    const second = TEXT.indexOf('{ "Effect": "Deny"');
    expect(statementAtOffset(TEXT, second)).toBe(1);
    expect(statementAtOffset(TEXT, TEXT.indexOf('"s3:List*"'))).toBe(0);
    expect(statementAtOffset(TEXT, 0)).toBeUndefined();
    expect(pathAtOffset(TEXT, TEXT.indexOf('s3:List*'))).toBe('Statement[0].Action[1]');
  });

  it('reads broken text as far as it goes', () => {
    const broken = '{"Statement": [{"Effect": "Allow", "Action": "s3:*"}, {"Effect": "De';
    expect(statementSpans(broken)).toHaveLength(2);
    expect(at('Statement[0].Action', broken)).toBe('"s3:*"');
    expect(statementSpans('')).toEqual([]);
    expect(spanOfPath('['.repeat(50_000), 'Statement')).toBeUndefined();
  });
});
