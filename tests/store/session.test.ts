// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scenario } from '../../src/index';

const scenario = (action: string): Scenario => ({
  schema: 2,
  request: { principal: 'arn:aws:iam::111122223333:user/alice', action, resource: '*' },
  policies: {},
});

/** A visit of its own, as after a reload. */
async function visit() {
  vi.resetModules();
  const { useVerdict } = await import('../../src/store/store');
  const { beginSession } = await import('../../src/store/session');
  await beginSession();
  return useVerdict;
}

describe('a visit', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('finds the case A of the visit before, beside the work', async () => {
    const first = await visit();
    first.getState().edit(() => scenario('s3:GetObject'));
    first.getState().keep(scenario('s3:ListBucket'));
    window.dispatchEvent(new Event('pagehide'));
    const second = await visit();
    expect(second.getState().kept).toEqual(scenario('s3:ListBucket'));
    expect(second.getState().history.present).toEqual(scenario('s3:GetObject'));
    second.getState().keep(undefined);
    expect((await visit()).getState().kept).toBeUndefined();
  });

  it('finds it in a new tab too', async () => {
    (await visit()).getState().keep(scenario('s3:ListBucket'));
    sessionStorage.clear();
    expect((await visit()).getState().kept).toEqual(scenario('s3:ListBucket'));
  });

  it.each(['{ "schema": 7 }', 'nonsense'])('puts %s aside and says so', async (text) => {
    localStorage.setItem('verdict.caseA', text);
    const state = (await visit()).getState();
    expect(state.kept).toBeUndefined();
    expect(state.toasts.map((toast) => toast.text)).toEqual([
      'The case A kept in this browser could not be read. It was put aside.',
    ]);
    expect(localStorage.getItem('verdict.caseA.unreadable')).toBe(text);
  });

  it('goes on without storage, and says that A will not stay', async () => {
    const refuse = (): never => {
      throw new DOMException('closed', 'SecurityError');
    };
    const closed = { getItem: refuse, setItem: refuse, removeItem: refuse, clear: () => undefined };
    vi.stubGlobal('localStorage', closed);
    vi.stubGlobal('sessionStorage', closed);
    const state = await visit();
    state.getState().keep(scenario('s3:ListBucket'));
    expect(state.getState().kept).toEqual(scenario('s3:ListBucket'));
    expect(state.getState().toasts.at(-1)?.text).toContain('does not keep A');
    vi.unstubAllGlobals();
  });
});
