/**
 * ARN operators: each of the six parts is compared by itself, so that a wildcard never runs over one of the
 * first five colons. ArnEquals and ArnLike are the same.
 * IAM User Guide: "Condition operators", "Amazon Resource Name (ARN) condition operators".
 */
import { globParts, textParts } from '../../language/arn-parts';
import { globMatches } from '../../language/glob';
import type { Glob } from '../../language/glob';
import { templateValue } from './text';
import type { ListedValue } from './values';

const patterns = new WeakMap<Glob, readonly Glob[] | 'short'>();

/** A pattern with fewer than six parts matches nothing, except that `*` matches everything. */
export function arnGlobMatches(glob: Glob, actual: string): boolean {
  if (glob.text === '*' && glob.wild) return true;
  let expected = patterns.get(glob);
  if (!expected) {
    expected = globParts(glob) ?? 'short';
    patterns.set(glob, expected);
  }
  const parts = textParts(actual);
  return (
    expected !== 'short' && parts !== undefined && expected.every((part, at) => globMatches(part, parts[at]!))
  );
}

export function arnValue(listed: string, variables: boolean): ListedValue {
  return templateValue(listed, variables, arnGlobMatches);
}
