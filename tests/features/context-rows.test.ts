import { describe, expect, it } from 'vitest';
import type { ContextEntry } from '../../src/engine/evaluation';
import { contextRows } from '../../src/features/context/rows';
import { keyFacts } from '../../src/checks/key-facts';
import { keyChoices, keyProblem, matchingKeys } from '../../src/features/context/keyChoices';
import { asOne, shapeOf, valueText, withItem, withoutItem } from '../../src/features/context/values';

const entry = (key: string, more: Partial<ContextEntry> = {}): ContextEntry => ({
  key,
  value: 'x',
  origin: 'given',
  read: false,
  ...more,
});

describe('the rows of the context', () => {
  it('sets keys that are read apart, and folds derived ones that nothing reads', () => {
    const context = [
      entry('aws:SourceIp'),
      entry('aws:SecureTransport', { value: 'true', origin: 'default', read: true }),
      entry('aws:PrincipalAccount', { origin: 'derived' }),
      entry('aws:PrincipalType', { origin: 'derived' }),
    ];
    const rows = contextRows({ context, keysRead: ['aws:securetransport', 'aws:SourceVpce'] }, context);
    expect(rows.read.map(({ key, origin }) => [key, origin])).toEqual([
      ['aws:SecureTransport', 'default'],
      ['aws:SourceVpce', 'absent'],
    ]);
    expect(rows.also.map(({ key }) => key)).toEqual(['aws:PrincipalAccount', 'aws:SourceIp']);
    expect(rows.folded.map(({ key }) => key)).toEqual(['aws:PrincipalType']);
  });

  it('calls a key without a known value unknown, given or not', () => {
    const context = [
      entry('a:b', { value: null }),
      entry('aws:CurrentTime', { value: null, origin: 'default' }),
    ];
    const rows = contextRows({ context, keysRead: [] }, []);
    expect([...rows.also, ...rows.folded].map(({ origin, given }) => [origin, given])).toEqual([
      ['unknown', true],
      ['unknown', false],
    ]);
  });

  it('tells what a given value replaces, whatever its capitals', () => {
    const rows = contextRows({ context: [entry('aws:username', { value: 'bob' })], keysRead: [] }, [
      entry('AWS:UserName', { value: 'alice', origin: 'derived' }),
    ]);
    expect(rows.also[0]).toMatchObject({ value: 'bob', origin: 'given', replaces: 'alice' });
  });

  it('keeps a row in its place while its value comes and goes', () => {
    const keysRead = ['b:key', 'a:key', 'c:key'];
    const order = (context: readonly ContextEntry[]): readonly string[] =>
      contextRows({ context, keysRead }, []).read.map(({ key }) => key);
    expect(order([])).toEqual(order([entry('c:key', { read: true }), entry('a:key', { read: true })]));
  });

  it('shows a key that is being added, once', () => {
    expect(contextRows({ context: [], keysRead: [] }, [], 'aws:SourceIp').also).toEqual([
      { key: 'aws:SourceIp', value: undefined, origin: 'absent', given: false },
    ]);
    const context = [entry('aws:SourceIp')];
    expect(contextRows({ context, keysRead: [] }, [], 'aws:sourceip').also).toHaveLength(1);
    expect(contextRows({ context: [], keysRead: ['aws:SourceIp'] }, [], 'aws:sourceip').also).toEqual([]);
  });

  it('takes names of the language for ordinary keys', () => {
    const context = [entry('__proto__'), entry('constructor', { read: true })];
    const rows = contextRows({ context, keysRead: ['constructor', 'toString'] }, context);
    expect(rows.read.map(({ key }) => key)).toEqual(['constructor', 'toString']);
    expect(rows.also.map(({ key }) => key)).toEqual(['__proto__']);
  });
});

describe('editing a value', () => {
  it('starts a multivalued key as a list, and a Boolean one as a choice', () => {
    expect(shapeOf(keyFacts(undefined, 'aws:TagKeys'), undefined)).toBe('several');
    expect(shapeOf(keyFacts(undefined, 'AWS:securetransport'), 'true')).toBe('bool');
    expect(shapeOf(keyFacts(undefined, 'aws:SourceIp'), null)).toBe('one');
  });

  it('keeps to the shape that the value has', () => {
    expect(shapeOf(keyFacts(undefined, 'aws:TagKeys'), 'team')).toBe('one');
    expect(shapeOf(keyFacts(undefined, 'aws:SecureTransport'), ['true'])).toBe('several');
    expect(shapeOf(keyFacts(undefined, 'aws:SecureTransport'), 'maybe')).toBe('one');
  });

  it('adds, changes and removes items of a list', () => {
    expect(withItem([], 0, 'a')).toEqual(['a']);
    expect(withItem(['a'], 1, 'b')).toEqual(['a', 'b']);
    expect(withItem(['a', 'b'], 0, 'c')).toEqual(['c', 'b']);
    expect(withoutItem(['a', 'b'], 0)).toEqual(['b']);
    expect(asOne(['a', 'b'])).toBe('a');
  });

  it('says in words what has no letters', () => {
    expect([undefined, null, [], '', ['a', '']].map(valueText)).toEqual([
      'absent',
      'not known',
      'no values',
      'empty',
      'a, empty',
    ]);
  });
});

describe('adding a key', () => {
  it('offers what policies read first, and nothing that is there', () => {
    const keys = keyChoices(['s3:prefix', 'aws:SourceIp'], ['AWS:SourceIP']).map(({ key }) => key);
    expect(keys[0]).toBe('s3:prefix');
    expect(keys).toContain('aws:PrincipalOrgID');
    expect(keys.map((key) => key.toLowerCase())).not.toContain('aws:sourceip');
  });

  it('finds keys by any part, those that begin with it first', () => {
    const choices = ['aws:PrincipalOrgID', 'org:x', 'aws:Other'].map((key) => ({ key, about: '' }));
    expect(matchingKeys(choices, 'ORG').map(({ key }) => key)).toEqual(['org:x', 'aws:PrincipalOrgID']);
    expect(matchingKeys(choices, '')).toEqual(choices);
  });

  it('asks for the tag behind a family of tag keys', () => {
    expect(keyChoices([], []).map(({ key }) => key)).toContain('aws:PrincipalTag/');
    expect(keyProblem('aws:PrincipalTag/')).toMatch(/behind the slash/);
    expect(keyProblem('aws:PrincipalTag/team')).toBeUndefined();
    expect(keyProblem('SourceIp')).toMatch(/colon/);
  });
});
