/** Long and hostile texts: reading takes time that grows with their length, never with its square. */
import { describe, it } from 'vitest';
import { readEvidence, readReport } from '../../src/index';
import { within } from '../support/soon';

const SIZE = 200_000;

function repeated(head: string, word: string): string {
  return head + word.repeat(Math.ceil(SIZE / word.length));
}

/** What each of these repeats was looked at anew from each of its places. */
const TEXTS: readonly (readonly [what: string, head: string, word: string])[] = [
  ['names with dots in a program', 'new PolicyStatement(', 'a.'],
  ['calls that never end', '', 'new PolicyStatement('],
  ['values that never end', 'new PolicyStatement(', 'const a = b * c\n'],
  ['calls that grant', '', 'x.grantRead(y);\n'],
  ['statements of a program', '', 'const a = new iam.PolicyStatement({});\n'],
  ['escaped quotation marks', '{"Statement":[', '\\"'],
  ['objects in strings that never end', '', '{\\"'],
  ['objects of Terraform in no policy', '', 'module "a" { s = "Statement" }\n'],
  ['blocks that never end', '', 'data "a" "b" {\n'],
  ['blocks whose comments never end', '', 'resource "aws_iam_policy" "p" { /*\n'],
  ['documents that nothing uses', '', 'data "aws_iam_policy_document" "a" {}\n'],
  ['heredocs that never end', 'resource "aws_iam_policy" "p" {\n policy = ', '<<A\n'],
  ['comments that never end', 'Statement ', '{/*'],
  ['comments before nothing', 'jsonencode(', '[ # a\n'],
  ['lines of a Serverless file', 'service: x\n', 'provider:\n'],
  ['commas that are missing', '{"Statement":[', '{"a":1} '],
  ['fences that never end', '```yaml\n', '```x\nResources:\n'],
  [
    'lines of a log, the last wrapped',
    '',
    '2026-11-30T10:11:12Z a line of a log\n2026-11-30T10:11:12Z a longer line of a log that a window cut of\nf here\n',
  ],
  ['quoted lines', '', '> > > a\n'],
  ['blank lines', 'resource "aws_iam_policy" "p" {\n policy = jsonencode({ Statement = [', '\n'],
];

describe('a long text is read in time that grows with it', () => {
  it.each(TEXTS)('%s', async (_, head, word) => {
    await within(60, () => readEvidence(repeated(head, word)));
    await within(60, () => readReport(repeated(head, word)));
  });

  it('constants that hold each other', async () => {
    const names = Array.from({ length: 20 }, (_, at) => `const a${at} = [${`...a${at + 1}, `.repeat(9)}];\n`);
    await within(60, () =>
      readEvidence(
        `${names.join('')}const a20 = ['x'];\nnew PolicyStatement({ actions: a0, resources: ['*'] });\n`,
      ),
    );
  });

  it('a megabyte of Terraform', async () => {
    const block = (at: number): string => `
data "aws_iam_policy_document" "d${at}" {
  statement {
    actions   = concat(["s3:GetObject"], var.extra${at})
    resources = [for q in var.queues : "\${aws_s3_bucket.b${at}.arn}/\${q}"]
  }
}
resource "aws_iam_role_policy" "p${at}" {
  role   = "role-${at}"
  policy = data.aws_iam_policy_document.d${at}.json
}
`;
    const text = Array.from({ length: 3_200 }, (_, at) => block(at)).join('');
    await within(120, () => readEvidence(text.slice(0, 1_000_000)));
  });
});
