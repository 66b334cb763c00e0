import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { policyAt, policyText, type PolicyAddress, type Scenario } from '../../../case/scenario';
import { layerName } from '../../../explain/layers';
import { policyTypeOf } from '../../../explain/policy-type';
import { spanOfPath } from '../../../language/spans';
import { positionAt } from '../../../language/place';
import { evaluationOf } from '../../../store/derive';
import { CodeEditor } from '../../../ui/editor/CodeEditor';
import { editorKeys } from '../../../ui/editor/keys';
import type { EditorMarks } from '../../../ui/editor/marks';
import { PAUSE_MS, type Target } from '../../../ui/editor/props';
import type { EditorTools } from './tools';

const NO_MARKS: EditorMarks = { brackets: [], lines: [], hits: [], notes: [], problems: [] };
const { leave } = editorKeys(navigator.userAgent);

/** A place to bring into view: of a quoted line. */
export interface Reveal {
  readonly path: string;
  readonly count: number;
}

interface PolicyTextProps {
  /** Names the text: it keeps its undo stack and scroll position. */
  readonly id: string;
  readonly ids: readonly string[];
  readonly view: Scenario;
  readonly address: PolicyAddress;
  readonly hidden: boolean;
  readonly mine: boolean;
  readonly tools: EditorTools;
  readonly reveal: Reveal | undefined;
  readonly onType: (text: string) => void;
  readonly onSettle: () => void;
}

/** The text of one policy in the page’s own editor; without marks while the question is open. */
export function PolicyText(props: PolicyTextProps): ReactElement | null {
  const { id, ids, view, address, hidden, mine, tools, reveal, onType, onSettle } = props;
  const policy = policyAt(view.policies, address);
  const marks = useMemo(
    () => (hidden ? NO_MARKS : tools.marks(view, evaluationOf(view), address)),
    [hidden, tools, view, address],
  );
  const type = policyTypeOf(address.layer, view.request.action);
  const assist = useMemo(() => tools.assist(type), [tools, type]);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  if (!policy) return null;
  const text = policyText(policy);
  const words = mine ? `Yours to change. ${leave}, then Tab, leaves the editor.` : 'To read.';
  return (
    <CodeEditor
      id={id}
      ids={ids}
      value={text}
      label={`Text of ${policy.name}, ${layerName(address.layer)}. ${words}`}
      readOnly={!mine}
      marks={marks}
      marksOf={text}
      later={{ value: text, problems: [] }}
      assist={assist}
      target={targetOf(text, reveal)}
      onChange={(next) => {
        onType(next);
        clearTimeout(pause.current);
        pause.current = setTimeout(onSettle, PAUSE_MS);
      }}
      onCaret={() => undefined}
      onBlur={onSettle}
    />
  );
}

function targetOf(text: string, reveal: Reveal | undefined): Target | undefined {
  if (!reveal) return undefined;
  const span = spanOfPath(text, reveal.path);
  if (!span) return { count: reveal.count, focus: false, inside: 0, range: undefined };
  const start = positionAt(text, span.offset);
  const end = positionAt(text, span.offset + span.length);
  return {
    count: reveal.count,
    focus: false,
    inside: 0,
    range: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}
