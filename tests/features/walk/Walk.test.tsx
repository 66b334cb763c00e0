// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/case/scenario';
import { Walk } from '../../../src/features/walk/Walk';
import { useVerdict } from '../../../src/store/store';

const statement = (sid: string, action: string) => ({
  Sid: sid,
  Effect: 'Allow',
  Action: action,
  Resource: '*',
});
const document = (...statements: object[]) => ({ Version: '2012-10-17', Statement: statements });

const CASE: Scenario = {
  schema: 2,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::example-reports/a.csv',
    resourceAccount: '111122223333',
  },
  policies: {
    boundary: {
      name: 'Cap',
      document: document(statement('Logs', 'logs:*'), statement('Read', 's3:GetObject')),
    },
    identity: [{ name: 'Access', document: document(statement('Write', 's3:*')) }],
  },
};

function show(scenario: Scenario = CASE): void {
  useVerdict.getState().load(scenario);
  render(<Walk />);
}

function step(name: string): HTMLElement {
  return screen.getByRole('button', { name: new RegExp(`^\\d*\\s*${name}`) });
}

function card(name: string): HTMLElement {
  return screen.getByRole('button', { name: new RegExp(`^${name}`) });
}

beforeEach(() => useVerdict.setState({ selection: { chosen: false }, reveal: undefined, dialog: undefined }));
afterEach(cleanup);

describe('the walk', () => {
  it('tells at its end which rule refuses the call, and leads to it', () => {
    const resource = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    show({ ...CASE, request: { ...CASE.request, action: 'iam:DeletePolicy', resource } });
    const end = screen.getByText('Denied', { exact: false, selector: '.end .word' }).closest('li')!;
    expect(within(end).getByText(/Roles and policies that belong to AWS can’t be changed/)).toBeTruthy();
    fireEvent.click(within(end).getByRole('button', { name: 'Read the rule' }));
    expect(useVerdict.getState()).toMatchObject({ dialog: 'rules', rule: 'aws-owned-iam' });
  });

  it('opens the step that decided, its nearest statement first', () => {
    show();
    expect(step('Permissions boundary').getAttribute('aria-expanded')).toBe('true');
    const cards = within(step('Permissions boundary').closest('li')!)
      .getAllByRole('button')
      .filter((entry) => entry.querySelector('b'));
    expect(cards.map((entry) => entry.querySelector('b')?.textContent)).toEqual(['Read', 'Logs']);
    expect(cards[0]!.textContent).toContain('Closest statement: s3:PutObject');
    expect(cards[0]!.textContent).toContain('Action does not match');
  });

  it('opens another step when chosen, and closes it when chosen again', () => {
    show();
    fireEvent.click(step('Identity-based'));
    expect(useVerdict.getState().selection).toMatchObject({ step: 'identity', chosen: true });
    expect(step('Permissions boundary').getAttribute('aria-expanded')).toBe('false');
    expect(card('Write')).toBeDefined();
    fireEvent.click(step('Identity-based'));
    expect(step('Identity-based').getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(step('Identity-based'));
    expect(step('Identity-based').getAttribute('aria-expanded')).toBe('true');
  });

  it('opens all steps and closes them', () => {
    show();
    const expanded = () => screen.getAllByRole('button', { expanded: true }).length;
    fireEvent.click(screen.getByRole('button', { name: 'Open all' }));
    expect(expanded()).toBe(9);
    fireEvent.click(screen.getByRole('button', { name: 'Close all' }));
    expect(screen.queryAllByRole('button', { expanded: true })).toEqual([]);
  });

  it('leads from a statement to its lines', () => {
    show();
    fireEvent.click(card('Logs'));
    const { selection, reveal } = useVerdict.getState();
    expect(selection).toMatchObject({
      address: { layer: 'boundary', index: 0 },
      statement: 0,
      step: 'boundary',
    });
    expect(reveal).toMatchObject({ path: 'Statement[0].Action', focus: true });
    expect(card('Logs').getAttribute('aria-current')).toBe('true');
  });

  it('moves between steps by arrows and returns to the step by Escape', () => {
    show();
    step('SCPs').focus();
    fireEvent.keyDown(step('SCPs'), { key: 'ArrowDown' });
    expect(globalThis.document.activeElement).toBe(step('RCPs'));
    fireEvent.keyDown(step('RCPs'), { key: 'End' });
    expect(globalThis.document.activeElement).toBe(step('Default deny'));
    fireEvent.keyDown(step('Default deny'), { key: 'Home' });
    expect(globalThis.document.activeElement).toBe(step('Explicit deny'));
    card('Logs').focus();
    fireEvent.keyDown(card('Logs'), { key: 'Escape' });
    expect(globalThis.document.activeElement).toBe(step('Permissions boundary'));
  });

  it('leads from a step to its rule', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'How this step counts' }));
    expect(useVerdict.getState()).toMatchObject({ dialog: 'rules', rule: 'boundaries' });
  });

  it('says why a layer is not in play', () => {
    show({ ...CASE, request: { ...CASE.request, principal: 'arn:aws:iam::111122223333:root' } });
    expect(step('Identity-based').textContent).toContain('Does not apply');
    expect(step('Identity-based').textContent).toContain('root user');
  });

  it('shows the first dozen of many statements', () => {
    const many = Array.from({ length: 200 }, (_, index) => statement(`S${index}`, `logs:Get${index}`));
    show({ ...CASE, policies: { identity: [{ name: 'Many', document: document(...many) }] } });
    const cards = () => globalThis.document.querySelectorAll('.stm').length;
    expect(cards()).toBe(12);
    fireEvent.click(screen.getByText('Show 188 more'));
    expect(cards()).toBe(200);
  });

  it('leads to the line of a policy that cannot be read', () => {
    const text = '{\n  "Statement": [\n    { "Effect": "Allow" "Action": "*" }\n  ]\n}';
    show({ ...CASE, policies: { identity: [{ name: 'Broken', text }] } });
    const problem = screen.getByRole('button', { name: /line 3/ });
    fireEvent.click(problem);
    expect(useVerdict.getState().reveal).toMatchObject({
      address: { layer: 'identity', index: 0 },
      focus: true,
    });
  });
});

it('leaves no row of two lanes behind when a case of one lane comes', () => {
  const principal = 'arn:aws:iam::444455556666:role/Reader';
  useVerdict.getState().load({ ...CASE, request: { ...CASE.request, principal } });
  const { container, rerender } = render(<Walk />);
  expect(container.textContent).toContain('Resource’s account');
  act(() => useVerdict.getState().load(CASE));
  rerender(<Walk />);
  expect(container.textContent).not.toContain('Resource’s account');
  cleanup();
});
