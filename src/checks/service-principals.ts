/** Names of AWS services as principals. IAM User Guide: "AWS JSON policy elements: Principal", AWS service principals. */

const NAME = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com(\.cn)?|amazon\.com|amazonaws\.eu|aws\.internal)$/;

export type ServiceNameFault = { readonly meant: string | undefined };

/** What is wrong with the name of a service; undefined when nothing is. */
export function serviceNameFault(text: string): ServiceNameFault | undefined {
  if (NAME.test(text)) return undefined;
  const lower = text.toLowerCase();
  if (NAME.test(lower)) return { meant: lower };
  if (/^[a-z0-9-]+$/.test(lower)) return { meant: `${lower}.amazonaws.com` };
  return { meant: undefined };
}

/**
 * Services that call for themselves or for a role's own compute: there is no source to demand. Elsewhere a service
 * acts for a resource of somebody's account, and should be held to one.
 */
const WITHOUT_SOURCE: ReadonlySet<string> = new Set([
  'ec2',
  'lambda',
  'ecs',
  'ecs-tasks',
  'eks',
  'pods.eks',
  'edgelambda',
]);

/** The name in front of the domain: `s3` of `s3.amazonaws.com`, `pods.eks` of `pods.eks.amazonaws.com`. */
export function shortServiceName(text: string): string {
  return text.replace(/\.(amazonaws\.com(\.cn)?|amazon\.com|amazonaws\.eu)$/, '');
}

export function actsForResources(servicePrincipal: string): boolean {
  return !WITHOUT_SOURCE.has(shortServiceName(servicePrincipal));
}
