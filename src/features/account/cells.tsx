/** What stands in each column of the table. */
import type { ReactElement, ReactNode } from 'react';
import { FINDING_WORDS, nextWords, rotationWords, stepOf } from '../../audit/credentials/words';
import { wholeDays } from '../../audit/days';
import type { CredentialKey } from '../../intake/report/credential-types';
import { useAccount } from '../../store/account/account';
import { openDecided } from '../../store/account/ask';
import { Icon } from '../../ui/Icon';
import type { ColumnId } from './columns';
import { findingsOf, type Row } from './groups';
import { RotationDots } from './RotationDots';
import { day, plural } from './words';

export const CELLS: Readonly<Record<ColumnId, (row: Row) => ReactNode>> = {
  principal: ({ facts, decided }) => (
    <span className="acct-name cut" title={facts.arn}>
      <b className="cut">{facts.name}</b> <span className="dim">{facts.kind}</span>
      {decided !== '' && <span className="acct-under dim cut">{decided}</span>}
    </span>
  ),
  decided: ({ decided, facts }) => decided !== '' && <DecidedBy decided={decided} arn={facts.arn} />,
  lastUsed: ({ facts }) => <span className="dim">{day(facts.lastUsed)}</span>,
  admin: ({ admin, able }) => {
    const [deed, whom] = adminParts(admin);
    return (
      <span className="acct-able" title={admin}>
        <span className={able === 'become' ? 'acct-warn' : able === 'admin' ? 'acct-strong' : undefined}>
          {deed}
        </span>
        {whom !== undefined && <span className="acct-whom cut"> {whom}</span>}
      </span>
    );
  },
  outside: ({ facts: { outside } }) => {
    const wide = outside.some(({ who, anySubject }) => who === '*' || anySubject);
    const words = outside.map(({ who, anySubject }) => (anySubject ? `${who}, any subject` : who));
    return (
      <span className={wide ? 'acct-warn cut' : 'cut'}>
        {wide && <Icon name="warning" size={13} />} {[...new Set(words)].join(', ')}
      </span>
    );
  },
  boundary: ({ facts }) => <span className="cut">{facts.boundary}</span>,
  findings: ({ facts }) => {
    const count = findingsOf(facts);
    if (count === 0) return null;
    return (
      <span className="acct-count">
        <Icon name="warning" size={13} /> <span aria-label={plural(count, 'finding')}>{count}</span>
      </span>
    );
  },
  password: ({ facts: { row } }) => {
    if (row === undefined) return null;
    if (!row.password) return <span className="dim">no password</span>;
    const used = row.passwordLastUsed === undefined ? 'never used' : `used ${day(row.passwordLastUsed)}`;
    return row.mfa ? (
      <span className="cut">MFA, {used}</span>
    ) : (
      <span className="acct-warn cut">no MFA, {used}</span>
    );
  },
  key1: ({ facts }) => <KeyWords slot={1} keys={facts.row?.keys} />,
  key2: ({ facts }) => <KeyWords slot={2} keys={facts.row?.keys} />,
  rotation: ({ facts: { rotation } }) => {
    const step = rotation && stepOf(rotation);
    return step === undefined ? null : <RotationDots step={step} />;
  },
  next: ({ facts: { rotation, findings, kind } }) => {
    const words = rotation && nextWords(rotation);
    if (words === undefined || words === '') {
      const [finding] = findings;
      if (finding !== undefined) {
        const said = FINDING_WORDS[finding.id].say(finding);
        return (
          <span className="cut" title={said}>
            {said}
          </span>
        );
      }
      return kind === 'root' ? <span className="dim">Nothing to do</span> : null;
    }
    return (
      <span className={stepOf(rotation!) === undefined ? 'dim cut' : 'cut'} title={rotationWords(rotation!)}>
        {words}
      </span>
    );
  },
};

/** `Can become as fn-admin, if` as what it can and as whom. */
export function adminParts(admin: string): readonly [deed: string, whom?: string] {
  const [, deed, whom] = /^(Can become) (.+)$/s.exec(admin) ?? [];
  return deed === undefined || whom === undefined ? [admin] : [deed, whom];
}

/** The statement that decided, which opens in Case. The grid is one stop of the Tab key; by keys the chosen principal's column has the same. */
function DecidedBy({ decided, arn }: { readonly decided: string; readonly arn: string }): ReactElement {
  return (
    <button
      className="link cut"
      tabIndex={-1}
      title={`${decided}: open in Case`}
      onClick={(event) => {
        event.stopPropagation();
        openDecided(arn);
      }}
    >
      {decided}
    </button>
  );
}

function KeyWords({
  slot,
  keys = [],
}: {
  readonly slot: 1 | 2;
  readonly keys: readonly CredentialKey[] | undefined;
}): ReactElement {
  const now = useAccount((state) => state.overview?.reportOf);
  const oldest = useAccount((state) => state.limits.maxKeyAgeDays);
  const key = keys.find((one) => one.slot === slot);
  if (key === undefined) return <span className="dim">none</span>;
  if (!key.active) return <span className="dim cut">inactive, made {day(key.made)}</span>;
  const age = key.made === undefined || now === undefined ? undefined : wholeDays(key.made, now);
  const used = key.lastUsed === undefined ? 'never used' : `used ${day(key.lastUsed)}`;
  return (
    <span className={age !== undefined && age > oldest ? 'acct-warn cut' : 'cut'}>
      {age === undefined ? 'age not told' : plural(age, 'day')}, {used}
    </span>
  );
}
