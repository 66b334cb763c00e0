import { useEffect, useState, type ReactElement } from 'react';
import { useVerdict, type Toast } from '../store/store';
import { Icon } from '../ui/Icon';

const LIFE_MS = 6000;

export function Toasts(): ReactElement {
  const toasts = useVerdict((state) => state.toasts);
  return (
    <div className="toasts" role="status">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

/** Stays while hovered or focused; an error stays until it is closed. */
function ToastCard({ toast }: { readonly toast: Toast }): ReactElement {
  const dismiss = useVerdict((state) => state.dismiss);
  const undo = useVerdict((state) => state.undo);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || toast.tone === 'error') return;
    const timer = setTimeout(() => dismiss(toast.id), LIFE_MS);
    return () => clearTimeout(timer);
  }, [held, toast, dismiss]);
  return (
    <div
      className={`toast ${toast.tone}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.undo && (
        <button
          className="btn sm"
          onClick={() => {
            undo();
            dismiss(toast.id);
          }}
        >
          Undo
        </button>
      )}
      {toast.back && (
        <button
          className="btn sm"
          onClick={() => {
            toast.back?.();
            dismiss(toast.id);
          }}
        >
          Back
        </button>
      )}
      <button className="btn sm icon" aria-label="Close message" onClick={() => dismiss(toast.id)}>
        <Icon name="cross" />
      </button>
    </div>
  );
}
