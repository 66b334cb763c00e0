/** Scenarios of every shape, for properties. */
import fc from 'fast-check';
import type { Policy, Scenario } from '../../src/index';

const text = fc.string({ unit: 'binary', maxLength: 40 });
const key = text.filter((name) => name !== '__proto__');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });

const document = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(key, tie('json'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).json;

const policy = fc.oneof(
  fc.record({ name: text, text }),
  fc.record({ name: text, document: fc.dictionary(key, document, { maxKeys: 4, noNullPrototype: true }) }),
  fc.record({ name: text, text, off: fc.constant(true) }),
  fc.record({ name: text, text, via: text }),
);

const unknown = fc.constant('unknown' as const);
const one = maybe(fc.oneof(unknown, policy));
const many = maybe(fc.oneof(unknown, fc.array<Policy>(policy, { maxLength: 3 })));
const level = fc.record({ target: text, policies: fc.array<Policy>(policy, { maxLength: 2 }) });
const levels = maybe(fc.oneof(unknown, fc.array(level, { maxLength: 3 })));

const context = fc.dictionary(key, fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.constant(null)), {
  maxKeys: 4,
  noNullPrototype: true,
});

const filled = text.filter((value) => value !== '');

const request = fc.record({
  principal: text,
  role: maybe(text),
  action: text,
  resource: text,
  resourceAccount: maybe(text),
  context: maybe(context),
});

const layers = {
  identity: many,
  boundary: one,
  session: many,
  resource: one,
  scp: levels,
  rcp: levels,
  endpoint: one,
};

const notInPlay = fc.constant(null);

const linked = fc.record(
  {
    name: text,
    request: fc.record(
      { principal: text, action: text, resource: text, resourceAccount: text, context },
      { requiredKeys: [] },
    ),
    through: text,
    policies: fc.record({
      identity: fc.oneof(notInPlay, many),
      boundary: fc.oneof(notInPlay, one),
      session: fc.oneof(notInPlay, many),
      resource: fc.oneof(notInPlay, one),
      scp: fc.oneof(notInPlay, levels),
      rcp: fc.oneof(notInPlay, levels),
      endpoint: fc.oneof(notInPlay, one),
    }),
  },
  { requiredKeys: ['name', 'request'] },
);

const scenario = fc.record({
  schema: fc.constant(2 as const),
  title: maybe(filled),
  notes: maybe(filled),
  request,
  policies: fc.record(layers),
  linked: maybe(fc.array(linked, { minLength: 1, maxLength: 3 })),
  organization: maybe(fc.record({ id: text })),
});

/** As JSON has it: without fields that are undefined. */
export const anyScenario: fc.Arbitrary<Scenario> = scenario.map(
  (made) => JSON.parse(JSON.stringify(made)) as Scenario,
);
