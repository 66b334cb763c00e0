// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeLink } from '../../src/formats/link';
import ShareBody from '../../src/features/share/ShareBody';
import { useSharing } from '../../src/store/sharing';
import { useVerdict } from '../../src/store/store';

const copied: string[] = [];

beforeEach(() => {
  copied.length = 0;
  useSharing.setState({ hide: false, leaveOut: false });
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
    copied.push(text);
    return Promise.resolve();
  });
  useVerdict.getState().load({
    schema: 2,
    request: {
      principal: 'arn:aws:iam::210987654321:user/petra',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::payroll/list.csv',
    },
    policies: {
      identity: [
        {
          name: 'P',
          document: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::payroll/*' }],
          },
        },
      ],
      scp: 'unknown',
    },
  });
  render(<ShareBody />);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function link(without?: string): Promise<string> {
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Link to this case' });
  await vi.waitFor(() => {
    expect(field.value).toMatch(/#2\./);
    expect(field.value).not.toBe(without);
  });
  return field.value;
}

describe('sharing a case', () => {
  it('hides who and where in the link and in what follows', async () => {
    const plain = await link();
    expect((await decodeLink(plain)).request.principal).toContain('petra');
    fireEvent.click(screen.getByRole('checkbox', { name: /^Hide account IDs/ }));
    const masked = JSON.stringify(await decodeLink(await link(plain)));
    expect(masked).not.toMatch(/petra|payroll|210987654321/);
    fireEvent.click(await screen.findByRole('button', { name: 'Copy the report' }));
    expect(copied[0]).toContain('## Evaluation');
    expect(copied[0]).not.toMatch(/petra|payroll|210987654321/);
  });

  it('shows what stands for what, and leaves title and notes out', async () => {
    useVerdict
      .getState()
      .edit((scenario) => ({ ...scenario, title: 'Petra and the payroll', notes: 'Ask Ida.' }));
    const plain = await link();
    fireEvent.click(screen.getByRole('checkbox', { name: /^Hide account IDs/ }));
    const masked = await link(plain);
    const before = await decodeLink(masked);
    expect(before.title).not.toMatch(/petra|payroll/i);
    expect(before.notes).toBe('Ask Ida.');
    const table = within(screen.getByRole('group', { name: 'Replacements' }));
    const row = table.getByRole('row', { name: /210987654321/ });
    expect(row.textContent).toContain(before.request.principal.split(':')[4]);
    expect(table.getByRole('row', { name: /petra/ })).toBeTruthy();
    expect(screen.getByText(/Read them once more/)).toBeTruthy();

    fireEvent.click(screen.getByRole('checkbox', { name: /^Leave out/ }));
    const bare = await decodeLink(await link(masked));
    expect(bare).not.toHaveProperty('title');
    expect(bare).not.toHaveProperty('notes');
    expect(screen.queryByText(/Read them once more/)).toBeNull();
  });

  it('copies a flowchart and the command for AWS’s simulator, with what that leaves out', async () => {
    fireEvent.click(await screen.findByRole('button', { name: 'Copy the flowchart' }));
    fireEvent.click(screen.getByRole('button', { name: 'Copy: AWS CLI, with these policies' }));
    expect(copied[0]).toContain('flowchart LR');
    expect(copied[1]).toContain('aws iam simulate-custom-policy');
    expect(screen.getAllByText(/SCPs (of this case )?are not sent/).length).toBeGreaterThan(0);
  });

  it('asks the simulator about the request of a call that is looked at', async () => {
    act(() =>
      useVerdict.getState().editCall(
        (whole) => ({
          ...whole,
          linked: [{ name: 'Tags', request: { action: 's3:GetObjectTagging' } }],
        }),
        1,
      ),
    );
    const title = 'AWS CLI, with these policies, request 2 of the call';
    fireEvent.click(await screen.findByRole('button', { name: `Copy: ${title}` }));
    expect(copied[0]).toContain('s3:GetObjectTagging');
  });
});
