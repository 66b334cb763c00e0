import { useEffect, useId, useRef, type ReactElement } from 'react';
import type { ContextValue } from '../../case/scenario';
import type { KeyFacts } from '../../checks/key-facts';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
import { Icon } from '../../ui/Icon';
import type { Row } from './rows';
import { useKeyFacts } from './useKeyFacts';
import { EXAMPLES_OF, valueProblem } from './valueProblem';
import { asList, asOne, shapeOf, withItem, withoutItem, type Shape } from './values';

interface EditorProps {
  readonly row: Row;
  readonly onChange: (value: ContextValue | undefined) => void;
  readonly onClose: () => void;
}

interface FieldProps extends EditorProps {
  readonly type: KeyFacts['type'] | undefined;
}

/** Changes a value in place; each keystroke counts at once. */
export function ValueEditor({ row, onChange, onClose }: EditorProps): ReactElement {
  const facts = useKeyFacts(row.key);
  const shape = shapeOf(facts, row.value);
  const Field = FIELDS[shape];
  return (
    <div className="edit">
      <Field row={row} type={facts?.type} onChange={onChange} onClose={onClose} />
      <div className="edit-actions">
        {shape === 'one' && (
          <button className="btn sm" onClick={() => onChange(asList(row.value))}>
            Several values
          </button>
        )}
        {shape === 'several' && asList(row.value).length < 2 && (
          <button className="btn sm" onClick={() => onChange(asOne(row.value))}>
            One value
          </button>
        )}
        {row.value !== null && (
          <button
            className="btn sm"
            onClick={() => {
              onChange(null);
              onClose();
            }}
          >
            Not known
          </button>
        )}
        {row.given && (
          <button
            className="btn sm"
            onClick={() => {
              onChange(undefined);
              onClose();
            }}
          >
            {row.replaces === undefined ? 'Remove' : 'Back to derived'}
          </button>
        )}
        <span className="grow" />
        <button className="btn sm done" onClick={onClose}>
          Done
        </button>
      </div>
    </div>
  );
}

const FIELDS: Record<Shape, (props: FieldProps) => ReactElement> = {
  one: OneValue,
  several: SeveralValues,
  bool: BoolValue,
};

function OneValue({ row, type, onChange }: FieldProps): ReactElement {
  return (
    <>
      <TextInput
        label={`Value of ${row.key}`}
        type={type}
        value={asOne(row.value)}
        placeholder={type && EXAMPLES_OF[type]}
        onChange={onChange}
        focused
      />
      {type === 'date' && (
        <button className="btn sm line now" onClick={() => onChange(presentTime(row.key))}>
          Now
        </button>
      )}
    </>
  );
}

/** As AWS would send it: ISO 8601, and for the key of seconds since 1970 just those. */
function presentTime(key: string): string {
  const now = new Date();
  if (key.toLowerCase() === 'aws:epochtime') return String(Math.floor(now.getTime() / 1000));
  return `${now.toISOString().slice(0, 19)}Z`;
}

/** One input a value; the last, empty one adds. */
function SeveralValues({ row, type, onChange }: FieldProps): ReactElement {
  const list = asList(row.value);
  return (
    <ul className="several" aria-label={`Values of ${row.key}`}>
      {[...list, undefined].map((item, index) => (
        <li key={index}>
          <TextInput
            label={item === undefined ? `Another value of ${row.key}` : `Value ${index + 1} of ${row.key}`}
            type={type}
            value={item ?? ''}
            placeholder={item === undefined ? 'Another value' : ''}
            onChange={(text) => onChange(withItem(list, index, text))}
            focused={index === 0}
          />
          {item !== undefined && (
            <button
              className="btn sm icon"
              aria-label={`Remove value ${index + 1}`}
              onClick={() => onChange(withoutItem(list, index))}
            >
              <Icon name="cross" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function BoolValue({ row, onChange, onClose }: FieldProps): ReactElement {
  const now = asOne(row.value).toLowerCase();
  return (
    <div className="bool" role="group" aria-label={`Value of ${row.key}`}>
      {['true', 'false'].map((word, index) => (
        <button
          key={word}
          className="btn sm line"
          aria-pressed={now === word}
          ref={index === (now === 'false' ? 1 : 0) ? takeFocus : undefined}
          onClick={() => {
            onChange(word);
            onClose();
          }}
        >
          <code>{word}</code>
        </button>
      ))}
    </div>
  );
}

function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}

interface TextInputProps {
  readonly label: string;
  readonly type: KeyFacts['type'] | undefined;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly onChange: (text: string) => void;
  readonly focused?: boolean;
}

function TextInput(props: TextInputProps): ReactElement {
  const { label, type, value, placeholder, onChange, focused = false } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);
  const problem = valueProblem(type, value);
  return (
    <div className="grow">
      <input
        ref={input}
        className="input"
        aria-label={label}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={problem === undefined ? undefined : id}
        value={value}
        placeholder={placeholder}
        inputMode={type === 'numeric' ? 'decimal' : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
      />
      {problem !== undefined && (
        <p id={id} className="odd">
          <RichText text={backticks(problem)} />
        </p>
      )}
    </div>
  );
}
