import { describe, expect, it } from 'vitest';
import { evaluateCall } from '../../src/call/verdict';
import { evaluate } from '../../src/engine/evaluate';
import { findExample } from '../../src/examples';
import { LESSONS } from '../../src/lessons/all';
import { agrees, rightOption, standing } from '../../src/lessons/claims';
import { applyEdits } from '../../src/lessons/edits';
import { GUIDE } from '../../src/lessons/guide';
import { LESSON_TITLES } from '../../src/lessons/index';
import { MISCONCEPTIONS } from '../../src/lessons/misconceptions';
import { runLessonTest } from '../../src/lessons/run';
import { decidingLayer } from '../../src/lessons/settled';
import { judgeLesson } from '../support/judge';

const PUZZLES = LESSONS.flatMap(({ repair, ...lesson }) => (repair ? [{ ...lesson, repair }] : []));

describe.each(LESSONS)('$id', (lesson) => {
  const { scenario, expect: expected, ask, transfer } = lesson;

  it('is evaluated as expected', () => {
    const { decision, decidedBy, missing, steps } = evaluate(scenario);
    expect(steps.length).toBeGreaterThan(0);
    expect(decision).toBe(expected.decision);
    if (expected.decidedBy)
      expect(decidedBy.map(({ layer, policy, statement }) => ({ layer, policy, statement }))).toEqual(
        expected.decidedBy.map(({ layer, policy, statement }) => ({ layer, policy, statement })),
      );
    if (expected.missing) expect(missing).toEqual(expected.missing);
    if (expected.decidedAt) expect(decidingLayer(evaluate(scenario))).toBe(expected.decidedAt);
    if (expected.call) {
      const call = evaluateCall(scenario);
      expect(call.decision).toBe(expected.call.decision);
      expect(call.parts.map((part) => part.evaluation.decision)).toEqual(expected.call.parts);
    }
  });

  it('has one right answer, and names the belief behind every other', () => {
    const right = ask.options.filter((option) => standing(option, scenario) === 'right');
    expect(right.map(({ id }) => id)).toEqual([rightOption(ask, scenario)?.id]);
    expect(ask.options.length).toBeGreaterThanOrEqual(2);
    expect(ask.options.length).toBeLessThanOrEqual(4);
    for (const option of ask.options) {
      expect(option.say.length, option.id).toBeGreaterThan(3);
      if (option === right[0]) expect(option.belief, option.id).toBeUndefined();
      else expect(MISCONCEPTIONS[option.belief!], option.id).toBeDefined();
      // A right verdict for another reason says the right verdict.
      if (option.reasonOnly)
        expect(agrees({ decision: option.claims.decision }, scenario), option.id).toBe(true);
    }
    expect(new Set(ask.options.map(({ id }) => id)).size).toBe(ask.options.length);
  });

  it('asks a later question whose answer is computed', () => {
    expect(evaluate(transfer.scenario).decision).toBe(transfer.expect.decision);
    expect([1, 2, 3, 5, 7]).toContain(transfer.after);
  });

  it('leads to examples that exist and to a page of AWS', () => {
    for (const id of lesson.examples) expect(findExample(id), id).toBeDefined();
    expect(lesson.learn).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});

describe.each(PUZZLES)('the puzzle of $id', ({ id, scenario, repair }) => {
  it('is not solved at the start', () => {
    expect(repair.tests.map((test) => test.name)).toContain(judgeLesson(id, []));
  });

  it('is solved by the model, and by other ways', () => {
    expect(judgeLesson(id, repair.solution)).toBeUndefined();
    for (const edits of repair.also ?? []) expect(judgeLesson(id, edits)).toBeUndefined();
  });

  it('fails wrong attempts, first where it says', () => {
    const told = repair.wrong.map(({ name, edits }) => [name, judgeLesson(id, edits)]);
    expect(told).toEqual(repair.wrong.map(({ name, fails }) => [name, fails]));
    expect(repair.wrong.length).toBeGreaterThan(0);
  });

  it('says something with every test, limit and hint', () => {
    const tests = [...repair.tests, ...repair.hidden];
    expect(new Set(tests.map(({ name }) => name)).size).toBe(tests.length);
    for (const { name, say } of tests) expect(say.length, name).toBeGreaterThan(8);
    for (const { kind, say } of repair.constraints) expect(say.length, kind).toBeGreaterThan(8);
    expect(repair.hints.every((hint) => hint.length > 8)).toBe(true);
    expect(repair.hints).toHaveLength(3);
    expect(new Set(repair.hints).size).toBe(3);
    expect(repair.hidden.length).toBeGreaterThan(0);
  });

  it('leaves nothing open in the model’s case', () => {
    const solved = applyEdits(scenario, repair.solution);
    for (const test of [...repair.tests, ...repair.hidden])
      expect(runLessonTest(solved, test).decision, test.name).not.toBe('Undetermined');
    for (const test of repair.tests)
      expect(runLessonTest(scenario, test).decision, test.name).not.toBe('Undetermined');
  });
});

describe('the curriculum', () => {
  it('has sixty lessons, each in the list', () => {
    expect(LESSONS.map(({ id }) => id)).toEqual(LESSON_TITLES.map(({ lesson }) => lesson.id));
    expect(LESSONS).toHaveLength(60);
    expect(new Set(LESSONS.map(({ id }) => id)).size).toBe(60);
  });

  it('covers every item of the guide', () => {
    const covered = new Set<string>(LESSONS.flatMap(({ guide }) => guide));
    expect(Object.keys(GUIDE).filter((item) => !covered.has(item))).toEqual([]);
    expect(Object.keys(GUIDE)).toHaveLength(45);
  });

  it('covers every misconception; the one about capitals by a hidden test and two items', () => {
    const covered = new Set<string>(LESSONS.map(({ misconception }) => misconception));
    expect(Object.keys(MISCONCEPTIONS)).toHaveLength(44);
    expect(Object.keys(MISCONCEPTIONS).filter((id) => !covered.has(id))).toEqual(['M44']);
  });
});
