import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withRecord } from '../../src/lessons/progress';

/** What a browser's storage may do to a page. */
const STORAGES = {
  blocked: {
    getItem: () => {
      throw new DOMException('denied', 'SecurityError');
    },
    setItem: () => {
      throw new DOMException('denied', 'SecurityError');
    },
    removeItem: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  },
  full: {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: () => undefined,
  },
};

async function begin(storage: object) {
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('window', { addEventListener: () => undefined, removeEventListener: () => undefined });
  vi.resetModules();
  const [progress, { useVerdict }] = await Promise.all([
    import('../../src/store/learn/progress'),
    import('../../src/store/store'),
  ]);
  const said = vi.spyOn(useVerdict.getState(), 'say');
  return { ...progress, said };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe.each(Object.entries(STORAGES))('a browser whose storage is %s', (_, storage) => {
  it('plays lessons without a memory, and says so once', async () => {
    const { beginProgress, changeProgress, useProgress, progressFile, said } = await begin(storage);
    beginProgress();
    for (const tries of [1, 2, 3]) {
      changeProgress((progress) => withRecord(progress, 'res-account', { tries }));
      vi.advanceTimersByTime(1_000);
    }
    expect(useProgress.getState().forgetful).toBe(true);
    expect(useProgress.getState().progress.lessons['res-account']?.tries).toBe(3);
    expect(said.mock.calls.filter(([text]) => text.includes('does not keep your lessons'))).toHaveLength(1);
    // A file keeps them all the same.
    expect(progressFile()).toContain('"tries": 3');
  });
});
