import type { Problem, QuickFix } from './marks';
import { monaco } from './monaco';

type Model = monaco.editor.ITextModel;

interface Fixable {
  readonly problem: Problem;
  readonly fix: QuickFix;
}

const fixable = new WeakMap<Model, { readonly version: number; readonly fixes: readonly Fixable[] }>();

/** Remembers the fixes of a text's problems, for as long as the text stays as it is. */
export function setFixes(model: Model, problems: readonly Problem[]): void {
  const fixes = problems.flatMap((problem) => (problem.fixes ?? []).map((fix) => ({ problem, fix })));
  fixable.set(model, { version: model.getVersionId(), fixes });
}

/** Offers the remembered fixes where Monaco asks for them: at a problem's pop-over, and by its key. */
monaco.languages.registerCodeActionProvider('json', {
  provideCodeActions: (model, range, context) => {
    const known = fixable.get(model);
    const here = known?.version === model.getVersionId() ? known.fixes : [];
    const actions = here
      .filter(({ problem }) => monaco.Range.areIntersectingOrTouching(rangeOf(problem.range), range))
      .map(({ problem, fix }): monaco.languages.CodeAction => ({
        title: fix.title,
        kind: 'quickfix',
        diagnostics: context.markers.filter((marker) => marker.message === problem.message),
        edit: {
          edits: fix.edits.map((edit) => ({
            resource: model.uri,
            versionId: model.getVersionId(),
            textEdit: { range: rangeOf(edit.range), text: edit.text },
          })),
        },
      }));
    return { actions, dispose: () => undefined };
  },
});

function rangeOf({ startLine, startColumn, endLine, endColumn }: Problem['range']): monaco.IRange {
  return { startLineNumber: startLine, startColumn, endLineNumber: endLine, endColumn };
}
