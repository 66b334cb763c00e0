/** Guards as sentences that people read and write. */
import type { Guard, GuardCondition, GuardPrincipal } from '../../case/guard';

const KINDS: Record<Guard['kind'], string> = {
  never: 'Never',
  keepsDeny: 'Denies stay',
  notWider: 'Not wider',
};

/** A guard as a sentence. */
export function guardWords(guard: Guard): string {
  const { kind, name, action, resource, exceptResource, exceptPrincipal, by, unless } = guard;
  if (name !== undefined) return name;
  if (by?.startsWith('outside:') && action === undefined && resource === undefined)
    return `Nobody outside ${by.slice('outside:'.length)}`;
  const on = resource === undefined ? '' : ` on ${resource}`;
  const except = exceptResource === undefined ? '' : ` except on ${exceptResource}`;
  const but = exceptPrincipal === undefined ? '' : ` except by ${principalsOf(exceptPrincipal).join(', ')}`;
  const who = by === undefined ? '' : ` by ${by}`;
  const or = unless === undefined ? '' : ` unless ${conditionWords(unless)}`;
  return `${KINDS[kind]} ${action ?? 'any action'}${on}${except}${who}${but}${or}`;
}

const principalsOf = (principal: GuardPrincipal): readonly string[] => Object.values(principal).flat();

/** Accounts and ARNs of principals, providers of identities, services: by the look of them, as they stand in a policy. */
function principalOf(list: string): GuardPrincipal {
  const found: Record<'AWS' | 'Service' | 'Federated', string[]> = { AWS: [], Service: [], Federated: [] };
  for (const one of list.split(',').map((text) => text.trim())) {
    const isProvider =
      /:(oidc|saml)-provider\//.test(one) || /^(accounts\.google|graph\.facebook)\.com$/.test(one);
    const kind = isProvider
      ? 'Federated'
      : /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(one)
        ? 'Service'
        : 'AWS';
    found[kind].push(one);
  }
  return Object.fromEntries(Object.entries(found).filter(([, values]) => values.length > 0));
}

/** `KEY is there`, `KEY is VALUE`, or the block as it stands. */
function conditionWords(condition: GuardCondition): string {
  return Object.entries(condition)
    .flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, value]) => {
        const values = [value].flat();
        if (operator === 'Null') return `${key} is ${values[0] === 'false' ? 'there' : 'not there'}`;
        const plain = operator === 'StringLike' || operator === 'StringEquals';
        return `${key} ${plain ? 'is' : operator} ${values.join(' or ')}`;
      }),
    )
    .join(' and ');
}

const FREE =
  /^(?:never\s+)?(any action|[a-z0-9*?-]+:[a-z0-9*?_-]+|\*)(?:\s+on\s+(\S+))?(?:\s+except\s+on\s+(\S+))?(?:\s+by\s+(\S+))?(?:\s+except\s+by\s+([^\s,]+(?:\s*,\s*[^\s,]+)*))?(?:\s+unless\s+(\S+)\s+is\s+(\S+))?\.?$/i;
const OUTSIDE = /^nobody\s+outside\s+(\d{12}|o-[a-z0-9]{10,32})\.?$/i;

/**
 * Reads `never ACTION on RESOURCE except on RESOURCE by PRINCIPAL except by PRINCIPAL, … unless KEY is VALUE` (or `is there`), of
 * which all but the action may be left out, and `nobody outside ACCOUNT`; undefined for anything else.
 */
export function readGuard(sentence: string): Guard | undefined {
  const outside = OUTSIDE.exec(sentence.trim());
  if (outside) return { kind: 'never', by: `outside:${outside[1]!}` };
  const found = FREE.exec(sentence.trim());
  if (!found) return undefined;
  const [, action, resource, exceptResource, by, but, key, value] = found;
  const isAny = action!.toLowerCase() === 'any action';
  if (isAny && resource === undefined) return undefined;
  return {
    kind: 'never',
    ...(!isAny && { action: action! }),
    ...(resource !== undefined && { resource }),
    ...(exceptResource !== undefined && { exceptResource }),
    ...(by !== undefined && { by }),
    ...(but !== undefined && { exceptPrincipal: principalOf(but) }),
    ...(key !== undefined && value !== undefined && { unless: conditionOf(key, value) }),
  };
}

function conditionOf(key: string, value: string): GuardCondition {
  if (value.toLowerCase() === 'there') return { Null: { [key]: 'false' } };
  return { StringLike: { [key]: value } };
}
