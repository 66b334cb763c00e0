/**
 * What most scenarios have in common, handed to the compressor beforehand, so that a link carries only the rest.
 * The most frequent stand last, where they cost least.
 *
 * INVARIANT: never edited, not by a single character. Links made with it could not be opened any more.
 * A better dictionary gets a file and a codec letter of its own in `link.ts`; this one stays.
 */
export const DICTIONARY_1 = [
  // Actions and services, the rarer first.
  'athena:GetQueryResults glue:GetTable stepfunctions states:StartExecution events:PutEvents route53: cloudfront:',
  'organizations:DescribeOrganization sso: budgets: support: health: ecr:GetAuthorizationToken eks: ecs:RunTask',
  'codebuild: cloudformation:DescribeStacks apigateway: execute-api:Invoke bedrock:InvokeModel rds: elasticache:',
  'logs:CreateLogGroup","logs:CreateLogStream","logs:PutLogEvents cloudwatch:PutMetricData cloudtrail:LookupEvents',
  'ssm:GetParameter secretsmanager:GetSecretValue","Resource":"arn:aws:secretsmanager:us-east-1:111122223333:secret:',
  'dynamodb:GetItem","dynamodb:PutItem","dynamodb:Query","dynamodb:*","Resource":"arn:aws:dynamodb:us-east-1:111122223333:table/',
  'sns:Publish","Resource":"arn:aws:sns:us-east-1: sqs:SendMessage","sqs:ReceiveMessage","Resource":"arn:aws:sqs:us-east-1:',
  'lambda:InvokeFunction","Resource":"arn:aws:lambda:us-east-1:111122223333:function: lambda.amazonaws.com',
  'ec2:RunInstances","ec2:DescribeInstances","ec2:StartInstances","ec2:StopInstances","ec2:TerminateInstances","ec2:CreateTags',
  '","Resource":"arn:aws:ec2:*:*:instance/*arn:aws:ec2:eu-west-1:111122223333: ec2.amazonaws.com security-group/ subnet/ volume/',
  'iam:CreateRole","iam:CreateUser","iam:AttachRolePolicy","iam:PutRolePolicy","iam:GetRole","iam:PassRole","Resource":"arn:aws:iam::',
  'kms:Encrypt","kms:Decrypt","kms:ReEncrypt*","kms:GenerateDataKey*","kms:DescribeKey","kms:CreateGrant","kms:*","Resource":"arn:aws:kms:us-east-1:111122223333:key/',
  'sts:AssumeRoleWithWebIdentity","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},"Condition":{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"},"StringLike":{"token.actions.githubusercontent.com:sub":"repo:',
  'sts:AssumeRoleWithSAML sts:TagSession sts:ExternalId sts:RoleSessionName sts:GetCallerIdentity sts:AssumeRole',
  's3:ListAllMyBuckets","s3:GetBucketLocation","s3:GetObjectVersion","s3:DeleteObject","s3:PutObject","s3:GetObject*","s3:ListBucket","s3:*","s3:GetObject',
  // Condition operators and keys.
  'DateGreaterThan DateLessThan NumericLessThan ArnNotEquals ArnEquals ArnLikeIfExists ArnNotLike ArnLike NotIpAddress IpAddress',
  'ForAnyValue:StringEquals ForAllValues:StringEquals ForAnyValue:StringLike StringNotLike StringNotEqualsIfExists StringLikeIfExists StringEqualsIfExists BoolIfExists Null',
  's3:x-amz-server-side-encryption s3:x-amz-acl s3:prefix kms:ViaService kms:CallerAccount kms:GrantIsForAWSResource iam:PassedToService iam:PermissionsBoundary ec2:ResourceTag/',
  'aws:CalledVia aws:CurrentTime aws:EpochTime aws:TokenIssueTime aws:UserAgent aws:Referer aws:userid aws:username aws:FederatedProvider aws:SourceIdentity',
  'aws:MultiFactorAuthAge aws:MultiFactorAuthPresent":"true aws:ResourceOrgID aws:ResourceAccount aws:VpcSourceIp aws:SourceVpc":"vpc- aws:SourceVpce":"vpce-',
  'aws:PrincipalIsAWSService aws:PrincipalServiceName aws:PrincipalAccount aws:PrincipalOrgPaths aws:PrincipalType aws:PrincipalArn":"arn:aws:iam::*:role/ aws:PrincipalTag/team',
  'aws:ViaAWSService":"false aws:SourceAccount aws:SourceArn aws:SourceOrgID aws:RequestTag/ aws:ResourceTag/Environment":"prod aws:TagKeys":[" aws:RequestedRegion":["us-east-1","eu-west-1","eu-central-1"]',
  'aws:SecureTransport":"false"}}} aws:PrincipalOrgID":"o- aws:SourceIp":"203.0.113.0/24 ${aws:username} ${aws:PrincipalTag/',
  // The scenario around the policies.
  '"tests":[{"name":"","request":{"action":""},"expect":"Allowed"},{"expect":"Denied"}],"organization":{"id":"o-","managementAccount":"999988887777"},"notes":"',
  '"s3":{"objectOwnership":"BucketOwnerEnforced","acl":[{"grantee":"AllUsers","permission":"READ"}],"blockPublicAccess":{"ignorePublicAcls":true,"restrictPublicBuckets":true}}',
  ',"rcp":[{"target":"Root","policies":[{"name":"RCPFullAWSAccess',
  '"scp":[{"target":"Root","policies":[{"name":"FullAWSAccess","document":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}}]},{"target":"OU Prod","policies":["unknown"',
  '"endpoint":{"name":"vpce-","session":[{"name":"SessionPolicy","off":true,"via":"group/Developers","boundary":{"name":"DeveloperBoundary',
  '{"Sid":"","Effect":"Deny","Principal":"*","NotAction":["NotResource":"Principal":{"AWS":"arn:aws:iam::444455556666:root"},"Action":"s3:*","Resource":["arn:aws:s3:::","arn:aws:s3:::*/*"],"Condition":{"StringNotEquals":{"aws:',
  // Text policies: two spaces, quoted inside JSON.
  '{\\n  \\"Version\\": \\"2012-10-17\\",\\n  \\"Statement\\": [\\n    {\\n      \\"Sid\\": \\"\\",\\n      \\"Effect\\": \\"Deny\\",\\n      \\"Principal\\": {\\n        \\"AWS\\": \\"arn:aws:iam::111122223333:root\\"\\n      },\\n      \\"NotAction\\": [\\n        \\"',
  '\\"\\n      ],\\n      \\"Condition\\": {\\n        \\"StringEquals\\": {\\n          \\"aws:\\"\\n        }\\n      }\\n    },\\n    {\\n      \\"Effect\\": \\"Allow\\",\\n      \\"Action\\": [\\n        \\"s3:GetObject\\",\\n        \\"s3:ListBucket\\"\\n      ],\\n      \\"Resource\\": \\"*\\"\\n    }\\n  ]\\n}\\n"}',
  '"Action":["Principal":{"Service":"Resource":"*","Condition":{"Bool":{"StringLike":{"StringEquals":{"aws:',
  '"}}}]}},"resource":{"name":"BucketPolicy","document":{"Version":"2012-10-17","Statement":[{"Sid":"","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/',
  '{"request":{"principal":"arn:aws:sts::111122223333:assumed-role/","role":"arn:aws:iam::111122223333:role/","action":"sts:AssumeRole","resource":"arn:aws:s3:::","resourceAccount":"444455556666","context":{"aws:SourceIp":"203.0.113.7"}},"policies":{"identity":"unknown',
  '{"title":"","request":{"principal":"arn:aws:iam::111122223333:user/alice","action":"s3:GetObject","resource":"arn:aws:s3:::"},"policies":{"identity":[{"name":"","document":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}}]}}',
].join('');
