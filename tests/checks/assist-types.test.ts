/** What each type of policy is offered, and what it is not. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/service-reference';
import { noCase, type CaseFacts } from '../../src/checks/assist/describe/case-facts';
import { suggest } from '../../src/checks/assist/suggest';
import type { PolicyType } from '../../src/checks/policy-type';
import { loadCatalog } from '../support/catalog';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const inStatement = (inside: string): string => `{"Version": "2012-10-17", "Statement": [{${inside}}]}`;

function offered(marked: string, type: PolicyType, more: Partial<CaseFacts> = {}) {
  const text = marked.replace('|', '');
  return suggest(text, marked.indexOf('|'), { ...noCase(type), ...more }, catalog).items;
}

const labels = (marked: string, type: PolicyType, more: Partial<CaseFacts> = {}): readonly string[] =>
  offered(marked, type, more).map(({ label }) => label);

describe('the elements of a statement', () => {
  const elements = (type: PolicyType): readonly string[] => labels(inStatement('|'), type);

  it('name principals only where the policy belongs to a resource', () => {
    for (const type of ['identity', 'boundary', 'session', 'scp'] as const) {
      expect(elements(type)).not.toContain('Principal');
      expect(elements(type)).not.toContain('NotPrincipal');
    }
    for (const type of ['resource', 'key', 'endpoint'] as const)
      expect(elements(type)).toEqual(expect.arrayContaining(['Principal', 'NotPrincipal', 'Resource']));
  });

  it('leave out what trust policies and RCPs do not take', () => {
    expect(elements('trust')).toContain('Principal');
    for (const name of ['NotPrincipal', 'Resource', 'NotResource'])
      expect(elements('trust')).not.toContain(name);
    expect(elements('rcp')).toEqual(expect.arrayContaining(['Principal', 'Resource', 'NotResource']));
    for (const name of ['NotPrincipal', 'NotAction']) expect(elements('rcp')).not.toContain(name);
  });

  it('let an RCP deny everyone, and nothing else', () => {
    expect(labels(inStatement('"Effect": "|"'), 'rcp')).toEqual(['Deny']);
    expect(labels(inStatement('"Effect": "|"'), 'scp')).toEqual(['Allow', 'Deny']);
    expect(labels(inStatement('"Principal": "|"'), 'rcp')).toEqual(['*']);
  });
});

describe('principals', () => {
  const kinds = (type: PolicyType): readonly string[] => labels(inStatement('"Principal": {|}'), type);

  it('are of the kinds that the type takes', () => {
    expect(kinds('trust')).toEqual(['AWS', 'Service', 'Federated']);
    expect(kinds('resource')).toEqual(['AWS', 'Service', 'CanonicalUser']);
    expect(kinds('key')).toEqual(['AWS', 'Service']);
    expect(kinds('rcp')).toEqual([]);
  });

  it('as a whole are everyone, or a map', () => {
    const [map] = offered(inStatement('"Principal": "|"'), 'trust');
    expect(map).toMatchObject({ insert: '{ "AWS": "$1" }', raw: true, snippet: true });
    expect(labels(inStatement('"Principal": "|"'), 'resource')).toContain('*');
  });

  it('begin with the accounts of the case', () => {
    const marked = inStatement('"Principal": {"AWS": ["|"]}');
    const accounts = { callerAccount: '222233334444', resourceAccount: '444455556666' };
    expect(labels(marked, 'resource', accounts)).toEqual(
      expect.arrayContaining([
        'arn:aws:iam::222233334444:root',
        'arn:aws:iam::444455556666:root',
        'arn:aws:iam::222233334444:role/Role',
      ]),
    );
    expect(labels(marked, 'resource')).toContain('arn:aws:iam::111122223333:root');
  });
});

describe('what the case knows', () => {
  it('is filled into the ARNs of resources', () => {
    const marked = inStatement('"Action": "sqs:SendMessage", "Resource": "|"');
    const [queue] = offered(marked, 'identity', { resourceAccount: '444455556666' });
    expect(queue?.insert).toBe('arn:aws:sqs:${1:Region}:${2:444455556666}:${3:QueueName}');
  });

  it('is offered as the value of keys that name accounts and organizations', () => {
    const facts = { callerAccount: '222233334444', organization: 'o-abcdefghij' };
    const value = (key: string): string => inStatement(`"Condition": {"StringEquals": {"${key}": "|"}}`);
    expect(labels(value('aws:SourceAccount'), 'resource', facts)).toEqual(['222233334444']);
    expect(labels(value('aws:PrincipalOrgID'), 'resource', facts)).toEqual(['o-abcdefghij']);
    expect(labels(value('aws:PrincipalOrgID'), 'resource')).toEqual([]);
  });
});

describe('half-written text', () => {
  it('is read up to the caret, with comments and without an end', () => {
    expect(labels('{"Statement": [{"Effect": "|', 'identity')).toEqual(['Allow', 'Deny']);
    expect(
      labels('{ // first\n"Statement": [{ /* all */ "Action": ["sqs:ListQueues", "sqs:Li|', 'identity'),
    ).toContain('sqs:ListQueueTags');
    expect(labels('{"Statement": [{"Effect": "Allow", "Action": "s3:*", |', 'identity')).toContain(
      'Resource',
    );
    expect(labels('{"Statement": [{"Effect": "Allow",}, {|', 'identity')).toContain('Effect');
  });

  it('in a name that has its value already gets the name alone', () => {
    const [version] = offered('{"V|": "2012-10-17"}', 'identity');
    expect(version).toMatchObject({ label: 'Version', insert: 'Version' });
    expect(version).not.toHaveProperty('raw');
  });

  it('gets nothing inside a comment or a number', () => {
    expect(labels(inStatement('"Effect": 1|2'), 'identity')).toEqual([]);
  });
});
