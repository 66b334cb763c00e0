/**
 * Condition operators: `[ForAllValues:|ForAnyValue:]Base[IfExists]`.
 * IAM User Guide: "IAM JSON policy elements: Condition operators".
 */

export type OperatorFamily = 'string' | 'numeric' | 'date' | 'bool' | 'binary' | 'ip' | 'arn' | 'null';

/** How a value is compared, without the negation. */
export type Comparison =
  | 'equals'
  | 'equalsIgnoreCase'
  | 'like'
  | 'lessThan'
  | 'lessThanEquals'
  | 'greaterThan'
  | 'greaterThanEquals'
  | 'null';

export interface BaseOperator {
  readonly family: OperatorFamily;
  readonly comparison: Comparison;
  /** The operator is true when the comparison fails for every listed value. */
  readonly negated: boolean;
}

const op = (family: OperatorFamily, comparison: Comparison, negated = false): BaseOperator => ({
  family,
  comparison,
  negated,
});

export const BASE_OPERATORS = {
  StringEquals: op('string', 'equals'),
  StringNotEquals: op('string', 'equals', true),
  StringEqualsIgnoreCase: op('string', 'equalsIgnoreCase'),
  StringNotEqualsIgnoreCase: op('string', 'equalsIgnoreCase', true),
  StringLike: op('string', 'like'),
  StringNotLike: op('string', 'like', true),
  NumericEquals: op('numeric', 'equals'),
  NumericNotEquals: op('numeric', 'equals', true),
  NumericLessThan: op('numeric', 'lessThan'),
  NumericLessThanEquals: op('numeric', 'lessThanEquals'),
  NumericGreaterThan: op('numeric', 'greaterThan'),
  NumericGreaterThanEquals: op('numeric', 'greaterThanEquals'),
  DateEquals: op('date', 'equals'),
  DateNotEquals: op('date', 'equals', true),
  DateLessThan: op('date', 'lessThan'),
  DateLessThanEquals: op('date', 'lessThanEquals'),
  DateGreaterThan: op('date', 'greaterThan'),
  DateGreaterThanEquals: op('date', 'greaterThanEquals'),
  Bool: op('bool', 'equals'),
  BinaryEquals: op('binary', 'equals'),
  IpAddress: op('ip', 'equals'),
  NotIpAddress: op('ip', 'equals', true),
  ArnEquals: op('arn', 'like'),
  ArnNotEquals: op('arn', 'like', true),
  ArnLike: op('arn', 'like'),
  ArnNotLike: op('arn', 'like', true),
  Null: op('null', 'null'),
} as const satisfies Record<string, BaseOperator>;

export type OperatorName = keyof typeof BASE_OPERATORS;

export interface Operator extends BaseOperator {
  readonly name: OperatorName;
  /** `ForAllValues:` or `ForAnyValue:`. */
  readonly set: 'all' | 'any' | undefined;
  readonly ifExists: boolean;
}

const NAMES = new Map<string, OperatorName>(
  (Object.keys(BASE_OPERATORS) as OperatorName[]).map((name) => [name.toLowerCase(), name]),
);

function build(written: string): Operator | undefined {
  let rest = written.toLowerCase();
  let set: Operator['set'];
  if (rest.startsWith('forallvalues:')) {
    set = 'all';
    rest = rest.slice('forallvalues:'.length);
  } else if (rest.startsWith('foranyvalue:')) {
    set = 'any';
    rest = rest.slice('foranyvalue:'.length);
  }
  const ifExists = rest.endsWith('ifexists');
  if (ifExists) rest = rest.slice(0, -'ifexists'.length);
  const name = NAMES.get(rest);
  if (name === undefined || (name === 'Null' && ifExists)) return undefined;
  return { name, ...BASE_OPERATORS[name], set, ifExists };
}

const known = new Map<string, Operator | undefined>();
const KNOWN_LIMIT = 500;

/**
 * The operator that a condition names; undefined for any other text. The documentation shows one spelling;
 * other capitals are read as the same operator.
 */
export function parseOperator(written: string): Operator | undefined {
  if (known.has(written)) return known.get(written);
  const operator = build(written);
  if (known.size < KNOWN_LIMIT) known.set(written, operator);
  return operator;
}
