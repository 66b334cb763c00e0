import { memo, useCallback, useRef, type FocusEvent, type KeyboardEvent, type ReactElement } from 'react';
import type { ContextValue } from '../../case/scenario';
import { awsSaidOf } from '../../case/aws-said';
import { setContext } from '../../case/edits';
import { keySent } from '../../engine/request/presence';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Glyph } from '../../ui/Glyph';
import { Icon } from '../../ui/Icon';
import { sameRow, type Row } from './rows';
import { useNotSent } from './useKeyFacts';
import { ValueEditor } from './ValueEditor';
import { asList, valueText } from './values';

/** The id of the button that adds a key. */
export const ADD_KEY = 'add-key';

interface ContextRowProps {
  readonly row: Row;
  readonly open: boolean;
  readonly onOpen: (key: string) => void;
  readonly onClose: () => void;
}

/** A key of the request leaves most values of the context what they are: only rows that show something else are drawn anew. */
export const ContextRow = memo(
  OneRow,
  (was, is) =>
    sameRow(was.row, is.row) &&
    was.open === is.open &&
    was.onOpen === is.onOpen &&
    was.onClose === is.onClose,
);

/** One key: its origin, its value, and, when open, the controls that change it. */
function OneRow({ row, open, onOpen, onClose }: ContextRowProps): ReactElement {
  const set = useSetValue(row.key);
  const settle = useVerdict((state) => state.settle);
  const item = useRef<HTMLLIElement>(null);
  const close = (): void => {
    settle();
    onClose();
  };
  /** Gives the focus to the value; where the row is gone, to the button that adds one. */
  const focusHere = (): void => {
    requestAnimationFrame(() => {
      const value = item.current?.querySelector<HTMLElement>('.v button');
      (value ?? document.getElementById(ADD_KEY))?.focus();
    });
  };
  /** Closes and keeps the focus here, as Escape and Enter do. */
  const closeHere = (): void => {
    close();
    focusHere();
  };
  const leave = (event: FocusEvent): void => {
    if (open && event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) close();
  };
  const keys = (event: KeyboardEvent): void => {
    if (
      open &&
      (event.key === 'Escape' || (event.key === 'Enter' && event.target instanceof HTMLInputElement))
    ) {
      event.preventDefault();
      closeHere();
    }
  };
  const unknown = row.value === null;
  return (
    <li ref={item} className={unknown ? 'unk k-unknown' : row.origin} onBlur={leave} onKeyDown={keys}>
      <div className="k">
        <code className="cut" title={row.key}>
          {row.key}
        </code>
        <span className="origin">{row.origin}</span>
      </div>
      {open ? (
        <ValueEditor row={row} onChange={set} onClose={closeHere} />
      ) : (
        <div className="v">
          <ValueButton row={row} onOpen={() => onOpen(row.key)} />
          <QuickActions
            row={row}
            onChange={(value) => {
              set(value);
              focusHere();
            }}
          />
        </div>
      )}
      <NotSent row={row} />
      {!row.given && (row.value === undefined || row.value === null) && <Untold row={row} />}
      {row.replaces !== undefined && valueText(row.replaces) !== valueText(row.value) && (
        <p className="replaces">
          replaces derived <code>{valueText(row.replaces)}</code>
        </p>
      )}
    </li>
  );
}

/** A key that such requests never carry: a value for it proves nothing. */
function NotSent({ row }: { readonly row: Row }): ReactElement | null {
  const { action } = useScenario().request;
  const why = useNotSent(row.key);
  if (!why) return null;
  return (
    <p className="odd">
      AWS does not send <code>{row.key}</code> with <code>{action}</code>
      {why.kind === 'type' && ` on the type ${why.type}, only on ${listed(why.types)}`}.
    </p>
  );
}

/** What a key counts as that nobody told, and why: AWS sends some keys with every such request, others with some. */
function Untold({ row }: { readonly row: Row }): ReactElement | null {
  const scenario = useScenario();
  if (row.value === undefined && awsSaidOf(scenario) !== undefined)
    return <p className="dim">AWS lists none: the request came without it.</p>;
  const sent = keySent(scenario, row.key);
  if (row.value === null)
    return sent === 'always' ? (
      <p className="dim">Not told. AWS sends it with every such request, so its value is open.</p>
    ) : null;
  return (
    <p className="dim">
      {sent === 'never'
        ? 'Not told. AWS does not send it for such a caller.'
        : 'Not told. AWS sends it with some requests only, so it counts as absent.'}
    </p>
  );
}

/** So many names are read at a glance. */
const FEW = 4;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, FEW).join(', ');
  return names.length > FEW ? `${shown} and ${names.length - FEW} more` : shown;
}

function useSetValue(key: string): (value: ContextValue | undefined) => void {
  const edit = useVerdict((state) => state.edit);
  return useCallback(
    (value) => edit((scenario) => setContext(scenario, key, value), `context.${key}`),
    [edit, key],
  );
}

function ValueButton({ row, onOpen }: { readonly row: Row; readonly onOpen: () => void }): ReactElement {
  const label = row.value === undefined ? `Give ${row.key} a value` : `Change ${row.key}`;
  return (
    <button className="value" aria-label={`${label}: ${valueText(row.value)}`} onClick={onOpen}>
      <ShownValue value={row.value} />
    </button>
  );
}

function ShownValue({ value }: { readonly value: ContextValue | undefined }): ReactElement {
  if (value === undefined) return <span className="give">Give a value</span>;
  if (value === null)
    return (
      <>
        <Glyph kind="unknown" size={14} label="" /> Not known
      </>
    );
  const list = asList(value);
  if (list.length === 0) return <span className="dim">Not in the request</span>;
  return (
    <span className="items">
      {list.map((item, index) =>
        item === '' ? (
          <span key={index} className="dim">
            empty
          </span>
        ) : (
          <code key={index}>{item}</code>
        ),
      )}
    </span>
  );
}

interface QuickActionsProps {
  readonly row: Row;
  readonly onChange: (value: ContextValue | undefined) => void;
}

/** One click each: not known, and back to what it was without a given value. */
function QuickActions({ row, onChange }: QuickActionsProps): ReactElement {
  const settle = useVerdict((state) => state.settle);
  const once = (value: ContextValue | undefined) => () => {
    settle();
    onChange(value);
    settle();
  };
  const back = row.replaces === undefined ? 'Remove' : 'Back to derived';
  return (
    <span className="quick">
      {row.value === null && (
        <button
          className="btn sm"
          aria-label={`Say that the request does not have ${row.key}`}
          title="Not in the request"
          onClick={once([])}
        >
          Absent
        </button>
      )}
      {row.value !== null && (
        <button
          className="btn"
          aria-label={`Mark ${row.key} as not known`}
          title="Not known"
          onClick={once(null)}
        >
          <Icon name="query" />
        </button>
      )}
      {row.given && (
        <button className="btn" aria-label={`${back}: ${row.key}`} title={back} onClick={once(undefined)}>
          <Icon name="cross" />
        </button>
      )}
    </span>
  );
}
