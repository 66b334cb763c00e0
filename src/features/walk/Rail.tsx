import type { ReactElement } from 'react';
import type { GateState, PathKind } from '../../explain/path';
import type { Tone } from '../../explain/types';
import { Glyph } from '../../ui/Glyph';
import type { WalkRow } from './rows';

/** The way of the request at the left of a row: its rail, the other lane's, the gate. Its words stand beside it. */
export function Rail({ row, tone }: { readonly row: WalkRow; readonly tone: Tone }): ReactElement {
  const forks = row.kind === 'lane' && row.forks;
  const joins = row.kind === 'step' && row.step.id === 'defaultDeny' && row.beside !== undefined;
  return (
    <div className="way" aria-hidden="true">
      <i className={`a is-${row.before}`} />
      {row.kind !== 'end' && <i className={`b is-${row.after}`} />}
      {forks && <Curve path="M20 0C20 20 45 12 45 34" kind={row.after} />}
      {joins && <Curve path="M45 0C45 8 34 10 20 11" kind={row.beside} />}
      {row.beside !== undefined && !forks && !joins && <i className={`o is-${row.beside}`} />}
      {row.kind === 'step' && <Gate state={row.gate} />}
      {row.kind !== 'lane' && tone !== 'none' && tone !== 'empty' && (
        <span className={row.kind === 'step' && row.beyond && isGood(tone) ? 'gl late' : 'gl'}>
          <Glyph kind={tone} size={16} label="" />
        </span>
      )}
    </div>
  );
}

/** Behind the stop it only would let the request pass, which is no good news of this request. */
function isGood(tone: Tone): boolean {
  return tone === 'allow' || tone === 'pass';
}

function Gate({ state }: { readonly state: GateState }): ReactElement {
  if (state === 'shut') return <u className="full" />;
  if (state === 'veiled') return <u className="veiled" />;
  return (
    <>
      <u className={`l ${state}`} />
      <u className={`r ${state}`} />
    </>
  );
}

function Curve({ path, kind }: { readonly path: string; readonly kind: PathKind }): ReactElement {
  return (
    <svg className={`cv is-${kind}`} viewBox="0 0 64 34" preserveAspectRatio="none">
      <path d={path} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
