/** How far the job behind a report came: IN_PROGRESS, COMPLETED or SUCCEEDED, FAILED or CANCELED. */
import type { JsonObject } from '../evidence/values';
import { textAt } from '../evidence/values';
import type { ReportProblem } from './types';

export type JobStatus = 'completed' | 'running' | 'failed';

/** The status by AWS's word for it; a report without one is taken as done. */
export function statusOf(word: string | undefined): JobStatus {
  switch (word) {
    case undefined:
    case 'COMPLETED':
    case 'SUCCEEDED':
      return 'completed';
    case 'FAILED':
    case 'CANCELED':
      return 'failed';
    default:
      return 'running';
  }
}

/** Why a job that is not done says nothing. */
export function jobProblems(status: JobStatus, error: unknown, again: string): readonly ReportProblem[] {
  if (status === 'completed') return [];
  if (status === 'running')
    return [
      {
        id: 'job-not-completed',
        message: `the report is not ready yet, so it says nothing. Run \`${again}\` again in a minute`,
      },
    ];
  const code = textAt(error, 'Code') ?? textAt(error, 'code');
  const message = textAt(error, 'Message') ?? textAt(error, 'message');
  const why = [code, message].filter((part) => part !== undefined).join(': ');
  return [
    {
      id: 'job-failed',
      message: `AWS could not make the report, so it says nothing${why === '' ? '' : ` (${why})`}. Ask for a new one`,
    },
  ];
}

/** A day and time as AWS prints it: text, or seconds since 1970. */
export function timeAt(object: JsonObject, ...path: readonly string[]): string | undefined {
  let value: unknown = object;
  for (const name of path)
    value = typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined;
  if (typeof value === 'number' && Number.isFinite(value) && value > 0 && value < 1e11)
    return new Date(value * 1000).toISOString();
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined;
}
