/** Finding a user or role among thousands. */
import type { Account, AccountPrincipal } from './read';

/** Principals whose ARN has all of the words, exact names and beginnings of names first. */
export function searchPrincipals(account: Account, words: string): readonly AccountPrincipal[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const [first] = wanted;
  if (first === undefined) return account.principals;
  const ranked: [AccountPrincipal[], AccountPrincipal[], AccountPrincipal[]] = [[], [], []];
  for (const principal of account.principals) {
    const arn = principal.arn.toLowerCase();
    if (!wanted.every((word) => arn.includes(word))) continue;
    const name = principal.name.toLowerCase();
    ranked[name === first || arn === first ? 0 : name.startsWith(first) ? 1 : 2].push(principal);
  }
  return ranked.flat();
}

/** The user or role of an account that a principal is, or is a session of. */
export function principalIn(account: Account, principal: string): AccountPrincipal | undefined {
  const exact = account.principals.find(({ arn }) => arn === principal);
  if (exact !== undefined) return exact;
  const session = /^arn:[^:]+:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(principal);
  if (session === null) return undefined;
  return account.principals.find(
    ({ kind, arn, name }) => kind === 'role' && name === session[2] && arn.split(':')[4] === session[1],
  );
}
