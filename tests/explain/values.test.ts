import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../src/examples';
import type { Scenario } from '../../src/case/scenario';
import { evaluate } from '../../src/engine/evaluate';
import type { ElementTrace, Evaluation, StatementTrace } from '../../src/engine/evaluation';
import { drawValue } from '../../src/explain/drawing/values/draw';
import { statementsOf } from '../../src/explain/facts';
import type { ValueView } from '../../src/explain/values/types';
import { valueView } from '../../src/explain/values/view';
import { anyScenario } from '../engine/any';
import { drawingFaults, textsOf } from '../support/drawing';
import { policy, scenario } from './support';

interface Seen {
  readonly evaluation: Evaluation;
  readonly statement: StatementTrace;
  readonly element: ElementTrace;
  readonly view: ValueView;
}

function viewsOf(asked: Scenario): readonly Seen[] {
  const evaluation = evaluate(asked);
  return evaluation.steps.flatMap(statementsOf).flatMap((statement) =>
    statement.elements.map((element) => ({
      evaluation,
      statement,
      element,
      view: valueView(asked, evaluation, statement, element),
    })),
  );
}

/** The view of the first element of that name, or condition on that key, in one identity-based policy. */
function viewed(statement: object, name: string, request: Parameters<typeof scenario>[0] = {}): ValueView {
  const asked = scenario(request, {
    identity: [
      { name: 'P', document: policy({ Effect: 'Allow', Action: '*', Resource: '*', ...statement }) },
    ],
  });
  const found = viewsOf(asked).find(({ view }) => view.name === name);
  return found!.view;
}

function condition(operator: string, key: string, value: unknown) {
  return { Condition: { [operator]: { [key]: value } } };
}

describe('patterns', () => {
  const resource = 'arn:aws:s3:::reports-archive/2026/q1.csv';
  const view = viewed(
    { Resource: ['arn:aws:s3:::*/2026/q?.pdf', 'arn:aws:s3:::reports/2026/*'] },
    'Resource',
    { resource },
  );

  it('tell where each stops, what was wanted and what wildcards took, the closest first', () => {
    const texts = textsOf(drawValue(view, 820));
    expect(texts).toEqual(
      expect.arrayContaining([
        'bucket',
        'key',
        'character 21: “/” wanted, “-” found',
        'took 15',
        'character 38: “p” wanted, “c” found',
      ]),
    );
    expect(view.shape).toMatchObject({ attempts: [{ written: 'arn:aws:s3:::reports/2026/*' }, {}], of: 2 });
  });

  it('say what would match, and what that lets in', () => {
    expect(view.fix).toEqual({
      lead: 'Matches with',
      code: 'arn:aws:s3:::reports-archive/2026/*',
      effect: 'Lets in all that begins `arn:aws:s3:::reports-archive/2026/` and fits.',
    });
  });

  it('are one sentence, never letters', () => {
    expect(view.sentence).toContain(
      'Resource: pattern arn:aws:s3:::reports/2026/*, first differs at character 21: slash wanted, hyphen found, star not reached',
    );
  });

  it('lead to their own line', () => {
    expect(view).toMatchObject({
      path: 'Statement[0].Resource[1]',
      rule: 'one of 2 must match',
      tone: 'implicit',
    });
  });

  it('show a variable with the value that it has', () => {
    const secret = viewed({ Resource: 'arn:aws:s3:::team/${aws:PrincipalTag/team}/*' }, 'Resource', {
      resource: 'arn:aws:s3:::team/platform/x',
      context: { 'aws:PrincipalTag/team': 'payments' },
    });
    expect(secret.shape).toMatchObject({
      attempts: [
        {
          alignment: { pattern: 'arn:aws:s3:::team/payments/*', stop: { pattern: 19, text: 19 } },
          variables: [{ from: 18, to: 26, name: '${aws:PrincipalTag/team}' }],
        },
      ],
    });
    expect(textsOf(drawValue(secret, 820))).toContain('${aws:PrincipalTag/team}');
  });

  it('say that a variable has no value', () => {
    const open = viewed({ Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*' }, 'Resource', { context: {} });
    expect(textsOf(drawValue(open, 820))).toContain('aws:PrincipalTag/team has no value');
  });

  it('compare actions without regard to capitals', () => {
    const action = viewed({ Action: ['S3:PutObject', 's3:List*'] }, 'Action', { action: 's3:GetObject' });
    expect(action.shape).toMatchObject({ attempts: [{ alignment: { stop: { pattern: 3, text: 3 } } }, {}] });
    expect(action.fix).toMatchObject({ code: 's3:GetObject' });
  });

  it('name the parts of GitHub’s subject', () => {
    const key = 'token.actions.githubusercontent.com:sub';
    const sub = viewed(condition('StringEquals', key, 'repo:octo/shop:ref:refs/heads/main'), key, {
      context: { [key]: 'repo:octo/shop:pull_request' },
    });
    expect(textsOf(drawValue(sub, 560))).toEqual(
      expect.arrayContaining(['repository', 'what it runs for', 'character 16: “r” wanted, “p” found']),
    );
  });
});

describe('addresses', () => {
  it('lie on a line, so far past the end, and differ in one bit', () => {
    const view = viewed(
      condition('IpAddress', 'aws:SourceIp', ['203.0.113.0/25', '198.51.100.0/24']),
      'aws:SourceIp',
      {
        context: { 'aws:SourceIp': '203.0.113.200' },
      },
    );
    expect(textsOf(drawValue(view, 820))).toEqual(
      expect.arrayContaining([
        '73 past the end',
        'bit 25: 0 wanted, 1 found',
        '128 addresses',
        '· any: /25 fixes the first 25 bits only',
      ]),
    );
    expect(view.fix).toEqual({
      lead: 'Contains it',
      code: '203.0.113.0/24',
      effect: 'Lets in 256 addresses.',
    });
    expect(view.sentence).toContain(
      '203.0.113.200 lies 73 addresses past the end of 203.0.113.0/25, which is 203.0.113.127',
    );
  });

  it('of another network are let in alone', () => {
    const view = viewed(condition('IpAddress', 'aws:SourceIp', '10.0.0.0/8'), 'aws:SourceIp', {
      context: { 'aws:SourceIp': '203.0.113.200' },
    });
    expect(view.fix).toMatchObject({ code: '203.0.113.200/32' });
  });

  it('may be of six', () => {
    const view = viewed(condition('IpAddress', 'aws:SourceIp', '2001:db8::/33'), 'aws:SourceIp', {
      context: { 'aws:SourceIp': '2001:db8:8000::1' },
    });
    expect(textsOf(drawValue(view, 820))).toContain('bit 33: 0 wanted, 1 found');
    expect(drawingFaults(drawValue(view, 820))).toEqual([]);
  });
});

describe('moments and numbers', () => {
  const window = {
    Condition: {
      DateGreaterThanEquals: { 'aws:CurrentTime': '2026-04-01T00:00:00Z' },
      DateLessThan: { 'aws:CurrentTime': '2026-07-01T00:00:00Z' },
    },
  };

  it('stand in the window of all conditions on the key', () => {
    const asked = scenario(
      { context: { 'aws:CurrentTime': '2026-07-03T08:15:00Z' } },
      {
        identity: [
          { name: 'P', document: policy({ Effect: 'Allow', Action: '*', Resource: '*', ...window }) },
        ],
      },
    );
    const view = viewsOf(asked).find(({ element }) => element.truth === 'no')!.view;
    expect(textsOf(drawValue(view, 820))).toContain('2 d 8 h 15 min late');
    expect(view.shape).toMatchObject({
      edges: [
        { side: 'from', holds: true },
        { side: 'to', holds: false },
      ],
    });
    expect(view.fix).toEqual({
      lead: 'Holds until',
      code: '2026-07-04T00:00:00Z',
      effect: 'Lets in every request before it.',
    });
    expect(view.sentence).toContain('2026-07-03T08:15:00Z is 2 d 8 h 15 min late for 2026-07-01T00:00:00Z');
  });

  it('of several listed ones show the one that is enough, or that is nearest', () => {
    const among = (listed: readonly string[], operator: string, actual: string) =>
      viewed(condition(operator, 's3:max-keys', listed), 's3:max-keys', {
        context: { 's3:max-keys': actual },
      });
    const held = among(['5', '10'], 'NumericLessThan', '7');
    expect(held).toMatchObject({ truth: 'yes', rule: 'NumericLessThan, one of 2' });
    expect(held.sentence).toBe('s3:max-keys: 7 lies inside.');
    expect(textsOf(drawValue(held, 820))).not.toContain('2 too high');
    const near = among(['10', '500', '20'], 'NumericEquals', '18');
    expect(near.sentence).toMatch(/^s3:max-keys: 18 is 2 too low for 20\./);
    expect(textsOf(drawValue(near, 820))).toEqual(expect.arrayContaining(['20', '18', '2 too low']));
  });

  it('say that an edge itself is out', () => {
    const view = viewed(condition('NumericLessThan', 's3:max-keys', '10'), 's3:max-keys', {
      context: { 's3:max-keys': '10' },
    });
    expect(textsOf(drawValue(view, 820))).toContain('the edge itself is out');
  });

  it('tell how much too high a number is', () => {
    const view = viewed(condition('NumericLessThanEquals', 's3:max-keys', '10'), 's3:max-keys', {
      context: { 's3:max-keys': '10.5' },
    });
    expect(textsOf(drawValue(view, 820))).toContain('0.5 too high');
  });
});

describe('sets', () => {
  it('stand each against each, joined by any, and a near miss says how', () => {
    const view = viewed(
      condition('ForAnyValue:StringEquals', 'aws:TagKeys', ['project', 'cost-center']),
      'aws:TagKeys',
      { context: { 'aws:TagKeys': ['owner', 'Project', 'stage'] } },
    );
    expect(textsOf(drawValue(view, 820))).toEqual(
      expect.arrayContaining(['any', 'P is not p', 'none of 6 pairs matches', 'ForAnyValue wants one']),
    );
    expect(view.fix).toMatchObject({ code: 'ForAnyValue:StringEqualsIgnoreCase' });
  });

  it('of many values tell of all pairs, and show the ones that decide', () => {
    const many = Array.from({ length: 50 }, (_, at) => `tag-${at}`);
    const asked = Array.from({ length: 12 }, (_, at) => `mine-${at}`);
    const any = viewed(condition('ForAnyValue:StringEquals', 'aws:TagKeys', many), 'aws:TagKeys', {
      context: { 'aws:TagKeys': [...asked, 'tag-49'] },
    });
    expect(any.shape).toMatchObject({ holds: true, hits: 1, of: { request: 13, policy: 50 } });
    for (const width of [820, 366]) {
      const texts = textsOf(drawValue(any, width));
      expect(texts).toEqual(expect.arrayContaining(['1 of 650 pairs matches', 'tag-49']));
      expect(texts.filter((text) => text === 'tag-49')).toHaveLength(2);
    }
    const all = viewed(condition('ForAllValues:StringEquals', 'aws:TagKeys', many), 'aws:TagKeys', {
      context: { 'aws:TagKeys': [...many.slice(0, 11), 'other'] },
    });
    expect(all.shape).toMatchObject({ holds: false, hits: 11 });
    expect(textsOf(drawValue(all, 820))).toContain('other');
  });

  it('say of a negated operator what it wants: values that are not listed', () => {
    const told = (operator: string): string =>
      viewed(condition(operator, 'aws:TagKeys', ['a', 'b']), 'aws:TagKeys', {
        context: { 'aws:TagKeys': ['a', 'c'] },
      }).sentence;
    expect(told('ForAllValues:StringNotEquals')).toContain('1 of 4 pairs matches; no value may be listed');
    expect(told('ForAnyValue:StringNotEquals')).toContain('one value that is not listed is wanted');
  });

  it('cut long values where they are alike, and tell each whole beside it', () => {
    const paths = ['11111111', '22222222', '33333333'].map((unit) => `o-a1b2c3d4e5/r-ab12/ou-ab12-${unit}/*`);
    const view = viewed(
      condition('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', paths),
      'aws:PrincipalOrgPaths',
      { context: { 'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/r-ab12/ou-ab12-44444444/'] } },
    );
    for (const width of [820, 560, 342]) {
      const drawing = drawValue(view, width);
      expect(drawingFaults(drawing)).toEqual([]);
      const names = drawing.marks.flatMap((mark) =>
        mark.kind === 'text' && mark.runs[0]!.text.endsWith('/*') ? [mark] : [],
      );
      // Each name tells its column from the others, and what was cut is there whole.
      expect(new Set(names.map(({ runs }) => runs[0]!.text)).size).toBe(3);
      expect(names.map(({ runs, whole }) => whole ?? runs[0]!.text)).toEqual(paths);
    }
    // Where they begin differently and end alike, the beginning stays.
    const ends = ['payments', 'orders'].map((team) => `${team}-${'team-'.repeat(12)}owners`);
    const other = viewed(condition('ForAnyValue:StringEquals', 'aws:TagKeys', ends), 'aws:TagKeys', {
      context: { 'aws:TagKeys': ['x'] },
    });
    expect(textsOf(drawValue(other, 560)).some((one) => /^payments.*…$/.test(one))).toBe(true);
  });

  it('are joined by all', () => {
    const view = viewed(condition('ForAllValues:StringEquals', 'aws:TagKeys', ['a', 'b']), 'aws:TagKeys', {
      context: { 'aws:TagKeys': ['a', 'c'] },
    });
    expect(view.shape).toMatchObject({ mode: 'all', counts: ['yes', 'no'] });
    expect(textsOf(drawValue(view, 820))).toContain('all');
    expect(view.fix).toMatchObject({ code: 'a, b, c' });
  });
});

describe('many values', () => {
  const many = (count: number, make: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => make(at));

  it('are counted in words that say how many the request has, and that none of the listed ones will do', () => {
    const tags = viewed(
      condition(
        'ForAnyValue:StringLike',
        'aws:TagKeys',
        many(30, (at) => `a-${at}*`),
      ),
      'aws:TagKeys',
      { context: { 'aws:TagKeys': many(12, (at) => `b-${at}`) } },
    );
    expect(tags.why).toBe('aws:TagKeys has 12 values, but one must match one of 30 values');
    const far = viewed(
      condition(
        'IpAddress',
        'aws:SourceIp',
        many(4, (at) => `10.${at}.0.0/16`),
      ),
      'aws:SourceIp',
      { context: { 'aws:SourceIp': '8.8.8.8' } },
    );
    expect(far.why).toBe('aws:SourceIp is 8.8.8.8, which is outside any of 4 values');
  });
});

describe('what is not there', () => {
  it('stands in a dashed box, with the operator’s rule', () => {
    const view = viewed(condition('StringEquals', 'sts:ExternalId', 'pub-7f3'), 'sts:ExternalId');
    const drawing = drawValue(view, 820);
    expect(textsOf(drawing)).toEqual(
      expect.arrayContaining([
        'not in the request',
        'it needs a value to compare: a missing key never equals',
      ]),
    );
    expect(view.fix).toEqual({ lead: 'Give it in the call:', code: '--external-id pub-7f3', effect: '' });
  });

  it('is true under a negated operator, and of IfExists', () => {
    const negated = viewed(condition('StringNotEquals', 'aws:SourceVpce', 'vpce-1'), 'aws:SourceVpce');
    expect(negated.shape).toMatchObject({
      kind: 'missing',
      rule: 'a negated operator is true of a missing key',
    });
  });

  it('is asked for by Null', () => {
    const view = viewed(condition('Null', 'aws:SourceVpce', 'false'), 'aws:SourceVpce');
    expect(view.shape).toEqual({
      kind: 'plain',
      request: 'not in the request',
      policy: ['in the request'],
      same: false,
    });
    expect(view.fix).toMatchObject({ lead: 'Holds when the key is', code: 'in the request' });
  });

  it('may be true or false', () => {
    const view = viewed(condition('Bool', 'aws:SecureTransport', 'true'), 'aws:SecureTransport', {
      context: { 'aws:SecureTransport': 'false' },
    });
    expect(view.shape).toMatchObject({ kind: 'plain', request: 'false', policy: ['true'], same: false });
  });
});

it('a NotPrincipal of another partition does not part from the caller at a character', () => {
  const NotPrincipal = { AWS: ['arn:aws:iam::111122223333:user/alice', '111122223333'] };
  const asked = scenario(
    { principal: 'arn:aws-cn:iam::111122223333:user/alice' },
    {
      resource: {
        name: 'P',
        document: policy({ Effect: 'Allow', NotPrincipal, Action: '*', Resource: '*' }),
      },
    },
  );
  const found = viewsOf(asked).find(({ view }) => view.name === 'NotPrincipal')!;
  expect(found.element.truth).toBe('no');
  expect(found.view.shape).toMatchObject({ kind: 'plain', same: false });
});

/** Does the drawing say of an element what the trace says? */
function positive({ element, view }: Seen): boolean | undefined {
  const { shape } = view;
  const negated =
    element.element.startsWith('Not') ||
    (element.reason.kind === 'condition' && /not/i.test(element.reason.operator));
  const truth = (element.truth === 'yes') !== negated;
  switch (shape.kind) {
    case 'attempts': {
      const open = shape.attempts.some((one) => !one.alignment);
      const some = shape.attempts.some((one) => one.matches);
      return open && !some ? undefined : some === truth;
    }
    case 'address':
      return shape.of > shape.ranges.length ? undefined : shape.ranges.some((range) => range.holds) === truth;
    case 'set':
      return shape.holds === (element.truth === 'yes');
    case 'line':
    case 'missing':
    case 'plain':
      return undefined;
  }
}

const WIDTHS = [1100, 760, 366];

function faults(asked: Scenario): readonly string[] {
  return viewsOf(asked).flatMap((seen) => {
    const { view, element } = seen;
    const name = `${view.name} (${view.shape.kind})`;
    const wrong =
      element.truth !== 'unknown' && positive(seen) === false ? [`${name} is drawn otherwise`] : [];
    const drawn = WIDTHS.flatMap((width) =>
      drawingFaults(drawValue(view, width)).map((fault) => `${name}, ${width}: ${fault}`),
    );
    return [...wrong, ...drawn];
  });
}

describe('any value', () => {
  it.each(EXAMPLES.map((example) => [example.id, example] as const))(
    'of %s tells the trace',
    (_, { scenario: asked }) => {
      expect(faults(asked)).toEqual([]);
    },
  );

  it('of scenarios at random', () => {
    fc.assert(
      fc.property(anyScenario(true), (asked) => {
        expect(faults(asked)).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 40) },
    );
  });
});
