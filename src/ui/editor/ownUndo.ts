/**
 * The editor's undo stack beside the page's. Where the page goes back to a text that the editor's own stack leads to,
 * the editor goes along on its stack: a new edit there would make each of the two undo what the other has undone.
 */
import type * as Monaco from 'monaco-editor/editor';

type Model = Monaco.editor.ITextModel;

/** So many texts, and so many steps, are looked at. */
const MOST = 200;

const texts = new WeakMap<Model, Set<string>>();

/** Says that the model has this text now. */
export function rememberText(model: Model, text: string): void {
  const known = texts.get(model) ?? new Set();
  known.delete(text);
  known.add(text);
  if (known.size > MOST) known.delete(known.values().next().value!);
  texts.set(model, known);
}

/** Goes to a text by undoing or redoing; stays where it is, and says so, where neither leads there. */
export function walkTo(model: Model, text: string): boolean {
  if (!texts.get(model)?.has(text)) return false;
  return walk(model, text, 'undo') || walk(model, text, 'redo');
}

const BACK = { undo: 'redo', redo: 'undo' } as const;

function walk(model: Model, text: string, way: 'undo' | 'redo'): boolean {
  const can = (): boolean => (way === 'undo' ? model.canUndo() : model.canRedo());
  let steps = 0;
  while (can() && steps < MOST) {
    void model[way]();
    steps += 1;
    if (model.getValueLength() === text.length && model.getValue() === text) return true;
  }
  for (; steps > 0; steps -= 1) void model[BACK[way]]();
  return false;
}
