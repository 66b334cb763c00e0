import { useId, useState, type ReactElement } from 'react';
import { isKeyArn } from '../../audit/least-privilege/event-keys';
import type { KeyOffer } from '../../audit/least-privilege/event-keys';
import type { ConditionOffer } from '../../audit/least-privilege/offers';
import type { TightenView } from '../../audit/least-privilege/view';
import { useTighten } from '../../store/tighten';
import { counted, numberWord } from './words';

/** Conditions that the events would bear, and keys that no event names: each is asked for only if the person says so. */
export function Narrow({ view }: { readonly view: TightenView }): ReactElement | null {
  const { conditions, keys } = view;
  if (conditions.length === 0 && keys.length === 0) return null;
  return (
    <>
      {conditions.length > 0 && (
        <>
          <h3 className="tg-sect">Conditions that could be asked for</h3>
          <ul className="tg-rows" aria-label="Conditions">
            {conditions.map((offer) => (
              <Offered key={offer.key} offer={offer} />
            ))}
          </ul>
        </>
      )}
      {keys.length > 0 && (
        <>
          <h3 className="tg-sect">Keys behind these calls</h3>
          <ul className="tg-rows" aria-label="Keys">
            {keys.map((offer) => (
              <Key key={offer.service} offer={offer} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Only a condition that every event meets can be switched on: else one of them would be refused. */
function Offered({ offer: { key, values, fits, of } }: { readonly offer: ConditionOffer }): ReactElement {
  const { choices, choose } = useTighten();
  const wanted = choices.conditions.includes(key);
  const toggle = (): void =>
    choose({
      conditions: wanted ? choices.conditions.filter((one) => one !== key) : [...choices.conditions, key],
    });
  return (
    <li className="tg-offer">
      <label>
        {/* As it was chosen: the new policy takes its time. */}
        <input type="checkbox" checked={wanted && fits >= of} disabled={fits < of} onChange={toggle} />
        <span>
          <code>{key}</code> <code className="dim">{values.join(', ')}</code>
          <small>
            fits {numberWord(fits)} of {counted(of, 'event')}
            {fits < of ? ', so it can’t be asked for' : ''}
          </small>
        </span>
      </label>
    </li>
  );
}

/** Whether the data is encrypted with a key of one’s own is in no event. */
function Key({
  offer: { service, actions, because, events, key },
}: {
  readonly offer: KeyOffer;
}): ReactElement {
  const { choices, choose } = useTighten();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const { [service]: _, ...others } = choices.keys;
  const put = (): void => {
    const arn = text.trim();
    setWrong(!isKeyArn(arn));
    if (isKeyArn(arn)) choose({ keys: { ...others, [service]: arn } });
  };
  return (
    <li className="tg-offer">
      <span>
        <code>{because.join(', ')}</code> in {counted(events, 'event')}
        <small>
          {key === undefined
            ? `If the data is encrypted with a customer-managed key, ${actions.join(' and ')} on it must be allowed too.`
            : `${actions.join(' and ')} on ${key}, through ${service} only.`}
        </small>
      </span>
      {key === undefined ? (
        <form
          className="tg-key"
          onSubmit={(event) => {
            event.preventDefault();
            put();
          }}
        >
          <input
            className="pl-box mono"
            aria-label={`ARN of the key of ${service}`}
            aria-invalid={wrong}
            aria-describedby={wrong ? id : undefined}
            placeholder="arn:aws:kms:…:key/…"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <button className="btn sm" type="submit" disabled={text.trim() === ''}>
            Add
          </button>
          {wrong && (
            <small id={id} role="alert">
              This is not the ARN of a key: `arn:aws:kms:REGION:ACCOUNT:key/ID`.
            </small>
          )}
        </form>
      ) : (
        <button className="link" onClick={() => choose({ keys: others })}>
          Take out
        </button>
      )}
    </li>
  );
}
