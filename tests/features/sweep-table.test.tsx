// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { SweepTable } from '../../src/features/sweep/SweepTable';
import type { Swept } from '../../src/features/sweep/rows';

const SERVICES = 130;
const prefix = (at: number): string => `svc${String(at).padStart(3, '0')}`;
const swept: readonly Swept[] = Array.from({ length: SERVICES }, (_, at) => ({
  action: `${prefix(at)}:Get`,
  decision: at === 77 ? 'Allowed' : 'ImplicitlyDenied',
}));

const services = (): readonly string[] =>
  screen.getAllByRole('rowheader').map(({ textContent }) => textContent.trim());

describe('the table of all actions', () => {
  afterEach(cleanup);

  it('is drawn piece by piece, from the front, until all of it is there', async () => {
    render(<SweepTable swept={swept} />);
    const first = services();
    expect(first.length).toBeLessThan(SERVICES / 2);
    expect(first[0]).toBe(prefix(0));
    await waitFor(() => expect(services()).toHaveLength(SERVICES));
    expect(services().at(-1)).toBe(prefix(SERVICES - 1));
  });

  it('finds what is asked for wherever it stands, however much has been drawn', () => {
    render(<SweepTable swept={swept} />);
    fireEvent.change(screen.getByLabelText('Outcome'), { target: { value: 'Allowed' } });
    expect(services()).toEqual([prefix(77)]);
    fireEvent.change(screen.getByLabelText('Outcome'), { target: { value: 'all' } });
    fireEvent.change(screen.getByLabelText('Filter actions'), { target: { value: 'SVC129:' } });
    expect(services()).toEqual([prefix(129)]);
  });
});
