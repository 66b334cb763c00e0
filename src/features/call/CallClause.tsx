import type { ReactElement } from 'react';
import { otherWord, ownWord, partLabel } from '../../call/words';
import { useCall } from '../../store/selectors';
import { useVerdict } from '../../store/store';

/** Beside the verdict of one request: what becomes of the whole call, with the way to the request that settles it. */
export function CallClause(): ReactElement | null {
  const call = useCall();
  const at = useVerdict((state) => state.at);
  const lookAt = useVerdict((state) => state.lookAt);
  if (call.parts.length === 1) return null;
  const other = otherWord(call, at);
  if (other === undefined) {
    const own = ownWord(call, at);
    return own === undefined ? null : <p className="clause">{own}</p>;
  }
  return (
    <p className="clause">
      {other.text}{' '}
      <button className="link" onClick={() => lookAt(other.to)}>
        {other.to + 1} {partLabel(call.parts[other.to]!, call)}
      </button>
    </p>
  );
}
