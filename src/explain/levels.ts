/** The word and colour of one level of SCPs or RCPs. */
import type { LevelTrace, StepOutcome } from '../engine/evaluation';
import type { Layer } from '../case/scenario';
import type { Tone } from './types';

const TONES: Record<StepOutcome['kind'], Tone> = {
  notInPlay: 'none',
  passes: 'pass',
  allows: 'pass',
  noMatch: 'miss',
  denies: 'explicit',
  noAllow: 'implicit',
  unknown: 'unknown',
};

const WORDS: Record<StepOutcome['kind'], string> = {
  notInPlay: 'Not in play',
  passes: 'Allows',
  allows: 'Allows',
  noMatch: 'No match',
  denies: 'Denies',
  noAllow: 'No Allow',
  unknown: 'Not known',
};

/** RCPs do not have to allow anything: the full-access policy is always in force beside them. */
function wordOf(layer: Layer, kind: StepOutcome['kind']): string {
  return layer === 'rcp' && (kind === 'passes' || kind === 'allows') ? 'No Deny' : WORDS[kind];
}

export function levelWords(layer: Layer, level: LevelTrace): { readonly tone: Tone; readonly word: string } {
  const { kind } = level.outcome;
  return { tone: TONES[kind], word: wordOf(layer, kind) };
}
