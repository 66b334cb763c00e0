import { useId, useMemo, useState, type ReactElement } from 'react';
import { occurrencesOf, setPlaceholders } from '../../case/placeholders';
import { placeholderOffers, type PlaceholderOffer } from '../../explain/placeholder-offers';
import { useAccount } from '../../store/account/account';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
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
  const overview = useAccount((state) => state.overview);
  const offers = useMemo(
    () =>
      placeholderOffers(
        scenario,
        names,
        overview?.principals.map(({ arn }) => arn),
      ),
    [scenario, names, overview],
  );
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
        <span className="dim ph-left">{leftWords(values)}</span>
        <button className="btn main">Fill in everywhere</button>
      </div>
    </form>
  );
}

function leftWords(values: Readonly<Record<string, string>>): string {
  const left = Object.values(values).filter((value) => value.trim() === '').length;
  return left === 0 ? '' : left === 1 ? 'one without a value' : `${left} without a value`;
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
  readonly offers: readonly PlaceholderOffer[];
  readonly onChange: (value: string) => void;
}

function Row({ name, value, where, offers, onChange }: RowProps): ReactElement {
  const id = useId();
  const others = offers.filter((offer) => offer.value !== value);
  return (
    <div className="ph-row">
      <div className="ph-what">
        <label htmlFor={id}>
          <code>{name}</code>
        </label>
        <span className="dim">
          <RichText text={backticks(where.length === 1 ? where[0]! : `in ${where.length} statements`)} />
        </span>
      </div>
      <input
        id={id}
        className="input"
        autoComplete="off"
        spellCheck={false}
        placeholder="not given"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      {others.length > 0 && (
        <ul className="ph-offers" aria-label={`Values for ${name}`}>
          {others.map((offer) => (
            <li key={offer.value}>
              <button type="button" className="btn sm line" onClick={() => onChange(offer.value)}>
                <code>{offer.value}</code>
              </button>
              <span className="dim">{FROM[offer.from]}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const FROM: Readonly<Record<PlaceholderOffer['from'], string>> = {
  request: 'as the request has it',
  policies: 'in another policy',
  account: 'in the account',
};
