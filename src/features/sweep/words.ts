/** All words of the list of actions. */
import { LAYER_TABLE, isLeveled } from '../../case/layers';
import type { Layer } from '../../case/layers';
import type { Decision } from '../../engine/evaluation';
import type { GlyphKind } from '../../ui/Glyph';

interface OutcomeWords {
  readonly word: string;
  readonly tone: GlyphKind;
}

export const OUTCOMES: Readonly<Record<Decision, OutcomeWords>> = {
  Allowed: { word: 'Allowed', tone: 'allow' },
  ExplicitlyDenied: { word: 'Stopped by a Deny', tone: 'explicit' },
  Undetermined: { word: 'Not known', tone: 'unknown' },
  ImplicitlyDenied: { word: 'Nothing grants it', tone: 'implicit' },
};

/** What is granted, but stopped by the missing Allow of a limit. Layers that grant stop nothing so. */
export function cappedWord(layer: Layer): string | undefined {
  const { does, plural, short } = LAYER_TABLE[layer];
  return does === 'grants' ? undefined : `Stopped by the ${isLeveled(layer) ? plural : short}`;
}
