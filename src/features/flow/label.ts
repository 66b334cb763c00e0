/** The picture in words, for those who do not see it. */
import type { FlowGraph, GateNode } from './graph/types';

/** `The request on its way: SCPs, Allows, all 3 levels; … Denied.`; gates not in play are named together. */
export function flowLabel(graph: FlowGraph): string {
  const parts: string[] = [];
  for (const node of graph.nodes) {
    if (node.kind === 'lane') parts.push(`${node.title}, ${node.account}`);
    if (node.kind === 'gate' && node.tone !== 'none') parts.push(gateLabel(node));
  }
  const absent = graph.nodes.flatMap((node) =>
    node.kind === 'gate' && node.tone === 'none' ? [node.name] : [],
  );
  const rest = absent.length > 0 ? ` Not in play: ${absent.join(', ')}.` : '';
  const verdict = graph.nodes.find((node) => node.kind === 'verdict');
  const way = parts.length > 0 ? `The request on its way: ${parts.join('; ')}.` : 'The request on its way.';
  return `${way}${rest} ${verdict?.word ?? ''}.`;
}

function gateLabel({ name, word, detail, halts }: GateNode): string {
  return [name, word, detail, halts && detail !== 'stops here' ? 'stops here' : '']
    .filter((text) => text !== '')
    .join(', ');
}
