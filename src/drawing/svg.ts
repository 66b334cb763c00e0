/** A drawing as an SVG file of its own: colours written out, fonts by name. */
import { GLYPH_SHAPES, shapeAttributes } from './glyphs';
import type { GlyphKind } from './glyphs';
import { dotMark } from './draw';
import type { Drawing, Ink, Mark, Run } from './marks';
import type { Theme } from './themes';

export const SANS = "'IBM Plex Sans', system-ui, sans-serif";
export const MONO = "'IBM Plex Mono', ui-monospace, Menlo, Consolas, monospace";

/** The colour that a glyph has where none is given. */
export const GLYPH_INK: Readonly<Record<GlyphKind, Ink>> = {
  allow: 'allow',
  pass: 'allow',
  explicit: 'deny',
  implicit: 'implicit',
  unknown: 'unknown',
  none: 'none',
  miss: 'none',
  empty: 'none',
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The control characters that no XML may hold are dropped. */
export function escapeXml(value: string): string {
  const readable = Array.from(value).filter((sign) => sign >= ' ' || '\t\n\r'.includes(sign));
  return readable.join('').replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}

type Attributes = Readonly<Record<string, string | number>>;

function tag(name: string, attributes: Attributes, inner = ''): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  return inner === '' ? `<${name}${list.join('')}/>` : `<${name}${list.join('')}>${inner}</${name}>`;
}

/** A standalone SVG of a drawing, at its size. */
export function svgOf(drawing: Drawing, theme: Theme): string {
  const { width, height, label, marks, dots } = drawing;
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': SANS,
      'text-rendering': 'geometricPrecision',
    },
    [
      `<title>${escapeXml(label)}</title>`,
      tag('rect', { width, height, fill: theme.surface }),
      ...[...marks, ...dots.map(dotMark)].map((mark) => markup(mark, theme)),
    ].join(''),
  );
}

function markup(mark: Mark, theme: Theme): string {
  switch (mark.kind) {
    case 'line':
      return tag('path', {
        d: mark.d,
        fill: 'none',
        stroke: theme[mark.ink],
        'stroke-width': mark.width,
        ...(mark.dash !== undefined && { 'stroke-dasharray': mark.dash }),
        ...(mark.phase !== undefined && { 'stroke-dashoffset': mark.phase }),
        ...(mark.round && { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
      });
    case 'text': {
      const whole = mark.whole === undefined ? '' : `<title>${escapeXml(mark.whole)}</title>`;
      const spans = whole + mark.runs.map((run) => span(run, theme)).join('');
      return tag(
        'text',
        { x: mark.x, y: mark.y, 'text-anchor': mark.anchor, 'xml:space': 'preserve' },
        spans,
      );
    }
    case 'box':
      return tag('rect', {
        x: mark.x,
        y: mark.y,
        width: mark.width,
        height: mark.height,
        rx: mark.radius,
        fill: mark.fill ? theme[mark.fill] : 'none',
        ...(mark.stroke && { stroke: theme[mark.stroke], 'stroke-width': mark.strokeWidth ?? 1 }),
        ...(mark.dash !== undefined && { 'stroke-dasharray': mark.dash }),
      });
    case 'glyph': {
      const { x, y, size } = mark;
      const colour = theme[mark.ink ?? GLYPH_INK[mark.glyph]];
      const shapes = GLYPH_SHAPES[mark.glyph].map((shape) =>
        tag(
          ...shapeAttributes(shape, (ink) =>
            ink === 'colour' ? colour : ink === 'under' ? theme.surface : theme[ink],
          ),
        ),
      );
      const place = { x: x - size / 2, y: y - size / 2, width: size, height: size, viewBox: '0 0 16 16' };
      return tag('svg', place, shapes.join(''));
    }
    case 'disc':
      return tag('circle', {
        cx: mark.x,
        cy: mark.y,
        r: mark.r,
        fill: theme[mark.fill],
        ...(mark.stroke && { stroke: theme[mark.stroke], 'stroke-width': mark.strokeWidth ?? 1 }),
      });
  }
}

function span(run: Run, theme: Theme): string {
  return tag(
    'tspan',
    {
      fill: theme[run.ink],
      'font-size': run.size,
      'font-weight': run.weight ?? 400,
      ...(run.mono && { 'font-family': MONO }),
      ...(run.gap !== undefined && { dx: run.gap }),
    },
    escapeXml(run.text),
  );
}
