// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/case/scenario';
import { AskCompare } from '../../src/features/compare/AskCompare';
import { ChooseA } from '../../src/features/compare/ChooseA';
import { ThisRequest } from '../../src/features/compare/ThisRequest';
import { keepCaseA, useCaseA, withCaseA } from '../../src/store/caseA';
import { evaluationOf } from '../../src/store/derive';
import { decodeLink, encodeLink } from '../../src/formats/link';
import { useVerdict } from '../../src/store/store';

const A: Scenario = {
  schema: 2,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::example-bucket/photo.jpg',
  },
  policies: {
    identity: [
      {
        name: 'Access',
        document: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' }],
        },
      },
    ],
  },
};

const decision = (): string => evaluationOf(useVerdict.getState().history.present).decision;

function Compared(): ReactElement | null {
  const kept = useCaseA();
  if (!kept) return <p>Nothing kept yet</p>;
  return (
    <>
      <AskCompare kept={kept} onChoose={() => undefined} onForget={() => keepCaseA(undefined)} />
      <ThisRequest kept={kept} />
    </>
  );
}

async function compare(): Promise<HTMLElement> {
  const { load, keep, edit } = useVerdict.getState();
  load(A);
  keep(A);
  edit((scenario) => ({
    ...scenario,
    request: { ...scenario.request, action: 's3:ListBucket', resource: 'arn:aws:s3:::example-bucket' },
  }));
  render(<Compared />);
  return screen.findByRole('table');
}

async function ofMenu(name: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: /^A is/ }));
  fireEvent.click(await screen.findByRole('menuitem', { name }));
}

describe('a case kept as A beside the present one', () => {
  beforeEach(() => useVerdict.getState().keep(undefined));
  afterEach(cleanup);

  it('shows both verdicts, the steps that differ, and what was typed differently', async () => {
    const table = await compare();
    expect(screen.getByRole('region', { name: 'A' }).textContent).toContain('Denied.');
    expect(screen.getByRole('region', { name: 'Now' }).textContent).toContain('Allowed.');
    const row = within(table).getByRole('row', { name: /^Identity-based/ });
    expect(row.textContent).toContain('differs');
    expect(screen.getByText('Action').closest('li')?.textContent).toContain('s3:ListBucket');
  });

  it('goes back to A in one step', async () => {
    await compare();
    await ofMenu('Restore “before”');
    expect(useVerdict.getState().history.present).toBe(A);
    useVerdict.getState().undo();
    expect(decision()).toBe('Allowed');
  });

  it('swaps the two, and still compares', async () => {
    await compare();
    fireEvent.click(screen.getByRole('button', { name: 'Swap A and B' }));
    expect(decision()).toBe('ImplicitlyDenied');
    expect(screen.getByRole('region', { name: 'A' }).textContent).toContain('Allowed.');
  });

  it('forgets A', async () => {
    await compare();
    await ofMenu('Forget A');
    expect(useVerdict.getState().kept).toBeUndefined();
    expect(screen.getByText('Nothing kept yet')).toBeTruthy();
  });

  it('takes an A that came in the link of the case before one that was kept, until another is kept', async () => {
    await compare();
    const old: Scenario = { ...A, title: 'Before', tests: [{ name: 'T', expect: 'Denied' }] as never };
    const { edit } = useVerdict.getState();
    edit((present) => withCaseA(present, old));
    const back = await decodeLink(await encodeLink(useVerdict.getState().history.present));
    expect(back.before).toEqual({ schema: 2, title: 'Before', request: A.request, policies: A.policies });
    expect(await screen.findByRole('button', { name: /^A is Before/ })).toBeTruthy();
    keepCaseA(A);
    expect(useVerdict.getState().history.present.before).toBeUndefined();
    expect(useVerdict.getState().kept).toEqual(A);
  });

  it('takes a pasted link, one policy, and the name of one of AWS’s; and says what is wrong', async () => {
    useVerdict.getState().load(A);
    const taken: { scenario: Scenario; said: string }[] = [];
    render(<ChooseA side="A" onTake={(scenario, said) => taken.push({ scenario, said })} />);
    const field = screen.getByRole('textbox', { name: /paste a link/ });
    const paste = (value: string): void => {
      fireEvent.change(field, { target: { value } });
      fireEvent.click(screen.getByRole('button', { name: 'Take it as A' }));
    };
    paste('{ "a": ');
    expect(
      (await screen.findByText(/JSON/, { selector: '[role=alert] *, [role=alert]' })).textContent,
    ).not.toBe('');
    paste('AmazonS3ReadOnlyAccess');
    expect((await screen.findByRole('status')).textContent).toContain(
      'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
    );
    const other: Scenario = { ...A, title: 'Sent to me' };
    paste(`https://verdict.example/#${await encodeLink(other)}`);
    await waitFor(() => expect(taken.at(-1)?.scenario).toEqual(other));
    paste('{"Version": "2012-10-17", "Statement": []}');
    await waitFor(() => expect(taken).toHaveLength(2));
    expect(taken[1]!.said).toBe('It is this case with Access as pasted.');
    expect(taken[1]!.scenario.policies.identity).toEqual([
      { name: 'Access', text: '{"Version": "2012-10-17", "Statement": []}' },
    ]);
  });

  it('marks a step that comes out the same on other grounds', async () => {
    const sid = (name: string): Scenario => ({
      ...A,
      policies: {
        identity: [
          {
            name: 'Access',
            document: {
              Version: '2012-10-17',
              Statement: [{ Sid: name, Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
            },
          },
        ],
      },
    });
    const { load, keep } = useVerdict.getState();
    keep(sid('Old'));
    load(sid('New'));
    render(<Compared />);
    const row = within(await screen.findByRole('table')).getByRole('row', { name: /^Identity-based/ });
    expect(row.textContent).toContain('other grounds');
  });
});
