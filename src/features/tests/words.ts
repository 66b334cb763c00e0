/** Words of the tests' table. The outcomes have theirs in `outcomes.ts`. */
export const WORDS = {
  expect: 'Expect',
  because: (name: string): string => `Because of what, for ${name}`,
  any: 'for any reason',
  layers: 'No Allow in',
  statements: 'By the statement',
  statement: (name: string, policy: string): string => `${name} of ${policy}`,
  gone: (what: string): string => `${what} (not there)`,
  own: 'Give it policies of its own…',
  ownIdentity: 'Its caller’s identity policy, instead of the case’s',
  ownHint: 'A test that asks about another person asks that person’s policy. Empty: the person has none.',
  copy: 'Copy from the page',
  back: 'Use the case’s policies',
  noBoundary: 'Without the case’s permissions boundary',
} as const;
