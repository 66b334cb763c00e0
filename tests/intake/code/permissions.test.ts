import { describe, expect, it } from 'vitest';
import { emptyScenario } from '../../../src/formats/schema';
import { readEvidence } from '../../../src/index';
import { scenarioFromEvidence } from '../../../src/intake/from-evidence';
import type { EvidencePolicy } from '../../../src/intake/evidence/types';

function policiesOf(text: string): readonly EvidencePolicy[] {
  return readEvidence(text).policies ?? [];
}

const FUNCTION = `resource "aws_lambda_function" "thumb" {
  function_name = "thumbnails"
}
`;

/** Lambda API Reference, "AddPermission": what each parameter becomes in the function's policy. */
describe('permissions of a Lambda function in Terraform', () => {
  it('are one policy on the function, with each argument where AWS puts it', () => {
    const [policy, ...others] = policiesOf(`${FUNCTION}
resource "aws_lambda_permission" "s3" {
  statement_id   = "AllowS3"
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.thumb.function_name
  principal      = "s3.amazonaws.com"
  source_arn     = aws_s3_bucket.in.arn
  source_account = "111122223333"
}
resource "aws_lambda_permission" "url" {
  action                 = "lambda:InvokeFunctionUrl"
  function_name          = aws_lambda_function.thumb.arn
  qualifier              = "live"
  principal              = "*"
  function_url_auth_type = "AWS_IAM"
  principal_org_id       = "o-exampleorg1"
}
resource "aws_lambda_permission" "other" {
  action                   = "lambda:InvokeFunction"
  function_name            = aws_lambda_function.thumb.function_name
  principal                = "444455556666"
  invoked_via_function_url = true
}
`);
    expect(others).toEqual([]);
    expect(policy).toMatchObject({ layer: 'resource', name: 'Policy of thumbnails' });
    expect(policy!.code!.attachedTo).toEqual([{ kind: 'function', name: 'thumbnails' }]);
    expect(policy!.code!.placeholders).toEqual(['aws_lambda_function.thumb.arn', 'aws_s3_bucket.in.arn']);
    expect(policy!.document).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AllowS3',
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: '${aws_lambda_function.thumb.arn}',
          Condition: {
            ArnLike: { 'AWS:SourceArn': '${aws_s3_bucket.in.arn}' },
            StringEquals: { 'AWS:SourceAccount': '111122223333' },
          },
        },
        {
          Sid: 'url',
          Effect: 'Allow',
          Principal: '*',
          Action: 'lambda:InvokeFunctionUrl',
          Resource: '${aws_lambda_function.thumb.arn}:live',
          Condition: {
            StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1', 'lambda:FunctionUrlAuthType': 'AWS_IAM' },
          },
        },
        {
          Sid: 'other',
          Effect: 'Allow',
          Principal: { AWS: '444455556666' },
          Action: 'lambda:InvokeFunction',
          Resource: '${aws_lambda_function.thumb.arn}',
          Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } },
        },
      ],
    });
  });

  it('name what stands open where only the function’s name is told', () => {
    const [policy] = policiesOf(
      'resource "aws_lambda_permission" "p" {\n  action = "lambda:InvokeFunction"\n  function_name = "orders"\n  principal = "events.amazonaws.com"\n}\n',
    );
    expect(policy!.document).toMatchObject({
      Statement: [
        {
          Resource:
            'arn:${data.aws_partition.current.partition}:lambda:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:function:orders',
        },
      ],
    });
  });

  it('leave the policy out where one lacks its action, and say so', () => {
    const evidence = readEvidence(
      'resource "aws_lambda_permission" "p" {\n  function_name = "orders"\n  principal = "events.amazonaws.com"\n}\n',
    );
    expect(evidence.policies ?? []).toEqual([]);
    expect(evidence.notes.join(' ')).toMatch(/Policy of orders: .* in line 1, column 1, could not be read/);
  });

  it('are read from a plan too, with the ARN of the function', () => {
    const values = (type: string, more: object): object => ({
      address: `${type}.x`,
      mode: 'managed',
      type,
      values: more,
    });
    const arn = 'arn:aws:lambda:eu-west-1:111122223333:function:orders';
    const [policy] = policiesOf(
      JSON.stringify({
        format_version: '1.2',
        values: {
          root_module: {
            resources: [
              values('aws_lambda_function', { function_name: 'orders', arn }),
              values('aws_lambda_permission', {
                action: 'lambda:InvokeFunction',
                function_name: 'orders',
                principal: 'events.amazonaws.com',
                qualifier: '',
                source_account: null,
              }),
            ],
          },
        },
      }),
    );
    expect(policy).toMatchObject({
      layer: 'resource',
      document: {
        Statement: [
          {
            Sid: 'x',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'lambda:InvokeFunction',
            Resource: arn,
          },
        ],
      },
    });
  });

  it('say of access by other means that it is not read', () => {
    const { notes } = readEvidence(`${FUNCTION}
resource "aws_kms_grant" "g" {
  key_id = "k"
}
resource "aws_iam_role_policy" "p" {
  role   = "app"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "kms:Decrypt", Resource = "*" }] })
}
`);
    expect(notes).toEqual(['`aws_kms_grant.g` in line 5 is a grant of a key, and is not read.']);
  });
});

const STATEMENT = '{ Effect = "Allow", Action = "s3:*", Resource = "*" }';

/** IAM User Guide, "IAM user groups": the policies of a group are those of its users. */
describe('members of groups', () => {
  const terraform = `
resource "aws_iam_user" "kim" { name = "kim" }
resource "aws_iam_group" "dev" { name = "developers" }
MEMBERSHIP
resource "aws_iam_group_policy" "p" {
  name   = "s3"
  group  = aws_iam_group.dev.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [${STATEMENT}] })
}
`;
  const template = `Resources:
  Kim: { Type: AWS::IAM::User, Properties: { UserName: kim GROUPS } }
  Dev:
    Type: AWS::IAM::Group
    Properties:
      GroupName: developers
      Policies:
        - PolicyName: s3
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: 's3:*', Resource: '*' }] }
`;
  it.each([
    [
      'aws_iam_group_membership',
      terraform.replace(
        'MEMBERSHIP',
        'resource "aws_iam_group_membership" "m" {\n  name = "m"\n  group = aws_iam_group.dev.name\n  users = [aws_iam_user.kim.name]\n}',
      ),
    ],
    [
      'aws_iam_user_group_membership',
      terraform.replace(
        'MEMBERSHIP',
        'resource "aws_iam_user_group_membership" "m" {\n  user = aws_iam_user.kim.name\n  groups = ["developers"]\n}',
      ),
    ],
    [
      'AWS::IAM::UserToGroupAddition',
      `${template.replace(' GROUPS', '')}  Add: { Type: AWS::IAM::UserToGroupAddition, Properties: { GroupName: !Ref Dev, Users: [!Ref Kim] } }\n`,
    ],
    ['Groups of a user', template.replace(' GROUPS', ', Groups: [!Ref Dev]')],
  ])('have its policies: %s', (_, text) => {
    const evidence = readEvidence(text);
    const [policy] = evidence.policies ?? [];
    expect(policy).toMatchObject({ name: 's3', layer: 'identity', via: 'group/developers' });
    expect(policy!.code!.attachedTo).toContainEqual({ kind: 'user', name: 'kim', through: 'developers' });
    const request = { ...emptyScenario().request, principal: 'arn:aws:iam::111122223333:user/kim' };
    const { policies } = scenarioFromEvidence(evidence, { ...emptyScenario(), request }).scenario;
    expect(policies.identity).toHaveLength(1);
    expect(JSON.stringify(policies.identity)).toContain('s3:*');
  });

  it('of others have not', () => {
    const evidence = readEvidence(
      terraform.replace(
        'MEMBERSHIP',
        'resource "aws_iam_user_policy" "u" {\n  user = "kim"\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "ec2:*", Resource = "*" }] })\n}',
      ),
    );
    const request = { ...emptyScenario().request, principal: 'arn:aws:iam::111122223333:user/kim' };
    const { policies } = scenarioFromEvidence(evidence, { ...emptyScenario(), request }).scenario;
    expect(JSON.stringify(policies.identity)).not.toContain('s3:*');
    expect(JSON.stringify(policies.identity)).toContain('ec2:*');
  });
});
