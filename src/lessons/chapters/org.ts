/** Chapter 6: The organization. */
import { ADMINISTRATOR, FULL_AWS_ACCESS, doc, level, policy, scenario } from '../policy';
import type { ChapterLessons } from '../types';

export const org = {
  'org-scp-grants': {
    story:
      'The sandbox accounts get an SCP that allows `s3:*`. Quinn works in one of them. Her own policy lets her look at metrics.',
    misconception: 'M16',
    guide: ['G10', 'G15', 'G42'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/quinn',
        action: 's3:CreateBucket',
        resource: 'arn:aws:s3:::sandbox-quinn',
        resourceAccount: '111122223333',
      },
      policies: {
        scp: [
          level('Root', FULL_AWS_ACCESS),
          level(
            'OU Sandbox',
            policy('SandboxServices', {
              Sid: 'S3AndMetrics',
              Effect: 'Allow',
              Action: ['s3:*', 'cloudwatch:*'],
              Resource: '*',
            }),
          ),
        ],
        identity: [
          policy('QuinnPolicy', {
            Sid: 'Metrics',
            Effect: 'Allow',
            Action: 'cloudwatch:Get*',
            Resource: '*',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    ask: {
      question: 'The organization allows S3 in sandboxes. Can Quinn create a bucket?',
      options: [
        {
          id: 'yes',
          text: 'Yes: the SCP allows it for the whole account.',
          claims: { decision: 'Allowed' },
          belief: 'M16',
          say: 'An SCP allows nothing to anyone. It says how far an account’s own policies may go. Quinn’s don’t go to S3 at all.',
        },
        {
          id: 'no',
          text: 'No: an SCP sets a limit, and her own policy doesn’t grant it.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. The gate of the SCPs is open; her own is shut.',
        },
        {
          id: 'root',
          text: 'No: FullAWSAccess at the root replaces the SCP below it.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M17',
          reasonOnly: true,
          say: 'Levels don’t replace one another. Each must allow, and here each does. It is her own policy that is silent.',
        },
      ],
    },
    rule: 'An SCP is a limit for an account. It grants nothing; the account’s own policies must.',
    repair: {
      task: 'Let Quinn create buckets called `sandbox-…`. SCPs are the organization’s and not yours.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'creates sandbox-quinn',
          request: {},
          expect: 'Allowed',
          say: 'Her own policy doesn’t allow `s3:CreateBucket` there.',
        },
        {
          name: 'not prod-quinn',
          request: { resource: 'arn:aws:s3:::prod-quinn' },
          expect: 'Denied',
          say: 'Any name is allowed.',
        },
        {
          name: 'no machines',
          request: {
            action: 'ec2:StartInstances',
            resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1',
          },
          expect: 'Denied',
          say: 'EC2 shouldn’t work here.',
        },
      ],
      hidden: [
        {
          name: 'doesn’t delete buckets',
          request: { action: 's3:DeleteBucket' },
          expect: 'Denied',
          say: 'Creating was asked for, not deleting.',
        },
      ],
      constraints: [{ kind: 'noWildcard', in: 'Action', only: 's3:', say: 'Name the S3 action in full.' }],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            { Sid: 'Metrics', Effect: 'Allow', Action: 'cloudwatch:Get*', Resource: '*' },
            {
              Sid: 'Sandboxes',
              Effect: 'Allow',
              Action: 's3:CreateBucket',
              Resource: 'arn:aws:s3:::sandbox-*',
            },
          ),
        },
      ],
      wrong: [
        {
          name: 'all of S3',
          edits: [
            {
              at: 'identity/0',
              document: doc({ Sid: 'S3', Effect: 'Allow', Action: 's3:*', Resource: '*' }),
            },
          ],
          fails: 'not prod-quinn',
        },
        {
          name: 'a star in the action',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'S',
                Effect: 'Allow',
                Action: 's3:*Bucket',
                Resource: 'arn:aws:s3:::sandbox-*',
              }),
            },
          ],
          fails: 'noWildcard',
        },
      ],
      hints: [
        'The shut gate is the last one.',
        'A statement in QuinnPolicy, with names as the limit.',
        '`s3:CreateBucket` on `arn:aws:s3:::sandbox-*`',
      ],
    },
    transfer: {
      after: 2,
      ask: 'Every SCP level is FullAWSAccess. A new role has no policies. It calls `ec2:DescribeInstances`.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/New/n',
          action: 'ec2:DescribeInstances',
          resource: '*',
        },
        policies: { scp: [level('Root', FULL_AWS_ACCESS), level('Account', FULL_AWS_ACCESS)] },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
  },

  'org-levels': {
    story:
      'The root of the organization and the account itself have FullAWSAccess. In between, the OU Workloads has a list of services instead. An administrator creates a Lambda function.',
    misconception: 'M17',
    guide: ['G10', 'G15'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Admin/raj',
        action: 'lambda:CreateFunction',
        resource: 'arn:aws:lambda:eu-west-1:111122223333:function:thumbs',
      },
      policies: {
        scp: [
          level('Root', FULL_AWS_ACCESS),
          level(
            'OU Workloads',
            policy('WorkloadServices', {
              Sid: 'Services',
              Effect: 'Allow',
              Action: ['s3:*', 'ec2:*', 'cloudwatch:*'],
              Resource: '*',
            }),
          ),
          level('Account', FULL_AWS_ACCESS),
        ],
        identity: [ADMINISTRATOR],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['scp'] },
    ask: {
      question: 'FullAWSAccess above and below, a short list in the middle. Which counts?',
      options: [
        {
          id: 'closest',
          text: 'The account’s: it is closest, and it allows everything.',
          claims: { decision: 'Allowed' },
          belief: 'M17',
          say: 'No level overrules another. A request has to find an Allow on every one of them, from the root down to the account.',
        },
        {
          id: 'top',
          text: 'The root’s: what is allowed at the top is inherited.',
          claims: { decision: 'Allowed' },
          belief: 'M17',
          say: 'Allows aren’t inherited. Each level must say it again; only Denies reach all the way down.',
        },
        {
          id: 'all',
          text: 'All three: one level that doesn’t allow it is enough to stop it.',
          claims: { decision: 'ImplicitlyDenied', missing: 'scp' },
          say: 'Right. Three floors, three doors.',
        },
      ],
    },
    rule: 'Allow has to be found on every level of SCPs. Deny has to be found on only one.',
    repair: {
      task: 'Let the workload accounts use Lambda. Only the OU’s policy is yours.',
      edit: ['scp/1/0'],
      tests: [
        {
          name: 'creates the function',
          request: {},
          expect: 'Allowed',
          say: 'The OU’s level still doesn’t allow Lambda.',
        },
        {
          name: 'S3 still works',
          request: { action: 's3:ListBucket', resource: 'arn:aws:s3:::w', resourceAccount: '111122223333' },
          expect: 'Allowed',
          say: 'S3 was on the list before.',
        },
        {
          name: 'no users',
          request: { action: 'iam:CreateUser', resource: 'arn:aws:iam::111122223333:user/x' },
          expect: 'Denied',
          say: 'IAM is open now. The list was short on purpose.',
        },
      ],
      hidden: [
        {
          name: 'can’t leave',
          request: { action: 'organizations:LeaveOrganization', resource: '*' },
          expect: 'Denied',
          say: 'The account can leave the organization.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'scp/1/0',
          document: doc({
            Sid: 'Services',
            Effect: 'Allow',
            Action: ['s3:*', 'ec2:*', 'cloudwatch:*', 'lambda:*'],
            Resource: '*',
          }),
        },
      ],
      wrong: [
        {
          name: 'FullAWSAccess here too',
          edits: [{ at: 'scp/1/0', document: doc({ Effect: 'Allow', Action: '*', Resource: '*' }) }],
          fails: 'no users',
        },
        {
          name: 'everything but IAM',
          edits: [{ at: 'scp/1/0', document: doc({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }) }],
          fails: 'can’t leave',
        },
      ],
      hints: [
        'Which of the three gates is shut?',
        'The list in WorkloadServices is an allow-list.',
        'Add `lambda:*` to it.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'Root: FullAWSAccess and a Deny of `ec2:*` outside Europe. OU: FullAWSAccess. Account: FullAWSAccess and an Allow of `ec2:*` in us-east-1. An administrator launches in us-east-1.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Admin/a',
          action: 'ec2:StartInstances',
          resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1',
          context: { 'aws:RequestedRegion': 'us-east-1' },
        },
        policies: {
          scp: [
            level(
              'Root',
              FULL_AWS_ACCESS,
              policy('Europe', {
                Sid: 'D',
                Effect: 'Deny',
                Action: 'ec2:*',
                Resource: '*',
                Condition: { StringNotLike: { 'aws:RequestedRegion': 'eu-*' } },
              }),
            ),
            level('OU', FULL_AWS_ACCESS),
            level(
              'Account',
              FULL_AWS_ACCESS,
              policy('US', {
                Sid: 'A',
                Effect: 'Allow',
                Action: 'ec2:*',
                Resource: '*',
                Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } },
              }),
            ),
          ],
          identity: [ADMINISTRATOR],
        },
      }),
      expect: { decision: 'ExplicitlyDenied' },
    },
    learn:
      'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html',
  },

  'org-root-user': {
    story:
      'An SCP on all member accounts denies everything to root users. Someone locked a bucket out with a bad bucket policy, and support says: sign in as root and delete the policy.',
    misconception: 'M13',
    guide: ['G10', 'G14', 'G42'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:root',
        action: 's3:DeleteBucketPolicy',
        resource: 'arn:aws:s3:::locked',
        resourceAccount: '111122223333',
      },
      policies: {
        scp: [
          level(
            'Root',
            FULL_AWS_ACCESS,
            policy('NoRootUsers', {
              Sid: 'DenyRootUser',
              Effect: 'Deny',
              Action: '*',
              Resource: '*',
              Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
            }),
          ),
        ],
        identity: [ADMINISTRATOR],
        resource: policy('LockedPolicy', {
          Sid: 'Oops',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: ['arn:aws:s3:::locked', 'arn:aws:s3:::locked/*'],
        }),
      },
      organization: { managementAccount: '999988887777' },
    }),
    expect: { decision: 'ExplicitlyDenied' },
    ask: {
      question: 'The member account’s root user deletes the bucket policy. Can anyone stop root?',
      options: [
        {
          id: 'god',
          text: 'No: the root user may do anything in its account.',
          claims: { decision: 'Allowed' },
          belief: 'M13',
          say: 'Root needs no policy, and identity policies can’t limit it. The organization can: SCPs apply to the root user of every member account.',
        },
        {
          id: 'bucket',
          text: 'Yes: the bucket policy’s Deny hits root as well, and only that.',
          claims: { decision: 'ExplicitlyDenied', by: 'LockedPolicy' },
          belief: 'M13',
          say: 'S3 keeps a way back: the owner’s root user may always read, replace and delete the bucket policy, whatever the bucket policy says. It is the SCP that stops it here.',
        },
        {
          id: 'scp',
          text: 'Yes: the SCP’s Deny applies to it.',
          claims: { decision: 'ExplicitlyDenied', by: 'NoRootUsers' },
          say: 'Right. Only the management account’s root user is beyond SCPs.',
        },
      ],
    },
    rule: 'Root is beyond identity policies, not beyond SCPs and RCPs. Only the management account escapes those.',
    repair: {
      task: 'Keep root users shut out, except for repairing bucket policies.',
      edit: ['scp/0/1'],
      tests: [
        { name: 'deletes the bad policy', request: {}, expect: 'Allowed', say: 'The SCP still denies it.' },
        {
          name: 'creates no keys',
          request: {
            action: 'iam:CreateAccessKey',
            resource: 'arn:aws:iam::111122223333:root',
            resourceAccount: '111122223333',
          },
          expect: 'Denied',
          say: 'Root can do more than repair.',
        },
        {
          name: 'an administrator isn’t touched',
          request: {
            principal: 'arn:aws:iam::111122223333:user/ana',
            action: 'ec2:StopInstances',
            resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1',
          },
          expect: 'Allowed',
          say: 'The Deny now hits people who aren’t root. Keep the condition.',
        },
      ],
      hidden: [
        {
          name: 'reads the bad policy first',
          request: { action: 's3:GetBucketPolicy' },
          expect: 'Allowed',
          say: 'Before deleting, one wants to read it: `GetBucketPolicy` belongs to the repair.',
        },
        {
          name: 'reads no objects',
          request: { action: 's3:GetObject', resource: 'arn:aws:s3:::open/a' },
          expect: 'Denied',
          say: 'Repairing policies doesn’t need the objects. `s3:*` is too much.',
        },
      ],
      constraints: [{ kind: 'keepsDeny', say: 'Root users must stay shut out of everything else.' }],
      solution: [
        {
          at: 'scp/0/1',
          document: doc({
            Sid: 'DenyRootUserButRepair',
            Effect: 'Deny',
            NotAction: ['s3:GetBucketPolicy', 's3:PutBucketPolicy', 's3:DeleteBucketPolicy'],
            Resource: '*',
            Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
          }),
        },
      ],
      wrong: [
        {
          name: 'an Allow beside the Deny',
          edits: [
            {
              at: 'scp/0/1',
              document: doc(
                {
                  Sid: 'DenyRootUser',
                  Effect: 'Deny',
                  Action: '*',
                  Resource: '*',
                  Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
                },
                { Sid: 'Repair', Effect: 'Allow', Action: 's3:*BucketPolicy', Resource: '*' },
              ),
            },
          ],
          fails: 'deletes the bad policy',
        },
        {
          name: 'all of S3 spared',
          edits: [
            {
              at: 'scp/0/1',
              document: doc({
                Effect: 'Deny',
                NotAction: 's3:*',
                Resource: '*',
                Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
              }),
            },
          ],
          fails: 'reads no objects',
        },
        {
          name: 'one action spared',
          edits: [
            {
              at: 'scp/0/1',
              document: doc({
                Effect: 'Deny',
                NotAction: 's3:DeleteBucketPolicy',
                Resource: '*',
                Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
              }),
            },
          ],
          fails: 'reads the bad policy first',
        },
      ],
      hints: [
        'An Allow won’t do. Which Deny has to learn an exception?',
        '`NotAction` is at home in a Deny.',
        'Deny, `NotAction`: the three `…BucketPolicy` actions, and the same condition.',
      ],
    },
    transfer: {
      after: 7,
      ask: 'The same SCP. The *management* account’s root user creates a bucket in its own account.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::999988887777:root',
          action: 's3:CreateBucket',
          resource: 'arn:aws:s3:::mgmt-logs',
          resourceAccount: '999988887777',
        },
        policies: {
          scp: [
            level(
              'Root',
              FULL_AWS_ACCESS,
              policy('NoRootUsers', {
                Sid: 'DenyRootUser',
                Effect: 'Deny',
                Action: '*',
                Resource: '*',
                Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
              }),
            ),
          ],
        },
        organization: { managementAccount: '999988887777' },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html',
  },

  'org-scp-or-boundary': {
    story:
      'Nobody in a development account shall stop CloudTrail. Tobias gave every developer a boundary that denies it, and reports the wish as done. The same evening a session of the role DevAdmin, which was made before the boundaries, stops the trail.',
    misconception: 'M23',
    guide: ['G42'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/DevAdmin/tobias',
        action: 'cloudtrail:StopLogging',
        resource: 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main',
      },
      policies: {
        scp: [
          level('Root', FULL_AWS_ACCESS),
          level(
            'OU Dev',
            FULL_AWS_ACCESS,
            policy('DevGuardrails', {
              Sid: 'NoLeaving',
              Effect: 'Deny',
              Action: 'organizations:LeaveOrganization',
              Resource: '*',
            }),
          ),
          level('Account', FULL_AWS_ACCESS),
        ],
        identity: [ADMINISTRATOR],
      },
      organization: { managementAccount: '999988887777' },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'AdministratorAccess', statement: 0 }],
    },
    first: {
      kind: 'pick',
      from: 'rows',
      question: 'Five wishes came in. Which of them want an SCP?',
      items: [
        { id: 'trail', label: 'Nobody in any development account stops CloudTrail.' },
        { id: 'ines', label: 'Ines may create roles, and none of them may do more than she may.' },
        {
          id: 'thumbs',
          label: 'The role of the function Thumbs never reaches beyond S3, whatever is attached to it later.',
        },
        { id: 'roots', label: 'The root users of the member accounts do nothing.' },
        {
          id: 'outside',
          label: 'Nobody outside the organization reads our buckets, whatever their policies say.',
        },
      ],
      right: ['trail', 'roots'],
      say: {
        trail:
          'Yes. “Nobody in the account” is what an SCP is for: it binds every user and role there, those of tomorrow too, and the root user.',
        roots: 'Yes. A root user can have no boundary and no identity policy. An SCP reaches it.',
        ines: 'This one is about what a single person may hand on. A boundary that Ines must put on each new role does that; an SCP would bind the whole account.',
        thumbs:
          'One role, and a limit to whatever is attached to it: a boundary on that role. An SCP would bind its neighbours as well, or need an exception for each of them.',
        outside:
          'Neither. Both limit our own people. Callers from outside are met by RCPs and by the buckets’ own policies.',
      },
      belief: { ines: 'M23', thumbs: 'M23', outside: 'M19' },
    },
    ask: {
      question: 'Every developer has the boundary. DevAdmin has none. Can DevAdmin’s session stop the trail?',
      options: [
        {
          id: 'caps',
          text: 'No: once an account uses boundaries, they cap everyone in it.',
          claims: { decision: 'ExplicitlyDenied' },
          belief: 'M23',
          say: 'A boundary belongs to the one user or role that it is set on. DevAdmin carries none, so nothing caps it. What must hold for the whole account belongs in an SCP.',
        },
        {
          id: 'none',
          text: 'No: a role without a boundary has nothing that permits it.',
          claims: { decision: 'ImplicitlyDenied', missing: 'boundary' },
          belief: 'M22',
          say: 'A boundary permits nothing, so its absence forbids nothing. Where there is none, that gate stands open.',
        },
        {
          id: 'yes',
          text: 'Yes: a boundary binds only whom it is set on, and the SCPs let it pass.',
          claims: { decision: 'Allowed', by: 'AdministratorAccess' },
          say: 'Right. Every new role would have to be remembered. An SCP needs no remembering.',
        },
      ],
    },
    rule: 'A boundary caps one user or role. An SCP caps an account, its root user included. Neither grants anything.',
    repair: {
      task: 'Write the wish as an SCP on OU Dev: nobody stops the trail, deletes it, or changes which events it records. Everything else goes on, and the rule that is there stays.',
      edit: ['scp/1/1'],
      tests: [
        {
          name: 'DevAdmin can’t stop it',
          request: {},
          expect: 'Denied',
          say: 'The trail can still be stopped. FullAWSAccess stands beside your policy, so only a Deny takes anything away.',
        },
        {
          name: 'but can start it',
          request: { action: 'cloudtrail:StartLogging' },
          expect: 'Allowed',
          say: 'Starting the trail is denied too. Name the actions that do harm.',
        },
        {
          name: 'the root user can’t stop it',
          request: { principal: 'arn:aws:iam::111122223333:root' },
          expect: 'Denied',
          say: 'The account’s root user gets past your rule. Don’t limit it to roles.',
        },
        {
          name: 'other work goes on',
          request: {
            action: 'ec2:StartInstances',
            resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1',
          },
          expect: 'Allowed',
          say: 'Something outside CloudTrail is denied now.',
        },
      ],
      hidden: [
        {
          name: 'nobody deletes it',
          request: { action: 'cloudtrail:DeleteTrail' },
          expect: 'Denied',
          say: 'A trail that is deleted records nothing either.',
        },
        {
          name: 'nobody changes what it records',
          request: { action: 'cloudtrail:PutEventSelectors' },
          expect: 'Denied',
          say: 'With `PutEventSelectors` the trail goes on and leaves out what matters.',
        },
        {
          name: 'the account still can’t leave',
          request: { action: 'organizations:LeaveOrganization', resource: '*' },
          expect: 'Denied',
          say: 'The rule that was there before is gone.',
        },
      ],
      constraints: [{ kind: 'keepsDeny', say: 'Beside FullAWSAccess an SCP limits by denying.' }],
      solution: [
        {
          at: 'scp/1/1',
          document: doc(
            { Sid: 'NoLeaving', Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' },
            {
              Sid: 'TrailStays',
              Effect: 'Deny',
              Action: ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail', 'cloudtrail:PutEventSelectors'],
              Resource: '*',
            },
          ),
        },
      ],
      also: [
        [
          {
            at: 'scp/1/1',
            document: doc({
              Sid: 'GuardRails',
              Effect: 'Deny',
              Action: [
                'organizations:LeaveOrganization',
                'cloudtrail:Stop*',
                'cloudtrail:Delete*',
                'cloudtrail:Put*',
                'cloudtrail:Update*',
              ],
              Resource: '*',
            }),
          },
        ],
      ],
      wrong: [
        {
          name: 'deleting is forgotten',
          edits: [
            {
              at: 'scp/1/1',
              document: doc(
                {
                  Sid: 'NoLeaving',
                  Effect: 'Deny',
                  Action: 'organizations:LeaveOrganization',
                  Resource: '*',
                },
                {
                  Sid: 'TrailStays',
                  Effect: 'Deny',
                  Action: ['cloudtrail:StopLogging', 'cloudtrail:PutEventSelectors'],
                  Resource: '*',
                },
              ),
            },
          ],
          fails: 'nobody deletes it',
        },
        {
          name: 'only stopping',
          edits: [
            {
              at: 'scp/1/1',
              document: doc(
                {
                  Sid: 'NoLeaving',
                  Effect: 'Deny',
                  Action: 'organizations:LeaveOrganization',
                  Resource: '*',
                },
                { Sid: 'T', Effect: 'Deny', Action: 'cloudtrail:StopLogging', Resource: '*' },
              ),
            },
          ],
          fails: 'nobody deletes it',
        },
        {
          name: 'stopping and deleting',
          edits: [
            {
              at: 'scp/1/1',
              document: doc(
                {
                  Sid: 'NoLeaving',
                  Effect: 'Deny',
                  Action: 'organizations:LeaveOrganization',
                  Resource: '*',
                },
                {
                  Sid: 'T',
                  Effect: 'Deny',
                  Action: ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail'],
                  Resource: '*',
                },
              ),
            },
          ],
          fails: 'nobody changes what it records',
        },
        {
          name: 'all of CloudTrail',
          edits: [
            {
              at: 'scp/1/1',
              document: doc(
                {
                  Sid: 'NoLeaving',
                  Effect: 'Deny',
                  Action: 'organizations:LeaveOrganization',
                  Resource: '*',
                },
                { Sid: 'T', Effect: 'Deny', Action: 'cloudtrail:*', Resource: '*' },
              ),
            },
          ],
          fails: 'but can start it',
        },
        {
          name: 'a list of what is allowed',
          edits: [
            {
              at: 'scp/1/1',
              document: doc(
                {
                  Sid: 'NoLeaving',
                  Effect: 'Deny',
                  Action: 'organizations:LeaveOrganization',
                  Resource: '*',
                },
                { Sid: 'Work', Effect: 'Allow', Action: ['ec2:*', 's3:*'], Resource: '*' },
              ),
            },
          ],
          fails: 'DevAdmin can’t stop it',
        },
        {
          name: 'roles only',
          edits: [
            {
              at: 'scp/1/1',
              document: doc(
                {
                  Sid: 'NoLeaving',
                  Effect: 'Deny',
                  Action: 'organizations:LeaveOrganization',
                  Resource: '*',
                },
                {
                  Sid: 'T',
                  Effect: 'Deny',
                  Action: [
                    'cloudtrail:StopLogging',
                    'cloudtrail:DeleteTrail',
                    'cloudtrail:PutEventSelectors',
                  ],
                  Resource: '*',
                  Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } },
                },
              ),
            },
          ],
          fails: 'the root user can’t stop it',
        },
        {
          name: 'the old rule is replaced',
          edits: [
            {
              at: 'scp/1/1',
              document: doc({
                Sid: 'T',
                Effect: 'Deny',
                Action: ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail', 'cloudtrail:PutEventSelectors'],
                Resource: '*',
              }),
            },
          ],
          fails: 'the account still can’t leave',
        },
      ],
      hints: [
        'FullAWSAccess allows everything at this level. What can a second policy add?',
        'A second statement in DevGuardrails: a Deny without conditions.',
        'Deny `cloudtrail:StopLogging`, `cloudtrail:DeleteTrail` and `cloudtrail:PutEventSelectors` on `*`.',
      ],
    },
    transfer: {
      after: 7,
      ask: 'The same Deny is put on the organization’s root, so that it holds for all accounts. In the *management* account an administrator stops its own trail.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::999988887777:assumed-role/Admin/m',
          action: 'cloudtrail:StopLogging',
          resource: 'arn:aws:cloudtrail:eu-west-1:999988887777:trail/main',
        },
        policies: {
          scp: [
            level(
              'Root',
              FULL_AWS_ACCESS,
              policy('TrailStays', {
                Sid: 'T',
                Effect: 'Deny',
                Action: 'cloudtrail:StopLogging',
                Resource: '*',
              }),
            ),
          ],
          identity: [ADMINISTRATOR],
        },
        organization: { managementAccount: '999988887777' },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
  },

  'org-outsider': {
    story:
      'Security put an SCP on all accounts: nobody outside the organization may read S3. A team’s bucket policy invites a vendor’s role all the same. The vendor reads. Now there is an RCP to be written.',
    misconception: 'M19',
    guide: ['G10', 'G36'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::777788889999:assumed-role/VendorEtl/e',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::team-data/a.csv',
        resourceAccount: '111122223333',
        context: { 'aws:PrincipalOrgID': 'o-vendor00001' },
      },
      policies: {
        rcp: [
          level(
            'Root',
            policy('KeepOurData', {
              Sid: 'NotYetWritten',
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:PutBucketAcl',
              Resource: '*',
              Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-nobody00000' } },
            }),
          ),
        ],
        resource: policy(
          'TeamDataPolicy',
          {
            Sid: 'VendorReads',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::777788889999:role/VendorEtl' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::team-data/*',
          },
          {
            Sid: 'TrailWrites',
            Effect: 'Allow',
            Principal: { Service: 'cloudtrail.amazonaws.com' },
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::team-data/trail/*',
          },
        ),
        identity: [
          policy('VendorPolicy', { Sid: 'Reads', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }),
        ],
      },
      organization: { managementAccount: '999988887777' },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [
        { layer: 'resource', policy: 'TeamDataPolicy', statement: 0 },
        { layer: 'identity', policy: 'VendorPolicy', statement: 0 },
      ],
    },
    ask: {
      question: 'Our SCP denies S3 to everyone outside the organization. Why did the vendor get in?',
      options: [
        {
          id: 'scp',
          text: 'It didn’t: SCPs protect every resource of the account.',
          claims: { decision: 'ExplicitlyDenied' },
          belief: 'M19',
          say: 'SCPs go with the caller’s account, not with the resource’s. The vendor isn’t under our SCPs; nothing on its way asked for them.',
        },
        {
          id: 'caller',
          text: 'SCPs bind our own people. For callers from outside only the resource’s side counts: its policy, and RCPs.',
          claims: { decision: 'Allowed' },
          say: 'Right. An SCP looks at who leaves, an RCP at who comes.',
        },
        {
          id: 'both',
          text: 'It didn’t: the vendor needs an Allow of our SCP too.',
          claims: { decision: 'ImplicitlyDenied', missing: 'scp' },
          belief: 'M19',
          say: 'Our SCPs are never asked about a foreign caller.',
        },
      ],
    },
    rule: 'SCPs limit our own principals everywhere. RCPs limit everyone’s access to our resources. A data perimeter needs both.',
    repair: {
      task: 'Write the RCP: S3 only for our organization `o-ours000000`. Services that act for us must go on working.',
      edit: ['rcp/0/0'],
      tests: [
        {
          name: 'the vendor is out',
          request: {},
          expect: 'Denied',
          say: 'The RCP doesn’t stop the vendor yet.',
        },
        {
          name: 'our own analyst reads',
          request: {
            principal: 'arn:aws:iam::111122223333:user/ann',
            context: { 'aws:PrincipalOrgID': 'o-ours000000' },
          },
          expect: 'Allowed',
          say: 'Our own people are shut out.',
        },
        {
          name: 'CloudTrail still writes',
          request: {
            principal: 'cloudtrail.amazonaws.com',
            action: 's3:PutObject',
            resource: 'arn:aws:s3:::team-data/trail/x.gz',
            context: { 'aws:PrincipalOrgID': [], 'aws:SourceAccount': '111122223333' },
          },
          expect: 'Allowed',
          say: 'A service has no `aws:PrincipalOrgID`, and a negated operator matches a key that is absent: the Deny hits CloudTrail. Spare services: `aws:PrincipalIsAWSService`.',
        },
      ],
      hidden: [
        {
          name: 'the vendor after leaving its organization',
          request: { context: { 'aws:PrincipalOrgID': [] } },
          expect: 'Denied',
          say: 'An account without an organization carries no `aws:PrincipalOrgID`. Your exception for absent keys lets it in: make the exception about services.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'rcp/0/0',
          document: doc({
            Sid: 'OnlyOurOrganization',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: '*',
            Condition: {
              StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-ours000000' },
              BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
            },
          }),
        },
      ],
      wrong: [
        {
          name: 'only the organization',
          edits: [
            {
              at: 'rcp/0/0',
              document: doc({
                Sid: 'O',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:*',
                Resource: '*',
                Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-ours000000' } },
              }),
            },
          ],
          fails: 'CloudTrail still writes',
        },
        {
          name: 'absent keys are spared',
          edits: [
            {
              at: 'rcp/0/0',
              document: doc({
                Sid: 'O',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:*',
                Resource: '*',
                Condition: {
                  StringNotEquals: { 'aws:PrincipalOrgID': 'o-ours000000' },
                  Null: { 'aws:PrincipalOrgID': 'false' },
                },
              }),
            },
          ],
          fails: 'the vendor after leaving its organization',
        },
      ],
      hints: [
        'Deny whoever isn’t ours. Then see whom that also hits.',
        'Two conditions in one Deny must both hold for it to fire.',
        '`StringNotEqualsIfExists aws:PrincipalOrgID` and `BoolIfExists aws:PrincipalIsAWSService: false`',
      ],
    },
    transfer: {
      after: 7,
      ask: 'An RCP on our accounts denies `s3:*` to principals outside the organization. Our own user, whose policy allows it, reads a *vendor’s* bucket that invites her. Does our RCP matter?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/ann',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::vendor-share/a',
          resourceAccount: '777788889999',
          context: { 'aws:PrincipalOrgID': 'o-ours000000' },
        },
        policies: {
          identity: [policy('R', { Sid: 'R', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' })],
          resource: policy('V', {
            Sid: 'A',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:user/ann' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::vendor-share/*',
          }),
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  },

  'org-region': {
    story:
      'An SCP keeps everything in Frankfurt and Dublin, except IAM, STS, Organizations and Support. The web team invalidates its CDN cache.',
    misconception: 'M33',
    guide: ['G10', 'G32', 'G35'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Web/cd',
        action: 'cloudfront:CreateInvalidation',
        resource: 'arn:aws:cloudfront::111122223333:distribution/E1ABC',
        context: { 'aws:RequestedRegion': 'us-east-1' },
      },
      policies: {
        scp: [
          level(
            'Root',
            FULL_AWS_ACCESS,
            policy('OnlyEurope', {
              Sid: 'DenyOutsideEurope',
              Effect: 'Deny',
              NotAction: ['iam:*', 'sts:*', 'organizations:*', 'support:*'],
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] } },
            }),
          ),
        ],
        identity: [ADMINISTRATOR],
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [{ layer: 'scp', policy: 'OnlyEurope', statement: 0 }],
    },
    ask: {
      question: 'CloudFront has no Region. Does the Region rule concern it?',
      options: [
        {
          id: 'no',
          text: 'No: a global service has no `aws:RequestedRegion`.',
          claims: { decision: 'Allowed' },
          belief: 'M33',
          say: 'It has one: the Region that the endpoint stands in, and for CloudFront that is us-east-1. The Deny fires.',
        },
        {
          id: 'eu',
          text: 'No: the administrator works from Frankfurt.',
          claims: { decision: 'Allowed' },
          belief: 'M33',
          say: 'The key isn’t where the person sits. It is the Region the call is made to.',
        },
        {
          id: 'yes',
          text: 'Yes: its calls go to us-east-1, and the rule denies that.',
          claims: { decision: 'ExplicitlyDenied', by: 'OnlyEurope' },
          say: 'Right. Global services answer from one Region, most from us-east-1.',
        },
      ],
    },
    rule: '`aws:RequestedRegion` is the Region called. Global services answer from us-east-1 and need a place in a Region rule’s NotAction.',
    repair: {
      task: 'Let CloudFront and Route 53 work. Machines stay in Europe.',
      edit: ['scp/0/1'],
      tests: [
        { name: 'invalidates the cache', request: {}, expect: 'Allowed', say: 'CloudFront is still denied.' },
        {
          name: 'changes a DNS record',
          request: {
            action: 'route53:ChangeResourceRecordSets',
            resource: 'arn:aws:route53:::hostedzone/Z1',
          },
          expect: 'Allowed',
          say: 'Route 53 is still denied.',
        },
        {
          name: 'no machines in Virginia',
          request: {
            action: 'ec2:StartInstances',
            resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1',
          },
          expect: 'Denied',
          say: 'Adding us-east-1 to the Regions opens it for every service.',
        },
      ],
      hidden: [
        {
          name: 'nor in Singapore',
          request: {
            action: 'ec2:StartInstances',
            resource: 'arn:aws:ec2:ap-southeast-1:111122223333:instance/i-1',
            context: { 'aws:RequestedRegion': 'ap-southeast-1' },
          },
          expect: 'Denied',
          say: 'The rule must still hold everywhere else.',
        },
        {
          name: 'IAM still works',
          request: { action: 'iam:ListRoles', resource: '*' },
          expect: 'Allowed',
          say: 'IAM lost its exception.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'scp/0/1',
          document: doc({
            Sid: 'DenyOutsideEurope',
            Effect: 'Deny',
            NotAction: ['iam:*', 'sts:*', 'organizations:*', 'support:*', 'cloudfront:*', 'route53:*'],
            Resource: '*',
            Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] } },
          }),
        },
      ],
      wrong: [
        {
          name: 'one more Region',
          edits: [
            {
              at: 'scp/0/1',
              document: doc({
                Effect: 'Deny',
                NotAction: ['iam:*', 'sts:*', 'organizations:*', 'support:*'],
                Resource: '*',
                Condition: {
                  StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1', 'us-east-1'] },
                },
              }),
            },
          ],
          fails: 'no machines in Virginia',
        },
        {
          name: 'the shut Region is named',
          edits: [
            {
              at: 'scp/0/1',
              document: doc({
                Effect: 'Deny',
                NotAction: ['iam:*', 'sts:*', 'organizations:*', 'support:*', 'cloudfront:*', 'route53:*'],
                Resource: '*',
                Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } },
              }),
            },
          ],
          fails: 'nor in Singapore',
        },
        {
          name: 'the list replaced',
          edits: [
            {
              at: 'scp/0/1',
              document: doc({
                Effect: 'Deny',
                NotAction: ['cloudfront:*', 'route53:*'],
                Resource: '*',
                Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] } },
              }),
            },
          ],
          fails: 'IAM still works',
        },
      ],
      hints: [
        'Where is the list of exceptions?',
        'The exception is about services, not about Regions.',
        'Add `cloudfront:*` and `route53:*` to `NotAction`.',
      ],
    },
    transfer: {
      after: 5,
      ask: 'An identity policy allows `ec2:*` if `aws:RequestedRegion` is eu-west-1, and nothing else. The user calls `iam:ListUsers`, which goes to us-east-1.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/tess',
          action: 'iam:ListUsers',
          resource: '*',
          context: { 'aws:RequestedRegion': 'us-east-1' },
        },
        policies: {
          identity: [
            policy('E', {
              Sid: 'E',
              Effect: 'Allow',
              Action: 'ec2:*',
              Resource: '*',
              Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
            }),
          ],
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-requested-region.html',
  },

  'org-endpoint': {
    story:
      'Build machines fetch packages from a public mirror that account 444455556666 keeps in S3. On Rosa’s laptop it works. In the VPC the call goes through an S3 endpoint whose policy lists our two buckets.',
    misconception: 'M16',
    guide: ['G35'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Builder/i-0b1',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::pkg-mirror/pool/a.deb',
        resourceAccount: '444455556666',
        context: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718', 'aws:SourceVpc': 'vpc-0f1e2d3c4b5a69788' },
      },
      policies: {
        endpoint: policy('vpce-0a1b2c3d4e5f60718', {
          Sid: 'OurBuckets',
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:*',
          Resource: [
            'arn:aws:s3:::our-builds',
            'arn:aws:s3:::our-builds/*',
            'arn:aws:s3:::our-logs',
            'arn:aws:s3:::our-logs/*',
          ],
        }),
        resource: policy(
          'MirrorPolicy',
          {
            Sid: 'EveryoneReads',
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::pkg-mirror/pool/*',
          },
          {
            Sid: 'EveryoneSubmits',
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::pkg-mirror/incoming/*',
          },
        ),
        identity: [
          policy('BuilderPolicy', {
            Sid: 'Files',
            Effect: 'Allow',
            Action: ['s3:GetObject', 's3:PutObject'],
            Resource: '*',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['endpoint'] },
    ask: {
      question:
        'The role may read, and the mirror lets everyone read. Does the read work from inside the VPC?',
      options: [
        {
          id: 'adds',
          text: 'Yes: the endpoint’s policy only adds two buckets to what the role may reach.',
          claims: { decision: 'Allowed' },
          belief: 'M16',
          say: 'An endpoint’s policy adds nothing. It says what may pass through this tunnel at all. The mirror isn’t on its list, so the call ends there.',
        },
        {
          id: 'end',
          text: 'No: what goes through the endpoint must be allowed by the endpoint’s policy too.',
          claims: { decision: 'ImplicitlyDenied', missing: 'endpoint' },
          say: 'Right. It is a gate like the SCPs: it can only hold back. On the laptop there is no such gate.',
        },
        {
          id: 'mirror',
          text: 'No: the mirror’s policy doesn’t name our account, and across accounts it must.',
          claims: { decision: 'ImplicitlyDenied', missing: 'resource' },
          belief: 'M26',
          say: 'Both accounts do say yes. The mirror’s policy names everyone, which takes us in, and the role’s own policy allows reading.',
        },
      ],
    },
    rule: 'A VPC endpoint’s policy is one more gate for what passes through it. It grants nothing; what it doesn’t list stays outside.',
    repair: {
      task: 'Let packages through, and nothing else that is new: no uploads to the mirror, no other bucket. Only credentials of our account may use the tunnel. Change only the endpoint’s policy.',
      edit: ['endpoint'],
      tests: [
        {
          name: 'fetches a package',
          request: {},
          expect: 'Allowed',
          say: 'The endpoint doesn’t let the mirror’s packages through yet.',
        },
        {
          name: 'still saves a build',
          request: {
            action: 's3:PutObject',
            resource: 'arn:aws:s3:::our-builds/v3.zip',
            resourceAccount: '111122223333',
          },
          expect: 'Allowed',
          say: 'Our own buckets were on the list before.',
        },
        {
          name: 'submits nothing to the mirror',
          request: { action: 's3:PutObject', resource: 'arn:aws:s3:::pkg-mirror/incoming/dump.tar' },
          expect: 'Denied',
          say: 'The mirror takes uploads from anyone. Whoever sits on a build machine can carry our files out that way.',
        },
      ],
      hidden: [
        {
          name: 'not a bucket that isn’t listed',
          request: { resource: 'arn:aws:s3:::payroll/q1.csv', resourceAccount: '111122223333' },
          expect: 'Denied',
          say: 'Reading is open for every bucket. Name the mirror.',
        },
        {
          name: 'not with someone else’s credentials',
          request: { principal: 'arn:aws:sts::777788889999:assumed-role/Anyone/x' },
          expect: 'Denied',
          say: 'Credentials of another account work in our tunnel. Ask for `aws:PrincipalAccount`.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'endpoint',
          document: doc(
            {
              Sid: 'OurBuckets',
              Effect: 'Allow',
              Principal: '*',
              Action: 's3:*',
              Resource: [
                'arn:aws:s3:::our-builds',
                'arn:aws:s3:::our-builds/*',
                'arn:aws:s3:::our-logs',
                'arn:aws:s3:::our-logs/*',
              ],
              Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
            },
            {
              Sid: 'Packages',
              Effect: 'Allow',
              Principal: '*',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::pkg-mirror/pool/*',
              Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
            },
          ),
        },
      ],
      also: [
        [
          {
            at: 'endpoint',
            document: doc(
              {
                Sid: 'OurBuckets',
                Effect: 'Allow',
                Principal: '*',
                Action: 's3:*',
                Resource: [
                  'arn:aws:s3:::our-builds',
                  'arn:aws:s3:::our-builds/*',
                  'arn:aws:s3:::our-logs',
                  'arn:aws:s3:::our-logs/*',
                ],
              },
              {
                Sid: 'Packages',
                Effect: 'Allow',
                Principal: '*',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::pkg-mirror/*',
              },
              {
                Sid: 'OurCredentialsOnly',
                Effect: 'Deny',
                Principal: '*',
                Action: '*',
                Resource: '*',
                Condition: { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } },
              },
            ),
          },
        ],
      ],
      wrong: [
        {
          name: 'the tunnel opened',
          edits: [
            {
              at: 'endpoint',
              document: doc({ Sid: 'All', Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
            },
          ],
          fails: 'submits nothing to the mirror',
        },
        {
          name: 'reading everywhere',
          edits: [
            {
              at: 'endpoint',
              document: doc(
                {
                  Sid: 'B',
                  Effect: 'Allow',
                  Principal: '*',
                  Action: 's3:*',
                  Resource: [
                    'arn:aws:s3:::our-builds',
                    'arn:aws:s3:::our-builds/*',
                    'arn:aws:s3:::our-logs',
                    'arn:aws:s3:::our-logs/*',
                  ],
                  Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
                },
                {
                  Sid: 'R',
                  Effect: 'Allow',
                  Principal: '*',
                  Action: 's3:GetObject',
                  Resource: '*',
                  Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
                },
              ),
            },
          ],
          fails: 'not a bucket that isn’t listed',
        },
        {
          name: 'no account',
          edits: [
            {
              at: 'endpoint',
              document: doc(
                {
                  Sid: 'B',
                  Effect: 'Allow',
                  Principal: '*',
                  Action: 's3:*',
                  Resource: [
                    'arn:aws:s3:::our-builds',
                    'arn:aws:s3:::our-builds/*',
                    'arn:aws:s3:::our-logs',
                    'arn:aws:s3:::our-logs/*',
                  ],
                },
                {
                  Sid: 'R',
                  Effect: 'Allow',
                  Principal: '*',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::pkg-mirror/pool/*',
                },
              ),
            },
          ],
          fails: 'not with someone else’s credentials',
        },
        {
          name: 'the list is replaced',
          edits: [
            {
              at: 'endpoint',
              document: doc({
                Sid: 'R',
                Effect: 'Allow',
                Principal: '*',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::pkg-mirror/pool/*',
                Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
              }),
            },
          ],
          fails: 'still saves a build',
        },
        {
          name: 'the bucket instead of its objects',
          edits: [
            {
              at: 'endpoint',
              document: doc(
                {
                  Sid: 'B',
                  Effect: 'Allow',
                  Principal: '*',
                  Action: 's3:*',
                  Resource: [
                    'arn:aws:s3:::our-builds',
                    'arn:aws:s3:::our-builds/*',
                    'arn:aws:s3:::our-logs',
                    'arn:aws:s3:::our-logs/*',
                  ],
                  Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
                },
                {
                  Sid: 'R',
                  Effect: 'Allow',
                  Principal: '*',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::pkg-mirror',
                  Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
                },
              ),
            },
          ],
          fails: 'fetches a package',
        },
      ],
      hints: [
        'Which gate is shut inside the VPC and doesn’t exist on the laptop?',
        'A second statement in the endpoint’s policy for reading packages. And a condition on whose credentials these are.',
        '`s3:GetObject` on `arn:aws:s3:::pkg-mirror/pool/*`, and `StringEquals aws:PrincipalAccount` = `111122223333` in both statements.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'An endpoint’s policy allows everything. A role without any policy reads an object of its own account through it. The bucket has no policy.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Bare/i-1',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::our-logs/a',
          resourceAccount: '111122223333',
          context: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718', 'aws:SourceVpc': 'vpc-0f1e2d3c4b5a69788' },
        },
        policies: {
          endpoint: policy('vpce-0a1b2c3d4e5f60718', {
            Sid: 'All',
            Effect: 'Allow',
            Principal: '*',
            Action: '*',
            Resource: '*',
          }),
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  },
} satisfies ChapterLessons;
