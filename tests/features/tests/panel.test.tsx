// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scenario, ScenarioTest } from '../../../src/case/scenario';
import TestsPanel from '../../../src/features/tests/TestsPanel';
import { runTest } from '../../../src/explain/run-tests';
import type { Ran, Run } from '../../../src/store/browser/testWorker';
import { useVerdict } from '../../../src/store/store';
import { useTestRunStore } from '../../../src/store/testRun';

/** A worker that answers when it is told to. */
const worker = vi.hoisted(() => ({
  asked: [] as Run[],
  onmessage: undefined as ((event: { data: Ran }) => void) | undefined,
  onerror: undefined as (() => void) | undefined,
}));
vi.mock('../../../src/store/browser/startTestWorker', () => ({
  startTestWorker: () => Object.assign(worker, { postMessage: (run: Run) => worker.asked.push(run) }),
}));

const statement = (Sid: string, Action: string) => ({ Sid, Effect: 'Allow', Action, Resource: '*' });

function scenario(tests?: readonly ScenarioTest[]): Scenario {
  return {
    schema: 2,
    request: {
      principal: 'arn:aws:iam::111122223333:user/alice',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::example-bucket/photo.jpg',
    },
    policies: {
      identity: [{ name: 'Access', document: { Statement: [statement('Read', 's3:GetObject')] } }],
    },
    ...(tests && { tests }),
  };
}

const READS: ScenarioTest = { name: 'She reads', request: {}, expect: 'Allowed' };
const WRITES: ScenarioTest = { name: 'She writes', request: { action: 's3:PutObject' }, expect: 'Allowed' };

const kept = (): readonly ScenarioTest[] => useVerdict.getState().history.present.tests ?? [];
const row = (name: string): HTMLElement => screen.getByRole('listitem', { name });
const sum = (): string => document.querySelector('.tests-sum')?.textContent ?? '';

/** The worker's answer to the newest case, once it was asked about it. */
async function answer(): Promise<void> {
  await waitFor(() => expect(worker.asked.at(-1)?.scenario).toBe(useVerdict.getState().history.present));
  const { number, scenario: asked } = worker.asked.at(-1)!;
  const results = (asked.tests ?? []).map((test) => runTest(asked, test));
  act(() => worker.onmessage?.({ data: { number, results } }));
}

function show(tests?: readonly ScenarioTest[]): void {
  useVerdict.getState().load(scenario(tests));
  render(<TestsPanel />);
}

async function choose(name: string, action: string): Promise<void> {
  fireEvent.click(within(row(name)).getByRole('button', { name: `Actions for ${name}` }));
  fireEvent.click(await screen.findByRole('menuitem', { name: action }));
}

describe('the tests of a case', () => {
  beforeEach(() => useTestRunStore.setState({ last: undefined, failed: false }));
  afterEach(cleanup);

  it('keeps the request on the page as a test that expects its present verdict, and asks for a name', () => {
    show();
    expect(screen.getByText('It will expect Allowed, as it is now.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Keep this request as a test' }));
    expect(kept()).toMatchObject([{ request: {}, expect: 'Allowed' }]);
    const name = screen.getByRole('textbox', { name: 'Name of the test' });
    expect(document.activeElement).toBe(name);
    fireEvent.change(name, { target: { value: 'She reads' } });
    fireEvent.keyDown(name, { key: 'Enter' });
    expect(kept()).toMatchObject([{ name: 'She reads' }]);
  });

  it('cannot keep a request that is not whole, and says what is missing', () => {
    const { request, ...rest } = scenario();
    useVerdict.getState().load({ ...rest, request: { ...request, resource: '' } });
    render(<TestsPanel />);
    const keep = screen.getByRole('button', { name: 'Keep this request as a test' });
    expect(keep.hasAttribute('disabled')).toBe(true);
    expect(screen.getByText('Fill in principal, action and resource first.')).toBeTruthy();
  });

  it('is running until the worker has answered, and then says what fails and why', async () => {
    show([READS, WRITES]);
    expect(sum()).toContain('Running…');
    expect(within(row('She writes')).getByText('Running…')).toBeTruthy();
    await answer();
    expect(sum()).toContain('1 holds, 1 fails');
    expect(within(row('She reads')).getByText('Holds')).toBeTruthy();
    const writes = within(row('She writes'));
    expect(writes.getByText('Fails')).toBeTruthy();
    expect(writes.getByText('Denied.')).toBeTruthy();
    expect(row('She writes').textContent).toContain('No identity policy allows s3:PutObject');
  });

  it('fails and passes with what is expected', async () => {
    show([WRITES]);
    await answer();
    expect(sum()).toContain('1 fails');
    fireEvent.change(screen.getByLabelText('Expect of She writes'), { target: { value: 'Denied' } });
    expect(kept()[0]).toMatchObject({ expect: 'Denied' });
    await answer();
    expect(sum()).toContain('1 holds');
  });

  it('leaves the name as it was when renaming is called off', () => {
    show([READS]);
    fireEvent.click(screen.getByRole('button', { name: 'She reads' }));
    const name = screen.getByRole('textbox', { name: 'Name of the test' });
    fireEvent.change(name, { target: { value: 'Something else' } });
    fireEvent.keyDown(name, { key: 'Escape' });
    expect(kept()[0]?.name).toBe('She reads');
    expect(screen.getByRole('button', { name: 'She reads' })).toBe(document.activeElement);
  });

  it('deletes a test, and brings it back where it stood', async () => {
    show([READS, WRITES]);
    await choose('She reads', 'Delete');
    expect(kept().map(({ name }) => name)).toEqual(['She writes']);
    expect(screen.getByText(/Deleted “She reads”/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(kept().map(({ name }) => name)).toEqual(['She reads', 'She writes']);
    expect(screen.queryByText(/Deleted/)).toBeNull();
  });

  it('offers no undo of a deletion once something else was changed', async () => {
    show([READS, WRITES]);
    await choose('She reads', 'Delete');
    fireEvent.change(screen.getByLabelText('Expect of She writes'), { target: { value: 'Denied' } });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(kept()).toMatchObject([{ name: 'She writes', expect: 'Denied' }]);
  });

  it('says when the tests cannot be run', () => {
    show([READS]);
    act(() => worker.onerror?.());
    expect(sum()).toContain('The tests could not be run. Reload the page.');
  });

  it('expects a statement or a layer besides the decision, and drops it when the expectation turns', async () => {
    show([READS, { ...WRITES, expect: 'Denied' }]);
    const because = (name: string) => within(row(name)).getByLabelText(`Because of what, for ${name}`);
    expect(
      within(because('She reads'))
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['for any reason', 'Read of Access']);
    const read = JSON.stringify(['identity', 'Access', 'Read']);
    fireEvent.change(because('She reads'), { target: { value: read } });
    expect(kept()[0]!.because).toEqual({ layer: 'identity', policy: 'Access', statement: 'Read' });
    fireEvent.change(because('She writes'), {
      target: { value: JSON.stringify(['identity', undefined, undefined]) },
    });
    expect(kept()[1]!.because).toEqual({ layer: 'identity' });
    await answer();
    expect(row('She reads').textContent).toContain('Holds');
    expect(row('She writes').textContent).toContain('Holds');
    fireEvent.change(within(row('She reads')).getByLabelText('Expect of She reads'), {
      target: { value: 'Denied' },
    });
    expect(kept()[0]!.because).toBeUndefined();
  });

  it('brings policies of its own where it asks about another person, and gives them up again', async () => {
    show([{ ...READS, request: { principal: 'arn:aws:iam::111122223333:user/bob' } }]);
    await choose('She reads', 'Give it policies of its own…');
    const text = within(row('She reads')).getByLabelText(
      'Its caller’s identity policy, instead of the case’s',
    );
    fireEvent.change(text, {
      target: { value: JSON.stringify({ Statement: [statement('Own', 's3:PutObject')] }) },
    });
    await answer();
    expect(row('She reads').textContent).toContain('No identity policy allows s3:GetObject');
    fireEvent.change(text, { target: { value: ' ' } });
    expect(kept()[0]!.policies).toEqual({ identity: null });
    fireEvent.click(within(row('She reads')).getByRole('button', { name: 'Copy from the page' }));
    await answer();
    expect(row('She reads').textContent).toContain('Holds');
    fireEvent.click(within(row('She reads')).getByRole('button', { name: 'Use the case’s policies' }));
    expect(kept()[0]!.policies).toBeUndefined();
  });
});
