import { useState, type ReactElement } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
import { keyProblem, type KeyChoice } from './keyChoices';

interface AddKeyProps {
  readonly choices: readonly KeyChoice[];
  /** The key that was chosen or typed; undefined when it was called off. */
  readonly onDone: (key: string | undefined) => void;
}

/** Names the key to add: one that a policy reads, a global one, or any other. */
export function AddKey({ choices, onDone }: AddKeyProps): ReactElement {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const commit = (key: string): void => {
    const fault = keyProblem(key.trim());
    if (fault === undefined) onDone(key.trim());
    else setProblem(fault);
  };
  return (
    <form
      className="add-key"
      onSubmit={(event) => {
        event.preventDefault();
        commit(text);
      }}
    >
      <ComboBox
        allowsCustomValue
        menuTrigger="focus"
        inputValue={text}
        onInputChange={(next) => {
          setText(next);
          setProblem(undefined);
        }}
        onChange={(key) => {
          if (key === null) return;
          setText(String(key));
          if (keyProblem(String(key)) === undefined) onDone(String(key));
        }}
        defaultItems={choices}
      >
        <Label>Key</Label>
        <Input
          className="input"
          autoFocus
          placeholder="aws:SourceIp"
          aria-invalid={problem !== undefined}
          aria-describedby="add-key-problem"
          onKeyDown={(event) => {
            if (event.key === 'Escape') onDone(undefined);
          }}
        />
        <Popover className="pop menu-pop key-choices">
          <ListBox className="menu">
            {(choice: KeyChoice) => (
              <ListBoxItem id={choice.key} textValue={choice.key} className="item">
                <code className="grow cut">{choice.key}</code>
                <span className="dim">{choice.about}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <p id="add-key-problem" className="field-error">
        {problem !== undefined && <RichText text={backticks(problem)} />}
      </p>
      <div className="edit-actions">
        <button className="btn sm line">Add</button>
        <button type="button" className="btn sm" onClick={() => onDone(undefined)}>
          Cancel
        </button>
      </div>
    </form>
  );
}
