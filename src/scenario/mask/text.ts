/** One text masked by what it holds: ARNs, account IDs, addresses, identifiers; plain names only where asked. */
import { parseArn } from '../../language/arn';
import { accountMask } from './accounts';
import { addressMask } from './addresses';
import { wordMask } from './words';

export interface Masks {
  /** ARNs, accounts, addresses and identifiers, wherever they stand in a text. */
  readonly ids: (text: string) => string;
  /** The same, and every other word: for texts that are names. */
  readonly names: (text: string) => string;
  /** The same as `ids`, and names that were masked before: for prose. */
  readonly prose: (text: string) => string;
}

const ARN = /arn:[\w*?-]*:[\w*?-]*:[\w*?-]*:[\w*?${}:-]*?:[^\s"'<>`,;)]*/g;
const ACCOUNT = /(?<![\w.])\d{12}(?![\w.])/g;
const REGION = /\b[a-z]{2}(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central)[a-z]*-\d\b/g;
/** Identifiers that AWS makes: of resources, organizations, principals and keys. */
const IDENTIFIERS =
  /\b(?:(?:vpce|vpc|subnet|sg|i|eni|vol|ami|snap|rtb|acl|tgw|lt|fs|mrk)-[0-9a-f]{6,32}|o-[a-z0-9]{3,32}|r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{4,32}|p-[0-9a-z]{8,128}|A(?:ROA|IDA|KIA|SIA|GPA)[A-Z0-9]{8,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9A-Fa-f]{32,64})\b/g;

/** `names: false` masks only what AWS or the network numbered. */
export function masks(withNames: boolean): Masks {
  const account = accountMask();
  const addresses = addressMask();
  const words = wordMask();
  const maskName = (text: string): string =>
    withNames
      ? outside(
          text,
          REGION,
          (part) => part,
          (part) => outside(part, IDENTIFIERS, identifier, words.mask),
        )
      : identifiers(text);

  const identifier = (id: string): string => {
    const start = /^(?:[a-z]{1,4}-|A(?:ROA|IDA|KIA|SIA|GPA))/.exec(id)?.[0] ?? '';
    return start + words.mask(id.slice(start.length));
  };
  const identifiers = (text: string): string => text.replace(IDENTIFIERS, identifier);

  const arn = (written: string): string => {
    const parts = parseArn(written);
    if (parts === undefined || parts.account === 'aws') return written;
    const { partition, service, region, account: owner, resource } = parts;
    const masked = owner.replace(ACCOUNT, account);
    return `arn:${partition}:${service}:${region}:${masked}:${resourcePart(service, resource)}`;
  };

  /** What AWS itself named stays: types of resources, service-linked roles, hosts of identity providers. */
  const resourcePart = (service: string, resource: string): string => {
    if (resource.includes('aws-service-role/') || resource === 'root') return resource;
    if (resource.startsWith('oidc-provider/')) return identifiers(resource);
    const type = UNTYPED.has(service) ? '' : (/^[\w*?-]+[:/]/.exec(resource)?.[0] ?? '');
    return type + rest(maskName(resource.slice(type.length)));
  };

  const rest = (text: string): string => addresses(text.replace(ACCOUNT, account));

  const split = (text: string, other: (part: string) => string): string => outside(text, ARN, arn, other);

  const plain = (text: string): string => rest(identifiers(text));
  return {
    ids: (text) => split(text, plain),
    names: (text) =>
      split(text, (part) =>
        /^\d{12}$/.test(part) || isAddress(part) || !withNames ? plain(part) : keepAmazon(part, maskName),
      ),
    prose: (text) => split(text, (part) => words.maskKnown(plain(part))),
  };
}

/** Services whose ARNs begin with the name itself. */
const UNTYPED: ReadonlySet<string> = new Set(['s3', 'sqs', 'sns', 'execute-api']);

function isAddress(text: string): boolean {
  return /^[\d.:a-f/]+$/i.test(text) && /[.:]/.test(text);
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

/** Service names stay. */
function keepAmazon(text: string, mask: (part: string) => string): string {
  return /\.amazonaws\.com(?:\.cn)?$/.test(text) ? text : mask(text);
}
