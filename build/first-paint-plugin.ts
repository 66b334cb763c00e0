/**
 * The document paints its static frame before any script or style sheet has come: it carries the colours itself, and the style
 * sheet and the scripts stand behind the frame, where they hold up one another but not the painting. Where its address
 * holds a case, what unpacks it is asked for at once, and not only when the page has begun to run.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { IndexHtmlTransformContext, Plugin } from 'vite';
import { THEME_KEY } from '../src/store/browser/theme-key.ts';

/** A chosen theme is put on before the frame is painted, so that nothing flashes. The files stand in the script's own attribute. */
const FIRST_SCRIPT = `try{const t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}
if(/^#[12]\\./.test(location.hash))for(const file of(document.currentScript.dataset.link||'').split(' ').filter(Boolean)){const ahead=document.createElement('link');ahead.rel='modulepreload';ahead.crossOrigin='';ahead.href=file;document.head.append(ahead)}`;

/** For the Content-Security-Policy, which lets no other script in the document run. */
export const FIRST_SCRIPT_HASH = `'sha256-${createHash('sha256').update(FIRST_SCRIPT).digest('base64')}'`;

/** What unpacks the case of a link, by the end of its source's name. */
const UNPACKS = '/formats/link.ts';

type Bundle = NonNullable<IndexHtmlTransformContext['bundle']>;

/** The chunk of a source and all that it imports, but for what the document names already. */
function filesOf(bundle: Bundle, source: string, html: string): string {
  const files = new Set<string>();
  const add = (file: string): void => {
    const chunk = bundle[file];
    if (chunk?.type !== 'chunk' || files.has(chunk.fileName) || html.includes(chunk.fileName)) return;
    files.add(chunk.fileName);
    chunk.imports.forEach(add);
  };
  for (const one of Object.values(bundle))
    if (one.type === 'chunk' && one.moduleIds.some((id) => id.endsWith(source))) add(one.fileName);
  return [...files].map((file) => `./${file}`).join(' ');
}

const STYLE_SHEETS = /\s*<link rel="stylesheet"[^>]*>/g;
const MODULES = /\s*<(?:script type="module"[^>]*><\/script>|link rel="modulepreload"[^>]*>)/g;
const FRAME_END = '<noscript>';

/** The same document with its style sheets and scripts behind the frame. */
export function behindTheFrame(html: string): string {
  const files = [...(html.match(STYLE_SHEETS) ?? []), ...(html.match(MODULES) ?? [])];
  return html
    .replace(STYLE_SHEETS, '')
    .replace(MODULES, '')
    .replace(FRAME_END, () => `${files.join('').trim()}\n    ${FRAME_END}`);
}

export function firstPaint(): Plugin {
  const tokens = readFileSync(resolve(import.meta.dirname, '../src/ui/tokens.css'), 'utf8');
  return {
    name: 'first-paint',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const attrs = bundle === undefined ? {} : { 'data-link': filesOf(bundle, UNPACKS, html) };
        return {
          html: behindTheFrame(html),
          tags: [
            { tag: 'script', attrs, children: FIRST_SCRIPT, injectTo: 'head-prepend' },
            { tag: 'style', children: tokens, injectTo: 'head' },
          ],
        };
      },
    },
  };
}
