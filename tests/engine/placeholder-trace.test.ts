import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/case/scenario';
import { evaluate } from '../../src/engine/evaluate';
import { elementWords } from '../../src/explain/elements';
import { plain } from '../../src/explain/rich';
import { explain } from '../../src';

const NAME = 'aws_s3_bucket.b.arn';

function ask(statement: object, action = 's3:GetObject'): Scenario {
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:Get*', ...statement }],
  };
  return {
    schema: 2,
    request: {
      principal: 'arn:aws:iam::111122223333:user/ann',
      action,
      resource: 'arn:aws:s3:::reports/ann/a',
    },
    policies: { identity: [{ name: 'P', document }] },
    placeholders: { [NAME]: null },
  };
}

function told(scenario: Scenario): readonly (readonly [string, string, string, string])[] {
  const step = evaluate(scenario).steps.find(({ id }) => id === 'identity')!;
  return step.levels[0]!.policies[0]!.statements[0]!.elements.map(
    (one) => [one.element, one.truth, one.path, elementWords(one)] as const,
  );
}

describe('a statement that hangs on a placeholder', () => {
  it('says so of the element that holds it, at its place, and of no condition', () => {
    expect(told(ask({ Resource: ['arn:aws:s3:::other/*', `\${${NAME}}/*`] }))).toEqual([
      ['Action', 'yes', 'Statement[0].Action', 'The action matches s3:Get*'],
      ['Resource', 'unknown', 'Statement[0].Resource[1]', `Depends on what ${NAME} stands for`],
    ]);
  });

  it('keeps the name of a negated element', () => {
    expect(told(ask({ NotResource: `\${${NAME}}/*` }))[1]).toEqual([
      'NotResource',
      'unknown',
      'Statement[0].NotResource',
      `Depends on what ${NAME} stands for`,
    ]);
  });

  it('says so of the condition that holds it, and keeps the others', () => {
    const Condition = {
      StringEquals: { 'aws:PrincipalOrgID': `\${${NAME}}`, 'aws:PrincipalAccount': '111122223333' },
    };
    expect(told(ask({ Resource: '*', Condition })).slice(2)).toEqual([
      [
        'Condition',
        'yes',
        'Statement[0].Condition.StringEquals["aws:PrincipalAccount"]',
        'aws:PrincipalAccount is 111122223333',
      ],
      [
        'Condition',
        'unknown',
        'Statement[0].Condition.StringEquals["aws:PrincipalOrgID"]',
        `Depends on what ${NAME} stands for`,
      ],
    ]);
  });

  it('does not match where another of its elements does not, and no sentence says that it does', () => {
    const asked = ask({ Resource: `\${${NAME}}/*` }, 's3:PutObject');
    expect(evaluate(asked).decision).toBe('ImplicitlyDenied');
    expect(JSON.stringify(explain(asked))).not.toMatch(/Resource matches/);
  });

  it('is no key of the request', () => {
    const { context } = evaluate(ask({ Resource: `\${${NAME}}/*` }));
    expect(context.map(({ key }) => key)).not.toContain(NAME);
  });
});

describe('what the page says of it', () => {
  const asked = ask({ Resource: [`\${${NAME}}`, `\${${NAME}}/*`] });

  it('offers to fill it in, and tells both ways out', () => {
    const { hangs, aside } = explain(asked);
    expect(hangs).toMatchObject([{ action: 'fillPlaceholder', actionLabel: 'Fill it in' }]);
    expect(plain(aside!.text)).toBe(
      `Allowed, for one, if ${NAME} stands for what the request has. Denied, for one, if ${NAME} stands for something else.`,
    );
  });
});
