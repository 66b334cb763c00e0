import type { ReactElement } from 'react';
import type { Scenario } from '../../../case/scenario';
import { evaluationOf } from '../../../store/derive';

/** The keys of the request: those that a policy reads first. Keys that are read and are not there are told as well. */
export function ContextList({ view }: { readonly view: Scenario }): ReactElement {
  const { context, keysRead } = evaluationOf(view);
  const rows = [...context].sort((one, other) => Number(other.read) - Number(one.read));
  return (
    <dl className="learn-context">
      {keysRead.map((key) => (
        <div key={key}>
          <dt>
            <code>{key}</code>
          </dt>
          <dd className="dim">not in the request</dd>
        </div>
      ))}
      {rows.map(({ key, value, origin, read }) => (
        <div key={key} data-read={read}>
          <dt>
            <code>{key}</code>
          </dt>
          <dd>
            {value === null ? <span className="dim">not known</span> : <code>{shown(value)}</code>}
            {origin !== 'given' && <span className="dim"> {origin}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function shown(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : value.length === 0 ? 'absent' : value.join(', ');
}
