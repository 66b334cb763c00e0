import { memo, useMemo, useState, type ReactElement } from 'react';
import { setRequest } from '../../case/edits';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { serviceRows, WORDS, type ServiceRow, type Swept } from './rows';
import { useGrowing } from './useGrowing';

const OUTCOMES = { all: 'All', Allowed: 'Allowed', Denied: 'Denied', Undetermined: 'Undetermined' } as const;
type Outcome = keyof typeof OUTCOMES;

/** The counts of each service; unfolded, its actions. */
export function SweepTable({ swept }: { readonly swept: readonly Swept[] }): ReactElement {
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome>('all');
  const rows = useMemo(() => serviceRows(swept, text, outcome), [swept, text, outcome]);
  const shown = useGrowing(rows);
  return (
    <>
      <div className="sweep-filter">
        <input
          className="input"
          type="search"
          aria-label="Filter actions"
          placeholder="s3:Get"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <select
          className="input"
          aria-label="Outcome"
          value={outcome}
          onChange={(event) => setOutcome(event.target.value as Outcome)}
        >
          {Object.entries(OUTCOMES).map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
      </div>
      <div className="sweep-rows">
        <table>
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col">Allowed</th>
              <th scope="col">Denied</th>
              <th scope="col">Undetermined</th>
            </tr>
          </thead>
          {shown.map((row) => (
            <Service key={row.prefix} row={row} />
          ))}
        </table>
        {rows.length === 0 && <p className="dim">No action matches.</p>}
      </div>
    </>
  );
}

const Service = memo(function Service({ row }: { readonly row: ServiceRow }): ReactElement {
  const [open, setOpen] = useState(false);
  const edit = useVerdict((state) => state.edit);
  const show = useVerdict((state) => state.show);
  const ask = (action: string): void => {
    edit((scenario) => setRequest(scenario, { action }));
    show(undefined);
  };
  return (
    <tbody>
      <tr>
        <th scope="row">
          <button className="tb" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name={open ? 'down' : 'right'} size={10} /> {row.prefix}
          </button>
        </th>
        <td>{row.allowed}</td>
        <td>{row.denied}</td>
        <td>{row.open}</td>
      </tr>
      {open &&
        row.actions.map(({ action, decision }) => (
          <tr key={action}>
            <td>
              <button className="tb mono" onClick={() => ask(action)}>
                {action}
              </button>
            </td>
            <td colSpan={3}>{WORDS[decision]}</td>
          </tr>
        ))}
    </tbody>
  );
});
