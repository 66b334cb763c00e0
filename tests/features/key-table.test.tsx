// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import KeyTable from '../../src/features/keys/KeyTable';
import { useVerdict } from '../../src/store/store';

function show(condition: object, context: Record<string, string> = {}): void {
  useVerdict.getState().load({
    schema: 2,
    request: {
      principal: 'arn:aws:iam::111122223333:user/alice',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::example-bucket/photo.jpg',
      context,
    },
    policies: {
      identity: [
        {
          name: 'P',
          document: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: condition }],
          },
        },
      ],
    },
  });
  render(<KeyTable />);
}

const labels = (key: string): (string | null)[] =>
  within(screen.getByRole('group', { name: key }))
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label'));

describe('the table of keys that matter', () => {
  afterEach(cleanup);

  it('has the verdict at each value and marks the present one', () => {
    show({ StringEquals: { 's3:prefix': 'a' } });
    expect(labels('s3:prefix')).toEqual([
      'not in the request: Denied, present',
      'a: Allowed',
      'anything else: Denied',
    ]);
    cleanup();
    show({ StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }, { 'aws:RequestedRegion': 'us-east-1' });
    expect(labels('aws:RequestedRegion')).toEqual([
      'not known: Undetermined',
      'us-east-1: Denied, present',
      'eu-west-1: Allowed',
      'anything else: Denied',
    ]);
  });

  it('sets a value with one click, which can be undone', () => {
    show({ StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } });
    fireEvent.click(screen.getByRole('button', { name: 'eu-west-1: Allowed' }));
    expect(useVerdict.getState().history.present.request.context).toEqual({
      'aws:RequestedRegion': 'eu-west-1',
    });
    expect(screen.getByRole('status').textContent).toContain('Allowed.');
    expect(useVerdict.getState().history.past).toHaveLength(1);
  });

  it('gives a list to a condition over several values', () => {
    show({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'team' } });
    fireEvent.click(screen.getByRole('button', { name: 'team: Allowed' }));
    expect(useVerdict.getState().history.present.request.context).toEqual({ 'aws:TagKeys': ['team'] });
  });

  it('never calls a derived key absent', () => {
    show({ StringEquals: { 'aws:PrincipalAccount': '444455556666' } });
    expect(labels('aws:PrincipalAccount')).toEqual([
      '111122223333: Denied, present',
      '444455556666: Allowed',
      'anything else: Denied',
    ]);
    fireEvent.click(screen.getByRole('button', { name: '444455556666: Allowed' }));
    expect(labels('aws:PrincipalAccount')[0]).toBe('as derived: 111122223333: Denied');
  });
});
