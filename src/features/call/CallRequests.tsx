import { useEffect, useRef, useState, type ReactElement } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { addLinked, copyOf, moveLinked, removeLinked, renameLinked, roomFor } from '../../call/list';
import { verdictWord } from '../../explain/verdict';
import type { CallEvaluation, CallPart } from '../../call/verdict';
import { partLabel, wholeSentence } from '../../call/words';
import { useCall, useCase } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { ActionMenu } from '../../ui/pop/ActionMenu';
import type { MenuAction } from '../../ui/pop/types';
import { Glyph } from '../../ui/Glyph';
import { Icon } from '../../ui/Icon';
import { InlineEdit } from '../../ui/InlineEdit';
import './call.css';

/** With more requests than this, the word of those that pass is left to the shape, to show more of them at once. */
const ROOMY = 5;

/** The whole in one sentence, and its requests in the order of the call; the one that is looked at is marked. */
export default function CallRequests(): ReactElement {
  const call = useCall();
  const whole = useCase();
  const at = useVerdict((state) => state.at);
  const lookAt = useVerdict((state) => state.lookAt);
  const show = useVerdict((state) => state.show);
  const [renaming, setRenaming] = useState(false);
  const list = useShownChoice(at);
  // The first request that fails gives the whole its kind.
  const { tone } = verdictWord(call.parts[call.failing[0] ?? 0]!.evaluation);
  const name = whole.linked?.[at - 1]?.name ?? '';
  return (
    <section className="call" aria-label="The call and its requests">
      <p className={`call-whole k-${tone}`}>
        <Glyph kind={tone} size={16} label="" />
        <b className="word">{wholeSentence(call)}</b>
      </p>
      <div className="call-list" ref={list}>
        <ToggleButtonGroup
          className="call-requests"
          aria-label="Requests of this call"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[at]}
          onSelectionChange={([key]) => lookAt(Number(key))}
        >
          {call.parts.map((part) => (
            <RequestTab key={part.at} part={part} call={call} />
          ))}
        </ToggleButtonGroup>
      </div>
      {renaming && (
        <InlineEdit
          label="Name of this request"
          value={name}
          onCommit={(text) => useVerdict.getState().editCall((call) => renameLinked(call, at, text), at)}
          onDone={() => setRenaming(false)}
        />
      )}
      <ActionMenu
        label="Change this request of the call"
        className="btn sm icon"
        // Once the menu has let go of the focus: it would take it back from the field.
        actions={actionsOf(at, () => setTimeout(() => setRenaming(true)))}
      >
        <Icon name="kebab" size={15} />
      </ActionMenu>
      <button
        className="btn sm"
        aria-haspopup="dialog"
        aria-label="Add a request to this call"
        disabled={roomFor(whole) === 0}
        onClick={() => show('alsoNeeds')}
      >
        <Icon name="plus" />
        Add
      </button>
    </section>
  );
}

interface RequestTabProps {
  readonly part: CallPart;
  readonly call: CallEvaluation;
}

function RequestTab({ part, call }: RequestTabProps): ReactElement {
  const { at, name, view, evaluation } = part;
  const { word, tone } = verdictWord(evaluation);
  const { action, resource } = view.request;
  const label = partLabel(part, call);
  const quiet = call.parts.length > ROOMY && evaluation.decision === 'Allowed';
  return (
    <ToggleButton id={at} className={`call-request k-${tone}`}>
      <span className="call-number">{at + 1}</span>
      <span className="cut" title={[name, action, resource].filter(Boolean).join('\n')}>
        {label === action ? <code>{label}</code> : label}
      </span>
      {label !== action && <span className="hidden-text">{action}</span>}
      <Glyph kind={tone} size={13} label="" />
      <span className={quiet ? 'hidden-text' : 'word'}>{word}</span>
    </ToggleButton>
  );
}

/** On a narrow page the list scrolls; the request that is looked at stays in sight. */
function useShownChoice(at: number): React.RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>('[data-selected]');
    if (!list.current || !chosen) return;
    const { left, right } = list.current.getBoundingClientRect();
    const tab = chosen.getBoundingClientRect();
    if (tab.left < left) list.current.scrollLeft += tab.left - left;
    else if (tab.right > right) list.current.scrollLeft += tab.right - right;
  }, [at]);
  return list;
}

/** The first request is the case’s own: it can be copied, and the others moved, named and removed. */
function actionsOf(at: number, rename: () => unknown): readonly MenuAction[] {
  const { history, editCall } = useVerdict.getState();
  const whole = history.present;
  const last = whole.linked?.length ?? 0;
  return [
    { id: 'rename', label: 'Rename', run: () => void rename(), disabled: at === 0 },
    { id: 'copy', label: 'Add a copy', run: () => addCopy(at), disabled: roomFor(whole) === 0 },
    {
      id: 'earlier',
      label: 'Move earlier',
      run: () => editCall((call) => moveLinked(call, at, -1), at - 1),
      disabled: at <= 1,
      apart: true,
    },
    {
      id: 'later',
      label: 'Move later',
      run: () => editCall((call) => moveLinked(call, at, 1), at + 1),
      disabled: at === 0 || at === last,
    },
    { id: 'remove', label: 'Remove', run: () => remove(at), danger: true, apart: true, disabled: at === 0 },
  ];
}

function addCopy(at: number): void {
  const { history, editCall } = useVerdict.getState();
  editCall((call) => addLinked(call, [copyOf(call, at)]), (history.present.linked?.length ?? 0) + 1);
}

function remove(at: number): void {
  const { history, editCall, say } = useVerdict.getState();
  const name = history.present.linked?.[at - 1]?.name ?? '';
  editCall((call) => removeLinked(call, at), at - 1);
  say(`Removed “${name}” from the call.`, { undo: true });
}
