/** One text masked by what it holds: ARNs, account IDs, addresses, identifiers; plain names only where asked. */
import { parseArn } from '../language/arn';
import { accountMask } from './accounts';
import { addressMask } from './addresses';
import { isNameKey, isPlainValue, mayBeNameKey } from './keys';
import { isAwsPolicy, isPublicHost } from './vocabulary';
import { wordMask } from './words';

/** What was replaced by what: for the eyes of the one who masks, never to be handed on. */
export interface Replacement {
  readonly kind: 'account' | 'address' | 'identifier' | 'name';
  readonly original: string;
  readonly standIn: string;
}

export interface Masks {
  /** ARNs, accounts, addresses and identifiers, wherever they stand in a text. */
  readonly ids: (text: string) => string;
  /** The same, and every other word: for texts that are names. */
  readonly names: (text: string) => string;
  /** The same, but for common words: names of policies, Sids, targets. */
  readonly labels: (text: string) => string;
  /** The same as `ids`, and names that were masked before: for prose. */
  readonly prose: (text: string) => string;
  /** A condition key: what a person named in it. */
  readonly keys: (key: string) => string;
  /** Are the values of this condition key names? */
  readonly isName: (key: string) => boolean;
  readonly replaced: () => readonly Replacement[];
}

const ARN = /arn:[\w*?-]*:[\w*?-]*:[\w*?-]*:[\w*?${}:-]*?:[^\s"'<>`,;)]*/g;
const ACCOUNT = /(?<![\w.])\d{12}(?![\w.])/g;
const REGION = /\b[a-z]{2}(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central)[a-z]*-\d\b/g;
/** Identifiers that AWS makes: of resources, organizations, principals and keys. */
const IDENTIFIERS =
  /\b(?:(?:vpce|vpc|subnet|sg|i|eni|vol|ami|snap|rtb|acl|tgw|lt|fs|mrk)-[0-9a-f]{6,32}|o-[a-z0-9]{3,32}|r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{4,32}|p-[0-9a-z]{8,128}|A(?:ROA|IDA|KIA|SIA|GPA)[A-Z0-9]{8,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9A-Fa-f]{32,64})\b/g;
/** The host of an identity provider, with its path, in front of a claim. */
const CLAIM = /^([\w-]+(?:\.[\w-]+)+)((?:\/[^:]*)?:[\w./-]+)$/;
const VARIABLE = /\$\{([^}]*)\}/g;

/** How much is masked: values of every key that may hold names, of those that surely do, or no names at all. */
export type Depth = 'every' | 'sure' | 'none';

export function masks(depth: Depth): Masks {
  const withNames = depth !== 'none';
  const accounts = accountMask();
  const addresses = addressMask();
  const words = wordMask();
  const numbered = new Map<string, string>();

  const identifier = (id: string): string => {
    const start = /^(?:[a-z]{1,4}-|A(?:ROA|IDA|KIA|SIA|GPA))/.exec(id)?.[0] ?? '';
    const masked = start + words.maskLetters(id.slice(start.length));
    numbered.set(id, masked);
    return masked;
  };
  const identifiers = (text: string): string => text.replace(IDENTIFIERS, identifier);

  const maskWords = (text: string, mask: (part: string) => string): string =>
    withNames
      ? outside(
          variables(text),
          REGION,
          (part) => part,
          (part) => outside(part, IDENTIFIERS, identifier, mask),
        )
      : identifiers(text);
  const maskName = (text: string): string => maskWords(text, words.mask);

  /** The name of a tag or of an encryption context's entry inside a key or a variable; keys that AWS reserves stay. */
  const keyName = (key: string): string => {
    const claim = CLAIM.exec(key);
    if (claim) return host(claim[1]!) + identifiers(claim[2]!);
    const [, start, tag] = /^(.*(?:tag\/|encryptioncontext:))(.+)$/i.exec(key) ?? [];
    if (start === undefined || tag === undefined || /^aws:/i.test(tag) || !withNames) return identifiers(key);
    return start + outside(tag, /,.*/gs, words.mask, words.maskLabel);
  };
  const variables = (text: string): string =>
    text.replace(VARIABLE, (_, inner: string) => `\${${keyName(inner)}}`);

  const host = (name: string): string => {
    if (!withNames || isPublicHost(name)) return name;
    const labels = name.split('.');
    return [...labels.slice(0, -1).map(words.mask), labels.at(-1)!].join('.');
  };

  const arn = (written: string): string => {
    const parts = parseArn(written);
    if (parts === undefined || parts.account === 'aws') return written;
    const { partition, service, region, account: owner, resource } = parts;
    const masked = owner.replace(ACCOUNT, accounts.mask);
    return `arn:${partition}:${service}:${region}:${masked}:${resourcePart(service, resource)}`;
  };

  /** What AWS itself named stays: types of resources, service-linked roles, public identity providers. */
  const resourcePart = (service: string, resource: string): string => {
    if (resource.includes('aws-service-role/') || resource === 'root') return resource;
    const provider = /^(oidc-provider\/)([^/]+)(\/.*|)$/s.exec(resource);
    if (provider) return provider[1]! + host(provider[2]!) + identifiers(provider[3]!);
    const type = UNTYPED.has(service) ? '' : (/^[\w*?-]+[:/]/.exec(resource)?.[0] ?? '');
    return type + rest(maskName(resource.slice(type.length)));
  };

  const rest = (text: string): string => addresses.mask(text.replace(ACCOUNT, accounts.mask));
  const split = (text: string, other: (part: string) => string): string => outside(text, ARN, arn, other);
  const plain = (text: string): string => rest(identifiers(variables(text)));

  const name = (part: string): string => {
    if (!withNames || /^\d{12}$/.test(part) || isAddress(part) || isPlainValue(part)) return plain(part);
    return isServiceHost(part) ? part : maskName(part);
  };

  return {
    ids: (text) => split(text, plain),
    names: (text) => split(text, name),
    labels: (text) =>
      isAwsPolicy(text)
        ? text
        : split(text, (part) =>
            outside(part, ACCOUNT, accounts.mask, (piece) =>
              maskWords(addresses.mask(piece), words.maskLabel),
            ),
          ),
    prose: (text) => split(text, (part) => words.maskKnown(plain(part))),
    keys: keyName,
    isName: depth === 'every' ? mayBeNameKey : isNameKey,
    replaced: () => [
      ...pairs('account', accounts.given),
      ...pairs('identifier', numbered),
      ...pairs('address', addresses.given),
      ...pairs('name', words.known),
    ],
  };
}

/** Services whose ARNs begin with the name itself. */
const UNTYPED: ReadonlySet<string> = new Set(['s3', 'sqs', 'sns', 'execute-api']);

function pairs(kind: Replacement['kind'], given: ReadonlyMap<string, string>): readonly Replacement[] {
  return [...given]
    .filter(([original, standIn]) => original !== standIn)
    .map(([original, standIn]) => ({ kind, original, standIn }));
}

function isAddress(text: string): boolean {
  return /^[\d.:a-f/]+$/i.test(text) && /[.:]/.test(text);
}

/** Names of services and of public identity providers stay. */
function isServiceHost(text: string): boolean {
  return /^[\w.-]+\.amazonaws\.com(?:\.cn)?$/.test(text) || isPublicHost(text);
}

/** What matches changed one way, all between it another. */
function outside(
  text: string,
  pattern: RegExp,
  inside: (match: string) => string,
  between: (part: string) => string,
): string {
  let masked = '';
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    masked += between(text.slice(at, match.index)) + inside(match[0]);
    at = match.index + match[0].length;
  }
  return masked + between(text.slice(at));
}
