import type { ReactElement } from 'react';
import type { AccountChecks, CheckRow } from '../../audit/account/checks';
import { useAccount } from '../../store/account/account';
import { Icon } from '../../ui/Icon';
import { CopyBlock } from '../../ui/place/Source';
import { plural } from './words';

const KINDS: Readonly<Record<CheckRow['kind'], string>> = {
  cis: 'CIS AWS Foundations Benchmark',
  config: 'AWS Config',
  boundary: 'Permissions boundaries',
  delegation: 'Delegation',
};

/** So many findings of one check are listed; the count tells the rest. */
const MOST = 20;

/** Checks of the account as a whole: the broken ones first, each with what it found and what mends it. */
export function ChecksList(): ReactElement {
  const checks = useAccount((state) => state.checks);
  if (checks === undefined) return <div className="acct-scroll" />;
  const kinds = (Object.keys(KINDS) as CheckRow['kind'][]).filter((kind) =>
    checks.rows.some((row) => row.kind === kind),
  );
  return (
    <div className="acct-scroll acct-checks" tabIndex={0} role="region" aria-label="Checks">
      {kinds.map((kind) => (
        <section key={kind}>
          <h2>{KINDS[kind]}</h2>
          <ul>
            {checks.rows
              .filter((row) => row.kind === kind)
              .sort((one, other) => Number(one.passed) - Number(other.passed))
              .map((row) => (
                <Check key={row.name} row={row} />
              ))}
          </ul>
        </section>
      ))}
      <NotTold notTold={checks.notTold} />
    </div>
  );
}

function Check({ row: { name, say, passed, found } }: { readonly row: CheckRow }): ReactElement {
  const heading = (
    <>
      {passed ? <Icon name="tick" size={13} /> : <Icon name="warning" size={13} />} <b>{name}</b>{' '}
      <span className="dim">
        {say}
        {passed ? ' · nothing found' : ` · ${plural(found.length, 'finding')}`}
      </span>
    </>
  );
  if (passed) return <li>{heading}</li>;
  return (
    <li className="acct-broken">
      <details>
        <summary>{heading}</summary>
        <ul>
          {found.slice(0, MOST).map(({ name: who, why, mend }) => (
            <li key={`${who} ${why ?? ''}`}>
              {who}
              {why !== undefined && <span className="dim"> {why}</span>}
              {mend !== undefined && <CopyBlock text={mend} of={who} />}
            </li>
          ))}
        </ul>
        {found.length > MOST && <p className="dim">and {found.length - MOST} more: the CSV has them all</p>}
      </details>
    </li>
  );
}

function NotTold({ notTold }: Pick<AccountChecks, 'notTold'>): ReactElement {
  return (
    <section>
      <h2>Cannot be told from these files</h2>
      <ul>
        {notTold.map(({ name, say, command }) => (
          <li key={name}>
            <b>{name}</b> <span className="dim">{say}</span>
            <CopyBlock text={command} of={name} />
          </li>
        ))}
      </ul>
    </section>
  );
}
