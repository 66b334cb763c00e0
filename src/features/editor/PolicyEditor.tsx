import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { addressKey, policyAt, policyText, type Policy, type PolicyAddress } from '../../case/scenario';
import { layerName } from '../../explain/layers';
import { spanOfPath, statementAtOffset, statementSpans } from '../../language/spans';
import { evaluationOf } from '../../store/derive';
import { usePolicies, useSettled } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { CodeEditor } from '../../ui/editor/CodeEditor';
import { PAUSE_MS, type Caret, type Change, type Target } from '../../ui/editor/props';
import { editorKeys } from '../../ui/editor/keys';
import { takeText } from '../../store/typing';
import { policyTypeOf } from '../../explain/policy-type';
import { EditorFoot } from './EditorFoot';
import { EditorHead } from './EditorHead';
import { editorMarks } from './editorMarks';
import { policyAssist } from './intelligence/policyAssist';
import { rangeOfSpan } from './problems';
import { useNotices } from './useNotices';
import { textIdKeeper } from './textIds';

const idsOf = textIdKeeper();

/** What reads wrapped texts is fetched when a text cannot be read. */
const WrappedBanner = lazy(() => import('./WrappedBanner'));

/** What compares the text with what it was is fetched after the editor stands. */
const WiderChip = lazy(() => import('./WiderChip'));

const { suggest, fix, explain, rename, leave } = editorKeys(navigator.userAgent);
const KEYS = `${suggest} suggests, ${fix} offers fixes, ${explain} explains, ${rename} renames a Sid. ${leave}, then Tab, leaves the editor.`;

interface PolicyEditorProps {
  readonly address: PolicyAddress;
  readonly policy: Policy;
}

export function PolicyEditor({ address, policy }: PolicyEditorProps): ReactElement {
  const policies = usePolicies();
  // The verdict is painted first, and the margin of a long text after it.
  const settled = useSettled();
  const [caret, setCaret] = useState<Caret>();
  const text = policyText(policy);
  const key = addressKey(address);
  const ids = useMemo(() => idsOf(policies), [policies]);
  const marks = useMemo(
    () => editorMarks(settled, evaluationOf(settled), address),
    // oxlint-disable-next-line react/exhaustive-deps -- the address is a new object at each selection; its key tells places apart
    [settled, key],
  );
  const { notices, later } = useNotices(key, marks, text);
  const policyType = policyTypeOf(address.layer, settled.request.action);
  const assist = useMemo(() => policyAssist(policyType), [policyType]);
  const type = useTyping(address);
  const settle = useVerdict((state) => state.settle);
  const selectAt = useCaretSelection(address, text);
  return (
    <>
      <EditorHead key={key} address={address} policy={policy} />
      {marks.problems.length > 0 && (
        <Suspense fallback={null}>
          <WrappedBanner key={`banner ${key}`} address={address} text={text} />
        </Suspense>
      )}
      <CodeEditor
        id={ids.get(key) ?? key}
        ids={useMemo(() => [...ids.values()], [ids])}
        value={text}
        label={`Text of ${policy.name}, ${layerName(address.layer)}. ${KEYS}`}
        marks={marks}
        marksOf={policyText(policyAt(settled.policies, address) ?? policy)}
        later={later}
        assist={assist}
        target={useTarget(address, text)}
        onChange={type}
        onBlur={settle}
        onCaret={(place, chosen) => {
          setCaret(place);
          if (chosen) selectAt(place);
        }}
      />
      <EditorFoot
        address={address}
        action={settled.request.action}
        text={text}
        notices={notices}
        checked={later.value}
        readable={marks.problems.length === 0}
        caret={caret}
        beside={
          <Suspense fallback={null}>
            <WiderChip
              id={ids.get(key) ?? key}
              address={address}
              name={policy.name}
              text={text}
              type={policyType}
            />
          </Suspense>
        }
      />
    </>
  );
}

/** Every keystroke changes the case; a run of them without a long pause is one undo step. */
function useTyping(address: PolicyAddress): (text: string, change: Change) => void {
  const settle = useVerdict((state) => state.settle);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  return (text, change) => {
    takeText(address, text, change);
    clearTimeout(pause.current);
    pause.current = setTimeout(settle, PAUSE_MS);
  };
}

/** A caret put into a statement selects it, and opens its layer's step; nothing scrolls. */
function useCaretSelection(address: PolicyAddress, text: string): (caret: Caret) => void {
  const select = useVerdict((state) => state.select);
  const selection = useVerdict((state) => state.selection);
  return ({ offset }) => {
    const statement = statementAtOffset(text.replace(/\r\n?/g, '\n'), offset);
    if (statement === undefined) return;
    if (selection.chosen && selection.statement === statement && selection.step === address.layer) return;
    select({ address, statement, step: address.layer });
  };
}

/** The place that another panel asked to see, if it is in this policy. */
function useTarget(address: PolicyAddress, text: string): Target | undefined {
  const reveal = useVerdict((state) => state.reveal);
  const statement = useVerdict((state) => state.selection.statement);
  if (!reveal || addressKey(reveal.address) !== addressKey(address)) return undefined;
  const { path, focus, count } = reveal;
  const span =
    path !== undefined
      ? spanOfPath(text, path)
      : statement !== undefined
        ? statementSpans(text)[statement]
        : undefined;
  const inside = span && text[span.offset] === '"' ? 1 : 0;
  return { count, focus, inside, range: span && rangeOfSpan(text, span) };
}
