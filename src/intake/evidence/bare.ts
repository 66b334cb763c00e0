/** Refusals that tell next to nothing, and refusals that only look like a policy decision. */
import type { Request } from '../../case/scenario';
import { actionOf } from './event-actions';
import { reasonIn } from './reason';
import type { Denial } from './types';

/**
 * What AWS's error codes look like where tools print them, one family a line. A log line that merely says `403` is none
 * of them: each has AWS's own words, a service's name or a field of an SDK beside it.
 */
const SIGNS: readonly RegExp[] = [
  // AWS CLI and boto3
  /\((?:Client\.)?(?:AccessDenied(?:Exception)?|UnauthorizedOperation|AuthorizationError)\)/,
  /An error occurred \((?:403|Forbidden)\) when calling the \w+ operation/,
  /when calling the (?:GetObject|HeadObject|HeadBucket) operation: Forbidden/,
  // XML and JSON answers
  /<Code>AccessDenied/,
  /(?:api error|Error Code:?|Code:|code:|"(?:Code|code|__type|errorCode|ErrorCode)"\s*:) ?['"]?(?:[\w.]+#)?(?:Client\.)?(?:AccessDenied|UnauthorizedOperation)/,
  /\bAccessDenied(?:Exception)?:|\bUnauthorizedOperation:/,
  // Go
  /operation error [\w -]{1,60}: \w{1,100}, [^]{0,400}?api error (?:Forbidden|AccessDenied)/,
  /https response error StatusCode: 403\b/,
  // Java: `(Service: S3, Status Code: 403, Request ID: …)`, and with semicolons in version 1
  /\(Service: [\w. ]{1,60}[;,] Status Code: 403[;,]/,
  /\bAmazonS3Exception: (?:Forbidden|Access Denied)\b/,
  // Kotlin, Swift and others that name their own exception of a service
  /\baws\.sdk\.kotlin\.services\.\w{1,60}\.model\.\w{1,80}Exception: (?:Access Denied|Forbidden|You are not authorized)/,
  // C++
  /Unable to parse ExceptionName: (?:AccessDenied|Forbidden|UnauthorizedOperation)/,
  // Rust
  /\bcode: Some\("(?:AccessDenied|AccessDeniedException|UnauthorizedOperation)"\)/,
  // JavaScript, version 3
  /\$fault[^]{0,400}\bhttpStatusCode['"]?: 403|\bhttpStatusCode['"]?: 403[^]{0,400}\$fault/,
  /\$metadata[^]{0,200}\bhttpStatusCode['"]?: 403/,
  // .NET and PowerShell
  /\bAmazon\.[\w.]{1,60}Exception: (?:Access ?Denied|Forbidden|You are not authorized)/,
  /Error making request with Error Code (?:Forbidden|AccessDenied) and Http Status Code Forbidden/,
  /\b[A-Z]\w{1,20}-(?:S3|EC2|IAM|STS|SQS|SNS|KMS|LM|DDB|SSM|SEC|CFN|CW|ECR|ECS|EKS|RDS)\w{1,40} : (?:Access Denied|Forbidden|You are not authorized)/,
  // PHP
  /AWS HTTP error: [^]{0,300}\b403 Forbidden\b/,
  // Arrow and what is built on it
  /AWS Error ACCESS_DENIED during \w{1,60} operation/,
  // s3fs, and tools that say what they were to reach
  /^(?:\w{1,40}\.)?PermissionError: (?:Access Denied|Forbidden)\s*$/m,
  /\bs3[an]?:\/\/\S{1,300}[^]{0,80}\b(?:Access ?Denied|Forbidden)\b|\b(?:Access ?Denied|Forbidden)\b[^\n]{0,80}\bs3[an]?:\/\//,
  // Clients of MinIO's library
  /\b(?:Stat|client\.\w{1,40}): Access Denied\b/,
  // Amazon ECR, as container runtimes pass it on
  /\b\d{12}\.dkr\.ecr\.[a-z0-9-]{4,30}\.amazonaws\.com\b[^]{0,400}\b403 Forbidden\b/,
  // Amazon Redshift Spectrum
  /HTTP response error code: 403 Message: AccessDenied/,
  /S3ServiceException:\s?(?:Access Denied|Forbidden),\s?Status 403/,
  // The console of S3, and tools that pass on its answer
  /Insufficient permissions to list (?:objects|buckets)/i,
  /\bS3 error: Access Denied/i,
  /You don[’']t have permissions to (?:list|view|edit|get|create|delete) /i,
  // EC2 without a code
  /You are not authorized to perform this operation\./,
];

/** Amazon S3 User Guide, "Troubleshoot access denied (403 Forbidden) errors"; AWS KMS and Amazon Bedrock likewise. */
const KNOWN: readonly (readonly [words: RegExp, notes: readonly string[], request?: Partial<Request>])[] = [
  // AWS Lambda Developer Guide, "Control access to Lambda function URLs".
  [
    /troubleshooting Function URL authorization/i,
    [
      'AWS Lambda refused a call of a function URL; it tells neither the caller nor the function. Fill both in, and paste the function’s policy.',
    ],
    { action: 'lambda:InvokeFunctionUrl' },
  ],
  [
    /ciphertext refers to a customer master key/i,
    [
      'AWS KMS does not tell a key that is missing from one that may not be used. Neither caller, action nor key is named; often `kms:Decrypt` is what is missing.',
    ],
  ],
  [
    /You don't have access to the model/i,
    ['No policy decided this: access to the model is not enabled for the account in Amazon Bedrock.'],
  ],
  // Amazon Bedrock User Guide, "Access Amazon Bedrock foundation models".
  [
    /not authorized to perform the required AWS Marketplace actions/i,
    [
      'Amazon Bedrock subscribes to a model in AWS Marketplace when it is first used: the caller needs `aws-marketplace:ViewSubscriptions` and `aws-marketplace:Subscribe`. The message tells neither caller nor model.',
    ],
    { action: 'aws-marketplace:Subscribe' },
  ],
  // Amazon OpenSearch Service Developer Guide, "Fine-grained access control".
  [
    /no permissions for \[[\w:/*, ]{1,200}\] and User \[name=/i,
    [
      'The roles of OpenSearch itself refused this (fine-grained access control): the policies of IAM had let the call in. Map the caller to a role with the permission that the message names.',
    ],
  ],
  // Amazon RDS User Guide, "Troubleshooting for IAM database authentication".
  [
    /PAM authentication failed for user/i,
    [
      'The database did not accept the token of IAM authentication: the caller lacks `rds-db:connect` on `arn:aws:rds-db:REGION:ACCOUNT:dbuser:DB_RESOURCE_ID/USER`, the user lacks the grant `rds_iam`, or the token is older than 15 minutes.',
    ],
    { action: 'rds-db:connect' },
  ],
  // Amazon MSK Developer Guide, "Semantics of IAM authorization policy actions and resources".
  [
    /\b(?:Topic|Group|Cluster|TransactionalId)AuthorizationException\b/,
    [
      'Kafka refused this. Where the cluster is one of Amazon MSK with IAM access control, the caller lacks an action of `kafka-cluster:` on the topic, group or cluster; the message tells neither caller nor action.',
    ],
  ],
  // AWS AppSync Developer Guide, "Configuring authorization and authentication".
  [
    /Not Authorized to access \w{1,100} on type \w{1,100}/i,
    [
      'AWS AppSync refused this by the rules of its schema or a resolver. With IAM as its mode the caller needs `appsync:GraphQL` on that field too; the message does not tell the caller.',
    ],
  ],
  // AWS Organizations User Guide, "Troubleshooting AWS Organizations": "I get an access-denied message".
  [
    /You don't have permissions to access this resource\./i,
    [
      'AWS Organizations answers this to every account but the management account and delegated administrators, whatever the policies of IAM allow.',
    ],
  ],
  // AWS Lake Formation Developer Guide, "Metadata access control" and "Troubleshooting Lake Formation".
  [
    /Insufficient Lake Formation permission/i,
    [
      'AWS Lake Formation refused this, by permissions of its own; no IAM policy did. `aws lakeformation list-permissions` shows them.',
    ],
  ],
  [
    /execution role does not have permissions to call \w{1,100} on \w{1,60}/i,
    [
      'AWS Lambda checks what the function’s execution role may do, not what the caller may. Paste the policies of the execution role, and fill in the action that it needs.',
    ],
  ],
];

/** AWS Step Functions Developer Guide, "Run an Amazon ECS or AWS Fargate task": IAM policies of a `.sync` integration. */
const MANAGED_RULE =
  /'(arn:[\w-]{1,20}:iam::\d{12}:role\/[\w+=,.@/-]{1,600})' is not authorized to create managed-rule/;

function managedRule(role: string): Denial {
  return {
    request: { principal: role, action: 'events:PutRule' },
    notes: [
      'AWS Step Functions makes a rule of its own where a step waits for a job to end. The role of the state machine needs `events:PutRule`, `events:PutTargets` and `events:DescribeRule` on that rule, whose name the message does not tell; fill in its ARN.',
    ],
  };
}

/** Amazon Redshift Management Guide, "Authorizing Amazon Redshift to access AWS services on your behalf". */
const CREDENTIALS =
  /Not authorized to get credentials of role (arn:[\w-]{1,20}:iam::\d{12}:role\/[\w+=,.@/-]{1,600})/;

function noCredentials(role: string): Denial {
  return {
    request: { action: 'sts:AssumeRole', resource: role },
    notes: [
      'Amazon Redshift could not assume the role: its trust policy does not let `redshift.amazonaws.com` in, or the role is not associated with the cluster. In a chain of roles, the one before it needs `sts:AssumeRole`.',
    ],
  };
}

/** What consoles ask to be allowed: `updated your permissions to allow the s3:ListBucket action`. */
const TO_ALLOW = /your permissions to allow the ([a-z][a-z0-9-]{1,40}:[A-Z]\w{1,80}) action/;

/** CloudFormation's reason for a resource that failed: `API: s3:CreateBucket Access Denied`. */
const API =
  /\bAPI: ([a-z][a-z0-9-]{1,40}:[A-Z]\w{1,80}) (?:Access Denied|You are not authorized to perform this operation)/;

const ACTION_ALONE =
  'The message names the call alone. The caller is the role that CloudFormation was given, or who changes the stack; fill in the resource too.';

/** A call of S3 that reads an object. */
export const READS_OBJECT =
  /when calling the (?:Get|Head|Copy)Object\w* operation|operation error S3: (?:Get|Head|Copy)Object|during (?:Get|Head)Object operation/;

/** Amazon S3 API Reference, GetObject and HeadObject: "Permissions". */
export const MISSING_OBJECT =
  'It can be that the object does not exist: without s3:ListBucket on the bucket, S3 answers 403 where it would answer 404. Check the key first.';

const NOTHING_TOLD =
  'AWS says nothing but that access is denied: not who asked, for what, or which policy refused.';

const ONLY_ACTION =
  'AWS names the action that is to be allowed, and nothing else: not who asked, for what, or which policy refused.';

/** Amazon S3 User Guide, "Troubleshoot access denied (403 Forbidden) errors". */
const S3_SAYS_LESS = 'Amazon S3 does so for anonymous callers and for callers of another organization.';

/** Said by Amazon S3, or by nobody in particular. */
const OF_S3 = /S3|\bs3[.:-]|^\s*(?:error:? )?access ?denied[.!]?\s*$|<Code>AccessDenied/i;

const CALL =
  /when calling the (\w{1,100}) operation|operation error [\w -]{1,60}: (\w{1,100}),|during (\w{1,60}) operation/;

const CALL_OF_S3 =
  /^(?:(?:Head|Get|Put|Copy|Delete|Create|List)(?:Object|Bucket)|CreateMultipartUpload|UploadPart)/;

/** Amazon S3 User Guide, "Required permissions for Amazon S3 API operations"; for other services the call's name is none. */
function needOf(call: string, line: string): string {
  const action =
    CALL_OF_S3.test(call) && /S3|when calling|during/.test(line)
      ? actionOf('s3.amazonaws.com', call, false)
      : undefined;
  return action === undefined
    ? 'Fill in the action that it needs, which can have another name.'
    : `It needs \`${action}\`; fill that in.`;
}

/** A refusal without the usual sentence, read from a text on one line; undefined where it is none of AWS's. */
export function bareDenial(broken: string): Denial | undefined {
  const line = broken.replace(/\n/g, ' ');
  const known = KNOWN.find(([words]) => words.test(line));
  if (known !== undefined) {
    const [, notes, request] = known;
    return request === undefined ? { notes } : { request, notes };
  }
  const credentials = CREDENTIALS.exec(line)?.[1];
  if (credentials !== undefined) return noCredentials(credentials);
  const api = API.exec(line)?.[1];
  if (api !== undefined) return { request: { action: api }, notes: [ACTION_ALONE] };
  const managed = MANAGED_RULE.exec(line)?.[1];
  if (managed !== undefined) return managedRule(managed);
  const isBare = /^\s*(?:error:? )?access ?denied[.!]?\s*$/i.test(line);
  const reason = reasonIn(broken);
  if (!isBare && reason === undefined && !SIGNS.some((sign) => sign.test(line))) return undefined;
  const call = CALL.exec(line)?.slice(1).find(Boolean);
  const notes = [
    ...(call === undefined ? [] : [`The call was ${call}. ${needOf(call, line)}`]),
    ...(READS_OBJECT.test(line) ? [MISSING_OBJECT] : []),
  ];
  if (reason !== undefined)
    return {
      ...reason,
      notes: ['The sentence around the reason is not in the text.', ...reason.notes, ...notes],
    };
  const toAllow = TO_ALLOW.exec(line)?.[1];
  return {
    ...(toAllow !== undefined && { request: { action: toAllow } }),
    notes: [
      toAllow === undefined ? NOTHING_TOLD : ONLY_ACTION,
      ...(OF_S3.test(line) ? [S3_SAYS_LESS] : []),
      ...notes,
    ],
  };
}
