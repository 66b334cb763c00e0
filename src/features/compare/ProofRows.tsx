import { memo, useMemo, useState, type ReactElement } from 'react';
import { BY_HARM } from '../../reasoning/names';
import type { AccessLevel } from '../../catalog/service-reference';
import type { CompareAnswer } from '../../store/proof';
import { useGrowing } from '../../store/useGrowing';
import type { Scenario } from '../../case/scenario';
import { Icon } from '../../ui/Icon';
import { ProofRow, type Row, type Turn } from './ProofRow';

/** So many rows of a service are drawn before it is unfolded. */
const FEW = 8;

/** So many services are drawn before the next paint: they are laid out in a few milliseconds. */
const SERVICES = 4;

const SIDES: readonly { readonly id: 'all' | Turn; readonly word: string }[] = [
  { id: 'all', word: 'All' },
  { id: 'gained', word: 'Gained' },
  { id: 'lost', word: 'Lost' },
];

const serviceOf = ({ group }: Row): string => group.actions[0]!.split(':')[0]!;
const actionsOf = (rows: readonly Row[]): number => new Set(rows.flatMap(({ group }) => group.actions)).size;

/** How many actions each of the filters leaves; levels that nothing has are left out. */
function countsOf(rows: readonly Row[]) {
  const of = (turn: Turn): number => actionsOf(rows.filter((row) => row.turn === turn));
  const levels = BY_HARM.flatMap((level) => {
    const count = actionsOf(rows.filter(({ group }) => group.accessLevel === level));
    return count > 0 ? [[level, count] as const] : [];
  });
  return { sides: { all: actionsOf(rows), gained: of('gained'), lost: of('lost') }, levels };
}

function byService(rows: readonly Row[]): readonly (readonly [string, readonly Row[]])[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const list = found.get(serviceOf(row));
    if (list) list.push(row);
    else found.set(serviceOf(row), [row]);
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

type Last = CompareAnswer & { readonly a: Scenario; readonly b: Scenario };

/** What is gained and lost, by service and access level; each row with a request that opens in Case. */
export function ProofRows({ last }: { readonly last: Last }): ReactElement {
  const { comparison } = last;
  const [side, setSide] = useState<'all' | Turn>('all');
  const [level, setLevel] = useState<AccessLevel>();
  const rows = useMemo(() => {
    const of = (turn: Turn): readonly Row[] => comparison[turn].map((group) => ({ turn, group }));
    return [...of('gained'), ...of('lost')];
  }, [comparison]);
  const counts = useMemo(() => countsOf(rows), [rows]);
  const services = useMemo(
    () =>
      byService(
        rows.filter(
          ({ turn, group }) =>
            (side === 'all' || turn === side) && (level === undefined || group.accessLevel === level),
        ),
      ),
    [rows, side, level],
  );
  const drawn = useGrowing(services, SERVICES);
  return (
    <section className="cmp-rows" aria-label="What is gained and lost">
      <div className="cmp-filter">
        <div role="group" aria-label="Show">
          {SIDES.map(({ id, word }) => (
            <button key={id} className="cmp-chip" aria-pressed={side === id} onClick={() => setSide(id)}>
              {word} <span className="dim">{counts.sides[id]}</span>
            </button>
          ))}
        </div>
        <div role="group" aria-label="Access levels">
          {counts.levels.map(([one, count]) => (
            <button
              key={one}
              className="cmp-chip"
              aria-pressed={level === one}
              onClick={() => setLevel(level === one ? undefined : one)}
            >
              {one} <span className="dim">{count}</span>
            </button>
          ))}
        </div>
      </div>
      <div className="cmp-scroll">
        {drawn.map(([service, list]) => (
          <Service key={service} service={service} rows={list} last={last} />
        ))}
        {services.length === 0 && <p className="cmp-none">Nothing is gained or lost.</p>}
      </div>
      {services.length > 0 && <p className="cmp-foot">A click opens the example in Case, filled in</p>}
    </section>
  );
}

const Service = memo(function Service({
  service,
  rows,
  last,
}: {
  readonly service: string;
  readonly rows: readonly Row[];
  readonly last: Last;
}): ReactElement {
  const [isOpen, setOpen] = useState(true);
  const [whole, setWhole] = useState(false);
  const shown = whole ? rows : rows.slice(0, FEW);
  const more = rows.length - shown.length;
  const words = (['gained', 'lost'] as const).flatMap((turn) => {
    const count = actionsOf(rows.filter((row) => row.turn === turn));
    return count > 0 ? [`${count.toLocaleString('en')} ${turn}`] : [];
  });
  return (
    <section className="cmp-of-service" aria-label={service}>
      <h2 className="cmp-service">
        <button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon name={isOpen ? 'down' : 'right'} size={12} />
          <span className="grow">{service}</span>
          <span className="dim">{words.join(', ')}</span>
        </button>
      </h2>
      {isOpen && (
        <ul>
          {shown.map((row) => (
            <ProofRow
              key={`${row.turn} ${row.group.actions[0]!} ${row.group.witness.resource}`}
              row={row}
              a={last.a}
              b={last.b}
            />
          ))}
        </ul>
      )}
      {isOpen && more > 0 && (
        <button className="btn sm" onClick={() => setWhole(true)}>
          {more} more of {service}
        </button>
      )}
    </section>
  );
});
