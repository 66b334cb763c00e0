/** What a reader of reports tells beside what it read. */

/** Something that the person must be told about a text that was read, or could not be. */
export interface ReportProblem {
  readonly id:
    | 'job-not-completed'
    | 'job-failed'
    | 'job-id-only'
    | 'cut-off'
    | 'more-pages'
    | 'wrong-encoding'
    | 'missing-columns'
    | 'bad-row'
    | 'not-recognized'
    | 'empty'
    | 'too-long'
    | 'other-kind'
    | 'other-account';
  readonly message: string;
  /** Line of the text, from 1, where it is known. */
  readonly line?: number;
}

export interface Told {
  readonly problems: readonly ReportProblem[];
}
