import { useState, type ReactElement } from 'react';
import type { CanDo, CanDoDifference, Reach, Reached, ServiceReach } from '../../audit/account/can-do';
import { useAccount, type CanState } from '../../store/account/account';
import { openPrincipal } from '../../store/account/ask';
import { saveFile } from '../../store/browser/files';
import { useGrowing } from '../../store/useGrowing';
import { nameOf, plural } from './words';

const LEVELS = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'] as const;

/** What one principal can do, by service and access level; or where two differ. */
export function CanDoTable(): ReactElement {
  const can = useAccount((state) => state.can);
  if (can?.can === undefined) return <div className="acct-scroll" />;
  return <Reaches key={`${can.arn} ${can.other ?? ''}`} can={can.can} state={can} />;
}

function Reaches({ can, state }: { readonly can: CanDo; readonly state: CanState }): ReactElement {
  const [shown, setShown] = useState<string>();
  const service = can.services.find(({ prefix }) => prefix === shown);
  const rows = useGrowing(can.services);
  const { difference, other } = state;
  return (
    <div className="acct-work">
      <div className="acct-scroll" tabIndex={0} role="region" aria-label="Services">
        <div className="acct-tools">
          <button className="btn" onClick={() => saveFile('actions.csv', csvOfReach(can), 'text/csv')}>
            CSV
          </button>
        </div>
        <table className="acct-plain">
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col">Allowed</th>
              {LEVELS.map((level) => (
                <th key={level} scope="col">
                  {level}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ServiceRow key={row.prefix} row={row} isShown={row.prefix === shown} onShow={setShown} />
            ))}
          </tbody>
        </table>
        {can.services.length === 0 && <p className="dim acct-none">Its policies allow nothing.</p>}
      </div>
      <aside className="acct-column" aria-label="Actions">
        {difference !== undefined && other !== undefined && (
          <Difference difference={difference} one={state.arn} other={other} />
        )}
        {service === undefined ? (
          <p className="dim">Choose a service to see its actions.</p>
        ) : (
          <>
            <h2>{service.prefix}</h2>
            <Actions actions={service.reached} arn={can.arn} />
          </>
        )}
      </aside>
    </div>
  );
}

function ServiceRow({
  row: { prefix, total, reached },
  isShown,
  onShow,
}: {
  readonly row: ServiceReach;
  readonly isShown: boolean;
  readonly onShow: (prefix: string) => void;
}): ReactElement {
  const everywhere = reached.filter(({ reach }) => reach === 'everywhere').length;
  const word = everywhere === total ? 'all' : `${reached.length} of ${total}`;
  return (
    <tr className={isShown ? 'on' : undefined}>
      <th scope="row">
        <button className="acct-service" aria-pressed={isShown} onClick={() => onShow(prefix)}>
          {prefix}
        </button>
      </th>
      <td className={everywhere === total ? 'acct-warn' : undefined}>{word}</td>
      {LEVELS.map((level) => {
        const count = reached.filter(({ levels }) => levels.includes(level)).length;
        return <td key={level}>{count === 0 ? '' : count}</td>;
      })}
    </tr>
  );
}

const REACH_WORDS: Readonly<Record<Reach, string>> = {
  everywhere: 'on everything',
  somewhere: 'on',
  perhaps: 'depends on something that is not known',
};

function Actions({
  actions,
  arn,
}: {
  readonly actions: readonly Reached[];
  readonly arn: string;
}): ReactElement {
  const shown = useGrowing(actions);
  return (
    <ul className="acct-actions">
      {shown.map(({ action, reach, resources, levels }) => (
        <li key={action}>
          <button
            className="link"
            aria-label={`Open ${action} in Case`}
            onClick={() => openPrincipal(arn, { action, resource: resources[0] ?? '*' })}
          >
            <code>{action.slice(action.indexOf(':') + 1)}</code>
          </button>
          <span className="dim acct-by">
            {levels.join(', ')} · {REACH_WORDS[reach]} {resources.join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Difference({
  difference: { onlyOne, onlyOther },
  one,
  other,
}: {
  readonly difference: CanDoDifference;
  readonly one: string;
  readonly other: string;
}): ReactElement {
  return (
    <>
      {[
        { of: one, against: other, actions: onlyOne },
        { of: other, against: one, actions: onlyOther },
      ].map(({ of, against, actions }) => (
        <details key={of}>
          <summary>
            {plural(actions.length, 'action')} that {nameOf(of)} can do further than {nameOf(against)}
          </summary>
          <Actions actions={actions} arn={of} />
        </details>
      ))}
    </>
  );
}

function csvOfReach({ services }: CanDo): string {
  const lines = services.flatMap(({ reached }) =>
    reached.map(({ action, levels, reach, resources }) =>
      [action, levels.join(' '), reach, `"${resources.join(' ').replaceAll('"', '""')}"`].join(','),
    ),
  );
  return ['action,access_level,reach,resources', ...lines, ''].join('\n');
}
