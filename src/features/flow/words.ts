/** Words of a chain of roles. */
export const CHAIN = {
  name: 'Chain of roles',
  step: (number: number, action: string, who: string, word: string): string =>
    `Step ${number}, ${action} by ${who}: ${word}`,
  broken: ', its caller is no session of the role before it',
  oneHour: ', for one hour at most',
  tooLong: ', but it asks for more than one hour',
  brokenClause: 'It stops here: the caller is no session of the role before it.',
  tooLongClause: 'It fails: a role that a role assumes gets one hour at most, and more was asked for.',
  of: (step: number, count: number): string => `Step ${step} of ${count}.`,
  gates: (step: number, count: number): string => `Every gate of step ${step} of ${count}`,
  toStop: (step: number): string => `Step ${step} stops it`,
  toCase: 'To the last step',
} as const;

/** Words of the requests of one call. */
export const CALL = {
  name: 'Checks of this call',
  gates: (check: number, count: number): string => `Every gate of check ${check} of ${count}`,
} as const;
