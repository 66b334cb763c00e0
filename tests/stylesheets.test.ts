import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => file.split(sep).join('/'));

/** In the order in which they count, as the document says it before any style sheet has come. */
const LAYERS = ['reset', 'tokens', 'ui', 'app', 'features', 'places'] as const;

/** What the code editor's own styles are held against: those have no layer, so a layer would always lose to them. */
const OUTSIDE = 'ui/editor/editor.css';

const LAYERS_OF: Readonly<Record<string, readonly string[]>> = {
  'ui/tokens.css': ['tokens'],
  'ui/base.css': ['reset', 'ui'],
};

/** The words with which the classes of a feature begin; none belongs to two. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  account: ['acct'],
  call: ['call', 'also'],
  changes: ['change', 'changes', 'price'],
  compare: ['cmp', 'compare'],
  context: ['ctx', 's3'],
  editor: ['ed', 'hidden', 'notice', 'notices', 'start', 'wider'],
  evidence: [
    'ev',
    'choices',
    'event',
    'events',
    'holder',
    'long',
    'part',
    'paste',
    'place',
    'principals',
    'reproduced',
    'understood',
  ],
  examples: ['example', 'lesson'],
  flow: ['flow', 'chain', 'scrub'],
  keys: ['keys'],
  learn: ['learn'],
  notes: ['notes'],
  outside: ['outside'],
  parts: ['parts-strip'],
  placeholders: ['ph'],
  policies: ['rail', 'pick', 'inline'],
  problems: ['problem', 'problems'],
  request: ['ask', 'action', 'field', 'parts'],
  rules: ['rules'],
  share: ['share'],
  sweep: ['sweep'],
  tests: ['tests'],
  tighten: ['tg'],
  verdict: ['verdict', 'vpanel', 'hang', 'more', 'quote', 'remarks', 'says', 'supposed'],
  walk: ['walk'],
  zoom: ['zoom'],
};

/** Classes of others that a feature may begin with: the rooms of the place Case, and controls that it widens. */
const ROOMS = ['view', 'duo', 'input', 'dialog-body', 'pl-name', 'pl-paste', 'away', 'places'];

function withoutComments(file: string): string {
  return readFileSync(join(src, file), 'utf8').replace(/\/\*[^]*?\*\//g, '');
}

/** The blocks at the top of a style sheet, by what stands before their brace. */
function blocksOf(css: string): readonly (readonly [head: string, body: string])[] {
  const blocks: [string, string][] = [];
  let depth = 0;
  let from = 0;
  let open = 0;
  for (let at = 0; at < css.length; at += 1) {
    if (css[at] === '{') {
      if (depth === 0) open = at;
      depth += 1;
    } else if (css[at] === '}') {
      depth -= 1;
      if (depth > 0) continue;
      blocks.push([css.slice(from, open).trim(), css.slice(open + 1, at)]);
      from = at + 1;
    }
  }
  return blocks;
}

/** The class with which each selector begins, however deep it stands in media rules. */
function headsOf(css: string): readonly string[] {
  return blocksOf(css).flatMap(([head, body]) => {
    if (/^@(?:layer|media|supports|container)\b/.test(head)) return headsOf(body);
    if (head.startsWith('@')) return [];
    return head
      .split(/,(?![^(]*\))/)
      .flatMap((selector) => /^\s*[a-z0-9]*\.([\w-]+)/.exec(selector)?.[1] ?? []);
  });
}

describe('style sheets', () => {
  it('are found', () => {
    expect(files.length).toBeGreaterThan(40);
  });

  it('have an order that the document says before any of them has come', () => {
    expect(readFileSync(join(root, 'index.html'), 'utf8')).toMatch(
      new RegExp(`<style>\\s*(?:/\\*[^]*?\\*/\\s*)?@layer ${LAYERS.join(', ')};`),
    );
  });

  it.each(files.filter((file) => file !== OUTSIDE))('%s stands in the layer of its folder', (file) => {
    const layers = LAYERS_OF[file] ?? [file.split('/')[0]!];
    const heads = blocksOf(withoutComments(file)).map(([head]) => head);
    expect(heads).toEqual(layers.map((layer) => `@layer ${layer}`));
    for (const layer of layers) expect(LAYERS).toContain(layer);
  });

  it.each(files.filter((file) => file.startsWith('features/')))('%s begins with words of its own', (file) => {
    const words = WORDS[file.split('/')[1]!] ?? [];
    const foreign = headsOf(withoutComments(file)).filter(
      (name) => !ROOMS.includes(name) && !words.some((word) => name === word || name.startsWith(`${word}-`)),
    );
    expect([...new Set(foreign)]).toEqual([]);
  });

  it('no word belongs to two features', () => {
    const all = Object.values(WORDS).flat();
    expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([]);
  });
});
