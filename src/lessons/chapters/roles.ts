/** Chapter 7: Assuming roles. */
import { ADMINISTRATOR, doc, policy, scenario } from '../policy';
import type { ChapterLessons } from '../types';

export const roles = {
  'role-two-sides': {
    story:
      'The pipeline runs in account 111122223333 and deploys to 444455556666. Over there Dana wrote a trust policy that names the pipeline’s role. Over here Emil gave the pipeline `sts:AssumeRole` on `role/Deployment*`. The deployment fails at its first step.',
    misconception: 'M29',
    guide: ['G26', 'G28', 'G29'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/CICDPipelineRole/build-77',
        action: 'sts:AssumeRole',
        resource: 'arn:aws:iam::444455556666:role/DeploymentRole',
      },
      policies: {
        identity: [
          policy(
            'PipelinePolicy',
            {
              Sid: 'BecomeDeployment',
              Effect: 'Allow',
              Action: 'sts:AssumeRole',
              Resource: 'arn:aws:iam::111122223333:role/Deployment*',
            },
            {
              Sid: 'ReadArtifacts',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::artifacts/*',
            },
          ),
        ],
        resource: policy('DeploymentRoleTrust', {
          Sid: 'PipelineDeploys',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/CICDPipelineRole' },
          Action: 'sts:AssumeRole',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    ask: {
      question:
        'The trust policy names the pipeline, and the pipeline may assume `Deployment*`. What is wrong?',
      options: [
        {
          id: 'trust',
          text: 'Nothing in IAM: being named in the trust policy is enough.',
          claims: { decision: 'Allowed' },
          belief: 'M29',
          say: 'Inside one account it would be. Across two, each account signs for its own side: theirs lets us in, ours must let the pipeline go. Ours doesn’t.',
        },
        {
          id: 'star',
          text: 'Nothing in IAM: `Deployment*` fits DeploymentRole, so both sides allow it.',
          claims: { decision: 'Allowed', by: 'PipelinePolicy' },
          belief: 'M05',
          say: 'The name fits, the ARN doesn’t. Matching starts at the left, and there stands our account’s number. The role has theirs.',
        },
        {
          id: 'ours',
          text: 'Our side: the policy speaks of roles in our own account.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. A role’s ARN carries the account that owns it, here 444455556666.',
        },
        {
          id: 'theirs',
          text: 'Their side: the trust policy would have to name our account, not a role.',
          claims: { decision: 'ImplicitlyDenied', missing: 'resource' },
          belief: 'M28',
          say: 'Naming the role is the narrower way, and it works across accounts. Their lane is open; ours is shut.',
        },
      ],
    },
    rule: 'Crossing to a role in another account takes two yeses: its trust policy lets you in, and your own policy allows `sts:AssumeRole` on exactly that ARN.',
    repair: {
      task: 'Let the pipeline become DeploymentRole in 444455556666, and no other role of another account. Its artifacts stay readable.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'becomes DeploymentRole',
          request: {},
          expect: 'Allowed',
          say: 'Our policy still doesn’t name that role. Compare the two ARNs from the left.',
        },
        {
          name: 'reads its artifacts',
          request: {
            action: 's3:GetObject',
            resource: 'arn:aws:s3:::artifacts/app.zip',
            resourceAccount: '111122223333',
          },
          expect: 'Allowed',
          say: 'The artifacts can’t be read any more.',
        },
        {
          name: 'not DeploymentAdmin',
          request: { resource: 'arn:aws:iam::444455556666:role/DeploymentAdmin' },
          expect: 'Denied',
          say: 'Other roles over there begin with Deployment too.',
        },
      ],
      hidden: [
        {
          name: 'not in a third account',
          request: { resource: 'arn:aws:iam::777788889999:role/DeploymentRole' },
          expect: 'Denied',
          say: 'Any account that names its role so and trusts us would do. Write the account’s number.',
        },
        {
          name: 'not DeploymentRoleBackup',
          request: { resource: 'arn:aws:iam::444455556666:role/DeploymentRoleBackup' },
          expect: 'Denied',
          say: 'A star after the name takes in longer names.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            {
              Sid: 'BecomeDeployment',
              Effect: 'Allow',
              Action: 'sts:AssumeRole',
              Resource: 'arn:aws:iam::444455556666:role/DeploymentRole',
            },
            {
              Sid: 'ReadArtifacts',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::artifacts/*',
            },
          ),
        },
      ],
      also: [
        [
          {
            at: 'identity/0',
            document: doc({
              Sid: 'Pipeline',
              Effect: 'Allow',
              Action: ['sts:AssumeRole', 's3:GetObject'],
              Resource: ['arn:aws:iam::444455556666:role/DeploymentRole', 'arn:aws:s3:::artifacts/*'],
            }),
          },
        ],
      ],
      wrong: [
        {
          name: 'a star for the account',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'B',
                  Effect: 'Allow',
                  Action: 'sts:AssumeRole',
                  Resource: 'arn:aws:iam::*:role/DeploymentRole',
                },
                { Sid: 'R', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::artifacts/*' },
              ),
            },
          ],
          fails: 'not in a third account',
        },
        {
          name: 'only the number is changed',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'B',
                  Effect: 'Allow',
                  Action: 'sts:AssumeRole',
                  Resource: 'arn:aws:iam::444455556666:role/Deployment*',
                },
                { Sid: 'R', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::artifacts/*' },
              ),
            },
          ],
          fails: 'not DeploymentAdmin',
        },
        {
          name: 'a star after the name',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'B',
                  Effect: 'Allow',
                  Action: 'sts:AssumeRole',
                  Resource: 'arn:aws:iam::444455556666:role/DeploymentRole*',
                },
                { Sid: 'R', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::artifacts/*' },
              ),
            },
          ],
          fails: 'not DeploymentRoleBackup',
        },
        {
          name: 'the session’s ARN',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'B',
                  Effect: 'Allow',
                  Action: 'sts:AssumeRole',
                  Resource: 'arn:aws:sts::444455556666:assumed-role/DeploymentRole/*',
                },
                { Sid: 'R', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::artifacts/*' },
              ),
            },
          ],
          fails: 'becomes DeploymentRole',
        },
        {
          name: 'the second statement goes',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'B',
                Effect: 'Allow',
                Action: 'sts:AssumeRole',
                Resource: 'arn:aws:iam::444455556666:role/DeploymentRole',
              }),
            },
          ],
          fails: 'reads its artifacts',
        },
      ],
      hints: [
        'Compare the account numbers in the request and in PipelinePolicy.',
        'The role belongs to the other account, and its ARN says so. No star is needed.',
        '`arn:aws:iam::444455556666:role/DeploymentRole`',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A role in 444455556666 trusts our whole account (`:root`). Our user’s policy allows `sts:AssumeRole` on exactly that role. She assumes it.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/lea',
          action: 'sts:AssumeRole',
          resource: 'arn:aws:iam::444455556666:role/Audit',
        },
        policies: {
          identity: [
            policy('L', {
              Sid: 'A',
              Effect: 'Allow',
              Action: 'sts:AssumeRole',
              Resource: 'arn:aws:iam::444455556666:role/Audit',
            }),
          ],
          resource: policy('T', {
            Sid: 'Account',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:root' },
            Action: 'sts:AssumeRole',
          }),
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
  },

  'role-admin': {
    story:
      'The role Batch trusts only EC2. To look at a problem as Batch sees it, Ops, an administrator role of the same account, assumes it.',
    misconception: 'M15',
    guide: ['G03', 'G26', 'G28'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Ops/sven',
        action: 'sts:AssumeRole',
        resource: 'arn:aws:iam::111122223333:role/Batch',
      },
      policies: {
        identity: [ADMINISTRATOR],
        resource: policy('BatchTrust', {
          Sid: 'MachinesOnly',
          Effect: 'Allow',
          Principal: { Service: 'ec2.amazonaws.com' },
          Action: 'sts:AssumeRole',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'] },
    ask: {
      question: 'An administrator may do everything in the account. May he become Batch?',
      options: [
        {
          id: 'admin',
          text: 'Yes: AdministratorAccess includes `sts:AssumeRole` on every role.',
          claims: { decision: 'Allowed' },
          belief: 'M15',
          say: 'It does, and it isn’t enough. A role’s trust policy must allow even inside the account, as a KMS key’s policy must.',
        },
        {
          id: 'trust',
          text: 'No: the trust policy doesn’t let him in, and nothing replaces that.',
          claims: { decision: 'ImplicitlyDenied', missing: 'resource' },
          say: 'Right. He could rewrite the trust policy, being an administrator, but he can’t walk past it.',
        },
        {
          id: 'deny',
          text: 'No: roles for services are closed to people.',
          claims: { decision: 'ExplicitlyDenied' },
          belief: 'M15',
          say: 'There is no such rule. Add him to the trust policy and he is in.',
        },
      ],
    },
    rule: 'Nobody assumes a role that its trust policy doesn’t let in, not even the account’s administrators.',
    repair: {
      task: 'Let Ops’s sessions in. EC2 keeps its access, and other administrators stay out.',
      edit: ['resource'],
      tests: [
        {
          name: 'Ops gets in',
          request: {},
          expect: 'Allowed',
          say: 'The trust policy doesn’t name Ops yet.',
        },
        {
          name: 'EC2 still does',
          request: { principal: 'ec2.amazonaws.com' },
          expect: 'Allowed',
          say: 'The machines lost their role.',
        },
        {
          name: 'another administrator doesn’t',
          request: { principal: 'arn:aws:iam::111122223333:user/anton' },
          expect: 'Denied',
          say: 'Trusting the account lets in everyone whose own policy allows it: every administrator.',
        },
      ],
      hidden: [
        {
          name: 'a role called Ops elsewhere',
          request: { principal: 'arn:aws:sts::444455556666:assumed-role/Ops/x' },
          expect: 'Denied',
          say: 'The account’s number belongs in the ARN.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'resource',
          document: doc(
            {
              Sid: 'MachinesOnly',
              Effect: 'Allow',
              Principal: { Service: 'ec2.amazonaws.com' },
              Action: 'sts:AssumeRole',
            },
            {
              Sid: 'Ops',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:role/Ops' },
              Action: 'sts:AssumeRole',
            },
          ),
        },
      ],
      wrong: [
        {
          name: 'any account’s Ops',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'M',
                  Effect: 'Allow',
                  Principal: { Service: 'ec2.amazonaws.com' },
                  Action: 'sts:AssumeRole',
                },
                {
                  Sid: 'O',
                  Effect: 'Allow',
                  Principal: { AWS: '*' },
                  Action: 'sts:AssumeRole',
                  Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Ops' } },
                },
              ),
            },
          ],
          fails: 'a role called Ops elsewhere',
        },
        {
          name: 'the account',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'M',
                  Effect: 'Allow',
                  Principal: { Service: 'ec2.amazonaws.com' },
                  Action: 'sts:AssumeRole',
                },
                {
                  Sid: 'A',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
                  Action: 'sts:AssumeRole',
                },
              ),
            },
          ],
          fails: 'another administrator doesn’t',
        },
        {
          name: 'EC2 is replaced',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'O',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::111122223333:role/Ops' },
                Action: 'sts:AssumeRole',
              }),
            },
          ],
          fails: 'EC2 still does',
        },
      ],
      hints: [
        'Which policy is missing an Allow?',
        'Name the role; that takes in all its sessions.',
        '`{"AWS": "arn:aws:iam::111122223333:role/Ops"}` beside the service.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A trust policy names the user Hugo himself. Hugo has no policies at all. He assumes the role, in the same account.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/hugo',
          action: 'sts:AssumeRole',
          resource: 'arn:aws:iam::111122223333:role/Tools',
        },
        policies: {
          resource: policy('T', {
            Sid: 'H',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:user/hugo' },
            Action: 'sts:AssumeRole',
          }),
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
  },

  'role-external-id': {
    story:
      'A vendor scans many customers’ accounts with its role Scanner. Our role trusts Scanner. Another customer types *our* role’s ARN into the vendor’s form, and the vendor, none the wiser, calls.',
    misconception: 'M30',
    guide: ['G01', 'G28', 'G29', 'G30'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::777788889999:assumed-role/Scanner/job-9',
        action: 'sts:AssumeRole',
        resource: 'arn:aws:iam::111122223333:role/VendorScan',
        context: { 'sts:ExternalId': 'evil-0001' },
      },
      policies: {
        identity: [
          policy('ScannerPolicy', {
            Sid: 'AssumeAnywhere',
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Resource: '*',
          }),
        ],
        resource: policy('VendorScanTrust', {
          Sid: 'VendorScans',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::777788889999:role/Scanner' },
          Action: 'sts:AssumeRole',
        }),
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [
        { layer: 'resource', policy: 'VendorScanTrust', statement: 0 },
        { layer: 'identity', policy: 'ScannerPolicy', statement: 0 },
      ],
    },
    ask: {
      question: 'The vendor calls with the other customer’s external ID. Does our role open?',
      options: [
        {
          id: 'no',
          text: 'No: an external ID that isn’t ours is refused.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M30',
          say: 'AWS compares it only if our trust policy asks. Ours doesn’t, so the ID travels along unread.',
        },
        {
          id: 'yes',
          text: 'Yes: our trust policy names the vendor and asks for nothing more.',
          claims: { decision: 'Allowed', by: 'VendorScanTrust' },
          say: 'Right. The vendor is the confused deputy: honest, and used by someone else.',
        },
      ],
    },
    rule: 'An external ID says on whose errand a vendor comes. It protects only the role whose trust policy asks for it.',
    repair: {
      task: 'Accept the vendor only when it works for us: our ID there is `acme-7c1e`.',
      edit: ['resource'],
      tests: [
        {
          name: 'our own scan',
          request: { context: { 'sts:ExternalId': 'acme-7c1e' } },
          expect: 'Allowed',
          say: 'Our own scans don’t run any more.',
        },
        { name: 'the other customer’s', request: {}, expect: 'Denied', say: 'Any ID still works.' },
        {
          name: 'a call without an ID',
          request: { context: { 'sts:ExternalId': [] } },
          expect: 'Denied',
          say: 'A call that carries no ID gets in. `IfExists` lets absent keys pass.',
        },
      ],
      hidden: [
        {
          name: 'another ID that begins like ours',
          request: { context: { 'sts:ExternalId': 'acme-0000' } },
          expect: 'Denied',
          say: 'Compare the whole ID: the vendor may have other customers called acme.',
        },
        {
          name: 'another role of the vendor',
          request: {
            principal: 'arn:aws:sts::777788889999:assumed-role/Intern/i',
            context: { 'sts:ExternalId': 'acme-7c1e' },
          },
          expect: 'Denied',
          say: 'The ID is no password: keep naming Scanner.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'resource',
          document: doc({
            Sid: 'VendorScansForUs',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::777788889999:role/Scanner' },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'sts:ExternalId': 'acme-7c1e' } },
          }),
        },
      ],
      wrong: [
        {
          name: 'a pattern',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'V',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::777788889999:role/Scanner' },
                Action: 'sts:AssumeRole',
                Condition: { StringLike: { 'sts:ExternalId': 'acme-*' } },
              }),
            },
          ],
          fails: 'another ID that begins like ours',
        },
        {
          name: 'the whole vendor',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'V',
                Effect: 'Allow',
                Principal: { AWS: '777788889999' },
                Action: 'sts:AssumeRole',
                Condition: { StringEquals: { 'sts:ExternalId': 'acme-7c1e' } },
              }),
            },
          ],
          fails: 'another role of the vendor',
        },
      ],
      hints: [
        'What does the request carry that differs between customers?',
        'A condition in our trust policy, on the whole value.',
        '`"StringEquals": {"sts:ExternalId": "acme-7c1e"}`',
      ],
    },
    transfer: {
      after: 5,
      ask: 'A trust policy asks for `sts:ExternalId` = `x-1`. A caller of our own account, named in it, assumes the role and passes no ID.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Backup/b',
          action: 'sts:AssumeRole',
          resource: 'arn:aws:iam::111122223333:role/Vault',
        },
        policies: {
          identity: [ADMINISTRATOR],
          resource: policy('T', {
            Sid: 'B',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:role/Backup' },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'sts:ExternalId': 'x-1' } },
          }),
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  },

  'role-github': {
    story:
      'A deploy role trusts GitHub’s tokens. Its condition: StringEquals, `sub` is `repo:acme/shop:*`. A workflow on the main branch asks for the role.',
    misconception: 'M32',
    guide: ['G26', 'G28', 'G41'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
        action: 'sts:AssumeRoleWithWebIdentity',
        resource: 'arn:aws:iam::111122223333:role/ShopDeploy',
        context: {
          'token.actions.githubusercontent.com:sub': 'repo:acme/shop:ref:refs/heads/main',
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        },
      },
      policies: {
        resource: policy('ShopDeployTrust', {
          Sid: 'GitHub',
          Effect: 'Allow',
          Principal: {
            Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
          },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:sub': 'repo:acme/shop:*',
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            },
          },
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'] },
    ask: {
      question: 'The token’s subject is `repo:acme/shop:ref:refs/heads/main`. Does the star take it in?',
      options: [
        {
          id: 'yes',
          text: 'Yes: the star stands for any ref.',
          claims: { decision: 'Allowed' },
          belief: 'M32',
          say: 'Under `StringLike` it would. `StringEquals` compares letter by letter, and there a star is only a star.',
        },
        {
          id: 'no',
          text: 'No: under StringEquals a star is an ordinary letter.',
          claims: { decision: 'ImplicitlyDenied', missing: 'resource' },
          say: 'Right. And before you write StringLike, think of which refs you would let in.',
        },
        {
          id: 'pol',
          text: 'No: the workflow has no identity policy for `sts:AssumeRoleWithWebIdentity`.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M29',
          reasonOnly: true,
          say: 'A workflow has no AWS identity yet, so there is no such policy. The trust policy alone decides.',
        },
      ],
    },
    rule: '`StringEquals` takes a star for a letter; `StringLike` and the ARN operators take it for a wildcard. For tokens the trust policy alone decides: be exact.',
    repair: {
      task: 'Only the main branch of `acme/shop` may deploy.',
      edit: ['resource'],
      tests: [
        {
          name: 'main deploys',
          request: {},
          expect: 'Allowed',
          say: 'The main branch is still turned away.',
        },
        {
          name: 'a pull request doesn’t',
          request: {
            context: {
              'token.actions.githubusercontent.com:sub': 'repo:acme/shop:pull_request',
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            },
          },
          expect: 'Denied',
          say: 'A pull request could deploy before anyone has reviewed it.',
        },
        {
          name: 'another repository doesn’t',
          request: {
            context: {
              'token.actions.githubusercontent.com:sub': 'repo:evil/shop:ref:refs/heads/main',
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            },
          },
          expect: 'Denied',
          say: 'Anybody on GitHub could deploy.',
        },
      ],
      hidden: [
        {
          name: 'shop-evil doesn’t',
          request: {
            context: {
              'token.actions.githubusercontent.com:sub': 'repo:acme/shop-evil:ref:refs/heads/main',
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            },
          },
          expect: 'Denied',
          say: '`shop*` takes in every repository that begins so.',
        },
        {
          name: 'a branch called main-2 doesn’t',
          request: {
            context: {
              'token.actions.githubusercontent.com:sub': 'repo:acme/shop:ref:refs/heads/main-2',
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            },
          },
          expect: 'Denied',
          say: 'A star after `main` takes in other branches.',
        },
        {
          name: 'a token for someone else doesn’t',
          request: {
            context: {
              'token.actions.githubusercontent.com:sub': 'repo:acme/shop:ref:refs/heads/main',
              'token.actions.githubusercontent.com:aud': 'other-audience',
            },
          },
          expect: 'Denied',
          say: 'The audience went missing: a token made for another service would do.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'resource',
          document: doc({
            Sid: 'GitHub',
            Effect: 'Allow',
            Principal: {
              Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
            },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: {
                'token.actions.githubusercontent.com:sub': 'repo:acme/shop:ref:refs/heads/main',
                'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
              },
            },
          }),
        },
      ],
      wrong: [
        {
          name: 'a star after main',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'GitHub',
                Effect: 'Allow',
                Principal: {
                  Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
                },
                Action: 'sts:AssumeRoleWithWebIdentity',
                Condition: {
                  StringLike: {
                    'token.actions.githubusercontent.com:sub': 'repo:acme/shop:ref:refs/heads/main*',
                  },
                  StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
                },
              }),
            },
          ],
          fails: 'a branch called main-2 doesn’t',
        },
        {
          name: 'stars on both sides',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'GitHub',
                Effect: 'Allow',
                Principal: {
                  Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
                },
                Action: 'sts:AssumeRoleWithWebIdentity',
                Condition: {
                  StringLike: {
                    'token.actions.githubusercontent.com:sub': 'repo:acme/shop*:ref:refs/heads/main',
                  },
                  StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
                },
              }),
            },
          ],
          fails: 'shop-evil doesn’t',
        },
        {
          name: 'no audience',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'GitHub',
                Effect: 'Allow',
                Principal: {
                  Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
                },
                Action: 'sts:AssumeRoleWithWebIdentity',
                Condition: {
                  StringEquals: {
                    'token.actions.githubusercontent.com:sub': 'repo:acme/shop:ref:refs/heads/main',
                  },
                },
              }),
            },
          ],
          fails: 'a token for someone else doesn’t',
        },
      ],
      hints: [
        'Does this need a star at all?',
        'Write the subject in full.',
        '`repo:acme/shop:ref:refs/heads/main`, and keep the audience.',
      ],
    },
    transfer: {
      after: 5,
      ask: 'A bucket policy allows reads if `aws:PrincipalArn` matches `arn:aws:iam::111122223333:role/etl-*` under ArnEquals. A session of `etl-nightly`, which has no policies, reads. (Principal is `*`.)',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/etl-nightly/n',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::lake/a',
          resourceAccount: '111122223333',
        },
        policies: {
          resource: policy('L', {
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::lake/*',
            Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/etl-*' } },
          }),
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  },

  'role-pass': {
    story:
      'Wes may do everything with EC2. He launches a machine and gives it the instance profile of the role web-frontend. AWS asks a second question: may he hand over that role?',
    misconception: 'M36',
    guide: ['G24', 'G26'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/wes',
        action: 'iam:PassRole',
        resource: 'arn:aws:iam::111122223333:role/web-frontend',
        context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
      },
      policies: {
        identity: [
          policy('MachinesPolicy', { Sid: 'AllOfEc2', Effect: 'Allow', Action: 'ec2:*', Resource: '*' }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    ask: {
      question: '`ec2:*` on everything. Does that include giving a machine a role?',
      options: [
        {
          id: 'yes',
          text: 'Yes: choosing the profile is part of `ec2:RunInstances`.',
          claims: { decision: 'Allowed' },
          belief: 'M36',
          say: 'Then everyone who may start a machine could start one that is an administrator. Handing over a role is asked about by itself: `iam:PassRole`, on that role.',
        },
        {
          id: 'no',
          text: 'No: handing over a role is `iam:PassRole`, and nothing allows that.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. Decode the launch error and you find `iam:PassRole` in it.',
        },
        {
          id: 'trust',
          text: 'No: the role’s trust policy must name Wes.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M29',
          reasonOnly: true,
          say: 'Wes doesn’t take the role himself. The machine does, and the trust policy names EC2.',
        },
      ],
    },
    rule: 'Whoever gives a service a role needs `iam:PassRole` on it. It is one of the shortest ways to more rights: name the roles and the service.',
    repair: {
      task: 'Wes may hand roles called `web-…` to EC2, and to nothing else.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'web-frontend to a machine',
          request: {},
          expect: 'Allowed',
          say: 'Nothing allows `iam:PassRole` on `role/web-frontend` yet.',
        },
        {
          name: 'not the administrator role',
          request: { resource: 'arn:aws:iam::111122223333:role/Administrator' },
          expect: 'Denied',
          say: 'Any role can be handed over: Wes is an administrator as soon as he starts a machine.',
        },
        {
          name: 'machines still start',
          request: {
            action: 'ec2:StartInstances',
            resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1',
            context: { 'iam:PassedToService': [] },
          },
          expect: 'Allowed',
          say: 'EC2 broke on the way.',
        },
      ],
      hidden: [
        {
          name: 'not to Lambda',
          request: { context: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
          expect: 'Denied',
          say: 'The role can be handed to other services. Ask for `iam:PassedToService`.',
        },
        {
          name: 'nothing else in IAM',
          request: { action: 'iam:AttachRolePolicy', context: { 'iam:PassedToService': [] } },
          expect: 'Denied',
          say: '`iam:*` was not asked for.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            { Sid: 'AllOfEc2', Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
            {
              Sid: 'WebRolesToMachines',
              Effect: 'Allow',
              Action: 'iam:PassRole',
              Resource: 'arn:aws:iam::111122223333:role/web-*',
              Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
            },
          ),
        },
      ],
      wrong: [
        {
          name: 'no service',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                { Sid: 'E', Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
                {
                  Sid: 'P',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/web-*',
                },
              ),
            },
          ],
          fails: 'not to Lambda',
        },
        {
          name: 'all of IAM on the role',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                { Sid: 'E', Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
                {
                  Sid: 'P',
                  Effect: 'Allow',
                  Action: 'iam:*',
                  Resource: 'arn:aws:iam::111122223333:role/web-*',
                  Condition: { StringEqualsIfExists: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
                },
              ),
            },
          ],
          fails: 'nothing else in IAM',
        },
      ],
      hints: [
        'One more statement: which action, on what?',
        'The resource is the role. Which service gets it is a condition key.',
        '`iam:PassRole` on `role/web-*`, `iam:PassedToService` = `ec2.amazonaws.com`.',
      ],
    },
    transfer: {
      after: 5,
      ask: 'A policy allows `iam:PassRole` on one role and `lambda:CreateFunction`. The role’s trust policy names only `ec2.amazonaws.com`. Is the `iam:PassRole` check passed?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/wes',
          action: 'iam:PassRole',
          resource: 'arn:aws:iam::111122223333:role/web-frontend',
          context: { 'iam:PassedToService': 'lambda.amazonaws.com' },
        },
        policies: {
          identity: [
            policy(
              'X',
              {
                Sid: 'P',
                Effect: 'Allow',
                Action: 'iam:PassRole',
                Resource: 'arn:aws:iam::111122223333:role/web-frontend',
              },
              { Sid: 'L', Effect: 'Allow', Action: 'lambda:CreateFunction', Resource: '*' },
            ),
          ],
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },

  'role-chain': {
    story:
      'Alice is an administrator. For a report she takes the role Gateway and, to be careful, passes a session policy that allows `s3:*`. From that session she wants to go on into the role Reports, with the session tag `team`. Reports trusts Gateway, and Gateway may assume Reports.',
    misconception: 'M12',
    guide: ['G11', 'G26'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Gateway/alice',
        action: 'sts:AssumeRole',
        resource: 'arn:aws:iam::111122223333:role/Reports',
      },
      policies: {
        session: [
          policy('PassedByAlice', { Sid: 'AllOfS3', Effect: 'Allow', Action: 's3:*', Resource: '*' }),
        ],
        identity: [
          policy(
            'GatewayPolicy',
            {
              Sid: 'OnToReports',
              Effect: 'Allow',
              Action: ['sts:AssumeRole', 'sts:TagSession'],
              Resource: 'arn:aws:iam::111122223333:role/Reports',
            },
            {
              Sid: 'Hub',
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:PutObject'],
              Resource: 'arn:aws:s3:::hub/*',
            },
          ),
        ],
        resource: policy('ReportsTrust', {
          Sid: 'FromGateway',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/Gateway' },
          Action: ['sts:AssumeRole', 'sts:TagSession'],
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['session'] },
    ask: {
      question: 'Alice, then Gateway, then Reports. Who decides the second step?',
      options: [
        {
          id: 'alice',
          text: 'Alice: she is an administrator, so it works.',
          claims: { decision: 'Allowed' },
          belief: 'M12',
          say: 'Alice isn’t calling any more. A session of Gateway calls, and her own rights stayed behind when she took the role.',
        },
        {
          id: 'gateway',
          text: 'Gateway: its policy allows the step, and the session policy only concerns S3.',
          claims: { decision: 'Allowed', by: 'ReportsTrust' },
          belief: 'M25',
          say: 'A session policy concerns everything. What it doesn’t allow, the session can’t do, and `sts:AssumeRole` isn’t part of `s3:*`.',
        },
        {
          id: 'narrowed',
          text: 'Gateway, narrowed by what Alice passed: `s3:*` has no `sts:AssumeRole`, so it stops.',
          claims: { decision: 'ImplicitlyDenied', missing: 'session' },
          say: 'Right. The trust policy names the role, and a role’s session policy still counts then. By the way: a chained session lasts an hour at most.',
        },
      ],
    },
    rule: 'In a chain the caller is the last session: its role’s rights, cut by the session policy passed for it. Nobody further back counts. Tags need `sts:TagSession` besides.',
    repair: {
      task: 'Change what Alice passes: the session may go on into Reports, with a tag, and write reports below `hub/out/`. It shall write nowhere else and take no other role.',
      edit: ['session/0'],
      tests: [
        {
          name: 'goes on into Reports',
          request: {},
          expect: 'Allowed',
          say: 'The session policy doesn’t allow the step into Reports.',
        },
        {
          name: 'hands on the tag',
          request: {
            action: 'sts:TagSession',
            context: { 'aws:RequestTag/team': 'blue', 'aws:TagKeys': ['team'] },
          },
          expect: 'Allowed',
          say: 'Passing a tag is a second question: `sts:TagSession`. If it is refused, the whole call fails.',
        },
        {
          name: 'writes its report',
          request: {
            action: 's3:PutObject',
            resource: 'arn:aws:s3:::hub/out/r.csv',
            resourceAccount: '111122223333',
          },
          expect: 'Allowed',
          say: 'The session can’t write below `hub/out/` any more.',
        },
        {
          name: 'writes nowhere else',
          request: {
            action: 's3:PutObject',
            resource: 'arn:aws:s3:::hub/raw/r.csv',
            resourceAccount: '111122223333',
          },
          expect: 'Denied',
          say: 'Gateway may write all over `hub/`. The session policy must cut that.',
        },
      ],
      hidden: [
        {
          name: 'takes no other role',
          request: { resource: 'arn:aws:iam::111122223333:role/Payroll' },
          expect: 'Denied',
          say: 'The session could go on into any role that trusts Gateway. Name Reports.',
        },
        {
          name: 'output isn’t out',
          request: {
            action: 's3:PutObject',
            resource: 'arn:aws:s3:::hub/output/r.csv',
            resourceAccount: '111122223333',
          },
          expect: 'Denied',
          say: '`out*` takes in `output/`. Mind the slash.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'session/0',
          document: doc(
            {
              Sid: 'OnToReports',
              Effect: 'Allow',
              Action: ['sts:AssumeRole', 'sts:TagSession'],
              Resource: 'arn:aws:iam::111122223333:role/Reports',
            },
            {
              Sid: 'WriteReports',
              Effect: 'Allow',
              Action: 's3:PutObject',
              Resource: 'arn:aws:s3:::hub/out/*',
            },
          ),
        },
      ],
      also: [
        [
          {
            at: 'session/0',
            document: doc(
              {
                Sid: 'OnToReports',
                Effect: 'Allow',
                Action: 'sts:*',
                Resource: 'arn:aws:iam::111122223333:role/Reports',
              },
              { Sid: 'Out', Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::hub/out/*' },
            ),
          },
        ],
      ],
      wrong: [
        {
          name: 'STS joins the list',
          edits: [
            {
              at: 'session/0',
              document: doc({ Sid: 'S', Effect: 'Allow', Action: ['s3:*', 'sts:*'], Resource: '*' }),
            },
          ],
          fails: 'writes nowhere else',
        },
        {
          name: 'the tag is forgotten',
          edits: [
            {
              at: 'session/0',
              document: doc(
                {
                  Sid: 'O',
                  Effect: 'Allow',
                  Action: 'sts:AssumeRole',
                  Resource: 'arn:aws:iam::111122223333:role/Reports',
                },
                { Sid: 'W', Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::hub/out/*' },
              ),
            },
          ],
          fails: 'hands on the tag',
        },
        {
          name: 'any role',
          edits: [
            {
              at: 'session/0',
              document: doc(
                { Sid: 'O', Effect: 'Allow', Action: ['sts:AssumeRole', 'sts:TagSession'], Resource: '*' },
                { Sid: 'W', Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::hub/out/*' },
              ),
            },
          ],
          fails: 'takes no other role',
        },
        {
          name: 'only the step',
          edits: [
            {
              at: 'session/0',
              document: doc({
                Sid: 'O',
                Effect: 'Allow',
                Action: ['sts:AssumeRole', 'sts:TagSession'],
                Resource: 'arn:aws:iam::111122223333:role/Reports',
              }),
            },
          ],
          fails: 'writes its report',
        },
        {
          name: 'no slash',
          edits: [
            {
              at: 'session/0',
              document: doc(
                {
                  Sid: 'O',
                  Effect: 'Allow',
                  Action: ['sts:AssumeRole', 'sts:TagSession'],
                  Resource: 'arn:aws:iam::111122223333:role/Reports',
                },
                { Sid: 'W', Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::hub/out*' },
              ),
            },
          ],
          fails: 'output isn’t out',
        },
      ],
      hints: [
        'Which gate is shut? Whose policy is it?',
        'The session policy has to list everything that shall remain: the step, the tag, the writing.',
        '`sts:AssumeRole` and `sts:TagSession` on `role/Reports`; `s3:PutObject` on `arn:aws:s3:::hub/out/*`.',
      ],
    },
    transfer: {
      after: 5,
      ask: 'From a session of Gateway that was narrowed to S3 and the step into Reports, Alice became Reports and passed no policy for it. Reports’ own policy allows `sqs:SendMessage`. She sends a message.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Reports/alice',
          action: 'sqs:SendMessage',
          resource: 'arn:aws:sqs:eu-west-1:111122223333:ready',
        },
        policies: {
          identity: [
            policy('ReportsPolicy', {
              Sid: 'Tell',
              Effect: 'Allow',
              Action: 'sqs:SendMessage',
              Resource: 'arn:aws:sqs:eu-west-1:111122223333:ready',
            }),
          ],
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_role-chaining',
  },
} satisfies ChapterLessons;
