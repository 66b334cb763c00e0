/** Suggestions and explanations for the text at the caret, from whoever knows its language. */
import { monaco } from './monaco';
import type { Assist, Completion } from './marks';
import { isStill } from './models';
import { linkFor } from './steps';

type Model = monaco.editor.ITextModel;

const assists = new WeakMap<Model, Assist>();

/** Says who knows the language of a text. */
export function setAssist(model: Model, assist: Assist): void {
  assists.set(model, assist);
}

export function assistOf(model: Model): Assist | undefined {
  return assists.get(model);
}

/** The range of a stretch of a model's text. */
export function rangeAt(model: Model, { offset, length }: { offset: number; length: number }): monaco.IRange {
  return monaco.Range.fromPositions(model.getPositionAt(offset), model.getPositionAt(offset + length));
}

function itemOf(completion: Completion, range: monaco.IRange): monaco.languages.CompletionItem {
  const { label, detail, info, insert, filter, snippet, again, order } = completion;
  const rules = monaco.languages.CompletionItemInsertTextRule;
  return {
    label: detail === undefined ? label : { label, description: detail },
    kind: monaco.languages.CompletionItemKind.Value,
    insertText: insert,
    filterText: filter,
    sortText: `${order} ${label}`,
    range,
    ...(info !== undefined && { documentation: { value: info } }),
    ...(snippet && { insertTextRules: rules.InsertAsSnippet }),
    ...(again && { command: { id: 'editor.action.triggerSuggest', title: 'More' } }),
  };
}

monaco.languages.registerCompletionItemProvider('json', {
  triggerCharacters: ['"', ':', '{', '$'],
  provideCompletionItems: async (model, position, context) => {
    const assist = assists.get(model);
    if (!assist) return { suggestions: [] };
    const { span, items } = await assist.suggest(model.getValue(), model.getOffsetAt(position));
    if (model.isDisposed()) return { suggestions: [] };
    // A brace begins an object, and Enter after it a line; only within a string does it ask for something.
    if (context.triggerCharacter === '{' && span.length === 0) return { suggestions: [] };
    const range = rangeAt(model, span);
    return { suggestions: items.map((item) => itemOf(item, range)) };
  },
});

monaco.languages.registerHoverProvider('json', {
  provideHover: async (model, position) => {
    const assist = assists.get(model);
    if (!assist) return undefined;
    const [text, offset, version] = [model.getValue(), model.getOffsetAt(position), model.getVersionId()];
    const [found, rewrites] = await Promise.all([
      assist.describe(text, offset),
      assist.rewrites(text, offset),
    ]);
    if (!found || !isStill(model, version)) return undefined;
    const links = rewrites.map((rewrite) => linkFor(model, rewrite));
    return { range: rangeAt(model, found.span), contents: [{ value: found.markdown }, ...links] };
  },
});
