import type { ReactElement } from 'react';
import { statementName } from '../../explain/facts';
import type { ValueView } from '../../explain/values/types';
import type { Zoomed } from '../../explain/zoom';
import { useZoom } from '../../store/zoom';
import { Icon } from '../../ui/Icon';

interface CrumbProps {
  readonly opened: Zoomed;
  readonly view: ValueView | undefined;
}

/** Where one is, from the gate inwards; each name leads back to its scale. */
export function Crumb({ opened, view }: CrumbProps): ReactElement {
  const { words, levels, level, statement, statements } = opened;
  const { openZoom, closeZoom, zoom } = useZoom.getState();
  const target = levels.length > 1 ? levels[level]?.target : undefined;
  const gate = words.number === undefined ? words.name : `${words.number} ${words.name}`;
  return (
    <div className="zoom-head">
      <nav aria-label="Inside the picture">
        <ol>
          <li>
            <b>{gate}</b>
          </li>
          {target !== undefined && <Part>{target}</Part>}
          {statement && <Part strong>{statement.policy}</Part>}
          {statement && (
            <Part onChoose={view && zoom ? () => openZoom({ ...zoom, element: 'none' }) : undefined}>
              {statementName(statement)}
            </Part>
          )}
          {view && <Part>{view.name}</Part>}
        </ol>
      </nav>
      <span className="grow" />
      <span className="dim zoom-count">
        {statements.length} {statements.length === 1 ? 'statement' : 'statements'}
      </span>
      <button className="btn sm" onClick={closeZoom}>
        Close <kbd>Esc</kbd>
      </button>
    </div>
  );
}

interface PartProps {
  readonly children: string;
  readonly strong?: boolean;
  readonly onChoose?: (() => void) | undefined;
}

function Part({ children, strong = false, onChoose }: PartProps): ReactElement {
  return (
    <li className={strong ? 'strong' : undefined}>
      <Icon name="right" size={9} />
      {onChoose ? (
        <button className="zoom-part" onClick={onChoose}>
          {children}
        </button>
      ) : (
        <span>{children}</span>
      )}
    </li>
  );
}
