import type { ReactElement } from 'react';
import { whenAbsent, type KeyReader } from '../../explain/key-table';
import { layerName } from '../../explain/layers';
import { useVerdict } from '../../store/store';
import { RichText } from '../../ui/RichText';

/** So many conditions are told of; the rest of them read alike as a rule. */
const TOLD = 3;

/** The conditions that read a key: where each stands, and what it makes of a missing key. */
export function Readers({ readers }: { readonly readers: readonly KeyReader[] }): ReactElement {
  if (readers.length === 0)
    return <p className="keys-reader">No condition of this case reads it; a variable or a principal does.</p>;
  return (
    <ul>
      {readers.slice(0, TOLD).map((reader) => (
        <Line key={`${reader.policy} ${reader.path}`} reader={reader} />
      ))}
      {readers.length > TOLD && (
        <li className="keys-reader">
          {(readers.length - TOLD).toLocaleString('en')} more conditions read it.
        </li>
      )}
    </ul>
  );
}

function Line({ reader }: { readonly reader: KeyReader }): ReactElement {
  const open = useVerdict((state) => state.open);
  const show = useVerdict((state) => state.show);
  const { condition, statement, policy, effect, address, index, path } = reader;
  return (
    <li className="keys-reader">
      {effect} in{' '}
      <button
        className="link"
        onClick={() => {
          show(undefined);
          open(address, { statement: index, path });
        }}
      >
        {statement}
      </button>
      , {policy} ({layerName(address.layer)}): <RichText text={whenAbsent(condition)} />
    </li>
  );
}
