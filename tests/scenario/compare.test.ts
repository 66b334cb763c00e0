import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/case/scenario';
import { compareScenarios } from '../../src/call/compare';

const BASE: Scenario = {
  schema: 2,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::a/b',
    context: { 'aws:SourceIp': '203.0.113.7', 'aws:TagKeys': ['a'] },
  },
  policies: {
    identity: [
      { name: 'One', text: '{"a": 1}' },
      { name: 'One', text: '{"a": 2}' },
    ],
    scp: 'unknown',
  },
};

describe('what differs between two scenarios', () => {
  it('is nothing for the same case', () => {
    expect(compareScenarios(BASE, structuredClone(BASE))).toEqual({ request: [], layers: [], policies: [] });
  });

  it('names fields, and context keys whatever their case', () => {
    const after: Scenario = {
      ...BASE,
      request: {
        ...BASE.request,
        action: 's3:PutObject',
        context: { 'AWS:sourceip': '203.0.113.7', 'aws:TagKeys': ['a', 'b'], 'aws:VpcSourceIp': null },
      },
      organization: { id: 'o-1' },
    };
    expect(compareScenarios(BASE, after).request).toEqual([
      { name: 'action', kind: 'field', before: 's3:GetObject', after: 's3:PutObject' },
      { name: 'aws:TagKeys', kind: 'key', before: '["a"]', after: '["a","b"]' },
      { name: 'aws:VpcSourceIp', kind: 'key', before: undefined, after: 'not known' },
      { name: 'organization', kind: 'setting', before: undefined, after: '{"id":"o-1"}' },
    ]);
  });

  it('names layers that came into play or into sight, and policies that came, went, changed or were switched', () => {
    const after: Scenario = {
      ...BASE,
      policies: {
        identity: [
          { name: 'One', text: '{"a": 1}', off: true },
          { name: 'One', text: '{"a": 3}' },
        ],
        scp: [{ target: 'Root', policies: [{ name: 'Full', text: '{}' }] }],
      },
    };
    const { layers, policies } = compareScenarios(BASE, after);
    expect(layers).toEqual([{ layer: 'scp', before: 'hidden', after: 'present' }]);
    expect(policies).toEqual([
      { layer: 'identity', name: 'One', kind: 'switchedOff', before: '{"a": 1}', after: '{"a": 1}' },
      { layer: 'identity', name: 'One', kind: 'changed', before: '{"a": 2}', after: '{"a": 3}' },
      { layer: 'scp', target: 'Root', name: 'Full', kind: 'added', before: '', after: '{}' },
    ]);
    const back = compareScenarios(after, BASE).policies.map(({ kind }) => kind);
    expect(back.toSorted()).toEqual(['changed', 'removed', 'switchedOn']);
  });
});

describe('what differs between two calls', () => {
  const key = (text: string) => ({ name: 'Key', text });
  const call = (resource: string, text: string): Scenario => ({
    ...BASE,
    linked: [
      { name: 'Decrypt', request: { action: 'kms:Decrypt', resource }, policies: { resource: key(text) } },
    ],
  });

  it('is told by the names of their requests, with the policies that are theirs alone', () => {
    const { request, policies } = compareScenarios(call('a', '{}'), call('b', '[]'));
    expect(request).toEqual([
      {
        name: 'Decrypt',
        kind: 'setting',
        before: 'action kms:Decrypt, resource a',
        after: 'action kms:Decrypt, resource b',
      },
    ]);
    expect(policies).toEqual([
      { layer: 'resource', name: 'Decrypt: Key', kind: 'changed', before: '{}', after: '[]' },
    ]);
  });

  it('names a request that was added', () => {
    expect(compareScenarios(BASE, call('a', '{}')).request).toEqual([
      { name: 'Decrypt', kind: 'setting', before: undefined, after: 'action kms:Decrypt, resource a' },
    ]);
  });
});
