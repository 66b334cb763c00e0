/** The shape of scenario version 1. Strict: a field that is not known is an error, never dropped in silence. */
import type { Scenario } from '../case/scenario';
import { LAYER_TABLE, perLayer } from '../case/layers';
import { LIMITS } from '../case/limits';
import { z } from './zod';

const text = z.string();

/** Where a union of shapes fails as a whole, the words for it. */
const oneOf = (words: string) => ({ error: () => words });

const unknown = z.literal('unknown');

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
});

const policy = policyFields.check(
  z.refine(
    ({ document: parsed, text: typed }) => (parsed === undefined) !== (typed === undefined),
    'A policy has either a `document` or a `text`: one of the two, not both.',
  ),
);

const level = z.strictObject({ target: text, policies: z.array(policy) });

const onePolicy = z.optional(
  z.union([unknown, policy], oneOf('This must be a policy `{ "name", "document" }` or `"unknown"`.')),
);
const manyPolicies = z.optional(
  z.union([unknown, z.array(policy)], oneOf('This must be a list of policies or `"unknown"`.')),
);
const levels = z.optional(
  z.union([unknown, z.array(level)], oneOf('This must be a list of levels, the root first, or `"unknown"`.')),
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

const test = z.strictObject({
  name: text,
  request: z.partial(request),
  expect: z.enum(['Allowed', 'Denied']),
});

export const scenarioShape = z.strictObject({
  schema: z.literal(1),
  title: z.optional(text),
  notes: z.optional(text),
  request,
  policies: layers,
  organization: z.optional(z.strictObject({ id: z.optional(text), managementAccount: z.optional(text) })),
  s3: z.optional(s3),
  tests: z.optional(z.array(test)),
  linked: z.optional(
    z
      .array(linkedRequest)
      .check(z.maxLength(LIMITS.linked, `A call has at most ${LIMITS.linked} linked requests.`)),
  ),
});

/**
 * What the shape reads is what the engine takes. The cast bridges two differences only: zod's optional fields admit an
 * explicit `undefined`, which JSON does not have, and which layer holds what is in the table of layers, not in the type.
 */
export const toScenario = (read: z.infer<typeof scenarioShape>): Scenario => read as Scenario;
