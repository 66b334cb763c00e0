/** Looks up what is known of an identity provider and of the claims in its tokens. */
import { COMMON_CLAIMS, OIDC_PROVIDERS, type OidcProvider } from './oidc-data';

export type { Leaves, OidcProvider } from './oidc-data';

export const GITHUB_ISSUER = 'token.actions.githubusercontent.com';

/** The provider of an issuer, `https://` before it or not; undefined for any other, whose tokens have the common claims. */
export function oidcProvider(issuer: string): OidcProvider | undefined {
  const host = issuerHost(issuer);
  return OIDC_PROVIDERS.find((provider) => provider.issuer.test(host));
}

/** What the condition keys of an issuer begin with. */
export function issuerHost(issuer: string): string {
  return issuer.replace(/^https:\/\//, '').replace(/\/$/, '');
}

/** The names of all claims of an issuer that STS makes condition keys, the common ones first. */
export function claimNames(issuer: string): readonly string[] {
  return [...COMMON_CLAIMS, ...(oidcProvider(issuer)?.claims ?? [])];
}

/** GitHub's subject in its parts, in both of its forms; undefined where it is neither. */
export interface GithubSubject {
  readonly owner: string;
  readonly ownerId?: string;
  readonly repository: string;
  readonly repositoryId?: string;
  /** What stands behind: `ref:refs/heads/main`, `environment:prod`, `pull_request`. */
  readonly context: string;
}

const GITHUB_SUBJECT = /^repo:([^:@/*?]+)(?:@(\d+))?\/([^:@/*?]+)(?:@(\d+))?:(.*)$/s;

export function githubSubject(subject: string): GithubSubject | undefined {
  const match = GITHUB_SUBJECT.exec(subject);
  if (match === null) return undefined;
  const [, owner, ownerId, repository, repositoryId, context] = match;
  return {
    owner: owner!,
    repository: repository!,
    context: context!,
    ...(ownerId !== undefined && { ownerId }),
    ...(repositoryId !== undefined && { repositoryId }),
  };
}

/** The subject with its numbers, or without. */
export function writeGithubSubject(
  { owner, ownerId, repository, repositoryId, context }: GithubSubject,
  form: 'names' | 'ids',
): string {
  const id = (value: string | undefined, word: string): string => (form === 'ids' ? `@${value ?? word}` : '');
  return `repo:${owner}${id(ownerId, 'OWNER_ID')}/${repository}${id(repositoryId, 'REPOSITORY_ID')}:${context}`;
}
