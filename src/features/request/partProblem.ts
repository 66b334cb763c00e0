import { z } from '../../formats/zod';

const account = z.string().check(z.regex(/^\d{12}$/, 'Twelve digits, without hyphens.'));
// AWS Organizations API Reference, "Organization", Id.
const organization = z
  .string()
  .check(z.regex(/^o-[a-z0-9]{10,32}$/, '`o-` and ten or more small letters and digits.'));

const FORMS = { account, managementAccount: account, organization };

/** What is wrong with the form of a part, in words; an empty part is only missing. */
export function partProblem(part: string, value: string): string | undefined {
  if (value === '' || !Object.hasOwn(FORMS, part)) return undefined;
  const result = FORMS[part as keyof typeof FORMS].safeParse(value);
  return result.success ? undefined : result.error.issues[0]?.message;
}
