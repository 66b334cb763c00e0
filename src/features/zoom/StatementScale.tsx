import { useMemo, useState, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import type { StatementTrace } from '../../engine/evaluation';
import { columnsOf, statementRow } from '../../explain/drawing/statement-row';
import { statementKey, statementTone, type ZoomAt, type Zoomed } from '../../explain/zoom';
import { useScenario } from '../../store/selectors';
import { useZoom } from '../../store/zoom';
import { Picture } from '../../ui/flow/Picture';
import { ZonePicture } from '../../ui/flow/ZonePicture';
import { linesOf } from './lines';

/** As many rows stand under the open one before they are asked for. */
const MOST = 3;

interface StatementScaleProps {
  readonly opened: Zoomed;
  readonly width: number;
  readonly at: ZoomAt;
  /** The open element, under its statement. */
  readonly children: ReactNode;
}

/** The statements of a layer: the open one with words, the others a row each. */
export function StatementScale({ opened, width, at, children }: StatementScaleProps): ReactElement {
  const scenario = useScenario();
  const [all, setAll] = useState(false);
  const { statement, statements, element } = opened;
  const rest = statements.slice(1);
  const shown = all ? rest : rest.slice(0, MOST);
  const columns = useMemo(() => columnsOf(statements, width), [statements, width]);
  const several = new Set(statements.map(({ policy }) => policy)).size > 1;
  const draw = (one: StatementTrace, big: boolean) =>
    statementRow(one, {
      width,
      columns,
      big,
      tone: statementTone(one, big),
      lines: linesOf(scenario, one),
      policy: several ? one.policy : undefined,
    });
  const { openZoom } = useZoom.getState();
  const top = statement && draw(statement, true);
  if (!statement || !top)
    return <p className="zoom-none">No policy at this level, so nothing here allows it.</p>;
  return (
    <section className="zoom-scale zoom-statements" aria-label="Statements">
      <p className="hidden-text">{top.label}</p>
      <ZonePicture
        drawing={top}
        open={element?.path}
        onChoose={(path) =>
          openZoom({
            ...at,
            statement: statementKey(statement),
            element: path === element?.path ? 'none' : path,
          })
        }
      />
      {children}
      {rest.length > 0 && (
        <ul className="zoom-rest">
          {shown.map((one) => (
            <Row key={statementKey(one)} one={one} drawing={draw(one, false)} at={at} />
          ))}
        </ul>
      )}
      {shown.length < rest.length && (
        <button className="btn sm zoom-more" onClick={() => setAll(true)}>
          Show {rest.length - shown.length} more
        </button>
      )}
    </section>
  );
}

interface RowProps {
  readonly one: StatementTrace;
  readonly drawing: ReturnType<typeof statementRow>;
  readonly at: ZoomAt;
}

function Row({ one, drawing, at }: RowProps): ReactElement {
  const open = ({ currentTarget }: MouseEvent<HTMLElement>): void => {
    // The row goes where the open statement stands, and the focus with it.
    const scale = currentTarget.closest('section');
    useZoom.getState().openZoom({
      step: at.step,
      ...(at.level !== undefined && { level: at.level }),
      statement: statementKey(one),
    });
    requestAnimationFrame(() => scale?.querySelector<HTMLElement>('.pic-button')?.focus());
  };
  return (
    <li>
      <button className="zoom-row" aria-label={drawing.label} onClick={open}>
        <Picture drawing={drawing} />
      </button>
    </li>
  );
}
