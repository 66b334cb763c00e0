/**
 * Whom the conditions of a trust policy leave of those who can get a token from an identity provider.
 * IAM User Guide: "Identity-provider controls for shared OIDC providers" (one issuer for all its customers), "Create a
 * role for OpenID Connect federation". What the pages of each provider say of its claims stands in `catalog/oidc-data.ts`.
 */
import { GITHUB_ISSUER, issuerHost, oidcProvider, type Leaves } from '../catalog/oidc';
import type { Comparison } from '../language/operators';

/** A condition on a claim that the caller cannot choose. */
export interface ClaimLimit {
  readonly kind: 'claims';
  /** What the condition key begins with, and what stands behind the colon. */
  readonly issuer: string;
  readonly claim: string;
  /** Whom each of its values leaves, in words; code stands between backticks. */
  readonly who: readonly string[];
  readonly values: readonly string[];
}

/** Those who hold a token that a statement takes, in words. */
export interface TokenHolders {
  /** `any repository of GitHub`; of several conditions, what each leaves. */
  readonly who: readonly string[];
  /** Nobody of those who can get a token is kept out. */
  readonly all: boolean;
  /** A subject, or another claim that tells holders apart, is named; an audience alone does not. */
  readonly bySubject: boolean;
  /** What else is to be known of the subjects that are named. */
  readonly notes: readonly string[];
}

/** The issuer and the claim of a condition key; undefined where it is no claim. */
export function claimOf(key: string): { readonly issuer: string; readonly claim: string } | undefined {
  const colon = key.lastIndexOf(':');
  const issuer = key.slice(0, Math.max(0, colon));
  return issuer.includes('.') || issuer.toLowerCase() === 'saml'
    ? { issuer, claim: key.slice(colon + 1) }
    : undefined;
}

/** The application that a token is for, by its names. */
export function isAudience(claim: string): boolean {
  return /^(?:aud|oaud|app_id)$/i.test(claim);
}

const COMPARED: readonly Comparison[] = ['equals', 'equalsIgnoreCase', 'like'];

/** Of the claims of a SAML answer these are the same for all users: IAM User Guide, "Available keys for SAML-based federation". */
const OF_ALL_SAML: ReadonlySet<string> = new Set(['aud', 'iss', 'sub_type', 'namequalifier', 'doc']);

/**
 * Whom a condition on a claim leaves: undefined where it leaves everybody, because a value is a wildcard, or because who
 * asks for the token chooses the claim.
 */
export function claimLimit(
  key: string,
  values: readonly string[],
  comparison: Comparison,
): ClaimLimit | undefined {
  const found = claimOf(key);
  if (found === undefined || !COMPARED.includes(comparison)) return undefined;
  const pattern = comparison === 'like';
  const who = values.map((value) => leftBy(found.issuer, found.claim, value, pattern));
  if (!who.every((one) => one !== undefined)) return undefined;
  return { kind: 'claims', ...found, who: [...new Set(who)], values };
}

function leftBy(issuer: string, claim: string, value: string, pattern: boolean): string | undefined {
  if (!pattern && /[*?]/.test(value)) return `tokens whose \`${claim}\` is \`${value}\` to the letter`;
  const open = value.search(/[*?]|\$\{/);
  const fixed = open === -1 ? value : value.slice(0, open);
  const level = levelsOf(issuer, claim).findLast(
    ({ begins, whole }) => (whole === undefined || open === -1) && begins.test(fixed),
  );
  if (level === undefined)
    return value[open] === '$' ? `tokens whose \`${claim}\` fits \`${value}\`` : undefined;
  const match = level.begins.exec(fixed)!;
  const rest = value.slice(match[0].length);
  // What a subject says behind whom it names: `ref:refs/heads/main`.
  const more = match[0].endsWith(':') && !/^\**$/.test(rest) ? `, \`${rest}\`` : '';
  return filled(level.who, match) + more;
}

function levelsOf(issuer: string, claim: string): readonly Leaves[] {
  const provider = oidcProvider(issuer);
  const name = claim.toLowerCase();
  if (provider !== undefined) return Object.hasOwn(provider.leaves, name) ? provider.leaves[name]! : [];
  if (issuer.toLowerCase() === 'saml') return OF_ALL_SAML.has(name) ? [] : users(`saml:${claim}`);
  if (isAudience(name))
    return [{ begins: /^(.+)$/s, who: 'those who sign in to the application `$1`', whole: true }];
  return /^(?:sub|email|id|user_id)$/.test(name) ? users(claim) : [];
}

const users = (claim: string): readonly Leaves[] => [
  { begins: /^(.+)/s, who: `users whose \`${claim}\` begins with \`$1\`` },
  { begins: /^(.+)$/s, who: `users whose \`${claim}\` is \`$1\``, whole: true },
];

function filled(words: string, match: RegExpExecArray | null): string {
  return words.replace(/\$(\d)/g, (_, group: string) => match?.[Number(group)] ?? '');
}

/** Everybody who can get a token of a provider: an ARN, or the name of one that every account has. */
function everybodyOf(provider: string, issuer: string): string {
  const known = oidcProvider(issuer);
  if (known !== undefined) return filled(known.everybody, known.issuer.exec(issuerHost(issuer)));
  const saml = /:saml-provider\/(.+)$/.exec(provider)?.[1];
  return saml === undefined ? `every user of \`${issuer}\`` : `every user of the SAML provider \`${saml}\``;
}

/** The host of a provider's ARN, with its path: what its condition keys begin with. */
export function issuerOfProvider(provider: string): string {
  if (/:saml-provider\//.test(provider)) return 'saml';
  const mark = ':oidc-provider/';
  const at = provider.indexOf(mark);
  return at === -1 ? provider : provider.slice(at + mark.length);
}

/** Who may hold a token of this provider that meets all limits. */
export function holdersOf(provider: string, limits: readonly ClaimLimit[]): TokenHolders {
  const issuer = issuerOfProvider(provider);
  const own = limits.filter((limit) => limit.issuer.toLowerCase() === issuer.toLowerCase());
  if (own.length === 0)
    return { who: [everybodyOf(provider, issuer)], all: true, bySubject: false, notes: [] };
  return {
    who: own.map(({ who }) => who.join(' or ')),
    all: false,
    bySubject: own.some(({ claim }) => !isAudience(claim)),
    notes: own.flatMap(({ claim, values }) =>
      isGithub(issuer) && claim.toLowerCase() === 'sub' ? formNotes(values) : [],
    ),
  };
}

const isGithub = (issuer: string): boolean =>
  oidcProvider(issuer) !== undefined && oidcProvider(issuer) === oidcProvider(GITHUB_ISSUER);

/**
 * GitHub changelog of 23 April 2026: repositories that are created or renamed from 15 July 2026 on have the numbers of
 * owner and repository in the subject, others may choose to. A policy that names one form does not take the other.
 */
function formNotes(values: readonly string[]): readonly string[] {
  const names = values.find((value) => /^repo:[^:@/*?$]+\//.test(value));
  const numbers = values.find((value) => /^repo:[^:@/*?$]+@/.test(value));
  if (names !== undefined && numbers === undefined)
    return [
      `Repositories created or renamed since 15 July 2026 have numbers in the subject, as in \`${withNumbers(names)}\`: those are not let in.`,
    ];
  if (numbers !== undefined && names === undefined)
    return [
      `Repositories whose subject has no numbers, as in \`${withoutNumbers(numbers)}\`, are not let in.`,
    ];
  return [];
}

const withNumbers = (subject: string): string =>
  subject.replace(
    /^repo:([^:@/*?]+)\/([^:@/*?]*)/,
    (_, owner: string, name: string) =>
      `repo:${owner}@OWNER_ID/${name === '' ? '' : `${name}@REPOSITORY_ID`}`,
  );

const withoutNumbers = (subject: string): string =>
  subject.replace(/^repo:([^:@/*?]+)@[^/:]*/, 'repo:$1').replace(/^(repo:[^:@/]+\/[^:@/]+)@[^/:]*/, '$1');
