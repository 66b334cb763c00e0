/**
 * One call, several resources: AWS checks such an action on a resource of every type that its row requires, each
 * time as a request of its own. Service Authorization Reference: the resource types with an asterisk; Amazon EC2 User
 * Guide, "Example policies" (RunInstances): all of them must be allowed.
 */
import { resourceFit } from './resource-fit';
import { actionDetails, splitAction } from './service-lookup';
import type { Catalog, ResourceType, Service, ServiceAction } from './service-reference';

export interface OtherResourceTypes {
  /** What the request's resource is. */
  readonly type: string;
  /** The other types on which every such call is checked too. */
  readonly required: readonly ResourceType[];
  /** Types on which a call is checked that names a resource of them. */
  readonly optional: readonly ResourceType[];
}

/**
 * Rows that mark several types as required though a call has one of them: it takes the ARN of any, and the reference
 * has no sign for that.
 */
const ONE_OF: ReadonlySet<string> = new Set([
  'bedrock:createevaluationjob',
  'bedrock:createmodelevaluationjob',
  'bedrock:createmodelcustomizationjob',
  'bedrock:createinferenceprofile',
  'bedrock:createadvancedpromptoptimizationjob',
  'dynamodb:deleteresourcepolicy',
  'dynamodb:getresourcepolicy',
  'dynamodb:putresourcepolicy',
  'iam:generateservicelastaccesseddetails',
  'iam:listpoliciesgrantingserviceaccess',
]);

/** A tag is set on one resource, whichever types may have tags. */
const TAGGING = /^(list)?(un)?tag(s|resource|$)/;

/** Two names for one thing in many rows of Systems Manager: an EC2 instance or a managed node. */
const isNode = (name: string): boolean => name === 'instance' || name === 'managed-instance';

function isOneOf(lower: string, { name, resourceTypes }: ServiceAction): boolean {
  const required = resourceTypes.filter((entry) => entry.required);
  if (lower.startsWith('ssm:') && required.every((entry) => isNode(entry.name))) return true;
  return ONE_OF.has(lower) || TAGGING.test(name.toLowerCase());
}

function described(service: Service, names: readonly string[]): readonly ResourceType[] {
  return names.flatMap((name) => service.resourceTypes.get(name) ?? []);
}

/**
 * The types on which AWS checks an action beside that of the request's resource. Undefined where it checks one
 * resource only, where the resource is of none of its types, and where nothing is known.
 */
export function otherResourceTypes(
  action: string,
  resource: string,
  catalog: Catalog,
): OtherResourceTypes | undefined {
  const service = catalog.service(splitAction(action)?.prefix ?? '');
  const row = actionDetails(catalog, action);
  const fit = resourceFit(catalog, action, resource);
  if (!service || !row || fit?.kind !== 'fits' || isOneOf(action.toLowerCase(), row)) return undefined;
  const named = (required: boolean): readonly string[] =>
    row.resourceTypes.filter((entry) => entry.required === required).map((entry) => entry.name);
  const others = (names: readonly string[]) =>
    described(
      service,
      names.filter((name) => name !== fit.type),
    );
  if (named(true).length < 2) return undefined;
  const required = others(named(true));
  return required.length > 0 ? { type: fit.type, required, optional: others(named(false)) } : undefined;
}
