import type { ReactElement } from 'react';
import type { Scenario } from '../../case/scenario';
import { placeKey, placesFor, type Incoming, type PolicyPlace } from '../../intake/places';

interface PlacesProps {
  readonly incoming: readonly Incoming[];
  /** The case that they go into. */
  readonly into: Scenario;
  readonly action: string;
  readonly chosen: ReadonlyMap<number, PolicyPlace>;
  readonly onChoose: (index: number, place: PolicyPlace) => void;
}

const SHOWN = 30;

/** Where each policy of the text goes: suggested, and to be changed. */
export function Places({ incoming, into, action, chosen, onChoose }: PlacesProps): ReactElement | null {
  if (incoming.length === 0) return null;
  return (
    <section className="places">
      <h3>Where {incoming.length === 1 ? 'it goes' : 'they go'}</h3>
      {incoming.slice(0, SHOWN).map((one, index) => {
        const options = placesFor(one, into.policies, { action });
        const place = chosen.get(index) ?? options[0]?.place;
        return (
          <label key={index} className="place">
            <span className="cut">
              {one.policy.name} <span className="dim">{holdersWords(one)}</span>
            </span>
            <select
              className="input sans"
              value={place && placeKey(place)}
              onChange={({ target }) => {
                const option = options.find((each) => placeKey(each.place) === target.value);
                if (option) onChoose(index, option.place);
              }}
            >
              {options.map((option) => (
                <option key={placeKey(option.place)} value={placeKey(option.place)}>
                  {option.label}
                </option>
              ))}
            </select>
          </label>
        );
      })}
      {incoming.length > SHOWN && <p className="dim">And {incoming.length - SHOWN} more, likewise.</p>}
    </section>
  );
}

/** What code says that it is attached to. */
function holdersWords({ code, layer }: Incoming): string {
  const [first, ...others] = code?.attachedTo ?? [];
  if (first === undefined) return '';
  const what = layer === 'trust' ? 'trust policy of ' : layer === 'boundary' ? 'boundary of ' : '';
  return `${what}${first.kind} ${first.name}${others.length > 0 ? ` and ${others.length} more` : ''}`;
}
