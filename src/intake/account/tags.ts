/** The tags of a user, role or policy in an account's answer. */
import { at, listAt, textAt, type JsonObject } from '../evidence/values';

/** Keys and values; an entry that is no tag is left out. */
export function tagsOf(detail: JsonObject): readonly (readonly [key: string, value: string])[] {
  return listAt(detail, 'Tags').flatMap((tag) => {
    const [key, value] = [textAt(tag, 'Key'), at(tag, 'Value')];
    return key !== undefined && typeof value === 'string' ? [[key, value] as const] : [];
  });
}
