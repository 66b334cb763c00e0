import { useEffect, useRef, type ReactElement } from 'react';
import { keepPlace } from './keepPlace';

interface InlineEditProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly onCommit: (value: string) => void;
  /** Called after a commit and after Escape. */
  readonly onDone: () => void;
}

/** A name that is edited where it stands: Enter or leaving keeps it, Escape does not. */
export function InlineEdit({ label, value, placeholder, onCommit, onDone }: InlineEditProps): ReactElement {
  const over = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  // Opened from a menu, the menu still holds the focus, and lets it go in the next frame.
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement === document.body) field.current?.focus();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const finish = (text: string | undefined): void => {
    if (over.current) return;
    over.current = true;
    if (text !== undefined) onCommit(text);
    onDone();
  };
  return (
    <input
      ref={field}
      className="inline-edit"
      aria-label={label}
      defaultValue={value}
      placeholder={placeholder}
      maxLength={200}
      autoFocus
      spellCheck={false}
      onFocus={({ target }) => target.select()}
      onBlur={({ target }) => finish(target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        const keep = keepPlace(event.currentTarget);
        finish(event.key === 'Enter' ? event.currentTarget.value : undefined);
        setTimeout(keep);
      }}
    />
  );
}
