/**
 * References in policies that come from code, `${aws_s3_bucket.b.arn}`, put in before anything is evaluated. Only names
 * that the case lists are placeholders: every other `${…}` is a policy variable of IAM.
 */
import type { ContextValue, Placeholders, Policies, Policy, Scenario } from '../case/scenario';
import { mapPolicies } from '../case/map-policies';
import { unseenText } from '../language/unseen';
import { leftOpen } from './open-statement';

const REFERENCE = /\$\{([^{}]+)\}/g;

/**
 * The same case with every placeholder replaced by its value. A statement that hangs on one without a value applies or
 * not, as the placeholder turns out: it is not known, and the placeholder stands in the context as a key that is not.
 */
export function resolvePlaceholders(scenario: Scenario): Scenario {
  const { placeholders, policies, request } = scenario;
  if (placeholders === undefined || Object.keys(placeholders).length === 0) return scenario;
  const { filled, open } = resolveIn(policies, placeholders);
  if (open.length === 0) return { ...scenario, policies: filled };
  const context: Record<string, ContextValue> = { ...request.context };
  for (const name of open) context[name] = null;
  return { ...scenario, policies: filled, request: { ...request, context } };
}

interface Resolved {
  readonly filled: Policies;
  /** The names that statements hang on. */
  readonly open: readonly string[];
}

const resolved = new WeakMap<Policies, WeakMap<Placeholders, Resolved>>();

/** The same object for the same policies: what was compiled of it stays good. */
function resolveIn(policies: Policies, placeholders: Placeholders): Resolved {
  const known = resolved.get(policies) ?? new WeakMap<Placeholders, Resolved>();
  resolved.set(policies, known);
  const before = known.get(placeholders);
  if (before !== undefined) return before;
  const open = new Set<string>();
  const filled = mapPolicies(policies, (policy) => fill(policy, placeholders, open));
  const found = { filled, open: [...open] };
  known.set(placeholders, found);
  return found;
}

function fill(policy: Policy, placeholders: Placeholders, open: Set<string>): Policy {
  const { text, document, ...rest } = policy;
  const written = text ?? JSON.stringify(document);
  const missing = new Set<string>();
  const filled = written.replace(REFERENCE, (reference, inText: string) => {
    const name = nameIn(inText);
    const value = valueOf(name, placeholders);
    if (value === null) missing.add(name);
    // Inside a JSON string: quotation marks and backslashes of the value are escaped.
    return typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : reference;
  });
  if (missing.size > 0) return opened(rest, filled, missing, open);
  if (filled === written) return policy;
  return text === undefined
    ? { ...rest, document: JSON.parse(filled) as unknown }
    : { ...rest, text: filled };
}

/** Statements that hang on a placeholder are left open; where that cannot be told of each, the policy is. */
function opened(
  rest: Omit<Policy, 'text' | 'document'>,
  filled: string,
  missing: ReadonlySet<string>,
  open: Set<string>,
): Policy {
  const document = leftOpen(filled, missing);
  if (document === undefined) {
    const [first = ''] = missing;
    return { ...rest, text: unseenText(`what \`\${${first}}\` stands for is not given.`, []) };
  }
  for (const name of missing) open.add(name);
  return { ...rest, document };
}

/** A name as JSON writes it: its quotation marks have backslashes. */
function nameIn(inText: string): string {
  if (!inText.includes('\\')) return inText;
  try {
    return JSON.parse(`"${inText}"`) as string;
  } catch {
    return inText;
  }
}

/** undefined: not a placeholder. */
function valueOf(name: string, placeholders: Placeholders): string | null | undefined {
  return Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
}
