import { describe, expect, it } from 'vitest';
import { isDirectoryBucket, s3ActionIsAbout, s3ResourceIs } from '../../src/catalog/s3';
import { loadCatalog } from '../support/catalog';

describe('what an S3 action is about', () => {
  it('is what the reference says of it, wherever that is a bucket or an object alone', async () => {
    const actions = [...(await loadCatalog()).service('s3')!.actions.values()];
    const kindOf = (types: readonly string[]) => {
      if (types.length > 0 && types.every((type) => /^(object|accesspointobject)$/.test(type)))
        return 'object';
      return types.length > 0 && types.every((type) => /^(bucket|accesspoint)$/.test(type))
        ? 'bucket'
        : undefined;
    };
    const wrong = actions.flatMap(({ name, resourceTypes }) => {
      const wanted = kindOf(resourceTypes.map((type) => type.name));
      const found = s3ActionIsAbout(`s3:${name.toLowerCase()}`);
      return wanted !== undefined && found !== undefined && found !== wanted
        ? [`${name}: ${found}, not ${wanted}`]
        : [];
    });
    expect(wrong).toEqual([]);
  });

  it('is nothing where it has no resource', async () => {
    const actions = [...(await loadCatalog()).service('s3')!.actions.values()];
    const without = actions.filter(({ resourceTypes }) => resourceTypes.length === 0);
    expect(without.filter(({ name }) => s3ActionIsAbout(`s3:${name.toLowerCase()}`) !== undefined)).toEqual(
      [],
    );
  });
});

describe('what an S3 ARN names', () => {
  const point = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/ap';

  it.each([
    ['arn:aws:s3:::data', 'bucket'],
    ['arn:aws:s3:::data/', 'bucket'],
    ['arn:aws:s3:::data/a/b', 'object'],
    ['arn:aws-cn:s3:::data/a', 'object'],
    [point, 'bucket'],
    [`${point}/object/a/b`, 'object'],
    [`${point}/object/`, 'neither'],
    [`${point}/a`, 'neither'],
    ['arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap', 'bucket'],
    ['arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap/object/a', 'object'],
    ['arn:aws:s3-outposts:eu-west-1:111122223333:outpost/op-1/bucket/b', undefined],
    ['arn:aws:s3:eu-west-1:111122223333:job/1', undefined],
    ['*', undefined],
  ] as const)('%s', (arn, wanted) => {
    expect(s3ResourceIs(arn)).toBe(wanted);
  });

  it('may be a directory bucket, by its ARN or by its name', () => {
    expect(isDirectoryBucket('arn:aws:s3express:us-east-1:111122223333:bucket/b--use1-az4--x-s3')).toBe(true);
    expect(isDirectoryBucket('arn:aws:s3:::b--use1-az4--x-s3/a')).toBe(true);
    expect(isDirectoryBucket('arn:aws:s3:::b/a--x-s3')).toBe(false);
    expect(isDirectoryBucket('arn:aws:s3:::b--x-s3-old')).toBe(false);
  });
});
