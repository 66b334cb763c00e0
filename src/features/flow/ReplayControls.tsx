import { useEffect, type ReactElement } from 'react';
import { Icon } from '../../ui/Icon';
import type { FlowGraph } from './graph/types';
import type { Stop } from './replay';

/** Time to read a gate's answer before the request goes on. */
const PAUSE = 1100;

export interface ReplayState {
  readonly index: number;
  readonly playing: boolean;
}

interface ReplayProps {
  readonly graph: FlowGraph;
  readonly stops: readonly Stop[];
  readonly state: ReplayState | undefined;
  /** `undefined`: back to the finished picture. */
  readonly onChange: (state: ReplayState | undefined) => void;
}

/** Plays the walk again: three buttons, and a voice for those who do not see the dot. */
export function ReplayControls({ graph, stops, state, onChange }: ReplayProps): ReactElement {
  const last = stops.length - 1;
  const index = state?.index ?? last;
  const playing = state?.playing ?? false;

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(
      () => onChange(index + 1 >= last ? undefined : { index: index + 1, playing: true }),
      PAUSE,
    );
    return () => clearTimeout(timer);
  }, [index, last, onChange, playing]);

  const go = (next: number): void => onChange(next >= last ? undefined : { index: next, playing: false });
  return (
    <div className="flow-replay" role="group" aria-label="Replay">
      <button
        className="btn sm icon"
        aria-label="One gate back"
        disabled={index === 0}
        onClick={() => go(index - 1)}
      >
        <Icon name="left" />
      </button>
      <button
        className="btn sm icon"
        aria-label={playing ? 'Pause the replay' : 'Replay the walk'}
        onClick={() =>
          onChange(playing ? { index, playing: false } : { index: index === last ? 0 : index, playing: true })
        }
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <button
        className="btn sm icon"
        aria-label="One gate on"
        disabled={index === last}
        onClick={() => go(index + 1)}
      >
        <Icon name="right" />
      </button>
      <span className="hidden-text" role="status">
        {state ? stopLabel(graph, stops, index) : ''}
      </span>
    </div>
  );
}

function stopLabel(graph: FlowGraph, stops: readonly Stop[], index: number): string {
  const node = graph.nodes.find((entry) => entry.id === stops[index]?.node);
  if (node?.kind !== 'gate') return 'The request sets out';
  const words = [node.name, node.word, node.detail].filter((text) => text !== '').join(', ');
  return `Gate ${index} of ${stops.length - 2}: ${words}`;
}
