/** Statement by statement: the picture as far as it was read, the ticks under its gates, and what is known so far. */
import { addressKey } from '../../case/scenario';
import type { Evaluation, StepId } from '../../engine/evaluation';
import type { ReadStatement, Readings } from '../../engine/reading';
import { across, glyph, round, text } from '../../drawing/draw';
import type { Drawing, Mark, Zone } from '../../drawing/marks';
import { fitText, textWidth } from '../../drawing/measure';
import { statementName, stepOf } from '../facts';
import { requestPath } from '../path';
import type { Placed } from './lane';
import type { FlowSpec, GateSpec } from './spec';

/** What the request comes to before it is stopped: behind that nothing is read. */
export function statementsRead(evaluation: Evaluation, { statements }: Readings): readonly ReadStatement[] {
  const path = requestPath(evaluation);
  return statements.filter(({ gate }) => path.steps.get(gate)?.before !== 'rest');
}

/**
 * The picture after `count` statements. A gate whose statements were all read says what it says; one of which some were
 * is being read, and the request stands before it; the others keep posts and name.
 */
export function specAfter(spec: FlowSpec, read: readonly ReadStatement[], count: number): FlowSpec {
  if (count >= read.length) return spec;
  const done = read.slice(0, count);
  const { exits: _exits, even: _even, ghost: _ghost, ...rest } = spec;
  /** Where the request does not come before more was read: in one lane, or behind the gates of both. */
  const closed = new Set<GateSpec['lane']>();
  const gates = spec.gates.map((gate): GateSpec => {
    const isAhead =
      gate.id === 'defaultDeny' ||
      gate.before === 'rest' ||
      gate.before === 'even' ||
      closed.has('both') ||
      closed.has(gate.lane);
    if (isAhead) return faint(gate);
    const of = (list: readonly ReadStatement[]): number =>
      list.filter((one) => one.gate === gate.step).length;
    const [so, all] = [of(done), of(read)];
    if (so === all) return { ...gate, before: painted(gate.before), after: painted(gate.after) };
    closed.add(gate.lane);
    return so === 0 ? faint(gate) : reading(gate);
  });
  return {
    ...rest,
    gates,
    start: painted(spec.start),
    met: 'rest',
    end: 'rest',
    elbows: [],
    verdict: { tone: 'empty', word: 'Still open' },
  };
}

/** That it will be an Allow, or what would be behind a stop, is not known before the end. */
function painted(kind: GateSpec['before']): GateSpec['before'] {
  return kind === 'allowed' ? 'went' : kind === 'even' ? 'rest' : kind;
}

function reading(gate: GateSpec): GateSpec {
  const bars = gate.bars.map((bar) => ({ ...bar, state: 'open' as const, tone: 'none' as const }));
  const { flag: _flag, ...rest } = gate;
  return {
    ...rest,
    bars,
    words: ['reading'],
    details: [''],
    tone: 'none',
    look: 'plain',
    before: painted(gate.before),
    after: 'rest',
    halts: false,
    here: true,
  };
}

function faint(gate: GateSpec): GateSpec {
  const { flag: _flag, ...rest } = gate;
  if (gate.look === 'off') return { ...rest, before: 'rest', after: 'rest', halts: false };
  const bars = gate.bars.map((bar) => ({
    ...bar,
    state: 'open' as const,
    tone: 'none' as const,
    grey: true,
  }));
  return {
    ...rest,
    bars,
    words: [''],
    details: [''],
    tone: 'none',
    look: 'after',
    before: 'rest',
    after: 'rest',
    halts: false,
  };
}

export const TRACK_HEIGHT = 58;

/** The ticks under the gates, and the handle on its stick. `gates`: as they stand in the picture over it. */
export function scrubTrack(
  all: readonly ReadStatement[],
  read: readonly ReadStatement[],
  count: number,
  gates: readonly Placed[],
  width: number,
): Drawing {
  const y = 22;
  const xs = tickPlaces(all, gates);
  const marks: Mark[] = [];
  const first = Math.min(...xs, width);
  const handle = xs[all.indexOf(read[count - 1]!)] ?? first;
  const start = Math.min(124, Math.max(60, first - 40));
  marks.push({ kind: 'line', d: across(start, handle, y), ink: 'ink', width: 2.5 });
  marks.push({
    kind: 'line',
    d: across(handle, width - 90, y),
    ink: 'edge',
    width: 1.5,
    dash: '1.5 5',
    round: true,
  });
  all.forEach((statement, at) => {
    const index = read.indexOf(statement);
    const x = xs[at]!;
    if (index === -1 || index >= count) {
      marks.push({
        kind: 'disc',
        x: round(x),
        y,
        r: 3,
        fill: 'surface',
        stroke: index === -1 ? 'none-line' : 'edge',
        strokeWidth: 1.5,
      });
    } else if (index < count - 1) marks.push(glyph(tickGlyph(statement), x, y, 12));
  });
  marks.push({ kind: 'line', d: `M${round(handle)} 0V${y}`, ink: 'accent', width: 1.5 });
  marks.push({
    kind: 'disc',
    x: round(handle),
    y,
    r: 7.5,
    fill: 'accent',
    stroke: 'surface',
    strokeWidth: 2,
  });
  const current = read[count - 1];
  const style = { size: 11.5, weight: 600 } as const;
  if (current) {
    const shown = fitText(`${current.policy}, ${statementName(current)}`, Math.min(320, width - 20), style);
    const half = textWidth(shown, style) / 2;
    const x = Math.min(Math.max(handle, half + 110), width - half - 10);
    marks.push(text(x, y + 26, [{ ...style, text: shown, ink: 'accent' }]));
  }
  marks.push(text(14, y - 5, [{ ...style, text: `${count} of ${read.length}`, ink: 'ink' }], 'start'));
  marks.push(text(14, y + 12, [{ size: 11.5, text: 'statements', ink: 'ink-3' }], 'start'));
  const zones = read.map((statement, at): Zone => {
    const x = xs[all.indexOf(statement)]!;
    return {
      id: String(at + 1),
      label: tickLabel(statement, at + 1, read.length),
      x: x - 9,
      y: 4,
      width: 18,
      height: 36,
    };
  });
  return { width, height: TRACK_HEIGHT, marks, zones, dots: [], label: '' };
}

function tickGlyph({ effect, truth }: ReadStatement): 'explicit' | 'pass' | 'unknown' | 'miss' {
  if (truth === 'no') return 'miss';
  if (truth === 'unknown') return 'unknown';
  return effect === 'Deny' ? 'explicit' : 'pass';
}

/** `8 of 9: DeveloperBoundary, ReadArtifacts, does not match` */
export function tickLabel(statement: ReadStatement, at: number, of: number): string {
  const word = {
    yes: statement.effect === 'Deny' ? 'denies' : 'allows',
    no: 'does not match',
    unknown: 'not known',
  }[statement.truth];
  return `${at} of ${of}: ${statement.policy}, ${statementName(statement)}, ${word}`;
}

/** Side by side under their gate, closer where there are many. */
function tickPlaces(all: readonly ReadStatement[], gates: readonly Placed[]): readonly number[] {
  const counts = new Map<StepId, number>();
  for (const { gate } of all) counts.set(gate, (counts.get(gate) ?? 0) + 1);
  const seen = new Map<StepId, number>();
  return all.map(({ gate }) => {
    const placed = gates.find(({ spec }) => spec.step === gate);
    const count = counts.get(gate)!;
    const at = seen.get(gate) ?? 0;
    seen.set(gate, at + 1);
    const gap = Math.min(19, ((placed?.width ?? 60) - 12) / Math.max(1, count));
    return (placed?.x ?? 0) + gap * (at - (count - 1) / 2);
  });
}

export interface Known {
  readonly tone: 'pass' | 'explicit' | 'implicit' | 'unknown' | 'miss';
  readonly text: string;
}

/** One fact for each gate that was read, the newest last. */
export function knownSoFar(
  evaluation: Evaluation,
  spec: FlowSpec,
  read: readonly ReadStatement[],
  count: number,
): readonly Known[] {
  const done = read.slice(0, count);
  const gates = [...new Set(done.map(({ gate }) => gate))];
  return gates.map((id): Known => {
    const gate = spec.gates.find((one) => one.step === id);
    const own = done.filter((statement) => statement.gate === id);
    const total = read.filter((statement) => statement.gate === id).length;
    const name = gate?.names[0] ?? id;
    if (own.length === total && gate && stepOf(evaluation, id)) {
      const tone =
        gate.tone === 'allow' || gate.tone === 'pass'
          ? 'pass'
          : gate.tone === 'none' || gate.tone === 'empty'
            ? 'miss'
            : gate.tone;
      return {
        tone,
        text: id === 'explicitDeny' ? `${gate.words[0]!} in ${total} read` : `${name}: ${gate.words[0]!}`,
      };
    }
    const hits = own.filter(({ truth }) => truth === 'yes').length;
    const of = id === 'explicitDeny' ? (total === 1 ? 'Deny' : 'Denies') : total === 1 ? 'Allow' : 'Allows';
    return {
      tone: hits > 0 ? (id === 'explicitDeny' ? 'explicit' : 'pass') : 'miss',
      text: `${name}: ${own.length} of ${total} ${of} read, ${hits === 0 ? 'none matches' : `${hits} match${hits === 1 ? 'es' : ''}`}`,
    };
  });
}

/** The place to show in the editor for a statement. */
export function placeOfRead(evaluation: Evaluation, { address, statement }: ReadStatement): string {
  const policy = stepOf(evaluation, address.layer)
    ?.levels.flatMap(({ policies }) => policies)
    .find((one) => addressKey(one.address) === addressKey(address));
  const trace = policy?.statements[statement];
  if (!trace) return `Statement[${statement}]`;
  return (trace.elements.find(({ truth }) => truth !== 'yes') ?? trace.elements.at(-1))?.path ?? trace.path;
}
