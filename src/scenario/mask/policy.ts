/** A policy masked, its texts to the letter but for the values that change. */
import { visit } from 'jsonc-parser';
import type { Policy } from '../../engine/scenario';
import { isNameKey } from './keys';
import type { Masks } from './text';

type Path = readonly (string | number)[];

export function maskPolicy(policy: Policy, masks: Masks): Policy {
  const { text, document } = policy;
  return {
    ...policy,
    name: masks.prose(policy.name),
    ...(text !== undefined && { text: maskText(text, masks) }),
    ...(document !== undefined && { document: maskValue(document, [], masks) }),
    ...(policy.via !== undefined && { via: masks.prose(policy.via) }),
  };
}

function maskValue(value: unknown, path: Path, masks: Masks): unknown {
  if (typeof value === 'string') return maskString(value, path, masks);
  if (Array.isArray(value)) return value.map((item, at) => maskValue(item, [...path, at], masks));
  if (typeof value !== 'object' || value === null) return value;
  // fromEntries defines properties, so that no name can reach a prototype.
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      maskKey(name, path, masks),
      maskValue(item, [...path, name], masks),
    ]),
  );
}

/** Names inside conditions may hold the identifier of a provider; all others are IAM's own. */
function maskKey(name: string, path: Path, masks: Masks): string {
  return path.includes('Condition') ? masks.ids(name) : name;
}

/** Every text of what was typed, finished or not, in its own place. */
function maskText(text: string, masks: Masks): string {
  const edits: { readonly offset: number; readonly length: number; readonly value: string }[] = [];
  try {
    visit(text, {
      onObjectProperty: (name, offset, length, _line, _column, path) => {
        const masked = maskKey(name, path(), masks);
        if (masked !== name) edits.push({ offset, length, value: JSON.stringify(masked) });
      },
      onLiteralValue: (value, offset, length, _line, _column, path) => {
        if (typeof value !== 'string') return;
        const masked = maskString(value, path(), masks);
        if (masked === value) return;
        const isClosed = length > 1 && text[offset + length - 1] === '"';
        edits.push({
          offset,
          length,
          value: isClosed ? JSON.stringify(masked) : JSON.stringify(masked).slice(0, -1),
        });
      },
    });
  } catch {
    return masks.prose(text); // nested beyond reason
  }
  let masked = '';
  let at = 0;
  for (const { offset, length, value } of edits) {
    masked += text.slice(at, offset) + value;
    at = offset + length;
  }
  return masked + text.slice(at);
}

function maskString(value: string, path: Path, masks: Masks): string {
  const [element, inner] = path.filter(
    (part) => typeof part === 'string' && part !== 'Statement',
  ) as string[];
  switch (element) {
    case 'Action':
    case 'NotAction':
    case 'Effect':
    case 'Version':
      return value;
    case 'Condition': {
      const key = path.filter((part) => typeof part === 'string').at(-1) as string;
      return isNameKey(key) ? masks.names(value) : masks.ids(value);
    }
    case 'Principal':
    case 'NotPrincipal':
      return inner === 'CanonicalUser' ? masks.names(value) : masks.ids(value);
    case 'Sid':
    case 'Id':
      return masks.prose(value);
    default:
      return masks.ids(value);
  }
}
