// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ActionGroups } from '../../src/features/sweep/ActionGroups';
import type { Swept } from '../../src/features/sweep/rows';
import { useVerdict } from '../../src/store/store';

const SERVICES = 130;
const prefix = (at: number): string => `svc${String(at).padStart(3, '0')}`;
const swept: readonly Swept[] = Array.from({ length: SERVICES }, (_, at) => ({
  action: `${prefix(at)}:Get`,
  decision: at === 77 ? 'Allowed' : 'ImplicitlyDenied',
}));

const group = (name: string): HTMLElement => screen.getByRole('region', { name });
const rows = (name: string): readonly string[] =>
  within(group(name))
    .getAllByRole('button')
    .map((row) => row.querySelector('code')?.textContent ?? '');

describe('the list of all actions', () => {
  afterEach(cleanup);

  it('has what is allowed on top, by name, and the rest by service', () => {
    render(<ActionGroups swept={swept} />);
    expect(screen.getAllByRole('region').map((one) => one.getAttribute('aria-label'))).toEqual([
      'Allowed',
      'Nothing grants it',
    ]);
    expect(rows('Allowed')).toEqual(['svc077:Get']);
    expect(rows('Nothing grants it')[0]).toBe('svc000');
  });

  it('is drawn piece by piece, from the front, until all of it is there', async () => {
    render(<ActionGroups swept={swept} />);
    expect(rows('Nothing grants it').length).toBeLessThan(SERVICES / 2);
    await waitFor(() => expect(rows('Nothing grants it')).toHaveLength(SERVICES - 1));
    expect(rows('Nothing grants it').at(-1)).toBe(prefix(SERVICES - 1));
  });

  it('finds what is asked for wherever it stands, and asks it', () => {
    render(<ActionGroups swept={swept} />);
    fireEvent.change(screen.getByLabelText('Filter actions'), { target: { value: 'SVC129:' } });
    expect(rows('Nothing grants it')).toEqual(['svc129:Get']);
    fireEvent.click(within(group('Nothing grants it')).getByRole('button'));
    expect(useVerdict.getState().history.present.request.action).toBe('svc129:Get');
    expect(within(group('Nothing grants it')).getByRole('button').getAttribute('aria-current')).toBe('true');
  });

  it('puts what something grants and a limit stops between what is allowed and what a Deny stops', () => {
    const stopped: readonly Swept[] = [
      { action: 's3:PutObject', decision: 'ImplicitlyDenied', cappedBy: 'boundary' },
      { action: 's3:GetObject', decision: 'Allowed' },
      { action: 'iam:CreateUser', decision: 'ExplicitlyDenied' },
      { action: 'sqs:SendMessage', decision: 'ImplicitlyDenied' },
    ];
    render(<ActionGroups swept={stopped} />);
    expect(screen.getAllByRole('region').map((one) => one.getAttribute('aria-label'))).toEqual([
      'Allowed',
      'Stopped by the boundary',
      'Stopped by a Deny',
      'Nothing grants it',
    ]);
    expect(rows('Stopped by the boundary')).toEqual(['s3:PutObject']);
    expect(group('Stopped by the boundary').textContent).toContain('another policy allows it');
  });

  it('goes from the filter into the list with Down, and back with Up or a slash', () => {
    render(<ActionGroups swept={swept} />);
    const filter = screen.getByLabelText('Filter actions');
    filter.focus();
    fireEvent.keyDown(filter, { key: 'ArrowDown' });
    const [first, second] = screen.getAllByRole('button');
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first!, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second!, { key: '/' });
    expect(document.activeElement).toBe(filter);
    fireEvent.keyDown(filter, { key: 'ArrowDown' });
    fireEvent.keyDown(first!, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(filter);
  });
});
