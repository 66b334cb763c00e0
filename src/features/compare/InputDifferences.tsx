import type { ReactElement } from 'react';
import { layerName } from '../../explain/layers';
import { REQUEST_FIELDS } from '../../explain/request-fields';
import type { Differences, PolicyDifference, RequestDifference, Visibility } from '../../call/differences';

/** What differs in what was typed: request, layers, and which policies; their texts stand beside it. */
export function InputDifferences({ differences }: { readonly differences: Differences }): ReactElement {
  const { request, layers, policies } = differences;
  if (request.length + layers.length + policies.length === 0)
    return <p className="dim">Request and policies are the same.</p>;
  return (
    <>
      {request.length > 0 && (
        <section>
          <h3>Request</h3>
          <ul>
            {request.map((one) => (
              <li key={`${one.kind} ${one.name}`} className="compare-field">
                {one.kind === 'key' ? <code>{one.name}</code> : <span>{FIELDS[one.name] ?? one.name}</span>}
                <Value difference={one} side="before" />
                <Value difference={one} side="after" />
              </li>
            ))}
          </ul>
        </section>
      )}
      {layers.length + policies.length > 0 && (
        <section>
          <h3>Policies</h3>
          <ul>
            {layers.map(({ layer, before, after }) => (
              <li key={layer}>
                {layerName(layer)}: {SEEN[before]}, now {SEEN[after]}
              </li>
            ))}
            {policies.map((one, index) => (
              <PolicyChange key={index} difference={one} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const FIELDS: Readonly<Record<string, string>> = {
  ...REQUEST_FIELDS,
  organization: 'Organization',
  s3: 'S3 settings',
};

const SEEN: Record<Visibility, string> = {
  absent: 'none attached',
  hidden: 'not visible',
  present: 'attached',
};

const SIDES = { before: 'A: ', after: 'Now: ' } as const;

interface ValueProps {
  readonly difference: RequestDifference;
  readonly side: 'before' | 'after';
}

function Value({ difference, side }: ValueProps): ReactElement {
  const value = difference[side];
  return (
    <span>
      <span className="dim">{SIDES[side]}</span>
      {value === undefined || value === '' ? (
        <span className="dim">not in the request</span>
      ) : (
        <code>{value}</code>
      )}
    </span>
  );
}

const KINDS: Record<PolicyDifference['kind'], string> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  switchedOff: 'switched off',
  switchedOn: 'switched on',
};

function PolicyChange({ difference }: { readonly difference: PolicyDifference }): ReactElement {
  const { layer, target, name, kind } = difference;
  return (
    <li className="compare-policy">
      <span>
        <b>{name}</b>{' '}
        <span className="dim">
          {layerName(layer)}
          {target !== undefined && ` at ${target}`}
        </span>{' '}
        <span className="tag">{KINDS[kind]}</span>
      </span>
    </li>
  );
}
