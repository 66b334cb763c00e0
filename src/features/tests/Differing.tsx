import type { ReactElement } from 'react';
import type { ContextValue, Request, ScenarioTest } from '../../case/scenario';
import { REQUEST_FIELDS } from '../../explain/request-fields';

type Field = keyof typeof REQUEST_FIELDS;

/** What a test asks otherwise than the page does. */
export function Differing({ request }: Pick<ScenarioTest, 'request'>): ReactElement {
  const { context = {}, ...fields } = request;
  if (Object.keys(request).length === 0) return <p className="dim">The request on the page</p>;
  return (
    <ul className="tests-differing">
      {Object.entries(fields as Partial<Record<Field, Request[Field]>>).map(([field, value]) => (
        <li key={field}>
          <span className="dim">{REQUEST_FIELDS[field as Field]}</span>{' '}
          {value === '' ? <span className="dim">not given</span> : <code>{value}</code>}
        </li>
      ))}
      {Object.entries(context).map(([key, value]) => (
        <li key={key.toLowerCase()}>
          <code className="dim">{key}</code> <Value value={value} />
        </li>
      ))}
    </ul>
  );
}

function Value({ value }: { readonly value: ContextValue }): ReactElement {
  if (value === null) return <span className="dim">not known</span>;
  if (typeof value === 'string') return <code>{value === '' ? '""' : value}</code>;
  if (value.length === 0) return <span className="dim">not given</span>;
  return <code>{value.join(', ')}</code>;
}
