import type { ReactElement } from 'react';
import type { LevelTrace } from '../../engine/evaluation';
import type { GateSpec } from '../../explain/drawing/spec';
import { useZoom } from '../../store/zoom';
import { levelRows } from './drawn';
import { LevelRail } from './Rail';

interface LevelRowsProps {
  readonly gate: GateSpec;
  readonly levels: readonly LevelTrace[];
  /** Choosing a level shows its statements, where they are shown below it. */
  readonly choosable: boolean;
}

/** The levels of SCPs or RCPs as small gates on the rail of their step. */
export function LevelRows({ gate, levels, choosable }: LevelRowsProps): ReactElement {
  const zoom = useZoom((state) => state.zoom);
  const chosen = zoom?.step === gate.step ? zoom.level : undefined;
  return (
    <ul className="lvs" aria-label="Levels">
      {levelRows(gate, levels).map((level, at) => {
        const { name, word, tone, beyond, policies } = level;
        const words = (
          <>
            <span className="cut">{name}</span>
            <span className="dim">
              {policies === 0 ? 'no policies' : policies === 1 ? '1 policy' : `${policies} policies`}
            </span>
            <span className="word">{word}</span>
          </>
        );
        return (
          <li key={at} className={`lvl k-${tone}`} data-beyond={beyond || undefined}>
            <LevelRail level={level} />
            {choosable ? (
              <button
                className="lv"
                aria-pressed={chosen === at}
                onClick={() => useZoom.getState().openZoom({ step: gate.step, level: at })}
              >
                {words}
              </button>
            ) : (
              <div className="lv">{words}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
