import { describe, expect, it } from 'vitest';
import { evaluateCall } from '../../src/call/verdict';
import { viewOf } from '../../src/call/view';
import type { Scenario } from '../../src/index';
import { emptyScenario, evaluate, parseScenario, readEvidence } from '../../src/index';
import { writeBack } from '../../src/call/write-back';
import { putTexts, textsElsewhere, withoutTexts } from '../../src/intake/authorization/elsewhere';
import { scenarioFromEvidence } from '../../src/intake/from-evidence';
import { explain } from '../../src/explain/headline';
import { plain } from '../../src/explain/rich';
import { runTests } from '../../src/explain/run-tests';
import { proposeLesson } from '../../src/lessons/propose';
import { travellingLesson } from '../../src/lessons/travelling';
import { maskScenario } from '../../src/mask/mask';
import cases from '../cases/authorization-details.json';

const textOf = (part: string): string => {
  const found = cases.find(({ name }) => name.includes(part));
  if (found === undefined) throw new Error(`no case ${part}`);
  return found.text;
};
const launch = textOf('two evaluations');
const message = textOf('message with an ID');

function paste(text: string, into: Scenario = emptyScenario()): Scenario {
  return scenarioFromEvidence(readEvidence(text), into).scenario;
}

const LARGE = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'NoLarge',
      Effect: 'Deny',
      Action: 'ec2:RunInstances',
      Resource: 'arn:aws:ec2:*:*:instance/*',
      Condition: { StringLike: { 'ec2:InstanceType': '*.large' } },
    },
  ],
};
const LARGE_URI = 'arn:aws:organizations::999988887777:policy/o-a1b2c3d4e5/service_control_policy/p-large1';

describe('the case of AWS’s own evaluation', () => {
  const made = paste(launch);

  it('has the caller, the whole context, and every layer that was in play', () => {
    expect(made.request).toMatchObject({
      principal: 'arn:aws:sts::111122223333:assumed-role/deploy/ci',
      role: 'arn:aws:iam::111122223333:role/deploy',
      action: 'ec2:RunInstances',
    });
    expect(Object.keys(made.policies).sort()).toEqual(['identity', 'scp']);
    expect(made.policies.scp).toMatchObject([
      { target: 'Root', policies: [{ name: 'p-FullAWSAccess' }] },
      { target: 'OU ou-ab12-workloads', policies: [{ name: 'p-large1', reported: true }] },
      { target: 'Account 111122223333', policies: [{ name: 'p-FullAWSAccess' }] },
    ]);
  });

  it('is decided by what AWS says had matched, before any text is there', () => {
    const { decision, decidedBy } = evaluate(made);
    expect(decision).toBe('ExplicitlyDenied');
    expect(decidedBy).toMatchObject([{ layer: 'scp', policy: 'p-large1', sid: 'NoLarge' }]);
  });

  it('has the other evaluations as linked requests, each as AWS decided it', () => {
    expect(made.linked).toMatchObject([{ request: { action: 'iam:PassRole' } }]);
    const passing = viewOf(made, 1);
    expect(passing.request.context).toMatchObject({ 'iam:PassedToService': 'ec2.amazonaws.com' });
    expect(passing.request.context).not.toHaveProperty('ec2:InstanceType');
    expect(evaluateCall(made).parts.map(({ evaluation }) => evaluation.decision)).toEqual([
      'ExplicitlyDenied',
      'ImplicitlyDenied',
    ]);
  });

  it('says nothing of any other request: there the policies are not known', () => {
    const other: Scenario = { ...made, request: { ...made.request, action: 'ec2:StopInstances' } };
    expect(evaluate(other).decision).toBe('Undetermined');
  });

  it('takes a key that AWS does not list for absent, also one that every request has', () => {
    const text = JSON.stringify({
      PolicyVersion: {
        Document: {
          Statement: [
            {
              Sid: 'Statement1',
              Effect: 'Allow',
              Action: '*',
              Resource: '*',
              Condition: { Null: { 'aws:UserAgent': 'true' } },
            },
          ],
        },
      },
    });
    const identity = paste(`# policy: arn:aws:iam::aws:policy/AmazonEC2FullAccess\n${text}`, made);
    const { steps } = evaluate(identity);
    expect(steps.find(({ id }) => id === 'identity')?.outcome.kind).toBe('allows');
  });

  it('takes in the texts by the lines of its script, and is then decided by them', () => {
    const answer = `# policy as evaluated: ${LARGE_URI}\n${JSON.stringify({ policyDocument: JSON.stringify(LARGE) })}`;
    const full = paste(answer, made);
    expect(full.policies.scp).toMatchObject([
      {},
      { policies: [{ name: 'p-large1', uri: LARGE_URI, document: LARGE }] },
      {},
    ]);
    const small = { ...full.request, context: { ...full.request.context, 'ec2:InstanceType': 'm7i.small' } };
    expect(evaluate(full).decision).toBe('ExplicitlyDenied');
    expect(evaluate({ ...full, request: small }).decidedBy).toEqual([]);
  });

  it('knows a bare text by the Sid that AWS named', () => {
    const full = paste(JSON.stringify(LARGE), made);
    expect(full.policies.scp).toMatchObject([{}, { policies: [{ name: 'p-large1', document: LARGE }] }, {}]);
  });

  it('is the same whatever comes first: details, texts or both at once', () => {
    const answer = `# policy as evaluated: ${LARGE_URI}\n${JSON.stringify(LARGE, null, 1)}`;
    const after = paste(answer, made);
    expect(paste(`${answer}\n\n${launch}`)).toEqual(after);
    expect(paste(`${launch}\n${answer}`)).toEqual(after);
    const first = paste(`# attached to: ou-ab12-workloads\n${answer}`);
    expect(paste(launch, first)).toEqual(after);
  });

  it('survives the format, and masking with AWS’s word still about it', () => {
    expect(parseScenario(structuredClone(made))).toEqual(made);
    const { scenario: masked } = maskScenario(made);
    expect(JSON.stringify(masked)).not.toContain('999988887777');
    expect(JSON.stringify(masked)).not.toContain('p-large1');
    expect(evaluate(masked).decision).toBe('ExplicitlyDenied');
  });
});

describe('a message with an authorization ID', () => {
  it('offers first the command that prints AWS’s own evaluation', () => {
    const { commands } = scenarioFromEvidence(readEvidence(message));
    expect(commands[0]?.command).toBe(
      'aws iam-toolbox get-request-authorization-details --output json --authorization-id a1b2c3d4e5f6g7h8i9j0',
    );
    expect(commands[0]?.why).toContain('iam:GetRequestAuthorizationDetails');
    expect(commands[0]?.why).toContain('24 hours');
  });

  it('says without one how to get one', () => {
    const { unknown } = scenarioFromEvidence(readEvidence(message.replace(/ Go to [^]*/, '')));
    expect(unknown.join(' ')).toContain('repeat the call');
  });

  it('keeps the ID out of the case', () => {
    expect(JSON.stringify(paste(message))).not.toContain('a1b2c3d4e5f6g7h8i9j0');
    expect(JSON.stringify(paste(`${message}\n${launch}`))).not.toContain('a1b2c3d4e5f6g7h8i9j0');
  });
});

describe('the dresses of the details', () => {
  const decided = (text: string) => {
    const { kind, request, layer, evaluations } = readEvidence(text);
    return { kind, action: request?.action, layer, outcomes: evaluations?.map(({ outcome }) => outcome) };
  };
  const plain = decided(launch);
  const python = launch.replaceAll('"', "'").replaceAll('true', 'True');
  const capitals = launch.replace(
    /"([a-z])(\w*)":/g,
    (_, first: string, rest: string) => `"${first.toUpperCase()}${rest}":`,
  );

  it.each([
    ['as Python prints it', python],
    ['with capitals', capitals],
    [
      'behind the command',
      `$ aws iam-toolbox get-request-authorization-details --authorization-id x\n${launch}`,
    ],
  ])('%s', (_, text) => {
    expect(decided(text)).toEqual(plain);
  });

  it('in two pages, of which the first says that there is more', () => {
    const details = JSON.parse(launch) as { evaluations: unknown[] };
    const [first, second] = details.evaluations;
    const pages = [
      { ...details, evaluations: [first], nextToken: 'x' },
      { ...details, evaluations: [second] },
    ];
    expect(decided(pages.map((page) => JSON.stringify(page)).join('\n'))).toEqual(plain);
    expect(readEvidence(JSON.stringify(pages[0])).notes.join(' ')).toContain('one page');
  });

  it('in the parts that --query prints', () => {
    const { evaluations, policies, requestContext } = JSON.parse(launch) as Record<string, unknown>;
    expect(
      decided([evaluations, policies, requestContext].map((part) => JSON.stringify(part)).join('\n\n')),
    ).toEqual(plain);
    const { complete } = readEvidence(JSON.stringify(evaluations));
    expect(complete).toEqual({ context: false, policies: false });
  });

  it('with a policy type and a member that are not known: both are said', () => {
    const details = JSON.parse(launch) as Record<string, unknown>;
    const odd = { ...details, riskScore: 1, policies: [{ type: 'FUTURE_POLICY', uri: 'x', attachedTo: [] }] };
    const { notes, policies = [] } = readEvidence(JSON.stringify(odd));
    expect(policies).toEqual([]);
    expect(notes.join(' ')).toContain('FUTURE_POLICY');
    expect(notes.join(' ')).toContain('riskScore');
  });
});

describe('details in other forms', () => {
  const details = JSON.parse(launch) as Record<string, unknown>;
  const snake = launch.replace(
    /"([a-z][A-Za-z]*)":/g,
    (_, name: string) => `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}":`,
  );
  const pairs = Object.entries(details.requestContext as object).map(([key, value]) => ({
    key,
    value: value as unknown,
  }));
  const asked = (text: string) => {
    const { kind, request, evaluations } = readEvidence(text);
    return { kind, request, outcomes: evaluations?.map(({ outcome, by }) => [outcome, by]) };
  };

  it.each([
    ['names in snake case', snake],
    ['a context of names and values', JSON.stringify({ ...details, requestContext: pairs })],
  ])('%s say the same', (_, text) => {
    expect(asked(text)).toEqual(asked(launch));
  });

  it.each<[string, unknown, string]>([
    [
      'an object as a value',
      { ...(details.requestContext as object), 'aws:x': { a: { b: 1 } } },
      '`aws:x` is of no form',
    ],
    ['a context of another form', [1, 2], 'context of the request is of a form that is not known here'],
  ])('%s is left out, and said', (_, requestContext, words) => {
    const { notes } = readEvidence(JSON.stringify({ ...details, requestContext }));
    expect(notes.join(' ')).toContain(words);
  });

  it('an effect under another name is said, and decides nothing', () => {
    const evaluations = [
      { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', decision: 'DENY', matchedPolicies: [] },
    ];
    const { notes, denial } = readEvidence(JSON.stringify({ ...details, evaluations }));
    expect(denial).toBeUndefined();
    expect(notes.join(' ')).toContain('`decision`');
    expect(notes.join(' ')).toContain('does not tell how it decided');
  });

  it('a service’s own call has the service as its caller', () => {
    const requestContext = {
      'aws:PrincipalServiceName': 'cloudtrail.amazonaws.com',
      'aws:PrincipalIsAWSService': true,
    };
    expect(readEvidence(JSON.stringify({ ...details, requestContext })).request?.principal).toBe(
      'cloudtrail.amazonaws.com',
    );
  });

  it.each([{ evaluations: [] }, { evaluations: undefined }])(
    'no evaluation: what was asked is not told',
    (without) => {
      const { kind, request, notes } = readEvidence(JSON.stringify({ ...details, ...without }));
      expect(kind).toBe('authorizationDetails');
      expect(request?.action).toBeUndefined();
      expect(notes.join(' ')).toContain('AWS lists no evaluation');
    },
  );
});

describe('an allow of several policies of which only what matched is known', () => {
  const role = 'arn:aws:iam::111122223333:role/deploy';
  const allowed = paste(
    JSON.stringify({
      requestContext: { 'aws:PrincipalArn': role, 'aws:userid': 'AROAEXAMPLEEXAMPLE01:ci' },
      evaluations: [
        {
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::b/k',
          evaluatedEffect: 'ALLOW',
          matchedPolicies: ['own', 'bucket'].map((uri) => ({
            uri,
            matchedStatements: [{ sid: uri, evaluatedEffect: 'ALLOW' }],
          })),
        },
      ],
      policies: [
        { type: 'IDENTITY_BASED_POLICY', inline: true, uri: 'own', attachedTo: [{ arn: role }] },
        {
          type: 'RESOURCE_BASED_POLICY',
          inline: true,
          uri: 'bucket',
          attachedTo: [{ arn: 'arn:aws:s3:::b' }],
        },
      ],
    }),
  );

  it('does not say which of them would be enough', () => {
    const { lead, sentence, note, aside } = explain(allowed);
    expect(`${lead} ${plain(sentence)}`).toBe(
      'AWS says: allowed. By what AWS says matched, the bucket policy and an identity policy allow s3:GetObject',
    );
    expect([note, aside]).toEqual([undefined, undefined]);
  });

  it('is drawn so in every test that keeps AWS’s verdict', () => {
    const kept = { ...allowed, tests: [{ name: 'AWS', request: {}, expect: 'Allowed' as const }] };
    expect(runTests(kept).map(({ kind }) => kind)).toEqual(['passes']);
  });

  it('makes a lesson, whose puzzle edits no policy that is not here', () => {
    const kept = { ...made, tests: [{ name: 'AWS', request: {}, expect: 'Denied' as const }] };
    const lesson = proposeLesson(kept);
    expect(lesson.ask?.options.some(({ id }) => id === 'right')).toBe(true);
    expect(lesson.repair?.edit.join()).not.toContain('scp/1');
    expect(parseScenario(JSON.parse(JSON.stringify({ ...kept, lesson })))).toEqual({ ...kept, lesson });
    expect(travellingLesson({ ...kept, lesson })?.ask.options.length).toBeGreaterThan(0);
  });
  const made = paste(launch);
});

describe('the text of a policy that another request of the call is under', () => {
  const role = 'arn:aws:iam::111122223333:role/deploy';
  const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
  const call = paste(
    JSON.stringify({
      requestContext: { 'aws:PrincipalArn': role },
      evaluations: [
        {
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::b/k',
          evaluatedEffect: 'ALLOW',
          matchedPolicies: [{ uri: 'own', matchedStatements: [{ sid: 'A', evaluatedEffect: 'ALLOW' }] }],
        },
        { action: 'kms:Decrypt', resource: key, evaluatedEffect: 'IMPLICIT_DENY' },
      ],
      policies: [
        { type: 'IDENTITY_BASED_POLICY', inline: true, uri: 'own', attachedTo: [{ arn: role }] },
        { type: 'RESOURCE_BASED_POLICY', inline: true, uri: 'key', attachedTo: [{ arn: key }] },
        {
          type: 'RESOURCE_BASED_POLICY',
          inline: true,
          uri: 'bucket',
          attachedTo: [{ arn: 'arn:aws:s3:::b' }],
        },
      ],
    }),
  );
  const text = {
    Version: '2012-10-17',
    Statement: [{ Sid: 'B', Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }],
  };
  const answer = `# policy as evaluated: bucket\n${JSON.stringify({ policyDocument: text })}`;

  it('goes there by its uri, and leaves the policy of this request alone', () => {
    expect(call.request.action).toBe('kms:Decrypt');
    const { scenario: full, understood, incoming } = scenarioFromEvidence(readEvidence(answer), call);
    expect(full.policies).toEqual(call.policies);
    expect(full.linked).toMatchObject([{ policies: { resource: { uri: 'bucket', document: text } } }]);
    expect(full.linked?.[0]?.policies?.resource).not.toHaveProperty('reported');
    expect(incoming).toEqual([]);
    expect(understood.join()).toContain('goes in with the request of the call');
  });

  it('goes there too while only one request of the call is looked at', () => {
    const view = viewOf(call, 0);
    const texts = textsElsewhere(readEvidence(answer), view, call);
    expect([...texts.keys()]).toEqual(['bucket']);
    const rest = withoutTexts(readEvidence(answer), texts);
    const full = putTexts(writeBack(call, 0, scenarioFromEvidence(rest, view).scenario), texts);
    expect(full).toEqual(paste(answer, call));
  });
});

describe('parts of the details', () => {
  const CONTEXT = '{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/app","aws:SourceIp":"203.0.113.8"}';

  it('add the context to the request of a message that was pasted before', () => {
    const message = readEvidence(
      'User: arn:aws:iam::111122223333:role/app is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows the s3:GetObject action',
    );
    const before = scenarioFromEvidence(message).scenario;
    const { scenario } = scenarioFromEvidence(readEvidence(CONTEXT), before);
    expect(scenario.request).toMatchObject({
      principal: 'arn:aws:iam::111122223333:role/app',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
      context: { 'aws:SourceIp': '203.0.113.8' },
    });
  });

  it('say which part could not be read', () => {
    const { notes } = readEvidence(
      `{ requestContext: { 'aws:PrincipalArn': ARN }, evaluations: [ { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', evaluatedEffect: 'IMPLICIT_DENY', matchedPolicies: [] } ], policies: [ { type: 'VPC_ENDPOINT_POLICY', attachedTo: [Array] } ] }`,
    );
    expect(notes.join(' ')).toMatch(
      /left out: the context of the request and the list of policies\. Run the command again/,
    );
  });

  it.each([
    [
      'EVALUATIONS\tsqs:SendMessage\tIMPLICIT_DENY\tarn:aws:sqs:eu-west-1:111122223333:q',
      /--output json` with the authorization ID/,
    ],
    ['{\n  policies: [ [Object], [Object] ],\n  evaluations: [ [Object] ]\n}', /JSON\.stringify/],
    ['RequestContext  : {[aws:PrincipalArn, arn:aws:iam::111122223333:user/mia]}', /ConvertTo-Json/],
  ])('say how to get the whole: %s', (text, words) => {
    expect(readEvidence(text).notes.join(' ')).toMatch(words);
  });
});
