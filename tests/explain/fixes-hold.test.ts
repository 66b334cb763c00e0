/** "What would match" is a fact: put into the policy, or into the request, it makes the element say what was promised. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setContext } from '../../src/case/edits';
import { setPolicyText } from '../../src/case/edits';
import type { Scenario } from '../../src/case/scenario';
import { evaluate } from '../../src/engine/evaluate';
import type { ElementTrace, StatementTrace } from '../../src/engine/evaluation';
import { statementsOf } from '../../src/explain/facts';
import { textAt } from '../../src/explain/source';
import type { ValueView } from '../../src/explain/values/types';
import { valueView } from '../../src/explain/values/view';
import { statementKey } from '../../src/explain/zoom';
import { parsePath } from '../../src/language/path';
import { EXAMPLES } from '../../src/examples';
import { anyScenario } from '../engine/any';
import { policy, scenario } from './support';

type Fix = NonNullable<ValueView['fix']>;
type Json = Record<string, unknown>;

/** The lead says what to do with the code; one that is not named here fails the test. */
const LISTED = ['Matches with', 'Contains it', 'Holds with', 'Holds with, besides,'];
const INSTEAD = [
  'Holds up to',
  'Holds below',
  'Holds above',
  'Holds with at least',
  'Holds until',
  'Holds since',
];
const SENT = ['Give it in the call:', 'Holds when it is', 'Holds when the key is', 'Holds when it lies in'];
const IS_OPERATOR = /^(ForA(ny|ll)Values?:)?(String|Numeric|Date|Bool|Binary|Ip|Arn|NotIp)\w*$/;

/** The case with what the fix says done; undefined where it only names a lack. */
function mended(
  asked: Scenario,
  statement: StatementTrace,
  element: ElementTrace,
  fix: Fix,
): Scenario | undefined {
  const { lead, code } = fix;
  const { reason } = element;
  if (lead === 'Needs a value for') return undefined;
  if (SENT.includes(lead)) {
    if (reason.kind !== 'condition') throw new Error(`${lead} of an element that is no condition`);
    const key = reason.key;
    if (lead === 'Give it in the call:') return setContext(asked, key, code.replace('--external-id ', ''));
    if (lead === 'Holds when the key is') return setContext(asked, key, code === 'in the request' ? 'x' : []);
    return setContext(asked, key, lead === 'Holds when it lies in' ? code.split('/')[0]! : code);
  }
  const document = JSON.parse(textAt(asked, statement.address)!) as Json;
  const segments = parsePath(element.path)!;
  const holder = segments.slice(0, -1).reduce<Json>((at, segment) => at[segment] as Json, document);
  const name = String(segments.at(-1));
  if (element.element === 'Condition' && IS_OPERATOR.test(code)) {
    const block = segments.slice(0, -2).reduce<Json>((at, segment) => at[segment] as Json, document);
    const { [name]: value, ...rest } = holder;
    block[String(segments.at(-2))] = rest;
    block[code] = { ...(block[code] as Json | undefined), [name]: value };
  } else if (INSTEAD.includes(lead)) holder[name] = code;
  else if (LISTED.includes(lead)) holder[name] = listed(holder[name], code, lead);
  else throw new Error(`a lead that nobody knows: ${lead}`);
  return setPolicyText(asked, statement.address, JSON.stringify(document));
}

function listed(value: unknown, code: string, lead: string): unknown {
  const codes = lead.startsWith('Holds with') ? code.split(', ') : [code];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const kinds = ['AWS', 'Service', 'Federated'];
    const own = value as Json;
    return {
      ...own,
      ...Object.fromEntries(kinds.map((kind) => [kind, [...codes, ...[own[kind] ?? []].flat()]])),
    };
  }
  return [...new Set([...[value].flat(), ...codes])];
}

function keyOf(reason: ElementTrace['reason']): string | undefined {
  return reason.kind === 'condition' ? reason.key : undefined;
}

/** Of every element that tells what would match: does it, when it is tried? */
function broken(asked: Scenario): { readonly faults: readonly string[]; readonly tried: number } {
  const evaluation = evaluate(asked);
  const faults: string[] = [];
  let tried = 0;
  for (const statement of evaluation.steps.flatMap(statementsOf)) {
    statement.elements.forEach((element, at) => {
      const { fix, sentence } = valueView(asked, evaluation, statement, element);
      const changed = fix && mended(asked, statement, element, fix);
      if (!changed) return;
      tried += 1;
      const key = statementKey(statement);
      const now = evaluate(changed)
        .steps.flatMap(statementsOf)
        .find((one) => statementKey(one) === key);
      // A condition that got another operator stands last.
      const isRenamed = element.element === 'Condition' && IS_OPERATOR.test(fix.code);
      const own = isRenamed
        ? now?.elements.find(
            ({ path, reason }) => path.includes(fix.code) && keyOf(reason) === keyOf(element.reason),
          )
        : now?.elements[at];
      const wanted = statement.effect === 'Allow' ? own?.truth === 'yes' : own?.truth === 'no';
      if (!wanted) faults.push(`${statement.effect} ${element.path} ${sentence} ${own?.truth}`);
    });
  }
  return { faults, tried };
}

function one(operator: string, key: string, value: unknown, actual?: string | readonly string[]): Scenario {
  const Condition = { [operator]: { [key]: value } };
  return scenario(
    { context: actual === undefined ? {} : { [key]: actual } },
    {
      identity: [{ name: 'P', document: policy({ Effect: 'Allow', Action: '*', Resource: '*', Condition }) }],
    },
  );
}

function fixOf(asked: Scenario): Fix | undefined {
  const evaluation = evaluate(asked);
  const statement = evaluation.steps.flatMap(statementsOf)[0]!;
  return valueView(asked, evaluation, statement, statement.elements.at(-1)!).fix;
}

describe('what would match', () => {
  it('matches at the edge of a number and of a day', () => {
    const cases: readonly (readonly [Scenario, string | undefined])[] = [
      [one('NumericLessThan', 's3:max-keys', '10', '10'), 'Holds below 11'],
      [one('NumericLessThan', 's3:max-keys', '10', '10.5'), 'Holds below 11'],
      [one('NumericLessThanEquals', 's3:max-keys', '10', '10.5'), 'Holds up to 10.5'],
      [one('NumericGreaterThan', 's3:max-keys', '10', '10'), 'Holds above 9'],
      [
        one('DateGreaterThan', 'aws:CurrentTime', '2026-07-02', '2026-07-01T00:00:00Z'),
        'Holds since 2026-06-30T00:00:00Z',
      ],
      [
        one('DateLessThan', 'aws:CurrentTime', '2026-06-02', '2026-07-01T00:00:00Z'),
        'Holds until 2026-07-02T00:00:00Z',
      ],
    ];
    for (const [asked, told] of cases) {
      const fix = fixOf(asked);
      expect(fix && `${fix.lead} ${fix.code}`).toBe(told);
      expect(broken(asked)).toEqual({ faults: [], tried: 1 });
    }
  });

  it('is of the condition that is open, where another one on the key differs too', () => {
    const asked = one('NumericLessThan', 's3:max-keys', '5', '50');
    const text = JSON.stringify(
      policy({
        Effect: 'Allow',
        Action: '*',
        Resource: '*',
        Condition: {
          NumericLessThan: { 's3:max-keys': '5' },
          NumericGreaterThan: { 's3:max-keys': '100' },
        },
      }),
    );
    expect(broken(setPolicyText(asked, { layer: 'identity', index: 0 }, text))).toEqual({
      faults: [],
      tried: 2,
    });
  });

  it('is not told where no value of that kind can match', () => {
    const cases = [
      one('Bool', 'aws:SecureTransport', 'yes', 'false'),
      one('NumericLessThan', 's3:max-keys', '10', 'ten'),
      one('ForAllValues:NumericLessThan', 's3:max-keys', ['1'], ['5', '7']),
      one('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::a', 'no-arn'),
      one('ForAnyValue:Null', 'aws:SourceVpce', 'true', 'vpce-1'),
      one('Null', 'aws:SourceVpce', 'perhaps', 'vpce-1'),
    ];
    expect(cases.map((asked) => fixOf(asked))).toEqual(cases.map(() => undefined));
  });

  it('says of Null with a set operator that the key does not matter', () => {
    const asked = one('ForAnyValue:Null', 'aws:SourceVpce', 'true');
    const evaluation = evaluate(asked);
    const statement = evaluation.steps.flatMap(statementsOf)[0]!;
    const { why, shape } = valueView(asked, evaluation, statement, statement.elements.at(-1)!);
    expect(why).toBe('ForAnyValue:Null is false, whether aws:SourceVpce is there or not');
    expect(shape).toMatchObject({ policy: ['never holds'], same: false });
  });

  it('lists all of many, or says nothing', () => {
    const many = Array.from({ length: 30 }, (_, at) => `listed-${at}`);
    const asked = one('ForAllValues:StringEquals', 'aws:TagKeys', many, ['listed-1', 'other']);
    expect(broken(asked)).toEqual({ faults: [], tried: 1 });
    const none = one(
      'ForAllValues:StringEquals',
      'aws:TagKeys',
      many,
      many.map((name) => `mine-${name}`),
    );
    expect(fixOf(none)).toBeUndefined();
  });

  it('takes capitals as they are only where they are all that differs', () => {
    expect(fixOf(one('ArnEquals', 'aws:SourceArn', 'arn:aws:s3:::A', 'arn:aws:s3:::a'))?.code).toBe(
      'arn:aws:s3:::a',
    );
    const asked = one('ForAllValues:StringEquals', 'aws:TagKeys', ['Team'], ['team', 'cost']);
    expect(broken(asked)).toEqual({ faults: [], tried: 1 });
  });

  it.each([
    ['arn:aws:s3:::reports/${user}/a', 'arn:aws:s3:::reports/${$}{user}/a'],
    ['arn:aws:s3:::reports/${aws:username}', 'arn:aws:s3:::reports/${$}{aws:username}'],
    ['arn:aws:s3:::reports/*', 'arn:aws:s3:::reports/*'],
  ])('stands for the resource %s to the letter', (resource, told) => {
    const document = policy({ Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::other/x' });
    const asked = scenario({ resource }, { identity: [{ name: 'P', document }] });
    const evaluation = evaluate(asked);
    const statement = evaluation.steps.flatMap(statementsOf)[0]!;
    const element = statement.elements.find((each) => each.element === 'Resource')!;
    expect(valueView(asked, evaluation, statement, element).fix).toMatchObject({
      code: told,
      effect: resource.includes('*')
        ? 'Lets in all that begins `arn:aws:s3:::reports/` and fits.'
        : 'Lets in this one resource.',
    });
    expect(broken(asked).faults).toEqual([]);
  });

  it.each([
    ['StringEquals', 'a*${b}', 'a*${$}{b}'],
    ['StringLike', 'a*${b}?', 'a${*}${$}{b}${?}'],
    ['ForAnyValue:StringLike', ['${x}*'], '${$}{x}${*}'],
    ['ForAllValues:StringEquals', ['${x}'], 'listed, ${$}{x}'],
  ])('stands for a value under %s to the letter', (operator, actual, told) => {
    const asked = one(operator, Array.isArray(actual) ? 'aws:TagKeys' : 'aws:UserAgent', 'listed', actual);
    expect(fixOf(asked)?.code).toBe(told);
    expect(broken(asked).faults).toEqual([]);
  });

  it('holds in every example', () => {
    let count = 0;
    for (const { id, scenario: asked } of EXAMPLES) {
      const { faults, tried } = broken(asked);
      expect([id, faults]).toEqual([id, []]);
      count += tried;
    }
    expect(count).toBeGreaterThan(50);
  });

  it('holds of any case', () => {
    fc.assert(
      fc.property(anyScenario(true), (asked) => {
        expect(broken(asked).faults).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 60) },
    );
  });
});
