/** The dashed path of an answer over a drawing of the flow. */
import { across, bend } from '../../../drawing/draw';
import type { FlowDrawing } from '../../../explain/drawing/flow';
import type { Ghost } from '../ghost';

export interface GhostPath {
  /** SVG paths. */
  readonly ways: readonly string[];
  readonly end: { readonly x: number; readonly y: number; readonly kind: Ghost['end'] };
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' };
}

/** So far above the request's own way. */
const ABOVE = 9;
/** In front of a gate's bar. */
const BEFORE = 13;
/** In front of the verdict, which stands so far from the right edge. */
const TAIL = { narrow: 74, wide: 90 };

/** The words stand so far beside the line that leads a Deny from its gate to the first one. */
const BESIDE = 12;

function bent({ spec }: FlowDrawing['gates'][number]): boolean {
  return spec.tone === 'explicit';
}

export function ghostPath(drawing: FlowDrawing, { stop, by, end }: Ghost): GhostPath | undefined {
  const { gates, line, width } = drawing;
  const first = gates[0];
  if (!first) return undefined;
  const y = line - ABOVE;
  const start = Math.max(14, first.left - 12);
  const tail = width - (width < 1100 ? TAIL.narrow : TAIL.wide);
  const before = gates.filter(({ spec }) => spec.lane === 'both' && spec.step !== 'defaultDeny');
  const lanes = (['caller', 'resource'] as const)
    .map((lane) => gates.filter(({ spec }) => spec.lane === lane))
    .filter((lane) => lane.length > 0);
  const at = gates.find(({ spec }) => spec.step === stop);
  const fork = before.at(-1);
  const forkX = fork ? fork.left + fork.width + 4 : start;
  const into = (lane: typeof gates): string =>
    across(start, forkX, y) + bend(forkX, y, forkX + 40, lane[0]!.y - ABOVE);

  if (at) {
    const x = at.bars[0]! - BEFORE;
    const height = at.y - ABOVE;
    const lane = lanes.find((one) => one.includes(at));
    const way = lane ? into(lane) + across(forkX + 40, x, height) : across(start, x, y);
    const left = x < width / 3;
    return {
      ways: [way],
      end: { x, y: height, kind: end },
      label: {
        x: left ? x + 12 + (bent(at) ? BESIDE : 0) : x - 6,
        y: at.y - 33,
        anchor: left ? 'start' : 'end',
      },
    };
  }
  const named = gates.find(({ spec }) => spec.step === by);
  const ways =
    lanes.length === 0
      ? [across(start, tail, y)]
      : lanes.map((lane) => {
          const last = lane.at(-1)!;
          const out = last.left + last.width;
          const height = last.y - ABOVE;
          return (
            into(lane) +
            across(forkX + 40, out, height) +
            bend(out, height, tail - 24, y) +
            across(tail - 24, tail, y)
          );
        });
  const beside = named !== undefined && bent(named);
  const x = named ? named.x - (beside ? BESIDE : 0) : width / 2;
  return {
    ways,
    end: { x: tail, y, kind: end },
    label: {
      x: beside ? x : Math.min(Math.max(x, start + 120), tail - 140),
      y: (named?.y ?? line) - 33,
      anchor: beside ? 'end' : 'middle',
    },
  };
}
