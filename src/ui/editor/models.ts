import { monaco } from './monaco';
import { minimalEdit } from './minimalEdit';
import { rememberText, walkTo } from './ownUndo';

type Model = monaco.editor.ITextModel;

/** What is kept of a text while another one is shown. */
const viewStates = new Map<string, monaco.editor.ICodeEditorViewState | null>();

function uriOf(id: string): monaco.Uri {
  return monaco.Uri.from({ scheme: 'policy', path: `/${id}.json` });
}

export function pathOf(id: string): string {
  return uriOf(id).toString();
}

/** The model of a text; one model a text, so that each has its own undo stack. */
export function modelOf(id: string, value: string): Model {
  const existing = monaco.editor.getModel(uriOf(id));
  if (existing) return existing;
  const model = monaco.editor.createModel(value, 'json', uriOf(id));
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  return model;
}

export function rememberView(id: string, editor: monaco.editor.IStandaloneCodeEditor): void {
  viewStates.set(id, editor.saveViewState());
}

export function recallView(id: string, editor: monaco.editor.IStandaloneCodeEditor): void {
  const state = viewStates.get(id);
  if (state) editor.restoreViewState(state);
}

/**
 * Is the text still there, and as it was when something was asked about it? An answer may come when its policy is gone, and a
 * model that is no more throws at every question.
 */
export function isStill(model: Model, version: number): boolean {
  return !model.isDisposed() && model.getVersionId() === version;
}

/** Editors in several places of the page name their texts `room:text`, and leave those of other rooms alone. */
function roomOf(id: string): string {
  return id.includes(':') ? id.slice(0, id.indexOf(':')) : '';
}

/** Drops the models of texts that are no more, in the rooms of those that are. */
export function keepOnly(ids: readonly string[]): void {
  const rooms = new Set(ids.map(roomOf));
  const gone = (id: string): boolean => rooms.has(roomOf(id)) && !ids.includes(id);
  for (const model of monaco.editor.getModels())
    if (model.uri.scheme === 'policy' && gone(model.uri.path.slice(1, -'.json'.length))) model.dispose();
  for (const id of viewStates.keys()) if (gone(id)) viewStates.delete(id);
}

/** Models know one end of line only. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * Brings a model to a text: along its own undo stack where that leads there, else by the smallest edit, so that
 * carets, folds and the stack survive.
 */
export function syncModel(model: Model, text: string): boolean {
  const before = model.getValue();
  const wanted = withLineFeeds(text);
  const edit = minimalEdit(before, wanted);
  if (edit && walkTo(model, wanted)) return true;
  rememberText(model, wanted);
  if (!edit) return false;
  const start = model.getPositionAt(edit.offset);
  const end = model.getPositionAt(edit.offset + edit.length);
  model.pushStackElement();
  model.pushEditOperations(
    null,
    [{ range: monaco.Range.fromPositions(start, end), text: edit.text }],
    () => null,
  );
  model.pushStackElement();
  return true;
}
