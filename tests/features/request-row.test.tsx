// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RequestRow } from '../../src/features/request/RequestRow';
import { emptyScenario } from '../../src/formats/schema';
import { useVerdict } from '../../src/store/store';

const request = () => useVerdict.getState().history.present.request;
const field = (name: string): HTMLInputElement => screen.getByLabelText(name, { selector: 'input' });
const type = (name: string, text: string): void => {
  fireEvent.change(field(name), { target: { value: text } });
};

describe('the request row', () => {
  beforeEach(() => {
    useVerdict.getState().load(emptyScenario());
    render(<RequestRow />);
  });
  afterEach(cleanup);

  it('takes a run of typing as one undo step, and leaving the field as its end', () => {
    field('Action').focus();
    type('Action', 's3:G');
    type('Action', 's3:Get');
    field('Action').blur();
    type('Action', 's3:GetObject');
    useVerdict.getState().undo();
    expect(request().action).toBe('s3:Get');
    useVerdict.getState().undo();
    expect(request().action).toBe('');
  });

  it('says what is wrong once the field is left, not while it is being typed', () => {
    fireEvent.focus(field('Principal'));
    type('Principal', 'arn:aws:iam::1111');
    expect(field('Principal').getAttribute('aria-invalid')).toBeNull();
    fireEvent.blur(field('Principal'));
    expect(field('Principal').getAttribute('aria-invalid')).toBe('true');
    const told = field('Principal').getAttribute('aria-describedby')!.split(' ').at(-1)!;
    expect(document.getElementById(told)?.textContent).toContain('is not a principal');
  });

  it('keeps a problem in sight until it is mended', () => {
    type('Resource account', '123');
    fireEvent.focus(field('Resource account'));
    type('Resource account', '1234');
    expect(field('Resource account').getAttribute('aria-invalid')).toBe('true');
    type('Resource account', '111122223333');
    expect(field('Resource account').getAttribute('aria-invalid')).toBeNull();
  });

  it('strips what a paste brings along', () => {
    const clipboardData = { getData: () => ' "arn:aws:s3:::bucket/key",\n' };
    fireEvent.paste(field('Resource'), { clipboardData });
    expect(request().resource).toBe('arn:aws:s3:::bucket/key');
  });

  it('leaves no empty resource account behind', () => {
    type('Resource account', '111122223333');
    type('Resource account', '');
    expect(request()).not.toHaveProperty('resourceAccount');
  });

  it('says what was understood', () => {
    type('Principal', 'arn:aws:sts::111122223333:assumed-role/App/one');
    type('Resource', 'arn:aws:sqs:eu-west-1:444455556666:jobs');
    for (const words of ['session of role App', 'queue', 'another account'])
      expect(screen.getByText(words)).toBeTruthy();
  });

  it('gives the focus to a field that another panel asks for', () => {
    fireEvent.blur(field('Principal'));
    act(() => useVerdict.getState().want({ kind: 'field', field: 'action' }));
    expect(document.activeElement).toBe(field('Action'));
  });
});
