/** The flow while the question is open: which gates there are, and nothing of what they do. */
import type { FlowSpec, GateSpec } from '../../../explain/drawing/spec';
import { alternatives } from '../../../explain/drawing/words';
import type { Policies } from '../../../case/scenario';
import { layerName } from '../../../explain/layers';
import type { StepId } from '../../../engine/evaluation';

/**
 * A gate is in play where somebody wrote a policy for it. Whether it reaches this request is part of the answer, so it
 * is not asked. Two gates are always there: Denies are looked for, and the caller's own policies are asked.
 */
export function isThere(step: StepId, policies: Policies): boolean {
  const always = step === 'explicitDeny' || step === 'identity' || step === 'defaultDeny';
  return always || policies[step] !== undefined;
}

export function hiddenFlow(spec: FlowSpec, policies: Policies): FlowSpec {
  const { action, caller, two, accounts, gates } = spec;
  return {
    action,
    caller,
    two,
    accounts,
    start: 'rest',
    gates: gates.filter(({ step }) => step !== 'defaultDeny').map((gate) => hiddenGate(gate, policies)),
    met: 'rest',
    end: 'rest',
    verdict: { tone: 'empty', word: 'Not yet' },
    elbows: [],
  };
}

function hiddenGate({ id, step, lane, bars, names }: GateSpec, policies: Policies): GateSpec {
  const there = isThere(step, policies);
  return {
    id,
    step,
    lane,
    number: undefined,
    names: names.length > 0 ? names : [layerName(step)],
    words: alternatives(there ? 'Attached' : 'None attached'),
    details: [''],
    tone: 'none',
    look: there ? 'plain' : 'off',
    bars: there
      ? bars.map(({ name }) => ({ state: 'open', tone: 'none', ...(name !== undefined && { name }) }))
      : [{ state: 'absent', tone: 'none' }],
    before: 'rest',
    after: 'rest',
    halts: false,
  };
}
