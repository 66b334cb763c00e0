import type { ReactElement } from 'react';
import type { AdminPath, Cut, Station } from '../../audit/account/paths/types';
import { openStation, tryCut } from '../../store/account/ask';
import { Glyph } from '../../ui/Glyph';
import { Icon } from '../../ui/Icon';
import { listWords, nameOf, plural, shortName } from './words';

/** One way to become administrator, as a walk: who, the gates that were passed one by one, and who one is then. */
export function PathWalk({
  way,
  cuts,
}: {
  readonly way: AdminPath;
  readonly cuts: readonly Cut[];
}): ReactElement {
  const { from, steps, certain } = way;
  const become = steps.findLast(({ becomes }) => becomes !== undefined)?.becomes ?? from;
  const keys = [...new Set(steps.flatMap(({ stations }) => stations.flatMap((one) => one.keys)))];
  const own = cuts.filter(({ statement }) =>
    steps.some(({ stations }) =>
      stations.some(({ because }) =>
        because.some(
          (one) =>
            one.layer === statement.layer &&
            one.policy === statement.policy &&
            one.statement === statement.statement,
        ),
      ),
    ),
  );
  return (
    <section className="acct-way">
      <h3 className={certain ? 'acct-warn' : undefined}>
        <Icon name="warning" size={13} />{' '}
        {certain
          ? `Can become administrator ${become === from ? 'by itself' : `as ${shortName(become.arn)}`}`
          : `Possible if ${listWords(keys)} ${keys.length === 1 ? 'is' : 'are'} right`}
      </h3>
      <ol className="acct-walk">
        <li className="acct-who">
          <b>{from.name}</b>
          <span className="dim">{from.kind}</span>
        </li>
        {steps.map(({ path, stations, becomes }, at) => [
          ...stations.map((station, index) => (
            <StationRow key={`${path} ${at} ${index}`} station={station} path={index === 0 ? path : ''} />
          )),
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
          <b>{become.name} is administrator then</b>
        </li>
      </ol>
      {own.slice(0, 3).map((cut) => (
        <p key={`${cut.holder} ${cut.statement.policy} ${cut.statement.statement}`} className="acct-cut">
          <span className="grow">
            To cut it, take statement {cut.statement.statement + 1} out of {cut.statement.policy}{' '}
            <span className="dim">
              {nameOf(cut.holder)} · closes {plural(cut.closes, 'way')}
            </span>
          </span>
          <button className="link" onClick={() => tryCut(cut.station, cut)}>
            Try in Compare
          </button>
        </p>
      ))}
    </section>
  );
}

function StationRow({ station, path }: { readonly station: Station; readonly path: string }): ReactElement {
  const { principal, question, decision, because, keys } = station;
  const [statement] = because;
  const isTrust = !principal.startsWith('arn:');
  const allowed = decision === 'Allowed';
  const word = allowed ? (isTrust ? 'Admits' : 'Allows') : 'Not known';
  const sent = Object.entries(question.context ?? {});
  return (
    <li className={allowed ? 'acct-station k-allow' : 'acct-station k-unknown'}>
      <Glyph kind={allowed ? 'pass' : 'unknown'} size={16} label="" />
      <span className="grow">
        {path !== '' && <span className="acct-path dim">{path}</span>}
        <code>{isTrust ? `Trust of ${shortName(question.resource)}` : question.action}</code>
        <span className="acct-by dim">
          {isTrust ? principal : `on ${nameOf(question.resource)}`}
          {sent.map(
            ([key, value]) =>
              `, ${key} ${Array.isArray(value) && value.length === 0 ? 'absent' : String(value)}`,
          )}
          {statement !== undefined &&
            ` · ${statement.policy}, ${statement.sid ?? `statement ${statement.statement + 1}`}`}
          {keys.length > 0 && ` · if ${listWords(keys)} ${keys.length === 1 ? 'is' : 'are'} right`}
        </span>
      </span>
      <span className="acct-end-of">
        <b className="word">{word}</b>
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
