import type { ReactElement } from 'react';
import type { Known } from '../../explain/drawing/scrub';
import type { Replay } from '../../store/picture';
import { Glyph, type GlyphKind } from '../../ui/Glyph';

/** What is known after so many statements, the newest last. */
export function KnownFacts({ known }: { readonly known: readonly Known[] }): ReactElement {
  return (
    <ul>
      {known.map((one, at) => (
        <li key={one.text} className={at === known.length - 1 ? 'newest' : undefined}>
          <Glyph kind={one.tone} size={12} label="" /> {one.text}
        </li>
      ))}
    </ul>
  );
}

const ENDS: readonly {
  readonly key: 'allowed' | 'implicit' | 'explicit';
  readonly glyph: GlyphKind;
  readonly word: string;
}[] = [
  { key: 'allowed', glyph: 'pass', word: 'Allowed' },
  { key: 'implicit', glyph: 'implicit', word: 'No Allow' },
  { key: 'explicit', glyph: 'explicit', word: 'Explicit deny' },
];

/** How the verdict may still turn out. */
export function StillPossible({ replay }: { readonly replay: Replay }): ReactElement {
  const { all, read, known, count = 0 } = replay;
  const possible = known(read.length === count ? all.length : count);
  return (
    <ul>
      {ENDS.filter(({ key }) => possible[key]).map(({ key, glyph, word }) => (
        <li key={key}>
          <Glyph kind={glyph} size={12} label="" /> {word}
        </li>
      ))}
    </ul>
  );
}
