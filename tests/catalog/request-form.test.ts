import { beforeAll, describe, expect, it } from 'vitest';
import { searchActions } from '../../src/catalog/action-search';
import { fillTemplate, partWords, readTemplate, templateParts } from '../../src/catalog/arn-template';
import { keysOfRequest, notSent } from '../../src/catalog/request-keys';
import { resourceFit, typesOfAction } from '../../src/catalog/resource-fit';
import type { Catalog } from '../../src/catalog/service-reference';
import { EXAMPLES } from '../../src/examples';
import { loadCatalog } from '../support/catalog';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const found = (text: string): readonly string[] =>
  searchActions(catalog, text).map((choice) => (choice.kind === 'action' ? choice.action : choice.prefix));

describe('finding an action', () => {
  it.each([
    ['s3:GetObject', 's3:GetObject'],
    ['S3:getobject', 's3:GetObject'],
    ['getobj', 's3:GetObject'],
    ['passrole', 'iam:PassRole'],
    ['kms:decr', 'kms:Decrypt'],
    ['sqs send', 'sqs:SendMessage'],
    ['s3:', 's3:AbortMultipartUpload'],
    ['s3:acl', 's3:GetBucketAcl'],
  ])('by `%s`: %s first', (text, action) => {
    expect(found(text)[0]).toBe(action);
  });

  it('offers a service by its prefix or a word of its name, before its actions', () => {
    expect(found('s3')[0]).toBe('s3');
    expect(found('s3')).toContain('s3:AbortMultipartUpload');
    expect(found('manager')[0]).toBe('secretsmanager');
  });

  it('offers the common services where nothing is typed, and nothing for what is nowhere', () => {
    expect(found('')[0]).toBe('s3');
    expect(found('s3:nothing-like-that')).toEqual([]);
  });

  it('tells the access level', () => {
    expect(searchActions(catalog, 's3:PutObject')[0]).toMatchObject({ accessLevels: ['Write'] });
  });
});

describe('the form of an ARN', () => {
  const object = 'arn:${Partition}:s3:::${BucketName}/${ObjectName}';

  it('has the parts in their order', () => {
    expect(templateParts(object)).toEqual(['Partition', 'BucketName', 'ObjectName']);
  });

  it('is filled part by part', () => {
    expect(fillTemplate(object, { Partition: 'aws', BucketName: 'b', ObjectName: '' })).toBe(
      'arn:aws:s3:::b/${ObjectName}',
    );
    expect(fillTemplate('a${constructor}', {})).toBe('a${constructor}');
  });

  it('reads an ARN back, with slashes in its last part', () => {
    const parts = { Partition: 'aws', BucketName: 'b', ObjectName: '2026/a.csv' };
    expect(readTemplate(object, 'arn:aws:s3:::b/2026/a.csv')).toEqual(parts);
    expect(readTemplate(object, 'arn:aws:s3:::b')).toBeUndefined();
    expect(
      readTemplate(
        'arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}',
        'arn:aws:kms:eu-west-1:1:alias/x',
      ),
    ).toBeUndefined();
  });

  it('names parts in words', () => {
    expect(
      ['BucketName', 'KeyId', 'UUID', 'Account', 'ApiSpecificResourcePath', 'LinkVpcId'].map(partWords),
    ).toEqual(['Bucket name', 'Key ID', 'UUID', 'Account', 'API specific resource path', 'Link VPC ID']);
  });
});

describe('whether a resource fits an action', () => {
  const fit = (action: string, resource: string) => resourceFit(catalog, action, resource);

  it.each([
    ['s3:GetObject', 'arn:aws:s3:::b/k', 'object'],
    ['s3:ListBucket', 'arn:aws:s3:::b', 'bucket'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/path/App', 'role'],
    ['sts:AssumeRole', 'arn:aws:iam::111122223333:role/App', 'role'],
    ['sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:jobs', 'queue'],
  ])('%s on %s fits as %s', (action, resource, type) => {
    expect(fit(action, resource)).toEqual({ kind: 'fits', type });
  });

  it('tells a bucket from an object, both ways', () => {
    expect(fit('s3:GetObject', 'arn:aws:s3:::b')).toEqual({
      kind: 'otherType',
      type: 'bucket',
      wanted: ['object', 'accesspointobject'],
    });
    expect(fit('s3:ListBucket', 'arn:aws:s3:::b/k')).toMatchObject({ kind: 'otherType', type: 'object' });
    expect(fit('s3:GetObject', 'arn:aws:sqs:eu-west-1:111122223333:jobs')).toMatchObject({ type: undefined });
  });

  it('tells what has no resources from what needs one', () => {
    expect(fit('s3:ListAllMyBuckets', 'arn:aws:s3:::b')).toEqual({ kind: 'noResources' });
    expect(fit('s3:ListAllMyBuckets', '*')).toBeUndefined();
    expect(fit('iam:PassRole', '*')).toEqual({ kind: 'needsResource', wanted: ['role'] });
  });

  it('says nothing of what it does not know', () => {
    expect(fit('s3:GetObjct', 'arn:aws:s3:::b')).toBeUndefined();
    expect(fit('nobody:Knows', '*')).toBeUndefined();
    expect(fit('s3:GetObject', 'arn:aws:s3')).toBeUndefined();
  });

  it('lists the types of an action, those it needs first', () => {
    expect(typesOfAction(catalog, 's3:GetObject')?.map(({ name }) => name)).toContain('object');
    expect(typesOfAction(catalog, 's3:ListAllMyBuckets')).toEqual([]);
    expect(typesOfAction(catalog, 's3:Nothing')).toBeUndefined();
  });

  it('has nothing to point out in the worked examples', () => {
    const odd = EXAMPLES.flatMap(({ id, scenario }) => {
      const { action, resource } = scenario.request;
      const kind = fit(action, resource)?.kind;
      return kind === undefined || kind === 'fits' ? [] : [`${id}: ${action} ${resource} ${kind}`];
    });
    expect(odd).toEqual([]);
  });
});

describe('the keys of a request', () => {
  const keys = (action: string, resource = ''): readonly string[] =>
    keysOfRequest(catalog, action, resource).map(({ key }) => key);
  const why = (action: string, resource: string, key: string): ReturnType<typeof notSent> =>
    notSent(catalog, action, resource, key);
  const ec2 = (type: string): string => `arn:aws:ec2:eu-west-1:111122223333:${type}`;

  it('are those of the action', () => {
    expect(keys('s3:ListBucket')).toContain('s3:prefix');
    expect(keys('s3:GetObject')).not.toContain('s3:prefix');
    expect(keys('s3:Nothing')).toEqual([]);
  });

  it('depend on the type of the resource', () => {
    expect(keys('ec2:RunInstances', ec2('instance/*'))).toContain('ec2:InstanceType');
    expect(keys('ec2:RunInstances', ec2('subnet/subnet-1'))).not.toContain('ec2:InstanceType');
    expect(keys('ec2:RunInstances', ec2('subnet/subnet-1'))).toContain('ec2:SubnetID');
    expect(keys('ec2:RunInstances', ec2('instance/*'))).not.toContain('ec2:SubnetID');
  });

  it('are those of all types while the resource is of none', () => {
    for (const resource of ['', '*', 'arn:aws:s3:::bucket']) {
      const all = keys('ec2:RunInstances', resource);
      expect(all).toContain('ec2:InstanceType');
      expect(all).toContain('ec2:SubnetID');
    }
  });

  it('never hold a key of the service that the action does not know', () => {
    const object = 'arn:aws:s3:::bucket/key';
    expect(why('s3:GetObject', object, 's3:prefix')).toEqual({ kind: 'action' });
    expect(why('s3:ListBucket', 'arn:aws:s3:::bucket', 'S3:Prefix')).toBeUndefined();
    expect(why('s3:GetObject', object, 's3:ExistingObjectTag/team')).toBeUndefined();
    expect(why('s3:GetObject', object, 'aws:SourceIp')).toBeUndefined();
    expect(why('s3:GetObject', object, 'kms:ViaService')).toBeUndefined();
    expect(why('kms:Decrypt', '*', 'kms:EncryptionContext:tenant')).toBeUndefined();
    expect(why('kms:Decrypt', '*', 'kms:KeySpec')).toBeUndefined();
  });

  it('hold the keys of tags only where the reference names them', () => {
    expect(why('s3:ListAllMyBuckets', '*', 'aws:RequestTag/team')).toEqual({ kind: 'action' });
    expect(why('s3:ListAllMyBuckets', '*', 'aws:TagKeys')).toEqual({ kind: 'action' });
    expect(why('ec2:RunInstances', ec2('instance/*'), 'aws:RequestTag/team')).toBeUndefined();
    expect(why('s3:ListAllMyBuckets', '*', 'aws:PrincipalTag/team')).toBeUndefined();
  });

  it('leave out a key that only other types of resource have', () => {
    expect(why('ec2:RunInstances', ec2('subnet/subnet-1'), 'ec2:InstanceType')).toMatchObject({
      kind: 'type',
      type: 'subnet',
    });
    expect(why('ec2:RunInstances', '*', 'ec2:InstanceType')).toBeUndefined();
  });

  it('hold keys of the credentials with every action of their service', () => {
    expect(why('ec2:DescribeInstances', '*', 'ec2:SourceInstanceARN')).toBeUndefined();
    expect(why('ec2:DescribeInstances', '*', 'ec2:RoleDelivery')).toBeUndefined();
  });

  it('hold every key that a worked example gives', () => {
    const odd = EXAMPLES.flatMap(({ id, scenario }) => {
      const { action, resource, context } = scenario.request;
      return Object.keys(context ?? {})
        .filter((key) => why(action, resource, key) !== undefined)
        .map((key) => `${id}: ${action} ${resource} ${key}`);
    });
    expect(odd).toEqual([]);
  });
});
