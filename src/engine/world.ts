/** One request and everything around it, read and matched once. */
import type { RequestProblem, Truth } from './evaluation';
import type { Facts } from './facts';
import { viewLayer } from './layers/view';
import type { LayerView } from './layers/view';
import type { NoteId } from './notes';
import { once } from './once';
import { resolvePlaceholders } from './placeholders';
import { readCaller } from './request/caller';
import type { Caller } from './request/caller';
import { presenceIn } from './request/presence';
import { buildContext } from './request/context';
import { RequestContext } from './request/request-context';
import { serviceKeys, tagsIn, type Tags } from './request/service-keys';
import { readAction, readResource, readResourceAccount } from './request/target';
import type { ActionName, Target } from './request/target';
import { rulesFor } from './rules';
import type { Rules } from './rules';
import { awsSaidOf, withKnownReports } from '../case/aws-said';
import { perLayer } from '../case/layers';
import type { Layer } from '../case/layers';
import { isHidden } from '../case/scenario';
import type { Policies, S3Settings, Scenario } from '../case/scenario';
import { kmsCase } from './services/kms';
import { aclAnswer, setsPublicAcl } from './services/s3';
import type { AclAnswer } from './services/s3';
import { isPublicPolicy } from './services/s3-public';

export interface World {
  readonly scenario: Scenario;
  readonly caller: Caller;
  readonly action: ActionName | undefined;
  readonly resourceAccount: string | undefined;
  readonly crossAccount: boolean;
  readonly context: RequestContext;
  readonly facts: Facts;
  readonly problems: readonly RequestProblem[];
  readonly rules: Rules;
  readonly layers: Readonly<Record<Layer, LayerView>>;
  readonly acl: AclAnswer;
  /** Block Public Access keeps this caller from the bucket's policy and ACL. */
  readonly cutOff: Truth;
  /** Block Public Access may refuse the call, for an ACL that is not known. Where it does for certain, the rules say so. */
  readonly barred: Truth;
}

function isAcross(
  caller: Caller,
  resourceAccount: string | undefined,
  partition: string | undefined,
): boolean {
  if (caller.account === undefined || caller.kind === 'federatedCaller') return false;
  if (partition !== undefined && partition !== caller.partition) return true;
  return resourceAccount !== undefined && caller.account !== resourceAccount;
}

/** KMS looks at the key behind an alias; which key that is, the request does not tell. */
function resourceFacts(
  action: ActionName | undefined,
  resource: string | undefined,
): Pick<Facts, 'resource' | 'resourcePrefix'> {
  if (resource === undefined || kmsCase(action, resource) !== 'aliasForKey') return { resource };
  return { resource: undefined, resourcePrefix: `${resource.slice(0, resource.indexOf(':alias/'))}:key/` };
}

/** Permissions boundaries are for users and roles; a federated user session is under its parent's. */
function canBeBounded(caller: Caller): boolean {
  if (caller.serviceLinked) return false;
  return ['user', 'roleSession', 'role', 'federatedUser'].includes(caller.kind);
}

/** "Blocking public access": RestrictPublicBuckets leaves a public bucket to services and its own account. */
function readCutOff(s3: S3Settings | undefined, resource: LayerView, outside: boolean): Truth {
  if (!outside || s3?.blockPublicAccess?.restrictPublicBuckets !== true) return 'no';
  if (resource.state === 'hidden') return 'unknown';
  const policy = resource.levels[0]?.policies[0]?.compiled;
  if (!policy) return 'no';
  if (policy.kind === 'unreadable') return 'unknown';
  return isPublicPolicy(policy.statements) ? 'yes' : 'no';
}

function refuseIn(rules: Rules, note: NoteId): Rules {
  return { ...rules, refused: note, notes: [...rules.notes, { layer: 'defaultDeny', note }] };
}

/** What is read of a scenario before its action: the same for every action. */
export interface Surroundings {
  readonly scenario: Scenario;
  readonly caller: Caller;
  readonly target: Target;
  readonly resourceAccount: string | undefined;
  readonly crossAccount: boolean;
  /** Without the keys of single services. */
  readonly context: RequestContext;
  readonly tags: () => Tags;
  readonly bounded: boolean;
  /** Of all but the action. */
  readonly problems: {
    readonly caller: readonly RequestProblem[];
    readonly resource: readonly RequestProblem[];
  };
}

/** One action in its surroundings, and the rules that it is decided by; no policy has been looked at. */
export type AskedAction = Pick<
  World,
  'action' | 'context' | 'facts' | 'problems' | 'rules' | 'acl' | 'barred'
> & {
  readonly policies: Policies;
  /** The keys of its service that follow from the rest, by name. */
  readonly ownKeys: () => string;
};

export function readSurroundings(written: Scenario): Surroundings {
  const scenario = resolvePlaceholders(written);
  const { request, policies, organization } = scenario;
  const { caller, problems } = readCaller(request);
  const target = readResource(request.resource);
  const owner = readResourceAccount(request, target.arn, caller.account);
  const resourceAccount = owner.account;
  const crossAccount = isAcross(caller, resourceAccount, target.arn?.partition);
  const context = new RequestContext(request.context, () =>
    buildContext({
      request,
      caller,
      resourceArn: target.arn,
      resourceAccount,
      policies,
      organization,
      listed: awsSaidOf(scenario) !== undefined,
    }),
  );
  const { boundary } = policies;
  const bounded =
    canBeBounded(caller) && boundary !== undefined && (isHidden(boundary) || boundary.off !== true);
  return {
    scenario,
    caller,
    target,
    resourceAccount,
    crossAccount,
    context,
    tags: once(() => tagsIn(context.all)),
    bounded,
    problems: { caller: problems, resource: [...target.problems, ...owner.problems] },
  };
}

/** S3's own settings speak to callers from outside only. */
function isOutside({ crossAccount, caller }: Surroundings, action: ActionName | undefined): boolean {
  return action?.service === 's3' && (crossAccount || caller.kind === 'anonymous');
}

/** Reads an action as it was written, and sets the rules for it. */
export function askFor(surroundings: Surroundings, written: string): AskedAction {
  const { scenario, caller, target, resourceAccount, crossAccount, bounded } = surroundings;
  const { organization, s3 } = scenario;
  const { action, problems } = readAction(written);
  const { resource } = target;
  const own = once(() =>
    serviceKeys(action, {
      caller,
      resource,
      resourceAccount,
      context: surroundings.context.all,
      tags: surroundings.tags(),
    }),
  );
  const context = surroundings.context.with(own);
  // What AWS said is of one action; without it the policies are the same for all.
  const asking =
    scenario.aws === undefined
      ? scenario
      : { ...scenario, request: { ...scenario.request, action: written } };
  const listed = awsSaidOf(asking) !== undefined;
  const facts: Facts = {
    caller,
    action,
    ...resourceFacts(action, resource),
    partition: target.arn?.partition,
    lookup: (key) => context.value(key),
    // AWS lists every key of a request that it explains: what it does not list was not in it.
    isAlwaysSent: (key) =>
      !listed && presenceIn(key, caller, context.all, scenario.policies)?.sent === 'always',
    bounded,
  };
  let rules = rulesFor({ caller, action, resource, resourceAccount, crossAccount, organization });
  const blocksAcls = s3?.blockPublicAccess?.blockPublicAcls === true;
  const barred = blocksAcls ? setsPublicAcl(action, facts.lookup) : 'no';
  if (barred === 'yes') rules = refuseIn(rules, 's3-block-public-acls');
  return {
    action,
    policies: withKnownReports(asking).policies,
    context,
    ownKeys: () =>
      own()
        .map(({ key }) => key)
        .join(),
    facts,
    problems: [...surroundings.problems.caller, ...problems, ...surroundings.problems.resource],
    rules,
    acl: action && isOutside(surroundings, action) ? aclAnswer(action, s3, caller) : 'silent',
    barred,
  };
}

/** Matches every policy of the scenario against one action. */
export function matchAll(surroundings: Surroundings, asked: AskedAction): World {
  const { scenario, caller, resourceAccount, crossAccount } = surroundings;
  const { context, facts, rules, action } = asked;
  const view = (layer: Layer): LayerView => viewLayer(layer, asked.policies, rules, facts);
  const layers = perLayer(view);
  const s3 = action?.service === 's3' ? scenario.s3 : undefined;
  const cutOff = readCutOff(s3, layers.resource, isOutside(surroundings, action));
  const { problems, acl, barred } = asked;
  return {
    scenario,
    caller,
    action,
    resourceAccount,
    crossAccount,
    context,
    facts,
    problems,
    rules,
    layers,
    acl,
    cutOff,
    barred,
  };
}

/** Reads the request and matches every policy of the scenario against it. */
export function readWorld(scenario: Scenario): World {
  const surroundings = readSurroundings(scenario);
  return matchAll(surroundings, askFor(surroundings, scenario.request.action));
}
