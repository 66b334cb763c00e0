import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/index';
import { evaluate, parseScenario } from '../../src/index';
import { maskScenario } from '../../src/scenario/mask/mask';
import { anyScenario } from './any-scenario';
import { caseScenarios } from './cases';

const real: Scenario = {
  schema: 1,
  title: 'Why is Bertha refused on payroll-archive?',
  notes: 'Account 987654321098, bucket payroll-archive, seen from 54.12.77.9.',
  request: {
    principal: 'arn:aws:sts::987654321098:assumed-role/BerthaAdmin/bertha@krupp.example',
    role: 'arn:aws:iam::987654321098:role/steel/BerthaAdmin',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::payroll-archive/2024/salaries.csv',
    resourceAccount: '876543210987',
    context: {
      'aws:SourceIp': '54.12.77.9',
      'aws:SourceVpce': 'vpce-0ab1c2d3e4f506172',
      'aws:PrincipalTag/division': 'cannons',
      'aws:PrincipalOrgID': 'o-kruppsteel1',
    },
  },
  policies: {
    identity: [
      {
        name: 'ReadPayroll',
        text: '{\n\t"Version": "2012-10-17",\n  "Statement": {\n    "Effect": "Allow", "Action": "s3:Get*",\n    "Resource": "arn:aws:s3:::payroll-*/2024/*",\n    "Condition": { "IpAddress": { "aws:SourceIp": "54.12.64.0/18" } }\n  }\n}',
      },
      { name: 'Draft', text: '{ "Statement": [ { "Resource": "arn:aws:s3:::payroll-archive/', off: true },
    ],
    resource: {
      name: 'Bucket',
      document: {
        Statement: [
          {
            Sid: 'Krupp',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::987654321098:role/steel/BerthaAdmin' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::payroll-archive/*',
            Condition: {
              StringEquals: { 'aws:PrincipalOrgID': 'o-kruppsteel1', 'aws:PrincipalTag/division': 'cannons' },
              Bool: { 'aws:ViaAWSService': 'false' },
            },
          },
        ],
      },
    },
  },
  organization: { id: 'o-kruppsteel1', managementAccount: '987654321098' },
};

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
    const { scenario, masked } = maskScenario(real);
    expect(masked).toBe('names');
    expect(evaluate(real).decision).toBe('Allowed');
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
    const { scenario } = maskScenario(real);
    const [typed] = scenario.policies.identity as readonly { text: string }[];
    expect(typed!.text).toMatch(
      /^\{\n\t"Version": "2012-10-17",\n {2}"Statement": \{\n {4}"Effect": "Allow", "Action": "s3:Get\*",\n {4}"Resource": "arn:aws:s3:::[a-z]{7}-\*\/\d{4}\/\*",/,
    );
    expect(scenario.request.action).toBe('s3:GetObject');
    expect(Object.keys(scenario.request.context!)).toEqual(Object.keys(real.request.context!));
    expect(scenario.request.principal).toMatch(
      /^arn:aws:sts::111122223333:assumed-role\/[A-Z][a-z]{5}[A-Z][a-z]{4}\//,
    );
    expect(scenario.request.context!['aws:SourceVpce']).toMatch(/^vpce-[0-9a-z]{17}$/);
  });

  it('gives the same name the same stand-in everywhere', () => {
    const { scenario } = maskScenario(real);
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
        schema: 1,
        request: { principal, action: 'a:b', resource: '*' },
        policies: {},
      };
      expect(maskScenario(scenario).scenario.request.principal).toBe(principal);
    }
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
