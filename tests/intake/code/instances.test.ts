import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../../src/index';
import { readCode } from '../../../src/intake/code/read';

const read = (text: string) =>
  readCode(text).reads.flatMap(({ policies }) =>
    policies.map(({ name, attachedTo, document }) => ({
      name,
      to: attachedTo.map((holder) => holder.name),
      resource: (document as { Statement: readonly { Resource: unknown }[] } | undefined)?.Statement[0]
        ?.Resource,
    })),
  );

const policy = (head: string, resource: string, rest = ''): string => `${rest}
resource "aws_iam_role_policy" "p" {
  ${head}
  role   = aws_iam_role.app.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "${resource}" }]
  })
}
`;

describe('blocks that make several resources (Terraform, "The for_each Meta-Argument")', () => {
  it.each([
    ['a set', 'for_each = toset(["b", "a"])', ''],
    ['a local', 'for_each = toset(local.names)', 'locals {\n  names = ["b", "a", "a"]\n}'],
    [
      'the default of a variable',
      'for_each = var.names',
      'variable "names" {\n  type    = set(string)\n  default = ["b", "a"]\n}',
    ],
  ])('gives one policy for each value of %s', (_, head, rest) => {
    expect(read(policy(head, 'arn:aws:s3:::${each.value}/*', rest))).toEqual(
      ['a', 'b'].map((key) => ({
        name: `aws_iam_role_policy.p["${key}"]`,
        to: ['aws_iam_role.app'],
        resource: `arn:aws:s3:::${key}/*`,
      })),
    );
  });

  it('fills in keys, values and what stands in them, and names each as AWS will', () => {
    const text = policy(
      'for_each = local.buckets\n  name = "read-${each.key}"',
      'arn:aws:s3:::${each.value.name}/${each.key}/*',
      'locals {\n  buckets = { logs = { name = "acme-logs" }, data = { name = "acme-data" } }\n}',
    );
    expect(read(text).map(({ name, resource }) => [name, resource])).toEqual([
      ['read-data', 'arn:aws:s3:::acme-data/data/*'],
      ['read-logs', 'arn:aws:s3:::acme-logs/logs/*'],
    ]);
  });

  it('counts', () => {
    expect(read(policy('count = 2', 'arn:aws:s3:::b-${count.index}'))).toMatchObject([
      { name: 'aws_iam_role_policy.p[0]', resource: 'arn:aws:s3:::b-0' },
      { name: 'aws_iam_role_policy.p[1]', resource: 'arn:aws:s3:::b-1' },
    ]);
    expect(read(policy('count = var.on ? 1 : 0', 'arn:aws:s3:::b'))).toMatchObject([
      { name: 'aws_iam_role_policy.p' },
    ]);
  });

  it('keeps references of several apart', () => {
    const text = policy('for_each = toset(["a", "b"])', '${aws_s3_bucket.b[each.key].arn}/*');
    expect(read(text).map(({ resource }) => resource)).toEqual([
      '${aws_s3_bucket.b["a"].arn}/*',
      '${aws_s3_bucket.b["b"].arn}/*',
    ]);
  });

  it('takes the document of the same key, and the role of the key that is written', () => {
    const text = `locals { names = toset(["a", "b"]) }
data "aws_iam_policy_document" "d" {
  for_each = local.names
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::\${each.key}/*"]
  }
}
resource "aws_iam_role" "r" {
  for_each = local.names
  name     = "role-\${each.key}"
}
resource "aws_iam_role_policy" "own" {
  for_each = local.names
  role     = aws_iam_role.r[each.key].id
  policy   = data.aws_iam_policy_document.d[each.key].json
}
resource "aws_iam_role_policy" "one" {
  role   = aws_iam_role.r["b"].id
  policy = data.aws_iam_policy_document.d["a"].json
}`;
    expect(read(text)).toEqual([
      { name: 'aws_iam_role_policy.own["a"]', to: ['role-a'], resource: 'arn:aws:s3:::a/*' },
      { name: 'aws_iam_role_policy.own["b"]', to: ['role-b'], resource: 'arn:aws:s3:::b/*' },
      { name: 'aws_iam_role_policy.one', to: ['role-b'], resource: 'arn:aws:s3:::a/*' },
    ]);
  });

  it('attaches each policy of a list, and each of several to its own role', () => {
    const text = `resource "aws_iam_role_policy_attachment" "aws" {
  for_each   = toset(["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/IAMReadOnlyAccess"])
  role       = aws_iam_role.app.name
  policy_arn = each.value
}
resource "aws_iam_policy" "own" {
  for_each = { x = "app-x", y = "app-y" }
  policy   = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = each.key }] })
}
resource "aws_iam_role_policy_attachment" "own" {
  for_each   = { x = "app-x", y = "app-y" }
  role       = each.value
  policy_arn = aws_iam_policy.own[each.key].arn
}`;
    expect(read(text).map(({ name, to }) => [name, to])).toEqual([
      ['IAMReadOnlyAccess', ['aws_iam_role.app']],
      ['ReadOnlyAccess', ['aws_iam_role.app']],
      ['aws_iam_policy.own["x"]', ['app-x']],
      ['aws_iam_policy.own["y"]', ['app-y']],
    ]);
  });

  it('leaves open what is not known, or switched off by a default', () => {
    for (const head of ['for_each = var.names', 'for_each = toset([var.a])', 'for_each = {}'])
      expect(read(policy(head, 'arn:aws:s3:::${each.value}'))).toEqual([
        { name: 'aws_iam_role_policy.p', to: ['aws_iam_role.app'], resource: 'arn:aws:s3:::${each.value}' },
      ]);
    expect(read(policy('count = 0', 'arn:aws:s3:::b-${count.index}'))).toMatchObject([
      { resource: 'arn:aws:s3:::b-${count.index}' },
    ]);
  });

  it('reads fifty of one block, and says that there are more', () => {
    const text = policy('count = 1000000', 'arn:aws:s3:::b-${count.index}');
    expect(read(text)).toHaveLength(50);
    expect(readEvidence(text).notes).toContain(
      'Only the first 50 of the 1000000 of `aws_iam_role_policy.p` are read.',
    );
  });
});
