/** Stand-ins for account IDs: those that AWS's own examples use, so that everyone sees that they are none. */

const EXAMPLES = [
  '111122223333',
  '444455556666',
  '777788889999',
  '222233334444',
  '555566667777',
  '888899990000',
  '123456789012',
];

export interface AccountMask {
  /** The same account gets the same stand-in wherever it stands. */
  readonly mask: (account: string) => string;
  readonly given: ReadonlyMap<string, string>;
}

export function accountMask(): AccountMask {
  const given = new Map<string, string>();
  return {
    given,
    mask: (account) => {
      const before = given.get(account);
      if (before !== undefined) return before;
      const next = EXAMPLES[given.size] ?? String(100_000_000_000 + given.size * 1_001_001);
      given.set(account, next);
      return next;
    },
  };
}
