/** SVG as text: tags, attributes, and text cut to fit, since a file cannot measure. */
import { Fragment, isValidElement, type ReactNode } from 'react';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}

export function tag(name: string, attributes: Readonly<Record<string, string | number>>, inner = ''): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`);
  return inner === '' ? `<${name}${list.join('')}/>` : `<${name}${list.join('')}>${inner}</${name}>`;
}

/** The page draws its glyphs as elements; this writes the same elements as text, so that they are drawn once. */
export function written(node: ReactNode, colour: (value: string) => string): string {
  if (Array.isArray(node)) return node.map((child: ReactNode) => written(child, colour)).join('');
  if (!isValidElement<Readonly<Record<string, unknown>>>(node)) return '';
  const { children, ...props } = node.props;
  const inner = written(children as ReactNode, colour);
  if (node.type === Fragment || typeof node.type !== 'string') return inner;
  const attributes = Object.entries(props).map(([key, value]) => [attributeName(key), colour(String(value))]);
  return tag(node.type, Object.fromEntries(attributes) as Record<string, string>, inner);
}

/** `strokeWidth` is `stroke-width`; `viewBox` and its like do not occur in glyphs. */
function attributeName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The mean advance of a letter, in ems: a little more than IBM Plex has, so that text never leaves its gate. */
const ADVANCE = { sans: 0.56, mono: 0.6 } as const;

/** Text that fits a width, cut with an ellipsis where it must be. */
export function fit(text: string, width: number, size: number, face: keyof typeof ADVANCE = 'sans'): string {
  const most = Math.floor(width / (size * ADVANCE[face]));
  return text.length <= most ? text : `${text.slice(0, Math.max(most - 1, 1)).trimEnd()}…`;
}
