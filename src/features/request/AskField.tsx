import {
  useEffect,
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { RequestField } from '../../engine/evaluation';
import { useVerdict } from '../../store/store';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
import { arnPieces } from './arnPieces';
import { tidyPasted } from './tidy';

interface AskFieldProps {
  readonly field: RequestField;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** What was made of the value: `IAM user`. */
  readonly understood?: string;
  readonly problem?: string | undefined;
  readonly onChange: (value: string) => void;
  /** Stands at the right end of the label's line. */
  readonly children?: ReactNode;
}

/** One field of the request: its label, what was understood, the text itself, and what is wrong with it. */
export function AskField(props: AskFieldProps): ReactElement {
  const { field, label, value, placeholder, understood = '', problem, onChange, children } = props;
  const id = useId();
  const settle = useVerdict((state) => state.settle);
  const input = useWantedFocus(field);
  const { shown, ...focus } = useCalmProblem(problem);
  const described = [understood !== '' && `${id}-is`, shown && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <div className="field-label">
        <label htmlFor={id}>{label}</label>
        <span id={`${id}-is`} className="cut">
          {understood}
        </span>
        {children}
      </div>
      <div className="box" data-invalid={shown ? true : undefined}>
        <div className="text">
          <input
            ref={input}
            id={id}
            value={value}
            placeholder={placeholder}
            title={value}
            aria-invalid={shown ? true : undefined}
            aria-describedby={described === '' ? undefined : described}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            onChange={({ target }) => onChange(target.value)}
            onPaste={(event) => pasteTidied(event, onChange)}
            onFocus={focus.onFocus}
            onBlur={() => {
              focus.onBlur();
              settle();
            }}
          />
          <ShownText text={value} />
        </div>
      </div>
      {shown && problem !== undefined && (
        <p id={`${id}-problem`} className="field-error">
          <RichText text={backticks(problem)} />
        </p>
      )}
    </div>
  );
}

/** The value as it looks while nobody edits it: the ARN's prefix stands back. */
function ShownText({ text }: { readonly text: string }): ReactElement {
  return (
    <span className="shown" aria-hidden="true">
      {arnPieces(text).map((piece, index) => (
        <span key={index} className={piece.tone}>
          {piece.text}
        </span>
      ))}
    </span>
  );
}

/** Takes the focus when another panel sends it here. */
function useWantedFocus(field: RequestField): React.RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  const wanted = useVerdict((state) => state.wanted);
  const taken = useVerdict((state) => state.taken);
  useEffect(() => {
    if (wanted?.kind !== 'field' || wanted.field !== field) return;
    input.current?.focus();
    taken();
  }, [wanted, taken, field]);
  return input;
}

/** A problem shows once the field is left, not while it is still being typed; one that shows stays until it is mended. */
function useCalmProblem(problem: string | undefined): {
  readonly shown: boolean;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
} {
  const [quiet, setQuiet] = useState(false);
  return {
    shown: problem !== undefined && !quiet,
    onFocus: () => setQuiet(problem === undefined),
    onBlur: () => setQuiet(false),
  };
}

function pasteTidied(event: ClipboardEvent<HTMLInputElement>, onChange: (value: string) => void): void {
  const text = event.clipboardData.getData('text');
  const tidy = tidyPasted(text);
  if (tidy === text) return;
  event.preventDefault();
  const input = event.currentTarget;
  input.setRangeText(tidy, input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, 'end');
  onChange(input.value);
}
