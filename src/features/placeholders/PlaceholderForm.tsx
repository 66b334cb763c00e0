import { useId, useMemo, useState, type ReactElement } from 'react';
import { occurrencesOf, setPlaceholders } from '../../case/placeholders';
import { placeholderOffers } from '../../explain/placeholder-offers';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { statementsOf } from './words';

interface PlaceholderFormProps {
  readonly onDone: () => void;
}

/** Every placeholder once, with values that fit the request; all are filled in together. */
export default function PlaceholderForm({ onDone }: PlaceholderFormProps): ReactElement {
  const scenario = useScenario();
  const edit = useVerdict((state) => state.edit);
  const say = useVerdict((state) => state.say);
  const names = useMemo(() => Object.keys(scenario.placeholders ?? {}), [scenario]);
  const offers = useMemo(() => placeholderOffers(scenario, names), [scenario, names]);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(names.map((name) => [name, scenario.placeholders?.[name] ?? ''])),
  );
  return (
    <form
      className="ph-form"
      onSubmit={(event) => {
        event.preventDefault();
        edit((present) => setPlaceholders(present, given(values)));
        say('Filled in everywhere.', { undo: true });
        onDone();
      }}
    >
      <p className="dim">
        These references stand in the pasted policies. A value goes in wherever the reference stands; a
        statement counts as unknown while one of its references has none.
      </p>
      {names.map((name) => (
        <Row
          key={name}
          name={name}
          value={values[name] ?? ''}
          where={statementsOf(occurrencesOf(scenario, [name]))}
          offers={offers.get(name) ?? []}
          onChange={(value) => setValues((before) => ({ ...before, [name]: value }))}
        />
      ))}
      <div className="actions">
        <button className="btn main">Fill in everywhere</button>
      </div>
    </form>
  );
}

/** An empty field is a value that is not given. */
function given(values: Readonly<Record<string, string>>): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.trim() === '' ? null : value.trim()]),
  );
}

interface RowProps {
  readonly name: string;
  readonly value: string;
  readonly where: readonly string[];
  readonly offers: readonly string[];
  readonly onChange: (value: string) => void;
}

function Row({ name, value, where, offers, onChange }: RowProps): ReactElement {
  const id = useId();
  return (
    <div className="ph-row">
      <label htmlFor={id}>
        <code>{name}</code>
      </label>
      <span className="dim">{where.length === 1 ? where[0] : `in ${where.length} statements`}</span>
      <input
        id={id}
        className="input"
        autoComplete="off"
        spellCheck={false}
        placeholder="not given"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <div className="ph-offers">
        {offers
          .filter((offer) => offer !== value)
          .map((offer) => (
            <button key={offer} type="button" className="btn sm line" onClick={() => onChange(offer)}>
              <code>{offer}</code>
            </button>
          ))}
      </div>
    </div>
  );
}
