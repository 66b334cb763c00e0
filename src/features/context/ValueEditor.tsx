import { useEffect, useRef, type ReactElement } from 'react';
import type { ContextValue } from '../../engine/scenario';
import { Icon } from '../../ui/Icon';
import type { Row } from './rows';
import { asList, asOne, shapeOf, withItem, withoutItem, type Shape } from './values';

interface EditorProps {
  readonly row: Row;
  readonly onChange: (value: ContextValue | undefined) => void;
  readonly onClose: () => void;
}

/** Changes a value in place; each keystroke counts at once. */
export function ValueEditor({ row, onChange, onClose }: EditorProps): ReactElement {
  const shape = shapeOf(row.key, row.value);
  const Field = FIELDS[shape];
  return (
    <div className="edit">
      <Field row={row} onChange={onChange} onClose={onClose} />
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

const FIELDS: Record<Shape, (props: EditorProps) => ReactElement> = {
  one: OneValue,
  several: SeveralValues,
  bool: BoolValue,
};

function OneValue({ row, onChange }: EditorProps): ReactElement {
  return <TextInput label={`Value of ${row.key}`} value={asOne(row.value)} onChange={onChange} focused />;
}

/** One input a value; the last, empty one adds. */
function SeveralValues({ row, onChange }: EditorProps): ReactElement {
  const list = asList(row.value);
  return (
    <ul className="several" aria-label={`Values of ${row.key}`}>
      {[...list, undefined].map((item, index) => (
        <li key={index}>
          <TextInput
            label={item === undefined ? `Another value of ${row.key}` : `Value ${index + 1} of ${row.key}`}
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

function BoolValue({ row, onChange, onClose }: EditorProps): ReactElement {
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
  readonly value: string;
  readonly placeholder?: string;
  readonly onChange: (text: string) => void;
  readonly focused?: boolean;
}

function TextInput({ label, value, placeholder, onChange, focused = false }: TextInputProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) input.current?.focus();
  }, [focused]);
  return (
    <input
      ref={input}
      className="input"
      aria-label={label}
      value={value}
      placeholder={placeholder}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
