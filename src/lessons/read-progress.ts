/** Progress from unknown JSON: the browser's storage or a file. What can't be read is left out, and said. */
import { ScenarioError } from '../case/issue';
import type { Scenario } from '../case/scenario';
import { parseScenario } from '../formats/schema';
import { CONSTRUCTS } from './stand';
import type { Answer, LessonRecord, Progress, Standing, Sure } from './progress';

export type ReadProgress =
  | { readonly kind: 'read'; readonly progress: Progress; readonly skipped: number }
  | { readonly kind: 'newer' }
  | { readonly kind: 'unreadable' };

/** More lessons than any curriculum has: a file that holds more is not read further. */
const MOST = 2000;

type Plain = Readonly<Record<string, unknown>>;

/** Never throws. `skipped` counts lessons whose record could not be read. */
export function readProgress(json: unknown): ReadProgress {
  if (!isPlain(json) || !isPlain(json.lessons) || typeof json.v !== 'number') return { kind: 'unreadable' };
  if (json.v > 1) return { kind: 'newer' };
  if (json.v !== 1) return { kind: 'unreadable' };
  const entries = Object.entries(json.lessons);
  const read = entries.slice(0, MOST).flatMap(([id, value]): [string, LessonRecord][] => {
    const record = readRecord(value);
    return record === undefined ? [] : [[id, record]];
  });
  const entry = readEntry(json.entry);
  const exit = readExit(json.exit);
  const asked =
    isPlain(json.asked) && isDay(json.asked.on) && isCount(json.asked.count) ? json.asked : undefined;
  return {
    kind: 'read',
    skipped: entries.length - read.length,
    progress: {
      v: 1,
      lessons: Object.fromEntries(read),
      ...(entry && { entry }),
      ...(exit && { exit }),
      ...(asked && { asked: { on: asked.on as string, count: asked.count as number } }),
    },
  };
}

function readRecord(value: unknown): LessonRecord | undefined {
  if (!isPlain(value)) return undefined;
  const { first, solved, tries, hints, due, again, draft } = value;
  const answer = readAnswer(first);
  const scenario = readDraft(draft);
  return {
    ...(answer && { first: answer }),
    ...((solved === 'self' || solved === 'shown') && { solved }),
    ...(isCount(tries) && { tries }),
    ...(isCount(hints) && { hints }),
    ...(isDay(due) && { due }),
    ...(isCount(again) && { again }),
    ...(scenario && { draft: scenario }),
  };
}

function readAnswer(value: unknown): Answer | undefined {
  if (!isPlain(value)) return undefined;
  const { option, sure, right } = value;
  if (typeof option !== 'string' || !isSure(sure) || typeof right !== 'boolean') return undefined;
  return { option, sure, right };
}

/** A draft that can't be read is begun again: nothing else hangs on it. */
function readDraft(value: unknown): Scenario | undefined {
  if (value === undefined) return undefined;
  try {
    return parseScenario(value);
  } catch (error) {
    if (error instanceof ScenarioError) return undefined;
    throw error;
  }
}

function readEntry(value: unknown): Progress['entry'] {
  if (!isPlain(value)) return undefined;
  return Object.fromEntries(
    CONSTRUCTS.flatMap((construct) => {
      const standing = value[construct];
      return isStanding(standing) ? [[construct, standing]] : [];
    }),
  );
}

function readExit(value: unknown): Progress['exit'] {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((one: unknown) =>
    isPlain(one) && isDay(one.on) && typeof one.points === 'number'
      ? [{ on: one.on, points: one.points }]
      : [],
  );
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isSure(value: unknown): value is Sure {
  return value === 0 || value === 1 || value === 2;
}

function isStanding(value: unknown): value is Standing {
  return value === 'known' || value === 'shaky' || value === 'new';
}
