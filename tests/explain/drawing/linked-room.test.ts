import { describe, expect, it } from 'vitest';
import { evaluateCall } from '../../../src/call/verdict';
import { EXAMPLES } from '../../../src/examples';
import { drawLinked } from '../../../src/explain/drawing/linked';
import { leastLinkedHeight } from '../../../src/explain/drawing/linked-room';
import { scenario } from '../support';

const ALL = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };

/** A call of so many requests for these actions, of which nothing or all is granted. */
function call(actions: readonly string[], granted: boolean): ReturnType<typeof evaluateCall> {
  const [first = '', ...others] = actions;
  const resource = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1';
  const asked = scenario(
    { principal: 'arn:aws:iam::111122223333:user/alice', action: first, resource },
    granted ? { identity: [{ name: 'I', document: ALL }] } : {},
  );
  return evaluateCall({
    ...asked,
    linked: others.map((action) => ({ name: action, request: { action, resource } })),
  });
}

describe('the room that is kept free for the requests of a call', () => {
  it('is as high as the picture that comes, where no lanes are folded', () => {
    const calls = [
      call(['ec2:RunInstances', 'iam:PassRole'], true),
      call(['ec2:RunInstances', 'iam:PassRole'], false),
      call(['ec2:RunInstances', 'iam:PassRole', 'kms:Decrypt', 'ec2:CreateTags'], false),
      call(['ec2:RunInstances', 'iam:PassRole', 'kms:Decrypt', 'ec2:CreateTags', 's3:GetObject'], true),
      call(['ec2:RunInstances', 'iam:PassRole', 'kms:Decrypt', 'ec2:CreateTags', 's3:GetObject'], false),
    ];
    for (const each of calls) expect(leastLinkedHeight(each)).toBe(drawLinked(each, 1440).height);
  });

  it('is never higher than the picture, of which some lanes may be one', () => {
    const examples = EXAMPLES.filter(({ scenario: asked }) => asked.linked !== undefined);
    expect(examples).not.toEqual([]);
    for (const each of [
      ...examples.map(({ scenario: asked }) => evaluateCall(asked)),
      call(['ec2:RunInstances', 'ec2:RunInstances', 'ec2:RunInstances', 'iam:PassRole'], true),
    ])
      expect(leastLinkedHeight(each)).toBeLessThanOrEqual(drawLinked(each, 1024).height);
  });
});
