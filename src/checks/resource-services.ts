/** To which service a resource-based policy belongs, as far as it says so itself. */
import type { CheckedPolicy, Statement } from './document';

const TYPE_SERVICES: Readonly<Record<string, string>> = { S3Express: 's3express', OpenSearchService: 'es' };

/** The service part of each resource ARN that has one without a wildcard. */
export function servicesOfStatement({ resource, notResource }: Statement): ReadonlySet<string> {
  const services = new Set<string>();
  for (const { text } of [...(resource?.entries ?? []), ...(notResource?.entries ?? [])]) {
    const [start, , service] = text.split(':', 3);
    if (start === 'arn' && service && !/[*?$]/.test(service)) services.add(service);
  }
  return services;
}

/** The services of all resources of the policy, or that of the resource type where it is given. */
export function servicesOfResources(policy: CheckedPolicy): readonly string[] {
  const { resourceType } = policy;
  if (policy.type === 'key') return ['kms'];
  if (resourceType !== undefined) {
    const [, service = ''] = resourceType.split('::');
    return [TYPE_SERVICES[service] ?? service.toLowerCase()];
  }
  const services = new Set<string>();
  for (const statement of policy.statements) {
    for (const service of servicesOfStatement(statement)) services.add(service);
  }
  return [...services];
}
