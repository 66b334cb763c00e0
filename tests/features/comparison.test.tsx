// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/case/scenario';
import CompareBody from '../../src/features/compare/CompareBody';
import { evaluationOf } from '../../src/store/derive';
import { encodeLink } from '../../src/formats/link';
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

async function compare(): Promise<HTMLElement> {
  const { load, keep, edit } = useVerdict.getState();
  load(A);
  keep(A);
  edit((scenario) => ({
    ...scenario,
    request: { ...scenario.request, action: 's3:ListBucket', resource: 'arn:aws:s3:::example-bucket' },
  }));
  render(<CompareBody />);
  return screen.findByRole('table');
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
    fireEvent.click(screen.getByRole('button', { name: 'Go back to A' }));
    expect(useVerdict.getState().history.present).toBe(A);
    useVerdict.getState().undo();
    expect(decision()).toBe('Allowed');
  });

  it('swaps the two, and still compares', async () => {
    await compare();
    fireEvent.click(screen.getByRole('button', { name: 'Swap' }));
    expect(decision()).toBe('ImplicitlyDenied');
    expect(screen.getByRole('region', { name: 'A' }).textContent).toContain('Allowed.');
  });

  it('forgets A, and brings it back', async () => {
    await compare();
    fireEvent.click(screen.getByRole('button', { name: 'Forget A' }));
    expect(useVerdict.getState().kept).toBeUndefined();
    fireEvent.click(screen.getByRole('button', { name: 'Bring it back' }));
    expect(useVerdict.getState().kept).toBe(A);
    expect(screen.getByRole('table')).toBeTruthy();
  });

  it('takes another A from a pasted link, and says what is wrong with one that is none', async () => {
    await compare();
    fireEvent.click(screen.getByRole('button', { name: 'Another A…' }));
    const field = screen.getByRole('textbox', { name: /paste a link/ });
    const paste = (value: string): void => {
      fireEvent.change(field, { target: { value } });
      fireEvent.click(screen.getByRole('button', { name: 'Take it as A' }));
    };
    paste('{ "Statement": [] }');
    expect((await screen.findByText(/holds one policy/)).closest('[role=alert]')).toBeTruthy();
    expect(useVerdict.getState().kept).toBe(A);
    const other: Scenario = { ...A, title: 'Sent to me' };
    paste(`https://verdict.example/#${await encodeLink(other)}`);
    await screen.findByText(/Sent to me/);
    expect(useVerdict.getState().kept).toEqual(other);
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
    render(<CompareBody />);
    const row = within(await screen.findByRole('table')).getByRole('row', { name: /^Identity-based/ });
    expect(row.textContent).toContain('other grounds');
  });
});
