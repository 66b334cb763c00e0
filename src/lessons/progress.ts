/** What a learner did, as the one thing that is kept. Facts alone: no points, no praise. */
import type { Scenario } from '../case/scenario';
import type { Construct } from './types';

/** How sure one was: a guess, fairly, certain. */
export type Sure = 0 | 1 | 2;

/** What one said before anything was shown. */
export interface Answer {
  /** The option's id; empty where the person had it shown without answering. */
  readonly option: string;
  readonly sure: Sure;
  readonly right: boolean;
}

export interface LessonRecord {
  /** The first answer; later ones are not counted. */
  readonly first?: Answer;
  /** `shown`: the solution was shown. */
  readonly solved?: 'self' | 'shown';
  /** How often the tests of the puzzle turned from passing to failing or were left failing by an edit. */
  readonly tries?: number;
  readonly hints?: number;
  /** The day of the later question, as `2026-11-30`. */
  readonly due?: string;
  /** How many later questions were answered. */
  readonly again?: number;
  /** The puzzle's case as it stands. */
  readonly draft?: Scenario;
}

export type Standing = 'known' | 'shaky' | 'new';

export interface Progress {
  readonly v: 1;
  readonly lessons: Readonly<Record<string, LessonRecord>>;
  readonly entry?: Readonly<Partial<Record<Construct, Standing>>>;
  readonly exit?: readonly { readonly on: string; readonly points: number }[];
  /** How many later questions were answered on a day. */
  readonly asked?: { readonly on: string; readonly count: number };
}

/** The id of a lesson that travels in a case: played, and counted nowhere. */
export const TRAVELLING = 'case';

export const NO_PROGRESS: Progress = { v: 1, lessons: {} };

/** The same object each time, so that nothing is drawn anew for it. */
const NO_RECORD: LessonRecord = {};

export function recordOf({ lessons }: Progress, id: string): LessonRecord {
  return lessons[id] ?? NO_RECORD;
}

/** Changes one lesson's record; a member set to undefined goes. */
export function withRecord(
  progress: Progress,
  id: string,
  change: { readonly [Member in keyof LessonRecord]?: LessonRecord[Member] | undefined },
): Progress {
  const entries = Object.entries({ ...recordOf(progress, id), ...change });
  const record: LessonRecord = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  return { ...progress, lessons: { ...progress.lessons, [id]: record } };
}

export function withoutRecord(progress: Progress, id: string): Progress {
  if (progress.lessons[id] === undefined) return progress;
  const { [id]: _, ...lessons } = progress.lessons;
  return { ...progress, lessons };
}

/** Three facts and how well one knows what one knows. */
export interface Facts {
  readonly predicted: { readonly right: number; readonly of: number };
  readonly certainAndWrong: number;
  readonly solved: { readonly self: number; readonly of: number };
  readonly certain: { readonly right: number; readonly of: number };
}

/** Lessons that were only shown count as no answer. */
export function factsOf({ lessons }: Progress): Facts {
  const records = Object.entries(lessons).flatMap(([id, record]) => (id === TRAVELLING ? [] : [record]));
  const answers = records.flatMap(({ first }) => (first && first.option !== '' ? [first] : []));
  const certain = answers.filter(({ sure }) => sure === 2);
  const puzzles = records.filter(({ solved, tries }) => solved !== undefined || (tries ?? 0) > 0);
  return {
    predicted: { right: answers.filter(({ right }) => right).length, of: answers.length },
    certainAndWrong: certain.filter(({ right }) => !right).length,
    solved: { self: records.filter(({ solved }) => solved === 'self').length, of: puzzles.length },
    certain: { right: certain.filter(({ right }) => right).length, of: certain.length },
  };
}
