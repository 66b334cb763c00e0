import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import { policyText, type Request, type Scenario } from '../../src/case/scenario';
import { spanOfPath } from '../../src/language/spans';
import { addPolicy } from '../../src/case/edits';
import { starter, type StarterKind } from '../../src/store/starters';

const request: Request = {
  principal: 'arn:aws:iam::444455556666:user/alice',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::example/key',
};
const KINDS: readonly StarterKind[] = [
  'identity',
  'boundary',
  'session',
  'resource',
  'trust',
  'key',
  'scp',
  'rcp',
  'endpoint',
];

describe('what a new policy begins with', () => {
  it.each(KINDS)('%s: can be read, and has the place where typing begins', (kind) => {
    const { layer, policy, path } = starter(kind, request);
    const action = kind === 'trust' ? 'sts:AssumeRole' : kind === 'key' ? 'kms:Decrypt' : request.action;
    const empty: Scenario = { schema: 2, request: { ...request, action }, policies: {} };
    const { steps } = evaluate(addPolicy(empty, layer, policy).scenario);
    const traces = steps.flatMap((step) => step.levels.flatMap((level) => level.policies));
    expect(traces.map((trace) => trace.problem?.message)).toEqual([undefined]);
    expect(spanOfPath(policyText(policy), path)).toBeDefined();
  });

  it('names the account of the request', () => {
    expect(policyText(starter('key', request).policy)).toContain('arn:aws:iam::444455556666:root');
    expect(policyText(starter('key', { ...request, principal: '' }).policy)).toContain('111122223333');
  });
});
