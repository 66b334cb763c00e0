import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Placeholders, Scenario } from '../../src/case/scenario';

const ask = (Resource: string, placeholders: Placeholders, text = false): string => {
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource }] };
  const scenario: Scenario = {
    schema: 2,
    request: {
      principal: 'arn:aws:iam::111122223333:user/ann',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::reports/ann/a',
    },
    policies: { identity: [{ name: 'P', ...(text ? { text: JSON.stringify(document) } : { document }) }] },
    placeholders,
  };
  return evaluate(scenario).decision;
};

describe('a reference of code in a policy', () => {
  it('stands for its value, in a document and in a text', () => {
    const names = { 'aws_s3_bucket.b.arn': 'arn:aws:s3:::reports' };
    expect(ask('${aws_s3_bucket.b.arn}/*', names)).toBe('Allowed');
    expect(ask('${aws_s3_bucket.b.arn}/*', names, true)).toBe('Allowed');
    expect(ask('${aws_s3_bucket.b.arn}', names)).toBe('ImplicitlyDenied');
  });

  it('leaves the verdict open while its value is not given', () => {
    expect(ask('${aws_s3_bucket.b.arn}/*', { 'aws_s3_bucket.b.arn': null })).toBe('Undetermined');
  });

  it('is a policy variable where it is not listed', () => {
    expect(ask('arn:aws:s3:::reports/${aws:username}/*', { 'var.x': 'y' })).toBe('Allowed');
    expect(ask('${aws_s3_bucket.b.arn}/*', {})).toBe('ImplicitlyDenied');
  });

  it('is put in as text, whatever it holds', () => {
    expect(ask('${x}', { x: '"}],"Effect":"Allow"' })).toBe('ImplicitlyDenied');
    expect(ask('${constructor}', { x: 'y' })).toBe('ImplicitlyDenied');
  });

  it('leaves only the statement open that hangs on it', () => {
    const open = { 'aws_s3_bucket.b.arn': null, 'var.org["x"]': null };
    const decide = (statements: readonly object[], action = 's3:GetObject'): string =>
      evaluate({
        schema: 2,
        request: {
          principal: 'arn:aws:iam::111122223333:user/ann',
          action,
          resource: 'arn:aws:s3:::reports/ann/a',
        },
        policies: { identity: [{ name: 'P', document: { Version: '2012-10-17', Statement: statements } }] },
        placeholders: open,
      }).decision;
    const allow = { Effect: 'Allow', Action: 's3:Get*', Resource: '*' };
    const onBucket = { Effect: 'Allow', Action: 's3:*', Resource: ['${aws_s3_bucket.b.arn}/*'] };
    const deny = { ...onBucket, Effect: 'Deny', Action: 's3:Delete*' };
    const inOrg = { ...allow, Condition: { StringEquals: { 'aws:PrincipalOrgID': '${var.org["x"]}' } } };
    expect(decide([allow, onBucket])).toBe('Allowed');
    expect(decide([allow, deny])).toBe('Allowed');
    expect(decide([{ ...allow, Action: '*' }, deny], 's3:DeleteObject')).toBe('Undetermined');
    expect(decide([onBucket], 'sqs:SendMessage')).toBe('ImplicitlyDenied');
    expect(decide([inOrg])).toBe('Undetermined');
    expect(decide([{ ...allow, Action: '${aws_s3_bucket.b.arn}' }])).toBe('Undetermined');
    expect(decide([{ ...allow, Effect: '${aws_s3_bucket.b.arn}' }])).toBe('Undetermined');
  });
});
