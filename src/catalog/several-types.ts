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
  /**
   * `each`: AWS documents for the service that a call is checked on all of them. `listed`: the reference marks them as
   * required, which may also mean that a call has one of them.
   */
  readonly known: 'each' | 'listed';
  /** The other types on which every such call is checked too. */
  readonly required: readonly ResourceType[];
  /** Types on which a call is checked that names a resource of them. */
  readonly optional: readonly ResourceType[];
}

/**
 * Services that document a check on every resource of a call. Amazon EC2 User Guide, "Example policies" (RunInstances);
 * AWS Glue Developer Guide, "Specifying AWS Glue resource ARNs" (a table, its database and the catalog); KMS Developer
 * Guide, "Controlling access to aliases" (the alias and its key).
 */
const EACH: ReadonlySet<string> = new Set(['ec2', 'glue', 'kms']);

/** Services whose rows list what a call can take one of, such as every kind of model. */
const ANY: ReadonlySet<string> = new Set(['bedrock', 'bedrock-agentcore', 'chime', 'comprehend', 'signin']);

/**
 * Rows that mark several types as required though a call has one of them: it takes the ARN of any, and the reference
 * has no sign for that.
 */
const ONE_OF: ReadonlySet<string> = new Set([
  'states:describeexecution',
  'dynamodb:deleteresourcepolicy',
  'dynamodb:getresourcepolicy',
  'dynamodb:putresourcepolicy',
  'iam:generateservicelastaccesseddetails',
  'iam:listpoliciesgrantingserviceaccess',
]);

/** A tag is set on one resource, whichever types may have tags. */
const TAGGING = /^((list|add|remove|change|describe|get)?(un)?tags?(s|resource|from|to|for|$))/;

/** What tells kinds of one type apart, as in `listener/app` and `listener/net`, `prompt` and `prompt-version`. */
const KIND_OF_TYPE =
  /^(aws-managed-|customer-managed-|qualified-|default-|published|developed|applied)|\/.*|-?(version|snapshot|alias|custom|endpoint)$/gi;

/** Are two types kinds of one, of which a call has either? */
function isSameKind(one: string, other: string): boolean {
  const stem = (name: string): string => name.toLowerCase().replace(KIND_OF_TYPE, '');
  return stem(one) === stem(other);
}

/** Two names for one thing in many rows of Systems Manager: an EC2 instance or a managed node. */
const isNode = (name: string): boolean => name === 'instance' || name === 'managed-instance';

function isOneOf(lower: string, { name, resourceTypes }: ServiceAction): boolean {
  const required = resourceTypes.filter((entry) => entry.required);
  if (lower.startsWith('ssm:') && required.every((entry) => isNode(entry.name))) return true;
  return ANY.has(lower.split(':', 1)[0]!) || ONE_OF.has(lower) || TAGGING.test(name.toLowerCase());
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
  const isEach = EACH.has(service.prefix);
  const others = (names: readonly string[]) =>
    described(
      service,
      names.filter((name) => name !== fit.type && (isEach || !isSameKind(name, fit.type))),
    );
  if (named(true).length < 2) return undefined;
  const required = others(named(true));
  const known = isEach ? 'each' : 'listed';
  return required.length > 0
    ? { type: fit.type, known, required, optional: others(named(false)) }
    : undefined;
}
