import { describe, expect, it } from 'vitest';
import { emptyScenario } from '../../src/formats/schema';
import { evaluate } from '../../src/engine/evaluate';
import { placeholderOffers } from '../../src/explain/placeholder-offers';
import { setPlaceholders } from '../../src/case/placeholders';
import { toTerraform } from '../../src/export/code/terraform';
import { scenarioFromEvidence } from '../../src/intake/from-evidence';
import { unwrapPolicy } from '../../src/intake/unwrap';
import { readEvidence } from '../../src/index';
import type { Placeholders, Policies, Policy } from '../../src/case/scenario';
import type { EvidencePolicy } from '../../src/intake/evidence/types';

/** In the shape of public modules: one configuration with a role, its boundary, attachments, a bucket, a key, an SCP. */
const MODULE = `
terraform {
  required_version = ">= 1.5"
}

variable "prefix" {
  type    = string
  default = "reports"
}

variable "extra_arns" {
  type = list(string)
}

data "aws_caller_identity" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id # known after apply
  tables  = ["orders", "items"]
}

resource "aws_s3_bucket" "data" {
  bucket = "example-\${var.prefix}"
}

data "aws_iam_policy_document" "read" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject"]
    resources = ["\${aws_s3_bucket.data.arn}/home/&{aws:username}/*"]
  }
  statement {
    actions   = ["dynamodb:GetItem", "dynamodb:Query"]
    resources = [for t in local.tables : format("arn:aws:dynamodb:eu-west-1:%s:table/%s", local.account, t)]
  }
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "app" {
  name                 = "app"
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  permissions_boundary = aws_iam_policy.boundary.arn
}

resource "aws_iam_role" "other" {
  name               = "other"
  assume_role_policy = data.aws_iam_policy_document.trust.json
  inline_policy {
    name   = "own"
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sqs:*", Resource = "*" }] })
  }
}

resource "aws_iam_policy" "read" {
  name   = "read"
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_policy" "boundary" {
  name   = "limit"
  policy = <<-EOT
    { "Version": "2012-10-17",
      "Statement": { "Effect": "Allow", "Action": ["s3:*", "dynamodb:*"], "Resource": "*" } }
  EOT
}

resource "aws_iam_role_policy_attachment" "read" {
  for_each   = toset(["a"])
  role       = aws_iam_role.app.name
  policy_arn = aws_iam_policy.read.arn
}

resource "aws_iam_role_policy_attachment" "aws" {
  role       = aws_iam_role.app.name
  policy_arn = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"
}

resource "aws_s3_bucket_policy" "data" {
  bucket = aws_s3_bucket.data.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "DenyHttp"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.data.arn, "\${aws_s3_bucket.data.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_organizations_policy" "region" {
  name    = "region"
  content = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Action = "*", Resource = "*" }] })
}

resource "aws_organizations_policy" "tags" {
  name    = "tags"
  type    = "TAG_POLICY"
  content = jsonencode({ tags = {} })
}
`;

const policiesIn = (text: string): readonly EvidencePolicy[] => readEvidence(text).policies ?? [];
const listed = (identity: Policies['identity']): readonly Policy[] =>
  Array.isArray(identity) ? (identity as readonly Policy[]) : [];
const said = (text: string): string => readEvidence(text).notes.join(' ');

describe('a Terraform configuration', () => {
  const evidence = readEvidence(MODULE);
  const short = (evidence.policies ?? []).map(({ layer, name, code }) => [
    layer,
    name,
    code?.attachedTo.map(({ kind, name: who }) => `${kind} ${who}`).join(),
  ]);

  it('lists each policy with its layer and what it is attached to', () => {
    expect(short).toEqual([
      ['trust', 'app', 'role app'],
      ['trust', 'other', 'role other'],
      ['identity', 'own', 'role other'],
      ['identity', 'read', 'role app'],
      ['boundary', 'limit', 'role app'],
      ['resource', 'aws_s3_bucket_policy.data', 'bucket example-reports'],
      ['scp', 'region', ''],
    ]);
    expect(evidence.named?.map(({ layer, arn }) => [layer, arn])).toEqual([
      ['identity', 'arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess'],
    ]);
  });

  it('works out what the text tells, and leaves the rest open', () => {
    const read = evidence.policies?.find(({ name }) => name === 'read');
    expect(read?.document).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Read',
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: '${aws_s3_bucket.data.arn}/home/${aws:username}/*',
        },
        {
          Effect: 'Allow',
          Action: ['dynamodb:GetItem', 'dynamodb:Query'],
          Resource: [
            'arn:aws:dynamodb:eu-west-1:${data.aws_caller_identity.current.account_id}:table/orders',
            'arn:aws:dynamodb:eu-west-1:${data.aws_caller_identity.current.account_id}:table/items',
          ],
        },
      ],
    });
    expect(read?.code?.placeholders).toEqual([
      'aws_s3_bucket.data.arn',
      'data.aws_caller_identity.current.account_id',
    ]);
    expect(evidence.notes.join(' ')).toContain('`var.prefix` counts as its default');
  });

  it('goes to the layers of the role that the case is about, and fills in what it tells itself', () => {
    const present = {
      ...emptyScenario(),
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/app/i',
        action: 'dynamodb:Query',
        resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
      },
    };
    const { scenario } = scenarioFromEvidence(evidence, present);
    expect(scenario.policies.identity).toMatchObject([
      { name: 'read' },
      { name: 'AWSXRayDaemonWriteAccess' },
    ]);
    expect(scenario.policies.boundary).toMatchObject({ name: 'limit' });
    expect(scenario.placeholders).toEqual({
      'aws_s3_bucket.data.arn': 'arn:aws:s3:::example-reports',
      'data.aws_caller_identity.current.account_id': null,
    });
    // The bucket's policy is none of the table's.
    expect(scenario.policies.resource).toBeUndefined();
    const { scp: _, ...policies } = scenario.policies;
    // What AWS's own policy says is not in the text.
    const asked = { ...scenario, policies: { ...policies, identity: [listed(policies.identity)[0]!] } };
    expect(evaluate(asked).decision).toBe('Undetermined');
    const offers = placeholderOffers(asked, [
      'data.aws_caller_identity.current.account_id',
      'aws_s3_bucket.data.arn',
    ]);
    expect(offers.get('aws_s3_bucket.data.arn')).toEqual([]);
    expect(offers.get('data.aws_caller_identity.current.account_id')).toEqual([
      { value: '111122223333', from: 'request' },
    ]);
    expect(
      evaluate(setPlaceholders(asked, { 'data.aws_caller_identity.current.account_id': '111122223333' }))
        .decision,
    ).toBe('Allowed');
    const other = scenarioFromEvidence(evidence, present, undefined, {
      kind: 'role',
      name: 'other',
    }).scenario;
    expect(other.policies.identity).toMatchObject([{ name: 'own' }]);
    expect(other.policies.boundary).toBeUndefined();
  });

  it('offers values that make a statement fit the request', () => {
    const [policy] = policiesIn(
      'statement {\n  actions = ["s3:*"]\n  resources = ["${aws_s3_bucket.b.arn}/*", "arn:aws:s3:::${var.name}"]\n}',
    );
    const request = {
      principal: 'arn:aws:iam::111122223333:user/ann',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::reports/a/b',
    };
    const scenario = {
      ...emptyScenario(),
      request,
      policies: { identity: [{ name: 'p', document: policy!.document }] },
      placeholders: { 'aws_s3_bucket.b.arn': null, 'var.name': null },
    };
    const offers = placeholderOffers(scenario, ['aws_s3_bucket.b.arn', 'var.name']);
    expect(offers.get('aws_s3_bucket.b.arn')).toEqual([{ value: 'arn:aws:s3:::reports', from: 'request' }]);
    expect(offers.get('var.name')).toEqual([{ value: 'reports/a/b', from: 'request' }]);
  });

  it('offers what other policies name in the same place, and principals of the account', () => {
    const statement = (more: object): object => ({ Effect: 'Allow', Action: 's3:*', ...more });
    const scenario = {
      ...emptyScenario(),
      request: { principal: '', action: '', resource: '' },
      policies: {
        identity: [
          {
            name: 'p',
            document: {
              Version: '2012-10-17',
              Statement: [statement({ Resource: '${aws_s3_bucket.b.arn}/*' })],
            },
          },
        ],
        resource: {
          name: 'bucket',
          document: {
            Version: '2012-10-17',
            Statement: [
              statement({
                Principal: { AWS: '${aws_iam_role.app.arn}' },
                Resource: 'arn:aws:s3:::reports/*',
              }),
            ],
          },
        },
      },
      placeholders: { 'aws_s3_bucket.b.arn': null, 'aws_iam_role.app.arn': null },
    };
    const role = 'arn:aws:iam::111122223333:role/app';
    const offers = placeholderOffers(scenario, ['aws_s3_bucket.b.arn', 'aws_iam_role.app.arn'], [role]);
    expect(offers.get('aws_s3_bucket.b.arn')).toEqual([{ value: 'arn:aws:s3:::reports', from: 'policies' }]);
    expect(offers.get('aws_iam_role.app.arn')).toEqual([{ value: role, from: 'account' }]);
  });

  it('is unwrapped in the editor', () => {
    expect(unwrapPolicy(MODULE)).toMatchObject({ kind: 'wrapped', how: 'Terraform' });
  });
});

describe('a document that a block of several makes', () => {
  const written = (policy: string): string => `
data "aws_iam_policy_document" "d" {
  count = var.enabled ? 1 : 0
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
}
resource "aws_iam_role_policy" "x" {
  name   = "x"
  role   = aws_iam_role.r.id
  policy = ${policy}
}`;

  it.each([
    'data.aws_iam_policy_document.d[0].json',
    'data.aws_iam_policy_document.d[count.index].json',
    'data.aws_iam_policy_document.d[each.key].json',
    'join("", data.aws_iam_policy_document.d.*.json)',
    'one(data.aws_iam_policy_document.d[*].json)',
    'element(concat(data.aws_iam_policy_document.d.*.json, [""]), 0)',
    'try(data.aws_iam_policy_document.d[0].json, "")',
  ])('is read by %s', (policy) => {
    const { policies = [], notes, named = [] } = readEvidence(written(policy));
    expect(policies.map(({ name, document }) => [name, document])).toEqual([
      [
        'x',
        {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
        },
      ],
    ]);
    expect([notes, named]).toEqual([[], []]);
  });

  it('is not made up of a choice that is not known', () => {
    const { policies = [], notes } = readEvidence(
      written('var.own ? var.policy : data.aws_iam_policy_document.d[0].json'),
    );
    expect(policies).toEqual([]);
    expect(notes.join(' ')).toMatch(/left out/);
  });
});

describe('what a plan hides', () => {
  it.each(['# (2 unchanged attributes hidden)', '# (1 unchanged element hidden)'])('%s', (hidden) => {
    const plan = `  ~ resource "aws_iam_policy" "p" {
      ~ policy = jsonencode(
          ~ {
              ~ Statement = [
                  ~ {
                      ~ Action   = [
                          + "s3:PutObject",
                            "s3:GetObject",
                            ${hidden}
                        ]
                        Effect   = "Allow"
                        Resource = "*"
                    },
                ]
            }
        )
    }`;
    const { policies = [], notes } = readEvidence(plan);
    expect(policies).toEqual([]);
    expect(notes.join(' ')).toContain(hidden);
    expect(notes.join(' ')).toMatch(/left out/);
  });
});

describe('an identity provider of the same text', () => {
  it('tells its address, which AWS gives without the scheme', () => {
    const text = `
resource "aws_iam_openid_connect_provider" "gh" {
  url = "https://token.actions.githubusercontent.com"
}
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.gh.arn]
    }
    condition {
      test     = "StringEquals"
      variable = "\${replace(aws_iam_openid_connect_provider.gh.url, "https://", "")}:sub"
      values   = ["repo:acme/shop:ref:refs/heads/main"]
    }
    condition {
      test     = "StringEquals"
      variable = "\${aws_iam_openid_connect_provider.gh.url}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}`;
    expect(readEvidence(text).policies?.[0]?.document).toMatchObject({
      Statement: [
        {
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:sub': 'repo:acme/shop:ref:refs/heads/main',
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            },
          },
        },
      ],
    });
  });
});

describe('aws_iam_policy_document', () => {
  it('merges sources and overrides by Sid, as the provider does', () => {
    const text = `
data "aws_iam_policy_document" "source" {
  statement {
    sid       = "Keep"
    actions   = ["ec2:*"]
    resources = ["*"]
  }
  statement {
    sid       = "Replace"
    actions   = ["s3:*"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "over" {
  statement {
    sid       = "Replace"
    effect    = "Deny"
    actions   = ["s3:DeleteObject"]
    resources = ["*"]
  }
}
data "aws_iam_policy_document" "all" {
  source_policy_documents   = [data.aws_iam_policy_document.source.json]
  override_policy_documents = [data.aws_iam_policy_document.over.json]
  version                   = "2008-10-17"
}`;
    expect(policiesIn(text).map(({ document }) => document)).toEqual([
      {
        // A source of a newer version raises it.
        Version: '2012-10-17',
        Statement: [
          { Sid: 'Keep', Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
          { Sid: 'Replace', Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' },
        ],
      },
    ]);
  });

  it('writes out dynamic blocks whose values are known, and says which are not', () => {
    const text = (list: string): string => `data "aws_iam_policy_document" "d" {
  dynamic "statement" {
    for_each = ${list}
    iterator = it
    content {
      actions   = ["s3:GetObject"]
      resources = ["arn:aws:s3:::\${it.value}/*"]
    }
  }
}`;
    expect(policiesIn(text('["a", "b"]'))[0]?.document).toMatchObject({
      Statement: [{ Resource: 'arn:aws:s3:::a/*' }, { Resource: 'arn:aws:s3:::b/*' }],
    });
    expect(policiesIn(text('var.buckets'))).toEqual([]);
    expect(said(text('var.buckets'))).toContain(
      '`dynamic "statement"` in line 2, column 3, could not be read',
    );
  });
});

describe('a part that the text does not tell', () => {
  it.each([
    ['templatefile', 'policy = templatefile("p.json", { a = 1 })', 'templatefile'],
    ['a file', 'policy = file("p.json")', 'file("p.json")'],
    [
      'statements from elsewhere',
      'policy = jsonencode({ Statement = concat([], var.statements) })',
      'var.statements',
    ],
    [
      'a condition from elsewhere',
      'policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*", Condition = var.c }] })',
      'var.c',
    ],
    [
      'a directive in a heredoc',
      'policy = <<EOF\n{"Statement": [%{ for a in var.x }{"Effect": "Allow", "Action": "*", "Resource": "*"}%{ endfor }]}\nEOF',
      '<<EOF',
    ],
  ])('%s: the policy is left out and it is said', (_, argument, what) => {
    const text = `resource "aws_iam_policy" "p" {\n  name = "p"\n  ${argument}\n}`;
    expect(policiesIn(text)).toEqual([]);
    expect(said(text)).toContain(what);
    expect(readEvidence(text).kind).toBe('unknown');
  });

  it('leaves out a block that breaks off, with the place, and none of its statements', () => {
    const text =
      'data "aws_iam_policy_document" "d" {\n  statement {\n    actions = ["s3:*"]\n    resources = ["*"]\n  }\n  statement {\n    actions = ["s3:Get*"';
    expect(policiesIn(text)).toEqual([]);
    expect(said(text)).toMatch(/breaks off in line 7, column 25/);
  });

  it('bounds hostile input', () => {
    const deep = `policy = jsonencode(${'['.repeat(50_000)}`;
    const doubling = `locals {\n  a0 = "xxxxxxxxxx"\n${Array.from({ length: 40 }, (_, at) => `  a${at + 1} = "\${local.a${at}}\${local.a${at}}"`).join('\n')}\n}\nresource "aws_iam_policy" "p" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = local.a40 }] })\n}`;
    const circle =
      'locals {\n  a = local.b\n  b = local.a\n}\nresource "aws_iam_policy" "p" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = local.a }] })\n}';
    const proto =
      'policy = jsonencode({ __proto__ = { x = 1 }, Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })';
    for (const text of [deep, doubling]) expect(policiesIn(text)).toEqual([]);
    expect(said(deep)).toContain('nested too deeply');
    expect(said(doubling)).toContain('takes too long');
    expect(policiesIn(circle)[0]?.code?.placeholders).toHaveLength(1);
    expect(Object.keys(policiesIn(proto)[0]?.document as object)).toContain('__proto__');
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('reads a megabyte in bounded time', () => {
    const block = (at: number): string =>
      `data "aws_iam_policy_document" "d${at}" {\n  statement {\n    actions = ["s3:GetObject"]\n    resources = ["arn:aws:s3:::b${at}/*"]\n  }\n}\n`;
    const text = Array.from({ length: 7_500 }, (_, at) => block(at)).join('');
    const start = performance.now();
    expect(policiesIn(text).length).toBeGreaterThan(5_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('a part of a configuration', () => {
  const statement = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
  const whole = { Version: '2012-10-17', Statement: [statement] };
  const hcl = '{\n  Effect = "Allow"\n  Action = "s3:*"\n  Resource = "*"\n}';
  it.each([
    ['a list of statements', `Statement = [${hcl}]`],
    ['one statement', hcl],
    ['an object', `{\n  Version = "2012-10-17"\n  Statement = [${hcl}]\n}`],
    ['a call', `jsonencode({ Version = "2012-10-17", Statement = [${hcl}] })`],
    ['an argument', `policy = jsonencode({ Version = "2012-10-17", Statement = [${hcl}] })`],
    ['blocks', 'statement {\n  actions = ["s3:*"]\n  resources = ["*"]\n}'],
    ['the inside of a block', 'actions = ["s3:*"]\nresources = ["*"]'],
    [
      'a local that a resource uses',
      `locals {\n  p = jsonencode({ Version = "2012-10-17", Statement = local.s })\n  s = [${hcl}]\n}\nresource "aws_iam_policy" "x" {\n  policy = local.p\n}`,
    ],
  ])('%s is one policy', (_, text) => {
    expect(policiesIn(text).map(({ document }) => document)).toEqual([
      text.includes('actions') ? whole : expect.objectContaining({ Statement: [statement] }),
    ]);
  });
});

describe('the JSON of a plan', () => {
  it('gives policies with what they are attached to, and says which are not known yet', () => {
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
    });
    const arn = 'arn:aws:iam::111122223333:policy/app';
    const resource = (type: string, values: object): object => ({
      address: `${type}.x`,
      mode: 'managed',
      type,
      values,
    });
    const text = JSON.stringify({
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [resource('aws_iam_policy', { name: 'app', arn, policy })],
          child_modules: [
            {
              resources: [
                resource('aws_iam_role_policy_attachment', { role: 'runner', policy_arn: arn }),
                resource('aws_iam_role', { name: 'bound', permissions_boundary: arn }),
                resource('aws_sqs_queue_policy', { queue_url: 'https://q', policy }),
              ],
            },
          ],
        },
      },
      resource_changes: [
        {
          address: 'aws_s3_bucket_policy.b',
          type: 'aws_s3_bucket_policy',
          change: { after_unknown: { policy: true } },
        },
      ],
    });
    expect(policiesIn(text).map(({ layer, name, code }) => [layer, name, code?.attachedTo])).toEqual([
      ['identity', 'app', [{ kind: 'role', name: 'runner' }]],
      ['boundary', 'app', [{ kind: 'role', name: 'bound' }]],
      ['resource', 'aws_sqs_queue_policy.x', [{ kind: 'queue', name: 'https://q' }]],
    ]);
    expect(said(text)).toContain('`aws_s3_bucket_policy.b` is known only after the plan is applied');
  });
});

/** A policy of a case, written out. */
const writtenOf = (name: string, document: unknown, placeholders: Placeholders = {}): string => {
  const identity = [{ name, document }];
  return toTerraform({ ...emptyScenario(), policies: { identity }, placeholders }) ?? '';
};

describe('a policy written as Terraform', () => {
  it('reads back as the same document, with its references', () => {
    const document = {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'A',
          Effect: 'Allow',
          Principal: { AWS: '${var.x}' },
          Action: ['s3:GetObject', 's3:PutObject'],
          Resource: ['${aws_s3_bucket.b.arn}/*', 'arn:aws:s3:::b/${aws:username}/%{x}'],
        },
        {
          Effect: 'Deny',
          Principal: '*',
          NotAction: 'iam:*',
          NotResource: '*',
          Condition: { StringLike: { '${local.issuer}:sub': ['repo:a/*', '${aws:PrincipalTag/x}'] } },
        },
      ],
    };
    const placeholders = { 'var.x': null, 'aws_s3_bucket.b.arn': null, 'local.issuer': null };
    const text = writtenOf('My Policy', document, placeholders);
    expect(text).toContain('data "aws_iam_policy_document" "my_policy"');
    expect(text).toContain('identifiers = [var.x]');
    expect(text).toContain('"arn:aws:s3:::b/&{aws:username}/%%{x}"');
    expect(policiesIn(text).map((policy) => policy.document)).toEqual([document]);
    expect([...policiesIn(text)[0]!.code!.placeholders].sort()).toEqual(Object.keys(placeholders).sort());
  });

  it('keeps the older version, and falls back to jsonencode for what the data source cannot say', () => {
    const old = { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
    expect(writtenOf('p', old)).toContain('version = "2008-10-17"');
    const odd = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Odd: {} }],
    };
    const text = writtenOf('p', odd);
    expect(text).toContain('jsonencode(');
    expect(policiesIn(text).map((policy) => policy.document)).toEqual([odd]);
  });
});

it('a principal of which nothing is told leaves the policy out, and says where', () => {
  const { policies = [], notes } = readEvidence(
    'resource "aws_sqs_queue_policy" "p" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = var.who, Action = "sqs:*", Resource = "*" }] })\n}',
  );
  expect(policies.filter(({ document }) => document !== undefined)).toEqual([]);
  expect(notes.join(' ')).toMatch(/`var\.who` in line 2, column \d+, could not be read/);
});
