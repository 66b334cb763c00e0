/** The levels of a layer in words, and the colour of one. */
import type { LevelTrace, Step, StepOutcome } from '../engine/evaluation';
import { onlyDenies } from '../case/layers';
import type { Layer } from '../case/scenario';
import { list } from './rich';
import type { Tone } from './types';

const TONES: Record<StepOutcome['kind'], Tone> = {
  notInPlay: 'none',
  passes: 'pass',
  allows: 'pass',
  noMatch: 'miss',
  denies: 'explicit',
  noAllow: 'implicit',
  supposed: 'unknown',
  unknown: 'unknown',
};

const WORDS: Record<StepOutcome['kind'], string> = {
  notInPlay: 'Does not apply',
  passes: 'Allows',
  allows: 'Allows',
  noMatch: 'No match',
  denies: 'Denies',
  noAllow: 'No Allow',
  supposed: 'Supposed to allow',
  unknown: 'Not known',
};

/** RCPs do not have to allow anything: the full-access policy is always in force beside them. */
function wordOf(layer: Layer, kind: StepOutcome['kind']): string {
  return onlyDenies(layer) && (kind === 'passes' || kind === 'allows') ? 'No Deny' : WORDS[kind];
}

export function levelWords(layer: Layer, level: LevelTrace): { readonly tone: Tone; readonly word: string } {
  const { kind } = level.outcome;
  return { tone: TONES[kind], word: wordOf(layer, kind) };
}

/** A level of an organization in running text: `the root`, `OU Workloads`, `account 111122223333`. */
export function targetInText(target: string): string {
  if (/^(root|account)$/i.test(target)) return `the ${target.toLowerCase()}`;
  return target.replace(/^Account(?=\s*\d)/, 'account');
}

/** The levels that lack an Allow; `here` stands for one without a name. */
export function shutLevels(step: Step | undefined, here: string): string {
  const shut = step?.levels.filter((level) => level.outcome.kind === 'noAllow') ?? [];
  return list(shut.map(({ target }) => (target === undefined ? here : targetInText(target)))) || 'any level';
}
