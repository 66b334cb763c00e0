import { PAGES } from '../pages';
import { policy, scenario } from '../policy';
import type { rolesTitles } from '../titles/roles';
import type { Worked } from '../types';
import { rolesWithExternalId } from './roles-external-id';

export const DEPLOY_ROLE = 'arn:aws:iam::111122223333:role/Deploy';

const GITHUB = 'token.actions.githubusercontent.com';

/** The role of a workflow: the main branch of one repository. */
export const githubTrust = policy('DeployTrust', {
  Sid: 'MainBranch',
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${GITHUB}` },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: {
    StringEquals: {
      [`${GITHUB}:aud`]: 'sts.amazonaws.com',
      [`${GITHUB}:sub`]: 'repo:example-org/shop:ref:refs/heads/main',
    },
  },
});

/** What a workflow asks, with the subject of its token. */
export function githubAsks(sub: string) {
  return {
    principal: `arn:aws:iam::111122223333:oidc-provider/${GITHUB}`,
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: DEPLOY_ROLE,
    context: { [`${GITHUB}:aud`]: 'sts.amazonaws.com', [`${GITHUB}:sub`]: sub },
  };
}

const accountTrust = policy('DeployTrust', {
  Sid: 'OurAccount',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'sts:AssumeRole',
});

const spoke = 'arn:aws:iam::444455556666:role/Spoke';

export const roles: Record<(typeof rolesTitles)[number]['id'], Worked> = {
  ...rolesWithExternalId,

  'role-trust-user': {
    explanation:
      'A trust policy is the role’s resource-based policy. In one account, naming the user herself is enough; no ' +
      'identity-based policy has to repeat it.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/hana',
        action: 'sts:AssumeRole',
        resource: DEPLOY_ROLE,
      },
      policies: {
        resource: policy('DeployTrust', {
          Sid: 'Hana',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:user/hana' },
          Action: 'sts:AssumeRole',
        }),
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'resource', policy: 'DeployTrust', statement: 0, sid: 'Hana' }],
      missing: [],
      decidedAt: 'resource',
    },
    learn: PAGES.assumeRole,
  },

  'role-trust-account': {
    explanation:
      'Trusting the account hands the choice to its administrators: whoever they give `sts:AssumeRole` on this role ' +
      'may assume it. Ivan hasn’t been given it.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/ivan',
        action: 'sts:AssumeRole',
        resource: DEPLOY_ROLE,
      },
      policies: {
        resource: accountTrust,
        identity: [policy('ReadOnly', { Sid: 'Read', Effect: 'Allow', Action: 's3:Get*', Resource: '*' })],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    learn: PAGES.assumeRole,
  },

  'role-chain': {
    explanation:
      'The caller is the first role’s session, not the person behind it. The spoke must trust the hub role, and the ' +
      'hub role’s own policy must allow the call, since the two are in different accounts.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Hub/alice',
        action: 'sts:AssumeRole',
        resource: spoke,
      },
      policies: {
        resource: policy('SpokeTrust', {
          Sid: 'TheHub',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/Hub' },
          Action: 'sts:AssumeRole',
        }),
        identity: [
          policy('HubAccess', {
            Sid: 'AssumeSpokes',
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Resource: 'arn:aws:iam::*:role/Spoke',
          }),
        ],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [
        { layer: 'identity', policy: 'HubAccess', statement: 0, sid: 'AssumeSpokes' },
        { layer: 'resource', policy: 'SpokeTrust', statement: 0, sid: 'TheHub' },
      ],
      missing: [],
    },
    learn: PAGES.assumeRole,
  },

  'role-session-tags': {
    explanation:
      'A call that passes tags is checked twice: for `sts:AssumeRole` and for `sts:TagSession`. This is the second ' +
      'check; the trust policy allows only the first, so the whole call fails.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Hub/alice',
        action: 'sts:TagSession',
        resource: spoke,
        context: { 'aws:RequestTag/project': 'apollo', 'aws:TagKeys': ['project'] },
      },
      policies: {
        resource: policy('SpokeTrust', {
          Sid: 'TheHub',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/Hub' },
          Action: 'sts:AssumeRole',
        }),
        identity: [
          policy('HubAccess', {
            Sid: 'AssumeSpokes',
            Effect: 'Allow',
            Action: ['sts:AssumeRole', 'sts:TagSession'],
            Resource: 'arn:aws:iam::*:role/Spoke',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'] },
    learn: PAGES.sessionTags,
  },

  'role-github': {
    explanation:
      'The caller brings a token instead of credentials, so the trust policy alone decides. It accepts tokens for ' +
      'this audience whose subject is the main branch of one repository.',
    scenario: scenario({
      request: githubAsks('repo:example-org/shop:ref:refs/heads/main'),
      policies: { resource: githubTrust },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'resource', policy: 'DeployTrust', statement: 0, sid: 'MainBranch' }],
      missing: [],
      decidedAt: 'resource',
    },
    learn: PAGES.oidcRole,
  },

  'role-saml': {
    explanation:
      'With `AssumeRoleWithSAML` nobody has an identity in AWS yet. Only the trust policy counts: it must name the ' +
      'provider, and the audience must be the sign-in page.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:saml-provider/Staff',
        action: 'sts:AssumeRoleWithSAML',
        resource: 'arn:aws:iam::111122223333:role/StaffReadOnly',
        context: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
      },
      policies: {
        resource: policy('StaffTrust', {
          Sid: 'StaffDirectory',
          Effect: 'Allow',
          Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/Staff' },
          Action: 'sts:AssumeRoleWithSAML',
          Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
        }),
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'resource', policy: 'StaffTrust', statement: 0, sid: 'StaffDirectory' }],
      missing: [],
      decidedAt: 'resource',
    },
    learn: PAGES.samlRole,
  },

  'role-service': {
    explanation:
      'A service has no identity-based policies. The trust policy names `lambda.amazonaws.com`, and that is all it ' +
      'takes; the person who configured the function needed `iam:PassRole` instead.',
    scenario: scenario({
      request: {
        principal: 'lambda.amazonaws.com',
        action: 'sts:AssumeRole',
        resource: 'arn:aws:iam::111122223333:role/InvoiceFunction',
      },
      policies: {
        resource: policy('InvoiceFunctionTrust', {
          Sid: 'Lambda',
          Effect: 'Allow',
          Principal: { Service: 'lambda.amazonaws.com' },
          Action: 'sts:AssumeRole',
        }),
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'resource', policy: 'InvoiceFunctionTrust', statement: 0, sid: 'Lambda' }],
      missing: [],
      decidedAt: 'resource',
    },
    learn: PAGES.principal,
  },

  'role-own-rights-gone': {
    explanation:
      'A session has the role’s permissions, not those of whoever assumed it. Alice’s own `AdministratorAccess` plays ' +
      'no part here, so it isn’t even among the policies.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/LogReader/alice',
        action: 's3:DeleteBucket',
        resource: 'arn:aws:s3:::example-old-logs',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy('LogReaderAccess', {
            Sid: 'ReadLogs',
            Effect: 'Allow',
            Action: ['logs:FilterLogEvents', 'logs:GetLogEvents'],
            Resource: '*',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    learn: PAGES.crossAccountAccess,
  },

  'role-root': {
    explanation:
      'The root user can do almost everything in its account without a policy, but STS refuses to let it assume a ' +
      'role. Sign in as a user or a role for that.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:root',
        action: 'sts:AssumeRole',
        resource: DEPLOY_ROLE,
      },
      policies: { resource: accountTrust },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [] },
    learn: PAGES.assumeRole,
  },
};
