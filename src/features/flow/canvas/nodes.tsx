/** How each kind of node looks. Places come from the graph; nothing here decides anything. */
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import type { ReactElement } from 'react';
import { lighting, useLit } from '../../../store/lit';
import { useOpenStep } from '../../../store/selectors';
import { Glyph } from '../../../ui/Glyph';
import type { Bar, FlowNode, GateNode } from '../graph/types';
import { Dot, type TravellerNode } from './Dot';

/** The pad under a gate lies below the path, so it is a node of its own. */
export interface PadNode extends Pick<GateNode, 'id' | 'step' | 'box'> {
  readonly kind: 'pad';
  /** In a replay: is the request here? Otherwise the pad marks the open step. */
  readonly marked: boolean | undefined;
}

type Shown = Exclude<FlowNode, { readonly kind: 'dot' }> | PadNode | TravellerNode;
export type CanvasNode = {
  [Kind in Shown['kind']]: Node<{ readonly node: Extract<Shown, { readonly kind: Kind }> }, Kind>;
}[Shown['kind']];
type Props<Kind extends Shown['kind']> = NodeProps<Extract<CanvasNode, { readonly type: Kind }>>;

/** The library draws an edge between handles only; ours are not seen, for edges bring their own path. */
function Handles(): ReactElement {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </>
  );
}

function Pad({ data: { node } }: Props<'pad'>): ReactElement {
  const hot = useLit((state) => state.step === node.step);
  const isOpen = useOpenStep() === node.step;
  const open = node.marked ?? isOpen;
  return <div className="flow-pad" data-hot={hot || undefined} data-open={open || undefined} />;
}

function Gate({ data: { node } }: Props<'gate'>): ReactElement {
  const { box } = node;
  return (
    <div className={`flow-gate k-${node.tone}`} data-after={node.after || undefined} {...lighting(node.step)}>
      <Handles />
      <svg
        width={box.width}
        height={66}
        viewBox={`${box.x} ${node.y - 33} ${box.width} 66`}
        style={{ top: node.y - 33 - box.y }}
      >
        {node.bars.map((bar) => (
          <BarShape key={bar.x} bar={bar} y={node.y} />
        ))}
        {node.bars.map((bar) =>
          bar.glyph > 0 && bar.tone !== 'empty' ? (
            <Glyph key={bar.x} kind={bar.tone} size={bar.glyph} at={{ x: bar.x, y: node.y }} label="" />
          ) : null,
        )}
        {node.count !== undefined && (
          <text className="flow-count" x={node.x + 9} y={node.y - 15}>
            ×{node.count}
          </text>
        )}
      </svg>
      <div className="flow-words" style={{ top: node.y + 32 - box.y }}>
        <div className="nm">{node.name}</div>
        <div className="wd">{node.word}</div>
        <div className="dt">{node.detail}</div>
      </div>
    </div>
  );
}

function BarShape({ bar, y }: { readonly bar: Bar; readonly y: number }): ReactElement {
  if (bar.state === 'shut') return <path className={`shut k-${bar.tone}`} d={`M${bar.x} ${y - 26}v52`} />;
  if (bar.state === 'veiled') return <path className="veiled" d={`M${bar.x} ${y - 26}v52`} />;
  return <path className={`post ${bar.state}`} d={`M${bar.x} ${y - 25}v12M${bar.x} ${y + 13}v12`} />;
}

function RequestPill({ data: { node } }: Props<'request'>): ReactElement {
  return (
    <div className="flow-request">
      <Handles />
      <div className="pill" style={{ width: node.pill, left: 14 - node.box.x }}>
        Request
      </div>
      <div className="flow-words" style={{ top: 45 }}>
        {node.action.map((text) => (
          <div key={text} className="ac mono">
            {text}
          </div>
        ))}
        {node.caller !== undefined && <div className="dt">by {node.caller}</div>}
      </div>
    </div>
  );
}

function LaneName({ data: { node } }: Props<'lane'>): ReactElement {
  return (
    <div className="flow-lane">
      <Handles />
      <b>{node.title}</b>
      <span>{node.account}</span>
    </div>
  );
}

function Fork(): ReactElement {
  return <Handles />;
}

function Join({ data: { node } }: Props<'join'>): ReactElement {
  return (
    <div className={`flow-join is-${node.path}`}>
      <Handles />
      both
    </div>
  );
}

function Verdict({ data: { node } }: Props<'verdict'>): ReactElement {
  const glyph = node.tone === 'none' || node.tone === 'empty' ? null : node.tone;
  return (
    <div className={`flow-verdict k-${node.tone}`}>
      <Handles />
      <div className="gl" style={{ left: node.x - node.box.x - 17 }}>
        {glyph && <Glyph kind={glyph} size={34} label="" />}
      </div>
      <div className="nm" style={{ left: node.x - node.box.x }}>
        {node.word}
      </div>
    </div>
  );
}

export const NODE_TYPES = {
  pad: Pad,
  gate: Gate,
  request: RequestPill,
  lane: LaneName,
  fork: Fork,
  join: Join,
  verdict: Verdict,
  dot: Dot,
} as const;
