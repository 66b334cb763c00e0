import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { keysOfRequest } from '../../catalog/request-keys';
import { actionDetails } from '../../catalog/service-lookup';
import { useCatalog } from '../../store/catalog';
import { useEvaluation, useScenario } from '../../store/selectors';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
import { keyChoices, keyProblem, matchingKeys, openPart, type KeyChoice } from './keyChoices';
import { claimsOf } from './providerClaims';

interface AddKeyProps {
  /** The key that was chosen or typed; undefined when it was called off. */
  readonly onDone: (key: string | undefined) => void;
}

/** Names the key to add: one that a policy reads, one that the action and its resource can have, a global one, or any other. */
export default function AddKey({ onDone }: AddKeyProps): ReactElement {
  const id = useId();
  const choices = useKeyChoices();
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const [problem, setProblem] = useState<string>();
  const shown = matchingKeys(choices, text);
  const write = (next: string): void => {
    setText(next);
    setActive(-1);
    setProblem(undefined);
    setBegun(undefined);
  };
  const input = useRef<HTMLInputElement>(null);
  const [begun, setBegun] = useState<string>();
  useEffect(() => {
    const part = begun === undefined ? undefined : openPart(begun);
    if (part) input.current?.setSelectionRange(part.start, part.end);
  }, [begun]);
  /** A family of keys is only begun by choosing it: the part that is still to be named is selected. */
  const choose = (key: string): void => {
    if (openPart(key) === undefined) onDone(key);
    else {
      write(key);
      setBegun(key);
    }
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
        ref={input}
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

function useKeyChoices(): readonly KeyChoice[] {
  const { action, resource, principal, context } = useScenario().request;
  const { keysRead } = useEvaluation();
  const catalog = useCatalog();
  return keyChoices({
    read: keysRead,
    given: Object.keys(context ?? {}),
    // Of an action that the reference does not know nothing is left out.
    service: catalog && actionDetails(catalog, action) && keysOfRequest(catalog, action, resource),
    claims: claimsOf(action, principal),
  });
}
