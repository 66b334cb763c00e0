// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/case/scenario';
import { PartsStrip } from '../../src/features/parts/PartsStrip';
import { useReference } from '../../src/store/catalog';
import { useVerdict } from '../../src/store/store';
import { loadCatalog } from '../support/catalog';

// The strip is loaded behind the page, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 20_000 });

beforeAll(async () => {
  useReference.setState({ catalog: await loadCatalog() });
});
afterEach(cleanup);

const EC2 = 'arn:aws:ec2:eu-west-1:111122223333';
const asking = (action: string, resource: string, allowed: string): Scenario => ({
  schema: 2,
  request: { principal: 'arn:aws:iam::111122223333:user/alice', action, resource },
  policies: {
    identity: [
      {
        name: 'P',
        document: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: action, Resource: allowed }],
        },
      },
    ],
  },
});

describe('how far a verdict holds', () => {
  it('says which other resources AWS checks in the call, and leads to the rule', async () => {
    useVerdict.getState().load(asking('ec2:RunInstances', `${EC2}:instance/i-1`, `${EC2}:instance/*`));
    render(<PartsStrip />);
    const note = await screen.findByRole('note', { name: 'AWS checks more resources' });
    expect(note.textContent).toContain(
      'besides the instance also on image, network-interface, security-group and subnet. This verdict is for the instance alone.',
    );
    expect(note.textContent).toContain(
      'No identity policy here allows it on any image, network-interface, security-group or subnet.',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Read the rule' }));
    expect(useVerdict.getState()).toMatchObject({ dialog: 'rules', rule: 'several-resources' });
  });

  it('shows the parts of a pattern that come out differently, and asks about one', () => {
    useVerdict.getState().load(asking('s3:GetObject', 'arn:aws:s3:::b/*', 'arn:aws:s3:::b/public/*'));
    render(<PartsStrip />);
    fireEvent.click(screen.getByRole('button', { name: /Allowed arn:aws:s3:::b\/public\// }));
    const { resource } = useVerdict.getState().history.present.request;
    expect(resource).toMatch(/^arn:aws:s3:::b\/public\//);
    expect(resource).not.toContain('*');
  });

  it('says of a request that AWS would not send what AWS makes of its own, and asks about that', async () => {
    useVerdict.getState().load(asking('ec2:DescribeInstances', `${EC2}:instance/i-1`, `${EC2}:instance/*`));
    render(<PartsStrip />);
    const note = await screen.findByRole('note', { name: 'AWS would not send this request' });
    expect(note.textContent).toContain(
      'ec2:DescribeInstances works on no single resource: AWS compares its request with * alone. This verdict is for the words as they stand. AWS’s own:',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Denied *' }));
    expect(useVerdict.getState().history.present.request.resource).toBe('*');
    expect(screen.queryByRole('note', { name: 'AWS would not send this request' })).toBeNull();
  });

  it('warns of an Allow for a resource of another type', async () => {
    useVerdict.getState().load(asking('s3:GetObject', 'arn:aws:s3:::b', 'arn:aws:s3:::b'));
    render(<PartsStrip />);
    const note = await screen.findByRole('note', { name: 'AWS would not send this request' });
    expect(note.textContent).toContain('This verdict is for the words as they stand, not AWS’s.');
  });

  it('is silent about one request on one resource', async () => {
    useVerdict.getState().load(asking('s3:GetObject', 'arn:aws:s3:::b/k', '*'));
    const { container } = render(<PartsStrip />);
    await import('../../src/features/parts/SeveralTypes');
    await import('../../src/features/parts/OddRequest');
    expect(container.textContent).toBe('');
  });
});
