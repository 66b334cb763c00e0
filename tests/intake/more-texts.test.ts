/** Kinds of texts that people paste besides the published ones: what each tells, and what it must not tell. */
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/index';

describe('a value that was torn', () => {
  it('in an ARN before the reason leaves the ARN out, and keeps the reason', () => {
    const read = readEvidence(
      'User: arn:aws:sts::111122223333:assumed-role/app/i-1 is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:111122223333:secret:rep orts/db because no identity-based policy allows the secretsmanager:GetSecretValue action',
    );
    expect(read.request).not.toHaveProperty('resource');
    expect(read).toMatchObject({ layer: 'identity', denial: 'implicit' });
    expect(read.notes.join(' ')).toMatch(/broken over lines/);
  });

  it('to points is said to be cut out', () => {
    const read = readEvidence(
      'User: arn:aws:sts::111122223333:assumed-role/ci/x is not authorized to perform: s3:PutObject on resource: ... because no permissions boundary allows the s3:PutObject action',
    );
    expect(read).toMatchObject({ layer: 'boundary', denial: 'implicit' });
    expect(read.notes).toEqual(['The resource is cut out of the text; fill it in.']);
  });

  it('at the end of a policy is said to be cut', () => {
    const read = readEvidence(
      '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTra',
    );
    expect(read.kind).toBe('unknown');
    expect(read.notes[0]).toMatch(/^The policy that begins in line 1 does not end/);
  });
});

describe('a decoded message', () => {
  const context =
    '"context": {"principal": {"arn": "arn:aws:iam::111122223333:user/bob"}, "action": "iam:PassRole", "resource": "arn:aws:iam::111122223333:role/x"}';
  const told = {
    kind: 'decodedMessage',
    denial: 'explicit',
    request: {
      principal: 'arn:aws:iam::111122223333:user/bob',
      action: 'iam:PassRole',
      resource: 'arn:aws:iam::111122223333:role/x',
    },
  };

  it.each([
    ['without the braces around it', `"allowed": false,\n"explicitDeny": true,\n${context}`],
    ['on one line, between prose', `Here it is: "allowed":false,"explicitDeny":true,${context} please help`],
    [
      'as a quotation in Markdown',
      `> **allowed**: false\n> **explicitDeny**: true\n> ${context.replace('"context"', '**context**')}`,
    ],
    ['as a list', `* "allowed": false,\n* "explicitDeny": true,\n* ${context}`],
    ['between fences', `\`\`\`json\n{"allowed": false, "explicitDeny": true, ${context}}\n\`\`\``],
  ])('is read %s', (_, text) => {
    expect(readEvidence(text)).toMatchObject(told);
  });

  it('is not made out of prose', () => {
    expect(readEvidence('It is not allowed: the context of this is lost.').kind).toBe('unknown');
  });
});

describe('a row of an Amazon S3 server access log', () => {
  const row = (requester: string, operation: string, key: string, status: string): string =>
    `79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be reports [06/Feb/2026:00:00:38 +0000] 192.0.2.3 ${requester} 3E57427F3EXAMPLE ${operation} ${key} "GET /x HTTP/1.1" ${status} 243 - 12 - "-" "aws-cli/2.15" - abc= SigV4 ECDHE-RSA-AES128-GCM-SHA256 AuthHeader reports.s3.eu-west-1.amazonaws.com TLSv1.2 - -`;
  const session = 'arn:aws:sts::111122223333:assumed-role/app/i-1';

  it('tells caller, action, object, address and time, and no policy', () => {
    const read = readEvidence(row(session, 'REST.GET.OBJECT', 'a/my%2520file%253F.csv', '403 AccessDenied'));
    expect(read.kind).toBe('denial');
    expect(read.request).toEqual({
      principal: session,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::reports/a/my file?.csv',
      context: {
        'aws:CurrentTime': '2026-02-06T00:00:38Z',
        'aws:SourceIp': '192.0.2.3',
        'aws:SecureTransport': 'true',
      },
    });
    expect(read).not.toHaveProperty('layer');
  });

  it('of a bucket, by nobody, asks for the list', () => {
    expect(readEvidence(row('-', 'REST.GET.BUCKET', '-', '403 AccessDenied')).request).toMatchObject({
      principal: '*',
      action: 's3:ListBucket',
      resource: 'arn:aws:s3:::reports',
    });
  });

  it('with a canonical ID does not name the caller, and an unknown operation no action', () => {
    const canonical = 'f'.repeat(64);
    const read = readEvidence(row(canonical, 'REST.PUT.WIDGET', '-', '403 AccessDenied'));
    expect(read.request).not.toHaveProperty('principal');
    expect(read.request).not.toHaveProperty('action');
    expect(read.notes.join(' ')).toMatch(/Fill in the caller’s ARN.*REST\.PUT\.WIDGET/);
  });

  it('that was answered is no refusal, and gives way to one that was not', () => {
    const answered = row(session, 'REST.PUT.OBJECT', 'a', '200 -');
    expect(readEvidence(answered).notes.join(' ')).toMatch(/status 200, which is no refusal/);
    const both = `${answered}\n${row(session, 'REST.DELETE.OBJECT', 'b', '403 AccessDenied')}`;
    expect(readEvidence(both).request).toMatchObject({ action: 's3:DeleteObject' });
  });
});

describe('CloudTrail', () => {
  it('Insights tell of no single request', () => {
    const read = readEvidence(
      JSON.stringify({
        eventVersion: '1.07',
        eventType: 'AwsCloudTrailInsight',
        insightDetails: { eventName: 'RunInstances', errorCode: 'Client.UnauthorizedOperation' },
      }),
    );
    expect(read.kind).toBe('unknown');
    expect(read.notes[0]).toMatch(/RunInstances.*no single request/);
  });

  it('writes AWS Internal where it names no service', () => {
    const read = readEvidence(
      JSON.stringify({
        eventVersion: '1.08',
        userIdentity: { type: 'AWSService', invokedBy: 'AWS Internal' },
        eventSource: 'kms.amazonaws.com',
        eventName: 'Decrypt',
        sourceIPAddress: 'AWS Internal',
        userAgent: 'AWS Internal',
        errorCode: 'AccessDenied',
      }),
    );
    expect(read.request).toEqual({
      action: 'kms:Decrypt',
      context: { 'aws:PrincipalIsAWSService': 'true' },
    });
    expect(read.notes[0]).toMatch(/names only as `AWS Internal`/);
  });
});

describe('answers of other commands', () => {
  it('API Gateway escapes a policy twice', () => {
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }],
    });
    const escaped = JSON.stringify(policy).slice(1, -1);
    const read = readEvidence(JSON.stringify({ id: 'a1b2c3', name: 'api', policy: escaped }));
    expect(read.policies).toHaveLength(1);
    expect(read.policies?.[0]).toMatchObject({ layer: 'resource', document: JSON.parse(policy) as object });
  });

  it('a permission set names its managed policies', () => {
    const read = readEvidence(
      JSON.stringify({
        AttachedManagedPolicies: [{ Name: 'ReadOnlyAccess', Arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
      }),
    );
    expect(read).toMatchObject({ kind: 'policy', policies: [], named: [{ name: 'ReadOnlyAccess' }] });
  });

  it('JSON that decides nothing is called that', () => {
    expect(readEvidence('{"PermissionSets":["arn:aws:sso:::permissionSet/ssoins-1/ps-1"]}').notes).toEqual([
      'This is JSON, but it holds nothing that decides a request: no policy, no access-denied message, no CloudTrail event, no caller.',
    ]);
  });
});

describe('a bare refusal', () => {
  const words = (text: string): string => readEvidence(text).notes.join(' ');

  it('of a container runtime and of Redshift Spectrum is one', () => {
    const pull =
      'failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1: pulling from host 111122223333.dkr.ecr.eu-west-1.amazonaws.com failed with status code [manifests 1]: 403 Forbidden';
    expect(readEvidence(pull).kind).toBe('denial');
    const scan =
      'Spectrum Scan Error. context: Forbidden: HTTP response error code: 403 Message: AccessDenied';
    expect(readEvidence(scan).kind).toBe('denial');
  });

  it('speaks of Amazon S3 only where S3 may have said it', () => {
    expect(words('You are not authorized to perform this operation.')).not.toMatch(/S3/);
    expect(words('S3Exception: Access Denied (Service: S3, Status Code: 403, Request ID: 9)')).toMatch(/S3/);
  });
});

describe('a refusal that names less than the usual sentence', () => {
  it('of a function URL tells its action', () => {
    const read = readEvidence(
      '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}',
    );
    expect(read).toMatchObject({ kind: 'denial', request: { action: 'lambda:InvokeFunctionUrl' } });
    expect(read.notes.join(' ')).toContain('neither the caller nor the function');
  });

  it('of a managed rule tells the role of the state machine', () => {
    const role = 'arn:aws:iam::111122223333:role/sfn';
    const read = readEvidence(
      `'${role}' is not authorized to create managed-rule. (Service: AWSStepFunctions; Status Code: 400; Error Code: AccessDeniedException; Request ID: 1)`,
    );
    expect(read).toMatchObject({ kind: 'denial', request: { principal: role, action: 'events:PutRule' } });
    expect(read.notes.join(' ')).not.toContain('not who asked');
  });

  it('of a key that CloudTrail names says only that the message does not', () => {
    const read = readEvidence(
      JSON.stringify({
        eventVersion: '1.09',
        userIdentity: {
          type: 'IAMUser',
          arn: 'arn:aws:iam::111122223333:user/ada',
          accountId: '111122223333',
        },
        eventSource: 'kms.amazonaws.com',
        eventName: 'Decrypt',
        errorCode: 'AccessDenied',
        errorMessage:
          'User: arn:aws:iam::111122223333:user/ada is not authorized to perform: kms:Decrypt on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
        resources: [{ ARN: 'arn:aws:kms:us-east-1:444455556666:key/k', accountId: '444455556666' }],
      }),
    );
    expect(read.request?.resource).toBe('arn:aws:kms:us-east-1:444455556666:key/k');
    expect(read.notes.join(' ')).toContain('The message does not name the key.');
  });
});

describe('statements without the policy around them', () => {
  const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
  const deny = { Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' };

  it.each([
    ['one', JSON.stringify(allow), [allow]],
    ['two', `${JSON.stringify(allow)},\n${JSON.stringify(deny)}`, [allow, deny]],
    ['a list', JSON.stringify([allow, deny]), [allow, deny]],
  ])('%s: are read as one policy, and said to be', (_, text, statements) => {
    const read = readEvidence(text);
    expect(read).toMatchObject({
      kind: 'policy',
      policies: [{ layer: 'identity', document: { Version: '2012-10-17', Statement: statements } }],
    });
    expect(read.notes.join(' ')).toContain('around these statements is not in the text');
  });

  it('are not read beside something else, or where one is cut', () => {
    expect(readEvidence(`${JSON.stringify(allow)} {"a": 1}`).kind).toBe('unknown');
    expect(readEvidence(`${JSON.stringify(allow)}, {"Effect": "Deny", "Action": "s3:Dele`).kind).toBe(
      'unknown',
    );
  });
});

describe('a program with a policy that refers to something', () => {
  const written = (resource: string): string =>
    `const policy = {\n  Version: '2012-10-17',\n  Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: [${resource}] }],\n};`;

  it('has a placeholder for it', () => {
    const read = readEvidence(written('`${bucketArn}/*`'));
    expect(read.policies?.map(({ code, document }) => [code?.placeholders, document])).toEqual([
      [
        ['bucketArn'],
        {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['${bucketArn}/*'] }],
        },
      ],
    ]);
    expect(read.notes).toEqual([]);
  });

  it('is left out where the text does not hold a part, and not called YAML', () => {
    const read = readEvidence(written('...arns'));
    expect(read.policies ?? []).toEqual([]);
    expect(read.notes.join(' ')).toContain('`...arns` in line 3 is not written out');
    expect(read.notes.join(' ')).not.toContain('YAML');
  });
});

describe('names of policies alone', () => {
  it('are said to be no policy that can be read', () => {
    const Policies = [
      {
        PolicyName: 'App',
        Arn: 'arn:aws:iam::111122223333:policy/App',
        Path: '/',
        DefaultVersionId: 'v1',
        AttachmentCount: 1,
      },
    ];
    const read = readEvidence(JSON.stringify({ Policies }));
    expect(read.policies).toEqual([]);
    expect(read.notes.join(' ')).toMatch(/names of policies alone.*get-policy-version/);
  });
});

describe('a policy that AWS would refuse', () => {
  it.each([
    { Effect: 'allow', Action: 's3:*', Resource: '*' },
    { Effect: 'Permit', Action: 's3:*', Resource: '*' },
    { Action: 's3:*', Resource: '*' },
  ])('is a policy all the same, for the editor to say what is wrong: %j', (statement) => {
    const document = { Version: '2012-10-17', Statement: [statement] };
    const { kind, policies } = readEvidence(JSON.stringify(document));
    expect(kind).toBe('policy');
    expect(policies?.map((policy) => policy.document)).toEqual([document]);
  });
});

describe('what is said beside a refusal', () => {
  const SERVICE_ONLY =
    'User: arn:aws:sts::111122223333:assumed-role/search/abc is not authorized to perform: es:ESHttpPost with an explicit deny in a resource-based policy';

  it('speaks of buckets only where a bucket was asked for', () => {
    expect(readEvidence(SERVICE_ONLY).notes.join(' ')).not.toMatch(/RestrictPublicBuckets/);
    expect(readEvidence(SERVICE_ONLY.replace('es:ESHttpPost', 's3:GetObject')).notes.join(' ')).toMatch(
      /RestrictPublicBuckets/,
    );
  });

  it('names the action that a call of S3 needs', () => {
    expect(
      readEvidence('operation error S3: HeadObject, https response error StatusCode: 403, RequestID: A')
        .notes,
    ).toContain('The call was HeadObject. It needs `s3:GetObject`; fill that in.');
  });

  it('does not lay it on a policy of IAM where Lake Formation or an authorizer refused', () => {
    expect(
      readEvidence(
        'api error AccessDeniedException: Insufficient Lake Formation permission(s) on orders_db',
      ).notes.join(' '),
    ).toMatch(/permissions of its own; no IAM policy did/);
    expect(
      readEvidence('{"message":"User is not authorized to access this resource"}').notes.join(' '),
    ).toMatch(/Lambda authorizer.*No policy of the account decided/);
  });
});
