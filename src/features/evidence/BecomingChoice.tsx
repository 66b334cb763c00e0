import { useMemo, type ReactElement } from 'react';
import { assumersOf } from '../../audit/account/become';
import type { Account, AccountPrincipal } from '../../intake/account/read';

interface BecomingChoiceProps {
  readonly account: Account;
  readonly role: AccountPrincipal;
  /** Who assumed the role, who assumed that one, and so on. */
  readonly path: readonly AccountPrincipal[];
  readonly onChange: (path: readonly AccountPrincipal[]) => void;
}

/** More steps than this nobody draws; the format holds twelve. */
const MOST = 6;

/** Who becomes the role, step by step backwards: each of them stands in the picture as a station. */
export function BecomingChoice({ account, role, path, onChange }: BecomingChoiceProps): ReactElement {
  const asked = [role, ...path].filter(({ kind }, at) => kind === 'role' && at < MOST);
  return (
    <>
      {asked.map((one, at) => (
        <Assumer
          key={one.arn}
          account={account}
          role={one}
          without={[role, ...path.slice(0, at)]}
          chosen={path[at]}
          onChoose={(next) => onChange([...path.slice(0, at), ...(next ? [next] : [])])}
        />
      ))}
    </>
  );
}

interface AssumerProps {
  readonly account: Account;
  readonly role: AccountPrincipal;
  /** Nobody comes by twice. */
  readonly without: readonly AccountPrincipal[];
  readonly chosen: AccountPrincipal | undefined;
  readonly onChoose: (principal: AccountPrincipal | undefined) => void;
}

function Assumer({ account, role, without, chosen, onChoose }: AssumerProps): ReactElement {
  const { assumers, more } = useMemo(() => assumersOf(account, role), [account, role]);
  const offered = assumers.filter(({ principal }) => !without.includes(principal));
  const label = `Who becomes ${role.name}`;
  return (
    <p className="ev-becoming">
      <label className="label">
        {label}
        <select
          className="input sans"
          disabled={offered.length === 0}
          value={chosen?.arn ?? ''}
          onChange={({ target }) =>
            onChoose(offered.find(({ principal }) => principal.arn === target.value)?.principal)
          }
        >
          <option value="">{offered.length === 0 ? 'Nobody in this account may' : 'Leave it out'}</option>
          {offered.map(({ principal: { arn, kind, name }, open }) => (
            <option key={arn} value={arn}>
              {kind} {name}
              {open ? ', if its conditions are met' : ''}
            </option>
          ))}
        </select>
      </label>
      {more && <span className="dim">There may be more: not every user and role was asked.</span>}
    </p>
  );
}
