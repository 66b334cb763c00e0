/**
 * A plugin for Vite that writes the service worker beside the built page, with the list of all files that belong to
 * the page. The service reference stays out of the list: it is kept file by file, as it is used.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const SOURCE = join(import.meta.dirname, 'service-worker.js');

/** Never in development: there the files change with each edit. */
export function serviceWorker(): Plugin {
  let publicDir = '';
  return {
    name: 'verdict:service-worker',
    apply: 'build',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const outputs = Object.values(bundle);
        const entry = outputs.find((output) => output.type === 'chunk' && output.isEntry)?.fileName;
        if (entry === undefined) this.error('The page has no first script.');
        const files = [...outputs.map(({ fileName }) => fileName), ...readdirSync(publicDir)]
          .filter((name) => !name.startsWith('iam/') && !/\.(html|map)$/.test(name))
          .sort();
        const source = readFileSync(SOURCE, 'utf8');
        const head = `const ENTRY = ${JSON.stringify(entry)};\nconst FILES = ${JSON.stringify(files)};\n`;
        const version = createHash('sha256')
          .update(head + source)
          .digest('hex')
          .slice(0, 8);
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: `const VERSION = '${version}';\n${head}${source}`,
        });
      },
    },
  };
}
