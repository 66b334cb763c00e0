/** A moment or a number against all conditions of a statement on its key: together they are one window. */
import { parseInstant } from '../../engine/conditions/date';
import type { ConditionReason, StatementTrace } from '../../engine/evaluation';
import type { Comparison } from '../../language/operators';
import { parseOperator } from '../../language/operators';
import { orderSatisfies, parseDecimal } from '../../engine/conditions/numeric';
import type { Edge, ValueShape } from './types';

type Scale = 'moment' | 'number';

const SIDES: Partial<Record<Comparison, Pick<Edge, 'side' | 'inclusive'>>> = {
  equals: { side: 'equals', inclusive: true },
  lessThan: { side: 'to', inclusive: false },
  lessThanEquals: { side: 'to', inclusive: true },
  greaterThan: { side: 'from', inclusive: false },
  greaterThanEquals: { side: 'from', inclusive: true },
};

function read(scale: Scale, text: string): number | undefined {
  if (scale === 'moment') return parseInstant(text);
  return parseDecimal(text) ? Number(text) : undefined;
}

/** Undefined where one side can't be read, so that there is nothing to draw. */
export function lineShape(
  scale: Scale,
  reason: ConditionReason,
  statement: StatementTrace,
): ValueShape | undefined {
  const [written] = Array.isArray(reason.actual) ? (reason.actual as readonly string[]) : [];
  const value = written === undefined ? undefined : read(scale, written);
  if (written === undefined || value === undefined || !Number.isFinite(value)) return undefined;
  const key = reason.key.toLowerCase();
  const edges = statement.elements.flatMap(({ reason: other, path }) => {
    if (other.kind !== 'condition' || other.key.toLowerCase() !== key) return [];
    const listed = other.expected.flatMap((text) => edgeOf(scale, other.operator, text, value, path) ?? []);
    return telling(listed, value) ?? [];
  });
  return edges.length === 0 ? undefined : { kind: 'line', scale, written, value, edges };
}

/** One listed value is enough, so of several the one that holds counts, or else the one that is nearest to hold. */
function telling(listed: readonly Edge[], value: number): Edge | undefined {
  const off = ({ at }: Edge): number => Math.abs(at - value);
  return (
    listed.find(({ holds }) => holds) ??
    listed.reduce<Edge | undefined>((best, one) => (best && off(best) <= off(one) ? best : one), undefined)
  );
}

function edgeOf(scale: Scale, operator: string, text: string, value: number, path: string): Edge | undefined {
  const known = parseOperator(operator);
  const side = known && SIDES[known.comparison];
  const at = read(scale, text);
  if (!known || !side || at === undefined || !Number.isFinite(at)) return undefined;
  return { ...side, written: text, at, operator, path, holds: orderSatisfies(known.comparison, value - at) };
}

/** `2 d 8 h 15 min`, from the largest part that is not zero. */
export function durationText(milliseconds: number): string {
  let rest = Math.round(Math.abs(milliseconds) / 1000);
  const parts: string[] = [];
  for (const [name, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${name}`);
  }
  return parts.slice(0, 3).join(' ') || 'less than a second';
}

const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const;
