import { useState, type ReactElement } from 'react';
import type { PrincipalFacts } from '../../audit/account/overview';
import { selectPrincipal, useAccount } from '../../store/account/account';
import { Glyph } from '../../ui/Glyph';
import { moveInList } from '../../ui/listKeys';
import { groupsNow, type Group } from './groups';
import { day, plural } from './words';

const FIRST = 5;
const MORE = 100;

/** The principals in groups, a few of each until more are asked for. */
export function PrincipalTable(): ReactElement {
  const state = useAccount();
  const groups = groupsNow(state);
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <div
      className="acct-table"
      role="grid"
      aria-label="Principals"
      aria-rowcount={total}
      onKeyDown={moveInList}
    >
      <div role="row" className="acct-row acct-header">
        {['Principal', 'Decided by', 'Last used', 'Administrator', 'Trusted from outside', 'Boundary'].map(
          (name) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ),
        )}
      </div>
      {total === 0 && <p className="dim acct-none">Nothing here fits.</p>}
      {groups.map((group) => (
        <GroupRows key={`${state.view}|${group.name}`} group={group} />
      ))}
    </div>
  );
}

function GroupRows({ group }: { readonly group: Group }): ReactElement | null {
  const [shown, setShown] = useState(FIRST);
  const { name, glyph, tone, rows } = group;
  if (rows.length === 0) return null;
  const left = rows.length - shown;
  return (
    <div role="rowgroup" aria-label={name}>
      <div role="row" className={`acct-group k-${tone}`}>
        <span role="gridcell">
          {glyph !== undefined && <Glyph kind={glyph} size={14} label="" />} <b>{name}</b>{' '}
          <span className="dim">{rows.length}</span>
        </span>
      </div>
      {rows.slice(0, shown).map((row) => (
        <PrincipalRow key={row.facts.arn} facts={row.facts} decided={row.decided} admin={row.admin} />
      ))}
      {left > 0 && (
        <div role="row" className="acct-row">
          <span role="gridcell">
            <button className="link" onClick={() => setShown(shown + MORE)}>
              {left} more
            </button>
          </span>
        </div>
      )}
    </div>
  );
}

interface PrincipalRowProps {
  readonly facts: PrincipalFacts;
  readonly decided: string;
  readonly admin: string;
}

function PrincipalRow({ facts, decided, admin }: PrincipalRowProps): ReactElement {
  const selected = useAccount((state) => state.selected === facts.arn);
  const { arn, name, kind, lastUsed, outside, boundary, findings } = facts;
  return (
    <div role="row" aria-selected={selected} className={selected ? 'acct-row on' : 'acct-row'}>
      <span role="gridcell">
        <button data-row className="acct-name cut" title={arn} onClick={() => selectPrincipal(arn)}>
          <b>{name}</b> <span className="dim">{kind}</span>
          {findings.length > 0 && <span className="acct-badge">{plural(findings.length, 'finding')}</span>}
        </button>
      </span>
      <span role="gridcell" className="cut">
        {decided}
      </span>
      <span role="gridcell" className="dim">
        {day(lastUsed)}
      </span>
      <span role="gridcell" className={admin === '' ? '' : 'acct-warn'}>
        {admin}
      </span>
      <span role="gridcell" className="cut">
        {outside.map(({ who }) => who).join(', ')}
      </span>
      <span role="gridcell" className="cut">
        {boundary}
      </span>
    </div>
  );
}
