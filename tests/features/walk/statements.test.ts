import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/engine/evaluate';
import type { StepId } from '../../../src/engine/evaluation';
import type { Policy, Scenario } from '../../../src/case/scenario';
import { policiesOf } from '../../../src/explain/facts';
import { statementLines } from '../../../src/features/walk/PolicyPart';
import {
  deniesFound,
  elementMarks,
  opensAtFirst,
  policyNote,
  toldOf,
} from '../../../src/features/walk/statements';

function policy(name: string, ...statements: object[]): Policy {
  return { name, document: { Version: '2012-10-17', Statement: statements } };
}

const READ = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const LOGS = { Sid: 'Logs', Effect: 'Allow', Action: 'logs:*', Resource: '*' };
const NO_IAM = { Sid: 'NoIam', Effect: 'Deny', Action: 'iam:*', Resource: '*' };

function scenarioWith(
  policies: Scenario['policies'],
  context: Scenario['request']['context'] = {},
): Scenario {
  return {
    schema: 2,
    request: {
      principal: 'arn:aws:iam::111122223333:user/alice',
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::example-reports/a.csv',
      resourceAccount: '111122223333',
      context,
    },
    policies,
  };
}

function stepIn(scenario: Scenario, id: StepId) {
  const evaluation = evaluate(scenario);
  const step = evaluation.steps.find((entry) => entry.id === id)!;
  return { evaluation, step, policies: policiesOf(step) };
}

describe('the statements of a policy', () => {
  it('begin with the one that came nearest, in the colour of the missing Allow', () => {
    const scenario = scenarioWith({ identity: [policy('P', NO_IAM, LOGS, READ)] });
    const { evaluation, policies } = stepIn(scenario, 'identity');
    const told = toldOf(policies[0]!, evaluation, scenario);
    expect(told.map((entry) => entry.words.name)).toEqual(['Read', 'NoIam', 'Logs']);
    expect(told.map((entry) => [entry.telling, entry.tone])).toEqual([
      [true, 'implicit'],
      [false, 'miss'],
      [false, 'miss'],
    ]);
  });

  it('begin with the one that decided', () => {
    const put = { ...READ, Sid: 'Put', Action: 's3:PutObject' };
    const scenario = scenarioWith({ identity: [policy('P', READ, put)] });
    const { evaluation, policies } = stepIn(scenario, 'identity');
    const [first] = toldOf(policies[0]!, evaluation, scenario);
    expect(first).toMatchObject({ telling: true, tone: 'allow', words: { name: 'Put' } });
  });

  it('begin with the one that keeps the verdict open', () => {
    const vpce = {
      ...READ,
      Sid: 'Put',
      Action: 's3:PutObject',
      Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
    };
    const scenario = scenarioWith({ identity: [policy('P', READ, vpce)] }, { 'aws:SourceVpce': null });
    const { evaluation, policies } = stepIn(scenario, 'identity');
    expect(evaluation.decision).toBe('Undetermined');
    const [first] = toldOf(policies[0]!, evaluation, scenario);
    expect(first).toMatchObject({ telling: true, tone: 'unknown', words: { name: 'Put' } });
  });

  it('are gathered from all layers for the deny check', () => {
    const deny = { Sid: 'NoPut', Effect: 'Deny', Action: 's3:Put*', Resource: '*' };
    const scenario = scenarioWith({
      identity: [policy('P', READ, deny)],
      boundary: policy('B', deny, NO_IAM),
    });
    const found = deniesFound(evaluate(scenario), scenario);
    expect(found.map(({ trace }) => [trace.policy, trace.sid])).toEqual([
      ['B', 'NoPut'],
      ['P', 'NoPut'],
    ]);
  });
});

describe('policies of a step', () => {
  it('stand open when they tell something, else when they apply, else when alone', () => {
    const { step, policies } = stepIn(
      scenarioWith({ identity: [policy('A', READ), policy('B', LOGS)] }),
      'identity',
    );
    const opened = (telling: string[]) =>
      policies
        .filter((entry) => opensAtFirst(entry, step, ({ name }) => telling.includes(name)))
        .map((entry) => entry.name);
    expect(opened(['B'])).toEqual(['B']);
    expect(opened([])).toEqual([]);
    const alone = stepIn(scenarioWith({ boundary: policy('B', LOGS) }), 'boundary');
    expect(opensAtFirst(alone.policies[0]!, alone.step, () => false)).toBe(true);
  });

  it('say in a word what they do', () => {
    const deny = { Sid: 'NoPut', Effect: 'Deny', Action: 's3:Put*', Resource: '*' };
    const note = (scenario: Scenario, id: StepId): string[] => {
      const { step, policies } = stepIn(scenario, id);
      return policies.map((entry) => policyNote(entry, step));
    };
    expect(note(scenarioWith({ identity: [policy('P', READ, LOGS)] }), 'identity')).toEqual([
      'no statement allows it',
    ]);
    expect(note(scenarioWith({ identity: [policy('P', READ, deny)] }), 'identity')).toEqual([
      '2 statements, denies',
    ]);
    expect(
      note(
        scenarioWith({
          identity: [
            { ...policy('P', READ), off: true },
            { name: 'Q', text: '{' },
          ],
        }),
        'identity',
      ),
    ).toEqual(['switched off', 'can’t be read']);
  });
});

describe('marks and lines', () => {
  it('mark conditions on several keys one by one', () => {
    const condition = { StringEquals: { 'aws:username': 'alice' }, Bool: { 'aws:SecureTransport': 'false' } };
    const scenario = scenarioWith({ identity: [policy('P', { ...READ, Condition: condition })] });
    const { policies } = stepIn(scenario, 'identity');
    const marks = elementMarks(policies[0]!.statements[0]!);
    expect(marks.map(({ name, truth }) => [name, truth])).toEqual([
      ['Action', 'no'],
      ['Resource', 'yes'],
      ['aws:username', 'yes'],
      ['aws:SecureTransport', 'no'],
    ]);
  });

  it('name the lines of each statement', () => {
    const text =
      '{\n  "Statement": [\n    {\n      "Effect": "Allow"\n    },\n    { "Effect": "Deny" }\n  ]\n}';
    expect(statementLines(text)).toEqual(['3–5', '6']);
  });
});
