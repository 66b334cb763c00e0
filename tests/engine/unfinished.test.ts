import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/index';

const everything = { name: 'All', document: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } } };
const about = (action: string, resource: string) =>
  evaluate({
    schema: 2,
    request: { principal: 'arn:aws:iam::111122223333:user/alice', action, resource },
    policies: { identity: [everything] },
  });

describe('a resource whose name is still missing', () => {
  it.each([
    ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/', 'key/'],
    ['ec2:RunInstances', 'arn:aws:ec2:eu-west-1:111122223333:key-pair/', 'key-pair/'],
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/', 'role/'],
  ])('keeps the verdict of %s open, and says where to go on', (action, resource, part) => {
    const { decision, problems } = about(action, resource);
    expect(decision).toBe('Undetermined');
    expect(problems).toEqual([
      {
        field: 'resource',
        kind: 'malformed',
        message: `\`${resource}\` names none yet: the name or ID goes after \`${part}\``,
      },
    ]);
  });

  it('is not meant where a slash may end a name, nor by what has a path', () => {
    expect(about('s3:GetObject', 'arn:aws:s3:::bucket/folder/').problems).toEqual([]);
    expect(about('iam:PassRole', 'arn:aws:iam::111122223333:role/team/App').problems).toEqual([]);
  });
});
