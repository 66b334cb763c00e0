import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../../src/index';

const actions = (text: string): readonly unknown[] =>
  (readEvidence(text).policies ?? []).map(({ document }) =>
    (document as { Statement: readonly { Action: unknown }[] }).Statement.map(({ Action }) => Action),
  );
const said = (text: string): string => readEvidence(text).notes.join(' ');

const terraform = (policy: string): string => `variable "on" {
  default = true
}
variable "own" {
  default = null
}
variable "open" {}
data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
}
resource "aws_iam_role_policy" "p" {
  role   = "app"
  policy = ${policy}
}`;

describe('a document that hangs on a condition, in Terraform', () => {
  it.each([
    ['var.on ? data.aws_iam_policy_document.d.json : var.open'],
    ['!var.on ? var.open : data.aws_iam_policy_document.d.json'],
    ['var.own != null ? var.own : data.aws_iam_policy_document.d.json'],
    ['null == var.own ? data.aws_iam_policy_document.d.json : var.own'],
    ['coalesce(var.own, data.aws_iam_policy_document.d.json)'],
    ['coalesce(null, "", data.aws_iam_policy_document.d.json)'],
    ['data.aws_iam_policy_document.d.json != null ? data.aws_iam_policy_document.d.json : var.open'],
  ])('takes the branch that a default tells: %s', (policy) => {
    expect(actions(terraform(policy))).toEqual([['s3:GetObject']]);
  });

  it('says which default counted, and keeps a variable open whose value is asked for', () => {
    expect(said(terraform('coalesce(var.own, data.aws_iam_policy_document.d.json)'))).toContain(
      '`var.own` counts as its default in the text.',
    );
    const value =
      'jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = var.own }] })';
    expect(readEvidence(terraform(value)).policies?.at(-1)?.document).toMatchObject({
      Statement: [{ Resource: '${var.own}' }],
    });
    expect(said(terraform(value))).not.toContain('counts as its default');
  });

  it.each([
    ['var.open ? data.aws_iam_policy_document.d.json : var.own'],
    ['coalesce(var.open, data.aws_iam_policy_document.d.json)'],
    ['jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*", Condition = null }] })'],
  ])('leaves out what it does not tell, and says so: %s', (policy) => {
    const text = terraform(policy);
    expect(said(text)).toContain('Without it the policy would decide wrongly');
    expect(actions(text).flat()).not.toContain('*');
  });
});

const template = (test: string, condition = ''): string => `Parameters:
  Env: {Type: String, Default: prod}
  Open: {Type: String}
Conditions:
  C: !Equals [!Ref ${test}, prod]
Resources:
  P:
    Type: AWS::IAM::Policy
    ${condition === '' ? 'Metadata: {}' : `Condition: ${condition}`}
    Properties:
      PolicyName: p
      Roles: [r]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Action: s3:GetObject, Resource: '*'}
          - !If
            - C
            - {Effect: Deny, Action: s3:PutObject, Resource: '*'}
            - !Ref AWS::NoValue
`;

describe('statements and resources that hang on a condition, in CloudFormation', () => {
  it('takes the branch that a default tells, and leaves out what none does', () => {
    expect(actions(template('Env'))).toEqual([['s3:GetObject', 's3:PutObject']]);
    expect(said(template('Env'))).toContain('Parameter `Env` counts with its default, `prod`.');
    expect(actions(template('Open'))).toEqual([]);
    expect(said(template('Open'))).toContain('`Fn::If C` in line 18');
    expect(said(template('Open'))).not.toContain('no policy stands in it');
  });

  it('says of a template whose only policy is not made that it is not, and nothing else of it', () => {
    const text = template('Env', 'D').replace('Resources:', '  D: !Equals [!Ref Env, dev]\nResources:');
    expect(actions(text)).toEqual([]);
    expect(said(text)).toContain('`P` is left out: its condition `D` does not hold.');
    expect(said(text)).not.toContain('part of a program');
  });
});
