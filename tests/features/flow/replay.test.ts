import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../../src/engine/evaluation';
import { flowGraph, type FlowGraph } from '../../../src/features/flow/graph';
import { flowLabel } from '../../../src/features/flow/label';
import { graphAt, replayStops, waypoints } from '../../../src/features/flow/replay';
import { evaluationWith, SITUATIONS, wordsFor } from '../evaluations';

function graphOf(evaluation: Evaluation): FlowGraph {
  return flowGraph(evaluation, wordsFor(evaluation), { width: 1440, tight: false, action: 's3:GetObject' });
}

function stopNames(evaluation: Evaluation): string[] {
  return replayStops(graphOf(evaluation)).map((stop) => stop.node);
}

describe('the stops of a replay', () => {
  it('are the gates in play up to the one that is shut, then the verdict', () => {
    expect(stopNames(SITUATIONS.denied)).toEqual([
      'request',
      'gate/explicitDeny',
      'gate/scp',
      'gate/resource',
      'gate/boundary',
      'verdict',
    ]);
  });

  it('end at the first gate for an explicit deny', () => {
    expect(stopNames(SITUATIONS.explicit)).toEqual(['request', 'gate/explicitDeny', 'verdict']);
  });

  it('go through one lane and then the other', () => {
    expect(stopNames(SITUATIONS.cross)).toEqual([
      'request',
      'gate/explicitDeny',
      'gate/scp',
      'gate/identity',
      'gate/rcp',
      'gate/resource',
      'verdict',
    ]);
  });

  it('pass through what is not known', () => {
    expect(stopNames(SITUATIONS.unknown)).toContain('gate/identity');
  });

  it('stand before the gate, where the dot halts', () => {
    const graph = graphOf(SITUATIONS.denied);
    const stop = replayStops(graph).find((entry) => entry.step === 'boundary')!;
    expect(stop.x).toBe(graph.nodes.find((node) => node.kind === 'dot')!.x);
  });

  it('are none before anything was asked', () => {
    expect(stopNames(SITUATIONS.empty)).toEqual(['request', 'verdict']);
  });
});

describe('the picture at a stop', () => {
  const graph = graphOf(SITUATIONS.denied);
  const stops = replayStops(graph);
  const at = (index: number): FlowGraph => graphAt(graph, stops, index);
  const word = (drawn: FlowGraph, id: string): string => {
    const node = drawn.nodes.find((entry) => entry.id === id);
    return node && 'word' in node ? node.word : '';
  };

  it('has the answers of the gates that were reached, and of no others', () => {
    const second = at(2);
    expect([word(second, 'gate/scp'), word(second, 'gate/resource'), word(second, 'verdict')]).toEqual([
      'passes',
      '',
      '',
    ]);
  });

  it('paints the way as far as the request has come', () => {
    const painted = at(2).edges.filter((edge) => edge.kind === 'went');
    expect(painted.map((edge) => edge.target)).toEqual(['gate/explicitDeny', 'gate/scp']);
    expect(painted.at(-1)!.path.endsWith(`H${Math.round(stops[2]!.x * 10) / 10}`)).toBe(true);
  });

  it('paints nothing at the start, and everything at the end', () => {
    expect(at(0).edges.every((edge) => edge.kind === 'rest')).toBe(true);
    expect(at(stops.length - 1)).toBe(graph);
  });

  it('keeps the outcome to itself until the end: ink, and no gap where a gate will be shut', () => {
    const cross = graphOf(SITUATIONS.cross);
    const middle = graphAt(cross, replayStops(cross), 3);
    expect(new Set(middle.edges.map((edge) => edge.kind))).toEqual(new Set(['went', 'rest']));
    const gate = graph.nodes.find((node) => node.id === 'gate/boundary')!;
    const into = at(1).edges.find((edge) => edge.target === 'gate/boundary')!;
    expect(into.path.endsWith(`H${Math.round(gate.x * 10) / 10}`)).toBe(true);
  });

  it('shows the elbow when the deny check answers', () => {
    const explicit = graphOf(SITUATIONS.explicit);
    const elbows = (index: number) =>
      graphAt(explicit, replayStops(explicit), index).edges.filter((edge) => edge.kind === 'from').length;
    expect([elbows(0), elbows(1)]).toEqual([0, 1]);
  });
});

describe('waypoints', () => {
  const graph = graphOf(SITUATIONS.cross);
  const stops = replayStops(graph);
  const stop = (node: string) => stops.find((entry) => entry.node === node)!;
  const fork = graph.nodes.find((node) => node.kind === 'fork')!;

  it('are straight within a lane', () => {
    expect(waypoints(graph, stop('gate/scp'), stop('gate/identity'))).toHaveLength(2);
  });

  it('follow the fork into a lane, and start again there for the other', () => {
    const into = waypoints(graph, stop('gate/explicitDeny'), stop('gate/scp'));
    expect(into.map((point) => point.y)).toEqual([96.5, 96.5, 38.5, 38.5]);
    const other = waypoints(graph, stop('gate/identity'), stop('gate/rcp'));
    expect(other[0]).toMatchObject({ x: fork.x, y: fork.y });
  });

  it('follow the join out of a lane', () => {
    const out = waypoints(graph, stop('gate/resource'), stop('verdict'));
    expect(out.map((point) => point.y)).toEqual([154.5, 154.5, 96.5, 96.5]);
  });
});

describe('the picture in words', () => {
  it('tells the gates in play in order, where it stops, and the verdict', () => {
    expect(flowLabel(graphOf(SITUATIONS.denied))).toBe(
      'The request on its way: Explicit deny, passes, detail of explicitDeny; SCPs, passes, detail of scp; ' +
        'Resource policy, noMatch, detail of resource; Boundary, noAllow, detail of boundary, stops here; ' +
        'Identity, passes, detail of identity. Not in play: RCPs, Endpoint, Session policy. Denied.',
    );
  });

  it('names the accounts of two lanes', () => {
    const label = flowLabel(graphOf(SITUATIONS.cross));
    expect(label).toMatch(/Caller’s account, 111122223333; SCPs.*Resource’s account, 444455556666; RCPs/);
  });

  it('names a denial that no gate caused', () => {
    const label = flowLabel(graphOf(evaluationWith({ decision: 'ImplicitlyDenied' })));
    expect(label.endsWith('Denied.')).toBe(true);
  });
});
