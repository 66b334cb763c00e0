/** Can anyone outside reach what a policy is attached to, and is it public? Questions to the policy of a resource or role. */
import { parseRange } from '../../engine/conditions/ip';
import { accountOfEntry } from '../../engine/match/principal';
import { parseArn } from '../../language/arn';
import type { Request } from '../../case/scenario';
import { readCaller } from '../../engine/request/caller';
import { isOfAccess } from '../access';
import type { Access } from '../access';
import type { CallerSet } from '../atoms';
import type { Answer } from '../comparison';
import type { Formula } from '../formula';
import { ReadPolicy } from '../policy';
import type { AskedType, PolicyInput } from '../policy';
import type { Space } from '../space';
import type { ReasoningOptions } from './compare';
import { askPolicy } from './granted';

/** Who counts as inside. Without an account of its own every account is outside. */
export interface Zone {
  readonly ownerAccount?: string;
  readonly organizationId?: string;
  readonly trustedAccounts?: readonly string[];
}

export interface OutsideAnswer extends Answer {
  /** The same question about AWS services, which belong to no account. */
  readonly services: Answer;
}

type OutsideOptions = ReasoningOptions & {
  readonly type?: AskedType;
  /** Only requests for these actions on these resources. */
  readonly over?: Access;
};

const heldBy =
  ({ holds }: CallerSet) =>
  (request: Request): boolean =>
    holds(readCaller(request).caller);

/**
 * Is some request of somebody outside the zone allowed: a caller of another account, one who signs nothing, or one with
 * a token of an identity provider? `no` is a proof over all callers, whatever conditions stand in the policy.
 */
export function reachableFromOutside(
  policy: PolicyInput,
  zone: Zone,
  options: OutsideOptions = {},
): OutsideAnswer {
  const read = new ReadPolicy('Policy', policy, options.type ?? 'resource');
  const inside = new Set(
    [zone.ownerAccount, ...(zone.trustedAccounts ?? [])].filter((one) => one !== undefined),
  );
  const outsiders: CallerSet = {
    kind: 'set',
    accounts: [...inside],
    holds: ({ kind, account }) =>
      kind !== 'service' && (account === undefined || kind === 'federatedCaller' || !inside.has(account)),
  };
  const services: CallerSet = { kind: 'set', accounts: [], holds: ({ kind }) => kind === 'service' };
  const { organizationId } = zone;
  const { over = {} } = options;
  const isAsked = isOfAccess(over);
  const outside = (space: Space): Formula =>
    space.formulas.and([
      space.addAccess(over.actions, over.resources),
      space.addCallers('outsiders', outsiders),
      // Members of the own organization are inside.
      ...(organizationId === undefined
        ? []
        : [space.addCondition('StringNotEquals', 'aws:PrincipalOrgID', [organizationId])]),
    ]);
  const isOutside = heldBy(outsiders);
  const confirm = (request: Request): boolean => isOutside(request) && isAsked(request);
  const answer = askPolicy(read, { formula: outside, confirm }, options);
  const ofServices = askPolicy(
    read,
    { formula: (space) => space.addCallers('services', services), confirm: heldBy(services) },
    options,
  );
  return { ...answer, services: ofServices };
}

/** Keys that hold an identifier which a stranger does not have: S3 User Guide, "The meaning of public". */
const IDENTIFIERS: ReadonlySet<string> = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:userid',
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'aws:sourceaccount',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
]);
const SETS: ReadonlySet<string> = new Set(['aws:principalorgpaths']);
/** Conditions on these tell callers apart, and are met by choosing another caller. */
const OF_CALLER: ReadonlySet<string> = new Set(['aws:principalaccount', 'aws:principalarn', 'aws:userid']);

const isFixed = (value: string): boolean => !/[*?]|\$\{/.test(value);
const WIDEST = { 4: 8, 16: 32 } as const;

/** Ranges of addresses that are no more than part of the internet, all of them together. */
function narrowRanges(values: readonly string[]): readonly string[] {
  let size = 0;
  const narrow = values.filter((value) => {
    const range = parseRange(value.trim());
    if (range === undefined) return false;
    const widest = WIDEST[range.bytes.length === 4 ? 4 : 16];
    if (range.bits < widest) return false;
    size += 2 ** (widest - range.bits);
    return true;
  });
  return size <= 1 ? narrow : [];
}

/** What a stranger cannot have: the identifiers that the policy names, and addresses of a few. */
function unlikeNamed(space: Space, { nodes }: ReadPolicy): readonly Formula[] {
  const listed = new Map<string, string[]>();
  for (const { conditions } of nodes) {
    for (const { key, values } of conditions) {
      const lower = key.toLowerCase();
      listed.set(lower, [...(listed.get(lower) ?? []), ...values]);
    }
  }
  return [...listed].flatMap(([key, values]): readonly Formula[] => {
    if (key === 'aws:sourceip') {
      const ranges = narrowRanges(values);
      return ranges.length > 0 ? [space.addCondition('NotIpAddress', key, ranges)] : [];
    }
    const fixed = values.filter(isFixed);
    if (!IDENTIFIERS.has(key) || OF_CALLER.has(key) || fixed.length === 0) return [];
    return [
      space.addCondition(SETS.has(key) ? 'ForAllValues:StringNotEquals' : 'StringNotEquals', key, fixed),
    ];
  });
}

/** The accounts that a policy names outright, wherever. */
function accountsNamed({ nodes }: ReadPolicy): readonly string[] {
  const texts = nodes.flatMap(({ principal, conditions }) => [
    ...(principal?.groups.flatMap(({ values }) => values) ?? []),
    ...conditions
      .filter(({ key }) => OF_CALLER.has(key.toLowerCase()))
      .flatMap(({ values }) => values.filter(isFixed)),
  ]);
  const accounts = texts.flatMap((text) => [accountOfEntry(text), parseArn(text)?.account, text]);
  return [...new Set(accounts.filter((one) => one !== undefined && /^\d{12}$/.test(one)))] as string[];
}

/**
 * Is the policy public, as AWS means it: does it let in somebody of whom it names nothing? A stranger signs nothing or
 * is a user of an account that the policy does not name, and has none of the identifiers that it names. Values that a
 * caller chooses are free. S3 User Guide: "The meaning of public".
 */
export function isPublic(policy: PolicyInput, options: OutsideOptions = {}): Answer {
  const read = new ReadPolicy('Policy', policy, options.type ?? 'resource');
  const named = accountsNamed(read);
  const strangers: CallerSet = {
    kind: 'set',
    accounts: named,
    holds: ({ kind, account }) =>
      kind === 'anonymous' || (kind === 'user' && account !== undefined && !named.includes(account)),
  };
  const formula = (space: Space): Formula =>
    space.formulas.and([space.addCallers('strangers', strangers), ...unlikeNamed(space, read)]);
  return askPolicy(read, { formula, confirm: heldBy(strangers) }, options);
}
