// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyScenario } from '../../src/formats/schema';
import { setRequest } from '../../src/case/edits';
import { Later, PaintedFirst } from '../../src/store/later';
import { usePolicies, useScenario, useSettled } from '../../src/store/selectors';
import { useVerdict } from '../../src/store/store';

let drawn = 0;

function Action({ label }: { readonly label: string }) {
  return <output aria-label={label}>{useScenario().request.action}</output>;
}

function Margin() {
  return <output aria-label="margin">{useSettled().request.action}</output>;
}

function Policies() {
  usePolicies();
  drawn += 1;
  return null;
}

const shown = (label: string): string | null => screen.getByLabelText(label).textContent;
const ask = (action: string): void =>
  act(() => useVerdict.getState().edit((scenario) => setRequest(scenario, { action })));

describe('what is drawn after the verdict', () => {
  beforeEach(() => {
    useVerdict.getState().load(emptyScenario());
    ask('s3:GetObject');
    render(
      <PaintedFirst>
        <Action label="verdict" />
        <Margin />
        <Later>
          <Action label="walk" />
        </Later>
        <Policies />
      </PaintedFirst>,
    );
  });
  afterEach(cleanup);

  it('is of the present case at first', () => {
    expect([shown('verdict'), shown('margin'), shown('walk')]).toEqual(Array(3).fill('s3:GetObject'));
  });

  it('stays as it is until the verdict has been painted, and follows then', async () => {
    ask('s3:PutObject');
    expect(shown('verdict')).toBe('s3:PutObject');
    expect([shown('margin'), shown('walk')]).toEqual(Array(2).fill('s3:GetObject'));
    await waitFor(() => expect(shown('walk')).toBe('s3:PutObject'));
    expect(shown('margin')).toBe('s3:PutObject');
  });

  it('skips a case that was changed again before it was painted', async () => {
    const seen = new Set<string | null>();
    const watch = new MutationObserver(() => seen.add(shown('walk')));
    watch.observe(screen.getByLabelText('walk'), { characterData: true, childList: true, subtree: true });
    ask('s3:PutObjec');
    ask('s3:PutObject');
    await waitFor(() => expect(shown('walk')).toBe('s3:PutObject'));
    watch.disconnect();
    expect([...seen]).toEqual(['s3:PutObject']);
  });

  it('leaves a panel alone that reads the policies only', async () => {
    const before = drawn;
    ask('s3:PutObject');
    await waitFor(() => expect(shown('walk')).toBe('s3:PutObject'));
    expect(drawn).toBe(before);
  });
});
