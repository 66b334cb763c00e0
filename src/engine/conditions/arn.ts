/**
 * ARN operators: each of the six parts is compared by itself, so that a wildcard never runs over one of the
 * first five colons. ArnEquals and ArnLike are the same.
 * IAM User Guide: "Condition operators", "Amazon Resource Name (ARN) condition operators".
 */
import { firstFiveColons } from '../../language/arn';
import { globMatches, sliceGlob } from '../../language/glob';
import type { Glob } from '../../language/glob';
import { templateValue } from './text';
import type { ListedValue } from './values';

/** The six parts of a pattern; undefined when it has fewer. */
function splitGlob(glob: Glob): readonly Glob[] | undefined {
  const colons = firstFiveColons(glob.text);
  if (!colons) return undefined;
  const starts = [0, ...colons.map((colon) => colon + 1)];
  return starts.map((start, at) => sliceGlob(glob, start, colons[at]));
}

function splitText(text: string): readonly string[] | undefined {
  const colons = firstFiveColons(text);
  if (!colons) return undefined;
  return [0, ...colons.map((colon) => colon + 1)].map((start, at) => text.slice(start, colons[at]));
}

const patterns = new WeakMap<Glob, readonly Glob[] | 'short'>();

/** A pattern with fewer than six parts matches nothing, except that `*` matches everything. */
export function arnGlobMatches(glob: Glob, actual: string): boolean {
  if (glob.text === '*' && glob.wild) return true;
  let expected = patterns.get(glob);
  if (!expected) {
    expected = splitGlob(glob) ?? 'short';
    patterns.set(glob, expected);
  }
  const parts = splitText(actual);
  return (
    expected !== 'short' && parts !== undefined && expected.every((part, at) => globMatches(part, parts[at]!))
  );
}

export function arnValue(listed: string, variables: boolean): ListedValue {
  return templateValue(listed, variables, arnGlobMatches);
}
