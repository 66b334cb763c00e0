// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';

const ROLE = 'arn:aws:iam::111122223333:role/fn-admin';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A visit of its own at this address. */
async function visit(fragment: string) {
  vi.resetModules();
  window.history.replaceState(null, '', `/${fragment}`);
  const router = await import('../../src/store/router');
  const { useAccount, filterBy, showOnly } = await import('../../src/store/account/account');
  const { followAddress } = await import('../../src/store/account/address');
  const { forgetOwn } = await import('../../src/store/browser/entryOwn');
  stops.push(router.beginRouting({ onLink: () => {}, onLinkAgain: () => {}, onUnknown: () => {} }));
  stops.push(followAddress());
  return { ...router, useAccount, filterBy, showOnly, forgetOwn };
}

describe('the question of Account in the address', () => {
  it('is taken from a link: the view, the action, the tab; names nothing that it does not hold', async () => {
    const { useAccount } = await visit('#/account?ask=admins&only=become&action=iam%3APassRole');
    expect(useAccount.getState()).toMatchObject({
      view: 'admins',
      only: 'become',
      draft: { action: 'iam:PassRole', resource: '' },
      who: undefined,
    });
  });

  it('passes over what is no question', async () => {
    const { useAccount } = await visit('#/account?ask=constructor&only=__proto__');
    expect(useAccount.getState()).toMatchObject({ view: 'who', only: 'all' });
  });

  it('holds the question, and keeps resources and names beside it, over a reload too', async () => {
    const first = await visit('#/account');
    const question = { action: 'iam:PassRole', resource: ROLE };
    first.useAccount.setState({
      who: { question, rows: new Map(), done: true, needsResourcePolicy: false },
      selected: 'arn:aws:iam::111122223333:user/eve',
    });
    first.filterBy('fn-');
    first.showOnly('become');
    expect(window.location.hash).toBe('#/account?action=iam%3APassRole&only=become');

    // The same entry again, as after a reload.
    vi.resetModules();
    const { beginRouting } = await import('../../src/store/router');
    const { useAccount } = await import('../../src/store/account/account');
    const { followAddress } = await import('../../src/store/account/address');
    stops.push(beginRouting({ onLink: () => {}, onLinkAgain: () => {}, onUnknown: () => {} }));
    stops.push(followAddress());
    expect(useAccount.getState()).toMatchObject({
      who: { question },
      selected: 'arn:aws:iam::111122223333:user/eve',
      filter: 'fn-',
      only: 'become',
    });
  });

  it('holds the limits of keys that were chosen, and takes none that nobody means', async () => {
    const { useAccount } = await visit('#/account?ask=findings&older=30&quiet=1e9&unused=-4');
    expect(useAccount.getState().limits).toEqual({ maxKeyAgeDays: 30, quietHours: 24, unusedDays: 45 });
    useAccount.setState({ limits: { maxKeyAgeDays: 90, quietHours: 72, unusedDays: 45 } });
    expect(window.location.hash).toBe('#/account?ask=findings&quiet=72');
  });

  it('adds an entry for a question and none for a filter', async () => {
    const { useAccount, filterBy } = await visit('#/account');
    const { length } = window.history;
    filterBy('a');
    filterBy('ab');
    expect(window.history.length).toBe(length);
    useAccount.setState({ view: 'outside' });
    expect(window.history.length).toBe(length + 1);
    expect(window.location.hash).toBe('#/account?ask=outside');
  });

  it('forgets the names with the account', async () => {
    const { filterBy, forgetOwn } = await visit('#/account');
    filterBy('eve');
    expect(sessionStorage.getItem('verdict.entries')).toContain('eve');
    forgetOwn();
    expect(sessionStorage.getItem('verdict.entries')).toBeNull();
  });
});
