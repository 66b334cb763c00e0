/** Holds the promise that the first screen stays small: JavaScript that the page loads before Monaco, gzipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fail, root } from './setup.mjs';

const LIMIT_KB = 220;

const dist = join(root, 'dist');
const html = readFileSync(join(dist, 'index.html'), 'utf8');
const seen = new Set();

/** A script and all that it imports statically: what the browser must fetch before it runs. */
function follow(file) {
  if (seen.has(file)) return;
  seen.add(file);
  const text = readFileSync(join(dist, file), 'utf8');
  for (const [, name] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
    follow(join('assets', name));
}

for (const [, name] of html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)) follow(name);
if (seen.size === 0) fail('No script found in dist/index.html.');

let total = 0;
for (const file of seen) {
  const size = gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1024;
  total += size;
  console.log(`${size.toFixed(1).padStart(8)} KB  ${file}`);
}
console.log(`${total.toFixed(1).padStart(8)} KB  before the editor, of ${LIMIT_KB} KB allowed (gzip)`);
if (total > LIMIT_KB) fail('The first screen has grown over its limit: load the new part lazily.');
