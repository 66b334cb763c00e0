import {
  memo,
  useEffect,
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type InputHTMLAttributes,
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
  /** Something about `understood` that looks odd: the whole sentence. */
  readonly odd?: string | undefined;
  /** Less than a problem: shown under the field once it is left. */
  readonly hint?: ReactNode;
  readonly onChange: (value: string) => void;
  /** A list that belongs to the field, and what the field says of it. */
  readonly list?: ReactNode;
  readonly inputProps?: InputHTMLAttributes<HTMLInputElement>;
  /** Stands at the right end of the label's line. */
  readonly children?: ReactNode;
}

/** One field of the request: its label, what was understood, the text itself, and what is wrong with it. */
export const AskField = memo(function AskField(props: AskFieldProps): ReactElement {
  const { field, label, value, placeholder, understood = '', problem, odd, onChange, children } = props;
  const { hint, list, inputProps } = props;
  const id = useId();
  const settle = useVerdict((state) => state.settle);
  const input = useWantedFocus(field);
  const { shown, ...focus } = useCalmProblem(problem);
  const hinted = hint !== undefined && !shown && !focus.focused;
  const described = [understood !== '' && `${id}-is`, shown && `${id}-problem`, hinted && `${id}-hint`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className="field">
      <div className="field-label">
        <label htmlFor={id}>{label}</label>
        <span
          id={`${id}-is`}
          className={odd === undefined ? 'cut' : 'cut odd'}
          title={odd?.replaceAll('`', '')}
        >
          {understood}
          {odd !== undefined && <span className="hidden-text">. {odd.replaceAll('`', '')}</span>}
        </span>
        {children}
      </div>
      <div className="box" data-invalid={shown ? true : undefined}>
        <div className="text">
          <input
            {...inputProps}
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
            onBlur={(event) => {
              inputProps?.onBlur?.(event);
              focus.onBlur();
              settle();
            }}
          />
          <ShownText text={value} />
        </div>
      </div>
      {list}
      {hinted && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {shown && problem !== undefined && (
        <p id={`${id}-problem`} className="field-error" title={problem.replaceAll('`', '')}>
          <RichText text={backticks(problem)} />
        </p>
      )}
    </div>
  );
});

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
  readonly focused: boolean;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
} {
  const [quiet, setQuiet] = useState(false);
  const [focused, setFocused] = useState(false);
  return {
    focused,
    shown: problem !== undefined && !quiet,
    onFocus: () => {
      setQuiet(problem === undefined);
      setFocused(true);
    },
    onBlur: () => {
      setQuiet(false);
      setFocused(false);
    },
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
