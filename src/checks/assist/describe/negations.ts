/** What the negating elements mean, and where they surprise. */

export interface Negation {
  readonly what: string;
  readonly allow: string;
  readonly deny: string;
}

/** IAM User Guide: "NotAction", "NotResource", "NotPrincipal". */
export const NEGATIONS: Readonly<Record<string, Negation>> = {
  NotAction: {
    what: 'Every action **except** those listed.',
    allow:
      'With `Allow` that is every other action of every service, those that AWS adds later too. It does not deny the ones listed.',
    deny: 'With `Deny` only the listed actions are spared. It does not allow them: some Allow must.',
  },
  NotResource: {
    what: 'Every resource **except** those listed.',
    allow:
      'With `Allow` that is every other resource, those made later too. It does not deny the ones listed.',
    deny: 'With `Deny` only the listed resources are spared. It does not allow them: some Allow must.',
  },
  NotPrincipal: {
    what: 'Everyone **except** those listed.',
    allow: 'With `Allow` it lets in the whole world but for them, callers without credentials too.',
    deny: 'With `Deny` a caller is spared only if the list names it in full: the account besides the user, or account, role and session. `ArnNotEquals` on `aws:PrincipalArn` is the safer way.',
  },
};
