import type { ReactElement } from 'react';
import type { Request, Scenario } from '../../../case/scenario';
import type { Beyond } from '../useBeyond';
import { count } from '../words';

interface BeyondPartProps {
  readonly beyond: Beyond | undefined;
  readonly watching: boolean;
  readonly onWatch: (scenario: Scenario | undefined) => void;
}

/** How much the solution opens beside the model’s; and a request that it lets through where the model’s does not. */
export function BeyondPart({ beyond, watching, onWatch }: BeyondPartProps): ReactElement {
  if (!beyond) return <p className="learn-beyond dim">Counting what it opens…</p>;
  const { own, model, found } = beyond;
  return (
    <div className="learn-beyond" role="status">
      <p>
        It opens {count(own.count, 'action')} that the start did not allow; the model’s opens {model.count}.
        {own.count > 0 && own.count <= own.some.length && ` ${own.some.join(', ')}.`}
      </p>
      {found && (
        <>
          <p>
            <b>It also lets this through,</b> and the model’s does not: {requestWords(found.request)}
          </p>
          <p className="learn-row">
            <button className="link" onClick={() => onWatch(watching ? undefined : found.asked)}>
              {watching ? 'Back to the lesson’s request' : 'Watch it go through the gates'}
            </button>
          </p>
        </>
      )}
    </div>
  );
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
