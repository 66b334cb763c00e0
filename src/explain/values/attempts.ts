/** Listed patterns and texts laid over one text of the request, the closest first. */
import { align } from '../../language/align';
import type { Alignment, AlignOptions, Taken } from '../../language/align';
import { globParts, textParts } from '../../language/arn-parts';
import { literalGlob, sliceGlob } from '../../language/glob';
import type { Glob } from '../../language/glob';
import type { Filled } from './filled';
import type { Attempt, Stretch } from './types';

/** `whole`: over everything. `arn`: part by part. `action`: service and name apart, capitals alike. */
export type Rule = 'whole' | 'arn' | 'action' | 'exact' | 'exactAnyCapitals';

export interface Listed {
  readonly written: string;
  readonly path: string;
  readonly line: number | undefined;
}

export function attempt(
  listed: Listed,
  filled: Filled,
  text: string,
  rule: Rule,
  parts: readonly Stretch[],
): Attempt {
  const base = { ...listed, variables: filled.variables, parts };
  if (filled.lacking.length > 0) {
    const note = `${filled.lacking.join(' and ')} ${filled.lacking.length === 1 ? 'has' : 'have'} no value`;
    return { ...base, matches: false, note };
  }
  const laid = lay(filled.glob, text, rule);
  if (laid === 'short') return { ...base, matches: false, note: 'not an ARN: it has fewer than six parts' };
  if (laid === undefined) return { ...base, matches: false, note: 'too long to be drawn' };
  return { ...base, matches: laid.matches, alignment: laid };
}

function lay(glob: Glob, text: string, rule: Rule): Alignment | 'short' | undefined {
  switch (rule) {
    case 'whole':
      return align(glob, text);
    case 'exact':
      return align(literalGlob(glob.text), text);
    case 'exactAnyCapitals':
      return align(literalGlob(glob.text), text, { anyCapitals: true });
    case 'arn':
      return arnAlignment(glob, text);
    case 'action':
      return actionAlignment(glob, text);
  }
}

function arnAlignment(glob: Glob, text: string): Alignment | 'short' | undefined {
  if (glob.text === '*' && glob.wild) return align(glob, text);
  const expected = globParts(glob);
  const actual = textParts(text);
  if (!expected || !actual) return 'short';
  return joined(glob, text, expected, actual, {});
}

/** A wildcard in the service stays in it. IAM User Guide: "IAM JSON policy elements: Action". */
function actionAlignment(glob: Glob, text: string): Alignment | undefined {
  const capitals = { anyCapitals: true };
  const colon = glob.text.indexOf(':');
  const split = text.indexOf(':');
  if (colon === -1 || split === -1) return align(glob, text, capitals);
  const expected = [sliceGlob(glob, 0, colon), sliceGlob(glob, colon + 1)];
  return joined(glob, text, expected, [text.slice(0, split), text.slice(split + 1)], capitals);
}

/** The parts' alignments one behind the other, a colon between them; it stops in the first that does not match. */
function joined(
  glob: Glob,
  text: string,
  expected: readonly Glob[],
  actual: readonly string[],
  options: AlignOptions,
): Alignment | undefined {
  const taken: Taken[] = [];
  let [sign, at] = [0, 0];
  for (let part = 0; part < expected.length; part += 1) {
    const one = align(expected[part]!, actual[part] ?? '', options);
    if (!one) return undefined;
    for (const { sign: own, wild, from, to } of one.taken) {
      taken.push({ sign: sign + own, wild, from: at + from, to: at + to });
    }
    if (one.stop) {
      const stop = { pattern: sign + one.stop.pattern, text: at + one.stop.text };
      return { pattern: glob.text, text, matches: false, taken, stop };
    }
    sign += expected[part]!.text.length;
    at += actual[part]!.length;
    if (part === expected.length - 1) break;
    taken.push({ sign, wild: 0, from: at, to: at + 1 });
    sign += 1;
    at += 1;
  }
  return { pattern: glob.text, text, matches: true, taken };
}

/** Those that match first, then by how much of the text they agree with; `nearest` before all that do not match. */
export function closestFirst(attempts: readonly Attempt[], nearest?: string): readonly Attempt[] {
  const score = ({ matches, alignment, path }: Attempt): number => {
    if (matches) return Infinity;
    if (path === nearest) return Number.MAX_SAFE_INTEGER;
    return alignment?.stop?.text ?? -1;
  };
  return [...attempts].sort((one, other) => {
    const [a, b] = [score(one), score(other)];
    return a === b ? 0 : b - a;
  });
}
