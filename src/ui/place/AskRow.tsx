import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { Icon } from '../Icon';
import './place.css';

/**
 * What is asked: one row of fields, 65 pixels high. `columns` is a value of `grid-template-columns`. On a phone the row is folded
 * to its `summary`; without one it has no place there.
 */
export function AskRow({
  label,
  columns,
  summary,
  children,
}: {
  readonly label: string;
  readonly columns: string;
  readonly summary?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {summary !== undefined && (
        <button
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
