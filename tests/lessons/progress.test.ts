import { describe, expect, it } from 'vitest';
import { A_DAY, answered, answeredAgain, daysAfter, dueToday, solved } from '../../src/lessons/again';
import { ITEMS } from '../../src/lessons/items';
import { LESSON_TITLES } from '../../src/lessons/index';
import {
  factsOf,
  NO_PROGRESS,
  recordOf,
  withRecord,
  type Answer,
  type Sure,
} from '../../src/lessons/progress';
import { readProgress } from '../../src/lessons/read-progress';
import {
  chapterStanding,
  CONSTRUCTS,
  exitItems,
  nextEntry,
  offersExit,
  pointsOf,
  recommended,
  standAfter,
  type Said,
} from '../../src/lessons/stand';
import { CHAPTERS } from '../../src/lessons/titles';
import type { TestItem } from '../../src/lessons/types';

const TODAY = '2026-11-30';
const given = (right: boolean, sure: Sure): Answer => ({ option: 'one', sure, right });
const dueAfter = (answer: Answer): string | undefined =>
  recordOf(answered(NO_PROGRESS, 'res-account', answer, TODAY), 'res-account').due;

describe('a later question', () => {
  it('comes sooner where one was certain and wrong', () => {
    expect(dueAfter(given(false, 2))).toBe('2026-12-01');
    expect(dueAfter(given(false, 1))).toBe('2026-12-02');
    expect(dueAfter(given(true, 0))).toBe('2026-12-03');
    expect(dueAfter(given(true, 2))).toBe('2026-12-07');
    expect(dueAfter({ option: '', sure: 1, right: false })).toBe('2026-12-02');
  });

  it('counts the first answer alone', () => {
    const once = answered(NO_PROGRESS, 'res-account', given(false, 2), TODAY);
    expect(answered(once, 'res-account', given(true, 2), TODAY)).toBe(once);
  });

  it('comes once more after three weeks, and then no more', () => {
    const first = answered(NO_PROGRESS, 'res-account', given(true, 1), TODAY);
    const second = answeredAgain(first, 'res-account', given(true, 1), TODAY);
    expect(recordOf(second, 'res-account').due).toBe(daysAfter(TODAY, 21));
    const third = answeredAgain(second, 'res-account', given(true, 1), TODAY);
    expect(recordOf(third, 'res-account').due).toBeUndefined();
    const wrong = answeredAgain(second, 'res-account', given(false, 2), TODAY);
    expect(recordOf(wrong, 'res-account').due).toBe('2026-12-01');
  });

  it('is asked at most so often a day, chapters mixed', () => {
    const ids = LESSON_TITLES.slice(0, 20).map(({ lesson }) => lesson.id);
    const all = ids.reduce((progress, id) => withRecord(progress, id, { due: TODAY }), NO_PROGRESS);
    const due = dueToday(all, TODAY);
    expect(due).toHaveLength(A_DAY);
    const chapters = due
      .slice(0, 3)
      .map((id) => LESSON_TITLES.find(({ lesson }) => lesson.id === id)!.chapter.id);
    expect(new Set(chapters).size).toBe(3);
    const one = answeredAgain(all, due[0]!, given(true, 1), TODAY);
    expect(dueToday(one, TODAY)).toHaveLength(A_DAY - 1);
    expect(dueToday(all, '2026-11-29')).toEqual([]);
  });

  it('comes back for a solution that was shown', () => {
    expect(recordOf(solved(NO_PROGRESS, 'res-account', 'shown', TODAY), 'res-account')).toEqual({
      solved: 'shown',
      due: '2026-12-02',
    });
  });
});

describe('facts', () => {
  it('count answers, not what was shown without one', () => {
    const progress = [
      ['a', given(true, 2)],
      ['b', given(false, 2)],
      ['c', { option: '', sure: 1, right: false } as const],
    ].reduce(
      (before, [id, first]) => withRecord(before, id as string, { first: first as Answer }),
      NO_PROGRESS,
    );
    expect(factsOf(progress)).toMatchObject({
      predicted: { right: 1, of: 2 },
      certainAndWrong: 1,
      certain: { right: 1, of: 2 },
    });
  });
});

describe('progress from a file', () => {
  it('is what was written', () => {
    const progress = solved(
      answered(NO_PROGRESS, 'res-account', given(false, 2), TODAY),
      'res-account',
      'self',
      TODAY,
    );
    expect(readProgress(JSON.parse(JSON.stringify(progress)))).toEqual({
      kind: 'read',
      progress,
      skipped: 0,
    });
  });

  it('leaves out what it can’t read, and says how much', () => {
    const read = readProgress({
      v: 1,
      lessons: { a: { hints: 2 }, b: 'nothing', c: { draft: { schema: 99 } } },
    });
    expect(read).toEqual({
      kind: 'read',
      progress: { v: 1, lessons: { a: { hints: 2 }, c: {} } },
      skipped: 1,
    });
  });

  it('tells a newer one from none at all', () => {
    expect(readProgress({ v: 2, lessons: {} }).kind).toBe('newer');
    for (const other of [null, [], 'text', {}, { v: 1 }, { lessons: {} }])
      expect(readProgress(other).kind).toBe('unreadable');
  });
});

describe('where one stands', () => {
  const right = (item: TestItem): Said => ({
    item,
    saying: {
      kind: 'said',
      verdict: item.expect.decision === 'Allowed' ? 'Allowed' : 'Denied',
      at: item.expect.at,
    },
  });
  const unsure = (item: TestItem): Said => ({ item, saying: { kind: 'unsure' } });
  const play = (say: (item: TestItem) => Said): readonly Said[] => {
    const said: Said[] = [];
    for (let item = nextEntry(ITEMS, said); item; item = nextEntry(ITEMS, said)) said.push(say(item));
    return said;
  };

  it('is known where every hard one is right', () => {
    const said = play(right);
    expect(said.map(({ item }) => item.level)).toEqual(CONSTRUCTS.map(() => 2));
    expect(new Set(Object.values(standAfter(said)))).toEqual(new Set(['known']));
  });

  it('gets easier after a wrong answer, and new is what is wrong', () => {
    const said = play(unsure);
    expect(said.map(({ item }) => item.level)).toEqual([2, ...CONSTRUCTS.slice(1).map(() => 1)]);
    expect(new Set(Object.values(standAfter(said)))).toEqual(new Set(['new']));
  });

  it('counts a right verdict at another gate half', () => {
    const item = ITEMS.find(({ id }) => id === 't01a')!;
    expect(pointsOf({ item, saying: { kind: 'said', verdict: 'Denied', at: 'scp' } })).toBe(0.5);
    expect(pointsOf({ item, saying: { kind: 'said', verdict: 'Allowed', at: 'identity' } })).toBe(0);
  });

  it('says what to do in a chapter', () => {
    const roles = CHAPTERS.find(({ id }) => id === 'roles')!;
    const all = roles.lessons.map(({ id }) => id);
    expect(recommended({ roles: 'known' }, roles)).toEqual([]);
    expect(recommended({ roles: 'shaky' }, roles)).toEqual(all.slice(-2));
    expect(recommended({ roles: 'new' }, roles)).toEqual(all);
    expect(chapterStanding({ absent: 'known', logic: 'new' }, 'conditions')).toBe('new');
    expect(chapterStanding({}, 'less')).toBeUndefined();
  });

  it('offers the test at the end after eight chapters, once a day', () => {
    expect([7, 8, 10].map((behind) => offersExit(NO_PROGRESS, behind, TODAY))).toEqual([false, true, true]);
    const taken = { ...NO_PROGRESS, exit: [{ on: TODAY, points: 7 }] };
    expect(offersExit(taken, 10, TODAY)).toBe(false);
    expect(offersExit(taken, 10, daysAfter(TODAY, 1))).toBe(true);
  });

  it('ends with one case of each kind, and another one on another day', () => {
    const [one, other] = [exitItems(ITEMS, 0), exitItems(ITEMS, 1)];
    expect(one.map(({ construct }) => construct)).toEqual(CONSTRUCTS);
    expect(other.map(({ id }) => id)).not.toEqual(one.map(({ id }) => id));
  });
});
