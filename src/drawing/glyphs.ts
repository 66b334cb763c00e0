/** The shapes of outcomes as data, on a grid of 16: drawn on the page as elements and in files as text. */

export type GlyphKind = 'allow' | 'pass' | 'explicit' | 'implicit' | 'unknown' | 'none' | 'miss' | 'empty';

/** `colour`: the glyph's own; `under`: the surface below it; the others are tokens. */
export type GlyphInk = 'colour' | 'under' | 'edge' | 'ink-3';

export type Shape =
  | ({ readonly kind: 'circle'; readonly r: number; readonly cx?: number; readonly cy?: number } & Paint)
  | ({ readonly kind: 'path'; readonly d: string } & Paint)
  | ({ readonly kind: 'rect'; readonly x: number; readonly side: number; readonly rx: number } & Paint);

interface Paint {
  readonly fill?: GlyphInk;
  readonly stroke?: GlyphInk;
  readonly width?: number;
  readonly dash?: string;
}

const CORNERS =
  'M1.5 5.7V4.5a3 3 0 0 1 3-3h1.2M10.3 1.5h1.2a3 3 0 0 1 3 3v1.2M14.5 10.3v1.2a3 3 0 0 1-3 3h-1.2M5.7 14.5H4.5a3 3 0 0 1-3-3v-1.2';

export const GLYPH_SHAPES: Readonly<Record<GlyphKind, readonly Shape[]>> = {
  allow: [
    { kind: 'circle', r: 7, fill: 'colour' },
    { kind: 'path', d: 'M4.8 8.3l2.2 2.2 4.3-4.7', stroke: 'under', width: 1.9 },
  ],
  pass: [
    { kind: 'circle', r: 6.2, fill: 'under', stroke: 'colour', width: 1.5 },
    { kind: 'path', d: 'M5.2 8.2l1.9 1.9 3.7-4', stroke: 'colour', width: 1.6 },
  ],
  explicit: [
    { kind: 'path', d: 'M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z', fill: 'colour' },
    { kind: 'path', d: 'M5.5 5.5l5 5m0-5l-5 5', stroke: 'under', width: 1.9 },
  ],
  implicit: [
    { kind: 'path', d: 'M8 1.3L14.7 8 8 14.7 1.3 8z', fill: 'under', stroke: 'colour', width: 1.8 },
    { kind: 'path', d: 'M5.6 8h4.8', stroke: 'colour', width: 1.9 },
  ],
  unknown: [
    { kind: 'rect', x: 1, side: 14, rx: 3.5, fill: 'under' },
    { kind: 'path', d: CORNERS, stroke: 'colour', width: 1.6 },
    { kind: 'path', d: 'M6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.3', stroke: 'colour', width: 1.7 },
    { kind: 'circle', r: 1.05, cy: 11.7, fill: 'colour' },
  ],
  none: [{ kind: 'path', d: 'M4.5 8h7', stroke: 'colour', width: 1.6, dash: '1.6 2.6' }],
  miss: [{ kind: 'circle', r: 3.4, fill: 'under', stroke: 'colour', width: 1.5 }],
  empty: [
    { kind: 'path', d: 'M1.5 8h13', stroke: 'edge', width: 1.1, dash: '0.1 2.5' },
    { kind: 'path', d: 'M8 2.5v2.6M8 10.9v2.6', stroke: 'ink-3', width: 1.5 },
  ],
};

/** A shape's tag and attributes as SVG has them; `colour` answers for each ink. */
export function shapeAttributes(
  shape: Shape,
  colour: (ink: GlyphInk) => string,
): readonly [string, Readonly<Record<string, string | number>>] {
  const paint = {
    fill: shape.fill ? colour(shape.fill) : 'none',
    ...(shape.stroke && {
      stroke: colour(shape.stroke),
      'stroke-width': shape.width ?? 1.5,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
    ...(shape.dash && { 'stroke-dasharray': shape.dash }),
  };
  switch (shape.kind) {
    case 'circle':
      return ['circle', { cx: shape.cx ?? 8, cy: shape.cy ?? 8, r: shape.r, ...paint }];
    case 'path':
      return ['path', { d: shape.d, ...paint }];
    case 'rect':
      return [
        'rect',
        { x: shape.x, y: shape.x, width: shape.side, height: shape.side, rx: shape.rx, ...paint },
      ];
  }
}
