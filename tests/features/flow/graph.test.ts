import { describe, expect, it } from 'vitest';
import type { Evaluation, StepId } from '../../../src/engine/evaluation';
import { flowGraph, type FlowGraph, type FlowView } from '../../../src/features/flow/graph';
import { evaluationWith, SITUATIONS, wordsFor } from '../evaluations';

const VIEW: FlowView = { width: 1440, tight: false, action: 's3:PutObject' };

function draw(evaluation: Evaluation, view: Partial<FlowView> = {}): FlowGraph {
  return flowGraph(evaluation, wordsFor(evaluation), { ...VIEW, ...view });
}

function gates(graph: FlowGraph) {
  return graph.nodes.filter((node) => node.kind === 'gate');
}

function gate(graph: FlowGraph, step: StepId) {
  return gates(graph).find((node) => node.step === step)!;
}

function dots(graph: FlowGraph) {
  return graph.nodes.filter((node) => node.kind === 'dot');
}

/** The edge kinds of the one lane, in order. */
function kinds(graph: FlowGraph): string[] {
  return graph.edges.filter((edge) => edge.kind !== 'from').map((edge) => edge.kind);
}

/** Every x at which an edge begins or ends. */
function ends(path: string): number[] {
  const numbers = path.match(/-?\d+(\.\d+)?/g)!.map(Number);
  return [numbers[0]!, numbers.at(-1)!];
}

describe('one lane', () => {
  const graph = draw(SITUATIONS.denied);

  it('sets the gates in the order of the walk, without the default deny', () => {
    expect(gates(graph).map((node) => node.step)).toEqual([
      'explicitDeny',
      'scp',
      'rcp',
      'endpoint',
      'resource',
      'boundary',
      'session',
      'identity',
    ]);
    const xs = graph.nodes.filter((node) => node.kind !== 'dot').map((node) => node.x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
  });

  it('gives gates that are not in play three quarters of the room', () => {
    const wide = gate(graph, 'boundary').box.width + 6;
    expect((gate(graph, 'rcp').box.width + 6) / wide).toBeCloseTo(0.75);
  });

  it('shuts the gate without an Allow and halts the request before it', () => {
    expect(
      gates(graph)
        .filter((node) => node.halts)
        .map((node) => node.step),
    ).toEqual(['boundary']);
    expect(gate(graph, 'boundary').bars.map((bar) => bar.state)).toEqual(['shut']);
    const [dot] = dots(graph);
    expect(dot?.before).toBe('boundary');
    expect(dot!.x).toBeLessThan(gate(graph, 'boundary').x);
    expect(dot!.x).toBeGreaterThan(gate(graph, 'resource').x);
  });

  it('draws the way as walked up to there and as not reached behind it', () => {
    expect(kinds(graph)).toEqual([...Array<string>(6).fill('went'), 'rest', 'rest', 'rest']);
    expect(
      gates(graph)
        .filter((node) => node.after)
        .map((node) => node.step),
    ).toEqual(['session', 'identity']);
  });

  it('stands the levels of the SCPs side by side under one name', () => {
    const { bars, x } = gate(graph, 'scp');
    expect(bars.map((bar) => bar.x - x)).toEqual([-14, 0, 14]);
    expect(bars.map((bar) => bar.tone)).toEqual(['pass', 'pass', 'pass']);
  });

  it('ends in the verdict', () => {
    expect(graph.nodes.at(-1)).toMatchObject({ kind: 'verdict', tone: 'implicit', word: 'Denied' });
  });

  it('joins every edge to nodes that exist', () => {
    const ids = new Set(graph.nodes.map((node) => node.id));
    for (const edge of graph.edges)
      expect([ids.has(edge.source), ids.has(edge.target)]).toEqual([true, true]);
  });

  it('parts a long action behind its service', () => {
    const long = draw(SITUATIONS.denied, { action: 'secretsmanager:GetSecretValue' });
    expect(long.nodes[0]).toMatchObject({ action: ['secretsmanager:', 'GetSecretValue'], caller: 'alice' });
  });
});

describe('widths', () => {
  it.each([1440, 1024, 830])('keeps all gates inside a band %i wide, none over another', (width) => {
    for (const evaluation of Object.values(SITUATIONS)) {
      const graph = draw(evaluation, { width });
      for (const node of graph.nodes) {
        expect(node.box.x).toBeGreaterThanOrEqual(0);
        expect(node.box.x + node.box.width).toBeLessThanOrEqual(width);
      }
      for (const lane of new Set(gates(graph).map((node) => node.y))) {
        const boxes = gates(graph)
          .filter((node) => node.y === lane)
          .map((node) => node.box);
        boxes.slice(1).forEach((box, at) => {
          expect(box.x).toBeGreaterThanOrEqual(boxes[at]!.x + boxes[at]!.width);
        });
      }
    }
  });

  it('drops the words of the request where room is short', () => {
    expect(draw(SITUATIONS.denied, { width: 1024 }).nodes[0]).toMatchObject({
      action: [],
      caller: undefined,
    });
  });

  it('shortens names before they are cut', () => {
    expect(gate(draw(SITUATIONS.denied, { width: 830 }), 'session').name).toBe('Session');
  });
});

describe('an explicit deny', () => {
  const graph = draw(SITUATIONS.explicit);

  it('halts at the first gate, and nothing behind it is reached', () => {
    expect(dots(graph).map((dot) => dot.before)).toEqual(['explicitDeny']);
    expect(kinds(graph)).toEqual(['went', ...Array<string>(8).fill('rest')]);
  });

  it('leads back to the level that it came from', () => {
    const elbow = graph.edges.filter((edge) => edge.kind === 'from');
    expect(elbow.map((edge) => [edge.source, edge.target])).toEqual([['gate/scp', 'gate/explicitDeny']]);
    const bar = gate(graph, 'scp').bars[1]!;
    expect(bar).toMatchObject({ state: 'shut', tone: 'explicit' });
    expect(ends(elbow[0]!.path)[0]).toBeCloseTo(bar.x, 0);
  });

  it('makes room for the elbow', () => {
    expect([graph.height, draw(SITUATIONS.denied).height]).toEqual([142, 134]);
  });

  it('leads back to every layer that denies', () => {
    const evaluation = evaluationWith({
      decision: 'ExplicitlyDenied',
      explicitDeny: 'denies',
      boundary: 'denies',
      identity: 'denies',
      decidedBy: [
        { layer: 'boundary', policy: 'B', statement: 0 },
        { layer: 'identity', policy: 'I', statement: 0 },
        { layer: 'identity', policy: 'I', statement: 1 },
      ],
    });
    const sources = draw(evaluation)
      .edges.filter((edge) => edge.kind === 'from')
      .map((edge) => edge.source);
    expect(sources).toEqual(['gate/boundary', 'gate/identity']);
  });

  it.each(['scp', 'resource'] as const)('keeps the elbow inside the picture with two lanes: %s', (layer) => {
    for (const tight of [false, true]) {
      const evaluation = evaluationWith({
        decision: 'ExplicitlyDenied',
        cross: true,
        explicitDeny: 'denies',
        [layer]: layer === 'scp' ? ['denies'] : 'denies',
        decidedBy: [{ layer, policy: 'P', statement: 0 }],
      });
      const drawn = draw(evaluation, { tight });
      const elbow = drawn.edges.find((edge) => edge.kind === 'from')!;
      expect(elbow.source).toBe(`gate/${layer}`);
      const heights = [...elbow.path.matchAll(/(?:M\S+ |V)(-?[\d.]+)/g)].map((match) => Number(match[1]));
      for (const y of heights) expect(y).toBeGreaterThan(0);
      expect(kinds(drawn).filter((kind) => kind !== 'rest')).toEqual(['went']);
    }
  });
});

describe('two accounts', () => {
  const graph = draw(SITUATIONS.cross);

  it('forks behind the deny check and meets again', () => {
    const order = ['gate/explicitDeny', 'fork', 'lane/caller', 'gate/identity', 'join', 'verdict'];
    const xs = order.map((id) => graph.nodes.find((node) => node.id === id)!.x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    const out = graph.edges.filter((edge) => edge.source === 'fork').map((edge) => edge.target);
    expect(out).toEqual(['lane/caller', 'lane/resource']);
    const back = graph.edges.filter((edge) => edge.target === 'join').map((edge) => edge.source);
    expect(back).toEqual(['gate/identity', 'gate/resource']);
  });

  it('names each lane by its account', () => {
    const lanes = graph.nodes.filter((node) => node.kind === 'lane');
    expect(lanes.map((lane) => [lane.title, lane.account])).toEqual([
      ['Caller’s account', '111122223333'],
      ['Resource’s account', '444455556666'],
    ]);
  });

  it('sets the caller’s gates above and the resource’s below', () => {
    const above = gates(graph).filter((node) => node.y < gate(graph, 'explicitDeny').y);
    expect(above.map((node) => node.step)).toEqual(['scp', 'endpoint', 'boundary', 'session', 'identity']);
    const below = gates(graph).filter((node) => node.y > gate(graph, 'explicitDeny').y);
    expect(below.map((node) => node.step)).toEqual(['rcp', 'resource']);
  });

  it('is green all the way when both allow', () => {
    expect(new Set(kinds(graph))).toEqual(new Set(['allowed']));
    expect(dots(graph)).toEqual([]);
  });

  it('stops one lane, and what lies behind the join, when one side has no Allow', () => {
    const evaluation = evaluationWith({
      decision: 'ImplicitlyDenied',
      cross: true,
      identity: 'allows',
      resource: 'noAllow',
    });
    const denied = draw(evaluation);
    expect(dots(denied).map((dot) => dot.before)).toEqual(['resource']);
    const to = (target: string) => denied.edges.filter((edge) => edge.target === target).map((e) => e.kind);
    expect(to('join')).toEqual(['went', 'rest']);
    expect(to('verdict')).toEqual(['rest']);
  });

  it('is lower on low screens, without the third line', () => {
    const tight = draw(SITUATIONS.cross, { tight: true });
    expect([graph.height, tight.height]).toEqual([240, 202]);
    expect([gate(tight, 'scp').detail, gate(tight, 'explicitDeny').detail]).toEqual([
      '',
      'detail of explicitDeny',
    ]);
  });
});

describe('what is not known', () => {
  it('goes on in dashes behind the first veiled gate', () => {
    const graph = draw(SITUATIONS.unknown);
    expect(gate(graph, 'scp').bars.map((bar) => bar.state)).toEqual(['veiled']);
    expect(kinds(graph)).toEqual(['went', ...Array<string>(8).fill('maybe')]);
    expect(dots(graph)).toEqual([]);
  });

  it('veils a layer that cannot be read, and only what is behind it', () => {
    const graph = draw(SITUATIONS.unreadable);
    expect(gate(graph, 'identity').bars.map((bar) => bar.state)).toEqual(['veiled']);
    expect(kinds(graph).slice(-2)).toEqual(['went', 'maybe']);
  });

  it('leaves the way green when the verdict does not hang on it', () => {
    const graph = draw(evaluationWith({ decision: 'Allowed', boundary: 'unknown', identity: 'allows' }));
    expect(new Set(kinds(graph))).toEqual(new Set(['allowed']));
  });

  it('draws nothing as walked before anything was asked', () => {
    const graph = draw(SITUATIONS.empty);
    expect(new Set(kinds(graph))).toEqual(new Set(['rest']));
    expect(gates(graph).every((node) => node.tone === 'none' && !node.after)).toBe(true);
    expect(graph.nodes.at(-1)).toMatchObject({ tone: 'none', word: 'No verdict yet' });
  });
});

describe('callers who skip gates', () => {
  it('leads root through the gates that remain', () => {
    const graph = draw(SITUATIONS.root);
    expect(gate(graph, 'scp').bars.map((bar) => bar.state)).toEqual(['open']);
    expect(gate(graph, 'boundary').bars.map((bar) => bar.state)).toEqual(['absent']);
    expect(new Set(kinds(graph))).toEqual(new Set(['allowed']));
  });

  it('leads a service principal to the resource’s policy alone', () => {
    const graph = draw(SITUATIONS.service);
    const inPlay = gates(graph).filter((node) => node.bars.some((bar) => bar.state !== 'absent'));
    expect(inPlay.map((node) => node.step)).toEqual(['explicitDeny', 'resource']);
  });

  it('halts before the verdict where every gate was skipped and nothing allowed', () => {
    const graph = draw(evaluationWith({ decision: 'ImplicitlyDenied' }));
    expect(dots(graph).map((dot) => dot.before)).toEqual(['end']);
    expect(kinds(graph)).toEqual(Array<string>(9).fill('went'));
  });
});

describe('levels', () => {
  it('keeps the dot between the level passed and the level that stops', () => {
    const graph = draw(
      evaluationWith({ decision: 'ImplicitlyDenied', scp: ['passes', 'noAllow', 'passes'] }),
    );
    const [passed, shut] = gate(graph, 'scp').bars;
    expect(dots(graph)[0]!.x - 5.5).toBeGreaterThan(passed!.x + 5.5);
    expect(dots(graph)[0]!.x).toBeLessThan(shut!.x - 11);
  });

  it('counts more than five levels instead of drawing them', () => {
    const seven = draw(evaluationWith({ decision: 'Allowed', scp: Array<'passes'>(7).fill('passes') }));
    expect(gate(seven, 'scp')).toMatchObject({ count: 7, bars: [{ state: 'open', tone: 'pass' }] });
    const five = draw(evaluationWith({ decision: 'Allowed', scp: Array<'passes'>(5).fill('passes') }));
    expect(gate(five, 'scp').bars).toHaveLength(5);
    expect(gate(five, 'scp').count).toBeUndefined();
  });
});
