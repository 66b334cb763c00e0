import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/index';
import { evaluate } from '../../src/index';
import { mermaidFlow } from '../../src/export/mermaid';
import { catalogNow } from '../support/catalog';
import type { Catalog } from '../../src/catalog/service-reference';
import { markdownReport } from '../../src/export/report';
import { simulateCustomPolicy, simulatePrincipalPolicy } from '../../src/export/simulate';
import { shellWord } from '../../src/intake/ask/shell';
import { anyScenario } from './any-scenario';
import { caseScenarios } from './cases';

const document = (action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
});

const scenario: Scenario = {
  schema: 2,
  title: 'Reading | reports',
  notes: '*Since Monday.*',
  request: {
    principal: "arn:aws:iam::111122223333:user/o'neil",
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports/a.csv',
    resourceAccount: '444455556666',
    context: { 'aws:SourceIp': '203.0.113.7', 'aws:TagKeys': ['a', 'b'], 'aws:PrincipalOrgID': null },
  },
  policies: {
    identity: [
      { name: 'Read', document: document('s3:Get*') },
      { name: 'Off', document: document('s3:*'), off: true },
      { name: 'Draft', text: '{ "Statement' },
    ],
    boundary: { name: 'Limit', text: '{\n  "Version": "2012-10-17",\n  "Statement": []\n}' },
    resource: { name: 'Bucket', document: document('s3:GetObject') },
    scp: 'unknown',
  },
};

/** The words that a shell makes of a command. */
function wordsOf(command: string): string[] {
  const script = `set -- ${command}\nfor word in "$@"; do printf '%s\\0' "$word"; done`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

describe('the simulator’s command', () => {
  it('carries the request, the policies in play and the known context, quoted for a shell', () => {
    const words = wordsOf(simulateCustomPolicy(scenario)!.command);
    expect(words.slice(0, 3)).toEqual(['aws', 'iam', 'simulate-custom-policy']);
    const after = (option: string, count = 1): string[] => {
      const at = words.indexOf(option);
      return words.slice(at + 1, at + 1 + count);
    };
    expect(after('--policy-input-list', 2)).toEqual([
      JSON.stringify(document('s3:Get*')),
      '--permissions-boundary-policy-input-list',
    ]);
    expect(after('--permissions-boundary-policy-input-list')).toEqual([
      '{"Version":"2012-10-17","Statement":[]}',
    ]);
    expect(after('--action-names')).toEqual(['s3:GetObject']);
    expect(after('--resource-arns')).toEqual(['arn:aws:s3:::reports/a.csv']);
    expect(after('--resource-owner')).toEqual(['arn:aws:iam::444455556666:root']);
    expect(after('--caller-arn')).toEqual(["arn:aws:iam::111122223333:user/o'neil"]);
    expect(JSON.parse(after('--context-entries')[0]!)).toEqual([
      { ContextKeyName: 'aws:SourceIp', ContextKeyValues: ['203.0.113.7'], ContextKeyType: 'ip' },
      { ContextKeyName: 'aws:TagKeys', ContextKeyValues: ['a', 'b'], ContextKeyType: 'stringList' },
    ]);
  });

  it('puts the same parameters into a file, under the names of the API', () => {
    const { command, fromFile } = simulateCustomPolicy(scenario)!;
    expect(fromFile.command).toBe(
      'aws iam simulate-custom-policy --cli-input-json file://simulate-custom-policy.json',
    );
    const input = JSON.parse(fromFile.json) as Record<string, unknown>;
    expect(input).toEqual({
      PolicyInputList: [JSON.stringify(document('s3:Get*'))],
      PermissionsBoundaryPolicyInputList: ['{"Version":"2012-10-17","Statement":[]}'],
      ActionNames: ['s3:GetObject'],
      ResourceArns: ['arn:aws:s3:::reports/a.csv'],
      ResourcePolicy: JSON.stringify(document('s3:GetObject')),
      ResourceOwner: 'arn:aws:iam::444455556666:root',
      CallerArn: "arn:aws:iam::111122223333:user/o'neil",
      ContextEntries: [
        { ContextKeyName: 'aws:SourceIp', ContextKeyValues: ['203.0.113.7'], ContextKeyType: 'ip' },
        { ContextKeyName: 'aws:TagKeys', ContextKeyValues: ['a', 'b'], ContextKeyType: 'stringList' },
      ],
    });
    expect(wordsOf(command).filter((word) => word.startsWith('--'))).toHaveLength(Object.keys(input).length);
  });

  it('says what it will not check', () => {
    const told = simulateCustomPolicy(scenario)!.leavesOut.join('\n');
    for (const words of [
      /SCPs are not sent: not every level/,
      /both accounts/,
      /`Draft` is not finished/,
      /not known are left out/,
    ])
      expect(told).toMatch(words);
    expect(told).not.toMatch(/RCP/);
  });

  it('sends the SCPs level by level, the root first, and the caller, a role too', () => {
    const request = { ...scenario.request, principal: 'arn:aws:sts::111122223333:assumed-role/App/s' };
    const level = (target: string, action: string): object => ({
      target,
      policies: [{ name: target, document: document(action) }],
    });
    const scp = [level('r-ab12', 's3:*'), level('111122223333', 's3:Get*')] as never;
    const { fromFile, leavesOut } = simulateCustomPolicy({
      ...scenario,
      request,
      policies: { ...scenario.policies, scp },
    })!;
    const input = JSON.parse(fromFile.json) as Record<string, unknown>;
    expect(input['OrderedOrganizationPolicyInputList']).toEqual([
      { ServiceControlPolicyInputList: [JSON.stringify(document('s3:*'))] },
      { ServiceControlPolicyInputList: [JSON.stringify(document('s3:Get*'))] },
    ]);
    expect(input['CallerArn']).toBe('arn:aws:iam::111122223333:role/App');
    expect(input).not.toHaveProperty('ResourcePolicy');
    expect(leavesOut.join(' ')).not.toMatch(/SCPs/);
  });

  it('leaves the policy of the resource out where no user is the caller', () => {
    const request = { ...scenario.request, principal: 'arn:aws:sts::111122223333:assumed-role/App/s' };
    const made = simulateCustomPolicy({ ...scenario, request })!;
    expect(made.command).not.toContain('--resource-policy');
    expect(made.leavesOut.join(' ')).toMatch(/only together with an IAM user/);
  });

  it('asks for the attached policies of a user or role', () => {
    const by = (principal: string, role?: string): string | undefined =>
      simulatePrincipalPolicy({
        ...scenario,
        request: { principal, action: 'a:B', resource: '*', ...(role !== undefined && { role }) },
      })?.command;
    expect(by('arn:aws:iam::111122223333:user/x')).toBe(
      'aws iam simulate-principal-policy \\\n  --policy-source-arn arn:aws:iam::111122223333:user/x \\\n  --action-names a:B',
    );
    expect(by('arn:aws:sts::111122223333:assumed-role/App/s')).toContain(
      'arn:aws:iam::111122223333:role/App ',
    );
    expect(
      by('arn:aws:sts::111122223333:assumed-role/App/s', 'arn:aws:iam::111122223333:role/x/App'),
    ).toContain('role/x/App');
    expect(by('lambda.amazonaws.com')).toBeUndefined();
    expect(
      simulateCustomPolicy({ schema: 2, request: { principal: '', action: '', resource: '' }, policies: {} }),
    ).toBeUndefined();
  });

  it('quotes any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), { minLength: 20, maxLength: 20 }),
        (texts) => {
          expect(wordsOf(texts.map(shellWord).join(' '))).toEqual(texts);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('the flowchart', () => {
  it('has every step of the walk, in order, from the request to the verdict', () => {
    const evaluation = evaluate(scenario);
    const text = mermaidFlow(scenario, evaluation);
    const nodes = text.match(/^ {2}s\d+\[/gm) ?? [];
    expect(nodes).toHaveLength(evaluation.steps.length);
    expect(text).toMatch(
      /^flowchart LR\n {2}request\(\["s3:GetObject<br\/>arn:aws:s3:::reports\/a\.csv<br\/>by arn:aws:iam::111122223333:user\/o#39;neil"\]\)\n/,
    );
    expect(text).toMatch(/ --> verdict\n/);
    expect(evaluation.crossAccount && text.includes('resource’s account')).toBe(true);
  });

  it('holds no character that Mermaid reads, whatever the scenario', () => {
    fc.assert(
      fc.property(anyScenario, (any) => {
        for (const line of mermaidFlow(any, evaluate(any)).trimEnd().split('\n'))
          expect(line).toMatch(
            /^(?:flowchart LR| {2}(?:request|verdict)\(\["[^"[\]{}<>]*(?:<br\/>[^"[\]{}<>]*)*"\]\)| {2}s\d+\["[^"[\]{}<>]*(?:<br\/>[^"[\]{}<>]*)*"\]:::\w+| {2}\w+ --> \w+| {2}classDef .*)$/,
          );
      }),
    );
  });
});

describe('the report', () => {
  it('tells the verdict, the request, the walk, the policies and the notes', () => {
    const report = markdownReport(scenario, evaluate(scenario), { link: 'https://verdict.example/#1.d.x' });
    expect(report).toMatch(
      /^# Reading \\\| reports\n\n\*\*Denied\.\*\* The permissions boundary has no Allow for `s3:GetObject`\./,
    );
    for (const part of [
      "| Principal | `arn:aws:iam::111122223333:user/o'neil` |",
      '| `aws:PrincipalOrgID` | not known | given |',
      '## Evaluation',
      'Applies, but can’t be seen: SCPs.',
      '### Identity-based: Off (switched off)',
      '```json\n{ "Statement\n```',
      '## Notes\n\n*Since Monday.*',
      '[Open this case](https://verdict.example/#1.d.x)',
    ])
      expect(report).toContain(part);
  });

  it('tells the change that would turn the verdict, as a difference', () => {
    const policies: Scenario['policies'] = {
      identity: [
        {
          name: 'Read',
          text: '{ "Statement": [{ "Sid": "Get",\n"Effect": "Allow",\n"Action": "s3:GetObject",\n"Resource": "*" }] }',
        },
      ],
    };
    const request = {
      ...scenario.request,
      action: 's3:PutObject',
      resourceAccount: '111122223333',
      context: {},
    };
    const denied: Scenario = { schema: 2, request, policies };
    expect(markdownReport(denied, evaluate(denied))).toContain(
      [
        '## How to allow it',
        'Add `s3:PutObject` to `Get`, in `Read` (Identity-based).',
        '```diff\n  "Effect": "Allow",\n- "Action": "s3:GetObject",\n+ "Action": ["s3:GetObject", "s3:PutObject"],\n  "Resource": "*" }] }\n```',
      ].join('\n\n'),
    );
    const both: Scenario = {
      ...denied,
      policies: { ...policies, boundary: { name: 'Edge', document: document('ec2:*') } },
    };
    const report = markdownReport(both, evaluate(both));
    expect(report).toContain('Add a statement to `Edge` that allows just this (Permissions boundary).');
    expect(report).toContain('Add `s3:PutObject` to `Get`, in `Read` (Identity-based).');
  });

  it('with the service reference asks for no key that AWS does not send with the action', () => {
    const policies: Scenario['policies'] = {
      identity: [
        {
          name: 'Read',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Action: 's3:GetObject',
                Resource: '*',
                Condition: { StringEquals: { 's3:prefix': 'home/' } },
              },
            ],
          },
        },
      ],
    };
    const denied: Scenario = {
      schema: 2,
      request: { ...scenario.request, action: 's3:GetObject', resourceAccount: '111122223333', context: {} },
      policies,
    };
    const fix = (catalog?: Catalog): string =>
      /## How to allow it[^]*?\n\n(.*)/.exec(markdownReport(denied, evaluate(denied), { catalog }))![1]!;
    expect(fix()).toBe('Send the request with `s3:prefix` `home/`.');
    expect(fix(catalogNow())).toBe('Add a statement to `Read` that allows just this (Identity-based).');
  });

  it('tells of each test what it asks, and why it fails', () => {
    const tested: Scenario = {
      ...scenario,
      tests: [
        { name: 'as now', request: {}, expect: 'Denied' },
        {
          name: 'a | b',
          request: { action: 's3:PutObject', context: { 'aws:TagKeys': [], 'aws:username': null } },
          expect: 'Allowed',
        },
      ],
    };
    const report = markdownReport(tested, evaluate(tested));
    expect(report).toContain('## Tests');
    expect(report).toMatch(/\| as now \| the request above \| Denied \| passes \| {2}\|/);
    expect(report).toMatch(
      /\| a \\+\| b \| Action `s3:PutObject`, `aws:TagKeys` not given, `aws:username` not known \| Allowed \| \*\*fails\*\* \| Denied\. [^|]+`s3:PutObject`/,
    );
    expect(markdownReport(scenario, evaluate(scenario))).not.toContain('## Tests');
  });

  it.each(caseScenarios)('can be made of $name', ({ scenario: one }) => {
    const evaluation = evaluate(one);
    const rows = markdownReport(one, evaluation).match(/^\| .* \|$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(evaluation.steps.length);
  });

  it('can be made of any scenario', () => {
    fc.assert(
      fc.property(anyScenario, (any) => {
        expect(markdownReport(any, evaluate(any))).toContain('## Policies');
      }),
    );
  });
});
