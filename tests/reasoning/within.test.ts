import { describe, expect, it } from 'vitest';
import { compareCases } from '../../src/index';
import type { Scenario } from '../../src/case/scenario';
import { catalogNow } from '../support/catalog';
import { resourcesWithin } from '../../src/reasoning/within';

describe('resources under limits', () => {
  it.each<[string, readonly string[], readonly (readonly string[])[], readonly string[]]>([
    ['none', ['a/*'], [], ['a/*']],
    ['one that lists all', ['a/*', 'b'], [['*']], ['a/*', 'b']],
    ['a narrower one', ['a/*'], [['a/x', 'c']], ['a/x']],
    ['a wider one', ['a/x'], [['a/*']], ['a/x']],
    ['one that overlaps', ['a*'], [['*b']], ['a*, of *b']],
    ['all but some', ['*'], [['all but a']], ['all but a']],
    ['two', ['*'], [['a*'], ['ab*', 'c']], ['ab*']],
    ['one that meets nothing by its text', ['a'], [['${aws:username}']], ['a']],
  ])('%s', (_, granted, limits, left) => {
    expect(resourcesWithin(granted, limits)).toEqual(left);
  });

  it('are those of the limit where it names one object', () => {
    const statement = (Resource: string) => ({ Effect: 'Allow', Action: 's3:PutObject', Resource });
    const before: Scenario = {
      schema: 2,
      request: {
        principal: 'arn:aws:iam::111122223333:user/ann',
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::reports/a',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [{ name: 'P', document: { Statement: [statement('arn:aws:s3:::reports/*')] } }],
        boundary: { name: 'B', document: { Statement: [{ ...statement('*'), Action: 's3:GetObject' }] } },
      },
    };
    const boundary = { name: 'B', document: { Statement: [statement('arn:aws:s3:::reports/a')] } };
    const after: Scenario = { ...before, policies: { ...before.policies, boundary } };
    expect(
      compareCases(before, after, { catalog: catalogNow() }).gained.map(({ resource }) => resource),
    ).toEqual([['arn:aws:s3:::reports/a']]);
  });
});
