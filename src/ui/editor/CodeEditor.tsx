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
import type { CodeEditorProps, Handover } from './props';
import { tellEditorShown } from './shown';
import './editor.css';

/** The full editor is large: the page paints, and the text can be edited, before it arrives. */
const MonacoEditor = lazy(() => import('./MonacoEditor'));

/** A code editor: a plain text area at once, the full editor when it has loaded. */
export function CodeEditor(props: CodeEditorProps): ReactElement {
  const plain = useRef<HTMLTextAreaElement>(null);
  const [ready, setReady] = useState(false);
  const [missing, setMissing] = useState(false);
  const show = (): void => {
    setReady(true);
    tellEditorShown();
  };
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
            <MonacoEditor {...props} takeOver={takeOver} onReady={show} />
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
  readOnly = false,
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
      readOnly={readOnly}
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
