/** All words of the list of actions. */
import type { Layer } from '../../case/scenario';
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
export const CAPPED: Readonly<Record<Layer, string | undefined>> = {
  scp: 'Stopped by the SCPs',
  rcp: 'Stopped by the RCPs',
  endpoint: 'Stopped by the endpoint policy',
  boundary: 'Stopped by the boundary',
  session: 'Stopped by the session policy',
  identity: undefined,
  resource: undefined,
};
