import { Fragment, type ReactElement } from 'react';
import type { AdminPath, Station } from '../../audit/account/paths/types';
import { selectPrincipal, useAccount } from '../../store/account/account';
import { showGate } from '../../store/account/ask';
import { Glyph } from '../../ui/Glyph';
import { Icon } from '../../ui/Icon';
import './path.css';
import { gatesOf, lastOf, stationName, stationNote, stationWord } from './ways';

/** One way to become administrator from left to right: identities as pills, and a gate for each request. A gate shows its words. */
export function PathFlow({ way }: { readonly way: AdminPath }): ReactElement {
  const gate = useAccount((state) => state.gate);
  const selected = useAccount((state) => state.selected);
  const { from, steps } = way;
  const gates = gatesOf(way);
  const last = lastOf(way);
  const show = (at: number, station: Station): void => {
    if (selected !== from.arn) selectPrincipal(from.arn);
    showGate(at, station);
  };
  return (
    <ol className="acct-flow acct-path-flow" aria-label={`The way of ${from.name} to administrator`}>
      <Identity name={from.name} note={from.kind} isFirst />
      {steps.map(({ stations, becomes }, step) => (
        <Fragment key={step}>
          {stations.map((station) => {
            const at = gates.indexOf(station);
            return (
              <Gate
                key={at}
                station={station}
                isShown={gate === at && selected === from.arn}
                onShow={() => show(at, station)}
              />
            );
          })}
          {becomes !== undefined && <Identity name={becomes.name} note={becomes.kind} />}
        </Fragment>
      ))}
      <li className="acct-end k-warn">
        <span className="acct-track">
          <span className="acct-peak">
            <Icon name="warning" size={26} />
          </span>
        </span>
        <b className="word">Administrator</b>
        <span className="dim">{last === undefined ? 'by itself' : `as ${last.name}`}</span>
      </li>
    </ol>
  );
}

function Identity({
  name,
  note,
  isFirst = false,
}: {
  readonly name: string;
  readonly note: string;
  readonly isFirst?: boolean;
}): ReactElement {
  return (
    <li className={isFirst ? 'acct-identity acct-start' : 'acct-identity'}>
      <span className="acct-track">
        <b className="acct-pill cut">{name}</b>
      </span>
      <span className="dim">{note}</span>
    </li>
  );
}

function Gate({
  station,
  isShown,
  onShow,
}: {
  readonly station: Station;
  readonly isShown: boolean;
  readonly onShow: () => void;
}): ReactElement {
  const isAllowed = station.decision === 'Allowed';
  return (
    <li className={`acct-gate ${isAllowed ? 'k-allow' : 'k-unknown'}`}>
      <button className="acct-gate-in" aria-pressed={isShown} onClick={onShow}>
        <span className="acct-track">
          <span className="acct-bars acct-open" />
          <Glyph kind={isAllowed ? 'pass' : 'unknown'} size={16} label="" />
        </span>
        <b className="cut">{stationName(station)}</b>
        <span className="word">{stationWord(station)}</span>
        <span className="dim cut">{stationNote(station)}</span>
      </button>
    </li>
  );
}
