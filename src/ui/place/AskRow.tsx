import type { ReactElement, ReactNode } from 'react';
import './place.css';

/** What is asked: one row of fields, 65 pixels high. `columns` is a value of `grid-template-columns`. */
export function AskRow({
  label,
  columns,
  children,
}: {
  readonly label: string;
  readonly columns: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="pl-ask" aria-label={label} style={{ gridTemplateColumns: columns }}>
      {children}
    </section>
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
