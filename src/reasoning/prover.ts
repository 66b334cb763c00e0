/**
 * Questions about all requests: is there one that makes a formula true? A "no" is proved with variables standing for
 * anything. A "yes" is a request that the evaluator confirms. Anything else is told as not decided.
 */
import type { Request } from '../case/scenario';
import { actionAtoms, afterAction, anyActions } from './any-action';
import type { Domain } from './automaton/joint';
import { Language } from './automaton/language';
import { literal } from './automaton/tokens';
import { anyResource, formatPattern } from './domains';
import { environments } from './environments';
import { NEVER } from './formula';
import type { Formula } from './formula';
import { HIDDEN } from './key-facts';
import { NameCells } from './name-cells';
import type { Names } from './names';
import { ReasonList } from './reasons';
import type { Reason } from './reasons';
import { resourcesOf } from './resources';
import type { Resources } from './resources';
import { Search } from './search';
import { isEnded } from './work';
import type { Answer } from './search';
import type { Work } from './work';
import type { Space } from './space';
import { variablesOf } from './templates';
import type { Values } from './templates';
import { isCoherent, minimise, requestOf } from './witness';

/** Which requests are asked about. */
export interface Scope {
  readonly actions: Domain;
  /** Which of AWS's actions; undefined: all. By their name in small letters. */
  readonly keeps?: (lower: string) => boolean;
  /** Undefined: what each action works on. */
  readonly resources?: Domain;
  /** The one partition of callers and resources, where callers are of one. */
  readonly partition?: string;
  /** What every request of these has besides. */
  readonly finish?: (request: Request) => Request;
}

/** Does the evaluator say of the request what is asked for? */
export type Confirm = (request: Request) => boolean;

/** Actions for which the same request answers. */
export interface Finding {
  /** What was left of the formula: findings of one are there for the same reason. */
  readonly rest: Formula;
  readonly actions: readonly string[];
  readonly witness: Request;
}

export type Decided =
  | { readonly kind: 'found'; readonly witness: Request }
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly reasons: readonly Reason[] };

const FIRST_TRIES = 100;
const MORE_TRIES = 200;

const serviceOf = (action: string): string => action.slice(0, Math.max(action.indexOf(':'), 0));

export class Prover {
  readonly #searches = new Map<string, Search>();
  readonly #decided = new Map<string, Decided>();
  readonly #resources = new Map<string, Resources>();
  /** The last request that was found for a formula: it often does for other resources too. */
  readonly #last = new Map<Formula, Request>();
  readonly #any: Resources;
  readonly #cells: NameCells | undefined;
  readonly #partitions: readonly string[];

  constructor(
    private readonly space: Space,
    private readonly scope: Scope,
    private readonly work: Work,
    private readonly names: Names | undefined,
  ) {
    const hasCallers = space.atoms.some(({ kind }) => kind === 'caller');
    const only = scope.partition ?? (hasCallers ? space.partition : undefined);
    const partitions = only ? [only] : ['aws', ...space.partitions, 'aws-cn', 'aws-us-gov'];
    this.#any = resourcesOf(scope.resources ?? anyResource(new Set(partitions)));
    this.#partitions = only ? [only] : [...space.partitions];
    this.#cells = names && new NameCells(space, names, scope.keeps);
  }

  /** The actions that AWS has for which there is a request, in groups; `first`: one group is enough. */
  today(
    formula: Formula,
    confirm: Confirm,
    first = false,
  ): { readonly found: readonly Finding[]; readonly reasons: readonly Reason[] } {
    const found: Finding[] = [];
    const reasons = new ReasonList();
    if (formula === NEVER || !this.#cells) return { found, reasons: reasons.list };
    const byRest = new Map<Formula, string[]>();
    for (const { yes, names } of this.#cells.groups(actionAtoms(this.space, formula))) {
      const rest = afterAction(this.space, formula, yes);
      if (rest === NEVER) continue;
      const list = byRest.get(rest);
      if (list) for (const name of names()) list.push(name);
      else byRest.set(rest, [...names()]);
    }
    for (const [rest, names] of byRest) {
      // What holds of no ARN at all need not be asked of each form of them.
      if (this.searchWith(undefined).solve(rest, this.#any).kind === 'none') continue;
      for (const [resources, actions] of this.byResources(names)) {
        const decided = this.decide(rest, resources, actions[0]!, confirm);
        if (decided.kind === 'open') reasons.add(...decided.reasons);
        if (decided.kind !== 'found') continue;
        found.push({ rest, actions, witness: decided.witness });
        if (first) return { found, reasons: reasons.list };
      }
    }
    return { found, reasons: reasons.list };
  }

  /** The same for any action of a well-formed name, on any ARN. */
  any(formula: Formula, confirm: Confirm): Decided {
    if (formula === NEVER) return { kind: 'none' };
    const { classes, cut } = anyActions(this.space, formula, this.scope.actions, this.work);
    const reasons = new ReasonList();
    if (cut) reasons.add({ kind: 'cap', of: 'actions' });
    for (const { name, rest } of classes) {
      const decided = this.decide(rest, this.#any, name, confirm);
      if (decided.kind === 'found') return decided;
      if (decided.kind === 'open') reasons.add(...decided.reasons);
    }
    return reasons.list.length > 0 ? { kind: 'open', reasons: reasons.list } : { kind: 'none' };
  }

  /** Which of AWS's names a formula can be true for, as numbers of groups of them. */
  reach(formula: Formula): ReadonlySet<number> {
    return this.#cells?.reach(formula) ?? new Set();
  }

  private byResources(names: readonly string[]): ReadonlyMap<Resources, string[]> {
    const found = new Map<Resources, string[]>();
    for (const name of names) {
      const resources = this.scope.resources ? this.#any : this.resourcesOf(name);
      const list = found.get(resources);
      if (list) list.push(name);
      else found.set(resources, [name]);
    }
    return found;
  }

  /** What an action works on: ARNs of its forms, or `*`. */
  private resourcesOf(action: string): Resources {
    const forms = this.names!.formsOf(action);
    if (!forms) return this.#any;
    const owners = forms.some((form) => form.includes('${Account')) ? [...this.space.owners] : [];
    const key = [...forms, ...this.#partitions, ...owners].join(' ');
    const known = this.#resources.get(key);
    if (known) return known;
    const make = (): Resources => {
      const accounts = [undefined, ...owners.map((owner) => literal(owner))];
      const patterns = forms.flatMap((form) =>
        this.#partitions.flatMap((partition) =>
          accounts.map((account) => formatPattern(form, partition, account)),
        ),
      );
      return resourcesOf({ within: new Language(forms.length > 0 ? patterns : [literal('*')]) });
    };
    const made = this.names!.remember(key, make);
    this.#resources.set(key, made);
    return made;
  }

  private searchWith(values: Values | undefined): Search {
    const key = values ? JSON.stringify([...values].map(([name, value]) => [name, value ?? null])) : '';
    let search = this.#searches.get(key);
    if (!search) {
      search = new Search(this.space, this.work, values);
      this.#searches.set(key, search);
    }
    return search;
  }

  /** What is left of a formula for one action, on resources of one kind. */
  private decide(rest: Formula, resources: Resources, action: string, confirm: Confirm): Decided {
    const key = `${rest} ${resources.id} ${serviceOf(action) === 's3'}`;
    const known = this.#decided.get(key);
    if (known && (known.kind !== 'found' || confirm({ ...known.witness, action }))) {
      return known.kind === 'found' ? { kind: 'found', witness: { ...known.witness, action } } : known;
    }
    const decided = this.decideAnew(rest, resources, action, confirm);
    this.#decided.set(key, decided);
    return decided;
  }

  private decideAnew(rest: Formula, resources: Resources, action: string, confirm: Confirm): Decided {
    const like = this.#last.get(rest);
    const alike = like && this.finish({ ...like, action, resource: resources.example() });
    if (alike && isCoherent(alike) && confirm(alike)) return { kind: 'found', witness: alike };
    const decided = this.decideFully(rest, resources, action, confirm);
    if (decided.kind === 'found') this.#last.set(rest, decided.witness);
    return decided;
  }

  private decideFully(rest: Formula, resources: Resources, action: string, confirm: Confirm): Decided {
    const over = this.searchWith(undefined).solve(rest, resources);
    if (over.kind === 'none') return over;
    const seen = this.witnessOf(over, resources, action, undefined, confirm);
    if (seen) return { kind: 'found', witness: seen };
    const below = this.fromBelow(rest, resources, action, confirm);
    if (below) return { kind: 'found', witness: below };
    return { kind: 'open', reasons: this.reasonsOf(over, rest) };
  }

  private witnessOf(
    answer: Answer,
    resources: Resources,
    action: string,
    values: Values | undefined,
    confirm: Confirm,
  ): Request | undefined {
    if (answer.kind !== 'found') return undefined;
    const request = this.finish(requestOf(action, resources.example(), answer.choices, values));
    const holds: Confirm = (one) => isCoherent(one) && confirm(one);
    return holds(request) ? minimise(request, holds) : undefined;
  }

  private finish(request: Request): Request {
    return this.scope.finish?.(request) ?? request;
  }

  private fromBelow(
    rest: Formula,
    resources: Resources,
    action: string,
    confirm: Confirm,
  ): Request | undefined {
    for (const [all, most] of [
      [false, FIRST_TRIES],
      [true, MORE_TRIES],
    ] as const) {
      for (const values of environments(this.space, rest, all, most)) {
        if (isEnded(this.work)) return undefined;
        const answer = this.searchWith(values).solve(rest, resources);
        const seen = this.witnessOf(answer, resources, action, values, confirm);
        if (seen) return seen;
      }
    }
    return undefined;
  }

  private reasonsOf(over: Answer, rest: Formula): readonly Reason[] {
    if (over.kind === 'open') return over.reasons;
    if (isEnded(this.work)) return [{ kind: 'cap', of: 'time' }];
    const hidden = this.hiddenIn(rest);
    if (hidden.length > 0) return hidden.map((policy) => ({ kind: 'hidden', policy }));
    const keys = this.variablesLeft(rest);
    return over.kind === 'found' && keys.length === 0
      ? [{ kind: 'unconfirmed' }]
      : [{ kind: 'variables', keys }];
  }

  private hiddenIn(formula: Formula): readonly string[] {
    const { space } = this;
    const atoms = space.formulas
      .used(formula)
      .flatMap((id) => space.statements[id]!.literals.map(({ atom }) => atom));
    const names = atoms.flatMap((atom) =>
      atom.kind === 'condition' && atom.dimension.startsWith(HIDDEN)
        ? [atom.dimension.slice(HIDDEN.length)]
        : [],
    );
    return [...new Set(names.map((name) => name.split('#')[0]!))];
  }

  private variablesLeft(formula: Formula): readonly string[] {
    const { space } = this;
    const found = new Set<string>();
    for (const id of space.formulas.used(formula)) {
      for (const { atom } of space.statements[id]!.literals) {
        const templates =
          atom.kind === 'resource'
            ? atom.templates
            : atom.kind === 'condition'
              ? (atom.matcher?.templates ?? [])
              : [];
        for (const { parts } of templates) for (const key of variablesOf(parts)) found.add(key);
      }
    }
    return [...found];
  }
}
