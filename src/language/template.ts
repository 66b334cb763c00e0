/**
 * Policy variables: `${key}`, `${key, 'default'}`, and `${*}`, `${?}`, `${$}` for the characters themselves.
 * IAM User Guide: "IAM policy elements: Variables and tags".
 */

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  /** `${*}` and its like: a character without its special meaning. */
  | { readonly kind: 'character'; readonly text: string; readonly written: string }
  | {
      readonly kind: 'variable';
      readonly key: string;
      readonly fallback: string | undefined;
      readonly written: string;
    };

const VARIABLE = /\$\{(?:([*?$])|([^{}'\s,]+)(?:\s*,\s*'([^']*)')?\s*)\}/g;

/** The parts of a text; one part of plain text where it holds no variable. */
export function parseTemplate(text: string): readonly TemplatePart[] {
  if (!text.includes('${')) return [{ kind: 'text', text }];
  const parts: TemplatePart[] = [];
  let at = 0;
  for (const found of text.matchAll(VARIABLE)) {
    if (found.index > at) parts.push({ kind: 'text', text: text.slice(at, found.index) });
    const [whole, character, key, fallback] = found;
    if (character !== undefined) parts.push({ kind: 'character', text: character, written: whole });
    else parts.push({ kind: 'variable', key: key!, fallback, written: whole });
    at = found.index + whole.length;
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}

/**
 * A text as it has to be written where variables are read, so that it stands for itself: of `${` the first character in the
 * form that has no meaning, and where `wildcards` count, `*` and `?` too.
 */
export function writtenLiteral(text: string, wildcards: boolean): string {
  return text.replace(wildcards ? /\$(?=\{)|[*?]/g : /\$(?=\{)/g, (character) => `\${${character}}`);
}

/** The keys of a text's variables. */
export function variablesIn(text: string): readonly string[] {
  const keys: string[] = [];
  const start = text.indexOf('${');
  if (start === -1) return keys;
  VARIABLE.lastIndex = start;
  for (let found = VARIABLE.exec(text); found; found = VARIABLE.exec(text)) {
    if (found[2] !== undefined) keys.push(found[2]);
  }
  return keys;
}
