import { z } from 'zod';
import type { RequestField } from '../../engine/evaluation';

const account = z
  .string()
  .regex(/^\d{12}$/, 'An account ID has 12 digits. Leave the field empty to take the account from the ARN.');

const arn = (example: string): z.ZodString =>
  z.string().regex(/^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+$/s, {
    message: `An ARN has six parts between colons, such as \`${example}\`.`,
  });

const SCHEMAS: Record<RequestField, z.ZodType<string>> = {
  principal: z.union(
    [arn(''), z.literal('*'), z.string().regex(/^[a-z\d][a-z\d-]*(\.[a-z\d-]+)+(\/\S*)?$/i)],
    'Give an ARN such as `arn:aws:iam::111122223333:user/alice`, a service such as `lambda.amazonaws.com`, or `*` for a caller without credentials.',
  ),
  role: arn('arn:aws:iam::111122223333:role/team/App'),
  user: arn('arn:aws:iam::111122223333:user/alice'),
  action: z
    .string()
    .regex(
      /^[\w-]+:[\w]+$/,
      'An action is a service and a name with a colon between, such as `s3:GetObject`.',
    ),
  resource: z.union(
    [arn(''), z.literal('*')],
    'Give an ARN such as `arn:aws:s3:::bucket/key`, or `*` for an action that has no resource.',
  ),
  resourceAccount: account,
};

/** What is wrong with the form of a field, in words; undefined where nothing is, or the field is empty. */
export function fieldProblem(field: RequestField, value: string): string | undefined {
  if (value === '') return undefined;
  const result = SCHEMAS[field].safeParse(value);
  return result.success ? undefined : result.error.issues[0]?.message;
}
