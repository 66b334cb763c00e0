/**
 * Action prefixes of services that AWS has retired. The service reference has dropped them; AWS's own validator still
 * takes them, in policies from before.
 */
const RETIRED: ReadonlySet<string> = new Set([
  'catalog-admin',
  'catalog-user',
  'deepcomposer',
  'deeplens',
  'deepracer',
  'ec2-reports',
  'elastic-inference',
  'iot1click',
  'iotroborunner',
  'mobilehub',
  'sagemaker-groundtruth-synthetic',
  'sumerian',
  'zocalo',
]);

export function isRetired(prefix: string): boolean {
  return RETIRED.has(prefix.toLowerCase());
}
