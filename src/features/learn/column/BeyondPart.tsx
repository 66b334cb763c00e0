import type { ReactElement } from 'react';
import type { Request, Scenario } from '../../../case/scenario';
import type { Beyond, Search } from '../useBeyond';
import { count } from '../words';

interface BeyondPartProps {
  readonly beyond: Beyond | undefined;
  readonly watching: boolean;
  readonly onWatch: (scenario: Scenario | undefined) => void;
}

/** How much the solution opens beside the model’s; and a request that it lets through where the model’s does not. */
export function BeyondPart({ beyond, watching, onWatch }: BeyondPartProps): ReactElement {
  if (!beyond) return <p className="learn-beyond dim">Counting what it opens…</p>;
  const { opened, search } = beyond;
  return (
    <div className="learn-beyond">
      {opened === undefined ? (
        <p className="dim">Counting what it opens…</p>
      ) : (
        <p>
          It opens {count(opened.own.count, 'action')} that the start did not allow; the model’s opens{' '}
          {opened.model.count}.
          {opened.own.count > 0 &&
            opened.own.count <= opened.own.some.length &&
            ` ${opened.own.some.join(', ')}.`}
        </p>
      )}
      <Tried search={search} watching={watching} onWatch={onWatch} />
    </div>
  );
}

/** What the opponent found: the request itself, or that there is none. */
function Tried({
  search,
  watching,
  onWatch,
}: Omit<BeyondPartProps, 'beyond'> & { readonly search: Search }): ReactElement {
  switch (search.kind) {
    case 'searching':
      return (
        <p className="dim">
          Looking for a request that only yours lets through
          {search.of > 0 ? `, ${search.done + 1} of ${search.of}` : ''}…{' '}
          {search.of > 0 && (
            <button className="link" onClick={search.stop}>
              Stop
            </button>
          )}
        </p>
      );
    case 'found':
      return (
        <div role="status">
          <p>
            <b>It also lets this through,</b> and the model’s does not: {requestWords(search.request)}
          </p>
          <p className="learn-row">
            <button className="link" onClick={() => onWatch(watching ? undefined : search.asked)}>
              {watching ? 'Back to the lesson’s request' : 'Watch it go through the gates'}
            </button>
          </p>
        </div>
      );
    case 'none':
      return <p role="status">Over all requests it lets nothing through that the model’s does not.</p>;
    case 'open':
      return (
        <p className="dim" role="status">
          No request was found that only yours lets through; it is not proved that there is none.
        </p>
      );
  }
}

function requestWords({ action, resource, context }: Request): ReactElement {
  const keys = Object.entries(context ?? {}).filter(([, value]) => value !== null && value.length > 0);
  return (
    <>
      <code>{action}</code> on <code>{resource}</code>
      {keys.length > 0 && (
        <>
          {' '}
          with{' '}
          {keys.slice(0, 4).map(([key, value], index) => (
            <span key={key}>
              {index > 0 && ', '}
              <code>{key}</code> {Array.isArray(value) ? value.join(' and ') : value}
            </span>
          ))}
        </>
      )}
      .
    </>
  );
}
