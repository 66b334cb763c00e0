/** Guards as sentences that people read and write. */
import type { Guard } from '../../case/guard';

const KINDS: Record<Guard['kind'], string> = {
  never: 'Never',
  keepsDeny: 'Denies stay',
  notWider: 'Not wider',
};

/** A guard as a sentence. */
export function guardWords({ kind, name, action, resource, by }: Guard): string {
  if (name !== undefined) return name;
  if (by?.startsWith('outside:') && action === undefined)
    return `Nobody outside ${by.slice('outside:'.length)}`;
  const on = resource === undefined ? '' : ` on ${resource}`;
  const who = by === undefined ? '' : ` by ${by}`;
  return `${KINDS[kind]} ${action ?? 'any action'}${on}${who}`;
}

const FREE = /^(?:never\s+)?([A-Za-z0-9*?-]+:[A-Za-z0-9*?_-]+|\*)(?:\s+on\s+(\S+))?(?:\s+by\s+(\S+))?\.?$/i;
const OUTSIDE = /^nobody\s+outside\s+(\d{12}|o-[a-z0-9]{10,32})\.?$/i;

/** Reads `never ACTION on RESOURCE by PRINCIPAL` and `nobody outside ACCOUNT`; undefined for anything else. */
export function readGuard(sentence: string): Guard | undefined {
  const outside = OUTSIDE.exec(sentence.trim());
  if (outside) return { kind: 'never', by: `outside:${outside[1]!}` };
  const found = FREE.exec(sentence.trim());
  if (!found) return undefined;
  const [, action, resource, by] = found;
  return {
    kind: 'never',
    action: action!,
    ...(resource !== undefined && { resource }),
    ...(by !== undefined && { by }),
  };
}
