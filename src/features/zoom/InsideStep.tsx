/** What is inside a gate, where the list stands for the picture: a statement down the page, and one element value by value. */
import { useMemo, useRef, useState, type ReactElement } from 'react';
import type { StatementTrace, StepId } from '../../engine/evaluation';
import { outcomeOf } from '../../explain/drawing/element-states';
import { statementRail } from '../../explain/drawing/statement-rail';
import { statementName } from '../../explain/facts';
import { valueView } from '../../explain/values/view';
import { statementKey, statementTone, zoomed, type ZoomAt, type Zoomed } from '../../explain/zoom';
import { useEvaluation, useScenario } from '../../store/selectors';
import { useZoom } from '../../store/zoom';
import { Glyph } from '../../ui/Glyph';
import { ZonePicture } from '../../ui/flow/ZonePicture';
import { useWidth } from '../../ui/useWidth';
import { linesOf } from './lines';
import { ValueScale } from './ValueScale';
import './zoom.css';
import './inside.css';

/** As many further statements stand below the open one before they are asked for. */
const MOST = 3;

export default function InsideStep({ step }: { readonly step: StepId }): ReactElement | null {
  const scenario = useScenario();
  const evaluation = useEvaluation();
  const zoom = useZoom((state) => state.zoom);
  const at = useMemo<ZoomAt>(() => (zoom?.step === step ? zoom : { step }), [zoom, step]);
  const opened = useMemo(() => zoomed(scenario, evaluation, at), [scenario, evaluation, at]);
  return opened?.statement ? <Inside opened={opened} statement={opened.statement} at={at} /> : null;
}

interface InsideProps {
  readonly opened: Zoomed;
  readonly statement: StatementTrace;
  readonly at: ZoomAt;
}

function Inside({ opened, statement, at }: InsideProps): ReactElement {
  const panel = useRef<HTMLElement>(null);
  const width = useWidth(panel);
  const scenario = useScenario();
  const evaluation = useEvaluation();
  const { openZoom } = useZoom.getState();
  const { element, statements, words } = opened;
  const view = useMemo(
    () => element && valueView(scenario, evaluation, statement, element),
    [scenario, evaluation, statement, element],
  );
  const drawing = useMemo(
    () =>
      statementRail(statement, {
        width: Math.max(240, width),
        tone: statementTone(statement, true),
        lines: linesOf(scenario, statement),
      }),
    [scenario, statement, width],
  );
  return (
    <>
      <section ref={panel} className="zoom-in" aria-label={`Inside ${words.name}`}>
        <p className="hidden-text">{drawing.label}</p>
        <ZonePicture
          drawing={drawing}
          open={element?.path}
          tab={false}
          onChoose={(path) =>
            openZoom({
              ...at,
              statement: statementKey(statement),
              element: path === element?.path ? 'none' : path,
            })
          }
        />
      </section>
      {view && (
        <div className="zoom-in-value">
          <ValueScale view={view} width={width + RAIL} />
        </div>
      )}
      <Others statements={statements.slice(1)} at={at} />
    </>
  );
}

/** The value takes the whole width, over the rail at the left. */
const RAIL = 48;

/** The other statements of the gate: one is opened in the place of the one before. */
function Others({ statements, at }: { readonly statements: readonly StatementTrace[]; readonly at: ZoomAt }) {
  const scenario = useScenario();
  const [all, setAll] = useState(false);
  const shown = all ? statements : statements.slice(0, MOST);
  if (statements.length === 0) return null;
  const { step, level } = at;
  return (
    <ul className="zoom-in-rest" aria-label="Other statements">
      {shown.map((one) => {
        const [glyph, word] = outcomeOf(one);
        const statement = statementKey(one);
        return (
          <li key={statement}>
            <button
              onClick={() =>
                useZoom.getState().openZoom({ step, ...(level !== undefined && { level }), statement })
              }
            >
              <Glyph kind={glyph} size={13} label="" />
              <span className="cut">{statementName(one)}</span>
              <span className="dim grow">
                {one.effect} · {linesOf(scenario, one)}
              </span>
              <span className="dim">{word}</span>
            </button>
          </li>
        );
      })}
      {shown.length < statements.length && (
        <li>
          <button onClick={() => setAll(true)}>Show {statements.length - shown.length} more</button>
        </li>
      )}
    </ul>
  );
}
