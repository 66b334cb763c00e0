/** What the light bulb offers: the fixes of problems, and other ways to write what stands at the caret. */
import { assistOf } from './assist';
import type { Problem, QuickFix } from './marks';
import { isStill } from './models';
import { monaco } from './monaco';
import { commandFor, rangeOf } from './steps';

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

/** The fixes of the problems at a place; where it meets none, those of its lines. */
function fixesAt(model: Model, place: monaco.Range): readonly Fixable[] {
  const known = fixable.get(model);
  if (known?.version !== model.getVersionId()) return [];
  const meeting = known.fixes.filter(({ problem }) =>
    monaco.Range.areIntersectingOrTouching(rangeOf(problem.range), place),
  );
  if (meeting.length > 0) return meeting;
  return known.fixes.filter(
    ({ problem: { range } }) =>
      range.startLine <= place.endLineNumber && range.endLine >= place.startLineNumber,
  );
}

const action = (
  model: Model,
  kind: string,
  fix: QuickFix,
  diagnostics: monaco.editor.IMarkerData[] = [],
): monaco.languages.CodeAction => ({ title: fix.title, kind, diagnostics, command: commandFor(model, fix) });

monaco.languages.registerCodeActionProvider(
  'json',
  {
    provideCodeActions: async (model, place, { markers }) => {
      const fixes = fixesAt(model, place).map(({ problem, fix }) =>
        action(
          model,
          'quickfix',
          fix,
          markers.filter(({ message }) => message === problem.message),
        ),
      );
      const offset = model.getOffsetAt(place.getStartPosition());
      const version = model.getVersionId();
      const rewrites = (await assistOf(model)?.rewrites(model.getValue(), offset)) ?? [];
      const fresh = isStill(model, version);
      return {
        actions: fresh ? [...fixes, ...rewrites.map((fix) => action(model, 'refactor.rewrite', fix))] : [],
        dispose: () => undefined,
      };
    },
  },
  { providedCodeActionKinds: ['quickfix', 'refactor.rewrite'] },
);
