/** Classes of resources: which lists of Resource and NotResource can match at the same time. */
import type { ResourceAtom } from '../atoms';
import { classesOf } from '../automaton/joint';
import type { Domain, Joint, JointOptions } from '../automaton/joint';
import { Language } from '../automaton/language';
import { AS_RESOURCE, isOpen, templatePattern } from '../templates';
import type { Values } from '../templates';
import { MOST_FREE, setKey, subsets } from './choice';
import type { Classes, ResourceChoice } from './choice';

interface Elements {
  readonly languages: readonly Language[];
  /** For each language the atoms that it makes true; `free`: it may make them true. */
  readonly meaning: readonly { readonly atoms: readonly number[]; readonly free: boolean }[];
}

function elementsOf(atoms: readonly ResourceAtom[], values: Values | undefined): Elements {
  const languages: Language[] = [];
  const meaning: { atoms: number[]; free: boolean }[] = [];
  const byTemplate = new Map<string, number>();
  for (const atom of atoms) {
    if (atom.fixed.patterns.length > 0) {
      languages.push(atom.fixed);
      meaning.push({ atoms: [atom.id], free: false });
    }
    for (const { id, parts } of atom.templates) {
      const at = byTemplate.get(id);
      if (at !== undefined) {
        meaning[at]!.atoms.push(atom.id);
        continue;
      }
      const pattern = templatePattern(parts, AS_RESOURCE, values);
      if (!pattern) continue;
      byTemplate.set(id, languages.length);
      languages.push(new Language([pattern]));
      meaning.push({ atoms: [atom.id], free: values === undefined && isOpen(parts) });
    }
  }
  return { languages, meaning };
}

/** Tells of atoms whether they still can or must hold while a resource is half read. */
export type AtomStanding = (atom: number) => 'sure' | 'out' | 'open';

/** The atoms that still matter while a resource is half read; undefined: it does not matter itself. */
export type AtomsLeft = (standing: AtomStanding) => ReadonlySet<number> | undefined;

function walk(
  { languages, meaning }: Elements,
  domain: Domain,
  options: JointOptions,
  left: AtomsLeft | undefined,
): Joint {
  if (!left) return classesOf(languages, domain, options);
  return classesOf(languages, domain, {
    ...options,
    matters: (standing) => {
      const kept = left((atom) => {
        let result: 'sure' | 'out' | 'open' = 'out';
        for (let at = 0; at < meaning.length; at += 1) {
          if (!meaning[at]!.atoms.includes(atom)) continue;
          const said = standing(at);
          if (said === 'sure' && !meaning[at]!.free) return 'sure';
          if (said !== 'out') result = 'open';
        }
        return result;
      });
      return kept && ((at) => meaning[at]!.atoms.some((atom) => kept.has(atom)));
    },
  });
}

/**
 * All classes of resources of a domain. `left` keeps the walk to beginnings and lists that can still matter, for lists whose
 * combinations are too many to be told all.
 */
export function resourceClasses(
  atoms: readonly ResourceAtom[],
  domain: Domain,
  values: Values | undefined,
  options: JointOptions,
  left?: AtomsLeft,
): Classes<ResourceChoice> {
  const elements = elementsOf(atoms, values);
  const { classes, cut } = walk(elements, domain, options, left);
  if (cut) return { choices: [], incomplete: { kind: 'cap', of: 'resources' } };
  const found = new Map<string, ResourceChoice>();
  for (const { label, text } of classes) {
    const base = new Set<number>();
    const free: (readonly number[])[] = [];
    for (const at of label) {
      const { atoms: holds, free: isFree } = elements.meaning[at]!;
      if (isFree) free.push(holds);
      else for (const atom of holds) base.add(atom);
    }
    if (free.length > MOST_FREE) return { choices: [], incomplete: { kind: 'cap', of: 'resources' } };
    for (const chosen of subsets(free)) {
      const yes = new Set([...base, ...chosen.flat()]);
      const key = setKey(yes);
      const before = found.get(key);
      // An ARN says more than `*`, and a class without variables is surer.
      if (before && before.text !== '*') continue;
      found.set(key, { kind: 'resource', text, yes, free: free.length > 0 });
    }
  }
  return { choices: [...found.values()], incomplete: undefined };
}
