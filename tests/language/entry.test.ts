/** Names that every object answers to stand in no table, wherever a person's text is looked up. */
import { describe, expect, it } from 'vitest';
import { alwaysNeeds } from '../../src/catalog/also-needs';
import { isForeignKey } from '../../src/catalog/foreign-keys';
import { evaluate } from '../../src/engine/evaluate';
import { readEvidence } from '../../src/index';
import { entryOf } from '../../src/language/entry';

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];

describe.each(NAMES)('%s', (name) => {
  it('has no entry', () => {
    expect(entryOf({ a: 1 }, name)).toBeUndefined();
    expect(entryOf({ a: 1 }, 'a')).toBe(1);
  });

  it('is no action that needs another, and no key of one service', () => {
    expect(alwaysNeeds(name)).toBeUndefined();
    expect(isForeignKey(name, 's3:GetObject')).toBe(false);
  });

  it('is no kind of resource of RDS whose tags have a name of their own', () => {
    const statement = {
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { 'rds:ResourceTag/team': 'a' } },
    };
    const { context, decision } = evaluate({
      schema: 2,
      request: {
        principal: 'arn:aws:iam::111122223333:user/ann',
        action: 'rds:ListTagsForResource',
        resource: `arn:aws:rds:eu-west-1:111122223333:${name}:x`,
        context: { 'aws:ResourceTag/team': 'a' },
      },
      policies: { identity: [{ name: 'P', document: { Statement: [statement] } }] },
    });
    const told = context.map(({ key }) => key).filter((key) => key.startsWith('rds:'));
    expect(decision).toBe('Allowed');
    expect(told).toEqual(['rds:ResourceTag/team']);
  });

  it('is no type of a template, and no policy template of SAM', () => {
    const template = `Resources:\n  A:\n    Type: ${name}\n    Properties: {PolicyDocument: {Statement: []}}\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Policies:\n        - ${name}: {BucketName: b}\n`;
    const { policies = [] } = readEvidence(template);
    expect(policies.filter(({ document }) => document !== undefined)).toEqual([]);
  });
});
