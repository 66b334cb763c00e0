import { useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
import { keyProblem, matchingKeys, type KeyChoice } from './keyChoices';

interface AddKeyProps {
  readonly choices: readonly KeyChoice[];
  /** The key that was chosen or typed; undefined when it was called off. */
  readonly onDone: (key: string | undefined) => void;
}

/** Names the key to add: one that a policy reads, a global one, or any other. */
export function AddKey({ choices, onDone }: AddKeyProps): ReactElement {
  const id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const [problem, setProblem] = useState<string>();
  const shown = matchingKeys(choices, text);
  const write = (next: string): void => {
    setText(next);
    setActive(-1);
    setProblem(undefined);
  };
  /** A family of tag keys is only begun by choosing it: the tag is still to be typed. */
  const choose = (key: string): void => {
    if (keyProblem(key) === undefined) onDone(key);
    else write(key);
  };
  const commit = (): void => {
    const chosen = shown[active];
    if (chosen) choose(chosen.key);
    else if (keyProblem(text.trim()) === undefined) onDone(text.trim());
    else setProblem(keyProblem(text.trim()));
  };
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') onDone(undefined);
    if (step === undefined || shown.length === 0) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(active + step, shown.length - 1));
    setActive(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <form
      className="add-key"
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <label htmlFor={id}>Key</label>
      <input
        id={id}
        className="input"
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={`${id}-problem`}
        placeholder="aws:SourceIp"
        autoFocus
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => write(target.value)}
        onKeyDown={keys}
      />
      <p id={`${id}-problem`} className="field-error">
        {problem !== undefined && <RichText text={backticks(problem)} />}
      </p>
      <ul id={`${id}-list`} role="listbox" aria-label="Keys to choose from" className="choices">
        {shown.map(({ key, about }, index) => (
          <li
            key={key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            title={key}
            // The focus stays in the field, so that what is chosen can be completed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(key)}
          >
            <code className="grow cut">{key}</code>
            <span className="dim">{about}</span>
          </li>
        ))}
      </ul>
      <div className="edit-actions">
        <button className="btn sm line">Add</button>
        <button type="button" className="btn sm" onClick={() => onDone(undefined)}>
          Cancel
        </button>
      </div>
    </form>
  );
}
