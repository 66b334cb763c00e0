/** The shape of scenario version 2. Strict: a field that is not known is an error, never dropped in silence. */
import type { Scenario } from '../case/scenario';
import { LAYERS, LAYER_TABLE, perLayer } from '../case/layers';
import type { Layer } from '../case/layers';
import { LIMITS } from '../case/limits';
import { lessonShape } from './lesson-shape';
import { z } from './zod';

const text = z.string();

/** Where a union of shapes fails as a whole, the words for it. */
const oneOf = (words: string) => ({ error: () => words });

/** A layer that nobody here can see is unknown, or supposed to allow. */
const unknown = z.literal('unknown');
const supposed = z.strictObject({ supposed: z.literal('allows') });

/** A parsed policy: an object. What is not one yet is kept as `text`. */
const document = z.custom<object>(
  (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
  { error: () => 'A document must be an object `{ … }`. Unfinished text goes into `text`.' },
);

const policyFields = z.strictObject({
  name: text,
  document: z.optional(document),
  text: z.optional(text),
  off: z.optional(z.boolean()),
  via: z.optional(text),
  uri: z.optional(text),
  reported: z.optional(z.literal(true)),
});

const policy = policyFields.check(
  z.refine(
    ({ document: parsed, text: typed }) => (parsed === undefined) !== (typed === undefined),
    'A policy has either a `document` or a `text`: one of the two, not both.',
  ),
);

const level = z.strictObject({ target: text, policies: z.array(policy) });

const onePolicy = z.optional(
  z.union(
    [unknown, policy, supposed],
    oneOf('This must be a policy `{ "name", "document" }` or `"unknown"`.'),
  ),
);
const manyPolicies = z.optional(
  z.union([unknown, z.array(policy), supposed], oneOf('This must be a list of policies or `"unknown"`.')),
);
const levels = z.optional(
  z.union(
    [unknown, z.array(level), supposed],
    oneOf('This must be a list of levels, the root first, or `"unknown"`.'),
  ),
);

const contextValue = z.union(
  [text, z.array(text), z.null()],
  oneOf('A context value must be text, a list of texts, or `null` where it is not known.'),
);

const context = z.record(text, contextValue);

const request = z.strictObject({
  principal: text,
  role: z.optional(text),
  user: z.optional(text),
  action: text,
  resource: text,
  resourceAccount: z.optional(text),
  context: z.optional(context),
});

const flag = z.optional(z.boolean());

const s3 = z.strictObject({
  objectOwnership: z.optional(z.enum(['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'])),
  acl: z.optional(
    z.array(
      z.strictObject({
        grantee: text,
        permission: z.enum(['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP', 'FULL_CONTROL']),
      }),
    ),
  ),
  blockPublicAccess: z.optional(
    z.strictObject({
      blockPublicAcls: flag,
      ignorePublicAcls: flag,
      blockPublicPolicy: flag,
      restrictPublicBuckets: flag,
    }),
  ),
});

const LAYER_NAMES = LAYERS as readonly [Layer, ...Layer[]];

const HELD = { one: onePolicy, list: manyPolicies, levels } as const;

const layers = z.strictObject(perLayer((layer) => HELD[LAYER_TABLE[layer].holds]));
const own = z.strictObject(perLayer((layer) => z.nullable(HELD[LAYER_TABLE[layer].holds])));

const linkedRequest = z.strictObject({
  name: text,
  request: z.partial(request),
  through: z.optional(text),
  policies: z.optional(own),
  s3: z.optional(z.nullable(s3)),
});

const because = z.strictObject({
  layer: z.enum(LAYER_NAMES),
  policy: z.optional(text),
  statement: z.optional(
    z.union([z.number(), text], oneOf('A statement is told by its number or its `Sid`.')),
  ),
});

const test = z.strictObject({
  name: text,
  request: z.partial(request),
  expect: z.enum(['Allowed', 'Denied']),
  because: z.optional(because),
  policies: z.optional(own),
});

/** What AWS itself said of a request. */
const awsSaid = z.strictObject({
  request: z.strictObject({ principal: text, action: text, resource: text, context: z.optional(context) }),
  outcome: z.optional(z.enum(['Allowed', 'ExplicitlyDenied', 'ImplicitlyDenied'])),
  matched: z.array(z.strictObject({ uri: text, sid: z.optional(text), effect: z.enum(['Allow', 'Deny']) })),
});

/** One case by itself. */
const bodyFields = {
  title: z.optional(text),
  notes: z.optional(text),
  request,
  policies: layers,
  organization: z.optional(z.strictObject({ id: z.optional(text), managementAccount: z.optional(text) })),
  s3: z.optional(s3),
  linked: z.optional(
    z
      .array(linkedRequest)
      .check(z.maxLength(LIMITS.linked, `A call has at most ${LIMITS.linked} linked requests.`)),
  ),
  placeholders: z.optional(z.record(text, z.nullable(text))),
  aws: z.optional(z.array(awsSaid)),
};

const body = z.strictObject({ schema: z.optional(z.literal(2)), ...bodyFields });

const texts = z.union([text, z.array(text)]);

const guard = z.strictObject({
  kind: z.enum(['never', 'keepsDeny', 'notWider']),
  name: z.optional(text),
  action: z.optional(text),
  resource: z.optional(text),
  exceptResource: z.optional(text),
  exceptPrincipal: z.optional(
    z.strictObject({
      AWS: z.optional(texts),
      Service: z.optional(texts),
      Federated: z.optional(texts),
    }),
  ),
  by: z.optional(text),
  unless: z.optional(z.record(text, z.record(text, texts))),
});

export const scenarioShape = z.strictObject({
  schema: z.literal(2),
  ...bodyFields,
  tests: z.optional(z.array(test)),
  before: z.optional(body),
  chain: z.optional(
    z.array(body).check(z.maxLength(LIMITS.chain, `A chain has at most ${LIMITS.chain} steps.`)),
  ),
  guards: z.optional(z.array(guard)),
  lesson: z.optional(lessonShape({ request, own })),
});

/**
 * What the shape reads is what the engine takes. The cast bridges two differences only: zod's optional fields admit an
 * explicit `undefined`, which JSON does not have, and which layer holds what is in the table of layers, not in the type.
 */
export const toScenario = (read: z.infer<typeof scenarioShape>): Scenario => read as unknown as Scenario;
