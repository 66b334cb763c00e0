import type { ReactElement } from 'react';
import type { BarState, WayKind } from '../../explain/drawing/spec';
import type { Tone } from '../../explain/types';
import { Glyph } from '../../ui/Glyph';
import type { DrawnRow, GhostPart, LevelRow } from './drawn';

interface RailProps {
  readonly drawn: DrawnRow;
  readonly tone: Tone;
  /** Behind the stop it only would let the request pass, which is no good news of this request. */
  readonly late: boolean;
  /** Its levels stand below it, each with its own piece of the way: it covers no more than its own row. */
  readonly short?: boolean;
}

/** The way of the request at the left of a row: its rail, the other lane's, the gate. Its words stand beside it. */
export function Rail({ drawn, tone, late, short = false }: RailProps): ReactElement {
  const { row, before, beside, gate, ghost } = drawn;
  const after = short ? before : drawn.after;
  const forks = row.kind === 'lane' && row.forks;
  const joins = row.kind === 'step' && row.step.id === 'defaultDeny' && beside !== undefined;
  const spec = short ? undefined : drawn.spec;
  const stands = (spec?.halts ?? false) || (spec?.here ?? false);
  return (
    <div className={short ? 'way short' : 'way'} aria-hidden="true">
      <i className={`a is-${before}`} />
      {row.kind !== 'end' && <i className={`b is-${after}`} />}
      {forks && <Curve path="M20 0C20 20 45 12 45 34" kind={after} />}
      {joins && <Curve path="M45 0C45 8 34 10 20 11" kind={beside} />}
      {beside !== undefined && !forks && !joins && <i className={`o is-${beside}`} />}
      {ghost && <GhostWay ghost={ghost} forks={forks} />}
      {row.kind === 'step' && <Gate state={short ? 'open' : gate} tone={spec?.tone ?? 'none'} />}
      {!short && row.kind !== 'lane' && tone !== 'none' && tone !== 'empty' && (
        <span className={row.kind === 'step' && late ? 'gl late' : 'gl'}>
          {/* A missing Allow that is no wall is a small ring, as in the picture. */}
          <Glyph
            kind={tone === 'implicit' && row.kind === 'step' && gate === 'open' ? 'miss' : tone}
            size={16}
            label=""
          />
        </span>
      )}
      {stands && <b className={gate === 'would' ? 'dot hollow' : 'dot'} />}
    </div>
  );
}

/** The rail of a level, small, below its step. */
export function LevelRail({ level }: { readonly level: LevelRow }): ReactElement {
  const { before, after, gate, tone, halts, beyond } = level;
  return (
    <div className="way" aria-hidden="true">
      <i className={`a is-${before}`} />
      <i className={`b is-${after}`} />
      <Gate state={gate} tone={tone} />
      {tone !== 'none' && tone !== 'empty' && (
        <span className={beyond ? 'gl late' : 'gl'}>
          <Glyph kind={tone} size={tone === 'explicit' || tone === 'implicit' ? 15 : 12} label="" />
        </span>
      )}
      {halts && <b className={gate === 'would' ? 'dot hollow' : 'dot'} />}
    </div>
  );
}

function Gate({ state, tone }: { readonly state: BarState; readonly tone: Tone }): ReactElement {
  if (state === 'shut') return <u className="full" />;
  if (state === 'would') return <u className={`would k-${tone}`} />;
  if (state === 'veiled') return <u className="veiled" />;
  return (
    <>
      <u className={`l ${state}`} />
      <u className={`r ${state}`} />
    </>
  );
}

function GhostWay({ ghost, forks }: { readonly ghost: GhostPart; readonly forks: boolean }): ReactElement {
  const { rail, part } = ghost;
  if (forks && rail === 'other') return <Curve path="M27 0C27 20 52 12 52 34" kind="ghost" />;
  return (
    <>
      <i className={`g ${rail} ${part}`} />
      {part === 'stop' && (
        <span className="g-end">
          <Glyph kind="implicit" size={12} label="" />
        </span>
      )}
    </>
  );
}

function Curve({ path, kind }: { readonly path: string; readonly kind: WayKind | 'ghost' }): ReactElement {
  return (
    <svg className={`cv is-${kind}`} viewBox="0 0 64 34" preserveAspectRatio="none">
      <path d={path} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
