/**
 * Texts with policy variables, from two sides. From above a variable stands for anything: what holds then, holds for
 * every value. From below values are put in: what is found then is tried on a request.
 * IAM User Guide: "IAM policy elements: Variables and tags".
 */
import { globalKey } from '../catalog/global-keys';
import { firstWildcard, globOf } from '../language/glob';
import type { OperatorFamily, Comparison } from '../language/operators';
import type { TemplatePart } from '../language/template';
import { arnPattern, charSet, folded, globPattern, literal, run } from './automaton/tokens';
import type { Pattern, Token } from './automaton/tokens';
import { twelveDigits } from './domains';

/** How a text is compared: as the operators of strings and ARNs, `Resource` like `StringLike`. */
export interface Manner {
  readonly family: OperatorFamily;
  readonly comparison: Comparison;
}

export const AS_RESOURCE: Manner = { family: 'string', comparison: 'like' };

/** Values of variables by key in small letters; undefined: absent. */
export type Values = ReadonlyMap<string, string | undefined>;

/** What stands for a variable: anything, an account, a text, or nothing, so that the whole text matches nothing. */
type Standing = 'anything' | 'account' | { readonly text: string } | undefined;

/** The account of whoever asks: twelve digits wherever it has a value. */
const CALLER_ACCOUNT = 'aws:principalaccount';

/** Keys of several values have none here, and what is no condition key never has one. */
export function canHaveValue(key: string): boolean {
  return key.includes(':') && globalKey(key)?.multivalued !== true;
}

export function variablesOf(parts: readonly TemplatePart[]): readonly string[] {
  return parts.flatMap((part) =>
    part.kind === 'variable' && canHaveValue(part.key) ? [part.key.toLowerCase()] : [],
  );
}

/** Equal for texts that say the same: keys are compared without case, and spaces in a variable mean nothing. */
export function meaningOf(parts: readonly TemplatePart[]): string {
  return JSON.stringify(
    parts.map((part) =>
      part.kind === 'variable' ? [part.key.toLowerCase(), part.fallback ?? null] : [part.kind, part.text],
    ),
  );
}

/** Does a text hang on the request, once it is read as a template? */
export const isOpen = (parts: readonly TemplatePart[]): boolean => variablesOf(parts).length > 0;

function standingOf(part: Extract<TemplatePart, { kind: 'variable' }>, values: Values | undefined): Standing {
  const fallback = part.fallback === undefined ? undefined : { text: part.fallback };
  if (!canHaveValue(part.key)) return fallback;
  if (!values) {
    const isAccount = part.key.toLowerCase() === CALLER_ACCOUNT && !fallback;
    return isAccount ? 'account' : 'anything';
  }
  const value = values.get(part.key.toLowerCase());
  return value === undefined ? fallback : { text: value };
}

/**
 * Wildcards in the value of a variable are plain characters, so a text without others is compared for equality by
 * whatever operator.
 */
export function comparedAs(comparison: Comparison, parts: readonly TemplatePart[]): Comparison {
  const isPlain = parts.every((part) => part.kind !== 'text' || firstWildcard(part.text) === -1);
  return comparison === 'like' && isPlain ? 'equals' : comparison;
}

function plainTokens(text: string, { comparison }: Manner, wild: boolean): Pattern {
  if (comparison === 'equalsIgnoreCase') return folded(text);
  return wild && comparison === 'like' ? globPattern(globOf(text)) : literal(text);
}

/** A template as a pattern, from above (without values) or below; undefined where it can match nothing. */
export function templatePattern(
  parts: readonly TemplatePart[],
  manner: Manner,
  values?: Values,
): Pattern | undefined {
  const out: Token[] = [];
  let free = false;
  for (const part of parts) {
    if (part.kind !== 'variable') {
      out.push(...plainTokens(part.text, manner, part.kind === 'text'));
      continue;
    }
    const standing = standingOf(part, values);
    if (standing === undefined) return undefined;
    if (standing === 'anything') {
      free = true;
      out.push(run());
    } else if (standing === 'account') out.push(...twelveDigits);
    else out.push(...plainTokens(standing.text, manner, false));
  }
  // From above the colons of an ARN may lie in a variable, so wildcards are not held within their parts.
  return manner.family === 'arn' && !free ? arnPattern(out) : out;
}

/** What is left out around `true` and `false`, as by `String.trim`. */
const SPACE = charSet(
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
);

/** `true` or `false` in any capitals, spaces around it left out. */
export function boolPattern(value: boolean): Pattern {
  const spaces: Token = { kind: 'runOf', set: SPACE };
  return [spaces, ...folded(String(value)), spaces];
}
