/**
 * A resource with wildcards is a question about many requests. AWS authorises one concrete resource at a time, so the
 * verdict is tried for concrete resources of every part that the policies tell apart.
 * IAM User Guide: "IAM JSON policy elements: Resource".
 */
import { evaluate } from '../engine/evaluate';
import type { Decision } from '../engine/evaluation';
import { listPolicies, policyText, type Scenario } from '../engine/scenario';
import { commonText } from '../language/glob-witness';
import { globCovers } from '../language/glob-relations';

export interface Part {
  readonly decision: Decision;
  /** A concrete resource that comes out this way. */
  readonly resource: string;
  /** The policy's pattern that sets it apart; none for a resource that only the request's own pattern fits. */
  readonly pattern?: string;
}

/** More parts than anyone reads. */
const MOST = 24;

/** Does the resource stand for many? `*` alone is the resource of an action without resources. */
export function standsForMany(resource: string): boolean {
  return resource.startsWith('arn:') && /[*?]/.test(resource);
}

/**
 * One part for each way in which it comes out, the most frequent first; undefined for a resource that is concrete.
 * Parts are found by example: a pattern in a condition is not looked into.
 */
export function partsOf(scenario: Scenario): readonly Part[] | undefined {
  const { resource } = scenario.request;
  if (!standsForMany(resource)) return undefined;
  const samples: Omit<Part, 'decision'>[] = [{ resource: commonText(resource, '*', 'a') ?? resource }];
  for (const pattern of patternsOf(scenario)) {
    if (samples.length >= MOST || globCovers(pattern, resource)) continue;
    const text = commonText(resource, pattern);
    if (text !== undefined && samples.every((sample) => sample.resource !== text))
      samples.push({ resource: text, pattern });
  }
  const parts = samples.map((sample): Part => {
    const request = { ...scenario.request, resource: sample.resource };
    return { ...sample, decision: evaluate({ ...scenario, request }).decision };
  });
  return parts.filter(
    (part, index) => parts.findIndex((other) => other.decision === part.decision) === index,
  );
}

/** The resource patterns of all policies in play; a variable counts as a wildcard. */
function patternsOf(scenario: Scenario): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { policy } of listPolicies(scenario.policies)) {
    if (policy.off) continue;
    for (const statement of statementsOf(policyText(policy)))
      for (const key of ['Resource', 'NotResource'])
        for (const value of [statement[key]].flat())
          if (typeof value === 'string') found.add(value.replace(/\$\{[^}]*\}/g, '*'));
  }
  return found;
}

function statementsOf(text: string): Record<string, unknown>[] {
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document !== 'object' || document === null || !('Statement' in document)) return [];
    return [document.Statement]
      .flat()
      .filter((each): each is Record<string, unknown> => typeof each === 'object' && each !== null);
  } catch {
    // A policy that cannot be read sets nothing apart; the verdict says that it cannot be read.
    return [];
  }
}
