/**
 * What one principal can do: every action that AWS has, by service and access level, as the sweep decides it.
 * `everywhere`: allowed on `*`; `somewhere`: on resources that its policies list; `perhaps`: it hangs on a key or a policy that is not
 * known. What policies of resources allow besides is not in the account's answer.
 */
import type { Scenario } from '../../case/scenario';
import { isForeignKey } from '../../catalog/foreign-keys';
import type { AccessLevel } from '../../catalog/service-reference';
import { evaluate } from '../../engine/evaluate';
import type { Account, AccountPrincipal } from '../../intake/account/read';
import { identityOf } from '../../intake/account/policies';
import { sweep } from '../../reasoning/sweep';
import { resourcesListedFor } from './paths/grants';
import { caseOf, type AccountQuestion } from './principal-case';
import { withOpenKeys } from './untold-keys';

export type Reach = 'everywhere' | 'somewhere' | 'perhaps';

export interface ServiceActions {
  /** `s3`. */
  readonly prefix: string;
  /** Names without the prefix, with their levels. */
  readonly actions: readonly { readonly name: string; readonly levels: readonly AccessLevel[] }[];
}

export interface Reached {
  /** `s3:GetObject`. */
  readonly action: string;
  readonly levels: readonly AccessLevel[];
  readonly reach: Reach;
  /** As its policies list them, where it is not everywhere. */
  readonly resources: readonly string[];
}

export interface ServiceReach {
  readonly prefix: string;
  readonly total: number;
  readonly reached: readonly Reached[];
}

export interface CanDo {
  readonly arn: string;
  /** Services of which it can do something, by prefix. */
  readonly services: readonly ServiceReach[];
  readonly asked: number;
}

/** Yields after each portion of actions, so that a caller can report, or stop. */
export function* canDoStepwise(
  account: Account,
  principal: AccountPrincipal,
  services: readonly ServiceActions[],
  scp?: AccountQuestion['scp'],
): Generator<number, CanDo, void> {
  const extra = scp === undefined ? {} : { scp };
  const { policies } = identityOf(account, principal.kind, principal.detail);
  const all = services.flatMap(({ prefix, actions }) => actions.map(({ name }) => `${prefix}:${name}`));
  const reach = new Map<string, Reach>();
  let asked = 0;
  /** Asks for all actions at once; `sure` is what an allowed one reaches. */
  function* ask(scenario: Scenario, actions: readonly string[], sure: Reach): Generator<number, void, void> {
    let at = 0;
    for (const decisions of sweep(scenario, actions, 1000)) {
      for (const decision of decisions) {
        const action = actions[at]!;
        at += 1;
        if (decision === 'Allowed') reach.set(action, sure);
        else if (decision === 'Undetermined' && !reach.has(action)) reach.set(action, 'perhaps');
      }
      asked += decisions.length;
      yield asked;
    }
  }
  /** The same, and of those that are denied so once more with the keys open that nobody told. */
  function* askTwice(
    resource: string,
    actions: readonly string[],
    sure: Reach,
  ): Generator<number, void, void> {
    const closed = caseOf(account, principal, { action: 'iam:GetUser', resource, ...extra });
    yield* ask(closed, actions, sure);
    const { keysRead } = evaluate(closed);
    if (keysRead.length === 0) return;
    const left = actions.filter((action) => !reach.has(action));
    for (const [keys, some] of byKeys(keysRead, left)) {
      const open = withOpenKeys(
        account,
        { ...closed, request: { ...closed.request, action: some[0]! } },
        keys,
      );
      if (open !== undefined) yield* ask(open, some, 'perhaps');
    }
  }
  yield* askTwice('*', all, 'everywhere');
  const resources = new Map<string, readonly string[]>();
  const byResource = new Map<string, string[]>();
  for (const action of all) {
    if (reach.get(action) === 'everywhere') continue;
    const listed = resourcesListedFor(policies, action, 'written');
    if (listed.length === 0) continue;
    resources.set(action, listed);
    for (const resource of resourcesListedFor(policies, action))
      byResource.set(resource, [...(byResource.get(resource) ?? []), action]);
  }
  for (const [resource, actions] of byResource) yield* askTwice(resource, actions, 'somewhere');
  const found = services.map(({ prefix, actions }): ServiceReach => ({
    prefix,
    total: actions.length,
    reached: actions.flatMap(({ name, levels }): readonly Reached[] => {
      const action = `${prefix}:${name}`;
      const how = reach.get(action);
      if (how === undefined) return [];
      return [
        { action, levels, reach: how, resources: how === 'everywhere' ? [] : (resources.get(action) ?? []) },
      ];
    }),
  }));
  return { arn: principal.arn, services: found.filter(({ reached }) => reached.length > 0), asked };
}

/** Actions by the keys that AWS may send with them: a key of one service comes with no request to another. */
function byKeys(
  keys: readonly string[],
  actions: readonly string[],
): Iterable<readonly [keys: readonly string[], actions: readonly string[]]> {
  const found = new Map<string, { readonly keys: readonly string[]; readonly actions: string[] }>();
  for (const action of actions) {
    const own = keys.filter((key) => !isForeignKey(key, action));
    if (own.length === 0) continue;
    const id = own.join();
    const group = found.get(id);
    if (group) group.actions.push(action);
    else found.set(id, { keys: own, actions: [action] });
  }
  return [...found.values()].map((group) => [group.keys, group.actions] as const);
}

export function canDo(
  account: Account,
  principal: AccountPrincipal,
  services: readonly ServiceActions[],
  scp?: AccountQuestion['scp'],
): CanDo {
  const run = canDoStepwise(account, principal, services, scp);
  for (let step = run.next(); ; step = run.next()) if (step.done === true) return step.value;
}

export interface CanDoDifference {
  /** Actions that the one reaches and the other does not, or less far. */
  readonly onlyOne: readonly Reached[];
  readonly onlyOther: readonly Reached[];
}

const RANK: Readonly<Record<Reach, number>> = { everywhere: 2, somewhere: 1, perhaps: 0 };

/** What two principals can do, held against each other: the actions that one of them reaches further than the other. */
export function differenceOf(one: CanDo, other: CanDo): CanDoDifference {
  const beyond = (all: CanDo, than: CanDo): readonly Reached[] => {
    const known = new Map(
      than.services.flatMap(({ reached }) =>
        reached.map(({ action, reach }) => [action, RANK[reach]] as const),
      ),
    );
    return all.services.flatMap(({ reached }) =>
      reached.filter(({ action, reach }) => RANK[reach] > (known.get(action) ?? -1)),
    );
  };
  return { onlyOne: beyond(one, other), onlyOther: beyond(other, one) };
}
