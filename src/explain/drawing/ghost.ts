/** The way of before: thin, a little below the new one, and where it stopped. */
import { across, bend, glyph, text } from '../../drawing/draw';
import type { Mark } from '../../drawing/marks';
import { haltingBar } from './gate';
import type { Lane } from './lane';
import type { FlowSpec } from './spec';

const BELOW = 8;

interface Fork {
  readonly fork: number;
  readonly lanes: number;
  readonly upper: number;
  readonly lower: number;
}

export function ghostMarks(
  { ghost }: FlowSpec,
  lanes: readonly Lane[],
  start: number,
  y: number,
  fork?: Fork,
): readonly Mark[] {
  if (!ghost) return [];
  const stop = lanes.flatMap((lane) => lane.placed).find(({ spec }) => spec.step === ghost.stop);
  const end = stop ? stop.bars[haltingBar(stop.spec)]! - 25 : undefined;
  const below = y + BELOW;
  const line = (d: string): Mark => ({ kind: 'line', d, ink: 'ink-3', width: 1.5 });
  if (end === undefined || !stop) return [];
  const height = stop.y + BELOW;
  const way =
    fork && stop.y !== y
      ? `${across(start - 4, fork.fork, below)}${bend(fork.fork, below, fork.lanes, height)}${across(fork.lanes, end, height)}`
      : across(start - 4, end, below);
  return [
    line(way),
    glyph('implicit', end + 5, height, 14, 'ink-3'),
    text(end - 8, height + 18, [{ text: 'before', ink: 'ink-2', size: 11.5, weight: 560 }], 'end'),
  ];
}
