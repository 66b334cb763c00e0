import type { ReactElement } from 'react';
import type { Request } from '../../case/scenario';
import { isSame, likelyHolder, principalsIn } from '../../intake/code/holders';
import type { Holder } from '../../intake/code/types';
import type { Incoming } from '../../intake/places';

interface HolderChoiceProps {
  readonly incoming: readonly Incoming[];
  readonly request: Request;
  readonly chosen: Holder | undefined;
  readonly onChoose: (holder: Holder) => void;
}

/** Code with the policies of several roles and users: of whom is the case? */
export function HolderChoice({
  incoming,
  request,
  chosen,
  onChoose,
}: HolderChoiceProps): ReactElement | null {
  const holders = principalsIn(incoming);
  if (holders.length < 2) return null;
  const holder = chosen ?? likelyHolder(holders, request);
  return (
    <label className="place holder-choice">
      <span className="cut">Whose policies</span>
      <select
        className="input sans"
        value={holders.findIndex((one) => holder !== undefined && isSame(one, holder))}
        onChange={({ target }) => {
          const one = holders[Number(target.value)];
          if (one) onChoose(one);
        }}
      >
        {holders.map(({ kind, name }, index) => (
          <option key={`${kind} ${name}`} value={index}>
            {kind} {name}
          </option>
        ))}
      </select>
    </label>
  );
}
