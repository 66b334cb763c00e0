// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Policies } from '../../src/case/scenario';
import Changes from '../../src/features/changes/Changes';
import { evaluationOf } from '../../src/store/derive';
import { useReference } from '../../src/store/catalog';
import { useVerdict } from '../../src/store/store';

const ALLOW_READ = { Sid: 'Read', Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' };
const named = (name: string, ...Statement: object[]) => ({ name, document: { Statement } });

function show(policies: Policies): void {
  useVerdict.getState().load({
    schema: 2,
    request: {
      principal: 'arn:aws:iam::111122223333:user/alice',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::example-bucket/photo.jpg',
    },
    policies,
  });
  render(<Changes />);
}

const decision = (): string => evaluationOf(useVerdict.getState().history.present).decision;

// The proof of a price asks for the service reference, of which there is none here.
beforeEach(() => void vi.stubGlobal('fetch', () => Promise.reject(new Error('there is no network'))));
afterEach(() => void vi.unstubAllGlobals());

describe('what would change the verdict', () => {
  afterEach(cleanup);

  it('applies a change as one step that can be undone', () => {
    show({ identity: [named('Access', ALLOW_READ)] });
    expect(screen.getAllByText('then allowed').length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('button', { name: 'Apply: Add s3:GetObject to Read' }));
    expect(decision()).toBe('Allowed');
    expect(useVerdict.getState().toasts.at(-1)).toMatchObject({ undo: true });
    expect(useVerdict.getState().reveal).toMatchObject({ path: 'Statement[0].Sid' });
    useVerdict.getState().undo();
    expect(decision()).toBe('ImplicitlyDenied');
  });

  it('shows the lines that go and come', () => {
    show({ identity: [named('Access', ALLOW_READ)] });
    const [diff] = screen.getAllByRole('group', { name: 'Lines of Access that change' });
    expect(within(diff!).getByText('removed:').parentElement?.textContent).toContain('s3:ListBucket');
    expect(within(diff!).getByText('added:').parentElement?.textContent).toContain('s3:GetObject');
  });

  it('offers changes that are only enough together', () => {
    show({ identity: [named('Access', ALLOW_READ)], boundary: named('Boundary', ALLOW_READ) });
    expect(screen.getByText(/No single change is enough/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Apply all 2' }));
    expect(decision()).toBe('Allowed');
    expect(useVerdict.getState().history.past).toHaveLength(1);
  });

  it('opens the statement that changed where the verdict quotes another policy', () => {
    const all = { ...ALLOW_READ, Action: '*' };
    show({ identity: [named('Access', all)], boundary: named('Edge', { ...ALLOW_READ, Sid: 'Cap' }) });
    fireEvent.click(screen.getByRole('button', { name: 'Apply: Add s3:GetObject to Cap' }));
    expect(useVerdict.getState().reveal).toMatchObject({
      address: { layer: 'boundary', index: 0 },
      path: 'Statement[0]',
    });
  });

  it('says that the price is being counted, and nothing of one for the request itself', () => {
    const Condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    show({ identity: [named('Access', { ...ALLOW_READ, Action: 's3:*', Condition })] });
    const [mfa, statement] = screen.getAllByRole('listitem');
    expect(mfa!.textContent).toContain('the request itself has to be made this way');
    expect(mfa!.textContent).not.toContain('Counting');
    expect(statement!.textContent).toContain('Counting what else it opens…');
    expect(within(statement!).getByRole('note').textContent).toContain('steps around it');
  });

  it('says so plainly where the service reference cannot be loaded', () => {
    useReference.setState({ failed: true });
    show({ identity: [named('Access', ALLOW_READ)] });
    expect(screen.getAllByText(/could not be counted: the service reference is not loaded/)).toHaveLength(2);
    useReference.setState({ failed: false });
  });

  it('names what an allow rests on, and closes it', () => {
    show({ identity: [named('Access', { ...ALLOW_READ, Action: 's3:*' })] });
    expect(screen.getByRole('button', { name: 'Read' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Apply: Deny just this in Access' }));
    expect(decision()).toBe('ExplicitlyDenied');
  });

  it('says so when nothing that can be seen is enough', () => {
    show({ identity: [named('Access', { ...ALLOW_READ, Effect: 'Deny', Action: '*' })], scp: 'unknown' });
    expect(screen.getByText(/a layer that is not visible may have to change too/)).toBeDefined();
  });
});
