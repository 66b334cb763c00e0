/**
 * Services whose actions resource control policies reach, by action prefix.
 * Organizations User Guide: "Resource control policies", list of services that support RCPs.
 * The list grows; RCP_SERVICES_AS_OF says when it was read.
 */
export const RCP_SERVICES_AS_OF = 'September 2026';

export const RCP_SERVICES: ReadonlySet<string> = new Set([
  'aoss',
  'appconfig',
  'appstream',
  'autoscaling',
  'autoscaling-plans',
  'budgets',
  'clouddirectory',
  'cloudfront',
  'cloudsearch',
  'cloudtrail-data',
  'codeartifact',
  'codebuild',
  'codecommit',
  'codepipeline',
  'cognito-identity',
  'cognito-idp',
  'comprehend',
  'comprehendmedical',
  'compute-optimizer',
  'cost-optimization-hub',
  'dax',
  'dsql',
  'dynamodb',
  'ecr',
  'ecr-public',
  'events',
  'firehose',
  'fis',
  'fms',
  'gamelift',
  'health',
  'inspector-scan',
  'kendra',
  'kinesisvideo',
  'kms',
  'logs',
  'memorydb',
  'networkmonitor',
  'notifications',
  'opensearch',
  'pca-connector-ad',
  'personalize',
  'polly',
  'pricing',
  'resource-groups',
  'rolesanywhere',
  's3',
  'secretsmanager',
  'servicediscovery',
  'signin',
  'sqs',
  'sts',
  'support',
  'swf',
  'textract',
  'timestream-influxdb',
  'transcribe',
  'transfer',
  'translate',
  'wafv2',
  'workspaces',
  'xray',
]);

/** Actions that RCPs never restrict though their service supports RCPs: the same page, "Resources and entities not restricted". */
const NOT_RESTRICTED: ReadonlySet<string> = new Set(['kms:retiregrant']);

/** Does the service support RCPs, and the action too? */
export function rcpReaches(action: string): boolean {
  const lower = action.toLowerCase();
  return RCP_SERVICES.has(lower.slice(0, lower.indexOf(':'))) && !NOT_RESTRICTED.has(lower);
}

/**
 * Actions without a resource type, so that there is no resource whose account's RCPs could apply: the same page, "RCP
 * effects on permissions". Of the services that most RCPs are written for, by the Service Authorization Reference.
 */
const WITHOUT_RESOURCE: ReadonlySet<string> = new Set(
  Object.entries({
    kms: 'connectcustomkeystore createcustomkeystore createkey deletecustomkeystore describecustomkeystores disconnectcustomkeystore generaterandom listaliases listkeys listretirablegrants updatecustomkeystore',
    s3: 'createjob createstoragelensgroup getaccesspoint getaccountpublicaccessblock listaccessgrantsinstances listaccesspoints listaccesspointsforobjectlambda listallmybuckets listjobs listmultiregionaccesspoints liststoragelensconfigurations liststoragelensgroups putaccesspointpublicaccessblock putaccountpublicaccessblock putstoragelensconfiguration',
    secretsmanager: 'batchgetsecretvalue getrandompassword listsecrets',
    sqs: 'listqueues',
    sts: 'decodeauthorizationmessage getaccesskeyinfo getcalleridentity getdelegatedaccesstoken getservicebearertoken getsessiontoken getwebidentitytoken taggetwebidentitytoken',
  }).flatMap(([service, names]) => names.split(' ').map((name) => `${service}:${name}`)),
);

/** Is it known of this action that it is about no resource? */
export function rcpFindsNoResource(action: string): boolean {
  return WITHOUT_RESOURCE.has(action.toLowerCase());
}
