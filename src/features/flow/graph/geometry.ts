/** Measures of the picture, in pixels. */

/** Below this width the request loses its words and the ends shrink. */
const NARROW = 1100;

export interface Measures {
  readonly narrow: boolean;
  readonly height: number;
  /** The height of the one lane, or of the way before the fork and after the join. */
  readonly middle: number;
  readonly caller: number;
  readonly resource: number;
  /** A gate's box: how far it reaches above the path, and its height. */
  readonly above: number;
  readonly gateHeight: number;
  /** The right end of the request's column and the left end of the verdict's. */
  readonly start: number;
  readonly end: number;
  /** The verdict's centre. */
  readonly verdict: number;
}

/**
 * @param two - two lanes
 * @param elbow - room above the one lane for the line that tells where an explicit deny came from
 */
export function measure(width: number, two: boolean, tight: boolean, elbow: boolean): Measures {
  const narrow = width < NARROW;
  const endWidth = narrow ? 92 : 118;
  const one = elbow ? 54.5 : 46.5;
  return {
    narrow,
    height: two ? (tight ? 202 : 240) : elbow ? 142 : 134,
    middle: two ? (tight ? 84.5 : 96.5) : one,
    caller: tight ? 36.5 : 38.5,
    resource: tight ? 132.5 : 154.5,
    above: two && tight ? 28 : 33,
    gateHeight: two ? (tight ? 96 : 114) : 118,
    start: narrow ? 72 : 124,
    end: width - endWidth,
    verdict: width - endWidth / 2 - 4,
  };
}

/** Where the lanes fork, run and meet. */
export interface Fork {
  readonly fork: number;
  readonly lanes: number;
  readonly gates: number;
  readonly leave: number;
  readonly join: number;
}

export function measureFork({ start, end, narrow }: Measures): Fork {
  const fork = start + 6 + (narrow ? 104 : 150);
  return { fork, lanes: fork + 34, gates: fork + 34 + (narrow ? 112 : 124), leave: end - 64, join: end - 28 };
}

export function line(from: number, to: number, y: number): string {
  return `M${round(from)} ${round(y)}H${round(to)}`;
}

/** From the middle to a lane, or back. */
export function curve(x1: number, y1: number, x2: number, y2: number): string {
  const bend = (x2 - x1) * 0.64;
  return `M${round(x1)} ${round(y1)}C${round(x1 + bend)} ${round(y1)} ${round(x2 - bend)} ${round(y2)} ${round(x2)} ${round(y2)}`;
}

/** Over the top: up from a bar, left, and down onto the gate with an arrow head. */
export function elbowOver(
  bar: number,
  barTop: number,
  ceiling: number,
  gate: number,
  gateTop: number,
): string {
  const bend = Math.min(7, barTop - ceiling);
  const tip = `M${round(gate - 4.5)} ${round(gateTop - 5)}l4.5 5.5 4.5-5.5`;
  return `M${round(bar)} ${round(barTop)}V${round(ceiling + bend)}q0 ${-bend} ${-bend} ${-bend}H${round(gate + 7)}q-7 0 -7 7V${round(gateTop)}${tip}`;
}

/** From the lower lane: up from a bar, left, and against the gate's side. */
export function elbowUnder(bar: number, barTop: number, ceiling: number, gate: number): string {
  const bend = barTop - ceiling;
  const tip = gate + 9;
  return `M${round(bar)} ${round(barTop)}q0 ${-bend} ${-bend} ${-bend}H${round(tip)}M${round(tip + 5)} ${round(ceiling - 4.5)}l-5.5 4.5 5.5 4.5`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
