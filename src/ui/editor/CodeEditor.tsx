import {
  lazy,
  Suspense,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ReactElement,
  type RefObject,
} from 'react';
import { MissingPart, PartBoundary } from '../PartBoundary';
import type { Assist, EditorMarks, Problem, TextRange } from './marks';
import './editor.css';

/** The full editor is large: the page paints, and the text can be edited, before it arrives. */
const MonacoEditor = lazy(() => import('./MonacoEditor'));

export interface Caret {
  readonly line: number;
  readonly column: number;
  /** From the start of the text, line ends counted as one. */
  readonly offset: number;
}

/** A place to bring into view; a new `count` asks again for the same place. */
export interface Target {
  readonly count: number;
  readonly range: TextRange | undefined;
  /** The caret goes this many columns into the range. */
  readonly inside: number;
  readonly focus: boolean;
}

/** A pause in typing of this length makes the next change an undo step of its own. */
export const PAUSE_MS = 1200;

/** How a text changed: a key at a time, as one step by itself, or by the editor's own undo and redo. */
export type Change = 'typing' | 'step' | 'undo' | 'redo';

export interface CodeEditorProps {
  /** Names the text for as long as it lives: its undo stack and scroll position stay with it. */
  readonly id: string;
  /** Every text that still exists; what is kept of others is dropped. */
  readonly ids: readonly string[];
  readonly value: string;
  readonly label: string;
  readonly marks: EditorMarks;
  /** The text that the marks are about: they are not drawn on another. */
  readonly marksOf: string;
  /** Further problems, found a little later: shown once they are about the text as it is. */
  readonly later: { readonly value: string; readonly problems: readonly Problem[] };
  /** Suggests and explains. */
  readonly assist: Assist;
  readonly target: Target | undefined;
  readonly onChange: (text: string, change: Change) => void;
  /** The caret moved; `chosen` when the person moved it other than by typing. */
  readonly onCaret: (caret: Caret, chosen: boolean) => void;
  readonly onBlur: () => void;
}

/** Where the keyboard was when the full editor took over from the plain one. */
export interface Handover {
  readonly start: number;
  readonly end: number;
}

/** A code editor: a plain text area at once, the full editor when it has loaded. */
export function CodeEditor(props: CodeEditorProps): ReactElement {
  const plain = useRef<HTMLTextAreaElement>(null);
  const [ready, setReady] = useState(false);
  const [missing, setMissing] = useState(false);
  const takeOver = (): Handover | undefined => {
    const area = plain.current;
    const focused = area !== null && document.activeElement === area;
    return focused ? { start: area.selectionStart, end: area.selectionEnd } : undefined;
  };
  return (
    <div className="ed-code">
      {missing && <MissingPart />}
      {!ready && <PlainEditor area={plain} {...props} />}
      {/* The colours that Monaco gives to its components reach its menu too, which stands beside the editor. */}
      <div className={`ed-full monaco-component${ready ? '' : ' waiting'}`} aria-hidden={!ready}>
        <PartBoundary onMissing={() => setMissing(true)}>
          <Suspense fallback={null}>
            <MonacoEditor {...props} takeOver={takeOver} onReady={() => setReady(true)} />
          </Suspense>
        </PartBoundary>
      </div>
    </div>
  );
}

function PlainEditor({
  area,
  value,
  label,
  target,
  onChange,
  onBlur,
}: CodeEditorProps & { readonly area: RefObject<HTMLTextAreaElement | null> }): ReactElement {
  const focus = useEffectEvent(() => {
    if (!target?.focus || !area.current) return;
    area.current.focus();
    if (!target.range) return;
    const offset = offsetOf(value, target.range.startLine, target.range.startColumn + target.inside);
    area.current.setSelectionRange(offset, offset);
  });
  const count = target?.count;
  useEffect(() => focus(), [count]);
  return (
    <textarea
      ref={area}
      className="ed-plain"
      aria-label={label}
      value={value}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      onChange={({ target: { value: text } }) => onChange(text, 'typing')}
      onBlur={onBlur}
    />
  );
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}
