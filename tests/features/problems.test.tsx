// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/checks/check-policy';
import { addressKey, listPolicies, policyText } from '../../src/case/scenario';
import { ProblemsPanel } from '../../src/features/problems/ProblemsPanel';
import { emptyScenario } from '../../src/formats/schema';
import { listProblems, useFindingsStore } from '../../src/store/findings';
import { useVerdict } from '../../src/store/store';

const LOWER =
  '{\n  "Version": "2012-10-17",\n  "Statement": [{"Effect": "allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}]\n}';

const present = () => useVerdict.getState().history.present;
const textOf = (index: number): string => policyText(listPolicies(present().policies)[index]!.policy);

function check(): void {
  const checked = listPolicies(present().policies).map(({ address, policy }) => {
    const text = policyText(policy);
    return [addressKey(address), { text, findings: checkPolicy(text, 'identity') }] as const;
  });
  useFindingsStore.setState({ byPolicy: new Map(checked) });
}

describe('the list of problems', () => {
  beforeEach(() => {
    const identity = [
      { name: 'One', text: LOWER },
      { name: 'Two', text: LOWER },
    ];
    useVerdict.getState().load({ ...emptyScenario(), policies: { identity } });
    check();
    listProblems(true);
    render(<ProblemsPanel />);
  });
  afterEach(cleanup);

  it('lists the problems of all policies with their lines', () => {
    expect(screen.getByRole('button', { name: 'One, line 3' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Two, line 3' })).toBeTruthy();
  });

  it('opens the place of a problem', () => {
    fireEvent.click(screen.getByRole('button', { name: 'Two, line 3' }));
    expect(useVerdict.getState().reveal).toMatchObject({
      address: { layer: 'identity', index: 1 },
      path: 'Statement[0].Effect',
      focus: true,
    });
  });

  it('applies a fix as one undo step', () => {
    fireEvent.click(screen.getAllByRole('button', { name: /^Fix: / })[0]!);
    expect(textOf(0)).toBe(LOWER.replace('"allow"', '"Allow"'));
    expect(textOf(1)).toBe(LOWER);
    useVerdict.getState().undo();
    expect(textOf(0)).toBe(LOWER);
  });

  it('fixes all of one kind as one undo step', () => {
    fireEvent.click(screen.getAllByRole('button', { name: 'Fix all 2 of these' })[0]!);
    expect([textOf(0), textOf(1)]).toEqual([LOWER, LOWER].map((text) => text.replace('"allow"', '"Allow"')));
    useVerdict.getState().undo();
    expect([textOf(0), textOf(1)]).toEqual([LOWER, LOWER]);
  });
});
