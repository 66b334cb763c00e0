import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../src/examples';
import { evaluate, explain, plainEvaluation, runTests, type Scenario } from '../src/index';

const text = (parts: readonly unknown[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : Object.values(part as Record<string, string>)[0]))
    .join('');

const CASE: Scenario = {
  schema: 2,
  request: {
    principal: 'arn:aws:iam::111122223333:user/ana',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports/a.txt',
    context: { 'aws:PrincipalTag/team': 'red' },
  },
  policies: {
    identity: [
      {
        name: 'Own',
        document: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'Team',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::reports/*',
              Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } },
            },
          ],
        },
      },
      { name: 'Half', text: '{ "Statement": [' },
      { name: 'Off', document: {}, off: true },
    ],
  },
  tests: [
    { name: 'red is out', request: {}, expect: 'Denied' },
    { name: 'blue is in', request: { context: { 'aws:PrincipalTag/team': 'blue' } }, expect: 'Allowed' },
  ],
};

describe('plainEvaluation', () => {
  const policies: Scenario['policies'] = { identity: [(CASE.policies.identity as readonly [never])[0]] };
  const plain = plainEvaluation(evaluate({ ...CASE, policies }));

  it('writes out each statement with its elements', () => {
    const own = plain.steps.find(({ id }) => id === 'identity')!.levels[0]!.policies[0]!;
    expect(own.statements).toHaveLength(1);
    expect(own.statements[0]).toMatchObject({ sid: 'Team', effect: 'Allow', truth: 'no', decided: false });
    expect(own.statements[0]!.elements.map(({ element, truth }) => [element, truth])).toEqual([
      ['Action', 'yes'],
      ['Resource', 'yes'],
      ['Condition', 'no'],
    ]);
    expect(own.statements[0]!.elements[2]!.reason).toEqual({
      kind: 'condition',
      operator: 'StringEquals',
      key: 'aws:PrincipalTag/team',
      expected: ['blue'],
      actual: ['red'],
      by: 'value',
    });
  });

  it('keeps what cannot be read and what is switched off', () => {
    const whole = plainEvaluation(evaluate(CASE));
    const states = whole.steps.find(({ id }) => id === 'identity')!.levels[0]!.policies;
    expect(states.map(({ name, state }) => [name, state])).toEqual([
      ['Own', 'read'],
      ['Half', 'unreadable'],
      ['Off', 'off'],
    ]);
    expect(states[1]!.problem?.message).toBeTypeOf('string');
    expect(structuredClone(whole)).toEqual(whole);
  });

  it.each(EXAMPLES.map(({ title, scenario }) => [title, scenario] as const))(
    'survives structuredClone and JSON, as %s',
    (_, scenario) => {
      const evaluation = evaluate(scenario);
      const written = plainEvaluation(evaluation);
      expect(structuredClone(written)).toEqual(written);
      expect(JSON.parse(JSON.stringify(written))).toEqual(written);
      // The same statements and elements as the evaluation tells one by one.
      const count = (steps: typeof written.steps): number =>
        steps
          .flatMap(({ levels }) => levels.flatMap((level) => level.policies))
          .reduce(
            (sum, policy) => sum + policy.statements.reduce((all, { elements }) => all + elements.length, 1),
            0,
          );
      expect(count(structuredClone(written).steps)).toBe(count(evaluation.steps));
    },
  );
});

describe('explain', () => {
  it('says of a scenario what the page shows', () => {
    const policies: Scenario['policies'] = { identity: [(CASE.policies.identity as readonly [never])[0]] };
    const { tone, lead, sentence, quotes } = explain({ ...CASE, policies });
    expect([tone, lead, text(sentence)]).toEqual([
      'implicit',
      'Denied.',
      'No identity policy allows s3:GetObject on this object',
    ]);
    expect(quotes[0]).toMatchObject({ policy: 'Own', statement: 0 });
  });

  it('asks for a request where there is none', () => {
    const empty = { schema: 2, request: { principal: '', action: '', resource: '' }, policies: {} } as const;
    expect(explain(empty).tone).toBe('empty');
  });
});

describe('runTests', () => {
  it('runs the tests of a scenario in their order', () => {
    const policies: Scenario['policies'] = { identity: [(CASE.policies.identity as readonly [never])[0]] };
    expect(runTests({ ...CASE, policies }).map(({ kind }) => kind)).toEqual(['passes', 'passes']);
    const turned = CASE.tests!.map((test) => ({ ...test, expect: 'Denied' as const }));
    const [, second] = runTests({ ...CASE, policies, tests: turned });
    expect(second).toMatchObject({ kind: 'fails', decision: 'Allowed' });
  });

  it('says nothing of a scenario without tests', () => {
    expect(runTests({ ...CASE, tests: [] })).toEqual([]);
  });
});
