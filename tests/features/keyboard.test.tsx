// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import PasteBox from '../../src/features/evidence/PasteBox';
import ExampleList from '../../src/features/examples/ExampleList';
import { PolicyRail } from '../../src/features/policies/PolicyRail';
import { emptyScenario } from '../../src/formats/schema';
import { useVerdict } from '../../src/store/store';
import { findExample } from '../../src/examples';
import { TITLE_GROUPS } from '../../src/examples/titles';

configure({ asyncUtilTimeout: 20_000 });
afterEach(() => {
  cleanup();
  useVerdict.setState({ pasteText: '' });
  useVerdict.getState().load(emptyScenario());
});

describe('the search of the examples', () => {
  it('goes into the list with Down, and opens what was found first with Enter', async () => {
    const onOpen = vi.fn();
    render(<ExampleList onOpen={onOpen} />);
    const search = screen.getByRole('searchbox', { name: 'Search the examples' });
    search.focus();
    fireEvent.keyDown(search, { key: 'ArrowDown' });
    const first = TITLE_GROUPS[0]!.titles[0]!;
    expect(document.activeElement?.textContent).toContain(first.title);
    // Without a word in it Enter would open what nobody asked for.
    fireEvent.keyDown(search, { key: 'Enter' });
    expect(onOpen).not.toHaveBeenCalled();
    fireEvent.change(search, { target: { value: 'nightly report' } });
    fireEvent.keyDown(search, { key: 'Enter' });
    expect(onOpen).toHaveBeenCalledOnce();
    await waitFor(() =>
      expect(useVerdict.getState().history.present.title).toBe('Nightly report can’t be uploaded'),
    );
  });
});

describe('the paste box', () => {
  it('fills in with Ctrl and Enter, as with its button', async () => {
    render(<PasteBox />);
    const box = screen.getByLabelText('Error message, event or command output');
    const text =
      'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k"';
    fireEvent.change(box, { target: { value: text } });
    await screen.findByRole('button', { name: 'Fill in the case' });
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(useVerdict.getState().history.present.request.action).toBe('');
    fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
    expect(useVerdict.getState().history.present.request.action).toBe('s3:GetObject');
  });
});

describe('the list of policies', () => {
  it('is one stop of the Tab key, and arrows reach every button in it', () => {
    useVerdict.getState().load(findExample('nightly-report')!.scenario);
    const { container } = render(<PolicyRail />);
    const list = screen.getByRole('group', { name: 'Policies by layer' });
    const stops = [...list.querySelectorAll<HTMLElement>('button')].filter(({ tabIndex }) => tabIndex === 0);
    expect(stops).toHaveLength(1);
    const reached = new Set<Element>();
    const press = (key: string): void => {
      fireEvent.keyDown(document.activeElement!, { key });
      reached.add(document.activeElement!);
    };
    stops[0]!.focus();
    press('Home');
    for (let row = 0; row < 40; row += 1) {
      press('ArrowRight');
      press('ArrowLeft');
      press('ArrowLeft');
      if (document.activeElement!.matches('.layer-more')) press('ArrowRight');
      const before = document.activeElement;
      // The menu of a layer leads to its first row: go on from the last row that was not reached yet.
      const rows = [...container.querySelectorAll<HTMLElement>('[data-row]')];
      rows[Math.min(row, rows.length - 1)]!.focus();
      press('ArrowDown');
      if (before === document.activeElement) break;
    }
    expect([...list.querySelectorAll('button')].filter((button) => !reached.has(button))).toEqual([]);
  });
});
