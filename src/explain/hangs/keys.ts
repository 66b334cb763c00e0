/**
 * What each value of an unknown key would make of the verdict. Values that the policies tell apart are tried one by
 * one; where they can't be listed (patterns, ranges) one value stands for all that match, one for all that do not.
 */
import { globalKey } from '../../catalog/global-keys';
import { evaluate } from '../../engine/evaluate';
import type { ConditionReason, Evaluation, Hinge } from '../../engine/evaluation';
import { listPolicies, policyText } from '../../case/scenario';
import type { Policies, Scenario } from '../../case/scenario';
import { unlisted } from '../../engine/unknowns/scalars';
import { PUBLIC_ACLS, PUBLIC_GROUPS } from '../../engine/services/s3';
import { operatorParts } from '../elements/operators';
import type { Relation } from '../elements/operators';
import { statementsInPlay } from '../facts';
import { code, rich, richList } from '../rich';
import type { Rich } from '../types';
import { keySent } from '../../engine/request/presence';
import { setContext } from '../../case/edits';
import { isUniqueId } from '../../language/unique-id';

type Outcome = 'allowed' | 'denied' | 'open';

export interface KeyClass {
  readonly kind: 'listed' | 'other' | 'absent';
  /** Of listed values: as written in the policies. */
  readonly values: readonly string[];
  readonly outcome: Outcome;
}

export interface KeyClasses {
  readonly relation: Relation;
  readonly classes: readonly KeyClass[];
}

/** Undefined where the conditions on the key can't be brought under one relation. */
export function keyClasses(
  key: string,
  hinge: Hinge | undefined,
  scenario: Scenario,
  evaluation: Evaluation,
): KeyClasses | undefined {
  const conditions = conditionsOn(key, evaluation);
  const [first] = conditions;
  if (isTied(key, scenario, evaluation)) return undefined;
  const acl = aclClasses(key, conditions, hinge, scenario, evaluation);
  if (acl !== 'none') return acl;
  if (!first) return undefined;
  if (conditions.some(({ operator }) => operatorParts(operator).set !== undefined)) return undefined;
  const { base, relation } = operatorParts(first.operator);
  if (!relation || conditions.some((other) => operatorParts(other.operator).relation !== relation))
    return undefined;
  const listed = distinct(
    conditions.flatMap(({ expected }) => expected),
    relation,
  );
  if (listed.length === 0) return undefined;
  const outcomeOf = (value: string | undefined) => outcome(key, value, scenario);
  const absent: readonly KeyClass[] = mayBeAbsent(key, scenario)
    ? [{ kind: 'absent', values: [], outcome: outcomeOf(undefined) }]
    : [];
  if (/^bool$/i.test(base)) {
    const flags = ['true', 'false'].map((value): KeyClass => listedClass([value], outcomeOf(value)));
    return { relation, classes: [...flags, ...absent] };
  }
  if (relation.plain) {
    const each = listed.map((value) => listedClass([value], outcomeOf(value)));
    const other = otherValue(hinge) ?? unlisted(listed);
    const rest: KeyClass = { kind: 'other', values: [], outcome: outcomeOf(other) };
    return { relation, classes: [...each, rest, ...absent] };
  }
  // Patterns and ranges: exact only where all conditions list the same.
  const same = conditions.every(({ expected }) => expected.join('\n') === first.expected.join('\n'));
  const inside = valueOf(hinge, true);
  const outside = valueOf(hinge, false);
  if (!same || inside === undefined || outside === undefined) return undefined;
  const matched = listedClass(listed, outcomeOf(inside));
  const rest: KeyClass = { kind: 'other', values: [], outcome: outcomeOf(outside) };
  return { relation, classes: [matched, rest, ...absent] };
}

/** Headers that Block Public Access looks at, which it does not take from any policy. S3 User Guide: "Blocking public access". */
function aclClasses(
  key: string,
  conditions: readonly ConditionReason[],
  hinge: Hinge | undefined,
  scenario: Scenario,
  evaluation: Evaluation,
): KeyClasses | 'none' | undefined {
  const looked = evaluation.steps.some(({ notes }) => notes.includes('s3-block-public-acls'));
  const header = /^s3:x-amz-(acl|grant-.+)$/i.exec(key)?.[1]?.toLowerCase();
  if (!looked || header === undefined) return 'none';
  const canned = header === 'acl';
  const plain = conditions.every(({ operator }) => operatorParts(operator).relation?.plain === true);
  const sets = conditions.some(({ operator }) => operatorParts(operator).set !== undefined);
  const outside = otherValue(hinge);
  if (outside === undefined || sets || !(canned ? plain : conditions.length === 0)) return undefined;
  const rest: KeyClass = { kind: 'other', values: [], outcome: outcome(key, outside, scenario) };
  const absent: KeyClass = { kind: 'absent', values: [], outcome: outcome(key, undefined, scenario) };
  if (!canned) {
    const groups = listedClass(PUBLIC_GROUPS, 'denied');
    return { relation: GRANTS, classes: [groups, rest, absent] };
  }
  const listed = [...new Set([...conditions.flatMap(({ expected }) => expected), ...PUBLIC_ACLS])];
  const each = listed.map((value) => listedClass([value], outcome(key, value, scenario)));
  return { relation: EQUALS, classes: [...each, rest, absent] };
}

const EQUALS: Relation = { holds: 'equals', fails: 'does not equal', plain: true, type: 'text' };
const GRANTS: Relation = { holds: 'grants to', fails: 'does not grant to', plain: false, type: 'text' };

/** As a variable, or compared with one, a key can take values that matter though no policy lists them. */
export function isTied(key: string, { policies }: Scenario, evaluation: Evaluation): boolean {
  const start = `\${${key.toLowerCase()}`;
  if (key.toLowerCase() === 'aws:userid' && listsUniqueIds(policies)) return true;
  return (
    listPolicies(policies).some(({ policy }) => policyText(policy).toLowerCase().includes(start)) ||
    conditionsOn(key, evaluation).some(({ expected }) => expected.some((value) => value.includes('${')))
  );
}

/** Principal elements may name users and roles by their unique IDs, which are compared with `aws:userid`. */
function listsUniqueIds(policies: Policies): boolean {
  return listPolicies(policies).some(({ policy }) =>
    [...policyText(policy).matchAll(/"(A[^"]*)"/g)].some(([, text]) => isUniqueId(text!)),
  );
}

/** Not where every such request has it: AWS always sends it, or it is worked out from the rest. */
function mayBeAbsent(key: string, scenario: Scenario): boolean {
  if (globalKey(key)?.always || keySent(scenario, key) === 'always') return false;
  return !evaluate(setContext(scenario, key, undefined)).context.some(
    (one) => one.value !== null && one.key.toLowerCase() === key.toLowerCase(),
  );
}

function listedClass(values: readonly string[], result: Outcome): KeyClass {
  return { kind: 'listed', values, outcome: result };
}

function conditionsOn(key: string, evaluation: Evaluation): readonly ConditionReason[] {
  return statementsInPlay(evaluation).flatMap(({ elements }) =>
    elements.flatMap(({ reason }) =>
      reason.kind === 'condition' && reason.key.toLowerCase() === key.toLowerCase() ? [reason] : [],
    ),
  );
}

/** The engine's own representative of the values that match, or that do not. */
function valueOf(hinge: Hinge | undefined, matching: boolean): string | undefined {
  const all = hinge ? [...hinge.allowsWhen, ...hinge.deniesWhen] : [];
  for (const one of all) {
    if (one.kind === 'value' && one.matches.length > 0 === matching) return one.values[0];
  }
  return undefined;
}

function otherValue(hinge: Hinge | undefined): string | undefined {
  return valueOf(hinge, false);
}

/** The verdict with the key at this value, and everything else left as it is. */
function outcome(key: string, value: string | undefined, scenario: Scenario): Outcome {
  const bare = setContext(scenario, key, undefined);
  // Absence is said outright: nothing told of a key that AWS sends would leave it open.
  const context = { ...bare.request.context, [key]: value ?? [] };
  const { decision } = evaluate({ ...bare, request: { ...bare.request, context } });
  if (decision === 'Allowed') return 'allowed';
  return decision === 'Undetermined' ? 'open' : 'denied';
}

function distinct(values: readonly string[], { anyCapitals }: Relation): readonly string[] {
  const same = (text: string): string => (anyCapitals ? text.toLowerCase() : text);
  return [...new Map(values.map((value) => [same(value), value])).values()];
}

/** A value as written; an empty one would be a gap in the sentence. */
export function valueWords(value: string): Rich {
  return value === '' ? rich`an empty value` : rich`${code(value)}`;
}

/** The chosen classes as what the key has to be: `` is `a` or `b` ``, `` is not `a` ``, `is absent`. */
export function classesWords({ relation, classes }: KeyClasses, chosen: readonly KeyClass[]): Rich {
  const has = (kind: KeyClass['kind']) => chosen.some((one) => one.kind === kind);
  const listed = (list: readonly KeyClass[]) =>
    richList(
      list.flatMap((one) => one.values.map(valueWords)),
      'or',
    );
  const told = (list: readonly KeyClass[]): Rich => {
    const words = listed(list);
    return relation.anyCapitals && words.length > 0 ? rich`${words} in any capitals` : words;
  };
  const inside = told(chosen.filter((one) => one.kind === 'listed'));
  const outside = told(classes.filter((one) => one.kind === 'listed' && !chosen.includes(one)));
  const [is, isNot] = relation.plain
    ? (['is', 'is not'] as const)
    : ([relation.holds, relation.fails] as const);
  if (has('other')) {
    const withAbsent = has('absent') || !classes.some((one) => one.kind === 'absent');
    if (outside.length === 0) return withAbsent ? rich`is anything` : rich`is present`;
    return withAbsent ? rich`${isNot} ${outside}` : rich`is present and ${isNot} ${outside}`;
  }
  if (inside.length === 0) return rich`is absent`;
  return has('absent') ? rich`${is} ${inside}, or is absent` : rich`${is} ${inside}`;
}
