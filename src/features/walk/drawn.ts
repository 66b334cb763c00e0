/** The rows as the picture has them: what stops, would stop or has changed, and how far a replay has come. Pure. */
import type { LevelTrace, StepId } from '../../engine/evaluation';
import type { BarSpec, BarState, FlowSpec, GateSpec, WayKind } from '../../explain/drawing/spec';
import { levelWords } from '../../explain/levels';
import type { Tone } from '../../explain/types';
import type { WalkRow } from './rows';

/** The thin line of the way before a change, beside the way of now. */
export interface GhostPart {
  /** Beside its own rail, or beside the one that passes. */
  readonly rail: 'own' | 'other';
  readonly part: 'through' | 'stop';
}

export interface DrawnRow {
  readonly row: WalkRow;
  readonly before: WayKind;
  readonly after: WayKind;
  readonly beside: WayKind | undefined;
  readonly gate: BarState;
  /** Undefined for a row that is no gate of the picture. */
  readonly spec: GateSpec | undefined;
  readonly ghost: GhostPart | undefined;
}

/** Lays the picture over the rows. */
export function drawnRows(rows: readonly WalkRow[], spec: FlowSpec): readonly DrawnRow[] {
  const of = (step: StepId): GateSpec | undefined => spec.gates.find((gate) => gate.step === step);
  const last = (lane: GateSpec['lane']): WayKind | undefined =>
    spec.gates.findLast((gate) => gate.lane === lane && gate.id !== 'defaultDeny')?.after;
  const fork = last('both') ?? spec.start;
  const ends = { caller: last('caller') ?? fork, resource: last('resource') ?? fork };
  let ghostGoes = spec.ghost?.stop !== undefined;
  const ghostOf = (row: WalkRow): GhostPart | undefined => {
    if (!ghostGoes || !spec.ghost) return undefined;
    const { stop, lane } = spec.ghost;
    if (row.kind === 'step' && row.step.id === stop) ghostGoes = false;
    const onOther = row.side !== 'one' && lane !== 'both' && row.side !== lane && !isBoth(row);
    return { rail: onOther ? 'other' : 'own', part: ghostGoes ? 'through' : 'stop' };
  };
  return rows.map((row): DrawnRow => {
    const gate = row.kind === 'step' ? of(row.step.id) : undefined;
    const beside =
      row.beside === undefined
        ? undefined
        : row.kind === 'step' && row.step.id === 'defaultDeny'
          ? ends.resource
          : row.side === 'resource'
            ? ends.caller
            : fork;
    const ghost = ghostOf(row);
    const drawn = { row, beside, ghost, spec: gate } as const;
    if (row.kind === 'lane') return { ...drawn, before: fork, after: fork, gate: 'open' };
    if (row.kind === 'end') return { ...drawn, before: spec.end, after: spec.end, gate: 'open' };
    if (!gate) return { ...drawn, before: row.before, after: row.after, gate: row.gate };
    return { ...drawn, before: gate.before, after: gate.after, gate: loudest(gate) };
  });
}

/** Rows before the fork stand on the caller's rail, and belong to both. */
function isBoth(row: WalkRow): boolean {
  return row.kind === 'step' && row.step.lane === 'both';
}

function loudest({ bars }: GateSpec): BarState {
  const order: readonly BarState[] = ['shut', 'would', 'veiled'];
  return order.find((state) => bars.some((bar) => bar.state === state)) ?? bars[0]!.state;
}

export interface LevelRow {
  readonly name: string;
  readonly word: string;
  readonly tone: Tone;
  readonly gate: BarState;
  readonly before: WayKind;
  readonly after: WayKind;
  readonly halts: boolean;
  /** Behind the level that stops. */
  readonly beyond: boolean;
  readonly policies: number;
}

/** The levels of SCPs or RCPs, each a small gate on the same rail. */
export function levelRows(gate: GateSpec, levels: readonly LevelTrace[]): readonly LevelRow[] {
  const layer = gate.step === 'rcp' ? 'rcp' : 'scp';
  const stop = gate.halts ? gate.bars.findIndex(isShut) : -1;
  const named = levels.filter(({ target }) => target !== undefined);
  return named.map((level, at): LevelRow => {
    const { tone, word } = levelWords(layer, level);
    const bar = gate.bars[at] ?? gate.bars[0]!;
    const beyond = (stop !== -1 && at > stop) || gate.before === 'rest';
    const good = tone === 'allow' || tone === 'pass';
    const isLast = at === named.length - 1;
    return {
      name: level.target!,
      word: beyond && good ? 'Would allow' : word,
      tone,
      gate: bar.state,
      before: beyond ? gate.after : gate.before,
      after: beyond || at === stop || (stop === -1 && isLast) ? gate.after : gate.before,
      halts: at === stop,
      beyond: beyond && good,
      policies: level.policies.length,
    };
  });
}

function isShut({ state }: BarSpec): boolean {
  return state === 'shut' || state === 'would';
}
