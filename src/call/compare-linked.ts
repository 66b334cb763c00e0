/** What differs in the further requests of two calls. Requests are the same where their names are. */
import type { LinkedRequest, Policies, Scenario } from '../case/scenario';
import type { RequestDifference } from './differences';

export function linkedNames(...scenarios: readonly Scenario[]): ReadonlySet<string> {
  return new Set(scenarios.flatMap(({ linked = [] }) => linked.map(({ name }) => name)));
}

function named({ linked = [] }: Scenario, name: string): LinkedRequest | undefined {
  return linked.find((one) => one.name === name);
}

/** The layers that a linked request has of its own. */
export function ownOf(scenario: Scenario, name: string): Policies {
  const entries = Object.entries(named(scenario, name)?.policies ?? {});
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

export function compareLinked(before: Scenario, after: Scenario): readonly RequestDifference[] {
  return [...linkedNames(before, after)].flatMap((name): readonly RequestDifference[] => {
    const [was, is] = [written(named(before, name)), written(named(after, name))];
    return was === is ? [] : [{ name, kind: 'setting', before: was, after: is }];
  });
}

/** What it says itself: the fields and keys that differ from the first request, and the service that asks. */
function written(linked: LinkedRequest | undefined): string | undefined {
  if (linked === undefined) return undefined;
  const { context, ...fields } = linked.request;
  const told = { ...fields, ...context, ...(linked.through !== undefined && { through: linked.through }) };
  return Object.entries(told)
    .map(([field, value]) => `${field} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}
