/** From a trace back to the words that were typed: texts, lines and elements of the policies. */
import type { ElementTrace } from '../engine/evaluation';
import { policyAt, policyText } from '../case/scenario';
import type { PolicyAddress, Scenario } from '../case/scenario';
import { positionAt } from '../language/place';
import { spanOfPath, treeOf } from '../language/spans';

/** The text of the policy at an address; undefined when the scenario has none there. */
export function textAt(scenario: Scenario, address: PolicyAddress): string | undefined {
  const policy = policyAt(scenario.policies, address);
  return policy && policyText(policy);
}

/** The 1-based line on which the value at a path begins; with `'property'`, where its name stands. */
export function lineOf(text: string, path: string, what: 'value' | 'property' = 'value'): number | undefined {
  const span = spanOfPath(text, path, what);
  return span && positionAt(text, span.offset).line;
}

/** The part of an element to look at: the entry that matched, or that came nearest, else the whole element. */
export function tellingPath({ reason, path, truth }: ElementTrace): string {
  if (reason.kind === 'resourceNotListed' && reason.nearest) return reason.nearest.path;
  return truth === 'yes' && 'path' in reason ? reason.path : path;
}

/** The values that were read from a text, as long as its tree is kept: every keystroke in the request asks for the same ones. */
const read = new WeakMap<object, Map<string, readonly string[]>>();

/** The values of a statement's element, or of a condition's key, as text. */
export function valuesAt(text: string, path: string): readonly string[] {
  const tree = treeOf(text);
  if (!tree) return [];
  const known = read.get(tree) ?? new Map<string, readonly string[]>();
  read.set(tree, known);
  const values = known.get(path) ?? readValues(text, path);
  known.set(path, values);
  return values;
}

function readValues(text: string, path: string): readonly string[] {
  const span = spanOfPath(text, path);
  if (!span) return [];
  try {
    const value: unknown = JSON.parse(text.slice(span.offset, span.offset + span.length));
    return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
  } catch {
    return [];
  }
}
