// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/case/scenario';
import { PolicyRail } from '../../../src/features/policies/PolicyRail';
import { useVerdict } from '../../../src/store/store';

const allowAll = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const base: Scenario = {
  schema: 2,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::example/key',
  },
  policies: {
    scp: [
      { target: 'Root', policies: [{ name: 'FullAWSAccess', document: allowAll }] },
      { target: 'Account', policies: [] },
    ],
    identity: [
      { name: 'One', document: allowAll },
      { name: 'Two', document: allowAll, via: 'group/Developers' },
    ],
  },
};

const policies = () => useVerdict.getState().history.present.policies;
const button = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
/** Menus open on a press, so a click is a press and a release. */
async function choose(menu: RegExp, item: string): Promise<void> {
  fireEvent.click(button(menu));
  fireEvent.click(await screen.findByRole('menuitem', { name: item }));
}

describe('the policy rail', () => {
  beforeEach(() => {
    useVerdict.getState().load(base);
    useVerdict.setState({ toasts: [] });
    render(<PolicyRail />);
  });
  afterEach(cleanup);

  it('opens a policy', () => {
    fireEvent.click(button(/^Two/));
    expect(useVerdict.getState().selection.address).toEqual({ layer: 'identity', index: 1 });
    expect(button(/^Two/).getAttribute('aria-current')).toBe('true');
  });

  it('sets a layer that is not in play to not visible with one click', () => {
    fireEvent.click(button(/^Set Permissions boundary to not visible$/));
    expect(policies().boundary).toBe('unknown');
    fireEvent.click(button(/^Set RCPs to not visible$/));
    expect(policies().rcp).toBe('unknown');
    expect(screen.queryByRole('button', { name: /Set RCPs to/ })).toBeNull();
  });

  it('removes a policy and offers to undo it', async () => {
    await choose(/Actions for One/, 'Remove');
    expect(policies().identity).toEqual([base.policies.identity![1 as never]]);
    expect(useVerdict.getState().toasts.at(-1)).toMatchObject({ text: 'Removed One.', undo: true });
    act(() => useVerdict.getState().undo());
    expect(policies()).toEqual(base.policies);
  });

  it('switches a policy off, and says so', async () => {
    await choose(/Actions for One/, 'Switch off');
    expect(policies().identity?.[0 as never]).toMatchObject({ name: 'One', off: true });
    expect(within(button(/^One ?, ?Off/)).getByText('off')).toBeTruthy();
  });

  it('renames a policy where it stands', () => {
    fireEvent.keyDown(button(/^One ?, ?Would allow/), { key: 'F2' });
    const field = screen.getByRole('textbox', { name: 'Name of the policy' });
    fireEvent.change(field, { target: { value: ' Renamed ' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(policies().identity?.[0 as never]).toMatchObject({ name: 'Renamed' });
  });

  it('keeps the name on Escape', () => {
    fireEvent.keyDown(button(/^One ?, ?Would allow/), { key: 'F2' });
    const field = screen.getByRole('textbox', { name: 'Name of the policy' });
    fireEvent.change(field, { target: { value: 'Renamed' } });
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(policies()).toEqual(base.policies);
  });

  it('moves and duplicates', async () => {
    await choose(/Actions for One/, 'Move down');
    expect((policies().identity as readonly { name: string }[]).map(({ name }) => name)).toEqual([
      'Two',
      'One',
    ]);
    await choose(/Actions for Two/, 'Duplicate');
    expect((policies().identity as readonly { name: string }[]).map(({ name }) => name)).toEqual([
      'Two',
      'Two copy',
      'One',
    ]);
  });

  it('adds a policy to a layer that is not in play, and asks for the caret', () => {
    fireEvent.click(button(/Add to Permissions boundary/));
    expect(policies().boundary).toMatchObject({ name: 'Boundary' });
    expect(useVerdict.getState().reveal).toMatchObject({
      address: { layer: 'boundary', index: 0 },
      path: 'Statement[0].Action',
      focus: true,
    });
  });

  it('adds levels above the account', async () => {
    await choose(/Actions for SCPs/, 'Add a level: OU');
    expect((policies().scp as readonly { target: string }[]).map(({ target }) => target)).toEqual([
      'Root',
      'OU',
      'Account',
    ]);
  });

  it('says that an SCP level without policies allows nothing', () => {
    expect(screen.getByText('allows nothing')).toBeTruthy();
  });

  it('sets a layer to not visible, and takes one out of play', async () => {
    await choose(/Actions for Identity-based/, 'Set to not visible');
    expect(policies().identity).toBe('unknown');
    expect(button(/I can’t see it/).getAttribute('aria-current')).toBe('true');
    await choose(/Actions for SCPs/, 'Set to none attached');
    expect(policies().scp).toBeUndefined();
    expect(button(/Add to SCPs/)).toBeTruthy();
  });

  it('walks the list with arrow keys', () => {
    button(/^One ?, ?Would allow/).focus();
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toContain('Two');
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowRight' });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Actions for Two');
    fireEvent.keyDown(document.activeElement!, { key: 'Home' });
    expect(document.activeElement?.textContent).toContain('FullAWSAccess');
  });

  it('lets Tab reach one row only', () => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
    expect(rows.filter((row) => row.tabIndex === 0)).toHaveLength(1);
  });
});
