/** Texts that hold a policy in a form that cannot be read here: what they are, and how to get one that can. */

const SERVERLESS =
  'This is a file of the Serverless Framework, and no policy could be read in it. Run `serverless package` and paste the CloudFormation template that it writes.';

const NONE_IN_IT = ', and no policy stands in it.';

/** Of the names alone; they stand in programs too. */
const BROKEN_YAML =
  'This looks like YAML, but it cannot be read as such: part of it is missing or indented wrongly. Run the command again with `--output json`, or paste the whole.';

/** Of the files that name no subject: it is made when a job runs. */
function pipeline(of: string): string {
  return `This is a pipeline of ${of} that asks for a token. What the token says is made when a job runs, and does not stand in the file: paste the trust policy of the role, and with it the token of a job or the error that it shows.`;
}

/**
 * White space is bounded and never goes over a line end: a pattern that begins at each of many blank lines and runs over
 * all that follow takes the square of their number.
 */
const FORMS: readonly (readonly [form: RegExp, words: string, besides?: RegExp])[] = [
  [
    /\b(?:iam\.)?PolicyStatement\(\s{0,100}(?:\{|\w{1,60}\s{0,100}=|$)|\baddToRolePolicy\(|\badd_to_role_policy\(|\biam\.Effect\.(?:ALLOW|DENY)\b|\bawsiam\.New\w{1,60}\(|\bPolicyStatement(?:\.Builder\b|Props\b)/m,
    'This is code for the AWS CDK, and no policy could be read in it. Run `cdk synth --json` and paste the template.',
  ],
  [
    /^runtime:[ \t]{1,100}yaml\b/m,
    'This is a program for Pulumi in YAML, and no policy could be read in it. Ask AWS for the policy as it is in force.',
    /^resources:/m,
  ],
  [
    /["'](?:Statement|Effect)["'][ \t]{0,20}=>/,
    'This is code in which a part of the policy is put together when it runs, so it is left out: a policy with a part missing would decide wrongly. Put the values in their place, or paste the policy as AWS has it.',
  ],
  [
    /\bnew sst\.aws\.\w{1,60}\(/,
    'This is code for SST, and no policy could be read in it: permissions and links become policies when it is deployed. Paste the policy of the role that it made.',
  ],
  [/^[ \t]{0,100}iamRoleStatements:/m, SERVERLESS],
  [/^service:[ \t]{1,100}\S/m, SERVERLESS, /^provider:/m],
  [/^Transform:[ \t]{0,100}['"]?AWS::Serverless/m, `This is an AWS SAM template in YAML${NONE_IN_IT}`],
  [
    /^(?:AWSTemplateFormatVersion|Resources):\s|^[ \t]{0,100}Type:[ \t]{0,100}['"]?AWS::/m,
    `This is a CloudFormation template in YAML${NONE_IN_IT}`,
  ],
  [
    /(?::|^[ \t]{0,100}-)[ \t]{1,100}!(?:Ref|Sub|GetAtt|Join|ImportValue|If)\b/m,
    `This is part of a CloudFormation template in YAML${NONE_IN_IT}`,
  ],
  [
    /\bnew aws\.iam\.\w{1,60}\(|\baws\.iam\.\w{1,60}\(\s{0,100}["']/,
    'This is code for Pulumi, and no policy could be read in it. Ask AWS for the policy as it is in force.',
  ],
  [
    /^[ \t]{0,100}-?[ \t]{0,100}(?:Effect|PolicyDocument|AssumeRolePolicyDocument|Document|Statement|UserDetailList|RoleDetailList|EvaluationResults|DecodedMessage|CloudTrailEvent):\s/m,
    BROKEN_YAML,
  ],
  [
    /^[ \t]{0,100}["']?[\w$]{1,60}["']?: (?:\[ ?)?\[(?:Object|Array)\]/m,
    'This is what `console.log` of Node.js prints, which writes `[Object]` for what lies deeper. Print it with `console.log(JSON.stringify(answer, null, 2))`, and paste that.',
  ],
  [
    /^[A-Z]\w{1,60} {1,60}: \{.{0,300}\}[ \t]{0,100}$/m,
    'This is the list that PowerShell shows, which leaves out what lies deeper. Put `| ConvertTo-Json -Depth 20` behind the command, and paste what it prints.',
  ],
  [
    /\bget-request-authorization-details\b|^(?:EVALUATIONS|MATCHEDPOLICIES|MATCHEDSTATEMENTS|ATTACHEDTO|REQUESTCONTEXT)\t/m,
    'The names of the answer are not in the text: `--output text` leaves them out, and `--query` can change them. Run `aws iam-toolbox get-request-authorization-details --output json` with the authorization ID and without `--query`, and paste all that it prints.',
  ],
  [
    /^[|+-][-+|]{10,}$|^[|]{1,4}[ \t]{1,100}\S.{0,500}[|][ \t]{0,100}$/m,
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
  [/^[ \t]{0,100}id_tokens:[ \t]{0,100}$/m, pipeline('GitLab')],
  [/^[ \t]{0,100}oidc:[ \t]{1,100}true\b/m, pipeline('Bitbucket'), /^pipelines:/m],
  [/^[ \t]{0,100}-?[ \t]{0,100}aws-cli\/setup:/m, pipeline('CircleCI')],
  [/^[ \t]{0,100}(?:permit|forbid)[ \t]{0,100}\(/m, 'This is Cedar, another policy language than IAM’s.'],
];

/**
 * What to do with such a text; undefined where it is none.
 * @param isSaid a policy in it was left out, and why is said: that none stands in it, or that it is no YAML, is not true
 */
export function otherForm(text: string, isSaid: boolean): string | undefined {
  const words = FORMS.find(([form, , besides]) => form.test(text) && (besides?.test(text) ?? true))?.[1];
  return isSaid && (words === BROKEN_YAML || words?.endsWith(NONE_IN_IT) === true) ? undefined : words;
}
