import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evaluation, Scenario } from '../../src/index';
import { EXAMPLES } from '../../src/examples';
import { evaluate, parseScenario } from '../../src/index';
import { maskScenario } from '../../src/mask/mask';
import { runTests } from '../../src/explain/run-tests';
import { anyScenario } from './any-scenario';
import { caseScenarios } from './cases';
import { PLANTED, REAL } from './named-scenarios';

const refs = ({ decidedBy }: Evaluation) => decidedBy.map(({ layer, statement }) => [layer, statement]);

describe('maskScenario', () => {
  it.each(caseScenarios)('keeps the verdict of $name', ({ scenario }) => {
    const { scenario: masked, masked: how } = maskScenario(scenario);
    const [before, after] = [evaluate(scenario), evaluate(masked)];
    expect(after.decision).toBe(before.decision);
    expect(after.decidedBy.map(({ layer, statement }) => [layer, statement])).toEqual(
      before.decidedBy.map(({ layer, statement }) => [layer, statement]),
    );
    expect(parseScenario(JSON.parse(JSON.stringify(masked)))).toEqual(masked);
    expect(how).not.toBe('nothing');
  });

  it('masks names in nearly every case', () => {
    const kept = caseScenarios.filter(({ scenario }) => maskScenario(scenario).masked !== 'names');
    expect(kept.map(({ name }) => name).length).toBeLessThan(caseScenarios.length / 20);
  });

  it('leaves nothing that names someone', () => {
    const { scenario, masked } = maskScenario(REAL);
    expect(masked).toBe('names');
    expect(evaluate(REAL).decision).toBe('Allowed');
    const text = JSON.stringify(scenario);
    for (const secret of [
      '987654321098',
      '876543210987',
      'Bertha',
      'bertha',
      'krupp',
      'payroll',
      'salaries',
      '54.12.77',
      '54.12.64',
      '0ab1c2d3',
      'cannons',
      'steel',
    ])
      expect(text).not.toContain(secret);
    expect(scenario.policies.identity).not.toBe('unknown');
  });

  it('keeps what AWS named, and the layout of texts', () => {
    const { scenario } = maskScenario(REAL);
    const [typed] = scenario.policies.identity as readonly { text: string }[];
    expect(typed!.text).toMatch(
      /^\{\n\t"Version": "2012-10-17",\n {2}"Statement": \{\n {4}"Effect": "Allow", "Action": "s3:Get\*",\n {4}"Resource": "arn:aws:s3:::[a-z]{7}-\*\/\d{4}\/\*",/,
    );
    expect(scenario.request.action).toBe('s3:GetObject');
    expect(Object.keys(scenario.request.context!)).toEqual([
      'aws:SourceIp',
      'aws:SourceVpce',
      expect.stringMatching(/^aws:PrincipalTag\/[a-z]{8}$/),
      'aws:PrincipalOrgID',
    ]);
    expect(scenario.request.principal).toMatch(
      /^arn:aws:sts::111122223333:assumed-role\/[A-Z][a-z]{5}[A-Z][a-z]{4}\//,
    );
    expect(scenario.request.context!['aws:SourceVpce']).toMatch(/^vpce-[0-9a-z]{17}$/);
  });

  it('gives the same name the same stand-in everywhere', () => {
    const { scenario } = maskScenario(REAL);
    const role = scenario.request.role!;
    const policy = scenario.policies.resource as {
      document: { Statement: { Principal: { AWS: string } }[] };
    };
    expect(policy.document.Statement[0]!.Principal.AWS).toBe(role);
    expect(scenario.request.principal.split('/')[1]).toBe(role.split('/')[2]);
    expect(scenario.title).toContain(scenario.request.resource.split(':::')[1]!.split('/')[0]!);
  });

  it('keeps service-linked roles, managed policies, services and Regions', () => {
    const kept = [
      'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
      'lambda.amazonaws.com',
    ];
    for (const principal of kept) {
      const scenario: Scenario = {
        schema: 2,
        request: { principal, action: 'a:b', resource: '*' },
        policies: {},
      };
      expect(maskScenario(scenario).scenario.request.principal).toBe(principal);
    }
  });

  it.each(EXAMPLES.map((example) => [example.id, example.scenario] as const))(
    'keeps the verdict of the example %s and of its tests, and its accounts to itself',
    (_, scenario) => {
      const { scenario: masked, masked: how, replaced } = maskScenario(scenario);
      const [before, after] = [evaluate(scenario), evaluate(masked)];
      expect(after.decision).toBe(before.decision);
      expect(after.missing).toEqual(before.missing);
      expect(refs(after)).toEqual(refs(before));
      expect(runTests(masked).map(({ kind }) => kind)).toEqual(runTests(scenario).map(({ kind }) => kind));
      expect(how).toBe('names');
      // One to one: no two things get the same stand-in.
      for (const kind of ['account', 'identifier', 'name'] as const) {
        const given = replaced.filter((one) => one.kind === kind).map(({ standIn }) => standIn);
        expect(new Set(given).size).toBe(given.length);
      }
    },
  );

  it('leaves none of the words that were planted in every place', () => {
    const { scenario, masked } = maskScenario(PLANTED);
    expect(masked).toBe('names');
    const text = JSON.stringify(scenario).toLowerCase();
    const planned = [
      ...new Set(
        JSON.stringify(PLANTED)
          .toLowerCase()
          .match(/z[a-z]{2}q[a-z]{2}/g),
      ),
    ];
    expect(planned.length).toBeGreaterThan(40);
    expect(planned.filter((word) => text.includes(word))).toEqual([]);
    expect(evaluate(scenario).decision).toBe(evaluate(PLANTED).decision);
  });

  it('keeps what a reader needs: IAM’s words, AWS’s names, public providers', () => {
    const { scenario } = maskScenario(PLANTED);
    const text = JSON.stringify(scenario);
    for (const kept of [
      'FullAWSAccess',
      'Allow',
      'ReadAccess',
      'lambda.amazonaws.com',
      'token.actions.githubusercontent.com:sub',
      'aws:PrincipalTag/',
      '"OU ',
      'eu-west-1',
      'assumed-role/AWSReservedSSO_',
      'aws:kms',
      '2024-01-01T00:00:00Z',
      'AES256',
    ])
      expect(text, kept).toContain(kept);
  });

  it('finds a name inside a longer one, and one that comes later', () => {
    const { scenario } = maskScenario({
      schema: 2,
      title: 'ReportWriter and the pull request',
      request: {
        principal: 'arn:aws:iam::987654321098:role/ReportWriter',
        action: 's3:GetObject',
        resource: '*',
      },
      policies: {
        identity: [{ name: 'ReportWriterAccess', document: { Statement: [{ Sid: 'ForReportWriter' }] } }],
      },
    });
    const name = scenario.request.principal.split('/')[1]!;
    expect(name).not.toBe('ReportWriter');
    expect(scenario.policies.identity).toEqual([
      { name: `${name}Access`, document: { Statement: [{ Sid: `For${name}` }] } },
    ]);
    expect(scenario.title).toBe(`${name} and the pull request`);
  });

  it('says what stands for what, and nothing of it goes along', () => {
    const { scenario, replaced } = maskScenario(REAL);
    expect(replaced).toContainEqual({ kind: 'account', original: '987654321098', standIn: '111122223333' });
    const word = replaced.find(({ original }) => original === 'payroll')!;
    expect(scenario.request.resource).toContain(word.standIn);
    expect(scenario.title).toContain(word.standIn);
    expect(Object.keys(scenario)).not.toContain('replaced');
  });

  it('takes any scenario', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const masked = maskScenario(scenario).scenario;
        expect(evaluate(masked).decision).toBe(evaluate(scenario).decision);
      }),
    );
  });
});
