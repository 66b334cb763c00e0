import { useMemo, type ReactElement } from 'react';
import { levelRow } from '../../explain/drawing/level-row';
import type { Zoomed } from '../../explain/zoom';
import { ZonePicture } from '../../ui/flow/ZonePicture';

interface LevelScaleProps {
  readonly opened: Zoomed;
  readonly width: number;
  readonly onChoose: (level: number) => void;
}

/** The levels of SCPs or RCPs by their names. */
export function LevelScale({ opened, width, onChoose }: LevelScaleProps): ReactElement {
  const { levels, level, step } = opened;
  const layer = step.id === 'rcp' ? 'rcp' : 'scp';
  const drawing = useMemo(() => levelRow(layer, levels, width, step.reached), [layer, levels, width, step]);
  return (
    <section className="zoom-scale zoom-levels" aria-label="Levels">
      <ZonePicture drawing={drawing} open={String(level)} onChoose={(id) => onChoose(Number(id))} />
    </section>
  );
}
