import type { ReactElement } from 'react';
import type { AdminPath, AdminPaths, Station } from '../../audit/account/paths/types';
import { useAccount } from '../../store/account/account';
import { openStation, showGate, tryCut } from '../../store/account/ask';
import { Glyph } from '../../ui/Glyph';
import { Icon } from '../../ui/Icon';
import './path.css';
import {
  capital,
  contextWords,
  cutNote,
  cutsShown,
  cutWords,
  gatesOf,
  keysOf,
  lastOf,
  stationName,
  stationWord,
} from './ways';
import { listWords, nameOf, shortName } from './words';

/** One way to become administrator, as a walk: who, the gates that were passed one by one, and who one is then. */
export function PathWalk({ way }: { readonly way: AdminPath }): ReactElement {
  const gate = useAccount((state) => state.gate);
  const { from, steps } = way;
  const gates = gatesOf(way);
  return (
    <ol className="acct-walk">
      <li className="acct-who">
        <b>{from.name}</b>
        <span className="dim">{from.kind}</span>
      </li>
      {steps.map(({ path, stations, becomes }, at) => [
        ...stations.map((station, index) => {
          const own = gates.indexOf(station);
          return (
            <StationRow
              key={`${path} ${at} ${index}`}
              station={station}
              path={index === 0 ? path : ''}
              isShown={gate === own}
              onShow={() => showGate(own, station)}
            />
          );
        }),
        ...(becomes === undefined
          ? []
          : [
              <li key={`${path} ${at} becomes`} className="acct-who">
                <b>{becomes.name}</b>
                <span className="dim">{becomes.kind}</span>
              </li>,
            ]),
      ])}
      <li className="acct-goal">
        <Icon name="warning" size={16} />
        <b>{(lastOf(way) ?? from).name} is administrator then</b>
      </li>
    </ol>
  );
}

/** How a way ends, in one line. */
export function WayTitle({ way }: { readonly way: AdminPath }): ReactElement {
  const keys = keysOf(way);
  const become = lastOf(way);
  return (
    <h3 className={way.certain ? 'acct-warn' : undefined}>
      <Icon name="warning" size={13} />{' '}
      {way.certain
        ? `Can become administrator ${become === undefined ? 'by itself' : `as ${shortName(become.arn)}`}`
        : `Possible if ${listWords(keys)} ${keys.length === 1 ? 'is' : 'are'} right`}
    </h3>
  );
}

/** Changes by which the way is closed, those that close most first; each is tried in Compare. */
export function Cuts({
  way,
  paths,
  gate,
}: {
  readonly way: AdminPath;
  readonly paths: AdminPaths;
  /** The one that is looked at. */
  readonly gate: Station | undefined;
}): ReactElement | null {
  const own = cutsShown(way, paths, gate);
  if (own.length === 0) return null;
  return (
    <section className="acct-cuts">
      <h3>Ways to cut the path</h3>
      <ul>
        {own.map((cut) => (
          <li key={`${cut.holder} ${cutWords(cut)}`}>
            <span className="grow">
              <b>{capital(cutWords(cut))}</b>
              <span className="acct-by dim">{cutNote(cut)}</span>
            </span>
            <button
              className="link"
              aria-label={`Compare: ${cutWords(cut)}`}
              onClick={() => tryCut(cut.station, cut)}
            >
              Compare
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function StationRow({
  station,
  path,
  isShown,
  onShow,
}: {
  readonly station: Station;
  readonly path: string;
  readonly isShown: boolean;
  readonly onShow: () => void;
}): ReactElement {
  const { principal, question, decision, because, keys } = station;
  const [statement] = because;
  const isTrust = !principal.startsWith('arn:');
  const sent = contextWords(question.context);
  return (
    <li className={`acct-station ${decision === 'Allowed' ? 'k-allow' : 'k-unknown'}${isShown ? ' on' : ''}`}>
      <Glyph kind={decision === 'Allowed' ? 'pass' : 'unknown'} size={16} label="" />
      <span className="grow">
        {path !== '' && <span className="acct-path dim">{path}</span>}
        <button className="acct-station-name" aria-pressed={isShown} onClick={onShow}>
          <code>{stationName(station)}</code>
        </button>
        <span className="acct-by dim">
          {isTrust ? principal : `on ${nameOf(question.resource)}`}
          {sent.length > 0 && `, ${sent.join(', ')}`}
          {statement !== undefined &&
            ` · ${statement.policy}, ${statement.sid ?? `statement ${statement.statement + 1}`}`}
          {keys.length > 0 && ` · if ${listWords(keys)} ${keys.length === 1 ? 'is' : 'are'} right`}
        </span>
      </span>
      <span className="acct-end-of">
        <b className="word">{stationWord(station)}</b>
        <button
          className="link"
          aria-label={`Open ${question.action} by ${nameOf(principal)} in Case`}
          onClick={() => openStation(station)}
        >
          Open
        </button>
      </span>
    </li>
  );
}
