/**
 * The document paints its static frame before any script or style sheet has come: it carries the colours itself, and the style
 * sheet stands behind the frame, where it holds up the scripts but not the painting.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { THEME_KEY } from '../src/store/browser/theme-key.ts';

/** A chosen theme is put on before the frame is painted, so that nothing flashes. */
const THEME_SCRIPT = `try{const t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

/** For the Content-Security-Policy, which lets no other script in the document run. */
export const THEME_SCRIPT_HASH = `'sha256-${createHash('sha256').update(THEME_SCRIPT).digest('base64')}'`;

const STYLE_SHEETS = /\s*<link rel="stylesheet"[^>]*>/g;
const FRAME_END = '<noscript>';

/** The same document with its style sheets behind the frame. */
export function behindTheFrame(html: string): string {
  const links = html.match(STYLE_SHEETS) ?? [];
  return html
    .replace(STYLE_SHEETS, '')
    .replace(FRAME_END, () => `${links.join('').trim()}\n    ${FRAME_END}`);
}

export function firstPaint(): Plugin {
  const tokens = readFileSync(resolve(import.meta.dirname, '../src/ui/tokens.css'), 'utf8');
  return {
    name: 'first-paint',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => ({
        html: behindTheFrame(html),
        tags: [
          { tag: 'script', children: THEME_SCRIPT, injectTo: 'head-prepend' },
          { tag: 'style', children: tokens, injectTo: 'head' },
        ],
      }),
    },
  };
}
