import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../src/examples';
import type { Scenario } from '../../../src/case/scenario';
import { evaluate } from '../../../src/engine/evaluate';
import type { StepId } from '../../../src/engine/evaluation';
import { drawFlow } from '../../../src/explain/drawing/flow';
import type { FlowDrawing, FlowView } from '../../../src/explain/drawing/flow';
import { flowSpec } from '../../../src/explain/drawing/flow-spec';
import { gateState } from '../../../src/explain/path';
import { stepWords } from '../../../src/explain/steps';
import { anyScenario } from '../../engine/any';
import { drawingFaults, textsOf } from '../../support/drawing';
import { BROKEN, CROSS, DENIED, EMPTY, EXPLICIT, UNKNOWN } from '../states';
import { policy, scenario } from '../support';

const VIEW: FlowView = { width: 1440, low: false };
const WIDTHS = [1440, 1280, 1024, 830];

function draw(asked: Scenario, view: Partial<FlowView> = {}): FlowDrawing {
  return drawFlow(flowSpec(asked, evaluate(asked)), { ...VIEW, ...view });
}

function gate(drawing: FlowDrawing, step: StepId) {
  return drawing.gates.find(({ spec }) => spec.step === step)!;
}

/** The ink of the level stretches of the way, from the left. */
function ways(drawing: FlowDrawing): readonly string[] {
  const lines = drawing.marks.flatMap((mark) =>
    mark.kind === 'line' && /^M[\d.]+ [\d.]+H[\d.]+$/.test(mark.d) ? [mark] : [],
  );
  return lines.map((line) => line.ink);
}

const ALLOWS_ALL = { Effect: 'Allow', Action: '*', Resource: '*' };
const LEVELS = [
  'Root',
  'OU Workloads',
  'OU Production',
  'OU Payments',
  'OU Europe',
  'OU Batch',
  'Account 111122223333',
];

/** SCPs on seven levels, of which the fourth allows nothing. */
const SEVEN = scenario(
  {},
  {
    scp: LEVELS.map((target, at) => ({
      target,
      policies: at === 3 ? [] : [{ name: 'FullAWSAccess', document: policy(ALLOWS_ALL) }],
    })),
    identity: [{ name: 'All', document: policy(ALLOWS_ALL) }],
  },
);

describe('a page that becomes narrow while it is drawn', () => {
  it.each([DENIED, CROSS, UNKNOWN, EMPTY])('leaves every gate some room', (asked) => {
    for (const width of [0, 200, 390, 600])
      expect(draw(asked, { width }).zones.filter((zone) => !(zone.width > 0))).toEqual([]);
  });
});

describe('one lane', () => {
  const drawing = draw(DENIED);

  it('sets the gates in the order of the steps, each with the number that the guide gives it', () => {
    expect(drawing.gates.map(({ spec }) => [spec.number, spec.step])).toEqual([
      [1, 'explicitDeny'],
      [2, 'scp'],
      [undefined, 'rcp'],
      [undefined, 'endpoint'],
      [3, 'resource'],
      [4, 'boundary'],
      [5, 'session'],
      [6, 'identity'],
      [7, 'defaultDeny'],
    ]);
    const xs = drawing.gates.map(({ x }) => x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
  });

  it('shuts the gate without an Allow and halts the request before it', () => {
    expect(drawing.gates.filter(({ spec }) => spec.halts).map(({ spec }) => spec.step)).toEqual(['boundary']);
    expect(drawing.dots.map((dot) => dot.id)).toEqual(['boundary']);
    expect(drawing.dots[0]!.x).toBeLessThan(gate(drawing, 'boundary').bars[0]!);
    expect(drawing.dots[0]!.x).toBeGreaterThan(gate(drawing, 'resource').x);
  });

  it('is ink up to there, and dots behind it', () => {
    expect(ways(drawing)).toEqual([...Array<string>(6).fill('ink'), ...Array<string>(4).fill('edge')]);
    expect(gate(drawing, 'identity').spec).toMatchObject({
      look: 'after',
      bars: [{ state: 'open', grey: true }],
    });
  });

  it('names the resource’s gate for what it is', () => {
    const named = (action: string) =>
      gate(draw(scenario({ action, resource: '*' })), 'resource').spec.names[0];
    expect(
      [
        's3:GetObject',
        'kms:Decrypt',
        'sqs:SendMessage',
        'sns:Publish',
        'lambda:InvokeFunction',
        'sts:AssumeRole',
        'secretsmanager:GetSecretValue',
        'ec2:RunInstances',
      ].map(named),
    ).toEqual([
      'Bucket policy',
      'Key policy',
      'Queue policy',
      'Topic policy',
      'Function policy',
      'Trust policy',
      'Secret’s policy',
      'Resource policy',
    ]);
  });

  it('stands seven levels as posts, and names the one that stops', () => {
    const seven = draw(SEVEN);
    const { spec, bars } = gate(seven, 'scp');
    expect(spec.bars.map((bar) => bar.state)).toEqual([
      'open',
      'open',
      'open',
      'shut',
      'open',
      'open',
      'open',
    ]);
    expect(spec.bars.map((bar) => bar.grey === true)).toEqual([false, false, false, false, true, true, true]);
    expect(spec.flag).toEqual({ text: 'OU Payments', ink: 'implicit' });
    expect(textsOf(seven)).toContain('level 4 of 7');
    // Room for the dot before the level that stops.
    expect(bars[3]! - bars[2]!).toBe(44);
    expect(seven.dots[0]!.x).toBeGreaterThan(bars[2]! + 10);
  });

  it('goes on through identity-based policies without an Allow, and stops at the default deny', () => {
    const none = draw(scenario({}, { identity: [] }));
    expect(gate(none, 'identity').spec).toMatchObject({
      halts: false,
      bars: [{ state: 'open', tone: 'implicit' }],
    });
    expect(none.dots.map((dot) => dot.id)).toEqual(['defaultDeny']);
  });

  it('parts a long action on several lines', () => {
    const texts = textsOf(
      draw({ ...DENIED, request: { ...DENIED.request, action: 'secretsmanager:GetSecretValue' } }),
    );
    expect(texts).toEqual(expect.arrayContaining(['secretsmanager:', 'GetSecretValue']));
  });
});

describe('an explicit deny', () => {
  it('halts at the first gate, and leads back to the level that it came from', () => {
    const drawing = draw(EXPLICIT);
    expect(drawing.dots.map((dot) => dot.id)).toEqual(['explicitDeny']);
    const from = gate(drawing, 'scp').bars[1]!;
    const elbow = drawing.marks.find(
      (mark) => mark.kind === 'line' && mark.ink === 'deny' && mark.width === 1.5,
    );
    expect(elbow).toMatchObject({
      d: expect.stringMatching(new RegExp(`^M${Math.round(from * 10) / 10} `)) as string,
    });
  });
});

describe('two accounts', () => {
  const drawing = draw(CROSS);

  it('sets the caller’s gates above and the resource’s below, the middle halfway', () => {
    const heights = new Map(drawing.gates.map(({ spec, y }) => [spec.step, y]));
    const [upper, lower] = [heights.get('identity')!, heights.get('resource')!];
    expect(lower - upper).toBe(124);
    expect(heights.get('explicitDeny')).toBe((upper + lower) / 2);
    expect(heights.get('defaultDeny')).toBe((upper + lower) / 2);
  });

  it('is green all the way when both allow, with both accounts named', () => {
    expect(new Set(ways(drawing))).toEqual(new Set(['allow']));
    expect(textsOf(drawing)).toEqual(expect.arrayContaining(['Caller’s account', '444455556666', 'both']));
  });

  it('keeps the third line of the upper lane clear of the lower lane’s pads', () => {
    const details = Math.max(
      ...drawing.gates.filter(({ spec }) => spec.lane === 'caller').map(({ y }) => y + 78 + 3),
    );
    const pads = drawing.zones.filter(({ id }) => id === 'resource' || id === 'rcp').map(({ y }) => y);
    expect(Math.min(...pads)).toBeGreaterThan(details);
  });

  it('is lower on low screens, without the third line', () => {
    expect(draw(CROSS, { low: true }).height).toBeLessThan(drawing.height - 30);
  });
});

describe('what is not known', () => {
  it('stays ink up to the first unknown that matters', () => {
    const mfa = {
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    };
    const idle = { ...mfa, Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } };
    const asked = scenario(
      { context: { 'aws:MultiFactorAuthPresent': null, 'aws:SourceVpce': null } },
      {
        boundary: { name: 'Cap', document: policy(ALLOWS_ALL, idle) },
        identity: [{ name: 'Mfa', document: policy(mfa) }],
      },
    );
    const drawing = draw(asked);
    const inks = ways(drawing);
    expect(inks.slice(0, 8)).toEqual(Array<string>(8).fill('ink'));
    expect(inks.slice(8)).toEqual(['unknown']);
    expect(gate(drawing, 'boundary').spec).toMatchObject({ details: ['1 unknown, no effect', '1 unknown'] });
  });

  it('ends in both ways out, never in one', () => {
    const { exits } = flowSpec(UNKNOWN, evaluate(UNKNOWN));
    expect(exits).toMatchObject({
      allowed: { title: 'Allowed if both' },
      denied: { title: 'Denied if either' },
    });
    expect(exits!.allowed.lines.map(({ subject }) => subject)).toEqual(['SCPs', 'aws:SourceVpce']);
    expect(textsOf(draw(UNKNOWN))).toEqual(expect.arrayContaining(['Allowed if both', 'Denied if either']));
  });

  it('draws nothing as walked before anything was asked', () => {
    expect(new Set(ways(draw(EMPTY)))).toEqual(new Set(['edge']));
    expect(textsOf(draw(EMPTY))).toContain('No verdict yet');
  });
});

describe('the picture in words', () => {
  it('tells the gates in play in order, where it stops and at which level, and the verdict', () => {
    const { label } = draw(SEVEN);
    expect(label).toContain('gate 2, SCPs: No Allow, level 4 of 7, OU Payments, stops here');
    expect(label).toMatch(
      /None attached or not applying: RCPs, Endpoint, Bucket policy, Boundary, Session policy\. Denied\.$/,
    );
  });

  it('tells both ways out', () => {
    expect(draw(UNKNOWN).label).toMatch(/Two ways out\. Allowed if both: .*Denied if either: /);
  });
});

/** Everything that must hold of any picture. */
function faults(asked: Scenario, view: FlowView): readonly string[] {
  const evaluation = evaluate(asked);
  const spec = flowSpec(asked, evaluation);
  const drawing = drawFlow(spec, view);
  const told = spec.gates.flatMap((one) => {
    const step = evaluation.steps.find(({ id }) => id === one.step)!;
    const wrong: string[] = [];
    if (one.tone !== stepWords(step, evaluation, asked).tone) wrong.push(`${one.id} has another outcome`);
    const state = gateState(step.outcome);
    const wall = !(one.step === 'identity' && step.outcome.kind === 'noAllow') && one.step !== 'defaultDeny';
    const shown = one.bars.map((bar) => bar.state);
    if (wall && !shown.includes(state) && shown[0] !== 'absent')
      wrong.push(`${one.id} is drawn ${shown.join()}`);
    if (one.halts && evaluation.decision === 'Allowed') wrong.push(`${one.id} halts an allowed request`);
    return wrong;
  });
  const denied = evaluation.decision.endsWith('Denied');
  const stops = drawing.dots.length;
  if (denied && stops === 0) return [...told, 'a denied request stops nowhere'];
  if (evaluation.decision === 'Allowed' && stops > 0) return [...told, 'an allowed request stops'];
  return [...told, ...drawingFaults(drawing)];
}

describe('any picture', () => {
  it.each(WIDTHS)('of every example, %i wide, tells the trace, and no two labels meet', (width) => {
    for (const low of [false, true]) {
      for (const { id, scenario: asked } of EXAMPLES)
        expect([id, faults(asked, { width, low })]).toEqual([id, []]);
    }
  });

  it('of states made by hand', () => {
    for (const asked of [DENIED, EXPLICIT, CROSS, UNKNOWN, BROKEN, EMPTY, SEVEN]) {
      for (const width of WIDTHS) expect(faults(asked, { width, low: false })).toEqual([]);
    }
  });

  it('of scenarios at random', () => {
    const runs = Number(process.env.RUNS ?? 60);
    fc.assert(
      fc.property(anyScenario(true), fc.constantFrom(...WIDTHS), fc.boolean(), (asked, width, low) => {
        expect(faults(asked, { width, low })).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
