import type { ReactElement } from 'react';
import type { Decision } from '../../engine/evaluation';
import { Glyph, type GlyphKind } from '../../ui/Glyph';

export const DECISION_WORDS: Record<Decision, { readonly word: string; readonly glyph: GlyphKind }> = {
  Allowed: { word: 'Allowed', glyph: 'allow' },
  ExplicitlyDenied: { word: 'Denied', glyph: 'explicit' },
  ImplicitlyDenied: { word: 'Denied', glyph: 'implicit' },
  Undetermined: { word: 'Undetermined', glyph: 'unknown' },
};

interface AskAboutProps {
  readonly decision: Decision;
  readonly resource: string;
  readonly onAsk: (resource: string) => void;
}

/** How another resource comes out, one click from asking about it. */
export function AskAbout({ decision, resource, onAsk }: AskAboutProps): ReactElement {
  const { word, glyph } = DECISION_WORDS[decision];
  return (
    <button
      className={`btn sm line k-${glyph}`}
      title={`Ask about ${resource}`}
      onClick={() => onAsk(resource)}
    >
      <Glyph kind={glyph} size={14} label="" />
      <span className="word">{word}</span>
      <code className="cut">{resource}</code>
    </button>
  );
}
