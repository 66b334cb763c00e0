import { describe, expect, it } from 'vitest';
import { KMS_CROSS_ACCOUNT, KMS_KEYLESS } from '../../src/catalog/kms';
import { loadCatalog } from '../support/catalog';

describe('facts about KMS', () => {
  it('count an action as one without a key where the reference has no resource for it', async () => {
    const actions = [...(await loadCatalog()).service('kms')!.actions.values()];
    const without = actions.filter(({ resourceTypes }) => resourceTypes.length === 0);
    expect([...KMS_KEYLESS].sort()).toEqual(without.map(({ name }) => `kms:${name.toLowerCase()}`).sort());
  });

  it('let only actions on a key work across accounts', async () => {
    const actions = (await loadCatalog()).service('kms')!.actions;
    const known = new Map(
      [...actions.values()].map((action) => [`kms:${action.name.toLowerCase()}`, action]),
    );
    for (const action of KMS_CROSS_ACCOUNT) {
      expect(known.get(action)?.resourceTypes.map(({ name }) => name)).toEqual(['key']);
    }
  });
});
