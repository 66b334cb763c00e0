import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/case/scenario';
import { EXAMPLES } from '../../src/examples';
import { parseScenario } from '../../src/formats/schema';
import { standing } from '../../src/lessons/claims';
import { judgeCase } from '../../src/lessons/judge';
import { proposeLesson } from '../../src/lessons/propose';
import { travellingLesson } from '../../src/lessons/travelling';
import { evaluate } from '../../src/engine/evaluate';

const decided = EXAMPLES.filter(
  ({ scenario }) => scenario.linked === undefined && evaluate(scenario).decision !== 'Undetermined',
);

describe('a lesson proposed for a case', () => {
  it('has one right answer and a belief behind each other, for every example', () => {
    for (const { id, scenario } of decided) {
      const lesson = travellingLesson({ ...scenario, lesson: proposeLesson(scenario) });
      const options = lesson?.ask.options ?? [];
      expect(options.length, id).toBeGreaterThanOrEqual(2);
      const right = options.filter((option) => standing(option, scenario) === 'right');
      expect(
        right.map((option) => option.id),
        id,
      ).toEqual(['right']);
      for (const option of options) expect(option.belief === undefined, id).toBe(option.id === 'right');
    }
  });

  it('travels in the case, through the format of cases', () => {
    const { scenario } = decided[0]!;
    const whole: Scenario = { ...scenario, lesson: proposeLesson(scenario) };
    expect(parseScenario(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  it('makes the case’s tests its puzzle', () => {
    const { scenario } = decided[0]!;
    const tests = [{ name: 'never', request: { action: 's3:DeleteBucket' }, expect: 'Allowed' as const }];
    const lesson = travellingLesson({ ...scenario, lesson: proposeLesson({ ...scenario, tests }) });
    expect(lesson?.repair?.tests.map(({ name }) => name)).toEqual(['never']);
    const judged = judgeCase({ scenario, repair: lesson!.repair! }, scenario, { catalog: undefined });
    expect(judged.solved).toBe(false);
  });
});

describe('a case without a lesson', () => {
  it('has none to play', () => {
    const { scenario } = decided[0]!;
    expect(travellingLesson(scenario)).toBeUndefined();
    expect(travellingLesson({ ...scenario, lesson: { of: 'res-account' } })).toBeUndefined();
  });
});
