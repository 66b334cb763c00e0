/** Classes of resources: which lists of Resource and NotResource can match at the same time. */
import { isAccountId, parseArn } from '../../language/arn';
import type { Matcher, ResourceAtom } from '../atoms';
import { walkClasses } from '../automaton/joint';
import type { Domain, JointOptions, TextClass } from '../automaton/joint';
import { Language } from '../automaton/language';
import { COLON, literal, run } from '../automaton/tokens';
import type { Pattern } from '../automaton/tokens';
import { RESOURCE_ACCOUNT, dimensionOf } from '../key-facts';
import { AS_RESOURCE, isOpen, templatePattern } from '../templates';
import type { Values } from '../templates';
import { MOST_FREE, setKey, subsets } from './choice';
import type { Classes, Incomplete, ResourceChoice } from './choice';

interface Meaning {
  readonly atoms: number[];
  readonly free: boolean;
  /** ARNs of this account, which conditions name. */
  readonly account?: string;
}

interface Elements {
  readonly languages: readonly Language[];
  /** For each language the atoms that it makes true; `free`: it may make them true. */
  readonly meaning: readonly Meaning[];
  /** Is the account of a resource told apart? */
  readonly byAccount: boolean;
}

/** Accounts that conditions name as the resource's; none where one of them is a pattern, or hangs on a variable. */
export function accountsNamed(matchers: readonly Matcher[]): readonly string[] {
  const asking = matchers.filter(({ key }) => dimensionOf(key) === RESOURCE_ACCOUNT);
  const accounts = new Set(asking.flatMap(({ values }) => values));
  return [...accounts].every(isAccountId) ? [...accounts].sort() : [];
}

const ofAccount = (account: string): Pattern => [
  ...literal('arn:'),
  ...[run(COLON), run(COLON), run(COLON)].flatMap((part) => [part, ...literal(':')]),
  ...literal(`${account}:`),
  run(),
];

function elementsOf(
  atoms: readonly ResourceAtom[],
  values: Values | undefined,
  accounts: readonly string[],
): Elements {
  const languages: Language[] = accounts.map((account) => new Language([ofAccount(account)]));
  const meaning: Meaning[] = accounts.map((account) => ({ atoms: [], free: false, account }));
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
  return { languages, meaning, byAccount: accounts.length > 0 };
}

/** Tells of atoms whether they still can or must hold while a resource is half read. */
export type AtomStanding = (atom: number) => 'sure' | 'out' | 'open';

/** The atoms that still matter while a resource is half read; undefined: it does not matter itself. */
export type AtomsLeft = (standing: AtomStanding) => ReadonlySet<number> | undefined;

function bearing({ meaning }: Elements, left: AtomsLeft): NonNullable<JointOptions['matters']> {
  return (standing) => {
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
    if (!kept) return undefined;
    return (at) => meaning[at]!.account !== undefined || meaning[at]!.atoms.some((atom) => kept.has(atom));
  };
}

/**
 * All classes of resources of a domain. `left` keeps the walk to beginnings and lists that can still matter, for lists whose
 * combinations are too many to be told all. `accounts`: those that conditions on the resource's account name.
 */
export function resourceClasses(
  { atoms, accounts }: { readonly atoms: readonly ResourceAtom[]; readonly accounts: readonly string[] },
  domain: Domain,
  values: Values | undefined,
  options: JointOptions,
  left?: AtomsLeft,
): Classes<ResourceChoice> {
  const elements = elementsOf(atoms, values, accounts);
  const walk = walkClasses(elements.languages, domain, {
    ...options,
    ...(left && { matters: bearing(elements, left) }),
  });
  return new WalkedResources(elements, walk);
}

const CAP: Incomplete = { kind: 'cap', of: 'resources' };

/** Classes as they are asked for: mostly one of the first will do. */
class WalkedResources implements Classes<ResourceChoice> {
  readonly #found: ResourceChoice[] = [];
  readonly #keys = new Set<string>();
  /** An ARN says more than `*`, so what only that has comes last. */
  readonly #ofStar: ResourceChoice[] = [];
  #ended = false;
  #incomplete: Incomplete | undefined;

  constructor(
    private readonly elements: Elements,
    private readonly walk: ReturnType<typeof walkClasses>,
  ) {}

  /** Known once all have been read. */
  get incomplete(): Incomplete | undefined {
    return this.#incomplete;
  }

  get choices(): Iterable<ResourceChoice> {
    return { [Symbol.iterator]: () => this.each() };
  }

  private *each(): Generator<ResourceChoice> {
    for (let at = 0; ; at += 1) {
      while (at >= this.#found.length && !this.#ended) this.next();
      if (at >= this.#found.length) return;
      yield this.#found[at]!;
    }
  }

  private next(): void {
    const { done, value } = this.walk.next();
    if (!done) {
      this.take(value);
      return;
    }
    if (value.cut) this.#incomplete = CAP;
    for (const choice of this.#ofStar) this.keep(choice);
    this.#ended = true;
  }

  private take({ label, text }: TextClass): void {
    const base = new Set<number>();
    const free: (readonly number[])[] = [];
    for (const at of label) {
      const { atoms, free: isFree } = this.elements.meaning[at]!;
      if (isFree) free.push(atoms);
      else for (const atom of atoms) base.add(atom);
    }
    if (free.length > MOST_FREE) {
      this.#incomplete = CAP;
      this.#ended = true;
      return;
    }
    // An account that no condition names stands for all such.
    const owner = this.elements.byAccount ? (parseArn(text)?.account ?? '') : '';
    for (const chosen of subsets(free)) {
      const yes = new Set([...base, ...chosen.flat()]);
      const choice: ResourceChoice = {
        kind: 'resource',
        text,
        yes,
        free: free.length > 0,
        ...(isAccountId(owner) && { account: owner }),
      };
      if (text === '*') this.#ofStar.push(choice);
      else this.keep(choice);
    }
  }

  private keep(choice: ResourceChoice): void {
    const key = `${setKey(choice.yes)} ${choice.account ?? ''}`;
    if (this.#keys.has(key)) return;
    this.#keys.add(key);
    this.#found.push(choice);
  }
}
