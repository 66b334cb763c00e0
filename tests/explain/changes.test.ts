import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import { policyAt } from '../../src/case/scenario';
import type { Policies, Scenario } from '../../src/case/scenario';
import { applyChange, changesFor } from '../../src/explain/changes';
import type { Change } from '../../src/explain/changes';
import { appendStatement, appendValue, removeStatement } from '../../src/language/edits-at';
import { markdown } from '../../src/explain/rich';
import { CROSS, DENIED, EXPLICIT, ONE, UNKNOWN } from './states';
import { policy, request, scenario } from './support';

const changes = (asked: Scenario): readonly Change[] => changesFor(asked, evaluate(asked));

const told = (asked: Scenario): string[] =>
  changes(asked).map(
    ({ layer, title, enough, result }) => `${layer}: ${markdown(title)} -> ${enough ? 'enough' : result}`,
  );

const after = (asked: Scenario, kind: Change['kind']): string => {
  const change = changes(asked).find((candidate) => candidate.kind === kind)!;
  const found = policyAt(applyChange(asked, change).policies, change.address)!;
  return found.text!;
};

const allow = (fields: object) => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...fields });
const identity = (...statements: object[]): Policies => ({
  identity: [{ name: 'Access', document: policy(...statements) }],
});

describe('what would change a denial', () => {
  it('adds the action to the nearest statement of the boundary', () => {
    expect(told(DENIED)).toEqual([
      'boundary: Add `s3:PutObject` to `ReadArtifacts` -> enough',
      'boundary: Add a statement to `DeveloperBoundary` that allows just this -> enough',
    ]);
    expect(after(DENIED, 'addAction')).toContain(
      '"Action": ["s3:GetObject", "s3:ListBucket", "s3:PutObject"],',
    );
    expect(after(DENIED, 'addStatement')).toContain(`    },
    {
      "Effect": "Allow",
      "Action": "s3:PutObject",
      "Resource": "arn:aws:s3:::example-reports/2026/11/summary.csv"
    }
  ]
}`);
  });

  it('adds the resource, never everything', () => {
    expect(told(ONE)).toEqual([
      'identity: Add `arn:aws:s3:::example-bucket/photo.jpg` to `ReadObjects` -> enough',
      'identity: Add the bucket’s objects to `ReadObjects`: `arn:aws:s3:::example-bucket/*` -> enough',
      'identity: Add a statement to `BucketRead` that allows just this -> enough',
    ]);
    for (const { newText } of changes(ONE)) expect(newText).not.toContain('"*"');
  });

  it('writes a name that looks like a variable so that it stands for itself', () => {
    const asked = scenario(
      { action: 's3:GetObject', resource: 'arn:aws:s3:::drop/${date}/a' },
      identity(allow({ Resource: 'arn:aws:s3:::other/*' })),
    );
    expect(told(asked)[0]).toBe('identity: Add `arn:aws:s3:::drop/${$}{date}/a` to `Statement 1` -> enough');
    expect(after(asked, 'addStatement')).toContain('"Resource": "arn:aws:s3:::drop/${$}{date}/a"');
    const old = asked.policies.identity as { name: string; document: object }[];
    const before2012 = {
      ...asked,
      policies: { identity: [{ ...old[0]!, document: { ...old[0]!.document, Version: '2008-10-17' } }] },
    };
    expect(after(before2012, 'addResource')).toContain('"arn:aws:s3:::drop/${date}/a"');
  });

  it('corrects the account of an ARN', () => {
    const asked = scenario(
      { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' },
      identity({
        Sid: 'Send',
        Effect: 'Allow',
        Action: 'sqs:*',
        Resource: 'arn:aws:sqs:eu-west-1:444455556666:orders',
      }),
    );
    expect(told(asked)[0]).toBe('identity: Correct the account in `Send`: `111122223333` -> enough');
    expect(after(asked, 'correctResource')).toContain('"arn:aws:sqs:eu-west-1:111122223333:orders"');
  });

  it('lets a value in, or sends the key', () => {
    const condition = { StringEquals: { 'aws:PrincipalTag/team': ['red', 'blue'] } };
    const asked = scenario(
      { context: { 'aws:PrincipalTag/team': 'green' } },
      identity(allow({ Sid: 'Teams', Condition: condition })),
    );
    expect(told(asked)).toEqual([
      'identity: Let `green` in for `aws:PrincipalTag/team` in `Teams` -> enough',
      'identity: Tag the caller with `team` = `red` -> enough',
      'identity: Add a statement to `Access` that allows just this -> enough',
    ]);
    const mfa = scenario(
      {},
      identity(allow({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })),
    );
    expect(told(mfa)[0]).toBe(
      'identity: Send the request with `aws:MultiFactorAuthPresent` `true` -> enough',
    );
  });

  it('names the caller in a trust policy', () => {
    const asked = scenario(
      { action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/Deploy' },
      {
        resource: {
          name: 'Trust',
          document: policy({
            Sid: 'Bob',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:user/bob' },
            Action: 'sts:AssumeRole',
          }),
        },
      },
    );
    expect(told(asked)).toEqual([
      'resource: Name `user/alice` in `Bob` -> enough',
      'resource: Add a statement to `Trust` that allows just this -> enough',
    ]);
    expect(JSON.parse(after(asked, 'addStatement'))).toMatchObject({
      Statement: [
        { Sid: 'Bob' },
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:user/alice' },
          Action: 'sts:AssumeRole',
        },
      ],
    });
  });

  it('adds a policy where the layer has none, and says that it is not enough', () => {
    const asked = scenario(
      { resourceAccount: '444455556666' },
      { boundary: { name: 'Edge', document: policy(allow({ Action: 'ec2:*' })) } },
    );
    expect(told(asked)).toEqual([
      'identity: Add an identity policy that allows just this -> ImplicitlyDenied',
      'resource: Add a bucket policy that allows just this -> ImplicitlyDenied',
      'boundary: Add a statement to `Edge` that allows just this -> ImplicitlyDenied',
    ]);
  });

  it('spares the request from a Deny', () => {
    expect(told(EXPLICIT)).toEqual([
      'scp: Make the request in `eu-west-1` -> enough',
      'scp: Add `ec2:RunInstances` to what `DenyOutsideApprovedRegions` leaves out -> enough',
      'scp: Let `eu-north-1` through in `DenyOutsideApprovedRegions` -> enough',
      'scp: Exempt `role/PlatformDeploy` from `DenyOutsideApprovedRegions` -> enough',
    ]);
    const asked = scenario(
      {},
      identity(allow({}), { Sid: 'No', Effect: 'Deny', Action: 's3:*', Resource: '*' }),
    );
    expect(told(asked)).toEqual(['identity: Exempt `user/alice` from `No` -> enough']);
    expect(JSON.parse(after(asked, 'exempt'))).toMatchObject({
      Statement: [{}, { Condition: { ArnNotEquals: { 'aws:PrincipalArn': request().principal } } }],
    });
  });
});

describe('what would close an allow', () => {
  it('denies just this, or removes the statement', () => {
    expect(told(CROSS)).toEqual([
      'identity: Deny just this in `LakeReadAccess` -> enough',
      'resource: Deny just this in `LakeBucketPolicy` -> enough',
      'resource: Remove `AnalyticsRead` from `LakeBucketPolicy` -> enough',
    ]);
    expect(after(CROSS, 'removeStatement')).toMatch(/"Statement": \[\n {4}\{\n {6}"Sid": "TlsOnly"/);
  });

  it('leaves out a removal that closes nothing', () => {
    const asked = scenario({}, identity(allow({ Sid: 'One' }), allow({ Sid: 'Two' })));
    expect(told(asked)).toEqual(['identity: Deny just this in `Access` -> enough']);
  });
});

it('proposes nothing while the verdict is open', () => {
  expect(changes(UNKNOWN)).toEqual([]);
});

describe('an edit', () => {
  it('keeps the layout of lists', () => {
    expect(appendValue('{"a": "x"}', 'a', 'y')).toBe('{"a": ["x", "y"]}');
    expect(appendValue('{"a": ["x"]}', 'a', 'y')).toBe('{"a": ["x", "y"]}');
    expect(appendValue('{"a": []}', 'a', 'y')).toBe('{"a": ["y"]}');
    expect(appendValue('{\n  "a": [\n    "x"\n  ]\n}', 'a', 'y')).toBe(
      '{\n  "a": [\n    "x",\n    "y"\n  ]\n}',
    );
    expect(appendValue('{"a": 1}', 'b', 'y')).toBeUndefined();
  });

  it('makes a list of a single statement', () => {
    expect(JSON.parse(appendStatement('{"Statement": {"Sid": "A"}}', { Sid: 'B' })!)).toEqual({
      Statement: [{ Sid: 'A' }, { Sid: 'B' }],
    });
  });

  it('takes a statement away with its comma', () => {
    const text = '{"Statement": [{"Sid": "A"}, {"Sid": "B"}, {"Sid": "C"}]}';
    expect(removeStatement(text, 0)).toBe('{"Statement": [{"Sid": "B"}, {"Sid": "C"}]}');
    expect(removeStatement(text, 2)).toBe('{"Statement": [{"Sid": "A"}, {"Sid": "B"}]}');
    expect(removeStatement('{"Statement": [{"Sid": "A"}]}', 0)).toBeUndefined();
  });

  it('keeps line ends and tabs', () => {
    const text = '{\r\n\t"Statement": [\r\n\t\t{ "Sid": "A" }\r\n\t]\r\n}';
    expect(appendStatement(text, { Sid: 'B' })).toBe(
      '{\r\n\t"Statement": [\r\n\t\t{ "Sid": "A" },\r\n\t\t{\r\n\t\t\t"Sid": "B"\r\n\t\t}\r\n\t]\r\n}',
    );
  });
});
