/** One Deny, two operators, three requests: MFA used, not used, and not mentioned. */
import { PAGES } from '../pages';
import { policy, scenario } from '../policy';
import type { ExampleExpectation, Worked } from '../types';

type Operator = 'Bool' | 'BoolIfExists';

function ask(operator: Operator, mfa: 'true' | 'false' | 'absent') {
  return scenario({
    request: {
      principal: 'arn:aws:iam::111122223333:user/jo',
      action: 'ec2:StopInstances',
      resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0a1b2c3d4e5f60718',
      ...(mfa === 'absent' ? {} : { context: { 'aws:MultiFactorAuthPresent': mfa } }),
    },
    policies: {
      identity: [
        policy(
          'OperatorAccess',
          {
            Sid: 'StartAndStop',
            Effect: 'Allow',
            Action: ['ec2:StartInstances', 'ec2:StopInstances'],
            Resource: '*',
          },
          {
            Sid: 'DenyWithoutMfa',
            Effect: 'Deny',
            Action: '*',
            Resource: '*',
            Condition: { [operator]: { 'aws:MultiFactorAuthPresent': 'false' } },
          },
        ),
      ],
    },
  });
}

const allowed: ExampleExpectation = {
  decision: 'Allowed',
  decidedBy: [{ layer: 'identity', policy: 'OperatorAccess', statement: 0, sid: 'StartAndStop' }],
  missing: [],
  decidedAt: 'identity',
};

const denied: ExampleExpectation = {
  decision: 'ExplicitlyDenied',
  decidedBy: [{ layer: 'identity', policy: 'OperatorAccess', statement: 1, sid: 'DenyWithoutMfa' }],
  decidedAt: 'explicitDeny',
};

export const conditionsMfa = {
  'mfa-bool-true': {
    explanation:
      'The key is `true`, the condition looks for `false`: no match, so the Deny stays silent and the Allow counts.',
    scenario: ask('Bool', 'true'),
    expect: allowed,
    learn: PAGES.mfaAccess,
  },
  'mfa-bool-false': {
    explanation:
      'Temporary credentials carry the key even when MFA wasn’t used; it is `false` then, and the Deny matches.',
    scenario: ask('Bool', 'false'),
    expect: denied,
    learn: PAGES.mfaAccess,
  },
  'mfa-bool-absent': {
    explanation:
      'A long-term access key doesn’t carry the key at all, and `Bool` never matches an absent key. The Deny meant for ' +
      'people without MFA misses exactly them; `BoolIfExists` closes the gap.',
    scenario: ask('Bool', 'absent'),
    expect: allowed,
    learn: PAGES.globalKeys,
  },
  'mfa-ifexists-true': {
    explanation:
      '`IfExists` changes only what an absent key means. Here the key is present and `true`, so the Deny doesn’t match.',
    scenario: ask('BoolIfExists', 'true'),
    expect: allowed,
    learn: PAGES.operators,
  },
  'mfa-ifexists-false': {
    explanation:
      'The key is present and `false`. With or without `IfExists`, that is what the Deny looks for.',
    scenario: ask('BoolIfExists', 'false'),
    expect: denied,
    learn: PAGES.operators,
  },
  'mfa-ifexists-absent': {
    explanation:
      'With `IfExists` an absent key counts as a match. A long-term access key never carries MFA information, so every ' +
      'call made with it is denied; ask STS for a session with MFA first.',
    scenario: ask('BoolIfExists', 'absent'),
    expect: denied,
    learn: PAGES.mfaAccess,
  },
} satisfies Record<string, Worked>;
