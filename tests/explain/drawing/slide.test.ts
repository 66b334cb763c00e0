import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../src/examples';
import type { Scenario } from '../../../src/case/scenario';
import { evaluate } from '../../../src/engine/evaluate';
import { secondRefusal } from '../../../src/engine/lifted';
import { maskScenario } from '../../../src/mask/mask';
import { svgOf } from '../../../src/drawing/svg';
import { THEMES } from '../../../src/drawing/themes';
import { flowSpec } from '../../../src/explain/drawing/flow-spec';
import { withSecond } from '../../../src/explain/drawing/second';
import { drawSlide } from '../../../src/explain/drawing/slide';
import { explain } from '../../../src/explain/headline';
import { drawingFaults, textsOf } from '../../support/drawing';
import { DENIED, EMPTY } from '../states';
import { policy, scenario } from '../support';

function slide(scenario: Scenario, link = 'verdict.example/#2.kR7vQ3xT') {
  const evaluation = evaluate(scenario);
  const spec = withSecond(flowSpec(scenario, evaluation), secondRefusal(scenario));
  return drawSlide(scenario, evaluation, {
    spec,
    explanation: explain(scenario, evaluation),
    clause: 'Even so.',
    link,
  });
}

function one(name: string) {
  return { name, document: policy({ Effect: 'Allow', Action: '*', Resource: '*' }) };
}

describe('the slide', () => {
  it('is 16 to 9, with title, sentence, request, the deciding line and its reason, and the link', () => {
    const drawing = slide({ ...DENIED, title: 'Nightly report' });
    expect(drawing.width / drawing.height).toBeCloseTo(16 / 9, 3);
    const texts = textsOf(drawing);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Nightly report',
        'Even so.',
        'Principal',
        DENIED.request.action,
        'verdict.example/#2.kR7vQ3xT',
      ]),
    );
    expect(texts.some((one) => one.startsWith('Denied.'))).toBe(true);
    expect(texts).toContain('s3:PutObject is not one of these 2 actions');
    expect(texts).toContain('Verdict AWS’s documented rules as of November 2026');
  });

  it('has the statement in colours, with its braces, and the line that decides marked', () => {
    const { marks } = slide(DENIED);
    const line = marks.find(
      (mark) => mark.kind === 'text' && mark.runs.some(({ text }) => text === '"Action"'),
    );
    expect(line?.kind === 'text' && line.runs.map(({ ink }) => ink)).toEqual([
      'ink-3',
      'ink',
      'ink-3',
      'ink-3',
      'c-str',
      'ink-3',
      'c-str',
      'ink-3',
    ]);
    const texts = textsOf({ marks });
    expect(texts).toContain('{');
    expect(texts.some((one) => /^\}( ,)?$/.test(one) || one === '},')).toBe(true);
    const boxes = marks.filter((mark) => mark.kind === 'box' && mark.fill?.startsWith('implicit'));
    expect(boxes).toHaveLength(2);
  });

  it.each(EXAMPLES.map(({ id, scenario }) => [id, scenario] as const))(
    'of %s marks the line that it names',
    (_, scenario) => {
      const { marks } = slide(scenario);
      const named = textsOf({ marks }).flatMap((one) => /, line (\d+)$/.exec(one)?.[1] ?? []);
      const tinted = marks.filter((mark) => mark.kind === 'box' && mark.width === 5).length;
      expect(tinted).toBe(named.length);
      if (named.length > 0) expect(textsOf({ marks })).toContain(named[0]);
    },
  );

  it('tells the two ways out of an open verdict uncut, and why a gate is not for the call', () => {
    const open = scenario({}, { boundary: 'unknown', identity: [one('I')] });
    const texts = textsOf(slide(open));
    expect(texts.filter((text) => text.includes('…'))).toEqual([]);
    expect(texts).toEqual(expect.arrayContaining(['1 Permissions boundary', 'says nothing, or denies it']));
    const free = textsOf(slide(scenario({ action: 'sts:GetCallerIdentity', resource: '*' })));
    expect(free.filter((text) => text.includes('…'))).toEqual([]);
    expect(free).toEqual(expect.arrayContaining(['1 Explicit deny', 'Not for', 'this call']));
  });

  it('gives the condition as the reason where a trust policy, which names no resource, lets nobody in', () => {
    const trust = scenario(
      {
        action: 'sts:AssumeRole',
        resource: 'arn:aws:iam::111122223333:role/Deploy',
        context: { 'sts:ExternalId': [] },
      },
      {
        resource: {
          name: 'Trust',
          document: policy({
            Effect: 'Allow',
            Principal: { AWS: '111122223333' },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'sts:ExternalId': 'pub-7f3' } },
          }),
        },
      },
    );
    const texts = textsOf(slide(trust));
    expect(texts).toContain('sts:ExternalId is absent, so StringEquals is false');
    expect(texts.join(' ')).not.toContain('No Resource element');
  });

  it.each(EXAMPLES.map(({ id, scenario }) => [id, scenario] as const))(
    'of %s holds all of it, none over another',
    (_, scenario) => {
      expect(drawingFaults(slide(scenario))).toEqual([]);
    },
  );

  it('cuts what is too long for it', () => {
    const long = 'x'.repeat(400);
    const drawing = slide(
      { ...DENIED, title: long, request: { ...DENIED.request, resource: `arn:aws:s3:::${long}` } },
      long,
    );
    expect(drawingFaults(drawing)).toEqual([]);
    const whole = drawing.marks.flatMap((mark) => (mark.kind === 'text' ? (mark.whole ?? []) : []));
    expect(whole).toEqual(expect.arrayContaining([long, `arn:aws:s3:::${long}`]));
    expect(svgOf(drawing, THEMES.light)).toContain(`<title>${long}</title>`);
    // What is short stands as it is beside what is long.
    expect(textsOf(drawing)).toContain(DENIED.request.action);
  });

  const cases = (): Readonly<Record<string, Scenario>> => {
    const all = { Effect: 'Allow', Action: '*', Resource: '*' };
    const one = (name: string, ...statements: readonly object[]) => ({
      name,
      document: policy(...statements),
    });
    const many = (count: number, make: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => make(at));
    const longArn = `arn:aws:elasticmapreduce:ap-southeast-1:111122223333:cluster/${'segment-of-a-path/'.repeat(9)}end`;
    const session = `arn:aws:sts::111122223333:assumed-role/${'Reserved'.repeat(7)}/${'dana.'.repeat(10)}@example.com`;
    const levels = many(7, (at) => `OU number ${at} with a name`).map((target, at) => ({
      target,
      policies: [at === 3 ? one('PaymentsOnly', { ...all, Action: 'sqs:*' }) : one('FullAWSAccess', all)],
    }));
    const open = {
      ...all,
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    };
    return {
      'very long names': scenario(
        { principal: session, action: 'elasticmapreduce:DescribeCluster', resource: longArn },
        {
          identity: [
            one('P'.repeat(120), {
              Sid: 'S'.repeat(150),
              ...all,
              Action: many(12, (at) => `elasticmapreduce:AVeryLongNameOfAnAction${at}*`),
              Resource: `${longArn}/*`,
            }),
          ],
        },
      ),
      'seven levels': scenario({}, { identity: [one('I', all)], scp: levels }),
      'what is not known': scenario(
        { context: { 'aws:PrincipalOrgID': null } },
        { scp: 'unknown', boundary: 'unknown', identity: [one('I', open)] },
      ),
    };
  };

  it.each(Object.entries(cases()))('of %s, hidden names too, cuts nothing without its whole', (_, asked) => {
    for (const one of [asked, maskScenario(asked).scenario]) {
      const drawing = slide(one, `verdict.example/#2.${'kR7vQ3xT'.repeat(30)}`);
      expect(drawingFaults(drawing)).toEqual([]);
      const cut = drawing.marks.flatMap((mark) =>
        mark.kind === 'text' && mark.whole === undefined && mark.runs.some(({ text }) => text.includes('…'))
          ? mark.runs.map(({ text }) => text)
          : [],
      );
      expect(cut).toEqual([]);
    }
  });

  it('counts what it leaves out behind the last line too', () => {
    const values = Array.from({ length: 9 }, (_, at) => `value-${at}`);
    const drawing = slide(
      scenario(
        {},
        {
          identity: [
            {
              name: 'P',
              document: policy({
                Effect: 'Allow',
                Action: ['sqs:SendMessage', 'sqs:ReceiveMessage'],
                Resource: '*',
                Condition: { StringEquals: { 'aws:PrincipalTag/team': values } },
              }),
            },
          ],
        },
      ),
    );
    const texts = textsOf(drawing);
    expect(texts.at(texts.findIndex((one) => one.includes('"Condition"')) + 1)).toMatch(
      /^\d+ lines: value-0, /,
    );
    expect(drawingFaults(drawing)).toEqual([]);
  });

  it('is a file by itself, before anything was asked too', () => {
    expect(svgOf(slide(EMPTY, ''), THEMES.dark)).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1600" height="900"/,
    );
  });
});
