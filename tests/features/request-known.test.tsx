// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/service-reference';
import { actionFact } from '../../src/features/request/actionFact';
import { resourceFix } from '../../src/features/request/resourceFix';
import { RequestRow } from '../../src/features/request/RequestRow';
import { resourceFact } from '../../src/explain/resource-fact';
import { startingType, templatesOf } from '../../src/features/request/resourceTemplates';
import { typesOfAction } from '../../src/catalog/resource-fit';
import { emptyScenario } from '../../src/formats/schema';
import { useReference } from '../../src/store/catalog';
import { useVerdict } from '../../src/store/store';
import { loadCatalog } from '../support/catalog';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const request = () => useVerdict.getState().history.present.request;
const action = (): HTMLInputElement => screen.getByRole('combobox', { name: 'Action' });
const type = (text: string): void => {
  fireEvent.input(action(), { target: { value: text } });
};
const options = (): readonly string[] =>
  within(screen.getByRole('listbox'))
    .getAllByRole('option')
    .map(({ textContent }) => textContent);

describe('the request row with the service reference', () => {
  beforeEach(() => {
    useReference.setState({ catalog });
    useVerdict.getState().load(emptyScenario());
    render(<RequestRow />);
    action().focus();
  });
  afterEach(() => {
    cleanup();
    useReference.setState({ catalog: undefined });
  });

  it('offers actions as one types, and takes one by the keyboard', async () => {
    type('getobj');
    await waitFor(() => expect(options()[0]).toBe('s3:GetObjectRead'));
    fireEvent.keyDown(action(), { key: 'ArrowDown' });
    expect(action().getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[0]!.id);
    fireEvent.keyDown(action(), { key: 'Enter' });
    expect(request().action).toBe('s3:GetObject');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(screen.getByText('Read')).toBeTruthy();
  });

  it('leaves what was typed when the list is closed by Escape', () => {
    type('s3:Get');
    fireEvent.keyDown(action(), { key: 'ArrowDown' });
    fireEvent.keyDown(action(), { key: 'Escape' });
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(request().action).toBe('s3:Get');
  });

  it('goes on with the actions of a service that was chosen', async () => {
    type('secretsm');
    fireEvent.click(await screen.findByRole('option', { name: /^secretsmanager:/ }));
    expect(request().action).toBe('secretsmanager:');
    await waitFor(() => expect(options()[0]).toMatch(/^secretsmanager:\w/));
  });

  it('chooses from the list for the text as it is, however soon after a key', () => {
    type('kms:');
    fireEvent.keyDown(action(), { key: 'ArrowDown' });
    type('s3:listallmyb');
    fireEvent.keyDown(action(), { key: 'PageDown' });
    fireEvent.keyDown(action(), { key: 'Enter' });
    expect(request().action).toBe('s3:ListAllMyBuckets');
  });

  it('says of an unknown action what was probably meant, once the field is left', () => {
    type('s3:GetObjct');
    expect(screen.queryByText(/lists no action/)).toBeNull();
    fireEvent.blur(action());
    expect(screen.getByText(/lists no action/)).toBeTruthy();
    expect(action().getAttribute('aria-invalid')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 's3:GetObject' }));
    expect(request().action).toBe('s3:GetObject');
  });

  it('fills in * for a chosen action that works on no single resource', () => {
    type('s3:listallmyb');
    fireEvent.keyDown(action(), { key: 'ArrowDown' });
    fireEvent.keyDown(action(), { key: 'Enter' });
    expect(request()).toMatchObject({ action: 's3:ListAllMyBuckets', resource: '*' });
    act(() => useVerdict.getState().undo());
    expect(request().resource).toBe('');
  });

  it('fills in * also when the chosen action was already typed in full', () => {
    type('s3:ListAllMyBuckets');
    expect(request().resource).toBe('');
    fireEvent.keyDown(action(), { key: 'ArrowDown' });
    fireEvent.keyDown(action(), { key: 'Enter' });
    expect(request().resource).toBe('*');
    act(() => useVerdict.getState().undo());
    expect(request().resource).toBe('');
  });

  it('shows in the empty resource the form of ARN that the action works on', () => {
    const shown = (): string | null =>
      screen.getByLabelText('Resource', { selector: 'input' }).getAttribute('placeholder');
    expect(shown()).toBe('arn:aws:s3:::bucket/key');
    type('dynamodb:Query');
    expect(shown()).toBe('arn:aws:dynamodb:${Region}:${Account}:table/${TableName}');
    type('s3:ListAllMyBuckets');
    expect(shown()).toBe('*');
  });

  it('mends a resource of another type by one click', () => {
    type('s3:ListBucket');
    const resource = screen.getByLabelText('Resource', { selector: 'input' });
    fireEvent.change(resource, { target: { value: 'arn:aws:s3:::bucket/key' } });
    fireEvent.click(screen.getByRole('button', { name: 'arn:aws:s3:::bucket' }));
    expect(request().resource).toBe('arn:aws:s3:::bucket');
  });

  it('counts the types where an action works on many', () => {
    expect(resourceFact(catalog, 'ec2:RunInstances', 'arn:aws:s3:::bucket')?.note).toBe(
      'other type, not one of 5 types',
    );
  });

  it('points out a resource of another type than the action works on', () => {
    type('s3:GetObject');
    const resource = screen.getByLabelText('Resource', { selector: 'input' });
    fireEvent.change(resource, { target: { value: 'arn:aws:s3:::bucket' } });
    expect(screen.getByTitle(/s3:GetObject works on/)).toBeTruthy();
    fireEvent.change(resource, { target: { value: 'arn:aws:s3:::bucket/key' } });
    expect(screen.queryByTitle(/s3:GetObject works on/)).toBeNull();
  });
});

describe('from a wrong resource to a right one', () => {
  const fix = (action: string, resource: string): ReturnType<typeof resourceFix> =>
    resourceFix(
      catalog,
      { schema: 2, request: { principal: '', action, resource }, policies: {} },
      '111122223333',
    );

  it('takes what is there', () => {
    expect(fix('s3:ListBucket', 'arn:aws:s3:::reports/2026/a.csv')).toEqual({
      kind: 'use',
      resource: 'arn:aws:s3:::reports',
    });
    expect(fix('s3:ListAllMyBuckets', 'arn:aws:s3:::reports')).toEqual({ kind: 'use', resource: '*' });
  });

  it('leads to the form where something is to be named', () => {
    expect(fix('s3:GetObject', 'arn:aws:s3:::reports')).toEqual({ kind: 'form', type: 'object' });
    expect(fix('iam:PassRole', '*')).toEqual({ kind: 'form', type: 'role' });
  });

  it('has nothing to mend in a right one', () => {
    expect(fix('s3:GetObject', 'arn:aws:s3:::reports/key')).toBeUndefined();
    expect(fix('s3:ListAllMyBuckets', '*')).toBeUndefined();
  });
});

describe('what the reference says', () => {
  it('names the service that was probably meant', () => {
    expect(actionFact(catalog, 'dynamdb:GetItem').hint?.use).toBe('dynamodb:GetItem');
  });

  it('is silent before the reference is there, and while the action is begun', () => {
    expect(actionFact(undefined, 's3:GetObjct')).toEqual({});
    expect(actionFact(catalog, 's3:')).toEqual({});
    expect(actionFact(catalog, 's3')).toEqual({});
  });

  it('asks for * where an action has no resources', () => {
    expect(resourceFact(catalog, 's3:ListAllMyBuckets', 'arn:aws:s3:::bucket')?.note).toBe('should be *');
    expect(resourceFact(catalog, 'iam:PassRole', '*')?.note).toBe('needs role');
  });

  it('begins with an S3 object, and with the type that the resource has', () => {
    const templates = templatesOf(typesOfAction(catalog, 's3:GetObject')!);
    expect(templates[startingType(templates, '')]?.name).toBe('object');
    const point = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/p/object/k';
    expect(templates[startingType(templates, point)]?.name).toBe('accesspointobject');
    const invoke = templatesOf(typesOfAction(catalog, 'execute-api:Invoke')!);
    expect(invoke[startingType(invoke, '')]?.name).toBe('execute-api-general');
  });
});
