import type { ReactElement } from 'react';
import type { KeyValue } from '../../explain/key-table';
import { verdictWord } from '../../explain/verdict';
import { useEvaluation } from '../../store/selectors';
import { Glyph } from '../../ui/Glyph';

interface ValueButtonProps {
  readonly entry: KeyValue;
  /** In place of the value. */
  readonly word?: string | undefined;
  readonly onSet: () => void;
}

/** A value, the verdict there, and the way to it. */
export function ValueButton({ entry, word, onSet }: ValueButtonProps): ReactElement {
  const evaluation = useEvaluation();
  const { value, other, standsFor, decision, current } = entry;
  const shown = `${word ?? wordOf(value, other)}${standsFor === undefined ? '' : ` (${standsFor})`}`;
  const { tone, word: verdict } = verdictWord({ ...evaluation, decision });
  return (
    <button
      className={`keys-value k-${tone}`}
      aria-pressed={current}
      aria-label={`${shown}: ${verdict}${current ? ', present' : ''}`}
      title={`${shown}: ${verdict}`}
      onClick={onSet}
    >
      <Glyph kind={tone} size={13} label="" />
      <span className={value === undefined || other ? 'cut' : 'cut mono'}>{shown}</span>
      <span className="dim">{verdict}</span>
    </button>
  );
}

function wordOf(value: KeyValue['value'], other: boolean): string {
  if (other) return 'anything else';
  if (value === undefined || value === null) return 'not in the request';
  if (value === '') return 'empty';
  if (typeof value === 'string') return value;
  return value.length === 0 ? 'not in the request' : value.join(', ');
}
