/** Do the resources of a statement fit its actions? Service Authorization Reference: resource types of each action. */
import { actionDetails, resourceTypesOf, splitAction } from '../catalog/service-lookup';
import type { Catalog, Service, ServiceAction } from '../catalog/service-reference';
import type { Arn } from '../language/arn';
import { globCovers } from '../language/glob-relations';
import { formatAdmits, formatsOf, readArn } from './arn-formats';
import type { ArnFormat } from './arn-formats';
import { suggestion, warning } from './check';
import type { CheckedPolicy, Statement } from './document';
import { expand, isFullAccess } from './grants';
import type { PolicyType } from './policy-type';
import { listedCode } from './words';

const IDENTITY: readonly PolicyType[] = ['identity'];

const isWild = (text: string): boolean => /[*?]/.test(text);

const formatsByAction = new WeakMap<ServiceAction, readonly ArnFormat[]>();

function formatsOfAction(service: Service, action: ServiceAction): readonly ArnFormat[] {
  let formats = formatsByAction.get(action);
  if (!formats) {
    const names = new Set(resourceTypesOf(service, action).map((type) => type.name));
    formats = formatsOf(service).filter((format) => names.has(format.typeName));
    formatsByAction.set(action, formats);
  }
  return formats;
}

/** The resources as ARNs; undefined when one of them is `*`, or cannot be compared. */
function arnsOf({ resource }: Statement): readonly Arn[] | undefined {
  if (!resource || resource.entries.length === 0) return undefined;
  const arns = resource.entries.map(({ text }) => readArn(text));
  return arns.includes(undefined) ? undefined : (arns as Arn[]);
}

type Fit = 'fits' | 'needs another resource' | 'needs *';

/** The resources of a statement, held against the services of its actions. */
class Resources {
  readonly #arns: readonly Arn[];
  /** By service: the resource types that one of the resources can be. */
  readonly #types = new Map<Service, ReadonlySet<string>>();

  constructor(arns: readonly Arn[]) {
    this.#arns = arns;
  }

  fit(service: Service, row: ServiceAction): Fit | undefined {
    if (row.resourceTypes.length === 0) {
      // The documentation contradicts itself on whether all resources of the service will do.
      const whole = this.#arns.some((arn) => arn.service === service.prefix && arn.resource === '*');
      return whole ? undefined : 'needs *';
    }
    if (!row.resourceTypes.some(({ name }) => service.resourceTypes.has(name))) return undefined;
    const admitted = this.#admitted(service);
    return row.resourceTypes.some(({ name }) => admitted.has(name)) ? 'fits' : 'needs another resource';
  }

  #admitted(service: Service): ReadonlySet<string> {
    let types = this.#types.get(service);
    if (!types) {
      const fitting = formatsOf(service).filter((format) =>
        this.#arns.some((arn) => formatAdmits(format, arn)),
      );
      types = new Set(fitting.map((format) => format.typeName));
      this.#types.set(service, types);
    }
    return types;
  }
}

/** Enough to tell that none of them fits; an entry that covers more is not about single resources. */
const MOST_ACTIONS = 400;

/** What an entry of the list does with the resources. A pattern fits when one of its actions does. */
function fitOfEntry(catalog: Catalog, text: string, resources: Resources): Fit | undefined {
  const service = catalog.service(splitAction(text)?.prefix ?? '');
  const actions = service && expand(catalog, text);
  if (!actions || actions.length === 0 || actions.length > MOST_ACTIONS) return undefined;
  let worst: Fit | undefined;
  for (const { name } of actions) {
    const row = service.actions.get(name.toLowerCase());
    const one = row && resources.fit(service, row);
    if (one === undefined || one === 'fits') return one;
    worst = one;
  }
  return worst;
}

/** Actions of single names on `*` that could be limited to resources. */
function scopable(
  policy: CheckedPolicy,
  statement: Statement,
): readonly { readonly full: string; readonly row: ServiceAction }[] {
  const star = statement.resource?.entries.some(({ text }) => text === '*');
  if (statement.effect !== 'Allow' || !star || isFullAccess(statement) || !policy.catalog) return [];
  return (statement.action?.entries ?? []).flatMap(({ text }) => {
    const row = isWild(text) ? undefined : actionDetails(policy.catalog!, text);
    return row?.resourceTypes.some((type) => type.required) ? [{ full: text, row }] : [];
  });
}

const changes = ({ accessLevels }: ServiceAction): boolean =>
  accessLevels.some(
    (level) => level === 'Write' || level === 'Tagging' || level === 'Permissions management',
  );

export const resourceScopeChecks = [
  warning(
    'resource-mismatch',
    function* (policy) {
      const { catalog } = policy;
      if (!catalog) return;
      for (const statement of policy.statements) {
        const arns = statement.effect === 'Allow' ? arnsOf(statement) : undefined;
        if (!arns) continue;
        const entries = statement.action?.entries ?? [];
        const resources = new Resources(arns);
        const judged = entries.map((entry) => ({
          entry,
          fit: fitOfEntry(catalog, entry.text, resources),
        }));
        const other = judged.filter((one) => one.fit === 'needs another resource').map(({ entry }) => entry);
        const star = judged.filter((one) => one.fit === 'needs *').map(({ entry }) => entry);
        if (other.length + star.length === 0) continue;
        const sentences = [
          other.length > 0 &&
            `${listedCode(other.map((entry) => entry.text))} ${other.length === 1 ? 'acts' : 'act'} on resources of other types than those listed.`,
          star.length > 0 &&
            `${listedCode(star.map((entry) => entry.text))} ${star.length === 1 ? 'takes' : 'take'} no resource and ${star.length === 1 ? 'needs' : 'need'} \`"*"\`.`,
        ].filter((sentence) => sentence !== false);
        yield {
          at: statement,
          related: [...other, ...star],
          message: `By the service reference ${sentences.join(' ')} So the statement does not allow ${other.length + star.length === 1 ? 'it' : 'them'}. Give those actions a statement with resources that fit.`,
        };
      }
    },
    ['identity', 'session'],
  ),

  suggestion(
    'infrastructure-modification',
    function* (policy) {
      for (const statement of policy.statements) {
        const found = scopable(policy, statement).filter(({ row }) => changes(row));
        if (found.length === 0 || statement.conditions.length > 0) continue;
        yield {
          at: statement,
          message: `${listedCode(found.map(({ full }) => full))} can be limited to single resources, and ${found.length === 1 ? 'is' : 'are'} allowed on all of them. Name the resources that may be changed.`,
        };
      }
    },
    IDENTITY,
  ),

  suggestion(
    'resource-star',
    function* (policy) {
      for (const statement of policy.statements) {
        // Those that change something are told above.
        const found = scopable(policy, statement).filter(({ row }) => !changes(row));
        if (found.length === 0 || statement.conditions.length > 0) continue;
        yield {
          at: statement.resource!,
          message: `${listedCode(found.map(({ full }) => full))} can be limited to single resources. Name those that may be read, in place of \`*\`.`,
        };
      }
    },
    IDENTITY,
  ),

  suggestion(
    'resource-effectively-star',
    function* (policy) {
      const { catalog } = policy;
      if (!catalog) return;
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || statement.conditions.length > 0) continue;
        const formats = (statement.action?.entries ?? []).flatMap(({ text }) => {
          const service = catalog.service(splitAction(text)?.prefix ?? '');
          const row = service && actionDetails(catalog, text);
          return row ? formatsOfAction(service, row) : [];
        });
        const whole = (statement.resource?.entries ?? []).flatMap((entry) => {
          const arn = isWild(entry.text) ? readArn(entry.text) : undefined;
          const format = arn && formats.find((one) => coversFormat(arn, one));
          return format ? [{ entry, type: format.typeName }] : [];
        });
        const [first, ...others] = whole;
        if (!first) continue;
        yield {
          at: first.entry,
          related: others.map(({ entry }) => entry),
          message: `${listedCode(whole.map(({ entry }) => entry.text))} ${others.length === 0 ? 'covers' : 'cover'} every ${listedCode([...new Set(whole.map(({ type }) => type))])} there is, in effect \`*\`. Name those that are meant.`,
        };
      }
    },
    IDENTITY,
  ),
];

function coversFormat(arn: Arn, format: ArnFormat): boolean {
  return (
    arn.service === format.service &&
    globCovers(arn.region, format.region) &&
    globCovers(arn.account, format.account) &&
    globCovers(arn.resource, format.resource)
  );
}
