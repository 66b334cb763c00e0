/** Texts that hold a policy in a form that cannot be read here: what they are, and how to get one that can. */

const FORMS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:iam\.)?PolicyStatement\(\s*(?:\{|\w+\s*=|$)|\baddToRolePolicy\(|\badd_to_role_policy\(|\biam\.Effect\.(?:ALLOW|DENY)\b/m,
    'This is code for the AWS CDK, and no policy could be read in it. Run `cdk synth --json` and paste the template.',
  ],
  [
    /^\s*iamRoleStatements:|^service:\s+\S+[^]*^provider:/m,
    'This is a file of the Serverless Framework, and no policy could be read in it. Run `serverless package` and paste the CloudFormation template that it writes.',
  ],
  [/^Transform:\s*['"]?AWS::Serverless/m, 'This is an AWS SAM template in YAML, and no policy stands in it.'],
  [
    /^(?:AWSTemplateFormatVersion|Resources):\s|^\s*Type:\s*['"]?AWS::/m,
    'This is a CloudFormation template in YAML, and no policy stands in it.',
  ],
  [
    /:\s+!(?:Ref|Sub|GetAtt|Join|ImportValue|If)\b|^\s*-\s+!(?:Ref|Sub|GetAtt|Join|ImportValue|If)\b/m,
    'This is part of a CloudFormation template in YAML, and no policy stands in it.',
  ],
  [
    /\bnew aws\.iam\.\w+\(|\baws\.iam\.\w+\(\s*["']/,
    'This is code for Pulumi, and no policy could be read in it. Ask AWS for the policy as it is in force.',
  ],
  [
    /^[ \t]*-?[ \t]*(?:Effect|PolicyDocument|AssumeRolePolicyDocument|Document|Statement|UserDetailList|RoleDetailList|EvaluationResults|DecodedMessage|CloudTrailEvent):\s/m,
    'This looks like YAML, but it cannot be read as such: part of it is missing or indented wrongly. Run the command again with `--output json`, or paste the whole.',
  ],
  [
    /^[|+-][-+|]{10,}$|^[|]{1,4}\s+\S.*[|]\s*$/m,
    'This is the table that `--output table` draws. Run the command again with `--output json`.',
  ],
  [
    /^(?:POLICYVERSION|POLICYDOCUMENT|DOCUMENT|STATEMENT|ASSUMEROLEPOLICYDOCUMENT|USERDETAILLIST|ROLEDETAILLIST|EVALUATIONRESULTS|EVENTS|ATTACHEDPOLICIES|POLICYNAMES|VPCENDPOINTS)\t/m,
    'This is what `--output text` prints, in which names are missing. Run the command again with `--output json`.',
  ],
  [
    /"(?:User|Role|Group)DetailList"/,
    'This is the answer of `aws iam get-account-authorization-details`, cut off in its middle. Save it with `> account.json` and drop the file here.',
  ],
  [/^\s*(?:permit|forbid)\s*\(/m, 'This is Cedar, another policy language than IAM’s.'],
];

/** What to do with such a text; undefined where it is none. */
export function otherForm(text: string): string | undefined {
  return FORMS.find(([form]) => form.test(text))?.[1];
}
