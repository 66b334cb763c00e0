/**
 * What a matching Deny denies, in words, where a short phrase says exactly what its conditions say; anything else is
 * told by the action alone. An absent key makes a negated operator true, with `IfExists` or without, so `outside` and
 * `except` hold for it too. Page: "IAM JSON policy elements: Condition operators".
 */
import type { ConditionReason, StatementTrace } from '../../engine/evaluation';
import { operatorParts } from '../elements/operators';
import type { OperatorParts } from '../elements/operators';
import { code, inWords, rich, richList } from '../rich';
import type { Rich } from '../types';

/** `everything outside two Regions`, `` `s3:GetObject` without TLS ``, or the action alone. */
export function deniedWhat(statement: StatementTrace, action: string): Rich {
  const conditions = statement.elements.flatMap(({ reason }) =>
    reason.kind === 'condition' ? [reason] : [],
  );
  if (conditions.length === 0) {
    const exempts = statement.elements.some(({ element }) => element === 'NotPrincipal');
    return exempts
      ? rich`${code(action)} to everyone its NotPrincipal doesn’t exempt`
      : rich`${code(action)}`;
  }
  const restriction = restrictionOf(conditions);
  const object = coversEverything(statement) ? rich`everything` : rich`${code(action)}`;
  return restriction ? rich`${object} ${restriction}` : rich`${code(action)}`;
}

function coversEverything({ elements }: StatementTrace): boolean {
  const any = (name: string) =>
    elements.some(({ element, reason }) => element === name && 'pattern' in reason && reason.pattern === '*');
  return any('Action') && any('Resource');
}

/** One main condition, and what is exempt from it; undefined where that is not all there is. */
function restrictionOf(conditions: readonly ConditionReason[]): Rich | undefined {
  const exemptions = conditions.map(exemptionOf);
  const main = conditions.filter((_, at) => conditions.length === 1 || exemptions[at] === undefined);
  const [only] = main;
  if (!only || main.length > 1) return undefined;
  const phrase = phraseOf(only);
  const saved =
    conditions.length === 1 ? [] : exemptions.flatMap((exemption) => (exemption ? [exemption] : []));
  if (!phrase || saved.length > 2) return undefined;
  return saved.length === 0 ? phrase : rich`${phrase}, save ${richList(saved)}`;
}

/** A condition that only lets some callers off: they have a value that keeps the Deny from matching. */
function exemptionOf(condition: ConditionReason): Rich | undefined {
  const parts = operatorParts(condition.operator);
  if (!isTellable(condition, parts)) return undefined;
  const isFlag = /^bool$/i.test(parts.base) && isFalse(condition.expected);
  switch (condition.key.toLowerCase()) {
    case 'aws:principalisawsservice':
      return isFlag && parts.ifExists ? rich`AWS services` : undefined;
    case 'aws:viaawsservice':
      return isFlag ? rich`calls AWS services make in turn` : undefined;
    case 'aws:principalarn':
      if (!parts.negated) return undefined;
      return condition.expected.length === 1
        ? rich`${code(condition.expected[0]!)}`
        : rich`${inWords(condition.expected.length)} principals`;
    default:
      return undefined;
  }
}

function isTellable(condition: ConditionReason, { set }: OperatorParts): boolean {
  return (
    set === undefined &&
    condition.by !== 'invalidValue' &&
    condition.by !== 'unknownOperator' &&
    condition.expected.length > 0 &&
    !condition.expected.some((value) => value.includes('${'))
  );
}

function phraseOf(condition: ConditionReason): Rich | undefined {
  const parts = operatorParts(condition.operator);
  if (!isTellable(condition, parts)) return undefined;
  return KNOWN[condition.key.toLowerCase()]?.(condition, parts) ?? general(condition, parts);
}

type Phrase = (condition: ConditionReason, parts: OperatorParts) => Rich | undefined;

const EQUALS = /^stringnotequals/i;

/** `outside` and `except`: everything but the listed values. */
const unless =
  (word: string, one: string, many: string, base: RegExp = EQUALS): Phrase =>
  ({ expected }, parts) => {
    if (!parts.negated || !base.test(parts.base)) return undefined;
    return expected.length === 1
      ? rich`${word}${one && ` ${one}`} ${code(expected[0]!)}`
      : rich`${word} ${inWords(expected.length)} ${many}`;
  };

const without =
  (words: string, whenAbsentToo: string): Phrase =>
  ({ expected }, { base, ifExists }) =>
    /^bool$/i.test(base) && isFalse(expected) ? rich`${ifExists ? whenAbsentToo : words}` : undefined;

const KNOWN: Readonly<Record<string, Phrase>> = {
  'aws:requestedregion': unless('outside', '', 'Regions'),
  'aws:securetransport': without('without TLS', 'without TLS'),
  // Long-term keys carry no MFA keys at all: only IfExists reaches them.
  'aws:multifactorauthpresent': without('in sessions without MFA', 'without MFA'),
  'aws:sourceip': unless('from outside', '', 'address ranges', /^notipaddress$/i),
  'aws:sourcevpce': unless('except through', '', 'VPC endpoints'),
  'aws:sourcevpc': unless('except inside', '', 'VPCs'),
  'aws:principalorgid': unless('to callers outside', '', 'organizations'),
  'aws:principalaccount': unless('to callers outside', 'account', 'accounts'),
  'aws:resourceorgid': unless('on resources outside', '', 'organizations'),
  'aws:resourceaccount': unless('on resources outside', 'account', 'accounts'),
  'aws:principalarn': unless(
    'to all but',
    '',
    'principals',
    /^(arnnot(like|equals)|stringnot(like|equals))$/i,
  ),
};

function isFalse(values: readonly string[]): boolean {
  return values.length === 1 && values[0]!.toLowerCase() === 'false';
}

/** Any other key: `unless key is value`, `when key is value`; two values at most, to stay one sentence. */
function general(
  condition: ConditionReason,
  { base, negated, ifExists, relation }: OperatorParts,
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
  if (negated) return rich`unless ${key} ${verb} ${values}`;
  return ifExists ? rich`when ${key} ${verb} ${values}, or is absent` : rich`when ${key} ${verb} ${values}`;
}
