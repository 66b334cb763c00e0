// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Scenario } from '../../src/case/scenario';
import { VerdictBand } from '../../src/features/verdict/VerdictBand';
import { emptyScenario } from '../../src/formats/schema';
import { useVerdict } from '../../src/store/store';
import { CROSS, DENIED, EXPLICIT } from '../explain/states';

/** The band on a page of this width. */
function show(scenario: Scenario, width: number): void {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: width <= Number(/max-width: (\d+)px/.exec(query)?.[1]),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  useVerdict.getState().load(scenario);
  render(<VerdictBand />);
}

const head = (): HTMLElement => document.querySelector<HTMLElement>('.verdict-head')!;
const second = (): HTMLElement => document.querySelector<HTMLElement>('.why')!;
const CHANGE = { name: /^What would (change|close) it$/ };

describe('the band of the verdict', () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it('has the tools beside a sentence that leaves them room, and the note beside the quotes', () => {
    show(DENIED, 1440);
    expect(within(head()).getByRole('button', CHANGE)).toBeTruthy();
    expect(within(second()).getByText('The identity policy allows it, but a boundary caps it.')).toBeTruthy();
  });

  it('has them beside the quotes of a long sentence, and the note behind the notes', async () => {
    show(EXPLICIT, 1440);
    expect(within(head()).queryByRole('button')).toBeNull();
    expect(within(second()).getByRole('button', CHANGE)).toBeTruthy();
    expect(within(second()).queryByText(/The rest would let it through/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '2 notes' }));
    const notes = within(await screen.findByRole('dialog', { name: 'Worth knowing' })).getAllByRole(
      'listitem',
    );
    expect(notes[0]!.textContent).toBe('No Allow overrides a Deny. The rest would let it through.');
  });

  it('says all of a long sentence in two lines where the page is wide enough', () => {
    show(EXPLICIT, 1920);
    expect(within(head()).getByRole('button', CHANGE)).toBeTruthy();
    expect(within(second()).getByText(/The rest would let it through/)).toBeTruthy();
  });

  it('keeps the tools of a short sentence beside it on a narrow page, and puts what AWS prints behind a button', () => {
    show(CROSS, 1024);
    expect(within(head()).getByRole('button', CHANGE)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Why both' })).toBeTruthy();
  });

  it('says at once what to do where nothing was asked yet, on a narrow page too', () => {
    show(emptyScenario(), 1024);
    expect(second().textContent).not.toBe('');
    expect(screen.queryByRole('button', { name: '1 note' })).toBeNull();
  });
});
