import { lazy, Suspense, useMemo, type ReactElement } from 'react';
import type { Decision } from '../../engine/evaluation';
import { partsOf } from '../../explain/parts';
import { setRequest } from '../../store/edits';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Glyph, type GlyphKind } from '../../ui/Glyph';
import './parts.css';

const WORDS: Record<Decision, { readonly word: string; readonly glyph: GlyphKind }> = {
  Allowed: { word: 'Allowed', glyph: 'allow' },
  ExplicitlyDenied: { word: 'Denied', glyph: 'explicit' },
  ImplicitlyDenied: { word: 'Denied', glyph: 'implicit' },
  Undetermined: { word: 'Undetermined', glyph: 'unknown' },
};

const SeveralTypes = lazy(() => import('./SeveralTypes'));

/** Under the verdict: how far it holds, where the request stands for several. */
export function PartsStrip(): ReactElement {
  return (
    <>
      <Parts />
      <Suspense fallback={null}>
        <SeveralTypes />
      </Suspense>
    </>
  );
}

/** Of a resource with wildcards, where its parts come out differently. */
function Parts(): ReactElement | null {
  const scenario = useScenario();
  const edit = useVerdict((state) => state.edit);
  const parts = useMemo(() => partsOf(scenario), [scenario]);
  if (parts === undefined || parts.length < 2) return null;
  return (
    <div className="parts-strip" role="note" aria-label="The resource stands for many">
      <span>
        The resource is a pattern, and not all that it stands for comes out alike. AWS checks one resource at
        a time:
      </span>
      {parts.map(({ decision, resource }) => (
        <button
          key={decision}
          className={`btn sm line k-${WORDS[decision].glyph}`}
          title={`Ask about ${resource}`}
          onClick={() => edit((present) => setRequest(present, { resource }))}
        >
          <Glyph kind={WORDS[decision].glyph} size={14} label="" />
          <span className="word">{WORDS[decision].word}</span>
          <code className="cut">{resource}</code>
        </button>
      ))}
    </div>
  );
}
