/** Policies of resources: do actions, resources and conditions fit the resource, and its callers? */
import { actionDetails, splitAction } from '../catalog/service-lookup';
import type { Catalog } from '../catalog/service-reference';
import { formatsOf } from './arn-formats';
import { error, security, suggestion } from './check';
import type { CheckedPolicy, Statement } from './document';
import { insertLast, remove, renameMember } from '../language/edits';
import { proposal } from './finding';
import type { Fix } from './finding';
import { isKey } from './key-facts';
import { NAMING_PRINCIPALS, OF_RESOURCES } from './policy-type';
import { servicesOfResources, servicesOfStatement } from './resource-services';
import { actsForResources } from './service-principals';
import { code } from './words';

const SOURCES = [
  'aws:SourceArn',
  'aws:SourceAccount',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'aws:SourceOwner',
];
/** They narrow calls of services by what they are not meant for. */
const WEAK = ['aws:Referer', 'aws:PrincipalAccount', 'kms:CallerAccount'];
/** Never there when a service calls for itself. */
const NEVER_FOR_SERVICES = ['aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:username'];

const isOneOf = (key: string, keys: readonly string[]): boolean => keys.some((known) => isKey(key, known));

const uses = (statement: Statement, keys: readonly string[]): boolean =>
  statement.conditions.some(({ key }) => isOneOf(key, keys));

/** The service parts that ARNs for a service's actions can have; undefined when the service is not loaded. */
function arnServices(catalog: Catalog, prefix: string): ReadonlySet<string> | undefined {
  const service = catalog.service(prefix);
  return service && new Set([service.prefix, ...formatsOf(service).map((format) => format.service)]);
}

function guard(policy: CheckedPolicy, statement: Statement): readonly Fix[] {
  const account = policy.statements
    .flatMap(({ resource }) => resource?.entries ?? [])
    .map(({ text }) => text.split(':')[4] ?? '')
    .find((text) => /^\d{12}$/.test(text));
  const key = 'aws:SourceAccount';
  const value = account ?? 'ACCOUNT-ID';
  const { condition } = statement;
  if (!condition) {
    const added = { StringEquals: { [key]: value } };
    return [proposal(`Add ${key}`, insertLast(policy.text, statement.node, 'Condition', added))];
  }
  const block = statement.conditions.find((entry) => entry.block.name === 'StringEquals')?.block;
  if (block) return [proposal(`Add ${key}`, insertLast(policy.text, block.node, key, value))];
  if (condition.node.type !== 'object') return [];
  return [proposal(`Add ${key}`, insertLast(policy.text, condition.node, 'StringEquals', { [key]: value }))];
}

/** Service principals that act for a resource, in statements that demand nothing of the source. */
function* unguarded(policy: CheckedPolicy) {
  for (const statement of policy.statements) {
    if (statement.effect !== 'Allow' || uses(statement, SOURCES)) continue;
    for (const entry of statement.principals) {
      if (entry.kind === 'Service' && !entry.not && actsForResources(entry.text)) yield { statement, entry };
    }
  }
}

export const resourcePolicyChecks = [
  error(
    'unsupported-action-in-policy',
    function* (policy) {
      const { catalog } = policy;
      if (!catalog || policy.type === 'endpoint') return;
      for (const statement of policy.statements) {
        const known = policy.resourceType !== undefined || policy.type === 'key';
        const services = new Set(known ? servicesOfResources(policy) : servicesOfStatement(statement));
        if (services.size === 0) continue;
        for (const entry of statement.action?.entries ?? []) {
          const prefix = splitAction(entry.text)?.prefix.toLowerCase();
          if (prefix === undefined || !catalog.hasService(prefix)) continue;
          const own = arnServices(catalog, prefix);
          const fits = own === undefined || [...own].some((service) => services.has(service));
          if (fits && !isWithoutBucket(catalog, entry.text)) continue;
          yield {
            at: entry,
            message: fits
              ? `${code(entry.text)} acts on no bucket or object, so S3 refuses it in the policy of one. Grant it to an identity.`
              : `${code(entry.text)} is no action on this resource: the policy belongs to ${code([...services].join(', '))}. Grant it in the policy of the resource that it acts on.`,
            fixes:
              statement.action?.node.type === 'array' && statement.action.entries.length > 1
                ? [proposal('Remove the action', remove(entry.node))]
                : [],
          };
        }
      }
    },
    OF_RESOURCES,
  ),

  error(
    'unsupported-resource-arn-in-policy',
    function* (policy) {
      const { catalog } = policy;
      if (!catalog || policy.type === 'endpoint') return;
      for (const statement of policy.statements) {
        const allowed = allowedArnServices(policy, statement, catalog);
        if (!allowed) continue;
        for (const entry of statement.resource?.entries ?? []) {
          const [start, , service] = entry.text.split(':', 3);
          if (start !== 'arn' || !service || /[*?$]/.test(service) || allowed.has(service)) continue;
          if (catalog.arnOwners(service) === undefined) continue;
          yield {
            at: entry,
            message: `${code(entry.text)} is of another service than the policy speaks of, so the statement reaches nothing. Name the resource that the policy belongs to.`,
          };
        }
      }
    },
    OF_RESOURCES,
  ),

  security(
    'restrict-access-to-service-principal',
    function* (policy) {
      for (const { statement, entry } of unguarded(policy)) {
        if (uses(statement, WEAK)) continue;
        yield {
          at: entry,
          message: `${code(entry.text)} calls for resources of any account, so somebody else could make it reach yours (the confused deputy). Demand \`aws:SourceAccount\`, \`aws:SourceArn\` or \`aws:SourceOrgID\`.`,
          fixes: guard(policy, statement),
        };
      }
    },
    OF_RESOURCES,
  ),

  suggestion(
    'recommended-condition-key-for-service-principal',
    function* (policy) {
      for (const { statement, entry } of unguarded(policy)) {
        const weak = statement.conditions.find(({ key }) => isOneOf(key, WEAK));
        if (!weak) continue;
        yield {
          at: weak,
          message: `${code(weak.key)} is not made for calls of ${code(entry.text)}. Demand \`aws:SourceAccount\` or \`aws:SourceArn\`, which name the resource it calls for.`,
          related: [entry],
        };
      }
    },
    OF_RESOURCES,
  ),

  error(
    'unsupported-condition-key-for-service-principal',
    function* (policy) {
      for (const { effect, principals, conditions } of policy.statements) {
        const services = principals.filter((entry) => !entry.not);
        if (effect !== 'Allow' || services.length === 0 || services.some(({ kind }) => kind !== 'Service'))
          continue;
        for (const entry of conditions) {
          const tag = /^aws:PrincipalTag\//i.test(entry.key);
          if (!tag && !isOneOf(entry.key, NEVER_FOR_SERVICES)) continue;
          if (entry.operator?.family === 'null' || entry.operator?.ifExists || entry.operator?.negated)
            continue;
          const instead = isKey(entry.key, 'aws:PrincipalOrgID')
            ? 'aws:SourceOrgID'
            : isKey(entry.key, 'aws:PrincipalOrgPaths')
              ? 'aws:SourceOrgPaths'
              : undefined;
          yield {
            at: entry,
            message: `A service that calls for itself has no ${code(entry.key)}, so the condition is never true and nobody gets in.${instead === undefined ? '' : ` \`${instead}\` is the organization of the resource it calls for.`}`,
            fixes: instead === undefined ? [] : [proposal(`Write ${instead}`, renameMember(entry, instead))],
          };
        }
      }
    },
    NAMING_PRINCIPALS,
  ),

  suggestion(
    'irrelevant-condition-key-in-policy',
    function* (policy) {
      if (servicesOfResources(policy).some((service) => service !== 's3')) return;
      for (const { conditions } of policy.statements) {
        for (const entry of conditions) {
          if (!isKey(entry.key, 's3:ResourceAccount')) continue;
          const alone = entry.block.node.children?.length === 1;
          yield {
            at: entry,
            message: `A bucket belongs to one account, so ${code(entry.key)} says nothing in its own policy. Remove it; it is meant for the policies of identities and endpoints.`,
            fixes: [proposal('Remove the key', remove(alone ? entry.block.property : entry.property))],
          };
        }
      }
    },
    ['resource'],
  ),
];

/** An action of S3 that no bucket policy can grant, such as `s3:ListAllMyBuckets`. */
function isWithoutBucket(catalog: Catalog, action: string): boolean {
  return action.toLowerCase().startsWith('s3:') && actionDetails(catalog, action)?.resourceTypes.length === 0;
}

/** The service parts of ARNs that the statement may name; undefined when that is not known. */
function allowedArnServices(
  policy: CheckedPolicy,
  statement: Statement,
  catalog: Catalog,
): ReadonlySet<string> | undefined {
  if (policy.type === 'key') return new Set(['kms']);
  if (policy.resourceType !== undefined) {
    const services = servicesOfResources(policy);
    return new Set(services.flatMap((service) => [...(arnServices(catalog, service) ?? [service])]));
  }
  const allowed = new Set<string>();
  for (const { text } of statement.action?.entries ?? []) {
    const prefix = splitAction(text)?.prefix ?? '*';
    const own = arnServices(catalog, prefix);
    if (!own) return undefined;
    for (const service of own) allowed.add(service);
  }
  return allowed.size > 0 ? allowed : undefined;
}
