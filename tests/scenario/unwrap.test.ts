import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessLayer } from '../../src/intake/guess-layer';
import { unwrapPolicy } from '../../src/intake/unwrap';
import evidence from '../cases/evidence.json';

const document = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
};
const pretty = JSON.stringify(document, null, 2);
const compact = JSON.stringify(document);

describe('unwrapPolicy', () => {
  it('leaves a policy alone', () => {
    for (const text of [pretty, compact, `\n${pretty}\n`, '{"Statement":[]}', '{"Version":"2012-10-17"}'])
      expect(unwrapPolicy(text)).toEqual({ kind: 'policy' });
  });

  it.each([
    ['one statement', '{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}', 1],
    [
      'two with a comma behind',
      '{"Effect":"Allow","Action":"a:B","Resource":"*"},\n{"Effect":"Deny","NotAction":"a:B","Resource":"*"},',
      2,
    ],
    ['a list', '[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]', 1],
  ])('puts a policy around %s', (_, text, count) => {
    const read = unwrapPolicy(text);
    expect(read).toMatchObject({
      kind: 'fixable',
      problem: 'The policy around these statements is missing.',
    });
    const fixed = JSON.parse('fixed' in read ? read.fixed : '') as { Version: string; Statement: unknown[] };
    expect(fixed).toMatchObject({ Version: '2012-10-17' });
    expect(fixed.Statement).toHaveLength(count);
  });

  it('puts none around a list that holds something else', () => {
    expect(unwrapPolicy('[{"Effect":"Allow","Action":"a:B","Resource":"*"},{"a":1}]').kind).toBe(
      'unreadable',
    );
  });

  it.each([
    [
      'get-policy-version',
      { PolicyVersion: { Document: document } },
      'get-policy-version',
      'identity',
      undefined,
    ],
    [
      'get-role-policy',
      { RoleName: 'R', PolicyName: 'P', PolicyDocument: document },
      'get-role-policy',
      'identity',
      'P',
    ],
    [
      'get-user-policy',
      { UserName: 'U', PolicyName: 'P', PolicyDocument: document },
      'get-user-policy',
      'identity',
      'P',
    ],
    ['get-bucket-policy', { Policy: compact }, 'as a text', 'identity', undefined],
    [
      'describe-policy',
      { Policy: { Content: compact, PolicySummary: { Name: 'S', Type: 'SERVICE_CONTROL_POLICY' } } },
      'describe-policy',
      'scp',
      'S',
    ],
    [
      'describe-policy of an RCP',
      { Policy: { Content: compact, PolicySummary: { Name: 'S', Type: 'RESOURCE_CONTROL_POLICY' } } },
      'describe-policy',
      'rcp',
      'S',
    ],
    [
      'describe-vpc-endpoints',
      { VpcEndpoints: [{ VpcEndpointId: 'vpce-1', PolicyDocument: compact }] },
      'describe-vpc-endpoints',
      'endpoint',
      'vpce-1',
    ],
    [
      'sqs get-queue-attributes',
      { Attributes: { Policy: compact } },
      'queue or topic',
      'identity',
      undefined,
    ],
    ['a JSON string', compact, 'quotation marks', 'identity', undefined],
    ['a JSON string twice over', JSON.stringify(compact), 'quotation marks', 'identity', undefined],
    [
      'URL-encoded in JSON',
      { PolicyDocument: encodeURIComponent(compact) },
      'JSON around',
      'identity',
      undefined,
    ],
  ])('takes a policy out of %s', (_, wrapped, how, layer, name) => {
    const found = unwrapPolicy(JSON.stringify(wrapped, null, 4));
    expect(found.kind).toBe('wrapped');
    if (found.kind !== 'wrapped') return;
    expect(found.how).toContain(how);
    expect(found.policies).toHaveLength(1);
    expect(found.policies[0]).toMatchObject({ layer, document });
    expect(found.policies[0]?.name).toBe(name);
  });

  it('takes a role’s trust policy out of get-role, as the resource-based policy', () => {
    const trust = {
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    };
    const found = unwrapPolicy(
      JSON.stringify({ Role: { RoleName: 'App', AssumeRolePolicyDocument: trust } }),
    );
    expect(found).toMatchObject({
      kind: 'wrapped',
      policies: [{ layer: 'trust', name: 'App' }],
    });
  });

  it.each([
    ['a URL-encoded text', encodeURIComponent(compact)],
    ['the text around', `Here it is:\n${pretty}\nThanks!`],
    ['the text around', `$ cat policy.json\n${pretty}`],
    [
      'Terraform',
      `policy = jsonencode({\n  Version = "2012-10-17"\n  Statement = [{ Sid = "Read", Effect = "Allow", Action = "s3:GetObject", Resource = "*" }]\n})`,
    ],
  ])('takes a policy out of %s', (how, text) => {
    expect(unwrapPolicy(text)).toMatchObject({ kind: 'wrapped', how, policies: [{ document }] });
  });

  it('takes several policies out at once', () => {
    expect(unwrapPolicy(`${pretty}\n\nand\n\n${pretty}`)).toMatchObject({ policies: [{}, {}] });
  });

  it.each([
    ['a byte order mark', `\uFEFF${pretty}`, /invisible/, pretty],
    ['no-break spaces', pretty.replace(/ {2}/g, '\u00a0 '), /invisible/, pretty],
    ['typographic quotation marks', pretty.replace(/"(\w+)"/g, '“$1”'), /typographic/, pretty],
    ['a code block', `\`\`\`json\n${pretty}\n\`\`\``, /code block/, pretty],
    ['single quotation marks', compact.replaceAll('"', "'"), /single/, compact],
    ['backslashes', compact.replaceAll('"', '\\"'), /backslashes/, compact],
    [
      'comments and a comma too many',
      '{\n  // who\n  "Version": "2012-10-17", /* old */\n  "Statement": [ "http://x", ], // end\n}',
      /comments and a comma/,
      '{\n\n  "Version": "2012-10-17",\n  "Statement": [ "http://x" ]\n}',
    ],
  ])('repairs %s with the layout kept', (_, text, problem, fixed) => {
    const found = unwrapPolicy(text);
    expect(found).toMatchObject({ kind: 'fixable', fixed });
    expect('problem' in found && found.problem).toMatch(problem);
  });

  it.each([
    ['', /empty/, 0],
    ['{ "Version": "2012-10-17", "Statement": [', /bracket|value/, 41],
    ['{ "Version" "2012-10-17" }', /colon/, 12],
    ['Version: "2012-10-17"\nStatement:\n - Effect: Allow\n  Action: "*"', /YAML/, 0],
    [
      'const p = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Resource: [...arns] }] }',
      /`...arns` in line 1/,
      0,
    ],
    ['permit(principal, action, resource);', /Cedar/, 0],
    ['[1, 2]', /no policy/, 0],
    ['hello', /not JSON|belongs/, 0],
  ])('says what is wrong with %j, and where', (text, problem, offset) => {
    const found = unwrapPolicy(text);
    expect(found).toMatchObject({ kind: 'unreadable', offset });
    expect('problem' in found && found.problem).toMatch(problem);
  });

  it('keeps to itself while a policy is being typed', () => {
    for (let end = 1; end < pretty.length; end += 1)
      expect(unwrapPolicy(pretty.slice(0, end)).kind).toBe('unreadable');
  });

  it('never throws, and offers only what can be read', () => {
    const texts = evidence.map(({ text }) => text).filter((text) => typeof text === 'string');
    const any = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...texts), fc.json());
    fc.assert(
      fc.property(any, any, (first, second) => {
        const found = unwrapPolicy(first + second);
        if (found.kind === 'fixable') expect(unwrapPolicy(found.fixed)).toEqual({ kind: 'policy' });
        if (found.kind === 'wrapped')
          for (const { document } of found.policies)
            expect(unwrapPolicy(JSON.stringify(document))).toEqual({ kind: 'policy' });
      }),
    );
  });
});

describe('guessLayer', () => {
  const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
  it.each([
    ['identity', false, statement],
    ['resource', false, { ...statement, Principal: '*' }],
    [
      'resource',
      true,
      { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: ['sts:AssumeRole', 'sts:TagSession'] },
    ],
    ['rcp', false, { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Condition: {} }],
    ['endpoint', false, { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
    [
      'resource',
      false,
      { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'kms:*', Resource: '*' },
    ],
    ['scp', false, { Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' }],
    [
      'scp',
      false,
      {
        Effect: 'Deny',
        NotAction: 'iam:*',
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
      },
    ],
    ['identity', false, { Effect: 'Allow', Action: '*', Resource: '*' }],
  ])('says %s (trust: %s)', (layer, trust, one) => {
    expect(guessLayer({ Statement: one })).toMatchObject({ layer, trust });
    expect(guessLayer({ Statement: [one] }).reason).toMatch(/\.$/);
  });

  it('takes anything', () => {
    for (const value of [null, [], 'x', { Statement: 5 }, { Statement: [null] }])
      expect(guessLayer(value).layer).toBe('identity');
  });
});
