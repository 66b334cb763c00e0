/** JSON Web Tokens (RFC 7519) as identity providers give them to STS: decoded, never checked, never kept. */
import { claimNames, issuerHost, oidcProvider } from '../../catalog/oidc';
import { fromBase64Url } from '../../formats/base64';
import { isObject, type JsonObject } from '../evidence/values';
import type { TokenRead } from './types';

/** Three parts of base64url; the first two are objects. The last may be cut off, and nothing is read of it. */
const JWT = /(?<![\w.-])eyJ[\w-]{8,4000}\.eyJ[\w-]{8,20000}(?:\.[\w-]{0,4000})?/;

/** The first token of a text that names its issuer; undefined where there is none. */
export function readJwt(text: string): TokenRead | undefined {
  const match = JWT.exec(text);
  const claims = match === null ? undefined : decoded(match[0].split('.')[1]!);
  const issuer = claims?.['iss'];
  if (match === null || claims === undefined || typeof issuer !== 'string') return undefined;
  const host = issuerHost(issuer);
  const name = oidcProvider(host)?.name;
  return {
    kind: 'jwt',
    issuer: host,
    tokens: [{ label: 'the token', context: contextOf(claims, host) }],
    notes: [
      `A token of ${name ?? `\`${host}\``} was decoded in this page. Its signature was not checked, and the token is not kept: only its claims are, as condition keys.`,
      ...leftOut(claims, host),
    ],
    part: { start: match.index, end: match.index + match[0].length },
  };
}

/**
 * The claims as STS passes them on. IAM User Guide, "IAM and AWS STS condition context keys": `aud` is `azp` where the
 * token has one, and then `oaud` is its `aud`.
 */
function contextOf(claims: JsonObject, issuer: string): TokenRead['tokens'][number]['context'] {
  const azp = claims['azp'];
  const found: [string, string | string[]][] = [];
  for (const name of claimNames(issuer)) {
    const from =
      name === 'aud' && azp !== undefined ? azp : name === 'oaud' ? oaud(claims) : claimOf(claims, name);
    const value = valueOf(from);
    if (value !== undefined) found.push([`${issuer}:${name}`, value]);
  }
  return Object.fromEntries(found);
}

function oaud(claims: JsonObject): unknown {
  return claims['azp'] === undefined ? undefined : claims['aud'];
}

/** Google's key has a slash where its claim has a colon. */
function claimOf(claims: JsonObject, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  const written = name.replace('/', ':');
  return Object.hasOwn(claims, written) ? claims[written] : undefined;
}

function valueOf(claim: unknown): string | string[] | undefined {
  if (typeof claim === 'string' || typeof claim === 'number' || typeof claim === 'boolean')
    return String(claim);
  if (!Array.isArray(claim)) return undefined;
  const texts = claim.filter((item): item is string => typeof item === 'string');
  return texts.length === 1 ? texts[0]! : texts.length === 0 ? undefined : texts;
}

/** RFC 7519, section 4.1, and what says nothing of the caller. */
const ASIDE: ReadonlySet<string> = new Set(['iss', 'exp', 'nbf', 'iat', 'jti', 'azp', 'aud', 'sub']);

function leftOut(claims: JsonObject, issuer: string): readonly string[] {
  const known = new Set(claimNames(issuer));
  const others = Object.keys(claims).filter((name) => !known.has(name) && !ASIDE.has(name));
  if (others.length === 0) return [];
  const shown = others.slice(0, 8).map((name) => `\`${name.replace(/`/g, '')}\``);
  return [
    `STS does not pass on ${shown.join(', ')}${others.length > 8 ? ` and ${others.length - 8} more` : ''}: no policy can read them.`,
  ];
}

function decoded(part: string): JsonObject | undefined {
  const bytes = fromBase64Url(part);
  if (bytes === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(fromUtf8(bytes));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** By hand: the core runs without browser or Node. @throws URIError where the bytes are no text. */
function fromUtf8(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`);
  return decodeURIComponent(hex.join(''));
}
