/** Guards and lessons masked. */
import type { Guard, GuardCondition, GuardPrincipal } from '../case/guard';
import type {
  LessonConstraint,
  LessonPart,
  LessonQuestion,
  LessonRepair,
  LessonTest,
} from '../case/lesson-block';
import { maskOwn, maskRequest } from './request';
import type { Masks } from './text';

export function maskGuard(guard: Guard, with_: Masks): Guard {
  const { name, resource, exceptResource, exceptPrincipal, by, unless } = guard;
  return {
    ...guard,
    ...(name !== undefined && { name: with_.prose(name) }),
    ...(resource !== undefined && { resource: with_.names(resource) }),
    ...(exceptResource !== undefined && { exceptResource: with_.names(exceptResource) }),
    ...(exceptPrincipal !== undefined && { exceptPrincipal: maskPrincipal(exceptPrincipal, with_) }),
    ...(by !== undefined && by !== 'anyone' && { by: with_.names(by) }),
    ...(unless !== undefined && { unless: maskCondition(unless, with_) }),
  };
}

/** Services are AWS's own names, which masking leaves alone. */
function maskPrincipal(principal: GuardPrincipal, with_: Masks): GuardPrincipal {
  return Object.fromEntries(
    Object.entries(principal).map(([kind, value]) => [
      kind,
      typeof value === 'string' ? with_.names(value) : value.map(with_.names),
    ]),
  );
}

function maskCondition(condition: GuardCondition, with_: Masks): GuardCondition {
  const values = (key: string, value: string | readonly string[]): string | readonly string[] => {
    const mask = with_.isName(key) ? with_.names : with_.ids;
    return typeof value === 'string' ? mask(value) : value.map(mask);
  };
  return Object.fromEntries(
    Object.entries(condition).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, value]) => [with_.keys(key), values(key, value)])),
    ]),
  );
}

/** The prose of a lesson loses what was masked elsewhere; its claims and limits name policies and Sids. */
export function maskLesson(lesson: LessonPart, with_: Masks): LessonPart {
  if ('of' in lesson) return lesson;
  const { title, story, ask, rule, repair, learn } = lesson;
  return {
    ...lesson,
    ...(title !== undefined && { title: with_.prose(title) }),
    ...(story !== undefined && { story: with_.prose(story) }),
    ...(ask !== undefined && { ask: maskQuestion(ask, with_) }),
    ...(rule !== undefined && { rule: with_.prose(rule) }),
    ...(repair !== undefined && { repair: maskRepair(repair, with_) }),
    ...(learn !== undefined && { learn: with_.prose(learn) }),
  };
}

function maskQuestion(ask: LessonQuestion, with_: Masks): LessonQuestion {
  return {
    ...ask,
    question: with_.prose(ask.question),
    options: ask.options.map((option) => ({
      ...option,
      text: with_.prose(option.text),
      say: with_.prose(option.say),
      claims: {
        ...option.claims,
        ...(option.claims.by !== undefined && { by: with_.labels(option.claims.by) }),
      },
    })),
  };
}

function maskRepair(repair: LessonRepair, with_: Masks): LessonRepair {
  const { hidden, constraints, hints } = repair;
  return {
    ...repair,
    task: with_.prose(repair.task),
    tests: repair.tests.map((test) => maskLessonTest(test, with_)),
    ...(hidden !== undefined && { hidden: hidden.map((test) => maskLessonTest(test, with_)) }),
    ...(constraints !== undefined && {
      constraints: constraints.map((constraint) => maskConstraint(constraint, with_)),
    }),
    ...(hints !== undefined && { hints: hints.map(with_.prose) }),
  };
}

function maskLessonTest(test: LessonTest, with_: Masks): LessonTest {
  return {
    ...test,
    name: with_.labels(test.name),
    request: maskRequest(test.request, with_),
    ...(test.policies !== undefined && { policies: maskOwn(test.policies, with_) }),
    ...(test.say !== undefined && { say: with_.prose(test.say) }),
  };
}

function maskConstraint(constraint: LessonConstraint, with_: Masks): LessonConstraint {
  const { sid, only, element } = constraint;
  return {
    ...constraint,
    say: with_.prose(constraint.say),
    ...(sid !== undefined && { sid: with_.labels(sid) }),
    ...(only !== undefined && { only: with_.ids(only) }),
    ...(element !== undefined && { element: with_.ids(element) }),
  };
}
