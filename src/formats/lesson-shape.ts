/** The shape of what a case says of a lesson: `case/lesson-block.ts` tells what each field means. */
import { LESSON_LIMITS } from '../case/lesson-block';
import { z } from './zod';

const text = z.string();

const claim = z.strictObject({
  decision: z.enum(['Allowed', 'ExplicitlyDenied', 'ImplicitlyDenied']),
  by: z.optional(text),
  statement: z.optional(z.number()),
  missing: z.optional(text),
  at: z.optional(text),
  failing: z.optional(z.array(z.number())),
});

const question = z.strictObject({
  kind: z.literal('predict'),
  question: text,
  options: z.array(
    z.strictObject({
      id: text,
      text,
      claims: claim,
      belief: z.optional(text),
      reasonOnly: z.optional(z.literal(true)),
      say: text,
    }),
  ),
});

const constraint = z.strictObject({
  kind: z.enum(LESSON_LIMITS),
  say: text,
  in: z.optional(z.enum(['Action', 'Resource', 'Principal'])),
  element: z.optional(text),
  sid: z.optional(text),
  only: z.optional(text),
  count: z.optional(z.number()),
  severity: z.optional(z.enum(['error', 'security', 'warning', 'suggestion'])),
  than: z.optional(z.literal('solution')),
});

/** @param parts the shapes of a request and of layers of one's own, which a test of a lesson has like every test */
export function lessonShape<R extends z.core.$ZodLooseShape, O extends z.core.$ZodType>(parts: {
  readonly request: z.ZodMiniObject<R, z.core.$strict>;
  readonly own: O;
}) {
  const test = z.strictObject({
    name: text,
    request: z.partial(parts.request),
    expect: z.enum(['Allowed', 'Denied']),
    policies: z.optional(parts.own),
    of: z.optional(z.union([z.number(), z.literal('call')])),
    say: z.optional(text),
  });
  const repair = z.strictObject({
    task: text,
    edit: z.array(text),
    tests: z.array(test),
    hidden: z.optional(z.array(test)),
    constraints: z.optional(z.array(constraint)),
    hints: z.optional(z.array(text)),
  });
  return z.union([
    z.strictObject({
      title: z.optional(text),
      story: z.optional(text),
      ask: z.optional(question),
      rule: z.optional(text),
      repair: z.optional(repair),
      learn: z.optional(text),
    }),
    z.strictObject({ of: text }),
  ]);
}
