import { createElement, memo, type ReactElement } from 'react';
import { GLYPH_SHAPES, shapeAttributes, type GlyphInk, type GlyphKind } from '../drawing/glyphs';

/** The shapes of outcomes: a word always stands beside them, or the label says it. */
export type { GlyphKind };

const INKS: Record<GlyphInk, string> = {
  colour: 'var(--c)',
  under: 'var(--surface)',
  edge: 'var(--edge)',
  'ink-3': 'var(--ink-3)',
};

/** What a glyph is made of, with `--c` for the colour and `--surface` for what lies under it. */
export function glyphElements(kind: GlyphKind): readonly ReactElement[] {
  return (drawn[kind] ??= elementsOf(kind));
}

/** Always the same elements, so that nothing in a glyph is looked at again while its kind stays. */
const drawn: Partial<Record<GlyphKind, readonly ReactElement[]>> = {};

function elementsOf(kind: GlyphKind): readonly ReactElement[] {
  return GLYPH_SHAPES[kind].map((shape, at) => {
    const [tag, attributes] = shapeAttributes(shape, (ink) => INKS[ink]);
    const props = Object.entries(attributes).map(([name, value]) => [
      name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]);
    return createElement(tag, { key: at, ...(Object.fromEntries(props) as object) });
  });
}

const WORDS: Record<GlyphKind, string> = {
  allow: 'Allows',
  pass: 'Passes',
  explicit: 'Explicit deny',
  implicit: 'No Allow',
  unknown: 'Not known',
  none: 'Does not apply',
  miss: 'No match',
  empty: 'No verdict yet',
};

interface GlyphProps {
  readonly kind: GlyphKind;
  readonly size?: number;
  /** Read aloud; an empty label hides the glyph where a word stands beside it. */
  readonly label?: string;
  /** Inside another SVG: the centre. */
  readonly at?: { readonly x: number; readonly y: number };
}

export const Glyph = memo(function Glyph(props: GlyphProps): ReactElement {
  const { kind, size = 16, label = WORDS[kind], at } = props;
  const place = at ? { x: at.x - size / 2, y: at.y - size / 2 } : {};
  const voice = label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className={`glyph k-${kind}`} width={size} height={size} viewBox="0 0 16 16" {...place} {...voice}>
      {glyphElements(kind)}
    </svg>
  );
});
