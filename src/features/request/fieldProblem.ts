import type { RequestField } from '../../engine/evaluation';
import { z } from '../../scenario/zod';

const text = (form: RegExp, message: string): z.ZodMiniType<string> =>
  z.string().check(z.regex(form, message));

const ARN = /^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+$/s;
const HOST = /^[a-z\d][a-z\d-]*(\.[a-z\d-]+)+(\/\S*)?$/i;

/** The form that each field has; whether what it names exists, nobody here can know. */
const FORMS: Record<RequestField, z.ZodMiniType<string>> = {
  principal: text(
    new RegExp(`${ARN.source}|^\\*$|${HOST.source}`, 'is'),
    'Give an ARN such as `arn:aws:iam::111122223333:user/alice`, a service such as `lambda.amazonaws.com`, or `*` for a caller without credentials.',
  ),
  role: text(ARN, 'Give the ARN of the role, such as `arn:aws:iam::111122223333:role/team/App`.'),
  user: text(ARN, 'Give the ARN of the IAM user, such as `arn:aws:iam::111122223333:user/alice`.'),
  action: text(
    /^[\w-]+:\w+$/,
    'An action is a service and a name with a colon between, such as `s3:GetObject`.',
  ),
  resource: text(
    new RegExp(`${ARN.source}|^\\*$`, 's'),
    'Give an ARN such as `arn:aws:s3:::bucket/key`, or `*` for an action that has no resource.',
  ),
  resourceAccount: text(
    /^\d{12}$/,
    'An account ID has 12 digits. Leave the field empty to take the account from the ARN.',
  ),
};

/** What is wrong with the form of a field, in words; undefined where nothing is, or the field is empty. */
export function fieldProblem(field: RequestField, value: string): string | undefined {
  if (value === '') return undefined;
  const result = FORMS[field].safeParse(value);
  return result.success ? undefined : result.error.issues[0]?.message;
}
