/** The policy that the recorded calls of one user or role need, and the proof that each of them is still allowed. */
import type { Catalog } from '../../catalog/service-reference';
import { textAt } from '../../intake/evidence/values';
import type { EventsReport } from '../../intake/report/types';
import { parseArn } from '../../language/arn';
import { checkUses } from './coverage';
import type { CheckedUse } from './coverage';
import { allowedActions } from './expand';
import type { Generalise } from './generalise';
import type { Fitted, MadePolicy } from './limits';
import { fitPolicies, withinLimits } from './limits';
import type { ConditionOffer } from './offers';
import { narrowed, offersOf } from './offers';
import type { KeyOffer, KnownKeys } from './event-keys';
import type { Need } from './outcome';
import type { Reach } from './reach';
import { reachOf } from './reach';
import type { MadeStatement } from './statements';
import { statementsOf } from './statements';
import type { DeniedCall } from './denials';
import type { Holder, SortedEvents, Use } from './uses';
import { sortEvents } from './uses';
import type { Warning } from './warnings';
import { warning } from './warnings';

export interface EventsInput {
  readonly report: EventsReport;
  readonly catalog: Catalog;
  /** ARN of the user or role; else the one with most events. */
  readonly principal?: string;
  /** `prefix` where it is left out. */
  readonly generalise?: Generalise;
  /** Documents of the policies that allowed the calls. Their Deny statements stay. */
  readonly oldPolicies?: readonly unknown[];
  /** Denied actions that are meant to be allowed. */
  readonly include?: readonly string[];
  /** Customer-managed keys that data is encrypted with, by the service that uses them. */
  readonly keys?: KnownKeys;
  /** Keys of `offers` to be asked for. */
  readonly conditions?: readonly string[];
}

export interface DerivedNeed {
  readonly action: string;
  readonly resource: string;
  /** The action of the call that needs it. */
  readonly because: string;
}

export interface EventPolicy {
  /** All statements in one document, whatever its size. */
  readonly policy: MadePolicy['document'];
  /** The same within AWS's limits. */
  readonly policies: readonly MadePolicy[];
  readonly statements: readonly MadeStatement[];
  readonly derived: readonly DerivedNeed[];
  readonly left: SortedEvents['left'];
  readonly denied: readonly DeniedCall[];
  readonly principal: string | null;
  readonly principals: readonly Holder[];
  readonly skipped: SortedEvents['skipped'];
  readonly events: number;
  /** Events that count. */
  readonly used: number;
  /** Allowed by the result ÷ those that count; 1 where none counts. */
  readonly coverage: number;
  /** Each event that counts, by its index. */
  readonly check: readonly { readonly event: number; readonly decision: CheckedUse['decision'] }[];
  readonly uses: readonly CheckedUse[];
  readonly needs: Readonly<Record<string, Need>>;
  readonly offers: readonly ConditionOffer[];
  readonly keyOffers: readonly KeyOffer[];
  readonly old: Reach;
  readonly new: Reach;
  readonly from?: string;
  readonly to?: string;
  readonly warnings: readonly Warning[];
}

/** Never throws; an empty list of events makes a policy without statements. */
export function policyFromEvents(input: EventsInput): EventPolicy {
  const { report, catalog, oldPolicies = [], generalise = 'prefix' } = input;
  const sorted = sortEvents(catalog, report.events, {
    wanted: input.principal,
    include: new Set(input.include ?? []),
    keys: input.keys ?? {},
  });
  const offers = offersOf(report.events, sorted.eligible, input.conditions ?? []);
  const denies = oldPolicies.flatMap(denyStatements);
  const { how, ...made } = withinLimits(generalise, (step) => {
    const statements = narrowed(statementsOf(catalog, sorted.uses, step), offers);
    return { how: step, statements, ...fitPolicies(statements, denies, sorted.principal) };
  });
  const policy = eventPolicy({ catalog, report, sorted, offers, oldPolicies, ...made });
  if (how === generalise) return policy;
  return { ...policy, warnings: [warning('resources-widened', [how]), ...policy.warnings] };
}

export interface EventPolicyParts {
  readonly catalog: Catalog;
  readonly report: EventsReport;
  readonly sorted: SortedEvents;
  readonly offers: readonly ConditionOffer[];
  readonly statements: readonly MadeStatement[];
  readonly oldPolicies: readonly unknown[];
  /** The result that every use is asked of. */
  readonly policies: readonly MadePolicy[];
  readonly fit: Fitted['fit'];
}

/** What is told of a result: its reach, and every event that counts asked of it. */
export function eventPolicy(parts: EventPolicyParts): EventPolicy {
  const { catalog, report, sorted, offers, statements, oldPolicies, policies, fit } = parts;
  const documents = policies.map(({ document }) => document);
  const before = allowedActions(catalog, oldPolicies);
  const uses = checkUses(sorted.uses, report.events, sorted.principal, documents);
  const check = perEvent(sorted.eligible, uses);
  const allowed = check.filter(({ decision }) => decision === 'Allowed').length;
  const times = timesOf(sorted.eligible.map((index) => textAt(report.events[index]!.record, 'eventTime')));
  return {
    policy: { Version: '2012-10-17', Statement: documents.flatMap(({ Statement }) => Statement) },
    policies,
    statements,
    derived: derivedOf(sorted.uses),
    left: sorted.left,
    denied: sorted.denied,
    principal: sorted.principal,
    principals: sorted.principals,
    skipped: sorted.skipped,
    events: report.events.length,
    used: sorted.eligible.length,
    coverage: check.length === 0 ? 1 : allowed / check.length,
    check,
    uses,
    needs: needsOf(sorted),
    offers,
    keyOffers: sorted.keyOffers,
    old: reachOf(catalog, before),
    new: reachOf(catalog, allowedActions(catalog, documents)),
    ...times,
    warnings: warningsOf(report, sorted, before, fit, times),
  };
}

/** The Deny statements of a policy, as they stand. */
export function denyStatements(document: unknown): readonly unknown[] {
  if (typeof document !== 'object' || document === null) return [];
  const statement: unknown = (document as Readonly<Record<string, unknown>>)['Statement'];
  const list: readonly unknown[] = Array.isArray(statement) ? statement : [statement];
  return list.filter((entry) => textAt(entry, 'Effect') === 'Deny');
}

function perEvent(eligible: readonly number[], uses: readonly CheckedUse[]): EventPolicy['check'] {
  const worst = new Map<number, CheckedUse['decision']>(eligible.map((event) => [event, 'Allowed']));
  for (const { use, decision } of uses)
    if (decision !== 'Allowed') for (const event of use.events) worst.set(event, decision);
  return [...worst].map(([event, decision]) => ({ event, decision }));
}

function derivedOf(uses: readonly Use[]): readonly DerivedNeed[] {
  const seen = new Map<string, DerivedNeed>();
  for (const { request } of uses)
    if (request.because !== undefined)
      seen.set(`${request.action} ${request.resource} ${request.because}`, {
        action: request.action,
        resource: request.resource,
        because: request.because,
      });
  return [...seen.values()];
}

function needsOf({ uses, denied }: SortedEvents): Readonly<Record<string, Need>> {
  const needs: Record<string, Need> = {};
  for (const { action } of denied) needs[action] = 'denied';
  for (const { request, need } of uses)
    if (needs[request.action] === undefined || needs[request.action] === 'denied' || need === 'proven')
      needs[request.action] = need;
  return needs;
}

function timesOf(times: readonly (string | undefined)[]): { readonly from?: string; readonly to?: string } {
  const told = times
    .filter((time) => time !== undefined && !Number.isNaN(Date.parse(time)))
    .sort() as string[];
  return told.length === 0 ? {} : { from: told[0]!, to: told.at(-1)! };
}

const FEW_DAYS = 14 * 24 * 60 * 60 * 1_000;
const MAKES_LINKED_ROLES =
  /^(?:autoscaling|ecs|elasticloadbalancing|rds|es|elasticache|redshift|eks|batch|config|guardduty):Create/;

/** Services most of whose use is data events. */
const DATA_SERVICES = ['s3', 'dynamodb', 'sqs', 'sns', 'lambda', 'kinesis'] as const;

function warningsOf(
  report: EventsReport,
  sorted: SortedEvents,
  before: ReadonlySet<string>,
  fit: Fitted['fit'],
  times: { readonly from?: string; readonly to?: string },
): readonly Warning[] {
  const warnings: Warning[] = [];
  const actions = new Set(sorted.uses.map(({ request }) => request.action));
  const account = parseArn(sorted.principal ?? '')?.account;
  if (sorted.eligible.length > 0) {
    const told = sorted.eligible.some((index) => {
      const { record } = report.events[index]!;
      return record['requestParameters'] !== undefined || record['resources'] !== undefined;
    });
    if (!told) warnings.push(warning('no-resources'));
    if (sorted.principal === null) warnings.push(warning('no-principal'));
    const open = told
      ? sorted.uses.filter(({ request }) => !request.named).map(({ request }) => request.action)
      : [];
    if (open.length > 0) warnings.push(warning('resource-not-in-event', [...new Set(open)]));
    if (sorted.eligible.some((index) => namesAlias(report.events[index]!.record)))
      warnings.push(warning('kms-alias'));
    const { from, to } = times;
    if (from !== undefined && to !== undefined && Date.parse(to) - Date.parse(from) < FEW_DAYS)
      warnings.push(warning('short-time'));
  }
  const foreign = sorted.uses
    .map(({ request }) => parseArn(request.resource)?.account ?? '')
    .filter((owner) => /^\d{12}$/.test(owner) && account !== undefined && owner !== account);
  if (foreign.length > 0) warnings.push(warning('other-accounts', [...new Set(foreign)]));
  if (sorted.left.unmapped.length > 0)
    warnings.push(
      warning(
        'unmapped-calls',
        sorted.left.unmapped.map(({ name }) => name),
      ),
    );
  if (!actions.has('logs:PutLogEvents') && before.has('logs:PutLogEvents') && sorted.uses.length > 0)
    warnings.push(warning('logs-not-recorded', ['logs:CreateLogStream', 'logs:PutLogEvents']));
  const isDataSeen =
    report.events.some(({ record }) => isData(record)) ||
    sorted.uses.some(({ request }) => OBJECT.test(request.resource));
  if (sorted.uses.length > 0 && !isDataSeen) {
    const prefixes = new Set([...before].map((action) => action.slice(0, action.indexOf(':'))));
    const services = DATA_SERVICES.filter((service) => prefixes.has(service));
    if (services.length > 0) warnings.push(warning('data-events-not-seen', services));
  }
  const linked = [...actions].filter((action) => MAKES_LINKED_ROLES.test(action));
  if (linked.length > 0) warnings.push(warning('service-linked-roles', linked));
  if (fit === 'split') warnings.push(warning('policy-split'));
  if (fit === 'too-large') warnings.push(warning('policy-too-large'));
  return warnings;
}

function namesAlias(record: EventsReport['events'][number]['record']): boolean {
  return (
    textAt(record, 'eventSource')?.startsWith('kms.') === true &&
    /(?:^|:)alias\//.test(textAt(record, 'requestParameters', 'keyId') ?? '') &&
    !Array.isArray(record['resources'])
  );
}

/** Records that do not say their category may be of data all the same: calls on objects are recorded by no other kind of event. */
const OBJECT = /^arn:[^:]+:s3:::[^/]+\/./;

function isData(record: EventsReport['events'][number]['record']): boolean {
  return (
    textAt(record, 'eventCategory') === 'Data' ||
    record['managementEvent'] === false ||
    record['managementEvent'] === 'false'
  );
}
