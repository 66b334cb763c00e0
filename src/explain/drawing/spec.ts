/** A picture before it has places: gates in order, each with its words, and the way between them. */
import type { StepId } from '../../engine/evaluation';
import type { PathKind } from '../path';
import type { Tone } from '../types';

/** `even`: where it would have gone, were the stop away. */
export type WayKind = PathKind | 'even';

/** `would`: it would stop here. */
export type BarState = 'open' | 'supposed' | 'shut' | 'veiled' | 'absent' | 'would';

export interface BarSpec {
  readonly state: BarState;
  readonly tone: Tone;
  /** Behind the stop: what it says is what it would have said. */
  readonly grey?: boolean;
  /** A level's name. */
  readonly name?: string;
}

/** The texts under a gate; of each the first alternative that fits is taken. */
export interface GateWords {
  readonly number: number | undefined;
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly details: readonly string[];
  readonly tone: Tone;
  /** `after`: not reached. `off`: not in play. */
  readonly look: 'plain' | 'after' | 'off';
}

export interface GateSpec extends GateWords {
  readonly id: string;
  readonly step: StepId;
  readonly lane: 'both' | 'caller' | 'resource';
  readonly bars: readonly BarSpec[];
  readonly before: WayKind;
  readonly after: WayKind;
  /** The request stops here, at the first bar that is shut; or it would, at the one that is hollow. */
  readonly halts: boolean;
  /** In a replay: its statements are being read, and the request stands before it. */
  readonly here?: boolean;
  /** Over the gate: the level that stops, or that it has changed. */
  readonly flag?: { readonly text: string; readonly ink: 'accent' | 'deny' | 'implicit' | 'unknown' };
}

/** One way from a gate to the end of an open verdict. */
export interface ExitLine {
  readonly number: number | undefined;
  /** What it depends on; a key stands in the code face. */
  readonly subject: string;
  readonly mono: boolean;
  readonly text: string;
  readonly tone?: Tone;
}

export interface Exits {
  readonly allowed: { readonly title: string; readonly lines: readonly ExitLine[] };
  readonly denied: { readonly title: string; readonly lines: readonly ExitLine[]; readonly tone: Tone };
}

export interface FlowSpec {
  readonly action: string;
  readonly caller: string;
  readonly two: boolean;
  readonly accounts: { readonly caller: string; readonly resource: string };
  readonly start: WayKind;
  readonly gates: readonly GateSpec[];
  readonly met: WayKind;
  readonly end: WayKind;
  readonly verdict: { readonly tone: Tone; readonly word: string; readonly detail?: string };
  readonly exits?: Exits;
  /** From a layer's bar to the first gate: a Deny takes effect there. */
  readonly elbows: readonly { readonly step: StepId; readonly bar: number; readonly open: boolean }[];
  /** Over the way that would be taken were the stop away. */
  readonly even?: { readonly to: StepId; readonly texts: readonly string[] };
  /** The way of another evaluation, thin below this one: it stopped at `step`, or came through. */
  readonly ghost?: { readonly stop: StepId | undefined; readonly lane: 'both' | 'caller' | 'resource' };
}
