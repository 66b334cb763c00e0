/** Texts that hold a policy in a form that cannot be read here: what they are, and how to get one that can. */

const FORMS: readonly (readonly [RegExp, string])[] = [
  [
    /data\s+"aws_iam_policy_document"|^\s*statement\s*\{/m,
    'This is a policy in Terraform’s own blocks. Paste the JSON: `terraform show -json`, or the `json` of the data source in `terraform console`.',
  ],
  [
    /^(?:AWSTemplateFormatVersion|Resources):\s|^\s*Type:\s*['"]?AWS::/m,
    'This is a CloudFormation template in YAML, and only JSON is read here. Ask AWS for the policy as it is in force, or convert the template.',
  ],
  [
    /^[ \t]*-?[ \t]*(?:Effect|PolicyDocument|AssumeRolePolicyDocument|Document|Statement|UserDetailList|RoleDetailList|EvaluationResults|DecodedMessage|CloudTrailEvent):/m,
    'This is YAML, and only JSON is read here. Run the command again with `--output json`.',
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
];

/** What to do with such a text; undefined where it is none. */
export function otherForm(text: string): string | undefined {
  return FORMS.find(([form]) => form.test(text))?.[1];
}
