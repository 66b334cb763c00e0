/** Every recorded use asked of the new policies, with stand-ins for the policies that AWS would ask besides. */
import type { ContextValue, Policies, Scenario } from '../../case/scenario';
import { evaluate } from '../../engine/evaluate';
import type { Decision } from '../../engine/evaluation';
import { emptyScenario } from '../../formats/schema';
import { callerOf } from '../../intake/evidence/event-caller';
import { contextOf } from '../../intake/evidence/event-context';
import type { JsonObject } from '../../intake/evidence/values';
import type { RecordedEvent } from '../../intake/report/types';
import { parseArn } from '../../language/arn';
import { likenessOf } from './alike';
import type { Use } from './uses';

export interface CheckedUse {
  readonly use: Use;
  readonly decision: Decision;
  /** The first statement of the new policies that allows it. */
  readonly statement?: { readonly policy: number; readonly index: number };
}

export interface AskedRequest {
  readonly principal: string;
  readonly role?: string;
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, ContextValue>>;
}

/** Requests that are alike in what the policies can tell apart are evaluated once. */
export function checkUses(
  uses: readonly Use[],
  events: readonly RecordedEvent[],
  principal: string | null,
  policies: readonly unknown[],
): readonly CheckedUse[] {
  const keys = keysRead(policies);
  const likeness = keys === undefined ? (resource: string): string => resource : likenessOf(policies);
  const known = new Map<string, Answered>();
  return uses.map((use) => {
    const { action, resource, context } = use.request;
    const alike = JSON.stringify([action, likeness(resource), context]);
    // Conditions and variables can tell the events of one use apart; without any the first stands for all.
    const indexes = keys?.length === 0 ? use.events.slice(0, 1) : use.events.slice(0, MOST_EVENTS);
    let worst: Answered | undefined;
    for (const index of indexes) {
      const request = (): AskedRequest => requestOf(use, events[index]!.record, principal);
      const told = keys?.length === 0 ? undefined : request();
      const key =
        told === undefined
          ? alike
          : alike + JSON.stringify(keys === undefined ? told : pick(told.context, keys));
      let answer = known.get(key);
      if (answer === undefined) known.set(key, (answer = decide(told ?? request(), policies)));
      if (worst === undefined || answer.decision !== 'Allowed') worst = answer;
    }
    return { use, ...(worst ?? { decision: 'Undetermined' as const }) };
  });
}

type Answered = Pick<CheckedUse, 'decision' | 'statement'>;

/** A use of more events than this is a loop of the same call. */
const MOST_EVENTS = 200;

function pick(context: AskedRequest['context'], keys: readonly string[]): readonly unknown[] {
  const lower = new Map(Object.entries(context).map(([name, value]) => [name.toLowerCase(), value]));
  return keys.map((key) => lower.get(key) ?? null);
}

/** The keys that the conditions read, in lower case; undefined where a variable may read any, the caller's name too. */
function keysRead(policies: readonly unknown[]): readonly string[] | undefined {
  const text = JSON.stringify(policies);
  if (/\$\{[a-z]/i.test(text)) return undefined;
  const keys = new Set<string>();
  for (const match of text.matchAll(/"([\w-]+:[\w:./-]+)":/g)) keys.add(match[1]!.toLowerCase());
  return [...keys];
}

/** The request of a use, as the event tells it. */
export function requestOf(use: Use, record: JsonObject, principal: string | null): AskedRequest {
  const caller = callerOf(record);
  const holder =
    principal ?? `arn:aws:iam::${accountIn(use.request.resource) ?? '111111111111'}:user/unknown`;
  const session = caller.principal?.includes(':assumed-role/') === true && caller.role === holder;
  return {
    principal: session ? caller.principal : holder,
    ...(session && { role: holder }),
    action: use.request.action,
    resource: use.request.resource,
    context: { ...contextOf(record, []), ...use.request.context },
  };
}

function accountIn(resource: string): string | undefined {
  const account = parseArn(resource)?.account;
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

/** The request against the new policies and nothing else that could allow it. */
export function scenarioFor(
  request: AskedRequest,
  policies: readonly { readonly name: string; readonly document: unknown }[],
): Scenario {
  const holder = parseArn(request.role ?? request.principal);
  const account = accountIn(request.resource) ?? holder?.account;
  return {
    ...emptyScenario(),
    request: {
      principal: request.principal,
      ...(request.role !== undefined && { role: request.role }),
      action: request.action,
      resource: request.resource,
      ...(account !== undefined && account !== '' && { resourceAccount: account }),
      context: request.context,
    },
    policies: {
      identity: policies.map(({ name, document }) => ({ name, document })),
      ...standIn(request, holder?.partition ?? 'aws', holder?.account ?? '', account ?? ''),
    },
  };
}

/**
 * A key's policy that leaves the decision to IAM, a role's trust policy that admits the caller's account, and across
 * accounts a resource's policy that does: without them nothing is allowed however wide the caller's own policies are.
 */
function standIn(
  request: AskedRequest,
  partition: string,
  own: string,
  owner: string,
): Pick<Policies, 'resource'> {
  const service = request.action.split(':')[0]!;
  // Tags and a source identity are asked of the same trust policy as the role itself.
  const trust =
    /^sts:(?:AssumeRole\w*|TagSession|SetSourceIdentity)$/.test(request.action) &&
    parseArn(request.resource)?.resource.startsWith('role/') === true;
  const needed = service === 'kms' || trust || (owner !== '' && owner !== own);
  if (!needed || own === '') return {};
  return {
    resource: {
      name: trust ? 'A trust policy that admits the account' : 'A resource policy that leaves it to IAM',
      document: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:${partition}:iam::${own}:root` },
            Action: `${service}:*`,
            ...(!trust && { Resource: '*' }),
          },
        ],
      },
    },
  };
}

function decide(
  request: AskedRequest,
  policies: readonly unknown[],
): Pick<CheckedUse, 'decision' | 'statement'> {
  const named = policies.map((document, index) => ({ name: `${index}`, document }));
  const { decision, decidedBy } = evaluate(scenarioFor(request, named));
  const by = decidedBy.find(({ layer }) => layer === 'identity');
  return {
    decision,
    ...(by !== undefined && { statement: { policy: Number(by.policy), index: by.statement } }),
  };
}
