/**
 * What a person typed: one request, the policies around it, and nothing derived.
 * The shape is scenario version 1; `formats/schema.ts` reads unknown JSON into it.
 */

import { LAYERS, isLeveled, isList } from './layers';
import type { Holds, Layer, LeveledLayer } from './layers';

export { LAYERS } from './layers';
export type { Layer, LeveledLayer } from './layers';

/**
 * One policy. `document` is parsed JSON; `text` is what was typed, to the letter, finished or not.
 * Exactly one of the two is present.
 */
export interface Policy {
  readonly name: string;
  readonly document?: unknown;
  readonly text?: string;
  /** Switched off: kept, but not in play. */
  readonly off?: boolean;
  /** Identity-based only: how it is attached when not directly, such as `group/Developers`. */
  readonly via?: string;
}

/** One level of an organization: the root, an organizational unit, or the account itself. */
export interface PolicyLevel {
  readonly target: string;
  readonly policies: readonly Policy[];
}

/** In play, but not visible to the person who asks. */
export type Unknown = 'unknown';

interface Held {
  readonly one: Policy;
  readonly list: readonly Policy[];
  readonly levels: readonly PolicyLevel[];
}

/** What each layer holds, by the table of layers; a layer that is not there is not in play. */
export type Policies = { readonly [L in Layer]?: Held[Holds<L>] | Unknown };

/** string: single-valued; array: multivalued; null: not known. */
export type ContextValue = string | readonly string[] | null;

export interface Request {
  readonly principal: string;
  /** The role behind an assumed-role session, with its path. */
  readonly role?: string;
  /** The IAM user behind a federated-user session. */
  readonly user?: string;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount?: string;
  readonly context?: Readonly<Record<string, ContextValue>>;
}

export interface Organization {
  readonly id?: string;
  readonly managementAccount?: string;
}

export type ObjectOwnership = 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter';
export type AclPermission = 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP' | 'FULL_CONTROL';

export interface S3Settings {
  readonly objectOwnership?: ObjectOwnership;
  readonly acl?: readonly { readonly grantee: string; readonly permission: AclPermission }[];
  readonly blockPublicAccess?: {
    readonly blockPublicAcls?: boolean;
    readonly ignorePublicAcls?: boolean;
    readonly blockPublicPolicy?: boolean;
    readonly restrictPublicBuckets?: boolean;
  };
}

export interface ScenarioTest {
  readonly name: string;
  /** Only what differs from the scenario's request. */
  readonly request: Partial<Request>;
  readonly expect: 'Allowed' | 'Denied';
}

/** The layers that a linked request has of its own: as in `Policies`, or null where a layer is not in play for it. */
export type OwnPolicies = { readonly [L in Layer]?: Policies[L] | null };

/** A further request that AWS authorizes for the same call. All of them must be allowed. */
export interface LinkedRequest {
  readonly name: string;
  /** Only what differs from the scenario's request. */
  readonly request: Partial<Request>;
  /** The service that makes it on the caller's behalf: a forward access session. Else the caller makes it. */
  readonly through?: string;
  readonly policies?: OwnPolicies;
  /** Of its own bucket, where that is not the bucket of the scenario's request. */
  readonly s3?: S3Settings | null;
}

export interface Scenario {
  readonly schema: 1;
  readonly title?: string;
  readonly notes?: string;
  readonly request: Request;
  readonly policies: Policies;
  readonly organization?: Organization;
  readonly s3?: S3Settings;
  readonly tests?: readonly ScenarioTest[];
  /** What else AWS checks for the same call, in the order of the call. */
  readonly linked?: readonly LinkedRequest[];
}

/** Where a policy stands in a scenario: `level` where the layer has levels, `index` inside its list (0 for single policies). */
export interface PolicyAddress {
  readonly layer: Layer;
  readonly level?: number;
  readonly index: number;
}

/** A stable text for an address, for keys of lists and maps: `scp/1/0`, `identity/2`. */
export function addressKey(address: PolicyAddress): string {
  return address.level === undefined
    ? `${address.layer}/${address.index}`
    : `${address.layer}/${address.level}/${address.index}`;
}

/** The levels of a layer; none where it is not there or cannot be seen. */
export function levelsOf(policies: Policies, layer: LeveledLayer): readonly PolicyLevel[] {
  const levels = policies[layer];
  return levels === undefined || levels === 'unknown' ? [] : levels;
}

/** The policies of a layer at one level; layers without levels have one list only. */
export function policiesAt(policies: Policies, layer: Layer, level?: number): readonly Policy[] {
  if (isLeveled(layer)) return levelsOf(policies, layer)[level ?? 0]?.policies ?? [];
  const value = policies[layer];
  if (value === undefined || value === 'unknown') return [];
  return isList(layer) ? (value as readonly Policy[]) : [value as Policy];
}

/** The lists of a layer in one shape: one for each level, or one without a target. */
export function listsOf(
  policies: Policies,
  layer: Layer,
): readonly {
  readonly target: string | undefined;
  readonly level: number | undefined;
  readonly policies: readonly Policy[];
}[] {
  if (isLeveled(layer))
    return levelsOf(policies, layer).map(({ target, policies: list }, level) => ({
      target,
      level,
      policies: list,
    }));
  return [{ target: undefined, level: undefined, policies: policiesAt(policies, layer) }];
}

/** Every policy of a scenario with its address and, where the layer has levels, its level's target; switched-off ones included. */
export function listPolicies(
  policies: Policies,
): { readonly address: PolicyAddress; readonly policy: Policy; readonly target?: string }[] {
  const found: { address: PolicyAddress; policy: Policy; target?: string }[] = [];
  for (const layer of LAYERS)
    for (const { target, level, policies: list } of listsOf(policies, layer))
      list.forEach((policy, index) =>
        found.push(
          target === undefined || level === undefined
            ? { address: { layer, index }, policy }
            : { address: { layer, level, index }, policy, target },
        ),
      );
  return found;
}

/** The policy at an address, or undefined. */
export function policyAt(policies: Policies, address: PolicyAddress): Policy | undefined {
  if (isLeveled(address.layer) !== (address.level !== undefined)) return undefined;
  return policiesAt(policies, address.layer, address.level)[address.index];
}

/** Laying out a large document takes longer than evaluating it, and every panel asks. */
const layouts = new WeakMap<Policy, string>();

/** The text to show and edit: what was typed, or the document laid out with two spaces. */
export function policyText(policy: Policy): string {
  if (policy.text !== undefined) return policy.text;
  const known = layouts.get(policy);
  if (known !== undefined) return known;
  const text = JSON.stringify(policy.document ?? {}, null, 2);
  layouts.set(policy, text);
  return text;
}
