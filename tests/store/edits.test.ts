import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/case/scenario';
import {
  addLevel,
  addPolicy,
  changePolicy,
  duplicatePolicy,
  freshName,
  movePolicy,
  relocatePolicy,
  removeLevel,
  removePolicy,
  setContext,
  setLayerUnknown,
  setPolicyText,
  setRequest,
  setS3,
} from '../../src/case/edits';

const base: Scenario = {
  schema: 2,
  request: { principal: 'arn:aws:iam::111122223333:user/alice', action: 's3:GetObject', resource: '*' },
  policies: {
    identity: [
      { name: 'One', document: { Statement: [] }, via: 'group/Developers' },
      { name: 'Two', text: '{' },
    ],
    scp: [
      { target: 'Root', policies: [{ name: 'Full', document: {} }] },
      { target: 'Account', policies: [] },
    ],
  },
};

describe('edits', () => {
  it('never change the scenario they are given', () => {
    const before = JSON.stringify(base);
    removePolicy(setPolicyText(base, { layer: 'identity', index: 0 }, 'x'), { layer: 'identity', index: 1 });
    expect(JSON.stringify(base)).toBe(before);
  });

  it('keep typed text to the letter in place of the document, and the way of attachment', () => {
    const policy = setPolicyText(base, { layer: 'identity', index: 0 }, ' {,').policies.identity;
    expect(policy).toEqual([
      { name: 'One', text: ' {,', via: 'group/Developers' },
      base.policies.identity![1 as never],
    ]);
  });

  it('take a layer out of play with its last policy', () => {
    const address = { layer: 'identity', index: 0 } as const;
    const emptied = removePolicy(removePolicy(base, address), address);
    expect('identity' in emptied.policies).toBe(false);
  });

  it('keep an emptied SCP level, because a level without policies allows nothing', () => {
    const emptied = removePolicy(base, { layer: 'scp', level: 0, index: 0 });
    expect(emptied.policies.scp).toEqual([
      { target: 'Root', policies: [] },
      { target: 'Account', policies: [] },
    ]);
  });

  it('add to a layer that was not visible by replacing the unknown', () => {
    const { scenario, address } = addPolicy(setLayerUnknown(base, 'boundary'), 'boundary', {
      name: 'B',
      text: '{}',
    });
    expect(scenario.policies.boundary).toEqual({ name: 'B', text: '{}' });
    expect(address).toEqual({ layer: 'boundary', index: 0 });
  });

  it('make a root level for the first SCP', () => {
    const { scenario, address } = addPolicy({ ...base, policies: {} }, 'scp', { name: 'P', text: '' });
    expect(scenario.policies.scp).toEqual([{ target: 'Root', policies: [{ name: 'P', text: '' }] }]);
    expect(address).toEqual({ layer: 'scp', level: 0, index: 0 });
  });

  it('put a copy behind the original under a name of its own', () => {
    const { scenario, address } = duplicatePolicy(base, { layer: 'identity', index: 0 });
    expect((scenario.policies.identity as { name: string }[]).map(({ name }) => name)).toEqual([
      'One',
      'One copy',
      'Two',
    ]);
    expect(address.index).toBe(1);
  });

  it('move a policy within its list, and not beyond its ends', () => {
    const moved = movePolicy(base, { layer: 'identity', index: 0 }, 1);
    expect((moved.scenario.policies.identity as { name: string }[]).map(({ name }) => name)).toEqual([
      'Two',
      'One',
    ]);
    expect(movePolicy(base, { layer: 'identity', index: 0 }, -1).scenario).toBe(base);
  });

  it('move a policy to another layer without its group', () => {
    const { scenario } = relocatePolicy(base, { layer: 'identity', index: 0 }, 'boundary');
    expect(scenario.policies.boundary).toEqual({ name: 'One', document: { Statement: [] } });
    expect(scenario.policies.identity).toHaveLength(1);
  });

  it('switch a policy off and on again without a trace', () => {
    const address = { layer: 'identity', index: 1 } as const;
    const off = changePolicy(base, address, { off: true });
    expect(off.policies.identity![1 as never]).toEqual({ name: 'Two', text: '{', off: true });
    expect(changePolicy(off, address, { off: false })).toEqual(base);
  });

  it('add and remove levels', () => {
    const added = addLevel(base, 'rcp', 'Root');
    expect(added.policies.rcp).toEqual([{ target: 'Root', policies: [] }]);
    expect('rcp' in removeLevel(added, 'rcp', 0).policies).toBe(false);
  });

  it('change nothing at an address that points nowhere', () => {
    expect(setPolicyText(base, { layer: 'resource', index: 0 }, 'x')).toBe(base);
    expect(removePolicy(base, { layer: 'scp', level: 7, index: 0 })).toBe(base);
  });
});

describe('request and context', () => {
  it('drop an optional field that is cleared', () => {
    const cleared = setRequest({ ...base, request: { ...base.request, role: 'r' } }, { role: undefined });
    expect('role' in cleared.request).toBe(false);
  });

  it('set a key whatever its case, once', () => {
    const twice = setContext(setContext(base, 'aws:SourceIp', '203.0.113.7'), 'AWS:sourceip', null);
    expect(twice.request.context).toEqual({ 'AWS:sourceip': null });
  });

  it('leave no context behind when the last key goes', () => {
    const gone = setContext(setContext(base, 'aws:SourceIp', 'x'), 'aws:sourceIP', undefined);
    expect('context' in gone.request).toBe(false);
  });

  it('treat a key named like a prototype as any other', () => {
    const changed = setContext(base, '__proto__', 'x');
    expect(Object.keys(changed.request.context!)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('freshName', () => {
  it('numbers a name that is taken', () => {
    expect(freshName([], 'Policy')).toBe('Policy');
    expect(freshName(['Policy', 'Policy 2'], 'Policy')).toBe('Policy 3');
  });
});

describe('the bucket', () => {
  it('keeps what is given and forgets it with the last setting', () => {
    const given = setS3(base, { objectOwnership: 'ObjectWriter' });
    expect(setS3(given, { acl: [{ grantee: 'AllUsers', permission: 'READ' }] }).s3).toEqual({
      objectOwnership: 'ObjectWriter',
      acl: [{ grantee: 'AllUsers', permission: 'READ' }],
    });
    expect('s3' in setS3(given, { objectOwnership: undefined })).toBe(false);
  });
});
