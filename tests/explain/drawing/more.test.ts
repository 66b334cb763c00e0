import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../src/examples';
import { chainOf } from '../../../src/call/chain';
import { evaluateCall } from '../../../src/call/verdict';
import type { CaseBody, Policies, Scenario } from '../../../src/case/scenario';
import { evaluate } from '../../../src/engine/evaluate';
import { secondRefusal } from '../../../src/engine/lifted';
import { readings } from '../../../src/engine/reading';
import { withBefore } from '../../../src/explain/drawing/before';
import { drawChain } from '../../../src/explain/drawing/chain';
import { chainList } from '../../../src/explain/drawing/chain-list';
import { drawFlow } from '../../../src/explain/drawing/flow';
import { flowSpec } from '../../../src/explain/drawing/flow-spec';
import { lanesOfCall } from '../../../src/explain/drawing/call-lanes';
import { drawLinked } from '../../../src/explain/drawing/linked';
import { linkedUpright } from '../../../src/explain/drawing/linked-upright';
import { knownSoFar, scrubTrack, specAfter, statementsRead } from '../../../src/explain/drawing/scrub';
import { secondClause, withSecond } from '../../../src/explain/drawing/second';
import { textBox } from '../../../src/drawing/draw';
import { anyScenario } from '../../engine/any';
import { drawingFaults, textsOf } from '../../support/drawing';
import { CROSS, DENIED } from '../states';
import { policy, scenario } from '../support';

const ALL = { Effect: 'Allow', Action: '*', Resource: '*' };
const NONE = { Effect: 'Allow', Action: 'logs:*', Resource: '*' };
const WIDTHS = [1440, 1024, 830];

function one(name: string, ...statements: readonly object[]) {
  return { name, document: policy(...statements) };
}

function specOf(asked: Scenario) {
  return flowSpec(asked, evaluate(asked));
}

describe('behind a stop', () => {
  const deny = { Sid: 'NoS3', Effect: 'Deny', Action: 's3:*', Resource: '*' };
  const asked = scenario(
    {},
    {
      scp: [{ target: 'Root', policies: [one('S', ALL, deny)] }],
      boundary: one('B', NONE),
      identity: [one('I', ALL)],
    },
  );
  const second = secondRefusal(asked)!;
  const spec = withSecond(specOf(asked), second);

  it('a hollow bar and a hollow dot stand at the gate that would refuse next, and no second filled one', () => {
    const boundary = spec.gates.find(({ step }) => step === 'boundary')!;
    expect(boundary).toMatchObject({
      halts: true,
      bars: [{ state: 'would' }],
      details: ['would stop it next', 'next stop'],
    });
    const { dots } = drawFlow(spec, { width: 1440, low: false });
    expect(dots.map(({ id, hollow = false }) => [id, hollow])).toEqual([
      ['explicitDeny', false],
      ['boundary', true],
    ]);
  });

  it('it says so over the way, and in one clause with the line', () => {
    const texts = textsOf(drawFlow(spec, { width: 1440, low: false }));
    expect(texts).toContain('even without this Deny it would not get through');
    expect(secondClause(asked, evaluate(asked), second)).toMatchObject({
      lead: 'Even without this Deny',
      rest: 'the permissions boundary would stop it',
      link: 'B, line 6',
    });
  });

  it('keeps its words clear of the line that leads back from the Deny', () => {
    const bucket = scenario(
      {
        principal: 'arn:aws:iam::111122223333:user/erin',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::b/k',
      },
      {
        identity: [one('I', ALL)],
        boundary: one('B', NONE),
        resource: one('R', { ...deny, Principal: '*' }),
      },
    );
    for (const width of WIDTHS) {
      const drawing = drawFlow(withSecond(specOf(bucket), secondRefusal(bucket)), { width, low: false });
      const leg = drawing.gates.find(({ spec }) => spec.step === 'resource')!.bars[0]!;
      const words = drawing.marks.flatMap((mark) =>
        mark.kind === 'text' && mark.runs.some(({ text }) => text.startsWith('even without'))
          ? [textBox(mark)]
          : [],
      );
      expect(words.length, `${width}`).toBeLessThanOrEqual(1);
      if (width === 1440) expect(words).toHaveLength(1);
      for (const { x, width: wide } of words) expect(x > leg || x + wide < leg, `${width}`).toBe(true);
    }
  });
});

describe('statement by statement', () => {
  const evaluation = evaluate(DENIED);
  const told = readings(DENIED);
  const read = statementsRead(evaluation, told);
  const whole = specOf(DENIED);

  it('reads nothing behind the stop', () => {
    expect(read.map(({ gate }) => gate)).not.toContain('identity');
    expect(read.at(-1)?.gate).toBe('boundary');
  });

  it('keeps the answer to itself until the end', () => {
    const early = specAfter(whole, read, 1);
    expect(early.verdict).toEqual({ tone: 'empty', word: 'Still open' });
    expect(early.gates.every(({ halts }) => !halts)).toBe(true);
    expect(specAfter(whole, read, read.length)).toBe(whole);
  });

  it('gathers what is known, one fact a gate, the newest last', () => {
    const known = knownSoFar(evaluation, whole, read, read.length - 1);
    expect(known[0]).toEqual({ tone: 'pass', text: 'No Deny matches in 3 read' });
    expect(known.at(-1)?.text).toMatch(/^Boundary: 1 of 2 Allows read, none matches$/);
  });

  it('says that a gate is read while some of its statements are, and what it says once all are', () => {
    const words = (count: number, step: string): string | undefined =>
      specAfter(whole, read, count).gates.find((gate) => gate.step === step)?.words[0];
    const last = read.length - 1;
    expect(read[last]?.gate).toBe('boundary');
    expect(words(last, 'boundary')).toBe('reading');
    expect(words(last, 'scp')).toBe('Allows');
    expect(words(last, 'identity')).toBe('');
    const denies = read.filter(({ gate }) => gate === 'explicitDeny').length;
    expect(words(denies - 1, 'explicitDeny')).toBe('reading');
    expect(words(denies, 'explicitDeny')).toBe('No Deny matches');
    expect(words(denies, 'scp')).toBe('');
    expect(
      drawFlow(specAfter(whole, read, last), { width: 1440, low: false }).dots.map(({ id }) => id),
    ).toEqual(['boundary']);
  });

  it('of two lanes shows no gate before its own statements were read', () => {
    const evaluated = evaluate(CROSS);
    const order = statementsRead(evaluated, readings(CROSS));
    const spec = specOf(CROSS);
    for (let count = 1; count < order.length; count += 1) {
      const unread = new Set(order.slice(count).map(({ gate }) => gate));
      const told = specAfter(spec, order, count).gates.filter((gate) => unread.has(gate.step));
      expect(told.map(({ words }) => words[0]).filter((word) => word !== '' && word !== 'reading')).toEqual(
        [],
      );
    }
  });

  it('has a tick for each statement under its gate', () => {
    const drawing = drawFlow(whole, { width: 1440, low: false });
    const track = scrubTrack(told.statements, read, read.length, drawing.gates, 1440);
    expect(track.zones.map(({ id }) => Number(id))).toEqual(read.map((_, at) => at + 1));
    expect(drawingFaults(track)).toEqual([]);
  });
});

describe('before and after', () => {
  const before = {
    ...CROSS,
    policies: { ...CROSS.policies, resource: one('Bucket', { ...NONE, Principal: '*' }) },
  } as Scenario;
  const was = evaluate(before);
  const spec = withBefore(specOf(CROSS), flowSpec(before, was), was);

  it('marks the changed gate, and where the old way stopped', () => {
    expect(spec.gates.filter(({ flag }) => flag?.text === 'changed').map(({ step }) => step)).toEqual([
      'resource',
    ]);
    expect(spec).toMatchObject({
      ghost: { stop: 'resource', lane: 'resource' },
      verdict: { detail: 'was Denied' },
    });
    expect(textsOf(drawFlow(spec, { width: 1440, low: false }))).toEqual(
      expect.arrayContaining(['changed', 'before', 'was No Allow', 'was Denied']),
    );
  });

  it('is the picture of now where nothing changed', () => {
    const now = specOf(DENIED);
    expect(withBefore(now, specOf(DENIED), evaluate(DENIED))).toBe(now);
  });
});

describe('the requests of one call', () => {
  const calls = EXAMPLES.filter(({ scenario: asked }) => asked.linked !== undefined);

  it('stand as lanes, the failing first', () => {
    expect(calls.length).toBeGreaterThan(0);
    for (const { scenario: asked } of calls) {
      const call = evaluateCall(asked);
      const lanes = lanesOfCall(call);
      expect(lanes.slice(0, call.failing.length).map(({ at }) => at)).toEqual(call.failing);
      const parts = lanes.reduce((sum, lane) => sum + 1 + lane.alike.length, 0);
      expect(parts).toBe(call.parts.length);
    }
  });

  it.each(WIDTHS)('have labels that do not meet, %i wide', (width) => {
    for (const { id, scenario: asked } of calls) {
      expect([id, drawingFaults(drawLinked(evaluateCall(asked), width))]).toEqual([id, []]);
    }
  });
});

describe('the requests of one call down the phone', () => {
  const calls = EXAMPLES.filter(({ scenario: asked }) => asked.linked !== undefined);
  const grant = (...actions: readonly string[]): Policies => ({
    identity: [one('I', { Effect: 'Allow', Action: actions, Resource: '*' })],
  });
  const instance = 'arn:aws:ec2:eu-west-1:111122223333:instance/*';
  const launch = (policies: Policies, ...linked: readonly (readonly [action: string, resource: string])[]) =>
    evaluateCall({
      ...scenario({ action: 'ec2:RunInstances', resource: instance }, policies),
      linked: linked.map(([action, resource], at) => ({ name: `part ${at}`, request: { action, resource } })),
    });
  const part = (kind: string): readonly [string, string] => [
    'ec2:RunInstances',
    `arn:aws:ec2:eu-west-1:111122223333:${kind}/*`,
  ];
  const pass = ['iam:PassRole', 'arn:aws:iam::111122223333:role/BatchWorker'] as const;

  it.each([320, 366, 390])('have rails and names that do not meet, %i wide', (width) => {
    for (const { id, scenario: asked } of calls)
      expect([id, drawingFaults(linkedUpright(evaluateCall(asked), width).drawing)]).toEqual([id, []]);
  });

  it('stand failing first, each with its own stop and outcome', () => {
    const call = launch(grant('ec2:*'), part('subnet'), pass);
    const { drawing, rest } = linkedUpright(call, 366);
    expect(
      textsOf(drawing).filter((words) => /^(iam:|PassRole|ec2:|RunInstances|and \d)/.test(words)),
    ).toEqual(['iam:', 'PassRole', 'and 1']);
    expect(drawing.dots.map(({ id }) => id)).toEqual(['lane/2']);
    const ends = drawing.marks
      .filter((mark) => mark.kind === 'glyph')
      .filter(({ size, y }) => size === 22 && y > drawing.height - 40);
    expect(ends.map((mark) => mark.glyph)).toEqual(['implicit', 'allow']);
    expect(rest).toBe('1 more check of this call passes: subnet');
  });

  it('say how many without a rail do not pass', () => {
    const parts = ['subnet', 'volume', 'network-interface', 'image'].map(part);
    const { rest } = linkedUpright(launch(grant('s3:*'), ...parts), 366);
    expect(rest).toBe('2 more checks of this call, of which 2 do not pass: network-interface, image');
    expect(linkedUpright(launch(grant('ec2:*', 'iam:*'), pass), 366).rest).toBeUndefined();
  });
});

describe('a chain of roles', () => {
  const role = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
  const trust = (principal: string, condition: object = {}) =>
    one('Trust', { Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:*', ...condition });
  const step = (principal: string, resource: string, policies: Policies, context = {}): CaseBody => ({
    request: { principal, action: 'sts:AssumeRole', resource, context },
    policies,
  });
  const dana = 'arn:aws:iam::111122223333:user/dana';
  const tooling = 'arn:aws:sts::222233334444:assumed-role/Tooling/dana';
  const publish = 'arn:aws:sts::444455556666:assumed-role/Publish/dana';
  const identity = [one('I', ALL)];
  const chained = (condition: object): Scenario => ({
    ...scenario(
      {
        principal: publish,
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::site/a',
        resourceAccount: '444455556666',
      },
      { identity },
    ),
    chain: [
      step(
        dana,
        role('222233334444', 'Tooling'),
        { identity, resource: trust(dana) },
        { 'sts:SourceIdentity': 'dana', 'aws:RequestTag/team': 'web', 'sts:TransitiveTagKeys': ['team'] },
      ),
      step(tooling, role('444455556666', 'Publish'), {
        identity,
        resource: trust(role('222233334444', 'Tooling'), condition),
      }),
    ],
  });

  it('goes through when every step is allowed, tags and source identity along', () => {
    const chain = chainOf(chained({}))!;
    expect(chain.hops.map(({ evaluation }) => evaluation.decision)).toEqual([
      'Allowed',
      'Allowed',
      'Allowed',
    ]);
    expect(chain.stop).toBeUndefined();
    expect([...chain.hops[1]!.carried].sort()).toEqual(['aws:PrincipalTag/team', 'aws:SourceIdentity']);
    expect(chain.hops.map(({ oneHour }) => oneHour)).toEqual([false, true, false]);
  });

  it('stops at the step that is refused, and what follows only would be', () => {
    const chain = chainOf(chained({ Condition: { StringEquals: { 'sts:ExternalId': 'pub-7f3' } } }))!;
    expect(chain.stop).toBe(1);
    const drawing = drawChain(chain, 1440);
    expect(drawing.dots.map(({ id }) => id)).toEqual(['hop/1']);
    expect(textsOf(drawing)).toEqual(
      expect.arrayContaining([
        'dana',
        'Tooling',
        'Publish',
        '6 Identity',
        '3 Trust policy',
        'of Publish',
        'Denied',
      ]),
    );
    for (const width of WIDTHS) expect(drawingFaults(drawChain(chain, width))).toEqual([]);
  });

  it('stands down the phone with the same stations and gates, and stops at the same one', () => {
    const chain = chainOf(chained({ Condition: { StringEquals: { 'sts:ExternalId': 'pub-7f3' } } }))!;
    for (const width of [390, 340]) {
      const rows = chainList(chain, width);
      expect(rows.map(({ id }) => id)).toEqual([...drawChain(chain, 1440).zones.map(({ id }) => id), 'end']);
      expect(rows.flatMap(({ drawing }) => drawingFaults(drawing))).toEqual([]);
      const stops = rows.filter(({ drawing }) => textsOf(drawing).some((one) => /stops here/.test(one)));
      expect(stops.map(({ id }) => id)).toEqual(['1/resource']);
    }
    const late = chainList(chain, 390).filter(({ id }) => id.startsWith('2/'));
    expect(late.flatMap(({ drawing }) => textsOf(drawing))).toEqual(
      expect.arrayContaining(['Publish', 'Would allow', 's3:PutObject · would be asked']),
    );
  });

  it('is broken where a caller is no session of the role before it', () => {
    const asked = chained({});
    const chain = chainOf({ ...asked, request: { ...asked.request, principal: tooling } })!;
    expect([chain.stop, chain.hops[2]!.broken]).toEqual([2, true]);
  });

  it('is nothing for a case without steps', () => {
    expect(chainOf(DENIED)).toBeUndefined();
  });
});

/** Every further form of a picture, of any case. */
function faults(asked: Scenario, width: number): readonly string[] {
  const evaluation = evaluate(asked);
  const whole = specOf(asked);
  const view = { width, low: false };
  const wrong = [...drawingFaults(drawFlow(withSecond(whole, secondRefusal(asked)), view))];
  const told = readings(asked);
  const read = statementsRead(evaluation, told);
  for (const count of [1, Math.ceil(read.length / 2), read.length]) {
    if (read.length === 0) break;
    const drawing = drawFlow(specAfter(whole, read, count), view);
    wrong.push(
      ...drawingFaults(drawing),
      ...drawingFaults(scrubTrack(told.statements, read, count, drawing.gates, width)),
    );
  }
  const { identity: _, ...policies } = asked.policies;
  const old: Scenario = { ...asked, policies };
  const was = evaluate(old);
  wrong.push(...drawingFaults(drawFlow(withBefore(whole, flowSpec(old, was), was), view)));
  return wrong;
}

describe('any case', () => {
  it('of the examples', () => {
    for (const { id, scenario: asked } of EXAMPLES) expect([id, faults(asked, 1024)]).toEqual([id, []]);
  });

  it('at random', () => {
    fc.assert(
      fc.property(anyScenario(true), fc.constantFrom(...WIDTHS), (asked, width) => {
        expect(faults(asked, width)).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 25) },
    );
  });
});
