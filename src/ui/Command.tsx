import { useState, type ReactElement, type ReactNode } from 'react';
import { copyText } from './copyText';
import './command.css';

interface CommandProps {
  readonly command: string;
  /** What it shows. */
  readonly children?: ReactNode;
}

/** A command to be run elsewhere: what it is for, the command, and a button that copies it and says so. */
export function Command({ command, children }: CommandProps): ReactElement {
  const [copied, setCopied] = useState<boolean>();
  const copy = async (): Promise<void> => setCopied(await copyText(command));
  return (
    <div className="command">
      {children !== undefined && children !== false && <p className="dim">{children}</p>}
      <div className="command-line">
        <code tabIndex={0}>{command}</code>
        <button className="btn sm line" aria-label={`Copy ${command}`} onClick={() => void copy()}>
          {copied === undefined ? 'Copy' : copied ? 'Copied' : 'Not copied'}
        </button>
      </div>
    </div>
  );
}
