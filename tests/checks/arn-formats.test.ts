import { beforeAll, describe, expect, it } from 'vitest';
import { patternOf } from '../../src/catalog/service-lookup';
import type { Catalog } from '../../src/catalog/service-reference';
import { globCovers } from '../../src/language/glob-relations';
import { formatAdmits, formatsFor, formatsOf, readArn } from '../../src/checks/arn-formats';
import { loadCatalog } from '../support/catalog';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

describe('the formats of ARNs', () => {
  // The page loads the services that a policy mentions: those of its ARNs must be enough to judge them.
  it('need no other service than the one in the ARN', () => {
    const lacking = catalog.services().flatMap(({ prefix }) =>
      formatsOf(catalog.service(prefix)!).flatMap((format) => {
        const known = formatsFor(catalog, format.service) ?? [];
        const covered = known.some((one) => globCovers(one.resource, format.resource));
        return covered || format.service.includes('*')
          ? []
          : [`${prefix}: ${format.service} ${format.resource}`];
      }),
    );
    expect(lacking).toEqual([]);
  });

  it('take a placeholder for any text', () => {
    expect(patternOf('arn:${Partition}:s3:::${BucketName}')).toBe('arn:*:s3:::*');
  });

  it('admit an ARN whose variables can make it fit', () => {
    const [role] = formatsFor(catalog, 'iam')!.filter((format) => format.typeName === 'role');
    expect(formatAdmits(role!, readArn('arn:aws:iam::${aws:PrincipalAccount}:role/${aws:username}')!)).toBe(
      true,
    );
    expect(formatAdmits(role!, readArn('arn:aws:iam::111122223333:user/x')!)).toBe(false);
  });
});

describe('an ARN with variables', () => {
  it('is parted at the colons outside of them', () => {
    expect(readArn('arn:aws:kms:*:${aws:PrincipalAccount}:key/${aws:PrincipalTag/a:b}')).toEqual({
      partition: 'aws',
      service: 'kms',
      region: '*',
      account: '${aws:PrincipalAccount}',
      resource: 'key/${aws:PrincipalTag/a:b}',
    });
  });
});
