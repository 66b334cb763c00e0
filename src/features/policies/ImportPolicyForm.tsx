import { useMemo, useState, type ReactElement } from 'react';
import { LAYERS, type Layer } from '../../case/scenario';
import { layerName } from '../../explain/layers';
import { addFound, addToLayer } from '../../store/policyCommands';
import { useScenario } from '../../store/selectors';
import { backticks } from '../../ui/backticks';
import { Icon } from '../../ui/Icon';
import { RichText } from '../../ui/RichText';
import { readPasted, suggestedName, type Pasted } from './pasted';
import { isLeveled } from '../../case/layers';
import { levelsOf } from '../../case/scenario';

type One = Extract<Pasted, { kind: 'one' }>;

/** What the person changed of the suggestion; forgotten with the next text. */
interface Choice {
  readonly layer?: Layer;
  readonly name?: string;
  readonly level?: number;
}

export default function ImportPolicyForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const [text, setText] = useState('');
  const [choice, setChoice] = useState<Choice>({});
  const pasted = useMemo(() => readPasted(text), [text]);
  const add = (): void => {
    if (pasted.kind === 'several') addFound(pasted.policies);
    else if (pasted.kind === 'one') addOne(pasted, choice);
    else addToLayer(choice.layer ?? 'identity', { name: 'PastedPolicy', text });
    onDone();
  };
  return (
    <form
      className="import"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label className="label" htmlFor="pasted-policy">
        A policy document, or what a command such as <code>aws iam get-policy-version</code> printed
      </label>
      <textarea
        id="pasted-policy"
        className="area"
        rows={12}
        value={text}
        spellCheck={false}
        autoFocus
        onChange={({ target }) => {
          setText(target.value);
          setChoice({});
        }}
      />
      <div className="import-found" role="status">
        <Found pasted={pasted} />
      </div>
      {pasted.kind === 'one' && <Where pasted={pasted} choice={choice} onChange={setChoice} />}
      <div className="actions">
        <span className="grow dim import-safe">
          <Icon name="lock" /> Read in this page, sent nowhere
        </span>
        <button type="button" className="btn" onClick={onDone}>
          Cancel
        </button>
        <button type="submit" className="btn main" disabled={pasted.kind === 'nothing'}>
          {labelOf(pasted)}
        </button>
      </div>
    </form>
  );
}

function addOne({ text, via, ...suggested }: One, choice: Choice): void {
  const layer = choice.layer ?? suggested.layer;
  const name = choice.name?.trim() ?? '';
  addToLayer(
    layer,
    {
      name: name === '' ? nameFor(suggested, layer) : name,
      text,
      ...(layer === 'identity' && via !== undefined && { via }),
    },
    choice.level === undefined ? {} : { level: choice.level },
  );
}

/** A suggested name follows the layer, unless the text itself had a name. */
function nameFor({ layer, name }: Pick<One, 'layer' | 'name'>, chosen: Layer): string {
  return name === suggestedName(layer) ? suggestedName(chosen) : name;
}

function labelOf(pasted: Pasted): string {
  if (pasted.kind === 'several') return `Add ${pasted.policies.length} policies`;
  return pasted.kind === 'unreadable' ? 'Add it and put it right there' : 'Add the policy';
}

function Found({ pasted }: { readonly pasted: Pasted }): ReactElement | null {
  switch (pasted.kind) {
    case 'nothing':
      return null;
    case 'unreadable':
      return (
        <p className="field-error">
          This cannot be read as a policy: <RichText text={backticks(pasted.problem)} />
        </p>
      );
    case 'one':
      return (
        <>
          {pasted.notes.map((note) => (
            <p key={note} className="dim">
              <RichText text={backticks(note)} />
            </p>
          ))}
        </>
      );
    case 'several':
      return (
        <>
          <p className="dim">
            <RichText text={backticks(`Found in ${pasted.how}:`)} />
          </p>
          <ul className="import-list">
            {pasted.policies.map(({ layer, name, via }, index) => (
              <li key={index}>
                <b>{name ?? suggestedName(layer)}</b>{' '}
                <span className="dim">
                  {layerName(layer)}
                  {via !== undefined && `, via ${via}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      );
  }
}

interface WhereProps {
  readonly pasted: One;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** The layer, its level where it has several, and the name; all suggested and all to be changed. */
function Where({ pasted, choice, onChange }: WhereProps): ReactElement {
  const { policies } = useScenario();
  const layer = choice.layer ?? pasted.layer;
  const targets = isLeveled(layer) ? levelsOf(policies, layer).map(({ target }) => target) : [];
  return (
    <div className="import-where">
      <label>
        <span className="label">Layer</span>
        <select
          className="input"
          value={layer}
          onChange={({ target }) => onChange({ ...withoutLevel(choice), layer: target.value as Layer })}
        >
          {LAYERS.map((one) => (
            <option key={one} value={one}>
              {layerName(one)}
            </option>
          ))}
        </select>
      </label>
      {targets.length > 1 && (
        <label>
          <span className="label">Level</span>
          <select
            className="input"
            value={choice.level ?? targets.length - 1}
            onChange={({ target }) => onChange({ ...choice, level: Number(target.value) })}
          >
            {targets.map((target, index) => (
              <option key={index} value={index}>
                {target}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span className="label">Name</span>
        <input
          className="input"
          value={choice.name ?? nameFor(pasted, layer)}
          onChange={({ target }) => onChange({ ...choice, name: target.value })}
        />
      </label>
    </div>
  );
}

function withoutLevel({ level: _, ...rest }: Choice): Choice {
  return rest;
}
