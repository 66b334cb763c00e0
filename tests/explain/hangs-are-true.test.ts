import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Decision } from '../../src/engine/evaluation';
import { policyAt } from '../../src/case/scenario';
import type { ContextValue, Layer, Policies, Policy, PolicyLevel, Scenario } from '../../src/case/scenario';
import { turnsOut } from '../../src/explain/hangs';
import { layerPlural } from '../../src/explain/layers';
import { markdown } from '../../src/explain/rich';
import { allow, mine } from '../engine/build';
import { completed } from '../engine/change';
import { anyOf } from '../engine/retold';

/**
 * What an undetermined verdict says of how it turns out, read as a sentence and held against what does turn out. To
 * look further, by hand: SEED=7 RUNS=5000 npx vitest run tests/explain/hangs-are-true.test.ts
 */
const SEED = Number(process.env['SEED'] ?? 20261126);
const RUNS = Number(process.env['RUNS'] ?? 150);

const ITEM = '(?:`[^`]*`|an empty value)';
const LIST = `(?:${ITEM}(?:, ${ITEM})* or ${ITEM}|${ITEM})`;
const RELATION =
  'is not less than|is not greater than|is not at most|is not at least|is not before|is not after|is not at or before|is not at or after|is less than|is greater than|is at most|is at least|is before|is after|is at or before|is at or after|is inside|is outside|matches|does not match|is not|is';
const KEY = new RegExp(
  `^\`([a-z0-9]+:[^\`]+)\` (?:(is anything|is absent|is present(?! and)|is empty|is none of the values in the policies)|(is present and )?(${RELATION}) (${LIST})( in any capitals)?(, or is absent)?)`,
);
const LAYER =
  /^the ([a-z ]*(?:policy|policies|boundary|SCPs|RCPs)) (does not |don’t )?(allows?|den(?:y|ies)) `[^`]+`(?: to (the caller itself|the caller or its role|the caller or its user|the role only|its user only|the account only))?/i;
const POLICY =
  /^`([^`]+)` (allows|denies|does not deny|does not allow) `[^`]+`(?: to (the caller itself|the caller or its role|the caller or its user|the role only|its user only|the account only))?( and denies nothing here)?/;
const EITHER = /^the [a-z ]+ or the [a-z ]+ allow it/i;
const BETWEEN = /^(?:, and |, | and )/;

/** The conditions of a sentence; undefined for what this test can't read. */
function conditionsIn(text: string): readonly RegExpExecArray[] | undefined {
  const found: RegExpExecArray[] = [];
  let rest = text;
  while (rest !== '') {
    const next = [EITHER, KEY, LAYER, POLICY].map((form) => form.exec(rest)).find((one) => one !== null);
    if (!next) return undefined;
    found.push(next);
    rest = rest.slice(next[0].length).replace(BETWEEN, '');
  }
  return found;
}

const POSITIVE: Readonly<Record<string, (key: string) => string>> = {
  is: (key) =>
    key === 's3:max-keys'
      ? 'NumericEquals'
      : key === 'aws:CurrentTime'
        ? 'DateEquals'
        : key === 'aws:MultiFactorAuthPresent'
          ? 'Bool'
          : 'StringEquals',
  matches: (key) => (key === 'aws:SourceArn' ? 'ArnLike' : 'StringLike'),
  'is inside': () => 'IpAddress',
  'is less than': () => 'NumericLessThan',
  'is at most': () => 'NumericLessThanEquals',
  'is greater than': () => 'NumericGreaterThan',
  'is at least': () => 'NumericGreaterThanEquals',
  'is before': () => 'DateLessThan',
  'is at or before': () => 'DateLessThanEquals',
  'is after': () => 'DateGreaterThan',
  'is at or after': () => 'DateGreaterThanEquals',
};
const NEGATIVE: Readonly<Record<string, string>> = { 'does not match': 'matches', 'is outside': 'is inside' };

function relates(
  key: string,
  relation: string,
  values: readonly string[],
  anyCapitals: boolean,
  actual: ContextValue,
): boolean {
  const negated = relation in NEGATIVE || relation.startsWith('is not');
  const positive = NEGATIVE[relation] ?? relation.replace(/^is not/, 'is');
  const operator = `${POSITIVE[positive]!(key)}${anyCapitals ? 'IgnoreCase' : ''}`;
  // A value is told as it is; what looks like a variable is none.
  const plain = values.map((value) => value.replaceAll('${', '${$}{'));
  const condition = { [operator]: { 'x:actual': plain } };
  const given = mine([allow({ Condition: condition })], { context: { 'x:actual': actual } });
  return (evaluate(given).decision === 'Allowed') !== negated;
}

function keyHolds(
  [, key, plain, present, relation, list, capitals, orAbsent]: RegExpExecArray,
  { request }: Scenario,
): boolean | undefined {
  const actual = request.context?.[key!];
  if (plain === 'is anything') return true;
  if (plain === 'is absent') return actual === undefined;
  if (plain === 'is present') return actual !== undefined;
  if (plain !== undefined || Array.isArray(actual)) return undefined;
  if (actual === undefined)
    return orAbsent !== undefined || (present === undefined && /not|outside/.test(relation!));
  const values = [...list!.matchAll(/`([^`]*)`|an empty value/g)].map(([, value = '']) => value);
  return relates(key!, relation!, values, capitals !== undefined, actual);
}

/** What a policy says that stands in for one that could not be seen. */
function effectOf(policy: Policy | undefined): 'allows' | 'denies' | 'silent' {
  const document = policy?.document as { Statement: { Effect: string }[] } | undefined;
  const statement = document?.Statement[0];
  return statement === undefined ? 'silent' : statement.Effect === 'Deny' ? 'denies' : 'allows';
}

/** Whom its Allow names: the caller itself, what stands behind it, or only the account. */
function grantOf(policy: Policy, { request }: Scenario): 'direct' | 'role' | 'account' {
  const [statement] = (policy.document as { Statement: { Principal?: { AWS?: string } | '*' }[] }).Statement;
  const named = statement?.Principal;
  if (typeof named !== 'object' || named.AWS === undefined || named.AWS === request.principal)
    return request.principal.includes(':role/') && named !== '*' ? 'role' : 'direct';
  return /^\d{12}$/.test(named.AWS) ? 'account' : 'role';
}

const REACHES: Readonly<Record<string, readonly string[]>> = {
  'the caller itself': ['direct'],
  'the caller or its role': ['direct', 'role'],
  'the caller or its user': ['direct', 'role'],
  'the role only': ['role'],
  'its user only': ['role'],
  'the account only': ['account'],
};

function said(
  policy: Policy,
  negated: boolean,
  verb: string,
  whom: string | undefined,
  asked: Scenario,
): boolean {
  const effect = effectOf(policy);
  if (!verb.startsWith('allow')) return (effect === 'denies') !== negated;
  const reaches = whom === undefined || REACHES[whom]!.includes(grantOf(policy, asked));
  return (effect === 'allows' && reaches) !== negated;
}

function firstPolicy(policies: Policies, layer: Layer): Policy {
  const value = policies[layer] as unknown;
  const first: unknown = Array.isArray(value) ? (value as unknown[])[0] : value;
  return (layer === 'scp' || layer === 'rcp' ? (first as PolicyLevel).policies[0] : first) as Policy;
}

/** Does the condition hold in a completion? Undefined where it can't be told. */
function holds(condition: RegExpExecArray, asked: Scenario, completion: Scenario): boolean | undefined {
  const text = condition[0];
  const hidden = (Object.keys(asked.policies) as Layer[]).filter(
    (layer) => asked.policies[layer] === 'unknown',
  );
  if (EITHER.test(text)) {
    return hidden.some(
      (layer) =>
        ['identity', 'resource'].includes(layer) &&
        effectOf(firstPolicy(completion.policies, layer)) === 'allows',
    );
  }
  if (KEY.test(text)) return keyHolds(condition, completion);
  if (LAYER.test(text)) {
    const layer = hidden.find((one) => layerPlural(one, asked.request).name === condition[1]);
    if (layer === undefined) throw new Error(`no hidden layer in ${text}`);
    const policy = firstPolicy(completion.policies, layer);
    return said(policy, condition[2] !== undefined, condition[3]!, condition[4], asked);
  }
  const open = evaluate(asked).dependsOn.flatMap((one) =>
    one.kind === 'policy' && one.name === condition[1] ? [one] : [],
  );
  if (open.length !== 1) return undefined;
  const policy = policyAt(completion.policies, open[0]!.address)!;
  const verb = condition[2]!.replace('does not ', '');
  return said(policy, verb !== condition[2], verb, condition[3], asked);
}

/** True, false, or undefined where it can't be told. */
function allHold(
  conditions: readonly RegExpExecArray[],
  asked: Scenario,
  completion: Scenario,
): boolean | undefined {
  const each = conditions.map((condition) => holds(condition, asked, completion));
  if (each.includes(false)) return false;
  return each.includes(undefined) ? undefined : true;
}

const isAllowed = (decision: Decision): boolean => decision === 'Allowed';

describe('how it turns out', () => {
  it.each(['bucket', 'queue', 'key', 'role', 'topic', 'serviceLinked'] as const)(
    'is told as it is: %s',
    (theme) => {
      fc.assert(
        fc.property(anyOf(theme, true), fc.infiniteStream(fc.nat()), (asked, numbers) => {
          const evaluation = evaluate(asked);
          const aside = turnsOut(asked, evaluation);
          if (!aside) return;
          const text = markdown(aside.text);
          const only = /^\*\*Allowed\*\* only if (.*?)\. \*\*Denied\*\* otherwise\./.exec(text);
          const unless =
            /^\*\*Denied\*\* unless (.*?)\.(?: \*\*Allowed\*\*, for one, if (.*?)\.)?(?: |$)/.exec(text);
          const ways =
            /^\*\*Allowed\*\*, for one, if (.*?)\. \*\*Denied\*\*, for one, if (.*?)\.(?: |$)/.exec(text);
          const needed = only || unless ? conditionsIn((only ?? unless)![1]!) : [];
          const enough = only?.[1] ?? unless?.[2] ?? ways?.[1];
          const allowed = enough === undefined ? [] : conditionsIn(enough);
          const denied = ways ? conditionsIn(ways[2]!) : [];
          // Every sentence has to be one that this test can read.
          if (!needed || !allowed || !denied) throw new Error(`not read: ${text}`);
          for (let round = 0; round < 12; round += 1) {
            const completion = completed(asked, numbers);
            const found = evaluate(completion).decision;
            if (found === 'Undetermined') continue;
            const told = `${text}\n${JSON.stringify(completion)}`;
            if (allHold(needed, asked, completion) === false) expect(isAllowed(found), told).toBe(false);
            if (enough !== undefined && allHold(allowed, asked, completion) === true)
              expect(isAllowed(found), told).toBe(true);
            if (ways && allHold(denied, asked, completion) === true)
              expect(isAllowed(found), told).toBe(false);
          }
        }),
        { numRuns: RUNS, seed: SEED },
      );
    },
  );
});
