/** HCL's operators over known values. Specification: "Operations". Undefined where they are not defined. */
import { isNull, Unknown, type Value } from './values';

const number =
  (work: (one: number, other: number) => Value) =>
  (one: Value, other: Value): Value | undefined =>
    typeof one === 'number' && typeof other === 'number' ? work(one, other) : undefined;

const same = (one: Value, other: Value): boolean | undefined =>
  isComposite(one) || isComposite(other)
    ? one === null || other === null
      ? false
      : undefined
    : one === other;

const OPERATORS: Readonly<Record<string, (one: Value, other: Value) => Value | undefined>> = {
  '==': same,
  '!=': (one, other) => {
    const equal = same(one, other);
    return equal === undefined ? undefined : !equal;
  },
  '&&': (one, other) => (typeof one === 'boolean' && typeof other === 'boolean' ? one && other : undefined),
  '||': (one, other) => (typeof one === 'boolean' && typeof other === 'boolean' ? one || other : undefined),
  '+': number((one, other) => one + other),
  '-': number((one, other) => one - other),
  '*': number((one, other) => one * other),
  '/': number((one, other) => one / other),
  '%': number((one, other) => one % other),
  '<': number((one, other) => one < other),
  '>': number((one, other) => one > other),
  '<=': number((one, other) => one <= other),
  '>=': number((one, other) => one >= other),
};

function isComposite(value: Value): boolean {
  return typeof value === 'object' && value !== null;
}

/** `x == null`: what is not null is known of a document or a list, whatever stands open in it. Undefined where it is not asked. */
export function againstNull(operator: string, one: Value, other: Value): boolean | undefined {
  const of = one === null ? other : other === null ? one : undefined;
  if (of === undefined || !/^[=!]=$/.test(operator)) return undefined;
  return of instanceof Unknown && !of.isUnset ? undefined : isNull(of) === (operator === '==');
}

/** The result of an operator over two known values. */
export function operate(operator: string, one: Value, other: Value): Value | undefined {
  return Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator]!(one, other) : undefined;
}
