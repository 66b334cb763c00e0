/** Changes that are one step by themselves, whatever was typed before and after. */
import { monaco } from './monaco';
import type { QuickFix, TextRange } from './marks';

type Model = monaco.editor.ITextModel;

const marked = new WeakSet<Model>();

/** The next change of the text is a step of its own. */
export function markStep(model: Model): void {
  marked.add(model);
}

/** Is the change that just happened a step of its own? Asked once a change. */
export function takeStep(model: Model): boolean {
  return marked.delete(model);
}

export function rangeOf({ startLine, startColumn, endLine, endColumn }: TextRange): monaco.IRange {
  return { startLineNumber: startLine, startColumn, endLineNumber: endLine, endColumn };
}

const APPLY = 'page.applyEdits';

/** A change to the text as it is now, as a command that a menu or a link can run. It is one step. */
export function commandFor(model: Model, { title, edits }: QuickFix): monaco.languages.Command {
  return { id: APPLY, title, arguments: [model.uri.toString(), model.getVersionId(), edits] };
}

/** The command as the address of a link in an explanation. */
export function linkFor(model: Model, fix: QuickFix): monaco.IMarkdownString {
  const { id, arguments: given } = commandFor(model, fix);
  const address = `command:${id}?${encodeURIComponent(JSON.stringify(given))}`;
  // A closing parenthesis would end the address.
  const link = address.replaceAll('(', '%28').replaceAll(')', '%29');
  return {
    value: `[${fix.title.replaceAll(/[[\]*\\`_]/g, '\\$&')}](${link})`,
    isTrusted: { enabledCommands: [APPLY] },
  };
}

monaco.editor.registerCommand(APPLY, (_, path: string, version: number, edits: QuickFix['edits']) => {
  const model = monaco.editor.getModel(monaco.Uri.parse(path));
  // Places count in the text that was looked at: in any other the change would do harm.
  if (model?.getVersionId() !== version) return;
  markStep(model);
  model.pushStackElement();
  model.pushEditOperations(
    null,
    edits.map(({ range, text }) => ({ range: rangeOf(range), text })),
    () => null,
  );
  model.pushStackElement();
  takeStep(model);
});
