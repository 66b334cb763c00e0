/** Reading the context while matching: values of keys, and of policy variables. */
import { globalKey } from '../../catalog/global-keys';
import { globOf, joinGlobs, literalGlob } from '../../language/glob';
import type { Glob } from '../../language/glob';
import type { TemplatePart } from '../../language/template';
import type { ContextValue } from '../scenario';

/** The value of a key by its lower-case name: undefined is absent, null is not known. */
export type Lookup = (lowerKey: string) => ContextValue | undefined;

export type Resolved =
  | { readonly kind: 'glob'; readonly glob: Glob }
  | { readonly kind: 'unresolved'; readonly keys: readonly string[] }
  | { readonly kind: 'unknown'; readonly keys: readonly string[] };

/**
 * The text of a variable. A key with several values cannot be a variable.
 * IAM User Guide: "Policy variables", "Request information that you can use for policy variables".
 */
function variableText(key: string, lookup: Lookup): string | undefined | null {
  const lower = key.toLowerCase();
  if (globalKey(lower)?.multivalued) return undefined;
  const value = lookup(lower);
  return typeof value === 'string' || value === null ? value : undefined;
}

/**
 * Puts the request's values in the place of variables. A value's own `*` and `?` are plain characters.
 * Wildcards of the text around stay wildcards.
 */
export function resolveTemplate(parts: readonly TemplatePart[], lookup: Lookup): Resolved {
  const globs: Glob[] = [];
  const unresolved: string[] = [];
  const unknown: string[] = [];
  for (const part of parts) {
    if (part.kind === 'text') globs.push(globOf(part.text));
    else if (part.kind === 'character') globs.push(literalGlob(part.text));
    else {
      const value = variableText(part.key, lookup);
      if (value === null) unknown.push(part.key);
      else if (value !== undefined) globs.push(literalGlob(value));
      else if (part.fallback !== undefined) globs.push(literalGlob(part.fallback));
      else unresolved.push(part.key);
    }
  }
  // Without a value for one variable the whole text stands for nothing, whatever the others hold.
  if (unresolved.length > 0) return { kind: 'unresolved', keys: unresolved };
  if (unknown.length > 0) return { kind: 'unknown', keys: unknown };
  return { kind: 'glob', glob: joinGlobs(globs) };
}
