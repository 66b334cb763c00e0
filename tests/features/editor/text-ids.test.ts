import { describe, expect, it } from 'vitest';
import type { Policy, Scenario } from '../../../src/case/scenario';
import { textIdKeeper } from '../../../src/features/editor/textIds';
import { changePolicy, movePolicy, removePolicy, setPolicyText } from '../../../src/case/edits';

const first: Policy = { name: 'First', text: '{}' };
const second: Policy = { name: 'Second', text: '[]' };
const base: Scenario = {
  schema: 2,
  request: { principal: '', action: '', resource: '' },
  policies: { identity: [first, second] },
};
const at = (index: number) => ({ layer: 'identity', index }) as const;

describe('the name of a policy’s text', () => {
  it('stays while the text is typed in, renamed or switched off', () => {
    const idsOf = textIdKeeper();
    const id = idsOf(base.policies).get('identity/0');
    const typed = setPolicyText(base, at(0), '{ "Version": "" }');
    const renamed = changePolicy(typed, at(0), { name: 'Other' });
    const off = changePolicy(renamed, at(0), { off: true });
    for (const { policies } of [typed, renamed, off]) expect(idsOf(policies).get('identity/0')).toBe(id);
  });

  it('moves with the policy', () => {
    const idsOf = textIdKeeper();
    const before = idsOf(base.policies);
    const moved = idsOf(movePolicy(base, at(0), 1).scenario.policies);
    expect(moved.get('identity/1')).toBe(before.get('identity/0'));
    expect(moved.get('identity/0')).toBe(before.get('identity/1'));
  });

  it('closes the gap that a removed policy leaves, and comes back with it', () => {
    const idsOf = textIdKeeper();
    const before = idsOf(base.policies);
    const removed = idsOf(removePolicy(base, at(0)).policies);
    expect([...removed]).toEqual([['identity/0', before.get('identity/1')]]);
    expect([...idsOf(base.policies)]).toEqual([...before]);
  });

  it('is new for another case’s policy at the same address', () => {
    const idsOf = textIdKeeper();
    const id = idsOf(base.policies).get('identity/0');
    const other = idsOf({ identity: [{ name: 'Example', text: '{"Statement":[]}' }] });
    expect(other.get('identity/0')).not.toBe(id);
  });

  it('is never shared by two policies', () => {
    const idsOf = textIdKeeper();
    const ids = idsOf({ identity: [first, second], session: [{ ...first }] });
    expect(new Set(ids.values()).size).toBe(3);
  });
});
