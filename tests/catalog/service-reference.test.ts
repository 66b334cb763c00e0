import { beforeAll, describe, expect, it } from 'vitest';
import { actionDetails, actionSupportsKey, conditionKeyOf } from '../../src/catalog/service-lookup';
import { createCatalog } from '../../src/catalog/service-reference';
import type { Catalog } from '../../src/catalog/service-reference';
import { loadCatalog, loadParts } from '../support/catalog';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

describe('the whole reference', () => {
  it('knows every service by its prefix, in any case', () => {
    expect(catalog.services().length).toBeGreaterThan(440);
    expect(catalog.hasService('S3')).toBe(true);
    expect(catalog.hasService('s4')).toBe(false);
    expect(catalog.serviceName('s3')).toBe('Amazon S3');
    expect(catalog.date).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it('has the row of an action', () => {
    const action = actionDetails(catalog, 's3:getobject');
    expect(action).toMatchObject({ name: 'GetObject', accessLevels: ['Read'] });
    expect(action?.resourceTypes.map((type) => type.name)).toContain('object');
    expect(catalog.actions('sqs')?.get('addpermission')?.accessLevels).toEqual([
      'Permissions management',
      'Write',
    ]);
  });

  it('reads two ARN formats in one row', () => {
    const arns = [...catalog.service('apigateway')!.resourceTypes.values()].flatMap((type) => type.arns);
    expect(arns.filter((arn) => !arn.startsWith('arn:') || arn.includes(','))).toEqual([]);
  });

  it('finds keys with a placeholder', () => {
    const s3 = catalog.service('s3')!;
    expect(conditionKeyOf(s3, 's3:ExistingObjectTag/team')?.type).toBe('String');
    expect(conditionKeyOf(s3, 'S3:PREFIX')?.key).toBe('s3:prefix');
    expect(conditionKeyOf(s3, 's3:prefixes')).toBeUndefined();
    expect(conditionKeyOf(catalog.service('events')!, 'events:detail-type')?.multivalued).toBe(true);
  });

  it('says which keys an action supports', () => {
    const s3 = catalog.service('s3')!;
    expect(actionSupportsKey(s3, s3.actions.get('listbucket')!, 's3:prefix')).toBe(true);
    expect(actionSupportsKey(s3, s3.actions.get('getobject')!, 's3:prefix')).toBe(false);
    const ec2 = catalog.service('ec2')!;
    expect(actionSupportsKey(ec2, ec2.actions.get('startinstances')!, 'aws:ResourceTag/team')).toBe(true);
  });

  it('knows whose ARNs have a service part', () => {
    expect(catalog.arnOwners('sqs')).toEqual(['sqs']);
    expect(catalog.arnOwners('catalog')).toEqual(['servicecatalog']);
    expect(catalog.arnOwners('ec2')).toEqual(['ec2']);
    expect(catalog.arnOwners('s4')).toBeUndefined();
  });

  it('knows who defines the keys of identity providers', () => {
    expect(catalog.keyOwners('saml')).toEqual(['sts']);
    expect(catalog.keyOwners('nowhere')).toEqual([]);
  });
});

describe('a reference that is loaded in part', () => {
  it('tells a service that is not loaded from one that does not exist', () => {
    const parts = loadParts();
    const some = createCatalog({
      date: parts.date,
      names: parts.names,
      keyOwners: parts.keyOwners,
      arnOwners: parts.arnOwners,
      services: parts.services.filter((service) => service.prefix === 's3'),
    });
    expect(some.hasService('sqs')).toBe(true);
    expect(some.service('sqs')).toBeUndefined();
    expect(some.actions('sqs')).toBeUndefined();
    expect(some.actions('s3')?.has('getobject')).toBe(true);
  });

  it('knows names of actions before the details', () => {
    const parts = loadParts();
    const { services: _, ...early } = parts;
    const some = createCatalog(early);
    expect(some.actions('sqs')?.get('sendmessage')).toEqual({ name: 'SendMessage', accessLevels: ['Write'] });
    expect(some.service('sqs')).toBeUndefined();
  });
});
