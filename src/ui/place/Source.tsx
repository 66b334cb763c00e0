import { useState, type ReactElement, type ReactNode } from 'react';
import { copyText } from '../copyText';
import './place.css';

interface SourceProps {
  readonly name: string;
  /** What it knows. */
  readonly note?: ReactNode;
  /** The command that gives it; several lines may stand in it. */
  readonly command: string;
}

/** Where a text comes from: its name, what it knows, and the command to copy. */
export function Source({ name, note, command }: SourceProps): ReactElement {
  return (
    <div className="pl-source">
      <p>
        <b>{name}</b>
        {note !== undefined && <span>{note}</span>}
      </p>
      <CopyBlock text={command} of={name} />
    </div>
  );
}

/** A command with a button that copies it and says so. */
export function CopyBlock({ text, of }: { readonly text: string; readonly of: string }): ReactElement {
  const [copied, setCopied] = useState<boolean>();
  const copy = async (): Promise<void> => setCopied(await copyText(text));
  return (
    <div className="pl-command">
      <code>{text}</code>
      <button className="btn" aria-label={`Copy the command for ${of}`} onClick={() => void copy()}>
        <span aria-live="polite">{copied === undefined ? 'Copy' : copied ? 'Copied' : 'Not copied'}</span>
      </button>
    </div>
  );
}
