/** Values that meet a condition, and limits that a value meets. */
import { parseInstant } from '../../engine/conditions/date';
import { addressInside } from '../../engine/unknowns/scalars';
import { operatorParts } from '../elements/operators';

const DAY = 86_400_000;

type Order = 'lessthan' | 'lessthanequals' | 'greaterthan' | 'greaterthanequals';

/** The comparison of a numeric or date operator that has a limit. */
function orderOf(operator: string): readonly ['numeric' | 'date', Order] | undefined {
  const parts = /^(numeric|date)((?:less|greater)than(?:equals)?)$/i.exec(operatorParts(operator).base);
  return parts
    ? [parts[1]!.toLowerCase() as 'numeric' | 'date', parts[2]!.toLowerCase() as Order]
    : undefined;
}

/** Where a limit would have to stand for the value to meet it; dates move by whole days. Undefined without a limit. */
export function limitFor(operator: string, value: string): string | undefined {
  const found = orderOf(operator);
  if (!found) return undefined;
  const [type, order] = found;
  if (type === 'numeric') {
    const step = { lessthan: 1, lessthanequals: 0, greaterthan: -1, greaterthanequals: 0 }[order];
    return Number.isFinite(Number(value)) ? String(Number(value) + step) : undefined;
  }
  const instant = parseInstant(value);
  if (instant === undefined) return undefined;
  const midnight = Math.floor(instant / DAY) * DAY;
  return isoDay(order.startsWith('less') ? midnight + DAY : midnight === instant ? midnight - DAY : midnight);
}

function isoDay(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 10)}T00:00:00Z`;
}

export interface Wanted {
  readonly value: string;
  /** As the policy writes it: for an address its range. */
  readonly shown: string;
}

/** A value that meets the condition; undefined where none can be told, as for patterns. */
export function valueFor(operator: string, listed: string): Wanted | undefined {
  const { base, relation } = operatorParts(operator);
  if (/^(not)?ipaddress$/i.test(base)) {
    const value = addressInside(listed);
    return value === undefined ? undefined : { value, shown: listed };
  }
  const order = orderOf(operator);
  if (order?.[0] === 'numeric' && Number.isFinite(Number(listed))) {
    const step = { lessthan: -1, lessthanequals: 0, greaterthan: 1, greaterthanequals: 0 }[order[1]];
    const value = String(Number(listed) + step);
    return { value, shown: value };
  }
  const isPattern = /like$/i.test(base) || /^arn/i.test(base);
  const exact = relation?.plain === true || (isPattern && !/[*?]/.test(listed));
  return exact ? { value: listed, shown: listed } : undefined;
}
