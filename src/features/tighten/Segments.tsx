import { useId, type ReactElement, type ReactNode } from 'react';

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly word: ReactNode }[];
  readonly onChange: (value: Value) => void;
  readonly small?: boolean;
}

/** One of a few, all of them seen: a radio group that the arrow keys move through. */
export function Segments<Value extends string>({
  label,
  value,
  options,
  onChange,
  small = false,
}: SegmentsProps<Value>): ReactElement {
  const name = useId();
  return (
    <div className={small ? 'tg-seg small' : 'tg-seg'} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={option.value === value ? 'on' : undefined}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.word}
        </label>
      ))}
    </div>
  );
}
