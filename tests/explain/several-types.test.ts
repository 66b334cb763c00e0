import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/service-reference';
import { evaluate } from '../../src/engine/evaluate';
import type { Policies, Request, Scenario } from '../../src/case/scenario';
import { severalTypes } from '../../src/explain/several-types';
import { loadCatalog } from '../support/catalog';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const EC2 = 'arn:aws:ec2:eu-west-1:111122223333';
const launch = (
  resources: Record<string, unknown>,
  policies: Policies = {},
  request: Partial<Request> = {},
): Scenario => ({
  schema: 2,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 'ec2:RunInstances',
    resource: `${EC2}:instance/*`,
    ...request,
  },
  policies: {
    identity: [
      {
        name: 'Launch',
        document: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: 'ec2:Describe*', Resource: '*' },
            { Effect: 'Allow', Action: 'ec2:RunInstances', ...resources },
          ],
        },
      },
    ],
    ...policies,
  },
});
const found = (given: Scenario) => severalTypes(given, evaluate(given), catalog);

describe('a call on resources of several types', () => {
  it('names the others, and those on which no identity policy allows it', () => {
    const given = launch({
      Resource: [`${EC2}:instance/*`, 'arn:aws:ec2:*::image/ami-*', `${EC2}:subnet/\${aws:username}-*`],
    });
    expect(found(given)).toEqual({
      type: 'instance',
      known: 'each',
      others: ['image', 'network-interface', 'security-group', 'subnet'],
      uncovered: ['network-interface', 'security-group'],
    });
  });

  it('finds nothing uncovered under a star, nor beside a NotResource that spares the type', () => {
    expect(found(launch({ Resource: '*' }))?.uncovered).toEqual([]);
    expect(found(launch({ NotResource: `${EC2}:subnet/subnet-1` }))?.uncovered).toEqual([]);
    expect(found(launch({ NotResource: 'arn:aws:ec2:*:*:subnet/*' }))?.uncovered).toEqual(['subnet']);
  });

  it('does not count what is allowed for another action', () => {
    const given = launch({ Resource: `${EC2}:instance/*` });
    expect(found(given)?.uncovered).toEqual(['image', 'network-interface', 'security-group', 'subnet']);
  });

  it.each<[string, Scenario]>([
    ['is hidden', launch({}, { identity: 'unknown' })],
    ['cannot be read', launch({}, { identity: [{ name: 'Broken', text: '{' }] })],
    ['is none: a root user', launch({}, {}, { principal: 'arn:aws:iam::111122223333:root' })],
  ])('tells of no type that it is uncovered where the identity policy %s', (_, given) => {
    expect(found(given)).toMatchObject({ type: 'instance', uncovered: [] });
  });

  it('has nothing to say of an action on one resource', () => {
    expect(found(launch({ Resource: '*' }, {}, { action: 'ec2:StartInstances' }))).toBeUndefined();
  });
});
