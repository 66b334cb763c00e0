/** The flow picture as a file of its own: the same graph, with fonts by name and colours written out. Pure. */
import type { PathKind } from '../../explain/path';
import type { Tone } from '../../explain/types';
import { GLYPH_SHAPES, type GlyphKind } from '../../ui/Glyph';
import type { Bar, FlowEdge, FlowGraph, FlowNode, GateNode, LaneNode, RequestNode } from './graph/types';
import { flowLabel } from './label';
import { escape, fit, tag, written } from './svg/markup';
import type { FlowTheme, FlowToken } from './svg/theme';

const SANS = "'IBM Plex Sans', system-ui, sans-serif";
const MONO = "'IBM Plex Mono', ui-monospace, Menlo, Consolas, monospace";

const TONES: Record<Tone, FlowToken> = {
  allow: 'allow',
  pass: 'allow',
  explicit: 'deny',
  implicit: 'implicit',
  unknown: 'unknown',
  none: 'none',
  miss: 'none',
  empty: 'none',
};

const STROKES: Record<PathKind | 'from', readonly [FlowToken, Readonly<Record<string, string | number>>]> = {
  went: ['ink', { 'stroke-width': 3 }],
  allowed: ['allow', { 'stroke-width': 3 }],
  maybe: ['unknown', { 'stroke-width': 3, 'stroke-dasharray': '7 5' }],
  rest: ['edge', { 'stroke-width': 1.5, 'stroke-dasharray': '1.5 5', 'stroke-linecap': 'round' }],
  from: ['deny', { 'stroke-width': 1.5, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' }],
};

/** A standalone SVG of the graph, at its size. */
export function flowSvg(graph: FlowGraph, theme: FlowTheme): string {
  const { width, height } = graph;
  const draw = new Draw(theme);
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': SANS,
    },
    [
      `<title>${escape(flowLabel(graph))}</title>`,
      tag('rect', { width, height, fill: theme.surface }),
      ...graph.edges.map((edge) => draw.edge(edge)),
      ...graph.nodes.map((node) => draw.node(node)),
    ].join(''),
  );
}

interface TextStyle {
  readonly token?: FlowToken;
  readonly size?: number;
  readonly weight?: number;
  readonly mono?: boolean;
  readonly anchor?: 'middle' | 'start';
  readonly width?: number;
}

class Draw {
  constructor(private readonly theme: FlowTheme) {}

  edge({ kind, path, phase }: FlowEdge): string {
    const [token, style] = STROKES[kind];
    return tag('path', {
      d: path,
      fill: 'none',
      stroke: this.theme[token],
      'stroke-dashoffset': phase,
      ...style,
    });
  }

  node(node: FlowNode): string {
    switch (node.kind) {
      case 'gate':
        return this.gate(node);
      case 'request':
        return this.request(node);
      case 'lane':
        return this.lane(node);
      case 'fork':
        return '';
      case 'join':
        return this.join(node.x, node.y, node.path);
      case 'dot':
        return tag('circle', {
          cx: node.x,
          cy: node.y,
          r: 5.5,
          fill: this.theme.ink,
          stroke: this.theme.surface,
          'stroke-width': 2,
        });
      case 'verdict': {
        const text = this.text(node.word, node.x, node.y + 45, {
          token: TONES[node.tone],
          size: 12.5,
          weight: 600,
        });
        return this.glyph(node.tone, node.x, node.y, 34) + text;
      }
    }
  }

  private gate(node: GateNode): string {
    const { x, y, bars, tone, after } = node;
    const quiet = tone === 'none';
    const width = node.box.width;
    const count =
      node.count === undefined
        ? ''
        : this.text(`×${node.count}`, x + 9, y - 15, {
            size: 11,
            weight: 560,
            token: 'ink-2',
            anchor: 'start',
          });
    return tag(
      'g',
      {},
      [
        ...bars.map((bar) => this.bar(bar, y)),
        ...bars.map((bar) => (bar.glyph > 0 ? this.glyph(bar.tone, bar.x, y, bar.glyph) : '')),
        count,
        this.text(node.name, x, y + 45, {
          size: 12.5,
          weight: quiet || after ? 500 : 600,
          token: quiet ? 'ink-3' : after ? 'ink-2' : 'ink',
          width,
        }),
        this.text(node.word, x, y + 62, {
          size: 12,
          weight: quiet || after ? 400 : 560,
          token: after ? 'ink-3' : TONES[tone],
          width,
        }),
        this.text(node.detail, x, y + 78, { width }),
      ].join(''),
    );
  }

  private bar({ x, state, tone }: Bar, y: number): string {
    const line = { fill: 'none', 'stroke-linecap': 'round' };
    const whole = `M${x} ${y - 26}v52`;
    if (state === 'shut')
      return tag('path', { ...line, d: whole, stroke: this.theme[TONES[tone]], 'stroke-width': 5 });
    if (state === 'veiled')
      return tag('path', {
        ...line,
        d: whole,
        stroke: this.theme.unknown,
        'stroke-width': 3,
        'stroke-dasharray': '1 6',
      });
    const stroke = this.theme[state === 'absent' ? 'none-line' : 'ink-2'];
    return tag('path', { ...line, d: `M${x} ${y - 25}v12M${x} ${y + 13}v12`, stroke, 'stroke-width': 3 });
  }

  private request({ x, y, pill, action, caller }: RequestNode): string {
    const box = tag('rect', {
      x: 14,
      y: y - 13,
      width: pill,
      height: 26,
      rx: 13,
      fill: this.theme.sunken,
      stroke: this.theme.edge,
    });
    const lines = action.map((text, at) =>
      this.text(text, x, y + 45 + at * 17, { mono: true, token: 'ink', width: pill + 14 }),
    );
    const by =
      caller === undefined
        ? ''
        : this.text(`by ${caller}`, x, y + 45 + action.length * 17, { width: pill + 14 });
    return box + this.text('Request', x, y + 4, { weight: 560, token: 'ink' }) + lines.join('') + by;
  }

  private lane({ x, y, title, account }: LaneNode): string {
    const name = this.text(title, x + 10, y - 16, { weight: 600, token: 'ink-2', anchor: 'start' });
    return name + this.text(account, x + 10, y + 24, { anchor: 'start' });
  }

  private join(x: number, y: number, path: PathKind): string {
    const stroke = this.theme[path === 'allowed' ? 'allow' : path === 'maybe' ? 'unknown' : 'edge'];
    const pill = tag('rect', {
      x: x - 17,
      y: y - 10,
      width: 34,
      height: 20,
      rx: 10,
      fill: this.theme.surface,
      stroke,
      'stroke-width': 1.5,
    });
    return pill + this.text('both', x, y + 4, { size: 11, weight: 600, token: 'ink' });
  }

  private glyph(tone: GlyphKind, x: number, y: number, side: number): string {
    if (tone === 'none' || tone === 'empty') return '';
    const tokens: Readonly<Record<string, string>> = {
      'var(--c)': this.theme[TONES[tone]],
      'var(--surface)': this.theme.surface,
    };
    const shapes = written(GLYPH_SHAPES[tone], (value) => tokens[value] ?? value);
    return tag(
      'svg',
      { x: x - side / 2, y: y - side / 2, width: side, height: side, viewBox: '0 0 16 16' },
      shapes,
    );
  }

  private text(text: string, x: number, y: number, style: TextStyle): string {
    if (text === '') return '';
    const { token = 'ink-3', size = 11.5, weight = 400, mono = false, anchor = 'middle', width } = style;
    const shown = width === undefined ? text : fit(text, width, size, mono ? 'mono' : 'sans');
    const face = mono ? { 'font-family': MONO } : {};
    return tag(
      'text',
      {
        x,
        y,
        fill: this.theme[token],
        'font-size': size,
        'font-weight': weight,
        'text-anchor': anchor,
        ...face,
      },
      escape(shown),
    );
  }
}
