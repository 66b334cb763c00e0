import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/service-reference';
import { evaluate } from '../../src/engine/evaluate';
import type { Request, Scenario } from '../../src/case/scenario';
import { oddRequest } from '../../src/explain/odd-request';
import { loadCatalog } from '../support/catalog';
import { policy, scenario } from './support';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const INSTANCE = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1';

function asked(request: Partial<Request>, ...statements: object[]): Scenario {
  return scenario(request, { identity: [{ name: 'P', document: policy(...statements) }] });
}

const odd = (one: Scenario) => oddRequest(one, evaluate(one), catalog);
const allow = (Action: string, Resource: string) => ({ Effect: 'Allow', Action, Resource });

describe('a request that AWS would not send', () => {
  it('is one on an ARN where the action works on no single resource, and AWS denies it', () => {
    const one = asked(
      { action: 'ec2:DescribeInstances', resource: INSTANCE },
      allow('ec2:DescribeInstances', INSTANCE),
    );
    expect(odd(one)).toEqual({
      why: '`ec2:DescribeInstances` works on no single resource: AWS compares its request with `*` alone.',
      instead: { resource: '*', decision: 'ImplicitlyDenied' },
    });
  });

  it('is told where AWS allows it as well, and where AWS alone allows it', () => {
    const both = asked({ action: 'ec2:DescribeInstances', resource: INSTANCE }, allow('ec2:*', '*'));
    expect(odd(both)?.instead?.decision).toBe('Allowed');
    const deny = { Effect: 'Deny', Action: 'ec2:*', Resource: INSTANCE };
    const spared = asked({ action: 'ec2:DescribeInstances', resource: INSTANCE }, allow('ec2:*', '*'), deny);
    expect(odd(spared)?.instead?.decision).toBe('Allowed');
  });

  it('is not told where it is denied either way', () => {
    const one = asked({ action: 'ec2:DescribeInstances', resource: INSTANCE }, allow('s3:*', '*'));
    expect(odd(one)).toBeUndefined();
  });

  it('is one on a resource of another type, where it comes out allowed', () => {
    const bucket = 'arn:aws:s3:::data';
    const one = asked({ action: 's3:GetObject', resource: bucket }, allow('s3:GetObject', bucket));
    expect(odd(one)?.why).toMatch(
      /^`s3:GetObject` works on .*this ARN is of type bucket\. AWS would not send such a request\.$/,
    );
    expect(odd(one)?.instead).toBeUndefined();
    expect(odd(asked({ action: 's3:GetObject', resource: bucket }, allow('sqs:*', '*')))).toBeUndefined();
    const express = 'arn:aws:s3express:us-east-1:111122223333:bucket/data--use1-az4--x-s3';
    expect(odd(asked({ action: 's3:GetObject', resource: express }, allow('s3:*', '*')))?.why).toContain(
      'AWS would not send such a request.',
    );
  });

  it('is one on * where a resource has to be named', () => {
    const one = asked({ action: 'iam:PassRole', resource: '*' }, allow('iam:PassRole', '*'));
    expect(odd(one)?.why).toBe('`iam:PassRole` works on the type role: AWS sends its ARN, never `*`.');
  });

  it('is none that fits, none that is not whole, and none of an action that is not known', () => {
    expect(
      odd(asked({ action: 's3:GetObject', resource: 'arn:aws:s3:::data/k' }, allow('s3:*', '*'))),
    ).toBeUndefined();
    expect(
      odd(asked({ action: 'ec2:DescribeInstances', resource: '*' }, allow('ec2:*', '*'))),
    ).toBeUndefined();
    expect(odd(asked({ action: 's3:GetObject', resource: '' }, allow('s3:*', '*')))).toBeUndefined();
    expect(odd(asked({ action: 'nosuch:Action', resource: INSTANCE }, allow('*', '*')))).toBeUndefined();
  });
});
