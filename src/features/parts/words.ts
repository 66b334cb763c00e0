/** All words of the notes under the verdict. */
export const ACCOUNTS = {
  note: 'Accounts that only stand for one',
  standIn: (names: string): string =>
    `${names} ${names.includes(' and ') ? 'are no accounts' : 'is no account'}, so nothing with it matches.`,
  mixed: (account: string, own: string): string =>
    `The policies speak of ${account}, the request of ${own}: two accounts of AWS’s examples.`,
  button: (account: string | undefined): string =>
    account === undefined ? 'Write accounts in everywhere' : `Write ${account} in everywhere`,
  done: 'Wrote the accounts in',
} as const;

export const TRIALS = {
  note: 'Requests to try',
  lead: 'Nothing is asked yet. Try a request that fits:',
  more: (count: number): string => `${count} more`,
  title: (decision: string, action: string, resource: string): string =>
    `${decision}: ${action} on ${resource}`,
  done: (action: string): string => `Asked ${action}`,
} as const;
