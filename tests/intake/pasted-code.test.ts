/** The forms of code that people paste most, in shapes of public modules, read whole and without editing. */
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/index';

function documents(text: string): readonly unknown[] {
  return (readEvidence(text).policies ?? []).map(({ document }) => document);
}

describe('Terraform', () => {
  it('a document with lists of locals, a ternary, a dynamic block and a format', () => {
    const text = `locals {
  prefix = "\${var.project}-\${var.environment}"
  reads  = ["dynamodb:GetItem", "dynamodb:Query"]
}
variable "project" { default = "checkout" }
variable "environment" { type = string }
variable "writes" {
  type    = bool
  default = false
}
data "aws_iam_policy_document" "worker" {
  statement {
    sid       = "Tables"
    actions   = concat(local.reads, var.writes ? ["dynamodb:PutItem"] : [])
    resources = [aws_dynamodb_table.orders.arn, "\${aws_dynamodb_table.orders.arn}/index/*"]
  }
  statement {
    actions   = ["logs:PutLogEvents"]
    resources = [format("arn:aws:logs:%s:%s:log-group:/app/%s:*", data.aws_region.this.name, "111122223333", local.prefix)]
  }
  dynamic "statement" {
    for_each = toset(["in", "retry"])
    content {
      actions   = ["sqs:ReceiveMessage"]
      resources = ["arn:aws:sqs:*:*:\${local.prefix}-\${statement.value}"]
    }
  }
}
resource "aws_iam_role_policy" "worker" {
  role   = aws_iam_role.worker.id
  policy = data.aws_iam_policy_document.worker.json
}
`;
    expect(documents(text)).toEqual([
      {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'Tables',
            Effect: 'Allow',
            Action: ['dynamodb:GetItem', 'dynamodb:Query'],
            Resource: ['${aws_dynamodb_table.orders.arn}', '${aws_dynamodb_table.orders.arn}/index/*'],
          },
          {
            Effect: 'Allow',
            Action: 'logs:PutLogEvents',
            Resource:
              'arn:aws:logs:${data.aws_region.this.name}:111122223333:log-group:/app/checkout-${var.environment}:*',
          },
          ...['in', 'retry'].map((queue) => ({
            Effect: 'Allow',
            Action: 'sqs:ReceiveMessage',
            Resource: `arn:aws:sqs:*:*:checkout-\${var.environment}-${queue}`,
          })),
        ],
      },
    ]);
  });

  it('statements of jsonencode put together with concat, a ternary and a for', () => {
    const text = `resource "aws_iam_policy" "deploy" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Sid      = "Push"
        Effect   = "Allow"
        Action   = [for a in ["PutImage", "UploadLayerPart"] : "ecr:\${a}"]
        Resource = "arn:aws:ecr:eu-west-1:111122223333:repository/\${var.app}"
      }],
      var.ecs ? [{
        Sid = "Ecs", Effect = "Allow", Action = "ecs:UpdateService", Resource = "*"
        Condition = { ArnEquals = { "ecs:cluster" = aws_ecs_cluster.main.arn } }
      }] : []
    )
  })
}
variable "app" { default = "shop" }
variable "ecs" { default = true }
`;
    expect(documents(text)).toEqual([
      {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'Push',
            Effect: 'Allow',
            Action: ['ecr:PutImage', 'ecr:UploadLayerPart'],
            Resource: 'arn:aws:ecr:eu-west-1:111122223333:repository/shop',
          },
          {
            Sid: 'Ecs',
            Effect: 'Allow',
            Action: 'ecs:UpdateService',
            Resource: '*',
            Condition: { ArnEquals: { 'ecs:cluster': '${aws_ecs_cluster.main.arn}' } },
          },
        ],
      },
    ]);
  });

  it('a list of resources by formatlist, known and open', () => {
    const policy = (list: string): string =>
      `p = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:*", Resource = formatlist("arn:aws:s3:::%s/%s/*", ${list}) }] })`;
    const resources = (list: string): unknown =>
      (documents(policy(list))[0] as { readonly Statement: readonly { readonly Resource: unknown }[] })
        .Statement[0]!.Resource;
    expect(resources('["logs", aws_s3_bucket.b.id], "in"')).toEqual([
      'arn:aws:s3:::logs/in/*',
      'arn:aws:s3:::${aws_s3_bucket.b.id}/in/*',
    ]);
    expect(JSON.stringify(resources('var.buckets, "in"'))).toContain('var.buckets');
  });
});

describe('a template', () => {
  it('with a mapping, a condition around a statement and an import whose name is put together', () => {
    const text = `Parameters:
  Stage: { Type: String, Default: dev }
Mappings:
  Names:
    dev: { Bucket: orders-dev }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !FindInMap [Names, !Ref Stage, Bucket]
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: !Sub
              - arn:aws:s3:::\${Name}/\${!aws:PrincipalTag/team}/*
              - Name: !Ref Orders
          - !If
            - IsProd
            - Effect: Deny
              Action: s3:DeleteObject
              Resource: "*"
            - !Ref AWS::NoValue
          - Effect: Allow
            Action: secretsmanager:GetSecretValue
            Resource: !ImportValue
              Fn::Sub: "\${Stage}-db-secret"
`;
    const evidence = readEvidence(text);
    expect(documents(text)).toEqual([
      {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::${Orders}/${aws:PrincipalTag/team}/*',
          },
          {
            Effect: 'Allow',
            Action: 'secretsmanager:GetSecretValue',
            Resource: '${ImportValue(dev-db-secret)}',
          },
        ],
      },
    ]);
    expect(evidence.code?.[0]?.known).toEqual({ Orders: 'orders-dev' });
  });
});

describe('a workflow', () => {
  it('and the trust policy in Terraform give the subject with its numbers', () => {
    const text = `on:
  pull_request:
jobs:
  plan:
    permissions: { contents: read, id-token: write }
    steps:
      - uses: aws-actions/configure-aws-credentials@main
        with:
          role-to-assume: arn:aws:iam::111122223333:role/plan
Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity

resource "aws_iam_role" "plan" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Action = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringLike = { "token.actions.githubusercontent.com:sub" = "repo:acme@4242/infra@777:environment:prod" }
      }
    }]
  })
}
`;
    const evidence = readEvidence(text);
    expect(evidence.request).toMatchObject({
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: 'arn:aws:iam::111122223333:role/plan',
      context: {
        'token.actions.githubusercontent.com:sub': 'repo:acme@4242/infra@777:pull_request',
        'token.actions.githubusercontent.com:repository_id': '777',
      },
    });
    expect(evidence.policies?.map(({ layer }) => layer)).toEqual(['trust']);
  });
});

describe('what stands beside the policies of code', () => {
  it.each([
    [
      'module "role" {\n  source = "x"\n  policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]\n  statements = [{ actions = ["s3:*"] }]\n}',
      /`module\.role` in line 1 makes policies of `policy_arns`, `statements`.*terraform show -json/,
    ],
    [
      'Transform: AWS::Serverless-2016-10-31\nResources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Connectors:\n      C: { Properties: { Destination: { Id: T }, Permissions: [Read] } }\n',
      /`Fn` has a connector.*--template-stage Processed/,
    ],
    [
      'job:\n  id_tokens:\n    T:\n      aud: https://gitlab.com\n',
      /pipeline of GitLab.*trust policy of the role/,
    ],
  ])('is said: %s', (text, words) => {
    expect(readEvidence(text).notes.join(' ')).toMatch(words);
  });

  it('is named with its kind: managed policies and the boundary of Serverless', () => {
    const { named = [] } = readEvidence(
      'service: x\nprovider:\n  name: aws\n  iam:\n    role:\n      managedPolicies: [arn:aws:iam::aws:policy/ReadOnlyAccess]\n      permissionsBoundary: arn:aws:iam::111122223333:policy/B\n      statements:\n        - Effect: Allow\n          Action: sqs:SendMessage\n          Resource: "*"\n',
    );
    expect(named.map(({ layer, name }) => [layer, name])).toEqual([
      ['identity', 'ReadOnlyAccess'],
      ['boundary', 'B'],
    ]);
  });
});
