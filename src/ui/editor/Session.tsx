import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { PAUSE_MS, type CodeEditorProps, type Handover } from './props';
import { decorationsOf } from './decorations';
import type { EditorMarks, Problem } from './marks';
import { setAssist } from './assist';
import { setFixes } from './fixes';
import './rename';
import { dropFixHeadings, nameLightBulb } from './repairs';
import { keepOnly, modelOf, recallView, rememberView, syncModel } from './models';
import { monaco } from './monaco';
import { rememberText } from './ownUndo';
import { showDecorations } from './showDecorations';
import { rangeOf, takeStep } from './steps';
import { followTheme } from './theme';
import { showNotes } from './zones';

type Instance = monaco.editor.IStandaloneCodeEditor;

export interface SessionProps extends CodeEditorProps {
  readonly editor: Instance;
  /** Asks the plain editor where its keyboard focus was, if it had it. */
  readonly takeOver: () => Handover | undefined;
  readonly onReady: () => void;
}

const FLASH_MS = 1400;

/** Keeps a living editor and the props in step, both ways. Draws nothing itself. */
export function Session(props: SessionProps): null {
  const { editor, ids, label, readOnly = false } = props;
  useText(props);
  useMarks(props);
  useLaterProblems(props);
  useAssist(props);
  useEvents(props);
  useTarget(props);
  useCaretInSight(props);
  useHandover(props);
  useEffect(
    () => editor.updateOptions({ ariaLabel: label, readOnly, domReadOnly: readOnly }),
    [editor, label, readOnly],
  );
  useEffect(() => keepOnly(ids), [ids]);
  useEffect(() => {
    nameLightBulb(editor);
    dropFixHeadings(editor);
  }, [editor]);
  useEffect(() => followTheme(monaco), []);
  return null;
}

/** More than anybody types at a time: it was pasted, dropped or cut. */
function isLarge({ text, rangeLength }: monaco.editor.IModelContentChange): boolean {
  return Math.max(text.length, rangeLength) > 60;
}

/** Shows the text's own model, and brings it up to date where the text was changed elsewhere. */
function useText({ editor, id, value, onChange }: SessionProps): void {
  const shown = useRef<string>(undefined);
  const quiet = useRef(false);
  const changed = useEffectEvent(onChange);
  useLayoutEffect(() => {
    const model = modelOf(id, value);
    if (editor.getModel() !== model) {
      if (shown.current !== undefined) rememberView(shown.current, editor);
      editor.setModel(model);
      recallView(id, editor);
    }
    shown.current = id;
    const selections = editor.getSelections();
    quiet.current = true;
    const edited = syncModel(model, value);
    quiet.current = false;
    if (edited && selections) editor.setSelections(selections);
  }, [editor, id, value]);
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout> | undefined;
    const listener = editor.onDidChangeModelContent(({ changes, isUndoing, isRedoing }) => {
      const model = editor.getModel();
      if (quiet.current || !model) return;
      const step = takeStep(model) || changes.some(isLarge);
      const text = editor.getValue();
      rememberText(model, text);
      changed(text, isUndoing ? 'undo' : isRedoing ? 'redo' : step ? 'step' : 'typing');
      // The steps of the editor's own undo begin where those of the page do.
      clearTimeout(pause);
      pause = setTimeout(() => !model.isDisposed() && model.pushStackElement(), PAUSE_MS);
    });
    return () => {
      clearTimeout(pause);
      listener.dispose();
    };
  }, [editor]);
}

/** Marks follow the text a little later. Until they have caught up, the editor moves those that it has. */
function useMarks({ editor, id, marks, marksOf, value }: SessionProps): void {
  const current = marksOf === value;
  const zones = useRef<{ readonly ids: readonly string[]; readonly key: string }>({ ids: [], key: '' });
  const redraw = useEffectEvent((force: boolean) => {
    if (!current) return;
    const key = JSON.stringify([id, marks.notes, marks.brackets]);
    if (force || key !== zones.current.key)
      zones.current = { ids: showNotes(editor, marks, zones.current.ids), key };
  });
  useLayoutEffect(() => {
    if (!current) return;
    const model = editor.getModel();
    if (!model) return;
    showDecorations(model, decorationsOf(marks));
    monaco.editor.setModelMarkers(model, 'problems', marks.problems.map(markerOf));
    redraw(false);
  }, [editor, id, marks, current, value]);
  useEffect(() => {
    let width = editor.getLayoutInfo().contentWidth;
    const listener = editor.onDidLayoutChange(({ contentWidth }) => {
      if (contentWidth !== width) redraw(true);
      width = contentWidth;
    });
    return () => listener.dispose();
  }, [editor]);
}

/** Until they are about the present text, the ones before stay and move along with what is typed. */
function useLaterProblems({ editor, id, later, value }: SessionProps): void {
  useLayoutEffect(() => {
    const model = editor.getModel();
    if (!model || later.value !== value) return;
    const underlined = later.problems.filter(({ unmarked }) => unmarked !== true);
    const faded = later.problems.flatMap((problem) => fadedOf(problem) ?? []);
    monaco.editor.setModelMarkers(model, 'later', [...underlined.map(markerOf), ...faded]);
    setFixes(model, later.problems);
  }, [editor, id, later, value]);
}

function useAssist({ editor, id, assist }: SessionProps): void {
  useLayoutEffect(() => {
    const model = editor.getModel();
    if (model) setAssist(model, assist);
  }, [editor, id, assist]);
}

const SEVERITY: Record<Problem['severity'], monaco.MarkerSeverity> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
};

function markerOf({ range, message, severity }: EditorMarks['problems'][number]): monaco.editor.IMarkerData {
  return { ...rangeOf(range), message, severity: SEVERITY[severity] };
}

/** The stretch that changes nothing, drawn faded; the marker beside it says why. */
function fadedOf({ faded, message }: Problem): monaco.editor.IMarkerData | undefined {
  if (!faded) return undefined;
  const hint = monaco.MarkerSeverity.Hint;
  return { ...rangeOf(faded), message, severity: hint, tags: [monaco.MarkerTag.Unnecessary] };
}

/** Brings the place asked for into view, and lights it for a moment. */
function useTarget({ editor, target }: SessionProps): void {
  const arrived = useRef(false);
  const reveal = useEffectEvent(() => {
    // What is shown first needs no light: nobody asked for it just now.
    const light = arrived.current || target?.focus === true;
    arrived.current = true;
    if (!target) return undefined;
    if (target.focus) editor.focus();
    if (!target.range) return undefined;
    const range = rangeOf(target.range);
    editor.setPosition({ lineNumber: range.startLineNumber, column: range.startColumn + target.inside });
    editor.revealRangeInCenterIfOutsideViewport(range);
    if (!light) return undefined;
    return editor.createDecorationsCollection([
      { range, options: { isWholeLine: true, className: 'ed-flash', zIndex: 2 } },
    ]);
  });
  const count = target?.count;
  useEffect(() => {
    const flash = reveal();
    const timer = setTimeout(() => flash?.clear(), FLASH_MS);
    return () => {
      clearTimeout(timer);
      flash?.clear();
    };
  }, [editor, count]);
}

/** Where the room shrinks, as when the picture opens above, the line of the caret stays in sight. */
function useCaretInSight({ editor }: SessionProps): void {
  useEffect(() => {
    let { height } = editor.getLayoutInfo();
    const listener = editor.onDidLayoutChange((info) => {
      const line = editor.getPosition()?.lineNumber;
      const before = height;
      height = info.height;
      if (line === undefined || height >= before) return;
      const below = editor.getTopForLineNumber(line) - editor.getScrollTop();
      if (below >= 0 && below < before) editor.revealLineInCenterIfOutsideViewport(line);
    });
    return () => listener.dispose();
  }, [editor]);
}

function useEvents({ editor, onCaret, onBlur }: SessionProps): void {
  const tell = useEffectEvent((chosen: boolean) => {
    const position = editor.getPosition();
    const model = editor.getModel();
    if (!position || !model) return;
    const { lineNumber: line, column } = position;
    onCaret({ line, column, offset: model.getOffsetAt(position) }, chosen);
  });
  const blur = useEffectEvent(onBlur);
  useEffect(() => {
    const listeners = [
      editor.onDidChangeCursorPosition(({ reason }) =>
        tell(reason === monaco.editor.CursorChangeReason.Explicit),
      ),
      editor.onDidChangeModel(() => tell(false)),
      editor.onDidBlurEditorWidget(() => blur()),
    ];
    tell(false);
    return () => listeners.forEach((listener) => listener.dispose());
  }, [editor]);
}

/** Takes the plain editor's place, with its focus and selection, between two keystrokes. */
function useHandover({ editor, takeOver, onReady }: SessionProps): void {
  const handOver = useEffectEvent(() => {
    const left = takeOver();
    flushSync(onReady);
    const model = editor.getModel();
    if (!left || !model) return;
    editor.setSelection(
      monaco.Selection.fromPositions(model.getPositionAt(left.start), model.getPositionAt(left.end)),
    );
    editor.focus();
  });
  useEffect(() => {
    // Outside React's own work, so that the page changes over at once.
    let live = true;
    queueMicrotask(() => live && handOver());
    return () => {
      live = false;
    };
  }, [editor]);
}
