import type { ReactElement } from 'react';
import type { Layer } from '../../case/scenario';
import { commandsFor } from '../../intake/ask/commands';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { backticks } from '../../ui/backticks';
import { Command } from '../../ui/Command';
import { RichText } from '../../ui/RichText';

/** How to see a layer that is not visible: the commands, and the box that takes what they print. */
export default function HiddenCommands({ layer }: { readonly layer: Layer }): ReactElement | null {
  const { request } = useScenario();
  const show = useVerdict((state) => state.show);
  const commands = commandsFor(layer, request);
  if (commands.length === 0) return null;
  return (
    <section className="hidden-commands" aria-label="How to see it">
      <h3>Ask AWS, and paste the answer</h3>
      {commands.map(({ command, why }) => (
        <Command key={command} command={command}>
          <RichText text={backticks(why)} />
        </Command>
      ))}
      <button className="btn line" onClick={() => show('paste')}>
        Paste the answer
      </button>
    </section>
  );
}
