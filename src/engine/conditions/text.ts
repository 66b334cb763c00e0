/**
 * String operators, and Bool, whose listed values may hold variables.
 * IAM User Guide: "Condition operators", "String condition operators", "Boolean condition operators".
 */
import { firstWildcard, globMatches, globOf, isOpenEnded } from '../../language/glob';
import type { Glob } from '../../language/glob';
import type { Comparison } from '../../language/operators';
import { parseTemplate } from '../../language/template';
import { Template } from '../request/template';
import { truth } from '../truth';
import type { ListedValue } from './values';
import { NEVER } from './values';

/** A listed value that stands for one text only: most of them, so the way to it is short. */
function exactly(listed: string): ListedValue {
  return { invalid: false, test: (actual) => (actual === listed ? 'yes' : 'no') };
}

/** A listed value that says only how a text begins. */
function beginsWith(start: string): ListedValue {
  return { invalid: false, test: (actual) => (actual.startsWith(start) ? 'yes' : 'no') };
}

function compareText(comparison: Comparison, glob: Glob, actual: string): boolean {
  if (comparison === 'like') return globMatches(glob, actual);
  if (comparison === 'equalsIgnoreCase') return glob.text.toLowerCase() === actual.toLowerCase();
  return glob.text === actual;
}

/**
 * A listed value that may hold variables: `compare` sees it with the request's values put in.
 * Without a value for a variable nothing matches ("Policy variables", variables with no value).
 */
export function templateValue(
  listed: string,
  variables: boolean,
  compare: (glob: Glob, actual: string) => boolean,
): ListedValue {
  if (!variables || !listed.includes('${')) {
    const glob = globOf(listed);
    return { invalid: false, test: (actual) => truth(compare(glob, actual)) };
  }
  const template = new Template(parseTemplate(listed));
  return {
    invalid: false,
    test: (actual, lookup) => {
      const resolved = template.resolve(lookup);
      if (resolved.kind === 'unresolved') return 'no';
      return resolved.kind === 'unknown' ? 'unknown' : truth(compare(resolved.glob, actual));
    },
  };
}

export function stringValue(comparison: Comparison, listed: string, variables: boolean): ListedValue {
  if (!variables || !listed.includes('${')) {
    if (comparison === 'equals') return exactly(listed);
    const wildcard = comparison === 'like' ? firstWildcard(listed) : undefined;
    if (wildcard === -1) return exactly(listed);
    if (wildcard !== undefined && isOpenEnded(listed, wildcard)) return beginsWith(listed.slice(0, -1));
  }
  return templateValue(listed, variables, (glob, actual) => compareText(comparison, glob, actual));
}

/** `true` or `false` in any capitals; undefined for anything else. */
export function parseBool(text: string): boolean | undefined {
  const lower = text.trim().toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
}

function sameBool(listed: string, actual: string): boolean {
  const expected = parseBool(listed);
  return expected !== undefined && expected === parseBool(actual);
}

export function boolValue(listed: string, variables: boolean): ListedValue {
  if (variables && listed.includes('${')) {
    return templateValue(listed, variables, (glob, actual) => sameBool(glob.text, actual));
  }
  return parseBool(listed) === undefined
    ? NEVER
    : { invalid: false, test: (actual) => truth(sameBool(listed, actual)) };
}
