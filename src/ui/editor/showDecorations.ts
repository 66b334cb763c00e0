import type { monaco } from './monaco';

type Model = monaco.editor.ITextModel;
type Decoration = monaco.editor.IModelDeltaDecoration;

/** The decorations of a text, by what they are; put there when the text was of this version. */
interface Kept {
  readonly version: number;
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

const keptBy = new WeakMap<Model, Kept>();

/**
 * Brings the decorations of a text to those wanted. Those that stay are not touched: a long text has thousands, of which
 * a keystroke in the request changes a few. After a change of the text all are put anew, for they may have moved with it.
 */
export function showDecorations(model: Model, wanted: readonly Decoration[]): void {
  const version = model.getVersionId();
  const before = keptBy.get(model);
  const same = before?.version === version;
  const left = new Map<string, string[]>();
  for (const [key, ids] of before?.ids ?? []) left.set(same ? key : `moved ${key}`, [...ids]);
  const ids = new Map<string, string[]>();
  const fresh: { readonly key: string; readonly decoration: Decoration }[] = [];
  for (const decoration of wanted) {
    const key = JSON.stringify(decoration);
    const id = left.get(key)?.pop();
    if (id === undefined) fresh.push({ key, decoration });
    else add(ids, key, id);
  }
  const made = model.deltaDecorations(
    [...left.values()].flat(),
    fresh.map(({ decoration }) => decoration),
  );
  made.forEach((id, at) => add(ids, fresh[at]!.key, id));
  keptBy.set(model, { version, ids });
}

function add(to: Map<string, string[]>, key: string, id: string): void {
  const ids = to.get(key);
  if (ids) ids.push(id);
  else to.set(key, [id]);
}
