/** A listed value with the request's values in the place of its variables, and where they stand. */
import { globalKey } from '../../catalog/global-keys';
import type { Evaluation } from '../../engine/evaluation';
import { globOf, joinGlobs, literalGlob } from '../../language/glob';
import type { Glob } from '../../language/glob';
import { parseTemplate } from '../../language/template';
import type { TemplatePart } from '../../language/template';
import { resourceParts } from '../../engine/match/resource-pattern';
import type { Stretch } from './types';

export interface Filled {
  readonly glob: Glob;
  readonly variables: readonly Stretch[];
  /** Keys without a value; the glob holds their variables as they are written. */
  readonly lacking: readonly string[];
}

/** Does the policy's version give variables a meaning? IAM User Guide: "IAM JSON policy elements: Version". */
export function readsVariables(text: string): boolean {
  return /"Version"\s*:\s*"2012-10-17"/.test(text);
}

/**
 * @param part - `resource`: a variable counts only behind the fifth colon
 * @param variables - does the policy's version give them a meaning?
 */
export function fill(
  written: string,
  part: 'resource' | 'value',
  variables: boolean,
  evaluation: Evaluation,
): Filled {
  if (!variables || !written.includes('${')) return { glob: globOf(written), variables: [], lacking: [] };
  const parts = part === 'resource' ? resourceParts(written) : parseTemplate(written);
  const globs: Glob[] = [];
  const stretches: Stretch[] = [];
  const lacking: string[] = [];
  let at = 0;
  for (const one of parts) {
    const value = textOf(one, evaluation);
    if (value === undefined && one.kind === 'variable') lacking.push(one.key);
    const glob =
      one.kind === 'text'
        ? globOf(one.text)
        : literalGlob(value ?? (one.kind === 'variable' ? one.written : one.text));
    if (one.kind === 'variable') stretches.push({ from: at, to: at + glob.text.length, name: one.written });
    globs.push(glob);
    at += glob.text.length;
  }
  return { glob: joinGlobs(globs), variables: stretches, lacking };
}

function textOf(part: TemplatePart, { context }: Evaluation): string | undefined {
  if (part.kind !== 'variable') return part.text;
  if (globalKey(part.key)?.multivalued) return part.fallback;
  const wanted = part.key.toLowerCase();
  const entry = context.find(({ key }) => key.toLowerCase() === wanted);
  if (entry?.value === null) return undefined;
  return typeof entry?.value === 'string' ? entry.value : part.fallback;
}
