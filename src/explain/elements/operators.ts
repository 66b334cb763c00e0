/**
 * What each condition operator says, as a relation between the request's value and the policy's.
 * Page: "IAM JSON policy elements: Condition operators".
 */

export interface Relation {
  /** `a` stands against `b`, when the positive form holds: `is`, `matches`, `is inside`. */
  readonly holds: string;
  readonly fails: string;
  /** When it fails the value itself tells: `is eu-north-1, not eu-west-1`. */
  readonly plain: boolean;
  /** What both sides have to be, for a value that can't be compared. */
  readonly type: string;
  /** Capitals and small letters are the same. */
  readonly anyCapitals?: true;
}

const TEXT: Relation = { holds: 'equals', fails: 'does not equal', plain: true, type: 'text' };
const PATTERN: Relation = { holds: 'matches', fails: 'does not match', plain: false, type: 'text' };
const ARN: Relation = { ...PATTERN, type: 'an ARN' };
const NUMBER = (holds: string): Relation => ({
  holds: `is ${holds}`,
  fails: `is not ${holds}`,
  plain: false,
  type: 'a number',
});
const DATE = (holds: string): Relation => ({
  holds: `is ${holds}`,
  fails: `is not ${holds}`,
  plain: false,
  type: 'a date',
});

const RELATIONS: Readonly<Record<string, Relation>> = {
  stringequals: TEXT,
  stringequalsignorecase: { ...TEXT, anyCapitals: true },
  stringlike: PATTERN,
  numericequals: { ...TEXT, type: 'a number' },
  numericlessthan: NUMBER('less than'),
  numericlessthanequals: NUMBER('at most'),
  numericgreaterthan: NUMBER('greater than'),
  numericgreaterthanequals: NUMBER('at least'),
  dateequals: { ...TEXT, type: 'a date' },
  datelessthan: DATE('before'),
  datelessthanequals: DATE('at or before'),
  dategreaterthan: DATE('after'),
  dategreaterthanequals: DATE('at or after'),
  bool: { ...TEXT, type: 'true or false' },
  binaryequals: { ...TEXT, type: 'base64' },
  ipaddress: { holds: 'is inside', fails: 'is outside', plain: false, type: 'an IP address or range' },
  arnequals: ARN,
  arnlike: ARN,
};

export interface OperatorParts {
  /** As written, without prefix and `IfExists`. */
  readonly base: string;
  readonly set?: 'ForAllValues' | 'ForAnyValue';
  readonly ifExists: boolean;
  readonly negated: boolean;
  readonly relation: Relation | undefined;
}

/** Takes an operator's name apart: set prefix, negation, `IfExists`. Names compare without regard to case. */
export function operatorParts(operator: string): OperatorParts {
  const [, prefix, rest] = /^(?:(ForAllValues|ForAnyValue):)?(.*)$/is.exec(operator)!;
  const ifExists = /ifexists$/i.test(rest!);
  const base = ifExists ? rest!.slice(0, -'IfExists'.length) : rest!;
  const folded = base.toLowerCase();
  const negated = /^(string|numeric|date|arn)not|^notip/.test(folded);
  const positive = negated ? folded.replace('not', '') : folded;
  const set = prefix?.toLowerCase();
  return {
    base,
    ...(set === 'forallvalues' ? { set: 'ForAllValues' as const } : {}),
    ...(set === 'foranyvalue' ? { set: 'ForAnyValue' as const } : {}),
    ifExists,
    negated,
    relation: RELATIONS[positive],
  };
}
