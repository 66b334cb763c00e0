/**
 * Formulas over statements, each distinct one once: equal numbers are equal formulas, so work on parts is shared.
 * `and` and `or` are flat and sorted, and notice what contradicts itself.
 */
export type Formula = number;

export const NEVER: Formula = 0;
export const ALWAYS: Formula = 1;

type Node =
  | { readonly kind: 'constant' }
  | { readonly kind: 'statement'; readonly statement: number }
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Formula[] };

/** What a choice says of a statement: it cannot apply, it applies, or that is still open. */
export type Standing = 'no' | 'yes' | 'open';

export class Formulas {
  readonly #nodes: Node[] = [{ kind: 'constant' }, { kind: 'constant' }];
  readonly #ids = new Map<string, Formula>();
  /** Of a formula its negation, and the other way round, where there is one already. */
  readonly #opposites = new Map<Formula, Formula>();
  readonly #used = new Map<Formula, readonly number[]>();

  private make(key: string, node: Node): Formula {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#nodes.push(node) - 1;
    this.#ids.set(key, id);
    return id;
  }

  statement(statement: number): Formula {
    return this.make(`s${statement}`, { kind: 'statement', statement });
  }

  not(formula: Formula): Formula {
    if (formula === NEVER) return ALWAYS;
    if (formula === ALWAYS) return NEVER;
    const known = this.#opposites.get(formula);
    if (known !== undefined) return known;
    const made = this.#nodes.push({ kind: 'not', of: formula }) - 1;
    this.#opposites.set(formula, made).set(made, formula);
    return made;
  }

  and(parts: readonly Formula[]): Formula {
    return this.join('and', parts, NEVER, ALWAYS);
  }

  or(parts: readonly Formula[]): Formula {
    return this.join('or', parts, ALWAYS, NEVER);
  }

  private join(kind: 'and' | 'or', given: readonly Formula[], strong: Formula, weak: Formula): Formula {
    const parts = new Set<Formula>();
    for (const part of given) {
      if (part === strong) return strong;
      if (part === weak) continue;
      const node = this.#nodes[part]!;
      if (node.kind === kind) for (const inner of node.parts) parts.add(inner);
      else parts.add(part);
    }
    for (const part of parts) {
      const opposite = this.#opposites.get(part);
      if (opposite !== undefined && parts.has(opposite)) return strong;
    }
    if (parts.size === 0) return weak;
    const sorted = [...parts].sort((a, b) => a - b);
    return sorted.length === 1 ? sorted[0]! : this.make(`${kind}${sorted.join()}`, { kind, parts: sorted });
  }

  /** The formula once some statements are settled. */
  reduce(formula: Formula, standing: (statement: number) => Standing): Formula {
    const memo = new Map<Formula, Formula>();
    const go = (at: Formula): Formula => {
      const known = memo.get(at);
      if (known !== undefined) return known;
      const result = this.reduceNode(at, standing, go);
      memo.set(at, result);
      return result;
    };
    return go(formula);
  }

  private reduceNode(at: Formula, standing: (n: number) => Standing, go: (f: Formula) => Formula): Formula {
    const node = this.#nodes[at]!;
    switch (node.kind) {
      case 'constant':
        return at;
      case 'statement': {
        const said = standing(node.statement);
        return said === 'open' ? at : said === 'yes' ? ALWAYS : NEVER;
      }
      case 'not':
        return this.not(go(node.of));
      case 'and':
      case 'or': {
        const strong = node.kind === 'and' ? NEVER : ALWAYS;
        const parts: Formula[] = [];
        for (const part of node.parts) {
          const reduced = go(part);
          if (reduced === strong) return strong;
          parts.push(reduced);
        }
        return node.kind === 'and' ? this.and(parts) : this.or(parts);
      }
    }
  }

  /** The statements that the formula speaks of. */
  used(formula: Formula): readonly number[] {
    const known = this.#used.get(formula);
    if (known) return known;
    const found = new Set<number>();
    const seen = new Set<Formula>();
    const go = (at: Formula): void => {
      if (seen.has(at)) return;
      seen.add(at);
      const node = this.#nodes[at]!;
      if (node.kind === 'statement') found.add(node.statement);
      else if (node.kind === 'not') go(node.of);
      else if (node.kind !== 'constant') node.parts.forEach(go);
    };
    go(formula);
    const list = [...found];
    this.#used.set(formula, list);
    return list;
  }
}
