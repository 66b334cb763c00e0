/** A lesson that someone wrote travels in the case that it is about. */
import type { LessonBlock, LessonConstraint, LessonPart, LessonRepair } from '../case/lesson-block';
import type { Scenario } from '../case/scenario';
import { isMisconception } from './misconceptions';
import { proposeLesson } from './propose';
import { TRAVELLING } from './progress';
import type { Claim, Constraint, LessonTest, Option, Playable, Repair } from './types';

export function isBlock(part: LessonPart | undefined): part is LessonBlock {
  return part !== undefined && !('of' in part);
}

/** The lesson of a case as the screen plays it; undefined for a case without one. What it leaves out is proposed. */
export function travellingLesson(scenario: Scenario): Playable | undefined {
  const { lesson, ...start } = scenario;
  if (!isBlock(lesson)) return undefined;
  const { title, story, ask, rule, repair, learn } = lesson;
  const proposed = proposeLesson(start);
  const { question, options } = ask ?? proposed.ask!;
  return {
    id: TRAVELLING,
    title: title ?? scenario.title ?? 'A lesson about this case',
    story: story ?? scenario.notes ?? '',
    scenario: start,
    ask: {
      question,
      options: options.map(({ belief, claims, ...rest }): Option => ({
        ...rest,
        claims: claims as Claim,
        ...(belief !== undefined && isMisconception(belief) && { belief }),
      })),
    },
    rule: rule ?? '',
    examples: [],
    ...(learn !== undefined && { learn }),
    ...(repair && { repair: puzzleOf(repair) }),
  };
}

function puzzleOf({ task, edit, tests, hidden = [], constraints = [], hints = [] }: LessonRepair): Repair {
  const told = (list: LessonRepair['tests']): readonly LessonTest[] =>
    list.map((test) => ({ ...test, say: test.say ?? '' }));
  return {
    task,
    edit,
    tests: told(tests),
    hidden: told(hidden),
    constraints: constraints.flatMap(limitOf),
    solution: [],
    wrong: [],
    hints,
  };
}

/** A limit without what its kind needs limits nothing, and is left out. */
function limitOf(limit: LessonConstraint): readonly Constraint[] {
  const { kind, say, element, sid, count, severity, only } = limit;
  switch (kind) {
    case 'noWildcard':
      return limit.in === undefined ? [] : [{ kind, say, in: limit.in, ...(only !== undefined && { only }) }];
    case 'without':
      return element === undefined ? [] : [{ kind, say, element }];
    case 'keepsStatement':
      return sid === undefined ? [] : [{ kind, say, sid }];
    case 'atMostStatements':
      return count === undefined ? [] : [{ kind, say, count }];
    case 'noFindings':
      return severity === undefined ? [] : [{ kind, say, severity }];
    case 'opensNoMoreThan':
      // There is no model to measure it by.
      return [];
    case 'noBareStar':
    case 'keepsDeny':
    case 'noDeny':
      return [{ kind, say }];
  }
}
