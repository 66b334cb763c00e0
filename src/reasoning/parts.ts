/**
 * A resource with wildcards is a question about many requests. AWS authorizes one concrete resource at a time, so the
 * verdict is tried for concrete resources of every part that the policies tell apart.
 * IAM User Guide: "IAM JSON policy elements: Resource".
 */
import { contextOf, evaluate } from '../engine/evaluate';
import type { Decision } from '../engine/evaluation';
import { listPolicies, policyText, type Scenario } from '../case/scenario';
import { witnesses } from '../engine/unknowns/witnesses';
import { globMatches, globOf } from '../language/glob';

export interface ResourcePart {
  readonly decision: Decision;
  /** A concrete resource that comes out this way. */
  readonly resource: string;
  /** The policy's pattern that sets it apart; none for a resource that only the request's own pattern fits. */
  readonly pattern?: string;
}

/** More samples than anyone waits for. */
const MOST = 200;

/** Does the resource stand for many? `*` alone is the resource of an action without resources. */
export function standsForMany(resource: string): boolean {
  return resource.startsWith('arn:') && /[*?]/.test(resource);
}

/**
 * One part for each way in which it comes out; undefined for a resource that is concrete. One sample is tried for
 * every combination of the policies' patterns that some resource matches: a pattern in a condition is not looked into.
 */
export function partsOf(scenario: Scenario): readonly ResourcePart[] | undefined {
  const { resource } = scenario.request;
  if (!standsForMany(resource)) return undefined;
  const patterns = patternsOf(scenario);
  const parts = new Map<Decision, ResourcePart>();
  for (const sample of samplesOf(resource, patterns)) {
    const request = { ...scenario.request, resource: sample };
    const { decision } = evaluate({ ...scenario, request });
    if (parts.has(decision)) continue;
    const pattern = narrowest(
      patterns.filter((one) => globMatches(globOf(one), sample) && !globMatches(globOf(one), resource)),
    );
    parts.set(decision, { decision, resource: sample, ...(pattern !== undefined && { pattern }) });
  }
  return [...parts.values()];
}

function narrowest(patterns: readonly string[]): string | undefined {
  const literal = (pattern: string): number => pattern.replaceAll('*', '').length;
  return [...patterns].sort((one, other) => literal(other) - literal(one))[0];
}

function samplesOf(resource: string, patterns: readonly string[]): readonly string[] {
  // A name is not empty, so a star at the end stands for something.
  const domain = { glob: globOf(resource.replace(/\*$/, '?*')), mode: 'text' } as const;
  const { texts } = witnesses(
    patterns.map((pattern) => ({ glob: globOf(pattern), mode: 'text' })),
    domain,
  );
  return texts.slice(0, MOST);
}

/** The resource patterns of all policies in play, each variable by its value; one without a value is a wildcard. */
function patternsOf(scenario: Scenario): readonly string[] {
  const values = new Map(contextOf(scenario).map(({ key, value }) => [key.toLowerCase(), value]));
  const filled = (pattern: string): string =>
    pattern.replace(/\$\{([^},]*)(?:,[^}]*)?\}/g, (_, key: string) => {
      const value = values.get(key.trim().toLowerCase());
      return typeof value === 'string' ? value : '*';
    });
  const found = new Set<string>();
  for (const { policy } of listPolicies(scenario.policies)) {
    if (policy.off) continue;
    for (const statement of statementsOf(policyText(policy)))
      for (const key of ['Resource', 'NotResource'])
        for (const value of [statement[key]].flat()) if (typeof value === 'string') found.add(filled(value));
  }
  return [...found];
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
