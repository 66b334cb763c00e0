/** The lesson that is open, with the case of its puzzle as the learner edits it. The case of the page is another one. */
import { create } from 'zustand';
import { setPolicyText } from '../../case/edits';
import type { PolicyAddress, Scenario } from '../../case/scenario';
import { viewOf } from '../../call/view';
import { writeBack } from '../../call/write-back';
import { answered, solved } from '../../lessons/again';
import { applyEdits } from '../../lessons/edits';
import { loadLesson } from '../../lessons/index';
import {
  recordOf,
  TRAVELLING,
  withoutRecord,
  withRecord,
  type Answer,
  type Sure,
} from '../../lessons/progress';
import type { Edit, Playable } from '../../lessons/types';
import { today } from '../browser/keptProgress';
import { begin, record, redo, settle, undo, type History } from '../history';
import { travellingLesson } from '../../lessons/travelling';
import { useVerdict } from '../store';
import { changeProgress, useProgress } from './progress';

export interface Sitting {
  readonly lesson: Playable;
  /** The puzzle's case. */
  readonly history: History<Scenario>;
  /** The option pointed at, and how sure one is of it. */
  readonly chosen: string | undefined;
  readonly sure: Sure;
  /** Is what comes before the question done? */
  readonly firstDone: boolean;
  /** Hints shown this time. */
  readonly hints: number;
  /** The hidden tests have been run: they stay shown. */
  readonly hiddenSeen: boolean;
}

interface SittingState {
  readonly sitting: Sitting | undefined;
  /** The lesson that was asked for and could not be fetched, or does not exist. */
  readonly problem: 'unknown' | 'unreachable' | undefined;
}

export const useSitting = create<SittingState>()(() => ({ sitting: undefined, problem: undefined }));

let wanted: string | undefined;

/** Opens a lesson; the one that is open stays as it is. */
export async function sitDown(id: string): Promise<void> {
  const { sitting } = useSitting.getState();
  if (sitting?.lesson.id === id && (id !== TRAVELLING || isStill(sitting.lesson))) return;
  wanted = id;
  if (id === TRAVELLING) {
    const lesson = travellingLesson(useVerdict.getState().history.present);
    if (lesson === undefined) useSitting.setState({ sitting: undefined, problem: 'unknown' });
    else sitDownTo(lesson);
    return;
  }
  const lesson = await loadLesson(id).catch(() => 'unreachable' as const);
  if (wanted !== id) return;
  if (lesson === undefined || lesson === 'unreachable') {
    useSitting.setState({ sitting: undefined, problem: lesson === undefined ? 'unknown' : lesson });
    return;
  }
  sitDownTo(lesson);
}

/** Is the lesson that travels in the case on the page still this one? */
function isStill({ scenario }: Playable): boolean {
  const { lesson: _, ...start } = useVerdict.getState().history.present;
  return JSON.stringify(start) === JSON.stringify(scenario);
}

/** Opens a lesson that is at hand. One that travels in a case begins anew: nothing of it is kept. */
export function sitDownTo(lesson: Playable): void {
  wanted = lesson.id;
  if (lesson.id === TRAVELLING) changeProgress((progress) => withoutRecord(progress, TRAVELLING));
  const { first, draft, solved: how } = recordOf(useProgress.getState().progress, lesson.id);
  useSitting.setState({
    problem: undefined,
    sitting: {
      lesson,
      history: begin(draft ?? lesson.scenario),
      chosen: first?.option,
      sure: first?.sure ?? 1,
      firstDone: lesson.first === undefined || first !== undefined,
      hints: 0,
      hiddenSeen: how !== undefined,
    },
  });
}

function change(next: (sitting: Sitting) => Partial<Sitting>): void {
  useSitting.setState(({ sitting }) => (sitting ? { sitting: { ...sitting, ...next(sitting) } } : {}));
}

export function choose(chosen: string): void {
  change(() => ({ chosen }));
}

export function setSure(sure: Sure): void {
  change(() => ({ sure }));
}

export function finishFirst(): void {
  change(() => ({ firstDone: true }));
}

/** Says the answer; an empty one has it shown. */
export function answer(given: Answer): void {
  const { sitting } = useSitting.getState();
  if (!sitting) return;
  changeProgress((progress) => answered(progress, sitting.lesson.id, given, today()));
}

/** Begins the question anew; what was answered first stays as it is. */
export function askAnew(): void {
  change(({ lesson }) => ({ chosen: undefined, firstDone: lesson.first === undefined }));
}

function setHistory(next: (history: History<Scenario>) => History<Scenario>): void {
  const { sitting } = useSitting.getState();
  if (!sitting) return;
  const history = next(sitting.history);
  if (history === sitting.history) return;
  change(() => ({ history }));
  const { id, scenario } = sitting.lesson;
  const draft = history.present === scenario ? undefined : history.present;
  changeProgress((progress) => withRecord(progress, id, { draft }));
}

/** Changes the request of the call that is looked at, with its layers. */
export function editPuzzle(at: number, edit: (view: Scenario) => Scenario, label?: string): void {
  setHistory((history) =>
    record(history, writeBack(history.present, at, edit(viewOf(history.present, at))), label),
  );
}

export function typePuzzle(at: number, address: PolicyAddress, text: string): void {
  editPuzzle(at, (view) => setPolicyText(view, address, text), `${at}:${JSON.stringify(address)}`);
}

export function settlePuzzle(): void {
  change(({ history }) => ({ history: settle(history) }));
}

export function undoPuzzle(): void {
  setHistory(undo);
}

export function redoPuzzle(): void {
  setHistory(redo);
}

/** The start once more; undo brings the attempt back. */
export function startAgain(): void {
  const { sitting } = useSitting.getState();
  if (sitting) setHistory((history) => record(history, sitting.lesson.scenario));
}

/** Puts edits in place of the attempt, from the start: the model's, or a policy that the lesson adds. */
export function putEdits(edits: readonly Edit[]): void {
  const { sitting } = useSitting.getState();
  if (sitting) setHistory((history) => record(history, applyEdits(sitting.lesson.scenario, edits)));
}

export function nextHint(): void {
  const { sitting } = useSitting.getState();
  if (!sitting) return;
  const hints = sitting.hints + 1;
  change(() => ({ hints }));
  changeProgress((progress) => {
    const { hints: most = 0 } = recordOf(progress, sitting.lesson.id);
    return withRecord(progress, sitting.lesson.id, { hints: Math.max(most, hints) });
  });
}

/** The visible tests held and a hidden one did not, or an attempt was judged: one try more. */
export function countTry(): void {
  const { sitting } = useSitting.getState();
  if (!sitting) return;
  changeProgress((progress) => {
    const { tries = 0 } = recordOf(progress, sitting.lesson.id);
    return withRecord(progress, sitting.lesson.id, { tries: tries + 1 });
  });
}

export function seeHidden(): void {
  change(() => ({ hiddenSeen: true }));
}

export function markSolved(how: 'self' | 'shown'): void {
  const { sitting } = useSitting.getState();
  if (sitting) changeProgress((progress) => solved(progress, sitting.lesson.id, how, today()));
}
