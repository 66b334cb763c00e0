import { beforeAll, describe as group, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/service-reference';
import { describe } from '../../src/checks/assist/describe';
import { suggest } from '../../src/checks/assist/suggest';
import { noCase } from '../../src/checks/assist/describe/case-facts';
import type { PolicyType } from '../../src/checks/policy-type';
import { loadCatalog } from '../support/catalog';

/** `|` marks the caret. */
function at(marked: string): [text: string, offset: number] {
  return [marked.replace('|', ''), marked.indexOf('|')];
}

const inStatement = (inside: string): string => `{"Version": "2012-10-17", "Statement": [{${inside}}]}`;

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

function labels(marked: string, type: PolicyType = 'identity'): readonly string[] {
  return suggest(...at(marked), noCase(type), catalog).items.map(({ label }) => label);
}

group('suggestions', () => {
  it('replace the whole string', () => {
    const marked = inStatement('"Action": ["s3:Ge|tObj", "s3:PutObject"]');
    const [text, offset] = at(marked);
    const { span } = suggest(text, offset, noCase('identity'), catalog);
    expect(text.slice(span.offset, span.offset + span.length)).toBe('"s3:GetObj"');
  });

  it('replace up to the caret where the string has no end yet', () => {
    const [text, offset] = at('{"Statement": [{"Action": "s3:Ge|');
    const { span } = suggest(text, offset, noCase('identity'), catalog);
    expect(text.slice(span.offset, span.offset + span.length)).toBe('"s3:Ge');
  });

  it('offer services, then actions and wildcards with what they cover', () => {
    expect(labels(inStatement('"Action": "|"'))).toContain('dynamodb:');
    const items = suggest(...at(inStatement('"Action": "sqs:|"')), noCase('identity'), catalog).items;
    expect(items.find(({ label }) => label === 'sqs:SendMessage')?.detail).toBe('Write');
    expect(items.find(({ label }) => label === 'sqs:Get*')?.detail).toMatch(/^covers \d+ actions$/);
  });

  it('offer the elements that are missing and belong to the type', () => {
    const identity = labels(inStatement('"Effect": "Allow", |'));
    expect(identity).toContain('Action');
    expect(identity).not.toContain('Effect');
    expect(identity).not.toContain('Principal');
    expect(labels(inStatement('"Effect": "Allow", |'), 'trust')).toContain('Principal');
    expect(labels(inStatement('"Effect": "Allow", |'), 'trust')).not.toContain('Resource');
  });

  it('offer ARNs of the resources that the actions work on', () => {
    const marked = inStatement('"Action": "s3:GetObject", "Resource": "|"');
    const object = suggest(...at(marked), noCase('identity'), catalog).items.find(
      ({ detail }) => detail === 'object',
    );
    expect(object?.insert).toBe('arn:aws:s3:::${1:BucketName}/${2:ObjectName}');
    expect(labels(inStatement('"Action": "sqs:SendMessage", "Resource": "|"'))).not.toContain(object?.label);
  });

  it('offer the keys of the actions, those that fit the operator first', () => {
    const marked = inStatement('"Action": "s3:ListBucket", "Condition": {"Bool": {"|": ""}}');
    const items = suggest(...at(marked), noCase('identity'), catalog).items;
    const order = (key: string): number => items.find(({ label }) => label === key)!.order!;
    expect(items.map(({ label }) => label)).toContain('s3:prefix');
    expect(order('aws:SecureTransport')).toBeLessThan(order('s3:prefix'));
  });

  it('offer operators that fit the key', () => {
    const marked = inStatement('"Condition": {"|": {"aws:SourceIp": "10.0.0.0/8"}}');
    const items = suggest(...at(marked), noCase('identity'), catalog).items;
    const order = (name: string): number => items.find(({ label }) => label === name)!.order!;
    expect(order('IpAddress')).toBeLessThan(order('StringEquals'));
  });

  it('offer known values and variables', () => {
    expect(labels(inStatement('"Condition": {"Bool": {"aws:SecureTransport": "|"}}'))).toEqual([
      'true',
      'false',
    ]);
    expect(labels(inStatement('"Condition": {"StringEquals": {"aws:RequestedRegion": ["|"]}}'))).toContain(
      'eu-west-1',
    );
    const variable = suggest(
      ...at(inStatement('"Resource": "arn:aws:s3:::b/${|}/x"')),
      noCase('identity'),
      catalog,
    );
    expect(variable.items.map(({ insert }) => insert)).toContain('arn:aws:s3:::b/${aws:username}/x');
  });

  it('say nothing where nothing belongs', () => {
    expect(labels('|')).toEqual([]);
    expect(labels(inStatement('"Sid": "|"'))).toEqual([]);
  });
});

group('explanations', () => {
  const said = (marked: string): string | undefined =>
    describe(...at(marked), noCase('identity'), catalog)?.markdown;

  it('say what an action needs', () => {
    expect(said(inStatement('"Action": "s3:Get|Object"'))).toContain(
      'Resources: accesspointobject and object.',
    );
  });

  it('count what a wildcard covers', () => {
    expect(said(inStatement('"Action": "sqs:Send|*"'))).toMatch(
      /Covers \*\*1 action\*\* of Amazon SQS \(1 Write\): `sqs:SendMessage`/,
    );
  });

  it('say when a request has a key, and what an operator does without it', () => {
    expect(said(inStatement('"Condition": {"Bool": {"aws:Multi|FactorAuthPresent": "true"}}'))).toContain(
      'When a request has it:',
    );
    expect(said(inStatement('"Condition": {"Str|ingNotEqualsIfExists": {}}'))).toContain('no such key');
  });
});
