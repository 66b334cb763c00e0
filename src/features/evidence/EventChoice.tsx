import type { ReactElement } from 'react';
import type { EvidenceChoice } from '../../intake/evidence/choices';

const SHOWN = 200;

interface EventChoiceProps {
  readonly choices: readonly EvidenceChoice[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** Several requests in one text: which of them is the case? */
export function EventChoice({ choices, chosen, onChoose }: EventChoiceProps): ReactElement {
  const denied = choices.filter((choice) => choice.denied).length;
  return (
    <fieldset className="events">
      <legend className="label">
        {`${choices.length.toLocaleString('en')} requests are in the text, ${denied === choices.length ? 'all' : denied === 0 ? 'none' : denied.toLocaleString('en')} of them denied. Which is it?`}
      </legend>
      <div className="choices">
        {listed(choices, chosen).map((index) => (
          <Choice
            key={index}
            choice={choices[index]!}
            checked={index === chosen}
            onChoose={() => onChoose(index)}
          />
        ))}
      </div>
      {choices.length > SHOWN && <p className="dim">Denied ones first; the first {SHOWN} are listed.</p>}
    </fieldset>
  );
}

/** In the order of the text; of very many the denied ones come first. */
function listed(choices: readonly EvidenceChoice[], chosen: number): readonly number[] {
  const all = choices.map((_, index) => index);
  if (all.length <= SHOWN) return all;
  const denied = all.filter((index) => choices[index]!.denied);
  const others = all.filter((index) => !choices[index]!.denied);
  return [...new Set([chosen, ...denied, ...others])].slice(0, SHOWN);
}

interface ChoiceProps {
  readonly choice: EvidenceChoice;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Choice({ choice, checked, onChoose }: ChoiceProps): ReactElement {
  const { time, action, principal, resource, outcome, denied } = choice;
  return (
    <label className="event">
      <input type="radio" name="event" checked={checked} onChange={onChoose} />
      <b className="cut">{action ?? 'no action named'}</b>
      <span className={denied ? 'tag k-deny' : 'tag'}>{outcome}</span>
      <span className="dim cut event-who">
        {[time?.replace('T', ' ').replace('Z', ' UTC'), principal && shortName(principal), resource]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </label>
  );
}

/** `role/App`, `assumed-role/App/session`. */
function shortName(principal: string): string {
  return principal.split(':').slice(5).join(':') || principal;
}
