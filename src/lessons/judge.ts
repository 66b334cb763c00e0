/** What a puzzle says of a learner's case. It looks at how the case behaves, never at how it is written. */
import type { Catalog } from '../catalog/service-reference';
import { policyAt, type Scenario } from '../case/scenario';
import { requestCount, viewOf } from '../call/view';
import { compilePolicy } from '../engine/compile';
import { policyFormOf, policyTypeOf } from '../explain/policy-type';
import { ScenarioError } from '../case/issue';
import { parseScenario } from '../formats/schema';
import { applyEdits } from './edits';
import { holds, type Editable } from './limits';
import { opened } from './opened';
import { isOpen, readPlace, type ReadPlace } from './place';

import { runLessonTest, type TestOutcome } from './run';
import type { Constraint, Edit, EditPlace, Repair } from './types';

export interface Puzzle {
  readonly scenario: Scenario;
  readonly repair: Repair;
}

export interface LimitOutcome {
  readonly limit: Constraint;
  readonly holds: boolean;
}

export interface Judged {
  /** A place whose policy can't be read; then nothing else is judged. */
  readonly unreadable?: EditPlace;
  readonly visible: readonly TestOutcome[];
  readonly limits: readonly LimitOutcome[];
  /** Undefined until the visible tests pass and the limits hold. */
  readonly hidden: readonly TestOutcome[] | undefined;
  readonly solved: boolean;
}

export interface JudgeOptions {
  /** Needed by the limits `noFindings` and `opensNoMoreThan`. */
  readonly catalog: Catalog | undefined;
}

/** Judges a case that began as the puzzle's and was edited. */
export function judgeCase(
  { scenario: start, repair }: Puzzle,
  edited: Scenario,
  options: JudgeOptions,
): Judged {
  const visible = repair.tests.map((test) => runLessonTest(edited, test));
  const surroundings = {
    editable: editableOf(start, edited, repair.edit),
    catalog: options.catalog,
    opened: () => {
      const model = applyEdits(start, repair.solution);
      const count = (scenario: Scenario) =>
        options.catalog ? opened(start, scenario, options.catalog) : { count: 0, some: [] };
      return { own: count(edited), model: count(model) };
    },
  };
  const limits = repair.constraints.map((limit) => ({ limit, holds: holds(limit, surroundings) }));
  const unreadable = repair.edit.find((place) => !isReadable(edited, place));
  const passes = unreadable === undefined && visible.every(isPassed) && limits.every((limit) => limit.holds);
  const hidden = passes ? repair.hidden.map((test) => runLessonTest(edited, test)) : undefined;
  return {
    ...(unreadable !== undefined && { unreadable }),
    visible,
    limits,
    hidden,
    solved: hidden?.every(isPassed) ?? false,
  };
}

/** What fails first: `unreadable: PLACE`, a visible test, the kind of a limit, a hidden test; undefined where nothing does. */
export function firstFault({ unreadable, visible, limits, hidden }: Judged): string | undefined {
  if (unreadable !== undefined) return `unreadable: ${unreadable}`;
  return (
    visible.find((outcome) => !outcome.passes)?.test.name ??
    limits.find((outcome) => !outcome.holds)?.limit.kind ??
    hidden?.find((outcome) => !outcome.passes)?.test.name
  );
}

/** What fails first of a puzzle with these edits; `locked: PLACE` comes before all else. */
export function judgeEdits(
  puzzle: Puzzle,
  edits: readonly Edit[],
  options: JudgeOptions,
): string | undefined {
  const locked = edits.find(({ at }) => readPlace(at) === undefined || !isOpen(at, puzzle.repair.edit));
  if (locked !== undefined) return `locked: ${locked.at}`;
  const edited = applyEdits(puzzle.scenario, edits);
  const unreadable = edits.find(({ at }) => !isReadable(edited, at));
  if (unreadable !== undefined) return `unreadable: ${unreadable.at}`;
  return firstFault(judgeCase(puzzle, edited, options));
}

function isPassed({ passes }: TestOutcome): boolean {
  return passes;
}

/** A place without a policy can be read: there is nothing to read. */
function isReadable(scenario: Scenario, at: EditPlace): boolean {
  const place = readPlace(at);
  if (place === undefined || place.at >= requestCount(scenario)) return false;
  if (place.kind !== 'policy') return isWellFormed(scenario);
  const view = viewOf(scenario, place.at);
  const policy = policyAt(view.policies, place.address);
  return (
    policy === undefined ||
    compilePolicy(policy, policyFormOf(place.address.layer, view.request.action)).kind === 'readable'
  );
}

/** Values of the request and settings are read as a case from outside is. */
function isWellFormed(scenario: Scenario): boolean {
  try {
    parseScenario(scenario);
    return true;
  } catch (error) {
    if (error instanceof ScenarioError) return false;
    throw error;
  }
}

function editableOf(start: Scenario, edited: Scenario, places: readonly EditPlace[]): readonly Editable[] {
  return places
    .map(readPlace)
    .filter((place): place is Extract<ReadPlace, { kind: 'policy' }> => place?.kind === 'policy')
    .map(({ at, address }): Editable => {
      const view = viewOf(edited, at);
      const { resourceAccount } = view.request;
      return {
        type: policyTypeOf(address.layer, view.request.action),
        before: policyAt(viewOf(start, at).policies, address),
        after: policyAt(view.policies, address),
        ...(resourceAccount !== undefined && { account: resourceAccount }),
      };
    });
}
