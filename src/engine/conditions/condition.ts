/**
 * One operator and one key of a Condition block.
 * IAM User Guide: "Condition operators"; "Single-valued vs. multivalued context keys"; "Conditions with multiple
 * context keys or values".
 */
import type { ConditionNode } from '../../language/policy';
import type { OperatorFamily } from '../../language/operators';
import type { ElementReason, Truth } from '../evaluation';
import type { ContextValue } from '../../case/scenario';
import type { Lookup } from '../request/lookup';
import { every, not, or, some, truth } from '../truth';
import { arnValue } from './arn';
import { binaryValue } from './binary';
import { dateValue } from './date';
import { ipValue } from './ip';
import { numericValue } from './numeric';
import { boolValue, parseBool, stringValue } from './text';
import { NEVER } from './values';
import type { ListedValue } from './values';

type ReadListed = (node: ConditionNode, listed: string, variables: boolean) => ListedValue;

const LISTED: Readonly<Record<OperatorFamily, ReadListed>> = {
  string: (node, listed, variables) => stringValue(node.operator.comparison, listed, variables),
  numeric: (node, listed) => numericValue(node.operator.comparison, listed),
  date: (node, listed) => dateValue(node.operator.comparison, listed),
  bool: (_node, listed, variables) => boolValue(listed, variables),
  binary: (_node, listed) => binaryValue(listed),
  ip: (_node, listed) => ipValue(listed),
  arn: (_node, listed, variables) => arnValue(listed, variables),
  null: () => NEVER,
};

export type ConditionRule = Extract<ElementReason, { kind: 'condition' }>['by'];

export interface ConditionResult {
  readonly truth: Truth;
  readonly by: ConditionRule;
}

function actualOf(value: ContextValue | undefined): Extract<ElementReason, { kind: 'condition' }>['actual'] {
  if (value === null) return 'unknown';
  // An empty list says that the request does not have the key.
  if (value === undefined || (typeof value !== 'string' && value.length === 0)) return 'absent';
  return typeof value === 'string' ? [value] : value;
}

const RESULTS: Readonly<Record<Truth, Partial<Record<ConditionRule, ConditionResult>>>> = {
  yes: {},
  no: {},
  unknown: {},
};

/** There are few, and long policies give thousands: each is made once. */
function result(value: Truth, by: ConditionRule): ConditionResult {
  return (RESULTS[value][by] ??= { truth: value, by });
}

/** An empty text counts as no value where a set or its presence is asked for. */
const isBlank = (values: readonly string[]): boolean => values.every((value) => value.length === 0);

export class Condition {
  readonly lowerKey: string;
  #listed: readonly ListedValue[] | undefined;
  #allInvalid: boolean | undefined;

  constructor(
    readonly node: ConditionNode,
    /** Does the policy's version give variables a meaning? */
    readonly variables: boolean,
  ) {
    this.lowerKey = node.key.toLowerCase();
  }

  /** The listed values, read when they are first needed: most statements fail on their action. */
  private get listed(): readonly ListedValue[] {
    this.#listed ??= this.node.values.map((value) =>
      LISTED[this.node.operator.family](this.node, value, this.variables),
    );
    return this.#listed;
  }

  truth(lookup: Lookup): Truth {
    return this.evaluate(lookup(this.lowerKey), lookup).truth;
  }

  /** Is the condition met, and by which rule? `listsValue`: whether the policy lists a value, where that is known already. */
  evaluate(
    value: ContextValue | undefined,
    lookup: Lookup,
    listsValue?: (actual: string) => Truth,
  ): ConditionResult {
    const { operator, values: listed } = this.node;
    // One value and an operator without a set prefix: most of them, so the way to it is short.
    if (typeof value === 'string' && !listsValue && operator.set === undefined && operator.family !== 'null')
      return this.evaluateOne(value, lookup);
    if (operator.family === 'null') return this.evaluateNull(value);
    if (value === null) return result('unknown', 'unknownKey');
    const values = typeof value === 'string' ? [value] : value;
    const absent = values === undefined || values.length === 0;
    if (absent && operator.ifExists) return result('yes', 'absentIfExists');
    if (operator.set === 'all' && (absent || isBlank(values))) return result('yes', 'absentForAll');
    if (operator.set === 'any' && (absent || isBlank(values))) return result('no', 'absentForAny');
    if (absent) return operator.negated ? result('yes', 'absentNegated') : result('no', 'absentPositive');
    if (listed.length === 0) {
      return result(operator.set === undefined ? truth(operator.negated) : 'no', 'noValues');
    }
    return this.compare(values, lookup, listsValue);
  }

  /** Why it says so. */
  reason(value: ContextValue | undefined, by: ConditionRule): ElementReason {
    const { written: operator, key, values: expected } = this.node;
    return { kind: 'condition', operator, key, expected, actual: actualOf(value), by };
  }

  /** The listed values that some of these values match, for the telling. */
  matched(values: readonly string[], lookup: Lookup): readonly string[] {
    return this.node.values.filter((_, at) =>
      values.some((value) => this.listed[at]!.test(value, lookup) === 'yes'),
    );
  }

  private evaluateOne(value: string, lookup: Lookup): ConditionResult {
    const { operator, values } = this.node;
    if (values.length === 0) return result(truth(operator.negated), 'noValues');
    const listed = this.lists(value, lookup);
    return result(operator.negated ? not(listed) : listed, this.by);
  }

  /** The rule that settles it where values are compared. */
  private get by(): ConditionRule {
    this.#allInvalid ??= this.listed.every((entry) => entry.invalid);
    return this.#allInvalid ? 'invalidValue' : 'value';
  }

  private compare(
    values: readonly string[],
    lookup: Lookup,
    listsValue: ((actual: string) => Truth) | undefined,
  ): ConditionResult {
    const { operator } = this.node;
    const { by } = this;
    const lists = listsValue ?? ((actual: string): Truth => this.lists(actual, lookup));
    // Several values without a set prefix are not documented: any of them may match.
    if (operator.set === undefined) {
      const any = some(values, lists);
      return result(operator.negated ? not(any) : any, by);
    }
    const one = (actual: string): Truth => {
      const listed = lists(actual);
      return operator.negated ? not(listed) : listed;
    };
    return result(operator.set === 'all' ? every(values, one) : some(values, one), by);
  }

  /** Is it one of the listed values? */
  private lists(actual: string, lookup: Lookup): Truth {
    let found: Truth = 'no';
    for (const entry of this.listed) {
      const one = entry.test(actual, lookup);
      if (one === 'yes') return one;
      if (one === 'unknown') found = one;
    }
    return found;
  }

  /** `Null: true` asks for the key's absence, `false` for its presence. */
  private evaluateNull(value: ContextValue | undefined): ConditionResult {
    const { operator, values: listed } = this.node;
    if (operator.set === 'all') return result('yes', 'null');
    if (operator.set === 'any') return result('no', 'null');
    if (value === null) return result('unknown', 'unknownKey');
    const present = typeof value === 'string' ? value !== '' : value !== undefined && !isBlank(value);
    const holds = (text: string): Truth => {
      const asked = parseBool(text);
      return truth(asked !== undefined && asked !== present);
    };
    return result(
      listed.reduce<Truth>((found, text) => or(found, holds(text)), 'no'),
      'null',
    );
  }
}
