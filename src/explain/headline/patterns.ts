/**
 * What a matching Deny denies, in words, for statements with at most one condition. A phrase is used only where
 * it says exactly what the condition says; anything else is told by the action alone.
 */
import type { ElementReason, StatementTrace } from '../../engine/evaluation';
import { operatorParts } from '../elements/operators';
import { code, inWords, rich, richList } from '../rich';
import type { Rich } from '../types';

type Condition = Extract<ElementReason, { kind: 'condition' }>;

/** `everything outside two Regions`, `` `s3:GetObject` without TLS ``, or the action alone. */
export function deniedWhat(statement: StatementTrace, action: string): Rich {
  const conditions = statement.elements.flatMap(({ reason }) =>
    reason.kind === 'condition' ? [reason] : [],
  );
  const object = coversEverything(statement) ? rich`everything` : rich`${code(action)}`;
  const [only] = conditions;
  if (only === undefined) return rich`${code(action)}`;
  const restriction = conditions.length === 1 ? restrictionOf(only) : undefined;
  return restriction ? rich`${object} ${restriction}` : rich`${code(action)}`;
}

function coversEverything({ elements }: StatementTrace): boolean {
  const any = (name: string, kind: string) =>
    elements.some(
      ({ element, reason }) =>
        element === name && reason.kind === kind && 'pattern' in reason && reason.pattern === '*',
    );
  return any('Action', 'actionMatched') && any('Resource', 'resourceMatched');
}

/** The condition of a Deny as the end of a sentence; undefined where no short phrase is exact. */
function restrictionOf(condition: Condition): Rich | undefined {
  const parts = operatorParts(condition.operator);
  if (parts.set || condition.by === 'invalidValue' || condition.by === 'unknownOperator') return undefined;
  if (condition.expected.length === 0 || condition.expected.some((value) => value.includes('${'))) {
    return undefined;
  }
  const known = KNOWN[condition.key.toLowerCase()]?.(condition, parts);
  return known ?? general(condition, parts);
}

type Phrase = (condition: Condition, parts: ReturnType<typeof operatorParts>) => Rich | undefined;

/** A negated operator without IfExists: also true when the key is absent, so "outside" and "except" hold. */
const unless =
  (
    phrase: (values: readonly string[]) => Rich,
    bases: RegExp = /^string(not(equals|equalsignorecase))$/i,
  ): Phrase =>
  ({ expected }, { base, negated, ifExists }) =>
    negated && !ifExists && bases.test(base) ? phrase(expected) : undefined;

const KNOWN: Readonly<Record<string, Phrase>> = {
  // Always present, so IfExists changes nothing.
  'aws:requestedregion': ({ expected }, { base, negated }) =>
    negated && /^stringnotequals/i.test(base)
      ? expected.length === 1
        ? rich`outside ${code(expected[0]!)}`
        : rich`outside ${inWords(expected.length)} Regions`
      : undefined,
  'aws:securetransport': ({ expected }, { base }) =>
    /^bool$/i.test(base) && isFalse(expected) ? rich`without TLS` : undefined,
  'aws:multifactorauthpresent': ({ expected }, { base, ifExists }) =>
    /^bool$/i.test(base) && isFalse(expected)
      ? ifExists
        ? rich`without MFA`
        : rich`in sessions without MFA`
      : undefined,
  'aws:sourceip': ({ expected }, { base, ifExists }) =>
    /^notipaddress$/i.test(base) && !ifExists
      ? expected.length === 1
        ? rich`from outside ${code(expected[0]!)}`
        : rich`from outside ${inWords(expected.length)} address ranges`
      : undefined,
  'aws:sourcevpce': unless((values) =>
    values.length === 1
      ? rich`except through ${code(values[0]!)}`
      : rich`except through ${inWords(values.length)} VPC endpoints`,
  ),
  'aws:sourcevpc': unless((values) =>
    values.length === 1
      ? rich`except from ${code(values[0]!)}`
      : rich`except from ${inWords(values.length)} VPCs`,
  ),
  'aws:principalorgid': unless((values) =>
    values.length === 1
      ? rich`to callers outside ${code(values[0]!)}`
      : rich`to callers outside ${inWords(values.length)} organizations`,
  ),
  'aws:principalaccount': unless((values) =>
    values.length === 1
      ? rich`to callers outside account ${code(values[0]!)}`
      : rich`to callers outside ${inWords(values.length)} accounts`,
  ),
  'aws:resourceorgid': unless((values) =>
    values.length === 1
      ? rich`on resources outside ${code(values[0]!)}`
      : rich`on resources outside ${inWords(values.length)} organizations`,
  ),
  'aws:resourceaccount': unless((values) =>
    values.length === 1
      ? rich`on resources outside account ${code(values[0]!)}`
      : rich`on resources outside ${inWords(values.length)} accounts`,
  ),
  'aws:principalarn': unless(
    (values) =>
      values.length === 1
        ? rich`to all but ${code(values[0]!)}`
        : rich`to all but ${inWords(values.length)} principals`,
    /^(arnnot(like|equals)|stringnot(like|equals))$/i,
  ),
};

function isFalse(values: readonly string[]): boolean {
  return values.length === 1 && values[0]!.toLowerCase() === 'false';
}

/** Any other key: `unless key is value`, `when key is value`; two values at most, to stay one sentence. */
function general(
  condition: Condition,
  { base, negated, ifExists, relation }: ReturnType<typeof operatorParts>,
): Rich | undefined {
  const key = code(condition.key);
  if (/^null$/i.test(base)) {
    return isFalse(condition.expected) ? rich`when ${key} is present` : rich`when ${key} is absent`;
  }
  if (!relation || condition.expected.length > 2) return undefined;
  const values = richList(
    condition.expected.map((value) => rich`${code(value)}`),
    'or',
  );
  const verb = relation.plain ? 'is' : relation.holds;
  if (!negated)
    return ifExists ? rich`when ${key} ${verb} ${values}, or absent` : rich`when ${key} ${verb} ${values}`;
  return ifExists
    ? rich`when ${key} is present, unless it ${verb} ${values}`
    : rich`unless ${key} ${verb} ${values}`;
}
