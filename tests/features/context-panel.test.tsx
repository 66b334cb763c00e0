// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContextValue } from '../../src/case/scenario';
import { ContextPanel } from '../../src/features/context/ContextPanel';
import { useReference } from '../../src/store/catalog';
import { useVerdict } from '../../src/store/store';
import { loadCatalog } from '../support/catalog';

// Dialogs are loaded when they are opened, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 20_000 });

const condition = { StringEquals: { 'aws:SourceVpce': 'vpce-1' }, Bool: { 'aws:SecureTransport': 'true' } };
const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Condition: condition };

function load(context?: Record<string, ContextValue>): void {
  useVerdict.getState().load({
    schema: 2,
    request: {
      principal: 'arn:aws:iam::111122223333:user/alice',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::bucket/key',
      ...(context && { context }),
    },
    policies: { identity: [{ name: 'P', document: { Version: '2012-10-17', Statement: [statement] } }] },
  });
}

const context = (): unknown => useVerdict.getState().history.present.request.context;
const row = (key: string): HTMLElement => screen.getByTitle(key).closest('li')!;
const press = (name: RegExp | string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

describe('the context table', () => {
  beforeEach(() => {
    load();
    render(<ContextPanel />);
  });
  afterEach(cleanup);

  it('offers a value for a key that a policy reads and the request lacks', () => {
    expect(within(row('aws:SourceVpce')).getByText('absent')).toBeTruthy();
    press(/Give aws:SourceVpce a value/);
    expect(context()).toBeUndefined();
    fireEvent.change(screen.getByLabelText('Value of aws:SourceVpce'), { target: { value: 'vpce-1' } });
    expect(context()).toEqual({ 'aws:SourceVpce': 'vpce-1' });
    expect(within(row('aws:SourceVpce')).getByText('given')).toBeTruthy();
  });

  it('marks a key as not known, and takes that back', () => {
    press('Mark aws:SourceVpce as not known');
    expect(context()).toEqual({ 'aws:SourceVpce': null });
    expect(within(row('aws:SourceVpce')).getByText('unknown')).toBeTruthy();
    press('Remove: aws:SourceVpce');
    expect(context()).toBeUndefined();
  });

  it('gives a key several values', () => {
    press(/Give aws:SourceVpce a value/);
    fireEvent.change(screen.getByLabelText('Value of aws:SourceVpce'), { target: { value: 'a' } });
    press('Several values');
    fireEvent.change(screen.getByLabelText('Another value of aws:SourceVpce'), { target: { value: 'b' } });
    expect(context()).toEqual({ 'aws:SourceVpce': ['a', 'b'] });
    press('Remove value 1');
    expect(context()).toEqual({ 'aws:SourceVpce': ['b'] });
    press('One value');
    expect(context()).toEqual({ 'aws:SourceVpce': 'b' });
  });

  it('offers true and false for a Boolean key, and shows what that replaces', () => {
    press(/Change aws:SecureTransport/);
    press('false');
    expect(context()).toEqual({ 'aws:SecureTransport': 'false' });
    expect(row('aws:SecureTransport').textContent).toContain('replaces derived true');
    press('Back to derived: aws:SecureTransport');
    expect(context()).toBeUndefined();
  });

  it('takes a run of typing as one undo step', () => {
    press(/Give aws:SourceVpce a value/);
    for (const value of ['v', 'vp', 'vpc'])
      fireEvent.change(screen.getByLabelText('Value of aws:SourceVpce'), { target: { value } });
    act(() => useVerdict.getState().undo());
    expect(context()).toBeUndefined();
  });

  it('adds a key by its name, whatever the name', async () => {
    press('Add a key');
    const name = await screen.findByRole('combobox', { name: 'Key' });
    fireEvent.change(name, { target: { value: 'no-colon' } });
    fireEvent.submit(name.closest('form')!);
    expect(screen.getByText(/with a colon between/)).toBeTruthy();
    fireEvent.change(name, { target: { value: '__proto__:x' } });
    fireEvent.submit(name.closest('form')!);
    fireEvent.change(screen.getByLabelText('Value of __proto__:x'), { target: { value: '1' } });
    expect(Object.entries(context() as object)).toEqual([['__proto__:x', '1']]);
  });

  it('chooses a key from the list by arrow keys', async () => {
    press('Add a key');
    const name = await screen.findByRole('combobox', { name: 'Key' });
    fireEvent.change(name, { target: { value: 'AWS:sourceip' } });
    fireEvent.keyDown(name, { key: 'ArrowDown' });
    fireEvent.submit(name.closest('form')!);
    expect(screen.getByLabelText('Value of aws:SourceIp')).toBe(document.activeElement);
  });

  it('offers the keys that the action can have, and says which it never has', async () => {
    const catalog = await loadCatalog();
    act(() => useReference.setState({ catalog }));
    press('Add a key');
    const name = await screen.findByRole('combobox', { name: 'Key' });
    fireEvent.change(name, { target: { value: 's3:' } });
    const keys = screen.getAllByRole('option').map(({ title }) => title);
    expect(keys).toContain('s3:ExistingObjectTag/<key>');
    expect(keys).not.toContain('s3:prefix');
    fireEvent.change(name, { target: { value: 's3:prefix' } });
    fireEvent.submit(name.closest('form')!);
    expect(row('s3:prefix').textContent).toContain('AWS does not send s3:prefix with s3:GetObject.');
    act(() => useReference.setState({ catalog: undefined }));
  });

  it('selects the part of a key that is still to be named', async () => {
    const catalog = await loadCatalog();
    act(() => useReference.setState({ catalog }));
    press('Add a key');
    const name = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Key' });
    fireEvent.change(name, { target: { value: 's3:existingobj' } });
    fireEvent.keyDown(name, { key: 'ArrowDown' });
    fireEvent.submit(name.closest('form')!);
    expect(name.value).toBe('s3:ExistingObjectTag/<key>');
    expect(name.value.slice(name.selectionStart!, name.selectionEnd!)).toBe('<key>');
    fireEvent.change(name, { target: { value: 's3:ExistingObjectTag/team' } });
    fireEvent.submit(name.closest('form')!);
    expect(screen.getByLabelText('Value of s3:ExistingObjectTag/team')).toBe(document.activeElement);
    expect(row('s3:ExistingObjectTag/team').textContent).not.toContain('AWS does not send');
    act(() => useReference.setState({ catalog: undefined }));
  });

  it('says which types of resource a key comes with', async () => {
    const catalog = await loadCatalog();
    act(() => useReference.setState({ catalog }));
    act(() =>
      useVerdict.getState().load({
        schema: 2,
        request: {
          principal: 'arn:aws:iam::111122223333:user/alice',
          action: 'ec2:RunInstances',
          resource: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1',
          context: { 'ec2:InstanceType': 't3.micro' },
        },
        policies: {},
      }),
    );
    expect(row('ec2:InstanceType').textContent).toContain(
      'AWS does not send ec2:InstanceType with ec2:RunInstances on the type subnet, only on instance',
    );
    act(() => useReference.setState({ catalog: undefined }));
  });

  it('fills in the present time of a date', async () => {
    press('Add a key');
    const name = await screen.findByRole('combobox', { name: 'Key' });
    fireEvent.change(name, { target: { value: 'aws:TokenIssueTime' } });
    fireEvent.submit(name.closest('form')!);
    press('Now');
    expect(Object.values(context() as object)[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('points out a value that AWS would not send', async () => {
    press('Add a key');
    const name = await screen.findByRole('combobox', { name: 'Key' });
    fireEvent.change(name, { target: { value: 'aws:SourceIp' } });
    fireEvent.submit(name.closest('form')!);
    const value = screen.getByLabelText('Value of aws:SourceIp');
    fireEvent.change(value, { target: { value: '203.0.113.0/24' } });
    expect(screen.getByText(/comes from one address/)).toBeTruthy();
    fireEvent.change(value, { target: { value: '203.0.113.7' } });
    expect(screen.queryByText(/comes from one address/)).toBeNull();
  });

  it('shows a key named like a property of every object', () => {
    act(() => load(JSON.parse('{"__proto__": "x", "constructor": null}') as Record<string, ContextValue>));
    expect(within(row('__proto__')).getByText('x')).toBeTruthy();
    expect(within(row('constructor')).getByText('unknown')).toBeTruthy();
    press('Remove: __proto__');
    expect(Object.keys(context() as object)).toEqual(['constructor']);
  });

  it('keeps values when the policies change', () => {
    act(() => load({ 'aws:SourceVpce': 'vpce-1' }));
    act(() => useVerdict.getState().edit((scenario) => ({ ...scenario, policies: {} })));
    expect(within(row('aws:SourceVpce')).getByText('vpce-1')).toBeTruthy();
  });

  it('opens the key that another panel asks for, folded or not', () => {
    act(() => useVerdict.getState().want({ kind: 'key', key: 'aws:principaltype' }));
    expect(screen.getByLabelText('Value of aws:PrincipalType')).toBe(document.activeElement);
  });
});
