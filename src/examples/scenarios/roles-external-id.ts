/** Assuming a role with and without the external ID that its trust policy asks for, in one account and across two. */
import { PAGES } from '../pages';
import { policy, scenario } from '../policy';
import type { Worked } from '../types';

const EXTERNAL_ID = 'backup-7f3a';

function trust(principal: string) {
  return policy('BackupTargetTrust', {
    Sid: 'WithExternalId',
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'sts:ExternalId': EXTERNAL_ID } },
  });
}

const target = 'arn:aws:iam::111122223333:role/BackupTarget';
const sent = { 'sts:ExternalId': EXTERNAL_ID };

const sameAccount = {
  request: {
    principal: 'arn:aws:sts::111122223333:assumed-role/BackupRunner/nightly',
    action: 'sts:AssumeRole',
    resource: target,
  },
  policies: { resource: trust('arn:aws:iam::111122223333:role/BackupRunner') },
};

const crossAccount = {
  request: {
    principal: 'arn:aws:sts::444455556666:assumed-role/VendorWorker/customer-118',
    action: 'sts:AssumeRole',
    resource: target,
  },
  policies: {
    resource: trust('arn:aws:iam::444455556666:root'),
    identity: [
      policy('VendorAccess', {
        Sid: 'CustomerRoles',
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Resource: '*',
      }),
    ],
  },
};

const byTrust = {
  layer: 'resource',
  policy: 'BackupTargetTrust',
  statement: 0,
  sid: 'WithExternalId',
} as const;

export const rolesWithExternalId = {
  'role-same-with-id': {
    explanation:
      'In one account a trust policy that names the calling role is enough. The external ID it asks for was sent, so ' +
      'the Allow applies, without any identity-based policy.',
    scenario: scenario({ ...sameAccount, request: { ...sameAccount.request, context: sent } }),
    expect: { decision: 'Allowed', decidedBy: [byTrust], missing: [], decidedAt: 'resource' },
    learn: PAGES.assumeRole,
  },

  'role-same-without-id': {
    explanation:
      'A condition is a condition, whichever account the caller is in. Without the external ID the trust policy allows ' +
      'nobody, and a role nobody is trusted with can’t be assumed.',
    scenario: scenario(sameAccount),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'], decidedAt: 'resource' },
    learn: PAGES.assumeRole,
  },

  'role-cross-with-id': {
    explanation:
      'Our trust policy admits the vendor’s account when the external ID is right; the vendor’s own policy lets its ' +
      'worker assume roles. Each account has said yes for its side.',
    scenario: scenario({ ...crossAccount, request: { ...crossAccount.request, context: sent } }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'VendorAccess', statement: 0, sid: 'CustomerRoles' }, byTrust],
      missing: [],
    },
    learn: PAGES.externalId,
  },

  'role-cross-without-id': {
    explanation:
      'Another customer could ask the vendor to work on our role. The external ID, agreed with us alone, tells the two ' +
      'apart; without it the trust policy’s Allow doesn’t apply.',
    scenario: scenario(crossAccount),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'], decidedAt: 'resource' },
    learn: PAGES.confusedDeputy,
  },
} satisfies Record<string, Worked>;
