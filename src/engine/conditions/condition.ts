/**
 * One operator and one key of a Condition block.
 * IAM User Guide: "Condition operators"; "Single-valued vs. multivalued context keys"; "Conditions with multiple
 * context keys or values".
 */
import type { ConditionNode } from '../../language/policy';
import type { OperatorFamily } from '../../language/operators';
import { variablesIn } from '../../language/template';
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

let lastList: readonly [string] = [''];

/** Never changed: all conditions on one key share it. */
function listOf(value: string): readonly string[] {
  if (lastList[0] !== value) lastList = [value];
  return lastList;
}

export type ConditionRule = Extract<ElementReason, { kind: 'condition' }>['by'];

export interface ConditionResult {
  readonly truth: Truth;
  readonly by: ConditionRule;
}

/** What a condition says to a request, and why. */
export class ConditionAnswer {
  // Not hidden from the program as `#` would: thousands are made for one look at a long policy.
  private told: ElementReason | undefined = undefined;

  constructor(
    private readonly node: ConditionNode,
    private readonly value: ContextValue | undefined,
    private readonly result: ConditionResult,
  ) {}

  get truth(): Truth {
    return this.result.truth;
  }

  /** Put together when it is first asked for: most requests are settled by other elements. */
  get reason(): ElementReason {
    this.told ??= {
      kind: 'condition',
      operator: this.node.written,
      key: this.node.key,
      expected: this.node.values,
      actual: actualOf(this.value),
      by: this.result.by,
    };
    return this.told;
  }
}

function actualOf(value: ContextValue | undefined): Extract<ElementReason, { kind: 'condition' }>['actual'] {
  if (value === null) return 'unknown';
  // An empty list says that the request does not have the key.
  if (value === undefined || (typeof value !== 'string' && value.length === 0)) return 'absent';
  return typeof value === 'string' ? listOf(value) : value;
}

const result = (value: Truth, by: ConditionRule): ConditionResult => ({ truth: value, by });

/** An empty text counts as no value where a set or its presence is asked for. */
const isBlank = (values: readonly string[]): boolean => values.every((value) => value === '');

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

  /** The keys that it reads, in small letters: its own, and those of variables. */
  get reads(): readonly string[] {
    const variables = this.variables ? this.node.values.flatMap(variablesIn) : [];
    return [this.lowerKey, ...variables.map((key) => key.toLowerCase())];
  }

  answer(lookup: Lookup): ConditionAnswer {
    const value = lookup(this.lowerKey);
    return new ConditionAnswer(this.node, value, this.evaluate(value, lookup));
  }

  truth(lookup: Lookup): Truth {
    return this.evaluate(lookup(this.lowerKey), lookup).truth;
  }

  /** Is the condition met, and by which rule? `listsValue`: whether the policy lists a value, where that is known already. */
  evaluate(
    value: ContextValue | undefined,
    lookup: Lookup,
    listsValue: (actual: string) => Truth = (actual) => this.lists(actual, lookup),
  ): ConditionResult {
    const { operator, values: listed } = this.node;
    if (operator.family === 'null') return this.evaluateNull(value);
    if (value === null) return result('unknown', 'unknownKey');
    const values = typeof value === 'string' ? listOf(value) : value;
    const absent = values === undefined || values.length === 0;
    if (absent && operator.ifExists) return result('yes', 'absentIfExists');
    if (operator.set === 'all' && (absent || isBlank(values))) return result('yes', 'absentForAll');
    if (operator.set === 'any' && (absent || isBlank(values))) return result('no', 'absentForAny');
    if (absent) return operator.negated ? result('yes', 'absentNegated') : result('no', 'absentPositive');
    if (listed.length === 0) {
      return result(operator.set === undefined ? truth(operator.negated) : 'no', 'noValues');
    }
    return this.compare(values, listsValue);
  }

  /** The listed values that some of these values match, for the telling. */
  matched(values: readonly string[], lookup: Lookup): readonly string[] {
    return this.node.values.filter((_, at) =>
      values.some((value) => this.listed[at]!.test(value, lookup) === 'yes'),
    );
  }

  private compare(values: readonly string[], lists: (actual: string) => Truth): ConditionResult {
    const { operator } = this.node;
    this.#allInvalid ??= this.listed.every((entry) => entry.invalid);
    const by: ConditionRule = this.#allInvalid ? 'invalidValue' : 'value';
    // Several values without a set prefix are not documented: any of them may match.
    if (operator.set === undefined) {
      const any = values.length === 1 ? lists(values[0]!) : some(values, lists);
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
