/**
 * Rules told beside a step. The engine gives identifiers; `docs/evaluation.md` explains each under the same anchor.
 * An identifier without words here is not shown.
 */
import type { Rich } from '../types';

const NOTES: Readonly<Record<string, Rich>> = {};

/** The words of a rule, or undefined when there are none. */
export function noteWords(rule: string): Rich | undefined {
  return NOTES[rule];
}
