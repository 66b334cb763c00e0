/** The requests of one call as lanes, before they have places: their order, what is folded, and the way through the gates of one. */
import type { CallEvaluation, CallPart } from '../../call/verdict';
import type { Dot, Mark, Point } from '../../drawing/marks';
import { verdictWord } from '../verdict';
import { flowSpec } from './flow-spec';
import { barGlyph, barMark } from './gate';
import { wayMark } from './lane';
import type { BarSpec, GateSpec } from './spec';

export interface LaneOfCall {
  readonly at: number;
  readonly action: string;
  readonly resource: string;
  readonly decision: CallPart['evaluation']['decision'];
  readonly gates: readonly GateSpec[];
  /** The resources of other requests of the call that go the same way. */
  readonly alike: readonly string[];
}

/** The lanes in the order in which they are drawn. */
export function lanesOfCall(call: CallEvaluation): readonly LaneOfCall[] {
  const lanes = call.parts.map(({ at, view, evaluation }): LaneOfCall => {
    const { gates } = flowSpec(view, evaluation);
    return {
      at,
      action: view.request.action,
      resource: view.request.resource,
      decision: evaluation.decision,
      gates,
      alike: [],
    };
  });
  const failing = lanes.filter(({ at }) => call.failing.includes(at));
  const rest = lanes.filter(({ at }) => !call.failing.includes(at));
  return [...failing, ...folded(rest)];
}

/** The gates that stand over all lanes: a request between two accounts, or one that is not open, has the most. */
export function gatesOf(lanes: readonly LaneOfCall[]): readonly GateSpec[] {
  return lanes.reduce<readonly GateSpec[]>(
    (most, { gates }) => (gates.length > most.length ? gates : most),
    [],
  );
}

/** Allowed lanes of one action that pass the same gates alike are one, with the others' resources. */
function folded(lanes: readonly LaneOfCall[]): readonly LaneOfCall[] {
  const first = new Map<string, LaneOfCall>();
  for (const lane of lanes) {
    const key = `${lane.action} ${lane.gates.map(({ id, tone, words }) => `${id}:${tone}:${words[0]!}`).join()}`;
    const known = first.get(key);
    first.set(key, known ? { ...known, alike: [...known.alike, lane.resource] } : lane);
  }
  return [...first.values()];
}

/** A resource without the parts of its ARN that all resources of a call share. */
export function shortResource(resource: string): string {
  return resource.split(':').slice(5).join(':') || resource;
}

/** The word of the whole call, and its tone. */
export function wholeWord({ decision, parts, failing }: CallEvaluation): {
  readonly tone: 'allow' | 'explicit' | 'implicit' | 'unknown';
  readonly word: string;
} {
  const first = parts.find(({ at }) => at === failing[0]) ?? parts[0]!;
  const { tone, word } = verdictWord(first.evaluation);
  if (tone === 'allow' || tone === 'explicit' || tone === 'implicit' || tone === 'unknown')
    return { tone, word };
  return { tone: decision === 'Allowed' ? 'allow' : 'unknown', word };
}

/** Where lanes run: across the page, or down it. */
export interface LaneAxis {
  readonly path: (from: number, to: number) => string;
  readonly point: (along: number) => Point;
  /** Down the page, so that bars lie. */
  readonly down: boolean;
}

export interface LaneWay {
  readonly ways: readonly Mark[];
  readonly marks: readonly Mark[];
  readonly dot: Dot | undefined;
  /** The gates that are worth a word, where it stops or is not known, and where they stand. */
  readonly told: readonly { readonly gate: GateSpec; readonly along: number }[];
  /** How far the way is drawn, and how it goes on. */
  readonly at: number;
  readonly kind: 'went' | 'maybe' | 'rest';
}

/** The way of one request through its gates. Ways are ink: green is for the whole. */
export function laneWay(
  lane: LaneOfCall,
  places: readonly { readonly id: string; readonly along: number }[],
  start: number,
  { path, point, down }: LaneAxis,
): LaneWay {
  const ways: Mark[] = [];
  const marks: Mark[] = [];
  let at = start;
  let kind: LaneWay['kind'] = 'went';
  let dot: Dot | undefined;
  const told: { gate: GateSpec; along: number }[] = [];
  for (const { id, along } of places) {
    const gate = lane.gates.find((one) => one.id === id);
    if (!gate) continue;
    const bar = loudest(gate);
    const halts = gate.halts && kind !== 'rest';
    if (halts) {
      ways.push(wayMark(kind, path(at, along - 18), at));
      dot = { id: `lane/${lane.at}`, ...point(along - 20) };
      at = along + 11;
      kind = 'rest';
    } else {
      if (along - at > 1) ways.push(wayMark(kind, path(at, along), at));
      at = along;
      if (gate.after === 'maybe' && kind === 'went') kind = 'maybe';
    }
    const late = kind === 'rest' && !halts;
    const { x, y } = point(along);
    marks.push(...barMark(x, y, bar, 17, down));
    marks.push(...barGlyph(x, y, late ? { ...bar, grey: true } : bar, false));
    if (!late && (gate.tone === 'implicit' || gate.tone === 'explicit' || gate.tone === 'unknown'))
      told.push({ gate, along });
  }
  return { ways, marks, dot, told, at, kind };
}

function loudest({ bars }: GateSpec): BarSpec {
  return bars.find(({ state }) => state === 'shut' || state === 'veiled') ?? bars[0]!;
}

/** The lanes in words. */
export function linkedLabel(lanes: readonly LaneOfCall[], word: string): string {
  const told = lanes.map(({ action, resource, decision, alike }) => {
    const also = alike.length > 0 ? ` and ${alike.length} more` : '';
    return `${action} on ${shortResource(resource)}${also}: ${decision === 'Allowed' ? 'allowed' : decision === 'Undetermined' ? 'not known' : 'denied'}`;
  });
  return `The checks of one call, failing first. ${told.join('. ')}. All are needed: ${word}.`;
}
