/**
 * From version 1 to version 2. In version 1 a context key that nobody told was absent; in version 2 it is not known where
 * AWS sends it with every such request. So that an old case means what it meant, a key that a policy reads, that nobody
 * told and that AWS sends only sometimes or never is now said to be absent, by an empty list. A key that AWS always
 * sends was wrongly absent: nothing is written, and the page says what is now open.
 */
import { evaluateCall } from '../call/verdict';
import { viewsOf } from '../call/view';
import type { ContextValue, Request, Scenario } from '../case/scenario';
import { withRequest } from '../case/variant';
import { evaluate } from '../engine/evaluate';
import type { Evaluation } from '../engine/evaluation';
import { keySent } from '../engine/request/presence';
import { scenarioShape, toScenario } from './shape';

/** What is no scenario comes back with the new version alone; the schema tells what is wrong with it. */
export function sayWhatIsAbsent(older: unknown): unknown {
  const renumbered = { ...(older as object), schema: 2 };
  const read = scenarioShape.safeParse(renumbered);
  return read.success ? withAbsences(toScenario(read.data)) : renumbered;
}

function withAbsences(scenario: Scenario): Scenario {
  const parts = evaluateCall(scenario).parts.map(({ evaluation }) => evaluation);
  const tested = (scenario.tests ?? []).map((test) =>
    evaluate({ ...scenario, request: withRequest(scenario.request, test.request) }),
  );
  // A key that another request of the case has from elsewhere would be lost to it.
  const elsewhere = new Set([...parts, ...tested].flatMap(toldKeys));
  const added = parts.map((evaluation, at) =>
    absentKeys(viewsOf(scenario)[at]!, evaluation).filter((key) => !elsewhere.has(key.toLowerCase())),
  );
  const [main = [], ...others] = added;
  const known = new Set(main.map((key) => key.toLowerCase()));
  return {
    ...scenario,
    request: { ...scenario.request, ...absent(scenario.request, main) },
    ...(scenario.linked && {
      linked: scenario.linked.map((one, at) => {
        const keys = (others[at] ?? []).filter((key) => !known.has(key.toLowerCase()));
        return { ...one, request: { ...one.request, ...absent(one.request, keys) } };
      }),
    }),
  };
}

function toldKeys({ context }: Evaluation): readonly string[] {
  return context.flatMap(({ key, value }) => (value === null ? [] : [key.toLowerCase()]));
}

/** Keys that policies read, that nobody told, and that AWS may leave out. */
function absentKeys(view: Scenario, { keysRead, context }: Evaluation): readonly string[] {
  const open = context.filter(({ read, origin, value }) => read && origin === 'default' && value === null);
  return [...keysRead, ...open.map(({ key }) => key)].filter((key) => keySent(view, key) !== 'always');
}

function absent(request: Partial<Request>, keys: readonly string[]): Partial<Request> {
  if (keys.length === 0) return {};
  const empty = keys.map((key): [string, ContextValue] => [key, []]);
  return { context: { ...request.context, ...Object.fromEntries(empty) } };
}
