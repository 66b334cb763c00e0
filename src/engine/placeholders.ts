/**
 * References in policies that come from code, `${aws_s3_bucket.b.arn}`, put in before anything is evaluated. Only names
 * that the case lists are placeholders: every other `${…}` is a policy variable of IAM.
 */
import type { Placeholders, Policies, Policy, Scenario } from '../case/scenario';
import { mapPolicies } from '../case/map-policies';
import { unseenText } from '../language/unseen';

const REFERENCE = /\$\{([^{}]+)\}/g;

/** The same case with every placeholder replaced by its value. A policy that hangs on one without a value counts as unknown. */
export function resolvePlaceholders(scenario: Scenario): Scenario {
  const { placeholders, policies } = scenario;
  if (placeholders === undefined || Object.keys(placeholders).length === 0) return scenario;
  return { ...scenario, policies: resolveIn(policies, placeholders) };
}

const resolved = new WeakMap<Policies, WeakMap<Placeholders, Policies>>();

/** The same object for the same policies: what was compiled of it stays good. */
function resolveIn(policies: Policies, placeholders: Placeholders): Policies {
  const known = resolved.get(policies) ?? new WeakMap<Placeholders, Policies>();
  resolved.set(policies, known);
  const found = known.get(placeholders) ?? mapPolicies(policies, (policy) => fill(policy, placeholders));
  known.set(placeholders, found);
  return found;
}

function fill(policy: Policy, placeholders: Placeholders): Policy {
  const { text, document, ...rest } = policy;
  const written = text ?? JSON.stringify(document);
  const missing = [...written.matchAll(REFERENCE)].find(([, name]) => valueOf(name!, placeholders) === null);
  if (missing) return { ...rest, text: unseenText(`what \`${missing[0]}\` stands for is not given.`, []) };
  const filled = written.replace(REFERENCE, (reference, name: string) => {
    const value = valueOf(name, placeholders);
    // Inside a JSON string: quotation marks and backslashes of the value are escaped.
    return typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : reference;
  });
  if (filled === written) return policy;
  return text === undefined
    ? { ...rest, document: JSON.parse(filled) as unknown }
    : { ...rest, text: filled };
}

/** undefined: not a placeholder. */
function valueOf(name: string, placeholders: Placeholders): string | null | undefined {
  return Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
}
