/**
 * The files in which the service reference travels to the page, and the way back to a catalog:
 *  - the index: date, names of the services, name of each file;
 *  - the actions: of every service, names by access level;
 *  - one file a service, with everything.
 * What is empty or false is left out. Written at build time, read in the page; both sides are in this file.
 */
import type {
  AccessLevel,
  ActionSummary,
  CatalogParts,
  ConditionKey,
  ConditionKeyType,
  ResourceType,
  Service,
  ServiceAction,
} from './service-reference';

/** Grows when the form of the files changes. */
export const REFERENCE_FORMAT = 1;

export interface IndexFile {
  readonly format: number;
  readonly date: string;
  /** Prefix -> name and file. */
  readonly services: Readonly<Record<string, readonly [name: string, file: string]>>;
  readonly keyOwners: Readonly<Record<string, readonly string[]>>;
  readonly arnOwners: Readonly<Record<string, readonly string[]>>;
  readonly actionsFile: string;
}

/** Prefix -> access levels (`Write`, or `Tagging, Write`) -> names, parted by spaces. */
export type ActionsFile = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface StoredAction {
  readonly name: string;
  readonly level: string;
  readonly description: string;
  readonly resources?: readonly StoredResource[];
  readonly keys?: readonly string[];
  readonly dependent?: readonly string[];
}

interface StoredResource {
  readonly name: string;
  readonly required?: true;
  readonly keys?: readonly string[];
  readonly dependent?: readonly string[];
}

export interface ServiceFile {
  readonly prefix: string;
  readonly name: string;
  readonly actions: readonly StoredAction[];
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly arns: readonly string[];
    readonly keys?: readonly string[];
  }[];
  /** Key, type, description. */
  readonly conditionKeys: readonly (readonly [key: string, type: string, description: string])[];
}

export class ReferenceFormatError extends Error {
  override readonly name = 'ReferenceFormatError';
}

const LEVELS: Readonly<Record<AccessLevel, true>> = {
  List: true,
  Read: true,
  Write: true,
  Tagging: true,
  'Permissions management': true,
};

function readLevels(text: string): readonly AccessLevel[] {
  return text.split(', ').filter((level): level is AccessLevel => Object.hasOwn(LEVELS, level));
}

const TYPES: Readonly<Record<ConditionKeyType, true>> = {
  String: true,
  ARN: true,
  Bool: true,
  Numeric: true,
  Date: true,
  IPAddress: true,
  Binary: true,
};

const ARRAY_OF = 'ArrayOf';

function readKey([key, type, description]: readonly [string, string, string]): ConditionKey {
  const multivalued = type.startsWith(ARRAY_OF);
  const base = multivalued ? type.slice(ARRAY_OF.length) : type;
  return {
    key,
    type: Object.hasOwn(TYPES, base) ? (base as ConditionKeyType) : 'String',
    multivalued,
    description,
  };
}

function readAction(stored: StoredAction): ServiceAction {
  return {
    name: stored.name,
    accessLevels: readLevels(stored.level),
    description: stored.description,
    resourceTypes: (stored.resources ?? []).map((entry) => ({
      name: entry.name,
      required: entry.required ?? false,
      conditionKeys: entry.keys ?? [],
      dependentActions: entry.dependent ?? [],
    })),
    conditionKeys: stored.keys ?? [],
    dependentActions: stored.dependent ?? [],
  };
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Reads the index. Throws ReferenceFormatError for anything else, also for an index of another format. */
export function decodeIndex(json: unknown): IndexFile {
  if (!isObject(json) || json['format'] !== REFERENCE_FORMAT || !isObject(json['services'])) {
    throw new ReferenceFormatError('this is not an index of the service reference');
  }
  return json as unknown as IndexFile;
}

/** The parts of a catalog that knows the names of services and nothing else. */
export function catalogPartsOf(index: IndexFile): CatalogParts {
  const names = Object.entries(index.services).map(([prefix, [name]]) => ({ prefix, name }));
  return { date: index.date, names, keyOwners: index.keyOwners, arnOwners: index.arnOwners };
}

/** Reads the names and access levels of all actions. Throws ReferenceFormatError. */
export function decodeActions(json: unknown): ReadonlyMap<string, ReadonlyMap<string, ActionSummary>> {
  if (!isObject(json)) throw new ReferenceFormatError('this is not a list of actions');
  const services = new Map<string, ReadonlyMap<string, ActionSummary>>();
  for (const [prefix, levels] of Object.entries(json as ActionsFile)) {
    const actions: ActionSummary[] = [];
    for (const [level, names] of Object.entries(levels)) {
      const accessLevels = readLevels(level);
      for (const name of names.split(' ')) actions.push({ name, accessLevels });
    }
    actions.sort((one, other) => (one.name < other.name ? -1 : 1));
    services.set(prefix, new Map(actions.map((action) => [action.name.toLowerCase(), action])));
  }
  return services;
}

/** Reads the file of a service. Throws ReferenceFormatError. */
export function decodeService(json: unknown): Service {
  if (!isObject(json) || !Array.isArray(json['actions'])) {
    throw new ReferenceFormatError('this is not a file of the service reference');
  }
  const file = json as unknown as ServiceFile;
  const types = file.resourceTypes.map(({ name, arns, keys }): ResourceType => ({
    name,
    arns,
    conditionKeys: keys ?? [],
  }));
  return {
    prefix: file.prefix,
    name: file.name,
    actions: new Map(file.actions.map((action) => [action.name.toLowerCase(), readAction(action)])),
    resourceTypes: new Map(types.map((type) => [type.name, type])),
    conditionKeys: new Map(file.conditionKeys.map((stored) => [stored[0].toLowerCase(), readKey(stored)])),
  };
}
