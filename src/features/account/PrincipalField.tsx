import { useId, useMemo, useState, type ReactElement } from 'react';
import { useAccount } from '../../store/account/account';
import { nameOf } from './words';

/** So many fit in a list that is read. */
const MOST = 60;

/** Chooses a user or role by its name: typed, or out of those that fit. */
export function PrincipalField({
  label,
  value,
  onChoose,
  onClear,
}: {
  readonly label: string;
  /** ARN. */
  readonly value: string | undefined;
  readonly onChoose: (arn: string) => void;
  readonly onClear?: () => void;
}): ReactElement {
  const list = useId();
  const principals = useAccount((state) => state.overview?.principals);
  const [typed, setTyped] = useState<{ readonly of: string | undefined; readonly text: string }>();
  const text =
    typed !== undefined && typed.of === value ? typed.text : value === undefined ? '' : nameOf(value);
  const fitting = useMemo(() => {
    const words = text.toLowerCase();
    return (principals ?? []).filter(({ arn }) => nameOf(arn).toLowerCase().includes(words)).slice(0, MOST);
  }, [principals, text]);
  const type = (next: string): void => {
    setTyped({ of: value, text: next });
    const found = principals?.find(({ arn }) => nameOf(arn) === next || arn === next);
    if (found !== undefined && found.arn !== value) onChoose(found.arn);
    else if (next === '') onClear?.();
  };
  return (
    <>
      <input
        className="input mono"
        aria-label={label}
        placeholder={onClear === undefined ? 'user/ana' : 'nobody'}
        spellCheck={false}
        list={list}
        value={text}
        onChange={({ target }) => type(target.value)}
      />
      <datalist id={list}>
        {fitting.map(({ arn }) => (
          <option key={arn} value={nameOf(arn)} />
        ))}
      </datalist>
    </>
  );
}
