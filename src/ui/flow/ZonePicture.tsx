/** A drawing whose zones are buttons: for the pointer, the keyboard and screen readers alike. */
import { useState, type ReactElement } from 'react';
import type { Drawing } from '../../drawing/marks';
import { Picture } from './Picture';

interface ZonePictureProps {
  readonly drawing: Drawing;
  readonly open: string | undefined;
  /** The open zone is drawn as the tab of what stands below. */
  readonly tab?: boolean;
  readonly onChoose: (id: string) => void;
}

export function ZonePicture({ drawing, open, tab = true, onChoose }: ZonePictureProps): ReactElement {
  const [lit, setLit] = useState<string>();
  return (
    <div className="pic-zones" style={{ width: drawing.width, height: drawing.height }}>
      <Picture drawing={drawing} open={open} lit={lit} tab={tab} />
      {drawing.zones.map((zone) => (
        <button
          key={zone.id}
          className="pic-button"
          aria-label={zone.label}
          aria-expanded={zone.id === open}
          style={{ left: zone.x, top: zone.y, width: zone.width, height: zone.height }}
          onClick={() => onChoose(zone.id)}
          onMouseEnter={() => setLit(zone.id)}
          onMouseLeave={() => setLit(undefined)}
        />
      ))}
    </div>
  );
}
