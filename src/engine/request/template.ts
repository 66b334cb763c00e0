/** A text with variables, ready to be put together for one request after another. */
import { globalKey } from '../../catalog/global-keys';
import { globOf, joinGlobs, literalGlob } from '../../language/glob';
import type { Glob } from '../../language/glob';
import type { TemplatePart } from '../../language/template';
import type { Lookup } from './lookup';

export type Resolved =
  | { readonly kind: 'glob'; readonly glob: Glob }
  | { readonly kind: 'unresolved'; readonly keys: readonly string[] }
  | { readonly kind: 'unknown'; readonly keys: readonly string[] };

interface Variable {
  readonly key: string;
  /** In small letters; undefined for a key with several values, which cannot be a variable. */
  readonly reads: string | undefined;
  readonly fallback: string | undefined;
}

/** A stretch that is the same for every request, or a variable. */
type Piece = Glob | Variable;

function pieceOf(part: TemplatePart): Piece {
  if (part.kind === 'text') return globOf(part.text);
  if (part.kind === 'character') return literalGlob(part.text);
  const { key, fallback } = part;
  return { key, reads: globalKey(key)?.multivalued ? undefined : key.toLowerCase(), fallback };
}

/**
 * The text of a variable, null where it is not known.
 * IAM User Guide: "Policy variables", "Request information that you can use for policy variables".
 */
function textOf({ reads, fallback }: Variable, lookup: Lookup): string | undefined | null {
  const value = reads === undefined ? undefined : lookup(reads);
  return typeof value === 'string' || value === null ? value : fallback;
}

export class Template {
  readonly #pieces: readonly Piece[];
  readonly #variables: readonly Variable[];
  /** What the variables stood for the last time; what was put together of it is kept for as long as they stay. */
  #values: readonly (string | undefined | null)[] | undefined;
  #resolved: Resolved | undefined;
  #text: string | undefined;

  constructor(parts: readonly TemplatePart[]) {
    this.#pieces = parts.map(pieceOf);
    this.#variables = this.#pieces.filter((piece) => 'key' in piece);
  }

  /** Has each variable a value, so that there is a pattern? */
  isWhole(lookup: Lookup): boolean {
    for (const variable of this.#variables) if (typeof textOf(variable, lookup) !== 'string') return false;
    return true;
  }

  /** The pattern as a text, where it is whole. */
  text(lookup: Lookup): string {
    this.look(lookup);
    this.#text ??= this.#pieces
      .map((piece) => ('key' in piece ? (textOf(piece, lookup) ?? '') : piece.text))
      .join('');
    return this.#text;
  }

  /**
   * Puts the request's values in the place of variables. A value's own `*` and `?` are plain characters.
   * Wildcards of the text around stay wildcards. The same object for as long as the values stay the same.
   */
  resolve(lookup: Lookup): Resolved {
    this.look(lookup);
    this.#resolved ??= this.resolveAnew(lookup);
    return this.#resolved;
  }

  private look(lookup: Lookup): void {
    if (this.hasSameValues(lookup)) return;
    this.#values = this.#variables.map((variable) => textOf(variable, lookup));
    this.#resolved = undefined;
    this.#text = undefined;
  }

  private hasSameValues(lookup: Lookup): boolean {
    const before = this.#values;
    if (!before) return false;
    for (let at = 0; at < before.length; at += 1) {
      if (textOf(this.#variables[at]!, lookup) !== before[at]) return false;
    }
    return true;
  }

  private resolveAnew(lookup: Lookup): Resolved {
    const globs: Glob[] = [];
    const unresolved: string[] = [];
    const unknown: string[] = [];
    for (const piece of this.#pieces) {
      if (!('key' in piece)) {
        globs.push(piece);
        continue;
      }
      const value = textOf(piece, lookup);
      if (value === null) unknown.push(piece.key);
      else if (value === undefined) unresolved.push(piece.key);
      else globs.push(literalGlob(value));
    }
    // Without a value for one variable the whole text stands for nothing, whatever the others hold.
    if (unresolved.length > 0) return { kind: 'unresolved', keys: unresolved };
    if (unknown.length > 0) return { kind: 'unknown', keys: unknown };
    return { kind: 'glob', glob: joinGlobs(globs) };
  }
}
