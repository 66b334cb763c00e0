// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scenario } from '../../src/case/scenario';

const scenario: Scenario = {
  schema: 2,
  request: { principal: 'arn:aws:iam::111122223333:user/alice', action: 's3:GetObject', resource: '*' },
  policies: {},
  tests: [{ name: 'reads', request: {}, expect: 'Denied' }],
};

let stop: (() => void) | undefined;
afterEach(() => stop?.());

/** A visit of its own at this address. */
async function visit(fragment = '') {
  vi.resetModules();
  window.history.replaceState(null, '', `/${fragment}`);
  const router = await import('../../src/store/router');
  const { useVerdict } = await import('../../src/store/store');
  const { openInCase } = await import('../../src/store/openInCase');
  const told: string[] = [];
  stop = router.beginRouting({
    onLink: (text) => told.push(`link ${text}`),
    onLinkAgain: (text) => told.push(`again ${text}`),
    onUnknown: (name) => told.push(`unknown ${name}`),
  });
  return { ...router, useVerdict, openInCase, told, place: () => router.useRouter.getState().route.place };
}

describe('going from place to place', () => {
  beforeEach(() => sessionStorage.clear());

  it('starts where the address says', async () => {
    const { useRouter } = await visit('#/learn/res-account?part=2');
    expect(useRouter.getState().route).toEqual({
      place: 'learn',
      path: 'res-account',
      params: { part: '2' },
    });
  });

  it('writes the place into the address, and Case with nothing', async () => {
    const { goTo, place } = await visit();
    goTo('compare');
    expect([place(), window.location.hash]).toEqual(['compare', '#/compare']);
    goTo('case');
    expect([place(), window.location.hash]).toEqual(['case', '']);
  });

  it('comes back to where a place was left', async () => {
    const { goTo, setParams, useRouter } = await visit();
    goTo('account', { path: 'path', params: { question: 'admin' } });
    setParams({ filter: 'fn-', question: undefined });
    goTo('case');
    goTo('account');
    expect(useRouter.getState().route).toEqual({ place: 'account', path: 'path', params: { filter: 'fn-' } });
  });

  it('tells a link that is opened from one that is come back to', async () => {
    const { told, goTo } = await visit('#2.d.abc');
    expect(told).toEqual(['link 2.d.abc']);
    goTo('learn');
    window.history.replaceState({ entry: 0 }, '', '/#2.d.abc');
    window.dispatchEvent(new Event('popstate'));
    window.dispatchEvent(new Event('hashchange'));
    expect(told).toEqual(['link 2.d.abc', 'again 2.d.abc']);
    window.history.replaceState(null, '', '/#2.d.xyz');
    window.dispatchEvent(new Event('hashchange'));
    expect(told.at(-1)).toBe('link 2.d.xyz');
  });

  it('shows Case for a place that there is not, and says so', async () => {
    const { told, place } = await visit('#/nowhere');
    expect([place(), told]).toEqual(['case', ['unknown nowhere']]);
  });
});

describe('a row opened in Case', () => {
  it('is one step back, keeps what the tests ask, and offers the way back', async () => {
    const { useVerdict, openInCase, goTo, place } = await visit();
    useVerdict.getState().load(scenario);
    goTo('compare');
    openInCase((whole) => ({ ...whole, request: { ...whole.request, action: 's3:PutObject' } }));
    expect(place()).toBe('case');
    const { history, toasts, undo } = useVerdict.getState();
    expect(history.present.tests?.[0]?.request).toEqual({ action: 's3:GetObject' });
    expect(toasts.at(-1)).toMatchObject({ text: 'Opened from Compare.', undo: true });
    undo();
    expect(useVerdict.getState().history.present).toEqual(scenario);
    goTo('learn');
    toasts.at(-1)?.back?.();
    expect(place()).toBe('compare');
  });
});
