/**
 * The actions that AWS has, and the forms of the ARNs on which each of them works.
 * Service Authorization Reference: "Actions, resources, and condition keys for AWS services".
 */
import { firstWildcard, globMatches, globOf } from '../language/glob';
import type { Glob } from '../language/glob';
import { splitAction } from '../catalog/service-lookup';
import type { AccessLevel, Catalog, Service } from '../catalog/service-reference';
import type { ActionAtom } from './atoms';
import type { Resources } from './resources';

interface Named {
  /** As AWS writes it: `s3:GetObject`. */
  readonly full: string;
  readonly lower: string;
}

export interface NameGroup {
  /** The atoms that list these names. */
  readonly yes: ReadonlySet<number>;
  readonly names: readonly string[];
  /** Of each name, how many stand before it in the reference. */
  readonly places: readonly number[];
}

/** The patterns of a list for one service, taken apart. */
type Listing = 'all' | 'none' | Uint8Array;

export class Names {
  readonly #services: readonly { readonly prefix: string; readonly names: readonly Named[] }[];
  readonly #places = new Map<string, Map<string, number>>();
  readonly #resources = new Map<string, Resources>();
  readonly #forms = new Map<string, readonly string[]>();
  readonly count: number;

  constructor(readonly catalog: Catalog) {
    this.#services = catalog.services().flatMap(({ prefix }) => {
      const actions = catalog.actions(prefix);
      if (!actions) return [];
      const names = [...actions.values()].map(({ name }) => {
        const full = `${prefix}:${name}`;
        return { full, lower: full.toLowerCase() };
      });
      this.#places.set(prefix, new Map(names.map(({ lower }, at) => [lower, at])));
      return [{ prefix, names }];
    });
    this.count = this.#services.reduce((sum, { names }) => sum + names.length, 0);
  }

  /** All names in small letters. */
  *all(): Generator<string> {
    for (const { names } of this.#services) for (const { lower } of names) yield lower;
  }

  private listing(atom: ActionAtom, prefix: string, names: readonly Named[]): Listing {
    let found: Uint8Array | undefined;
    for (const value of this.valuesFor(atom, prefix)) {
      if (value === '*') return 'all';
      found ??= new Uint8Array(names.length);
      if (firstWildcard(value) === -1) {
        const at = this.#places.get(prefix)!.get(value);
        if (at !== undefined) found[at] = 1;
        continue;
      }
      const name = globOf(value.slice(value.indexOf(':') + 1));
      for (let at = 0; at < names.length; at += 1) {
        if (!found[at] && globMatches(name, names[at]!.lower.slice(prefix.length + 1))) found[at] = 1;
      }
    }
    return found ?? 'none';
  }

  /** The patterns of a list that can name an action of the service. */
  private valuesFor(atom: ActionAtom, prefix: string): readonly string[] {
    let bins = valuesByPrefix.get(atom);
    if (!bins) {
      bins = binsOf(atom.values);
      valuesByPrefix.set(atom, bins);
    }
    const { own, wide, everything } = bins;
    if (everything) return EVERYTHING;
    const named = own.get(prefix) ?? NONE;
    if (wide.length === 0) return named;
    return [...named, ...wide.flatMap(({ service, values }) => (globMatches(service, prefix) ? values : []))];
  }

  /** The names of all services in groups by the lists that hold them; `keep` leaves some out. */
  groups(atoms: readonly ActionAtom[], keep?: (lower: string) => boolean): readonly NameGroup[] {
    const found = new Map<string, { yes: ReadonlySet<number>; names: string[]; places: number[] }>();
    const groupOf = (listed: readonly number[]) => {
      const key = listed.join();
      let group = found.get(key);
      if (!group) {
        group = { yes: new Set(listed), names: [], places: [] };
        found.set(key, group);
      }
      return group;
    };
    let before = 0;
    for (const { prefix, names } of this.#services) {
      const always: number[] = [];
      const some: { id: number; listed: Uint8Array }[] = [];
      for (const atom of atoms) {
        const listing = this.listing(atom, prefix, names);
        if (listing === 'all') always.push(atom.id);
        else if (listing !== 'none') some.push({ id: atom.id, listed: listing });
      }
      let group: ReturnType<typeof groupOf> | undefined;
      names.forEach(({ full, lower }, at) => {
        if (keep && !keep(lower)) return;
        if (some.length > 0 || !group) {
          const own = some.filter(({ listed }) => listed[at]).map(({ id }) => id);
          group = groupOf([...always, ...own]);
        }
        group.names.push(full);
        group.places.push(before + at);
      });
      before += names.length;
    }
    return [...found.values()];
  }

  /** The names that both lists hold, all of a service as one pattern. */
  listedBy(
    ...lists: readonly { readonly not: boolean; readonly values: readonly string[] }[]
  ): readonly string[] {
    const globs = lists.map(({ not, values }) => ({
      not,
      patterns: values.map((value) => globOf(value.toLowerCase())),
    }));
    return this.#services.flatMap(({ prefix, names }) => {
      const held = names.filter(({ lower }) =>
        globs.every(({ not, patterns }) => patterns.some((one) => globMatches(one, lower)) !== not),
      );
      return held.length === names.length ? [`${prefix}:*`] : held.map(({ full }) => full);
    });
  }

  /**
   * The forms of ARNs that an action works on; none where it works on no resource, undefined while the details of its
   * service are not loaded.
   */
  formsOf(action: string): readonly string[] | undefined {
    const known = this.#forms.get(action);
    if (known) return known;
    const parts = splitAction(action);
    const service = parts && this.catalog.service(parts.prefix);
    if (!service) return undefined;
    const forms = formsIn(service, parts.name);
    this.#forms.set(action, forms);
    return forms;
  }

  /** Kinds of resources are the same for every question. */
  remember(key: string, make: () => Resources): Resources {
    let found = this.#resources.get(key);
    if (!found) {
      found = make();
      this.#resources.set(key, found);
    }
    return found;
  }

  levelOf(action: string): AccessLevel {
    const { prefix = '', name = '' } = splitAction(action) ?? {};
    const levels = this.catalog.actions(prefix)?.get(name.toLowerCase())?.accessLevels ?? [];
    return BY_HARM.find((level) => levels.includes(level)) ?? 'Write';
  }
}

function formsIn(service: Service, name: string): readonly string[] {
  const row = service.actions.get(name.toLowerCase());
  const types = row?.resourceTypes.flatMap((entry) => service.resourceTypes.get(entry.name) ?? []) ?? [];
  return [...new Set(types.flatMap(({ arns }) => arns))];
}

/** The patterns of a list by the service that they name. */
interface Bins {
  readonly everything: boolean;
  readonly own: ReadonlyMap<string, readonly string[]>;
  /** With a wildcard in the service. */
  readonly wide: readonly { readonly service: Glob; readonly values: readonly string[] }[];
}

const EVERYTHING: readonly string[] = ['*'];
const NONE: readonly string[] = [];

function binsOf(values: readonly string[]): Bins {
  const own = new Map<string, string[]>();
  for (const value of values) {
    const colon = value.indexOf(':');
    const service = colon === -1 ? '' : value.slice(0, colon);
    const bin = own.get(service);
    if (bin) bin.push(value);
    else own.set(service, [value]);
  }
  const wide = [...own].flatMap(([service, list]) =>
    firstWildcard(service) === -1 ? [] : [{ service: globOf(service), values: list }],
  );
  return { everything: values.includes('*'), own, wide };
}

const valuesByPrefix = new WeakMap<ActionAtom, Bins>();

/** From what can do most harm to what can do least. */
export const BY_HARM: readonly AccessLevel[] = ['Permissions management', 'Write', 'Tagging', 'Read', 'List'];

const known = new WeakMap<Catalog, Names>();

/** Read once for a catalog. */
export function namesOf(catalog: Catalog): Names {
  let names = known.get(catalog);
  if (!names) {
    names = new Names(catalog);
    known.set(catalog, names);
  }
  return names;
}
