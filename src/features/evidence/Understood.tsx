import type { ReactElement, ReactNode } from 'react';
import type { AskCommand } from '../../intake/ask/commands';
import { backticks } from '../../ui/backticks';
import { Command } from '../../ui/Command';
import { Icon, type IconName } from '../../ui/Icon';
import { RichText } from '../../ui/RichText';

interface UnderstoodProps {
  readonly understood: readonly string[];
  readonly unknown: readonly string[];
  readonly commands: readonly AskCommand[];
}

/** What the text says, what it leaves open, and how to see the rest. */
export function Understood({ understood, unknown, commands }: UnderstoodProps): ReactElement {
  return (
    <div className="understood" role="status">
      <Lines title="Understood" icon="tick" lines={understood} />
      <Lines title="Good to know" icon="query" lines={unknown} />
      {commands.length > 0 && (
        <section>
          <h3>To see what is hidden</h3>
          <Commands commands={commands} />
        </section>
      )}
    </div>
  );
}

/** Commands of the AWS CLI, those with the same purpose under one sentence. */
function Commands({ commands }: { readonly commands: readonly AskCommand[] }): ReactElement {
  return (
    <>
      {commands.map(({ command, why }, index) => (
        <Command key={command} command={command}>
          {commands[index - 1]?.why !== why && <RichText text={backticks(why)} />}
        </Command>
      ))}
    </>
  );
}

interface LinesProps {
  readonly title: string;
  readonly icon: IconName;
  readonly lines: readonly string[];
  readonly children?: ReactNode;
}

export function Lines({ title, icon, lines }: LinesProps): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <Icon name={icon} />
            <span>
              <RichText text={backticks(line)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
