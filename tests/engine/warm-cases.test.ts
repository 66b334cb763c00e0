/** Each case as a neighbourhood: the same policies, asked many requests that differ a little, against policies read anew. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { evaluate } from '../../src/engine/evaluate';
import type { ContextValue, Request, Scenario } from '../../src/case/scenario';
import { EXAMPLES } from '../../src/examples';
import { parseScenario } from '../../src/formats/schema';

const FILES = ['evaluation', 'language', 'extra', 'rules'];
const fromFile = (file: string): readonly Scenario[] => {
  const path = resolve(import.meta.dirname, `../cases/${file}.json`);
  const cases = JSON.parse(readFileSync(path, 'utf8')) as readonly { readonly scenario: unknown }[];
  return cases.map(({ scenario }) => parseScenario(scenario));
};
const SCENARIOS = [...FILES.flatMap(fromFile), ...EXAMPLES.map(({ scenario }) => scenario)];

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
const PRINCIPALS = unique(SCENARIOS.map(({ request }) => request.principal));
const RESOURCES = unique(SCENARIOS.map(({ request }) => request.resource));
const ACTIONS = unique(SCENARIOS.map(({ request }) => request.action));
const VALUES: readonly ContextValue[] = [
  null,
  'true',
  'false',
  '',
  '*',
  '203.0.113.7',
  [],
  ['a'],
  ['a', 'b'],
  ...unique(SCENARIOS.flatMap(({ request }) => Object.values(request.context ?? {}))),
];
const KEYS = unique(SCENARIOS.flatMap(({ request }) => Object.keys(request.context ?? {})));

type Change = (request: Request) => Request;

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom(...ACTIONS).map((action): Change => (request) => ({ ...request, action })),
  fc.constantFrom(...PRINCIPALS).map((principal): Change => (request) => ({ ...request, principal })),
  fc.constantFrom(...RESOURCES).map((asked): Change => (request) => ({ ...request, resource: asked })),
  fc
    .constantFrom('x', '/x', '*')
    .map((end): Change => (request) => ({ ...request, resource: request.resource + end })),
  fc
    .constantFrom('', '111122223333', '444455556666')
    .map((resourceAccount): Change => (request) => ({ ...request, resourceAccount })),
  fc.tuple(fc.nat(), fc.constantFrom(...VALUES)).map(
    ([at, value]): Change =>
      (request) =>
        withKey(request, keyOf(request, at), value),
  ),
  fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES)).map(
    ([key, value]): Change =>
      (request) =>
        withKey(request, key, value),
  ),
  fc.nat().map(
    (at): Change =>
      (request) =>
        withoutKey(request, keyOf(request, at)),
  ),
);

const keyOf = ({ context = {} }: Request, at: number): string => {
  const keys = Object.keys(context);
  return keys[at % Math.max(keys.length, 1)] ?? 'aws:SourceIp';
};
const withKey = (request: Request, key: string, value: ContextValue): Request => ({
  ...request,
  context: { ...request.context, [key]: value },
});
const withoutKey = (request: Request, key: string): Request => ({
  ...request,
  context: Object.fromEntries(Object.entries(request.context ?? {}).filter(([name]) => name !== key)),
});

/** The scenario with policies that no evaluation has seen. */
const anew = (scenario: Scenario): Scenario => structuredClone(scenario);

it('says of a request what policies read anew say, whatever was asked before', { timeout: 120_000 }, () => {
  const steps = fc.array(
    fc.record({
      changes: fc.array(anyChange, { minLength: 0, maxLength: 3 }),
      fromStart: fc.boolean(),
    }),
    { minLength: 2, maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.constantFrom(...SCENARIOS), steps, (scenario, walk) => {
      let { request } = scenario;
      for (const { changes, fromStart } of walk) {
        request = changes.reduce((asked, change) => change(asked), fromStart ? scenario.request : request);
        const asked = { ...scenario, request };
        expect(JSON.stringify(evaluate(asked))).toBe(JSON.stringify(evaluate(anew(asked))));
      }
    }),
    { numRuns: Number(process.env.WARM_RUNS ?? 400) },
  );
});
