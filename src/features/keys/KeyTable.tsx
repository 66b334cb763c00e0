import { useMemo, type ReactElement } from 'react';
import { contextOf } from '../../engine/evaluate';
import type { ContextValue, Scenario } from '../../engine/scenario';
import { keyTable, type KeyRow } from '../../explain/key-table';
import { plain } from '../../explain/rich';
import { setContext } from '../../store/edits';
import { useEvaluation, useExplanation, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Glyph } from '../../ui/Glyph';
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
          ? 'No condition of a policy in play reads a key.'
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

function Row({ row }: { readonly row: KeyRow }): ReactElement {
  const scenario = useScenario();
  const edit = useVerdict((state) => state.edit);
  const derived = useMemo(() => derivedValue(scenario, row.key), [scenario, row.key]);
  const given = Object.keys(scenario.request.context ?? {}).some(is(row.key));
  const set = (value: string | undefined): void =>
    edit((before) => setContext(before, row.key, value === undefined || !row.multivalued ? value : [value]));
  return (
    <li className="keys-row">
      <code>{row.key}</code>
      <span className="keys-values" role="group" aria-label={row.key}>
        {row.values
          // A key that is derived is not absent for lack of a given value: there is only something to take back.
          .filter(({ value }) => value !== undefined || !isKnown(derived) || given)
          .map((entry) => (
            <ValueButton
              key={entry.value ?? ''}
              entry={entry.value === undefined ? { ...entry, current: !given } : entry}
              word={entry.value === undefined ? notGiven(derived) : undefined}
              onSet={() => set(entry.value)}
            />
          ))}
      </span>
    </li>
  );
}

function is(key: string): (other: string) => boolean {
  return (other) => other.toLowerCase() === key.toLowerCase();
}

type Derived = ContextValue | undefined;

function isKnown(derived: Derived): boolean {
  return derived !== undefined && derived !== null;
}

function notGiven(derived: Derived): string {
  if (derived === undefined) return 'absent';
  if (derived === null) return 'not known';
  return `as derived: ${typeof derived === 'string' ? derived : derived.join(', ')}`;
}

/** What the request would have if no value were given; undefined where the key would be absent. */
function derivedValue(scenario: Scenario, key: string): Derived {
  return contextOf(setContext(scenario, key, undefined)).find((entry) => is(key)(entry.key))?.value;
}
