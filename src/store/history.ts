/** Undo and redo as pure data: states before, the present, and states after. */

export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** Edits with the same label in a row are one step back: typing does not fill the past. */
  readonly label?: string | undefined;
}

const LIMIT = 200;

export function begin<State>(present: State): History<State> {
  return { past: [], present, future: [] };
}

/**
 * A new present. With a `label` equal to the last edit's, the two become one step.
 */
export function record<State>(history: History<State>, present: State, label?: string): History<State> {
  if (present === history.present) return history;
  if (label !== undefined && label === history.label) return { ...history, present, future: [] };
  return { past: [...history.past.slice(1 - LIMIT), history.present], present, future: [], label };
}

/** Ends a run of like-labelled edits, so that the next one is a step of its own. */
export function settle<State>(history: History<State>): History<State> {
  return history.label === undefined ? history : { ...history, label: undefined };
}

export function undo<State>(history: History<State>): History<State> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
  };
}

export function redo<State>(history: History<State>): History<State> {
  const [next, ...rest] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future: rest };
}
