import { useId, useLayoutEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Icon } from '../Icon';
import './place.css';

/**
 * What is asked: one row of fields, 65 pixels high. `columns` is a value of `grid-template-columns`. On a phone the row is folded
 * to its `summary`; without one it has no place there. Another `answered` folds it again: the answer is what one wants to see then.
 */
export function AskRow({
  label,
  columns,
  summary,
  answered,
  children,
}: {
  readonly label: string;
  readonly columns: string;
  readonly summary?: ReactNode;
  readonly answered?: unknown;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const fold = useRef<HTMLButtonElement>(null);
  const row = useRef<HTMLElement>(null);
  const before = useRef(answered);
  useLayoutEffect(() => {
    if (before.current === answered) return;
    before.current = answered;
    // What had the focus goes out of sight on a phone; where the line is not drawn it cannot take the focus, and nothing moves.
    if (isOpen && row.current?.contains(document.activeElement) === true) fold.current?.focus();
    setOpen(false);
  }, [answered, isOpen]);
  return (
    <>
      {summary !== undefined && (
        <button
          ref={fold}
          className="pl-fold"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <span className="cut grow">{summary}</span>
          <Icon name={isOpen ? 'up' : 'down'} size={14} />
        </button>
      )}
      <section
        ref={row}
        id={id}
        className={isOpen ? 'pl-ask open' : 'pl-ask'}
        aria-label={label}
        style={{ gridTemplateColumns: columns }}
      >
        {children}
      </section>
    </>
  );
}

/** A field of the row: its name, what was understood of it, and the control. */
export function AskPart({
  name,
  note,
  children,
}: {
  readonly name: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="pl-part">
      <div className="pl-name">
        {name}
        {note !== undefined && <span className="cut">{note}</span>}
      </div>
      {children}
    </div>
  );
}
