/** Before and after: the old way as a ghost under the new one, and the gates that changed. */
import type { Evaluation } from '../../engine/evaluation';
import { verdictWord } from '../verdict';
import type { FlowSpec, GateSpec } from './spec';

/** The picture of now, with where the request went before; as it is where nothing changed. Two equal shapes only. */
export function withBefore(now: FlowSpec, before: FlowSpec, was: Evaluation): FlowSpec {
  if (now.two !== before.two || now.start === 'rest' || before.start === 'rest') return now;
  let changed = 0;
  const gates = now.gates.map((gate): GateSpec => {
    const old = before.gates.find(({ step }) => step === gate.step);
    if (!old || gate.step === 'explicitDeny' || gate.step === 'defaultDeny' || isSame(gate, old)) return gate;
    changed += 1;
    return {
      ...gate,
      flag: { text: 'changed', ink: 'accent' },
      details: [`was ${old.words[0]!}`],
    };
  });
  const [then, here] = [before.verdict.word, now.verdict.word];
  const stop = before.gates.find((gate) => gate.halts);
  if (changed === 0 && then === here) return now;
  const verdict = then === here ? now.verdict : { ...now.verdict, detail: `was ${verdictWord(was).word}` };
  return { ...now, gates, verdict, ghost: { stop: stop?.step, lane: stop?.lane ?? 'both' } };
}

/** What a gate says, whatever the request did before it came there. */
function isSame(one: GateSpec, other: GateSpec): boolean {
  const said = ({ bars, look }: GateSpec): string =>
    `${look === 'off' ? 'off' : 'on'} ${bars.map(({ state, name = '', tone }) => `${state === 'shut' || state === 'veiled' ? `${state}/${tone}` : 'open'}${name}`).join()}`;
  return said(one) === said(other);
}
