import { useState, type DragEvent, type ReactElement, type ReactNode } from 'react';
import './place.css';

interface DropZoneProps {
  readonly heading: string;
  readonly children: ReactNode;
  /** Buttons for those who do not drag. */
  readonly actions: ReactNode;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped; what it does with them is the caller's. */
export function DropZone({ heading, children, actions, onFiles }: DropZoneProps): ReactElement {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={over ? 'pl-drop over' : 'pl-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <b>{heading}</b>
      <span>{children}</span>
      <span className="pl-drop-actions">{actions}</span>
    </div>
  );
}
