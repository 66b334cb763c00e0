import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { referenceFiles } from '../../build/iam-data-plugin';
import {
  catalogPartsOf,
  decodeActions,
  decodeIndex,
  decodeService,
  ReferenceFormatError,
} from '../../src/catalog/service-codec';
import { createCatalog } from '../../src/catalog/service-reference';

const files = referenceFiles();
const json = (name: string): unknown => JSON.parse(files.get(name)!);
const size = (name: string): number => gzipSync(files.get(name)!).length;

describe('the files of the reference', () => {
  const index = decodeIndex(json('index.json'));

  it('names every file it needs', () => {
    const named = Object.values(index.services).map(([, file]) => file);
    expect([...named, index.actionsFile, 'index.json'].sort()).toEqual([...files.keys()].sort());
  });

  it('is small where the page waits for it', () => {
    expect(size('index.json')).toBeLessThan(15_000);
    expect(size(index.actionsFile)).toBeLessThan(130_000);
  });

  it('comes back as a catalog', () => {
    const s3 = decodeService(json(index.services['s3']![1]));
    const catalog = createCatalog({
      ...catalogPartsOf(index),
      actions: decodeActions(json(index.actionsFile)),
      services: [s3],
    });
    expect(catalog.serviceName('sqs')).toBe('Amazon SQS');
    expect(catalog.actions('sqs')?.get('sendmessage')?.name).toBe('SendMessage');
    expect(catalog.service('s3')?.actions.get('getobject')?.name).toBe('GetObject');
  });

  it('has the same actions in both places', () => {
    const actions = decodeActions(json(index.actionsFile));
    for (const [prefix, [, file]] of Object.entries(index.services)) {
      const service = decodeService(json(file));
      expect([...actions.get(prefix)!.keys()].sort(), prefix).toEqual([...service.actions.keys()].sort());
    }
  });

  it.each([null, [], 7, {}, { format: 99, services: {} }])('refuses %j as an index', (wrong) => {
    expect(() => decodeIndex(wrong)).toThrow(ReferenceFormatError);
  });
});
