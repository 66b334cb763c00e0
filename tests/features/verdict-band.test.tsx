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
describe('the band of the verdict', () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it('has the note of a short sentence beside the quotes', () => {
    show(DENIED, 1440);
    expect(document.querySelector('.verdict.long')).toBeNull();
    expect(within(second()).getByText('The identity policy allows it, but a boundary caps it.')).toBeTruthy();
  });

  it('sets a long sentence smaller, so that the band keeps its height, and puts the note behind the notes', async () => {
    show(EXPLICIT, 1366);
    expect(document.querySelector('.verdict.long h1')?.getAttribute('title')).toBe(
      head().textContent.replace(/ ?Explicit deny$/, ''),
    );
    expect(within(second()).queryByText(/The rest would let it through/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '2 notes' }));
    const notes = within(await screen.findByRole('dialog', { name: 'Worth knowing' })).getAllByRole(
      'listitem',
    );
    expect(notes[0]!.textContent).toBe('No Allow overrides a Deny. The rest would let it through.');
  });

  it.each([1440, 1920])(
    'says all of a long sentence in one line where the page is wide enough: %i',
    (width) => {
      show(EXPLICIT, width);
      expect(document.querySelector('.verdict.long')).toBeNull();
      expect(within(second()).getByText(/The rest would let it through/)).toBeTruthy();
    },
  );

  it('shows one quote on a narrow page, the others behind a button, and what AWS prints behind another', () => {
    show(CROSS, 1024);
    expect(within(second()).getAllByRole('button', { name: /, line \d+$/ })).toHaveLength(1);
    expect(within(second()).getByRole('button', { name: 'and 1 more' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Why both' })).toBeTruthy();
  });

  it('says at once what to do where nothing was asked yet, on a narrow page too', () => {
    show(emptyScenario(), 1024);
    expect(second().textContent).not.toBe('');
    expect(screen.queryByRole('button', { name: '1 note' })).toBeNull();
  });
});
