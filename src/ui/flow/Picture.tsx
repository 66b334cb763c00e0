/** A drawing on the page. Its zones can be pointed at; what they mean is for whoever shows it. */
import { useRef, type ReactElement } from 'react';
import type { Drawing, Point, Zone } from '../../drawing/marks';
import { Marks } from './Marks';
import './picture.css';
import { Trail, Traveller } from './Traveller';

interface PictureProps {
  readonly drawing: Drawing;
  /** The zone that is open; one that opens into what stands below is drawn as a folder's tab. */
  readonly open?: string | undefined;
  readonly tab?: boolean;
  readonly lit?: string | undefined;
  readonly onChoose?: ((id: string) => void) | undefined;
  readonly onLight?: ((id: string | undefined) => void) | undefined;
  readonly className?: string;
  /** Without a label it is hidden from screen readers: its words stand elsewhere. */
  readonly labelled?: boolean;
}

export function Picture(props: PictureProps): ReactElement {
  const { drawing, open, tab, lit, onChoose, onLight, className = '', labelled = false } = props;
  const trail = useRef<Point>(undefined);
  const { width, height, zones, marks, dots, label } = drawing;
  const opened = zones.find((zone) => zone.id === open);
  return (
    <Trail value={trail}>
      <svg
        className={`pic ${className}`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        {...(labelled ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      >
        {opened && tab && <Tab zone={opened} width={width} height={height} />}
        {zones.map((zone) => (
          <rect
            key={zone.id}
            className="pic-zone"
            data-zone={zone.id}
            data-open={(zone.id === open && !tab) || undefined}
            data-hot={(zone.id === lit && !(tab && zone.id === open)) || undefined}
            x={zone.x}
            y={zone.y}
            width={zone.width}
            height={zone.height}
            rx={8}
          />
        ))}
        <g className="pic-marks">
          <Marks marks={marks} />
        </g>
        {dots.map((dot) => (
          <Traveller key={dot.id} dot={dot} />
        ))}
        {(onChoose !== undefined || onLight !== undefined) &&
          zones.map((zone) => (
            <rect
              key={zone.id}
              className="pic-hit"
              data-hit={zone.id}
              x={zone.x}
              y={zone.y}
              width={zone.width}
              height={zone.height}
              onClick={() => onChoose?.(zone.id)}
              onMouseEnter={() => onLight?.(zone.id)}
              onMouseLeave={() => onLight?.(undefined)}
            />
          ))}
      </svg>
    </Trail>
  );
}

const CORNER = 8;

/** The pad of an opened zone reaches down to the sheet's end, and its line joins what is opened below. */
function Tab({
  zone,
  width,
  height,
}: {
  readonly zone: Zone;
  readonly width: number;
  readonly height: number;
}): ReactElement {
  const [left, right] = [zone.x, zone.x + zone.width];
  const top = zone.y;
  const d = `M0 ${height - 0.5}H${left}V${top + CORNER}q0 ${-CORNER} ${CORNER} ${-CORNER}H${right - CORNER}q${CORNER} 0 ${CORNER} ${CORNER}V${height - 0.5}H${width}`;
  return <path className="pic-tab" d={d} />;
}
