/**
 * What a person typed: one request, the policies around it, and nothing derived.
 * The shape is scenario version 2; `formats/schema.ts` reads unknown JSON of this version and of older ones into it.
 */
import type { Guard } from './guard';
import { LAYERS, isLeveled, isList } from './layers';
import type { Layer, LeveledLayer } from './layers';
import type { LessonPart } from './lesson-block';
import { isHidden } from './parts';
import type {
  AwsSaid,
  LinkedRequest,
  Organization,
  Policies,
  Policy,
  PolicyLevel,
  Request,
  S3Settings,
  ScenarioTest,
} from './parts';

export { LAYERS } from './layers';
export type { Layer, LeveledLayer } from './layers';
export * from './parts';

/**
 * What references in policies that come from code stand for: `${aws_s3_bucket.b.arn}` by its name. null: not given.
 * Only names listed here are placeholders; every other `${…}` is a policy variable.
 */
export type Placeholders = Readonly<Record<string, string | null>>;

/** One case by itself: a request and what surrounds it. */
export interface CaseBody {
  readonly schema?: 2;
  readonly title?: string;
  readonly notes?: string;
  readonly request: Request;
  readonly policies: Policies;
  readonly organization?: Organization;
  readonly s3?: S3Settings;
  /** What else AWS checks for the same call, in the order of the call. */
  readonly linked?: readonly LinkedRequest[];
  readonly placeholders?: Placeholders;
  /** What AWS itself said of this request, and of those linked with it. */
  readonly aws?: readonly AwsSaid[];
}

export interface Scenario extends CaseBody {
  readonly schema: 2;
  readonly tests?: readonly ScenarioTest[];
  /** The case as it was, kept to compare with: what Compare calls A. It has no tests of its own. */
  readonly before?: CaseBody;
  /** The steps that led to this case, the first in front: each caller is the session that the step before made. */
  readonly chain?: readonly CaseBody[];
  /** What must hold whatever is asked, of every version of the policies. */
  readonly guards?: readonly Guard[];
  /** The lesson that this case comes from, or a whole lesson that someone wrote about it. */
  readonly lesson?: LessonPart;
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
  return levels === undefined || isHidden(levels) ? [] : levels;
}

/** The policies of a layer at one level; layers without levels have one list only. */
export function policiesAt(policies: Policies, layer: Layer, level?: number): readonly Policy[] {
  if (isLeveled(layer)) return levelsOf(policies, layer)[level ?? 0]?.policies ?? [];
  const value = policies[layer];
  if (value === undefined || isHidden(value)) return [];
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
