import { beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/checks/finding';
import type { Scenario } from '../../src/case/scenario';
import { emptyScenario } from '../../src/formats/schema';
import { createChecker, type Checker, type Question } from '../../src/store/checker';
import { useFindingsStore } from '../../src/store/findings';

const FOUND: Finding = {
  id: 'missing-version',
  severity: 'warning',
  path: '',
  span: { offset: 0, length: 1 },
  message: 'No version.',
  fixes: [],
};

function withText(...texts: string[]): Scenario {
  return { ...emptyScenario(), policies: { identity: texts.map((text) => ({ name: text, text })) } };
}

describe('the checker', () => {
  let asked: Question[] = [];
  let checker: Checker;
  const texts = (): string[] => asked.map(({ text }) => text);
  const shown = (key: string): string | undefined => useFindingsStore.getState().byPolicy.get(key)?.text;
  const answer = (question: Question): void =>
    checker.take({ number: question.number, policy: question.policy, findings: [FOUND] });

  beforeEach(() => {
    useFindingsStore.setState({ byPolicy: new Map() });
    asked = [];
    checker = createChecker((question) => asked.push(question));
  });

  it('asks about what changed, and about nothing else', () => {
    checker.look(withText('a', 'b'));
    checker.look(withText('a', 'c'));
    expect(texts()).toEqual(['a', 'b', 'c']);
  });

  it('leaves out what is said of a value in which a placeholder stands', () => {
    const text = '{ "Resource": "${var.a[\\"b\\"]}/*", "Action": "x" }';
    checker.look({ ...withText(text), placeholders: { 'var.a["b"]': null } });
    const at = (value: string): Finding => ({
      ...FOUND,
      message: value,
      span: { offset: text.indexOf(value), length: value.length },
    });
    const { number, policy } = asked[0]!;
    checker.take({ number, policy, findings: [at('"${var.a[\\"b\\"]}/*"'), at('"x"')] });
    const { findings = [] } = useFindingsStore.getState().byPolicy.get('identity/0') ?? {};
    expect(findings.map(({ message }) => message)).toEqual(['"x"']);
  });

  it('asks about everything again when more is known', () => {
    checker.look(withText('a', 'b'));
    checker.forget();
    checker.look(withText('a', 'b'));
    checker.look(withText('a', 'b'));
    expect(texts()).toEqual(['a', 'b', 'a', 'b']);
  });

  it('takes no answer to an older question', () => {
    checker.look(withText('old'));
    checker.look(withText('new'));
    answer(asked[0]!);
    expect(shown('identity/0')).toBeUndefined();
    answer(asked[1]!);
    expect(shown('identity/0')).toBe('new');
  });

  it('drops what was found in a policy that is no more', () => {
    checker.look(withText('a', 'b'));
    asked.forEach(answer);
    checker.look(withText('a'));
    expect([...useFindingsStore.getState().byPolicy.keys()]).toEqual(['identity/0']);
  });

  it('asks for the type that the request makes of a resource-based policy', () => {
    const policies = { resource: { name: 'R', text: '{}' } };
    const asking = (action: string): Scenario => ({
      ...emptyScenario(),
      request: { principal: '', action, resource: '', resourceAccount: '111122223333' },
      policies,
    });
    checker.look(asking('sts:AssumeRole'));
    checker.look(asking('kms:Decrypt'));
    checker.look(asking('s3:GetObject'));
    expect(asked.map(({ type }) => type)).toEqual(['trust', 'key', 'resource']);
    expect(asked[0]!.account).toBe('111122223333');
  });
});
