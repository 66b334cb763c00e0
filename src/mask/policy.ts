/** A policy masked, its texts to the letter but for the values that change. */
import { visit } from 'jsonc-parser';
import type { Policy } from '../case/scenario';
import type { Masks } from './text';

type Path = readonly (string | number)[];

export function maskPolicy(policy: Policy, masks: Masks): Policy {
  const { text, document } = policy;
  return {
    ...policy,
    name: masks.labels(policy.name),
    ...(text !== undefined && { text: maskText(text, masks) }),
    ...(document !== undefined && { document: maskValue(document, [], masks) }),
    ...(policy.via !== undefined && { via: masks.labels(policy.via) }),
    ...(policy.uri !== undefined && { uri: masks.names(policy.uri) }),
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

/** Keys of conditions may hold the name of a tag or a provider, any other an ARN; the rest are IAM's own. */
function maskKey(name: string, path: Path, masks: Masks): string {
  if (!path.includes('Condition')) return masks.ids(name);
  return OPERATOR.test(name) ? name : masks.keys(name);
}

/** Operators stand in a condition beside the keys. */
const OPERATOR =
  /^(?:For(?:All|Any)Values?:)?(?:String|Numeric|Date|Arn|IpAddress|NotIpAddress|Bool|Binary|Null)\w*$/i;

interface Token {
  readonly offset: number;
  readonly length: number;
  readonly written: string;
}

/** Every text of what was typed, finished or not, in its own place; what is no JSON between them, and comments, as prose. */
function maskText(text: string, masks: Masks): string {
  const tokens: Token[] = [];
  const take = (offset: number, length: number, written = text.slice(offset, offset + length)): void => {
    tokens.push({ offset, length, written });
  };
  try {
    visit(text, {
      onObjectProperty: (name, offset, length, _line, _column, path) => {
        const masked = maskKey(name, path(), masks);
        if (masked === name) take(offset, length);
        else take(offset, length, JSON.stringify(masked));
      },
      onLiteralValue: (value: unknown, offset, length, _line, _column, path) => {
        const masked = typeof value === 'string' ? maskString(value, path(), masks) : value;
        if (typeof masked !== 'string' || masked === value) {
          take(offset, length);
          return;
        }
        const isClosed = length > 1 && text[offset + length - 1] === '"';
        take(offset, length, isClosed ? JSON.stringify(masked) : JSON.stringify(masked).slice(0, -1));
      },
    });
  } catch {
    return masks.prose(text); // nested beyond reason
  }
  let masked = '';
  let at = 0;
  for (const { offset, length, written } of tokens) {
    masked += between(text.slice(at, offset), masks) + written;
    at = offset + length;
  }
  return masked + between(text.slice(at), masks);
}

/** Commas and brackets; words there are comments, or text without its quotation marks. */
function between(text: string, masks: Masks): string {
  return /[\p{L}\p{N}]/u.test(text) ? masks.prose(text) : text;
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
      return masks.isName(key) ? masks.names(value) : masks.ids(value);
    }
    case 'Resource':
    case 'NotResource':
      return masks.names(value);
    case 'Principal':
    case 'NotPrincipal':
      return inner === 'Service' ? masks.ids(value) : masks.names(value);
    case 'Sid':
    case 'Id':
      return masks.labels(value);
    default:
      return masks.ids(value);
  }
}
