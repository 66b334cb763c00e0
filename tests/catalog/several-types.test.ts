import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/service-reference';
import { otherResourceTypes } from '../../src/catalog/several-types';
import { loadCatalog } from '../support/catalog';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const EC2 = 'arn:aws:ec2:eu-west-1:111122223333';
const ELB = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333';
const names = (types: readonly { readonly name: string }[]): readonly string[] =>
  types.map(({ name }) => name).sort();

describe('an action that is checked on several resources', () => {
  it('names the other types that the launch of an instance needs', () => {
    const found = otherResourceTypes('ec2:RunInstances', `${EC2}:instance/*`, catalog)!;
    expect(found.type).toBe('instance');
    expect(names(found.required)).toEqual(['image', 'network-interface', 'security-group', 'subnet']);
    expect(names(found.optional)).toContain('volume');
    expect(names(found.optional)).toContain('key-pair');
  });

  it('counts from whichever type is asked about, whatever the capitals of the action', () => {
    const found = otherResourceTypes('EC2:runinstances', `${EC2}:key-pair/mine`, catalog)!;
    expect(found.type).toBe('key-pair');
    expect(names(found.required)).toContain('instance');
    expect(names(found.optional)).not.toContain('key-pair');
  });

  it('holds for the alias of a KMS key and its key', () => {
    const alias = 'arn:aws:kms:eu-west-1:111122223333:alias/app';
    expect(names(otherResourceTypes('kms:CreateAlias', alias, catalog)!.required)).toEqual(['key']);
  });

  it('holds for what contains a table as well', () => {
    const table = 'arn:aws:glue:eu-west-1:111122223333:table/sales/orders';
    const found = otherResourceTypes('glue:GetTable', table, catalog)!;
    expect(names(found.required)).toEqual(['database', 'rootcatalog']);
  });
});

describe('an action that is checked on one resource', () => {
  it.each([
    ['s3:GetObject', 'arn:aws:s3:::data/k', 'one type'],
    ['dynamodb:Query', 'arn:aws:dynamodb:eu-west-1:111122223333:table/T', 'an optional second type'],
    ['dynamodb:Query', 'arn:aws:dynamodb:eu-west-1:111122223333:table/T/index/I', 'its optional type'],
    ['dynamodb:TagResource', 'arn:aws:dynamodb:eu-west-1:111122223333:table/T', 'a tag is set on one'],
    ['cloudwatch:TagResource', 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a', 'one of several'],
    ['iam:GenerateServiceLastAccessedDetails', 'arn:aws:iam::111122223333:role/App', 'one of several'],
    ['dynamodb:PutResourcePolicy', 'arn:aws:dynamodb:eu-west-1:111122223333:table/T', 'one of two'],
    ['ssm:DescribeInstancePatches', `${EC2}:instance/i-1`, 'two names for one node'],
    ['bedrock:InvokeModel', 'arn:aws:bedrock:eu-west-1::foundation-model/m', 'one of many kinds of model'],
    ['elasticloadbalancing:ModifyListener', `${ELB}:listener/app/x/1/2`, 'one kind of listener'],
    ['elasticloadbalancing:CreateRule', `${ELB}:listener/app/x/1/2`, 'one kind of listener'],
    ['elasticloadbalancing:DeleteListener', `${ELB}:listener/net/x/1/2`, 'one kind of listener'],
    [
      'states:DescribeExecution',
      'arn:aws:states:eu-west-1:111122223333:execution:m:e',
      'one kind of execution',
    ],
    ['route53:ChangeTagsForResource', 'arn:aws:route53:::hostedzone/Z1', 'a tag is set on one'],
    ['es:AddTags', 'arn:aws:es:eu-west-1:111122223333:domain/d', 'a tag is set on one'],
    ['s3:ListAllMyBuckets', '*', 'none at all'],
    ['ec2:RunInstances', '*', 'a resource that says no type'],
    ['ec2:RunInstances', 'arn:aws:s3:::data/k', 'a resource of another kind'],
    ['nosuch:Action', `${EC2}:instance/i-1`, 'an unknown service'],
  ])('%s on %s: %s', (action, resource) => {
    expect(otherResourceTypes(action, resource, catalog)).toBeUndefined();
  });
});

describe('what is said of every action of the reference', () => {
  const all = () =>
    catalog.services().flatMap(({ prefix }) => {
      const service = catalog.service(prefix);
      return [...(service?.actions.values() ?? [])].flatMap(({ name, resourceTypes }) =>
        resourceTypes.flatMap((entry) =>
          (service!.resourceTypes.get(entry.name)?.arns ?? []).slice(0, 1).map((format) => ({
            action: `${prefix}:${name}`,
            required: resourceTypes.filter((one) => one.required).map((one) => one.name),
            resource: format.replace(/\$\{Partition\}/, 'aws').replace(/\$\{[^}]*\}/g, 'x'),
          })),
        ),
      );
    });

  it('names only types that its row requires, never the own one, and is sure only where AWS documents it', () => {
    let said = 0;
    for (const { action, required, resource } of all()) {
      const found = otherResourceTypes(action, resource, catalog);
      if (!found) continue;
      said += 1;
      for (const { name } of found.required) {
        expect(required, action).toContain(name);
        expect(name, action).not.toBe(found.type);
      }
      expect(found.known === 'each', action).toBe(/^(ec2|glue|kms):/.test(action));
    }
    expect(said).toBeGreaterThan(1000);
  });
});
