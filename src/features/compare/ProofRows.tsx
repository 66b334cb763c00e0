import { useMemo, useState, type ReactElement } from 'react';
import type { AccessGroup, Comparison } from '../../reasoning/comparison';
import { shortResource } from '../../explain/short-resource';
import { openInCase } from '../../store/openInCase';
import { Glyph } from '../../ui/Glyph';

type Side = 'gained' | 'lost';

interface Row {
  readonly side: Side;
  readonly group: AccessGroup;
}

/** So many rows of a service are drawn before it is unfolded. */
const FEW = 8;
const MOST_NAMED = 3;

const SIDES: readonly { readonly id: 'all' | Side; readonly word: string }[] = [
  { id: 'all', word: 'All' },
  { id: 'gained', word: 'Gained' },
  { id: 'lost', word: 'Lost' },
];

const serviceOf = ({ group }: Row): string => group.actions[0]!.split(':')[0]!;

function byService(rows: readonly Row[]): readonly (readonly [string, readonly Row[]])[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const list = found.get(serviceOf(row));
    if (list) list.push(row);
    else found.set(serviceOf(row), [row]);
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** What is gained and lost, by service; each row with a request that opens in Case. */
export function ProofRows({ comparison }: { readonly comparison: Comparison }): ReactElement {
  const [side, setSide] = useState<'all' | Side>('all');
  const counts = { gained: comparison.gained.length, lost: comparison.lost.length };
  const services = useMemo(() => {
    const of = (one: Side): readonly Row[] => comparison[one].map((group) => ({ side: one, group }));
    const rows = [...of('gained'), ...of('lost')];
    return byService(side === 'all' ? rows : rows.filter((row) => row.side === side));
  }, [comparison, side]);
  return (
    <section className="cmp-rows" aria-label="What is gained and lost">
      <div className="cmp-filter" role="group" aria-label="Show">
        {SIDES.map(({ id, word }) => (
          <button key={id} className="cmp-chip" aria-pressed={side === id} onClick={() => setSide(id)}>
            {word} <span className="dim">{id === 'all' ? counts.gained + counts.lost : counts[id]}</span>
          </button>
        ))}
      </div>
      {services.map(([service, rows]) => (
        <Service key={service} service={service} rows={rows} />
      ))}
      {services.length === 0 && <p className="cmp-none">Nothing is gained or lost.</p>}
      <p className="cmp-foot">A click opens the example in Case, filled in.</p>
    </section>
  );
}

function Service({
  service,
  rows,
}: {
  readonly service: string;
  readonly rows: readonly Row[];
}): ReactElement {
  const [whole, setWhole] = useState(false);
  const shown = whole ? rows : rows.slice(0, FEW);
  const count = (side: Side): number => rows.filter((row) => row.side === side).length;
  const words = [
    ...(count('gained') > 0 ? [`${count('gained')} gained`] : []),
    ...(count('lost') > 0 ? [`${count('lost')} lost`] : []),
  ];
  return (
    <section aria-label={service}>
      <h2 className="cmp-service">
        <span>{service}</span>
        <span className="dim">{words.join(', ')}</span>
      </h2>
      <ul>
        {shown.map((row) => (
          <ProofRow key={`${row.side} ${row.group.actions[0]!} ${row.group.witness.resource}`} {...row} />
        ))}
      </ul>
      {rows.length > shown.length && (
        <button className="btn sm" onClick={() => setWhole(true)}>
          {rows.length - shown.length} more of {service}
        </button>
      )}
    </section>
  );
}

function named(actions: readonly string[]): string {
  const more = actions.length - MOST_NAMED;
  const shown = actions.slice(0, MOST_NAMED).map((one, at) => (at === 0 ? one : `…${one.split(':')[1]!}`));
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

function ProofRow({ side, group }: Row): ReactElement {
  const { actions, resource, accessLevel, witness, because, conditions } = group;
  const open = (): void => openInCase((whole) => ({ ...whole, request: { ...witness } }));
  const keys = Object.entries(witness.context ?? {});
  const before = side === 'gained' ? 'implicit' : 'allow';
  const after = side === 'gained' ? 'allow' : 'implicit';
  return (
    <li>
      <button className="cmp-row" onClick={open}>
        <span className="cmp-turn">
          <span className={`k-${before}`}>
            <Glyph kind={before} label={side === 'gained' ? 'A does not allow it' : 'A allows it'} />
          </span>
          <span aria-hidden="true">→</span>
          <span className={`k-${after}`}>
            <Glyph kind={after} label={side === 'gained' ? 'B allows it' : 'B does not allow it'} />
          </span>
        </span>
        <span className="cmp-what">
          <code>{named(actions)}</code>
          {resource.length > 0 && <span className="dim"> on {resource.map(shortResource).join(', ')}</span>}
          <span className="cmp-example">
            for example <code>{shortResource(witness.resource)}</code>
            {keys.length > 0 && (
              <>
                , <code>{keys.map(([key, value]) => `${key} ${String(value) || 'absent'}`).join(', ')}</code>
              </>
            )}
          </span>
          {conditions.length > 0 && (
            <span className="cmp-example">
              where {conditions.map(({ operator, key }) => `${operator} ${key}`).join(', ')}
            </span>
          )}
        </span>
        <span className="cmp-level">{accessLevel}</span>
        <span className="cmp-by">
          {because
            .map(
              ({ policy, statement, sid }) =>
                `${side === 'gained' ? '' : 'A: '}${policy}, ${sid ?? statement}`,
            )
            .join('; ')}
        </span>
      </button>
    </li>
  );
}
