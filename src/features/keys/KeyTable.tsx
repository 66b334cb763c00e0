import { useMemo, useState, type ReactElement } from 'react';
import { contextOf } from '../../engine/evaluate';
import type { ContextValue, Scenario } from '../../case/scenario';
import { keyTable, type KeyRow, type KeyValue } from '../../explain/key-table';
import { plain } from '../../explain/rich';
import { setContext } from '../../case/edits';
import { useEvaluation, useExplanation, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Glyph } from '../../ui/Glyph';
import { Readers } from './Readers';
import { ValueButton } from './ValueButton';
import './keys.css';

/** One row for each key that a policy reads, with the verdict at each value; a click sets the value. */
export default function KeyTable(): ReactElement {
  const scenario = useScenario();
  const evaluation = useEvaluation();
  const { tone, lead, sentence } = useExplanation();
  const rows = useMemo(() => keyTable(scenario, evaluation), [scenario, evaluation]);
  const matter = rows.filter((row) => row.matters);
  const others = rows.filter((row) => !row.matters);
  return (
    <div className="keys">
      <p className="keys-now" role="status">
        <Glyph kind={tone} label="" /> <b>{lead}</b> <span className="cut">{plain(sentence)}</span>
      </p>
      <p className="dim">
        {rows.length === 0
          ? 'No condition of a policy of this case reads a key.'
          : 'Each value was tried alone, with the rest of the request as it is. Press one to set it.'}
      </p>
      <Rows title="These change the verdict" rows={matter} />
      <Rows title="These do not, as the request stands" rows={others} />
    </div>
  );
}

function Rows({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly KeyRow[];
}): ReactElement | null {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {rows.map((row) => (
          <Row key={row.key.toLowerCase()} row={row} />
        ))}
      </ul>
    </section>
  );
}

/** So many values are shown at once; a row of more is unfolded. */
const SHOWN = 8;

function Row({ row }: { readonly row: KeyRow }): ReactElement {
  const scenario = useScenario();
  const edit = useVerdict((state) => state.edit);
  const [unfolded, setUnfolded] = useState(false);
  const derived = useMemo(() => derivedValue(scenario, row.key), [scenario, row.key]);
  const given = Object.keys(scenario.request.context ?? {}).some(is(row.key));
  // A key that is derived is not absent for lack of a given value: there is only something to take back.
  const values = row.values.filter(({ value }) => value !== undefined || !isKnown(derived) || given);
  const shown = unfolded || values.length <= SHOWN ? values : telling(values);
  return (
    <li className="keys-row">
      <code>{row.key}</code>
      <span className="keys-values" role="group" aria-label={row.key}>
        {shown.map((entry) => (
          <ValueButton
            key={JSON.stringify(entry.value ?? null)}
            entry={entry.value === undefined ? { ...entry, current: !given } : entry}
            word={entry.value === undefined ? notGiven(derived) : undefined}
            onSet={() => edit((before) => setContext(before, row.key, entry.value))}
          />
        ))}
        {shown.length < values.length && (
          <button className="link" onClick={() => setUnfolded(true)}>
            Show all {values.length} values
          </button>
        )}
      </span>
      {row.untried > 0 && (
        <p className="dim">{row.untried.toLocaleString('en')} more listed values were not tried.</p>
      )}
      <Readers readers={row.readers} />
    </li>
  );
}

/** Of many values the present one, the first of each verdict, and the one that stands for all others. */
function telling(values: readonly KeyValue[]): readonly KeyValue[] {
  const seen = new Map<string, number>();
  return values.filter(({ value, decision, current, other }) => {
    const before = seen.get(decision) ?? 0;
    seen.set(decision, before + 1);
    return before < 2 || current || other || value === undefined;
  });
}

function is(key: string): (other: string) => boolean {
  return (other) => other.toLowerCase() === key.toLowerCase();
}

type Derived = ContextValue | undefined;

function isKnown(derived: Derived): boolean {
  return derived !== undefined && derived !== null;
}

function notGiven(derived: Derived): string {
  if (derived === undefined) return 'not in the request';
  if (derived === null) return 'not known';
  return `as derived: ${typeof derived === 'string' ? derived : derived.join(', ')}`;
}

/** What the request would have if no value were given; undefined where the key would be absent. */
function derivedValue(scenario: Scenario, key: string): Derived {
  return contextOf(setContext(scenario, key, undefined)).find((entry) => is(key)(entry.key))?.value;
}
