import { describe, expect, it } from 'vitest';
import { chainOf, leadsTo, withStepBefore } from '../../src/call/chain';
import { lookAtStep, stepLookedAt, viewOf } from '../../src/call/view';
import { writeBack } from '../../src/call/write-back';
import { setRequest } from '../../src/case/edits';
import type { Scenario } from '../../src/case/scenario';
import { evaluate } from '../../src/engine/evaluate';
import { beginChain } from './chains';

const CHAIN: Scenario = beginChain();

describe('the steps of a chain, looked at one by one', () => {
  it('are cases of their own, the last with the tags that its session brought along', () => {
    const first = viewOf(CHAIN, lookAtStep(0));
    expect(first.request.action).toBe('sts:AssumeRole');
    expect(first.request.principal).toContain(':user/dana');
    const own = viewOf(CHAIN, 0);
    expect(own.request.context).toEqual({ 'aws:PrincipalTag/team': 'web' });
    expect(own.chain).toBeUndefined();
    expect(evaluate(own).decision).toBe('Allowed');
    expect(evaluate(own)).toEqual(chainOf(CHAIN)!.hops.at(-1)!.evaluation);
  });

  it('are edited where they stand, and what was brought along goes on coming from the step before', () => {
    const at = lookAtStep(0);
    const edited = setRequest(viewOf(CHAIN, at), { context: { 'aws:RequestTag/team': 'data' } });
    const after = writeBack(CHAIN, at, edited);
    expect(after.chain).toHaveLength(1);
    expect(after.request).toBe(CHAIN.request);
    expect(viewOf(after, 0).request.context).toEqual({ 'aws:PrincipalTag/team': 'data' });
    expect(evaluate(viewOf(after, 0)).decision).toBe('ImplicitlyDenied');

    const renamed = writeBack(CHAIN, 0, setRequest(viewOf(CHAIN, 0), { action: 's3:PutObject' }));
    expect(renamed.request).toMatchObject({ action: 's3:PutObject' });
    expect(renamed.request.context).toBeUndefined();
    expect(renamed.chain).toEqual(CHAIN.chain);
  });

  it('are put before a case whose caller is the session that they make, and before no other', () => {
    const { chain: _, ...own } = CHAIN;
    const step = viewOf(CHAIN, lookAtStep(0));
    expect(leadsTo(step, own)).toBe(true);
    expect(leadsTo(step, setRequest(own, { principal: 'arn:aws:iam::111122223333:user/dana' }))).toBe(false);
    expect(leadsTo(setRequest(step, { action: 's3:GetObject' }), own)).toBe(false);
    const made = withStepBefore({ ...step, title: 'The step', notes: 'of its own' }, own);
    expect(chainOf(made)).toEqual(chainOf(CHAIN));
    expect(made.title).toBe(own.title);
  });

  it('has no step for a number that is not there', () => {
    expect(stepLookedAt(CHAIN, lookAtStep(1))).toBeUndefined();
    expect(viewOf(CHAIN, lookAtStep(5))).toEqual(viewOf(CHAIN, 0));
    expect(writeBack(CHAIN, 0, viewOf(CHAIN, 0))).toBe(CHAIN);
  });
});
