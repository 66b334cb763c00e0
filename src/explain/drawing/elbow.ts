/** The line from a Deny's own layer to the first gate, where it takes effect. */
import { round } from '../../drawing/draw';
import type { Mark } from '../../drawing/marks';
import { BAR } from './gate';
import type { Placed } from './lane';

function stroke(d: string, open: boolean): Mark {
  return {
    kind: 'line',
    d,
    ink: open ? 'unknown' : 'deny',
    width: 1.5,
    round: true,
    ...(open && { dash: '5 3' }),
  };
}

/** Up from a bar, left, and down onto the gate with an arrow head. */
function over(
  bar: number,
  top: number,
  ceiling: number,
  gate: number,
  gateTop: number,
  open: boolean,
): readonly Mark[] {
  const way = `M${round(bar)} ${round(top)}V${round(ceiling + 7)}q0 -7 -7 -7H${round(gate + 7)}q-7 0 -7 7V${round(gateTop)}`;
  const tip = `M${round(gate - 4.5)} ${round(gateTop - 5)}l4.5 5.5 4.5 -5.5`;
  return [stroke(way, open), stroke(tip, false)].map(
    (mark) => ({ ...mark, ink: open ? 'unknown' : 'deny' }) as Mark,
  );
}

/** From the lower lane: up from a bar, left above the lane's name, and against the gate's side. */
function under(bar: number, top: number, level: number, gate: number, open: boolean): readonly Mark[] {
  const way = `M${round(bar)} ${round(top)}V${round(level + 7)}q0 -7 -7 -7H${round(gate + 9)}`;
  const tip = `M${round(gate + 14)} ${round(level - 4.5)}l-5.5 4.5 5.5 4.5`;
  return [stroke(way, open), { ...stroke(tip, false), ink: open ? 'unknown' : 'deny' } as Mark];
}

export function elbowMarks(
  from: Placed,
  bar: number,
  gate: Placed,
  two: boolean,
  open: boolean,
): readonly Mark[] {
  const x = from.bars[bar] ?? from.bars[0]!;
  const top = from.y - BAR - 3;
  if (!two) return over(x, top, from.y - BAR - 20, gate.x, gate.y - BAR - 4, open);
  if (from.y < gate.y) return over(x, top, from.y - BAR - 20, gate.x, gate.y - BAR - 4, open);
  return under(x, top, gate.y + 21, gate.x, open);
}
