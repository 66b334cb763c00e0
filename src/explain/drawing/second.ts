/** Behind a stop: the way that would be taken were it away, up to the gate that would refuse next. */
import type { Scenario } from '../../case/scenario';
import type { Evaluation } from '../../engine/evaluation';
import type { SecondRefusal } from '../../engine/lifted';
import { lineOf, textAt } from '../source';
import { stepOf } from '../facts';
import { layerNoun } from '../layers';
import { targetInText } from '../levels';
import { nearestIn } from '../nearest';
import type { PolicyAddress } from '../../case/scenario';
import type { BarSpec, FlowSpec, GateSpec } from './spec';
import { alternatives } from './words';

/** The spec with the second refusal drawn in; as it was where that gate is shut already. */
export function withSecond(spec: FlowSpec, second: SecondRefusal | undefined): FlowSpec {
  if (!second) return spec;
  const target = second.next.layer === 'identity' ? 'defaultDeny' : second.next.layer;
  const stop = spec.gates.findIndex((gate) => gate.halts);
  const at = spec.gates.findIndex((gate) => gate.step === target);
  const gate = spec.gates[at];
  // In another lane it has a way of its own.
  if (!gate || at === -1 || stop === -1) return spec;
  if (at === stop) return spec.gates[stop]!.bars.length > 1 ? withLevel(spec, stop, second) : spec;
  if (at < stop || gate.halts || !sameWay(spec, stop, at)) return spec;
  const gates = spec.gates.map((one, index): GateSpec => {
    if (index === stop) return { ...one, after: 'even' };
    if (index > stop && index < at)
      return sameLane(one, spec, stop) ? { ...one, before: 'even', after: 'even' } : one;
    return index === at ? wouldStop(one, second) : one;
  });
  const lifted = second.lifted.kind === 'denies' ? 'without this Deny' : 'with that Allow';
  const texts = [`even ${lifted} it would not get through`, `even ${lifted}`];
  return { ...spec, gates, even: { to: gate.step, texts } };
}

/** One lane, or both before the fork and within the lane of the stop. */
function sameWay({ two, gates }: FlowSpec, stop: number, at: number): boolean {
  return !two || gates[stop]!.lane === gates[at]!.lane;
}

function sameLane(gate: GateSpec, { two, gates }: FlowSpec, stop: number): boolean {
  return !two || gate.lane === gates[stop]!.lane;
}

function wouldStop(gate: GateSpec, { next }: SecondRefusal): GateSpec {
  const shut = next.level ?? gate.bars.findIndex((bar) => bar.tone === 'implicit');
  const index = Math.max(0, Math.min(shut, gate.bars.length - 1));
  const bars = gate.bars.map((bar, at): BarSpec => {
    if (at !== index) return bar.state === 'shut' ? { ...bar, state: 'open' } : bar;
    return { ...bar, state: 'would', tone: 'implicit' };
  });
  return {
    ...gate,
    bars,
    before: 'even',
    after: 'rest',
    halts: true,
    tone: 'implicit',
    look: 'plain',
    // Without its own Deny it would lack an Allow all the same.
    words: gate.step === 'defaultDeny' ? ['Denied'] : gate.tone === 'explicit' ? ['No Allow'] : gate.words,
    details: alternatives('would stop it next'),
  };
}

/** A further level of the same SCPs: hollow beside the one that stops. */
function withLevel(spec: FlowSpec, stop: number, { next }: SecondRefusal): FlowSpec {
  const gates = spec.gates.map((gate, at) =>
    at === stop
      ? {
          ...gate,
          bars: gate.bars.map((bar, level): BarSpec =>
            level === next.level ? { ...bar, state: 'would' } : bar,
          ),
        }
      : gate,
  );
  return { ...spec, gates };
}

/** One clause: `even without this Deny the permissions boundary would stop it`, with the line that comes closest. */
export interface SecondClause {
  readonly lead: string;
  readonly rest: string;
  readonly address?: PolicyAddress;
  readonly statement?: number;
  readonly path?: string;
  readonly link?: string;
}

export function secondClause(
  scenario: Scenario,
  evaluation: Evaluation,
  second: SecondRefusal,
): SecondClause {
  const { lifted, next, more } = second;
  const named = (layer: typeof next.layer, level: number | undefined): string => {
    const target = level === undefined ? undefined : stepOf(evaluation, layer)?.levels[level]?.target;
    return target === undefined ? `the ${layerNoun(layer, scenario.request)}` : targetInText(target);
  };
  const lead =
    lifted.kind === 'denies'
      ? 'Even without this Deny'
      : `Even if ${named(lifted.layer, lifted.level)} allowed it`;
  const further = more > 0 ? `, and ${more} more` : '';
  const rest =
    next.layer === 'identity'
      ? `no identity policy would allow it${further}`
      : `${named(next.layer, next.level)} would stop it${further}`;
  const near = nearestIn(scenario, evaluation, next.layer);
  const text = near && textAt(scenario, near.statement.address);
  const line = text === undefined ? undefined : lineOf(text, near!.element.path, 'property');
  if (!near || line === undefined) return { lead, rest };
  const { address, statement, policy } = near.statement;
  return { lead, rest, address, statement, path: near.element.path, link: `${policy}, line ${line}` };
}
