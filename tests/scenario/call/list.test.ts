import { describe, expect, it } from 'vitest';
import type { LinkedRequest, Policy, Scenario } from '../../../src/case/scenario';
import { holderArn, isUnderSame } from '../../../src/call/belongs';
import {
  addLinked,
  copyOf,
  freshLinkedName,
  moveLinked,
  removeLinked,
  renameLinked,
  roomFor,
} from '../../../src/call/list';
import { viewOf } from '../../../src/call/view';
import { LIMITS } from '../../../src/case/limits';

const ALONE: Scenario = {
  schema: 2,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::a/1',
  },
  policies: {},
};

const named = (name: string, rest: Partial<LinkedRequest> = {}): LinkedRequest => ({
  name,
  request: {},
  ...rest,
});
const call = (...linked: readonly LinkedRequest[]): Scenario => ({ ...ALONE, linked });
const names = ({ linked = [] }: Scenario): readonly string[] => linked.map(({ name }) => name);
const policy = (name: string): Policy => ({ name, text: '{}' });

describe('the list of a call', () => {
  it('has room for as many as a scenario may hold, and takes no more', () => {
    expect(roomFor(ALONE)).toBe(LIMITS.linked);
    expect(roomFor(call(named('A'), named('B')))).toBe(LIMITS.linked - 2);
    const many = Array.from({ length: LIMITS.linked + 3 }, (_, at) => named(`R${at}`));
    const full = addLinked(ALONE, many);
    expect(names(full)).toEqual(many.slice(0, LIMITS.linked).map(({ name }) => name));
    expect(addLinked(full, [named('one more')])).toBe(full);
    expect(addLinked(ALONE, [])).toBe(ALONE);
  });

  it('gives a name that is taken a number', () => {
    expect(freshLinkedName(ALONE, 'Decrypt')).toBe('Decrypt');
    expect(freshLinkedName(call(named('Decrypt')), 'Encrypt')).toBe('Encrypt');
    expect(freshLinkedName(call(named('Decrypt')), 'Decrypt')).toBe('Decrypt 2');
    expect(freshLinkedName(call(named('Decrypt'), named('Decrypt 2')), 'Decrypt')).toBe('Decrypt 3');
  });

  it('copies a linked request without its own layers, and makes a plain one of the first', () => {
    const request = { action: 'kms:Decrypt' };
    const own = named('Key', {
      request,
      policies: { resource: policy('KeyPolicy') },
      through: 's3.amazonaws.com',
    });
    const given = call(own, named('Other'));
    expect(copyOf(given, 1)).toEqual({ name: 'Key 2', request, through: 's3.amazonaws.com' });
    expect(copyOf(given, 2)).toEqual({ name: 'Other 2', request: {} });
    expect(copyOf(given, 0)).toEqual({ name: 'Another request', request: {} });
    expect(copyOf(ALONE, 1)).toEqual({ name: 'Another request', request: {} });
  });

  it('renames the one that is meant, without the spaces around it, and never to nothing', () => {
    const given = call(named('A'), named('B'));
    expect(names(renameLinked(given, 2, ' C '))).toEqual(['A', 'C']);
    expect(names(renameLinked(given, 1, 'C'))).toEqual(['C', 'B']);
    for (const [at, name] of [
      [1, ' '],
      [1, ' A '],
      [0, 'C'],
      [3, 'C'],
    ] as const)
      expect(renameLinked(given, at, name)).toBe(given);
    expect(renameLinked(ALONE, 1, 'C')).toBe(ALONE);
  });

  it('moves a linked request by one place, and never past an end or in front of the first', () => {
    const given = call(named('A'), named('B'), named('C'));
    expect(names(moveLinked(given, 1, 1))).toEqual(['B', 'A', 'C']);
    expect(names(moveLinked(given, 3, -1))).toEqual(['A', 'C', 'B']);
    expect(moveLinked(given, 1, -1)).toBe(given);
    expect(moveLinked(given, 3, 1)).toBe(given);
    expect(moveLinked(ALONE, 1, 1)).toBe(ALONE);
  });

  it('removes a linked request, and the list with the last one', () => {
    const given = call(named('A'), named('B'));
    expect(names(removeLinked(given, 1))).toEqual(['B']);
    expect(removeLinked(call(named('A')), 1)).toEqual(ALONE);
    expect(removeLinked(given, 0)).toBe(given);
    expect(removeLinked(given, 3)).toBe(given);
    expect(removeLinked(ALONE, 1)).toBe(ALONE);
  });

  it('leaves a layer that others are under to the first of them, before or behind it', () => {
    const key = { action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/k' };
    const owner = named('Owner', { request: key, policies: { resource: policy('KeyPolicy') } });
    const one = named('One', { request: { ...key, action: 'kms:Encrypt' } });
    const two = named('Two', { request: { ...key, action: 'kms:GenerateDataKey' } });
    const after = removeLinked(call(one, owner, two), 2);
    expect(after.linked).toEqual([{ ...one, policies: { resource: policy('KeyPolicy') } }, two]);
    for (const at of [1, 2]) expect(viewOf(after, at).policies.resource).toEqual(policy('KeyPolicy'));
    expect(viewOf(after, 0).policies.resource).toBeUndefined();
  });
});

describe('what a policy of a resource is attached to', () => {
  it('is the bucket, the access point, or the resource itself', () => {
    expect(holderArn('arn:aws:s3:::a/b/c')).toBe('arn:aws:s3:::a');
    expect(holderArn('arn:aws:s3:eu-west-1:111122223333:accesspoint/p/object/o')).toBe(
      'arn:aws:s3:eu-west-1:111122223333:accesspoint/p',
    );
    expect(holderArn('arn:aws:sqs:eu-west-1:111122223333:q')).toBe('arn:aws:sqs:eu-west-1:111122223333:q');
    expect(holderArn('a/b')).toBe('a/b');
  });

  it('is nothing where no resource is named, or no action', () => {
    const asked = (action: string, resource: string) => ({ request: { ...ALONE.request, action, resource } });
    const same = (action: string, resource: string): boolean =>
      isUnderSame('resource', asked(action, resource), asked(action, resource));
    expect(same('s3:GetObject', 'arn:aws:s3:::a')).toBe(true);
    expect(same('s3:GetObject', '')).toBe(false);
    expect(same('', 'arn:aws:s3:::a')).toBe(false);
  });
});
