/**
 * Which rules hold for which requests of one caller. The rules are the evaluator's own, worked out for one action of
 * each kind and one resource of each kind; requests of the same rules are joined.
 */
import { rcpFindsNoResource, rcpReaches } from '../../catalog/rcp-services';
import type { Scenario } from '../../case/scenario';
import { isAccountId, parseArn } from '../../language/arn';
import type { Caller } from '../../engine/request/caller';
import type { ActionName } from '../../engine/request/target';
import { rulesFor } from '../../engine/rules';
import type { Rules } from '../../engine/rules';
import type { Formula } from '../formula';
import type { Names } from '../names';
import type { Space } from '../space';
import type { Facets } from './facets';

/** Requests that are decided by the same rules. */
export interface Ruled {
  readonly formula: Formula;
  readonly rules: Rules;
}

/** Services with rules of their own, action by action. */
const PARTICULAR: ReadonlySet<string> = new Set(['iam', 'kms', 'sts', 's3']);

function actionName(lower: string): ActionName {
  const colon = lower.indexOf(':');
  return { written: lower, lower, service: lower.slice(0, colon), name: lower.slice(colon + 1) };
}

/** Actions of one kind have the same rules. */
function kindOf(lower: string): string {
  const service = lower.slice(0, lower.indexOf(':'));
  return PARTICULAR.has(service) ? lower : `${rcpReaches(lower)} ${rcpFindsNoResource(lower)}`;
}

/** The account that the rules take a resource to belong to; ARNs without one are the case's, or the caller's. */
export function ownerOf(resource: string, scenario: Scenario, caller: Caller): string | undefined {
  const inArn = parseArn(resource)?.account ?? '';
  if (isAccountId(inArn)) return inArn;
  const given = scenario.request.resourceAccount;
  return given !== undefined && given !== '' ? given : caller.account;
}

function rulesAt(action: ActionName, resource: string, scenario: Scenario, caller: Caller): Rules {
  const resourceAccount = ownerOf(resource, scenario, caller);
  const crossAccount =
    caller.account !== undefined && caller.kind !== 'federatedCaller' && resourceAccount !== caller.account;
  const { organization } = scenario;
  return rulesFor({ caller, action, resource, resourceAccount, crossAccount, organization });
}

/** What of the rules the decision reads, as text. */
function textOf({
  scheme,
  resourceRequired,
  sessionRequired,
  fullIdentity,
  refused,
  exempt,
  resourceForm,
}: Rules): string {
  return JSON.stringify([
    scheme,
    resourceRequired,
    sessionRequired,
    fullIdentity,
    refused !== undefined,
    Object.entries(exempt).sort(),
    resourceForm,
  ]);
}

/** The kinds of resources at these places of the list, by as few facets as tell them from the others. */
function ofKinds(space: Space, facets: Facets, texts: readonly string[], wanted: string): Formula {
  const { formulas } = space;
  const { list, kinds } = facets;
  const keyOf = (at: number, kept: ReadonlySet<number>): string =>
    kinds[at]!.has.map((has, facet) => (kept.has(facet) ? (has ? '1' : '0') : '-')).join('');
  const tells = (kept: ReadonlySet<number>): boolean => {
    const said = new Map<string, string>();
    return kinds.every((_, at) => {
      const key = keyOf(at, kept);
      const before = said.get(key);
      said.set(key, texts[at]!);
      return before === undefined || before === texts[at];
    });
  };
  const kept = new Set(list.map((_, at) => at));
  for (const facet of [...kept]) {
    kept.delete(facet);
    if (!tells(kept)) kept.add(facet);
  }
  const parts = new Map<string, Formula>();
  kinds.forEach(({ has }, at) => {
    if (texts[at] !== wanted) return;
    const literals = [...kept].map((facet) =>
      has[facet] ? list[facet]!.formula : formulas.not(list[facet]!.formula),
    );
    parts.set(keyOf(at, kept), formulas.and(literals));
  });
  return formulas.or([...parts.values()]);
}

/** Kinds of actions with the same rules for every kind of resource. */
interface RuleGroup {
  readonly texts: readonly string[];
  readonly rules: readonly Rules[];
  readonly actions: string[];
}

/** AWS's actions by their kind: the same for every caller. */
const kindsOfNames = new WeakMap<Names, ReadonlyMap<string, readonly string[]>>();

function actionKinds(names: Names): ReadonlyMap<string, readonly string[]> {
  const known = kindsOfNames.get(names);
  if (known) return known;
  const byKind = new Map<string, string[]>();
  for (const lower of names.all()) {
    const kind = kindOf(lower);
    const list = byKind.get(kind);
    if (list) list.push(lower);
    else byKind.set(kind, [lower]);
  }
  kindsOfNames.set(names, byKind);
  return byKind;
}

/** The last groups that were worked out: a case that is typed keeps its caller and accounts. */
const lastGroups = new WeakMap<Names, { readonly key: string; readonly groups: readonly RuleGroup[] }>();

function ruleGroups(names: Names, scenario: Scenario, caller: Caller, facets: Facets): readonly RuleGroup[] {
  const { organization, request } = scenario;
  const key = JSON.stringify([
    caller,
    organization,
    request.resourceAccount,
    facets.kinds.map(({ example }) => example),
  ]);
  const last = lastGroups.get(names);
  if (last?.key === key) return last.groups;
  const found = new Map<string, RuleGroup>();
  for (const actions of actionKinds(names).values()) {
    const action = actionName(actions[0]!);
    const rules = facets.kinds.map(({ example }) => rulesAt(action, example, scenario, caller));
    const texts = rules.map(textOf);
    const group = found.get(texts.join());
    if (group) for (const one of actions) group.actions.push(one);
    else found.set(texts.join(), { texts, rules, actions: [...actions] });
  }
  const groups = [...found.values()].sort((one, other) => one.actions.length - other.actions.length);
  lastGroups.set(names, { key, groups });
  return groups;
}

/** All requests of the caller, by their rules. */
export function ruledRequests(
  space: Space,
  names: Names,
  scenario: Scenario,
  caller: Caller,
  facets: Facets,
): readonly Ruled[] {
  const sorted = ruleGroups(names, scenario, caller, facets);
  const ruled: Ruled[] = [];
  const { formulas } = space;
  const small = sorted.slice(0, -1).map((group) => space.addAccess(group.actions, undefined));
  sorted.forEach(({ texts, rules }, at) => {
    // The largest group is told by what it is not.
    const actions = small[at] ?? formulas.not(formulas.or(small));
    for (const text of new Set(texts)) {
      const resources = ofKinds(space, facets, texts, text);
      ruled.push({ formula: formulas.and([actions, resources]), rules: rules[texts.indexOf(text)]! });
    }
  });
  return ruled;
}
