import type { ReactElement } from 'react';
import type { Simulation } from '../../export/simulate';
import { saveFile } from '../../store/browser/files';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
import { copyAndSay } from './copyAndSay';

interface SimulatorCommandProps {
  readonly title: string;
  readonly simulation: Simulation;
}

/** The command that asks AWS's own simulator, and what that simulator will not check. */
export function SimulatorCommand({ title, simulation }: SimulatorCommandProps): ReactElement {
  const { command, fromFile, leavesOut } = simulation;
  return (
    <>
      <div className="share-form">
        <span className="grow">{title}</span>
        <button
          className="btn line sm"
          aria-label={`Copy: ${title}`}
          onClick={() => copyAndSay(command, 'the command')}
        >
          Copy
        </button>
      </div>
      <details className="share-command">
        <summary>
          {leavesOut.length === 0
            ? 'Show the command'
            : `The command, and ${leavesOut.length === 1 ? 'one thing' : `${leavesOut.length} things`} it does not check`}
        </summary>
        <code tabIndex={0}>{command}</code>
        <p>
          For PowerShell, or policies too long for one command, put its parameters in a file:{' '}
          <button className="link" onClick={() => saveFile(fromFile.name, fromFile.json, 'application/json')}>
            Download {fromFile.name}
          </button>
          , then run
        </p>
        <code tabIndex={0}>{fromFile.command}</code>
        <ul>
          {leavesOut.map((sentence) => (
            <li key={sentence}>
              <RichText text={backticks(sentence)} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
