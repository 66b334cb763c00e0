/** A list of an Action element as patterns over whole names. IAM User Guide: "IAM JSON policy elements: Action". */
import { globOf } from '../language/glob';
import type { ActionAtom } from './atoms';
import { Language } from './automaton/language';
import { COLON, globPattern } from './automaton/tokens';
import type { Pattern } from './automaton/tokens';

/** A pattern of Action as a pattern over `service:name`; its wildcards stay within the prefix. */
export function actionPattern(lower: string): Pattern | undefined {
  if (lower === '*') return globPattern(globOf(lower));
  const colon = lower.indexOf(':');
  if (colon === -1) return undefined;
  const prefix = globPattern(globOf(lower.slice(0, colon)), COLON);
  return [...prefix, ...globPattern(globOf(lower.slice(colon)))];
}

const isPattern = (pattern: Pattern | undefined): pattern is Pattern => pattern !== undefined;

/** Long lists are worked out as automata only where names are asked about that AWS does not have. */
export class ListedActions implements ActionAtom {
  readonly kind = 'action';
  #language: Language | undefined;

  constructor(
    readonly id: number,
    readonly values: readonly string[],
  ) {}

  get language(): Language {
    this.#language ??= new Language(this.values.map(actionPattern).filter(isPattern));
    return this.#language;
  }
}
