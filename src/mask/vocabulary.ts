/** Words that name nobody: what AWS gives a meaning, and what everyone calls policies and statements. */

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

/** Words that AWS gives a meaning; without them a policy could not be read any more. */
const AWS_WORDS: ReadonlySet<string> = words(
  'root user role group policy aws amazonaws com org net io cn default repo ref refs heads tags environment arn',
  'main pull request system serviceaccount awsreservedsso sso amazon internal cdk log group alias key secret',
  'fullawsaccess rcpfullawsaccess organizationaccountaccessrole awscontroltowerexecution administratoraccess',
  'readonlyaccess poweruseraccess true false vpce vpc subnet sg eni vol ami snap i o r ou accesspoint object',
  'allusers authenticatedusers logdelivery global s3',
);

/** Words of AWS, and the names it gives to service-linked roles, by which their sessions are known. */
export function isOfAws(word: string): boolean {
  return AWS_WORDS.has(word.toLowerCase()) || word.startsWith('AWSServiceRoleFor');
}

/**
 * Words of labels (names of policies, Sids, targets, names of tests) that stay, so that a masked case can still be
 * read. They are not kept in ARNs and values, where a wildcard may stand inside a word.
 */
export const COMMON_WORDS: ReadonlySet<string> = words(
  'allow allows allowed deny denies denied permit permits grant grants require requires required enforce enforced',
  'must may can cannot not no only all any every everyone everything anyone nobody none other others own same self',
  'the and or for from to in on of by with without at as is are was it its this that who when where if unless into',
  'an a one two three four five first second last new old outside inside within across via than more less also',
  'read reads readonly write writes list lists get gets put puts delete deletes create creates update updates manage',
  'use uses run runs start stop launch terminate invoke invokes send sends receive receives publish subscribe pass',
  'assume assumes attach detach tag tags tagging encrypt decrypt encryption encrypted sign download upload change',
  'access full limited partial public private cross account accounts member management policy policies role roles',
  'user users group groups boundary permission permissions session sessions service services resource resources',
  'statement identity provider principal principals trust scp rcp organization org ou unit root level region regions',
  'bucket buckets object objects file files folder prefix key keys queue queues topic topics table tables function',
  'functions instance instances volume volumes image images snapshot cluster stream streams log logs alarm metric',
  'secret secrets parameter parameters endpoint endpoints vpc network subnet ip address addresses range source mfa',
  'tls ssl https http transport secure insecure condition conditions context value values region tagged untagged',
  'aws amazon iam sts s3 ec2 kms sqs sns ssm ecs eks ecr rds lambda dynamodb cloudwatch cloudtrail cloudformation',
  'admin admins administrator administrators developer developers operator operators auditor audit security readers',
  'reader writer writers team teams project department prod production dev development test tests testing staging',
  'sandbox workload workloads infrastructure shared app application data base default custom inline managed example',
  'my me has have had does do be been sso saml oidc federated anonymous id ids name names type delegate delegated',
  'nightly daily report reports backup job jobs pipeline ci cd deploy deployment build browser console cli sdk api',
  'half edited edit broken draft why how what which should would could case request requests verdict copy tries',
);

/** AWS's own managed policies by their names; IAM User Guide, "AWS managed policies for job functions", and families. */
export function isAwsPolicy(name: string): boolean {
  return /^(?:AWS|Amazon|CloudWatch|RCPFullAWS|FullAWS|IAM(?:FullAccess|ReadOnly|UserChange|SelfManage))\w*$|^(?:AdministratorAccess|PowerUserAccess|ReadOnlyAccess|ViewOnlyAccess|SecurityAudit|Billing|DatabaseAdministrator|NetworkAdministrator|SystemAdministrator|SupportUser|DataScientist|Default)$/.test(
    name,
  );
}

/** Identity providers that everyone can use: their addresses tell nothing. */
export function isPublicHost(host: string): boolean {
  return /^(?:token\.actions\.githubusercontent\.com|accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com|gitlab\.com|app\.terraform\.io|oidc\.circleci\.com|agent\.buildkite\.com|api\.bitbucket\.org|oidc\.vercel\.com|api\.pulumi\.com|(?:[\w-]+\.)*(?:amazonaws|amazoncognito|amazon)\.com(?:\.cn)?)$/i.test(
    host,
  );
}
