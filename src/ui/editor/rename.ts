/** Renaming by the editor's own key and box, as one step. */
import { assistOf, rangeAt } from './assist';
import { isStill } from './models';
import { monaco } from './monaco';
import { markStep } from './steps';

interface Messages {
  readonly showMessage: (message: string, position: monaco.IPosition) => void;
}

/** Monaco's own word on a refusal goes to a list of notices that the page does not have: it is said at the place. */
function say(model: monaco.editor.ITextModel, position: monaco.IPosition, why: string): void {
  const editor = monaco.editor.getEditors().find((one) => one.getModel() === model);
  const messages = editor?.getContribution('editor.contrib.messageController') ?? undefined;
  if (!messages || !('showMessage' in messages)) return;
  // The box that is about to close would take the message along.
  setTimeout(() => (messages as unknown as Messages).showMessage(why, position), 50);
}

monaco.languages.registerRenameProvider('json', {
  resolveRenameLocation: async (model, position) => {
    const nothing = { range: monaco.Range.fromPositions(position), text: '' };
    const version = model.getVersionId();
    const found = await assistOf(model)?.nameAt(model.getValue(), model.getOffsetAt(position));
    if (!isStill(model, version)) return nothing;
    if (!found) return { ...nothing, rejectReason: 'Only the Sid of a statement can be renamed.' };
    return { range: rangeAt(model, found.span), text: found.name };
  },
  provideRenameEdits: async (model, position, name) => {
    const versionId = model.getVersionId();
    const renamed = await assistOf(model)?.rename(model.getValue(), model.getOffsetAt(position), name.trim());
    if (!renamed || !isStill(model, versionId)) return { edits: [] };
    if (renamed.kind === 'refused') {
      say(model, position, renamed.why);
      return { edits: [], rejectReason: renamed.why };
    }
    const { span, text } = renamed.edit;
    markStep(model);
    return {
      edits: [{ resource: model.uri, versionId, textEdit: { range: rangeAt(model, span), text } }],
    };
  },
});
