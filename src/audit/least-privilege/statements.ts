/** Uses as the statements of a policy: grouped, named, with the conditions that always held. */
import type { AccessLevel, Catalog } from '../../catalog/service-reference';
import { splitAction } from '../../catalog/service-lookup';
import { globMatches, globOf } from '../../language/glob';
import { levelOf } from './expand';
import type { Generalise } from './generalise';
import { generalise } from './generalise';
import { isObject } from '../../intake/evidence/values';
import type { OldGrants } from './old-grants';
import { GLOBAL_SERVICES } from './resource-names';
import { sidOf } from './statement-names';
import type { Use } from './uses';

export type MadeCondition = Readonly<Record<string, readonly string[]>>;

export interface MadeStatement {
  readonly sid: string;
  readonly service: string;
  readonly level: AccessLevel;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Values by key, under StringEquals; addresses under IpAddress. */
  readonly condition: MadeCondition;
  /** The Condition block of the statement that allowed it before: it stays in force. */
  readonly kept?: unknown;
  /** Indexes of the events that need it. */
  readonly events: readonly number[];
  readonly why: string;
}

/** One action with the uses of it that share their condition. */
interface ActionGroup {
  readonly action: string;
  readonly condition: MadeCondition;
  readonly uses: readonly Use[];
}

interface Group {
  readonly parts: ActionGroup[];
  readonly resources: readonly string[];
  readonly level: AccessLevel;
  readonly kept: unknown;
}

/**
 * In the order in which the events show the services, and in each what came first; passed roles last. With `before`, no
 * resource is wider than what was granted, and the condition of the statement that granted it stays.
 */
export function statementsOf(
  catalog: Catalog,
  uses: readonly Use[],
  how: Generalise,
  before?: OldGrants,
): readonly MadeStatement[] {
  const groups = new Map<string, Group>();
  for (const group of actionGroups(uses)) {
    const level = levelOf(catalog, group.action);
    const resources = within(group, how, before);
    const kept = before?.condition(group.action);
    const condition = withRegion(group, resources);
    const service = splitAction(group.action)!.prefix;
    const key = JSON.stringify([service, group.action === 'iam:PassRole', level, resources, condition, kept]);
    const known = groups.get(key);
    const part = { ...group, condition };
    if (known === undefined) groups.set(key, { parts: [part], resources, level, kept });
    else known.parts.push(part);
  }
  const taken = new Set<string>();
  return inOrder([...groups.values()]).map(({ parts, resources, level, kept }) => {
    const actions = [...new Set(parts.map(({ action }) => action))].sort();
    const { condition } = parts[0]!;
    const named = { service: splitAction(actions[0]!)!.prefix, level, actions, resources, condition };
    const sid = sidOf(named, taken);
    taken.add(sid);
    const events = [...new Set(parts.flatMap((part) => part.uses.flatMap((use) => use.events)))].sort(
      (one, other) => one - other,
    );
    return { sid, ...named, ...(kept !== undefined && { kept }), events, why: whyOf(parts, events.length) };
  });
}

function inOrder<T extends { readonly parts: readonly ActionGroup[] }>(groups: readonly T[]): readonly T[] {
  const services: string[] = [];
  for (const { parts } of groups) {
    const service = splitAction(parts[0]!.action)!.prefix;
    if (!services.includes(service)) services.push(service);
  }
  const passes = (group: T): number => (group.parts[0]!.action === 'iam:PassRole' ? 1 : 0);
  const rank = (group: T): number => services.indexOf(splitAction(group.parts[0]!.action)!.prefix);
  return [...groups].sort((one, other) => passes(one) - passes(other) || rank(one) - rank(other));
}

/** A pattern that the old policies do not hold is taken back to the resources themselves. */
function within(
  { action, uses }: ActionGroup,
  how: Generalise,
  before: OldGrants | undefined,
): readonly string[] {
  const used = uses.map(({ request }) => request.resource);
  const patterns = generalise(action, used, how);
  if (before === undefined || patterns.every((pattern) => before.covers(action, pattern))) return patterns;
  const good = patterns.filter((pattern) => before.covers(action, pattern));
  const rest = used.filter((resource) => !good.some((pattern) => globMatches(globOf(pattern), resource)));
  return generalise(action, [...good, ...rest], 'exact');
}

/**
 * A key is a condition where every use of the action on a resource had it. What was also used without it needs no
 * condition there, for the statement without one covers both.
 */
function actionGroups(uses: readonly Use[]): readonly ActionGroup[] {
  const bare = new Set(
    uses
      .filter(({ request }) => Object.keys(request.context).length === 0)
      .map(({ request }) => `${request.action} ${request.resource}`),
  );
  const groups = new Map<string, { action: string; condition: Record<string, string[]>; uses: Use[] }>();
  for (const use of uses) {
    const { action, resource, context } = use.request;
    const plain = bare.has(`${action} ${resource}`);
    const condition = plain ? {} : context;
    const key = `${action} ${JSON.stringify(condition)}`;
    const known = groups.get(key);
    if (known !== undefined) known.uses.push(use);
    else
      groups.set(key, {
        action,
        condition: Object.fromEntries(Object.entries(condition).map(([name, value]) => [name, [value]])),
        uses: [use],
      });
  }
  return [...groups.values()];
}

/** `*` as the resource holds in every Region: the Regions that were used narrow it. Not for services without Regions. */
function withRegion(group: ActionGroup, resources: readonly string[]): MadeCondition {
  const service = splitAction(group.action)!.prefix;
  if (resources[0] !== '*' || GLOBAL_SERVICES.has(service)) return group.condition;
  const regions = [...new Set(group.uses.map(({ request }) => request.region))].sort();
  return regions.includes('') ? group.condition : { ...group.condition, 'aws:RequestedRegion': regions };
}

function whyOf(parts: readonly ActionGroup[], events: number): string {
  const because = [
    ...new Set(parts.flatMap(({ uses }) => uses.flatMap(({ request }) => request.because ?? []))),
  ];
  const count = events === 1 ? '1 event' : `${events} events`;
  return because.length === 0 ? `used by ${count}` : `needed by ${because.join(', ')} in ${count}`;
}

/** The statement as the JSON of a policy; one entry stands without brackets. */
export function statementJson({
  sid,
  actions,
  resources,
  condition,
  kept,
}: MadeStatement): Record<string, unknown> {
  const single = (list: readonly string[]): unknown => (list.length === 1 ? list[0] : list);
  const keys = Object.entries(condition);
  const before = isObject(kept) ? kept : {};
  const whole: Record<string, unknown> = { ...before };
  for (const [key, values] of keys) {
    const operator = key === 'aws:SourceIp' ? 'IpAddress' : 'StringEquals';
    const held = isObject(whole[operator]) ? whole[operator] : {};
    // What the old statement asked of the key stays.
    whole[operator] = { [key]: single(values), ...held };
  }
  return {
    Sid: sid,
    Effect: 'Allow',
    Action: single(actions),
    Resource: single(resources),
    ...(Object.keys(whole).length > 0 && { Condition: whole }),
  };
}
