/** Chapter 5: Ceilings in the account. */
import { ADMINISTRATOR, doc, policy, scenario } from '../policy';
import type { ChapterLessons } from '../types';

export const caps = {
  'cap-boundary-grants': {
    story:
      'Nora’s manager wants her to work with S3 and attaches a permissions boundary that allows `s3:*`. Her own policy allows describing EC2.',
    misconception: 'M22',
    guide: ['G09', 'G17', 'G42'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/nora',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::lab-data/a.csv',
        resourceAccount: '111122223333',
      },
      policies: {
        boundary: policy('NoraBoundary', {
          Sid: 'S3AndMetrics',
          Effect: 'Allow',
          Action: ['s3:*', 'cloudwatch:*'],
          Resource: '*',
        }),
        identity: [
          policy('NoraPolicy', {
            Sid: 'LookAtMachines',
            Effect: 'Allow',
            Action: 'ec2:Describe*',
            Resource: '*',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    ask: {
      question: 'What can Nora do now?',
      options: [
        {
          id: 's3',
          text: 'S3: the boundary allows it.',
          claims: { decision: 'Allowed' },
          belief: 'M22',
          say: 'A boundary gives nothing. It only says how far other policies may reach, and none of Nora’s reaches S3.',
        },
        {
          id: 'both',
          text: 'S3 and EC2: her two policies add up.',
          claims: { decision: 'Allowed' },
          belief: 'M22',
          say: 'They don’t add up, they overlap. What both allow is what she has, and here they have nothing in common.',
        },
        {
          id: 'nothing',
          text: 'Nothing: S3 isn’t granted, and EC2 isn’t inside the boundary.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right: two allow-lists without a common action.',
        },
      ],
    },
    rule: 'A boundary never grants. What a person has is what the identity policy and the boundary both allow.',
    repair: {
      task: 'Nora shall read and list `lab-data`. The boundary isn’t yours to change.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'reads a file',
          request: {},
          expect: 'Allowed',
          say: 'Her own policy doesn’t allow `s3:GetObject` on `lab-data/*`.',
        },
        {
          name: 'lists the bucket',
          request: { action: 's3:ListBucket', resource: 'arn:aws:s3:::lab-data' },
          expect: 'Allowed',
          say: 'Listing takes the bucket’s ARN.',
        },
        {
          name: 'doesn’t write',
          request: { action: 's3:PutObject' },
          expect: 'Denied',
          say: 'The boundary wouldn’t stop her writing. Her own policy must.',
        },
      ],
      hidden: [
        {
          name: 'not other buckets',
          request: { resource: 'arn:aws:s3:::payroll/a.csv' },
          expect: 'Denied',
          say: 'Every bucket is open: the boundary allows all of S3.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            { Sid: 'LookAtMachines', Effect: 'Allow', Action: 'ec2:Describe*', Resource: '*' },
            {
              Sid: 'ReadLab',
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:ListBucket'],
              Resource: ['arn:aws:s3:::lab-data', 'arn:aws:s3:::lab-data/*'],
            },
          ),
        },
      ],
      wrong: [
        {
          name: 'the boundary’s text copied',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'S3AndMetrics',
                Effect: 'Allow',
                Action: ['s3:*', 'cloudwatch:*'],
                Resource: '*',
              }),
            },
          ],
          fails: 'doesn’t write',
        },
        {
          name: 'reading everywhere',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'ReadLab',
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:ListBucket'],
                Resource: '*',
              }),
            },
          ],
          fails: 'not other buckets',
        },
      ],
      hints: [
        'Which layer is missing an Allow?',
        'A statement in NoraPolicy, two actions, two ARNs.',
        '`["arn:aws:s3:::lab-data", "arn:aws:s3:::lab-data/*"]`',
      ],
    },
    transfer: {
      after: 2,
      ask: 'A role’s policy is AdministratorAccess, its boundary allows only `logs:*`. It calls `lambda:InvokeFunction`.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Worker/w',
          action: 'lambda:InvokeFunction',
          resource: 'arn:aws:lambda:eu-west-1:111122223333:function:f',
        },
        policies: {
          identity: [ADMINISTRATOR],
          boundary: policy('B', { Sid: 'L', Effect: 'Allow', Action: 'logs:*', Resource: '*' }),
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  },

  'cap-boundary-bypass': {
    story:
      'Oleg’s boundary allows DynamoDB and nothing else. A bucket policy in the same account names Oleg’s user.',
    misconception: 'M23',
    guide: ['G08', 'G09', 'G17'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/oleg',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::minutes/2026.md',
        resourceAccount: '111122223333',
      },
      policies: {
        boundary: policy('OnlyTables', {
          Sid: 'Tables',
          Effect: 'Allow',
          Action: 'dynamodb:*',
          Resource: '*',
        }),
        identity: [
          policy('OlegPolicy', { Sid: 'Query', Effect: 'Allow', Action: 'dynamodb:Query', Resource: '*' }),
        ],
        resource: policy('MinutesPolicy', {
          Sid: 'OlegWorks',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:user/oleg' },
          Action: ['s3:GetObject', 's3:PutObject'],
          Resource: 'arn:aws:s3:::minutes/*',
        }),
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'resource', policy: 'MinutesPolicy', statement: 0 }],
    },
    ask: {
      question: 'S3 is outside Oleg’s boundary. Is his read stopped there?',
      options: [
        {
          id: 'stop',
          text: 'Yes: nothing gets past a boundary.',
          claims: { decision: 'ImplicitlyDenied', missing: 'boundary' },
          belief: 'M23',
          say: 'A boundary limits what identity policies can give. A resource of the same account that names the user gives on its own, and the boundary’s silence doesn’t matter.',
        },
        {
          id: 'pass',
          text: 'No: the bucket names the user itself, and the boundary’s silence doesn’t count.',
          claims: { decision: 'Allowed', by: 'MinutesPolicy' },
          say: 'Right. Had the bucket named a *role*, the role’s boundary would have been asked. It is the user’s own ARN that makes the difference.',
        },
        {
          id: 'both',
          text: 'Yes: he would also need an Allow of his own.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          belief: 'M27',
          say: 'Within one account one side is enough.',
        },
      ],
    },
    rule: 'Inside an account, a resource policy that names a user grants past a boundary that is merely silent. A Deny in the boundary always counts.',
    repair: {
      task: 'Keep Oleg out of S3 altogether, by changing only the boundary.',
      edit: ['boundary'],
      tests: [
        {
          name: 'the minutes are shut',
          request: {},
          expect: 'Denied',
          say: 'Silence isn’t enough here. The boundary has to say no.',
        },
        {
          name: 'his tables still work',
          request: {
            action: 'dynamodb:Query',
            resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/t',
            resourceAccount: '111122223333',
          },
          expect: 'Allowed',
          say: 'DynamoDB broke: the boundary must still allow it.',
        },
      ],
      hidden: [
        {
          name: 'he can’t write minutes either',
          request: { action: 's3:PutObject' },
          expect: 'Denied',
          say: 'Reading is shut, writing isn’t: the bucket’s policy lets him do both. Out of S3 altogether, was the task.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'boundary',
          document: doc(
            { Sid: 'Tables', Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' },
            { Sid: 'NoS3', Effect: 'Deny', Action: 's3:*', Resource: '*' },
          ),
        },
      ],
      wrong: [
        {
          name: 'only reading is denied',
          edits: [
            {
              at: 'boundary',
              document: doc(
                { Sid: 'Tables', Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' },
                { Sid: 'NoReading', Effect: 'Deny', Action: 's3:GetObject', Resource: '*' },
              ),
            },
          ],
          fails: 'he can’t write minutes either',
        },
        {
          name: 'a smaller allow-list',
          edits: [
            {
              at: 'boundary',
              document: doc({ Sid: 'Tables', Effect: 'Allow', Action: 'dynamodb:Query', Resource: '*' }),
            },
          ],
          fails: 'the minutes are shut',
        },
      ],
      hints: [
        'A smaller list of Allows changes nothing here.',
        'Which effect counts in every layer, always?',
        'Add `{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}` and keep the Allow.',
      ],
    },
    transfer: {
      after: 5,
      ask: 'A bucket policy names the *role* Etl. The role’s boundary doesn’t allow S3. A session of Etl reads.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Etl/e',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::raw/a',
          resourceAccount: '111122223333',
        },
        policies: {
          boundary: policy('B', { Sid: 'T', Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' }),
          identity: [policy('I', { Sid: 'Q', Effect: 'Allow', Action: 'dynamodb:Query', Resource: '*' })],
          resource: policy('R', {
            Sid: 'EtlReads',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:role/Etl' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::raw/*',
          }),
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  },

  'cap-session': {
    story:
      'A pipeline assumes DeploymentRole, which may read releases. With the call it passes a session policy that allows all of S3, and then it uploads a release.',
    misconception: 'M25',
    guide: ['G11', 'G18', 'G26', 'G27'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/DeploymentRole/cicd-deploy-session',
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::releases/v3/app.zip',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy('DeploymentPolicy', {
            Sid: 'ReadReleases',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::releases/*',
          }),
        ],
        session: [policy('PassedPolicy', { Sid: 'AllOfS3', Effect: 'Allow', Action: 's3:*', Resource: '*' })],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    ask: {
      question: 'The session policy allows `s3:*`. Can the session upload?',
      options: [
        {
          id: 'adds',
          text: 'Yes: the session has the role’s rights and those passed with the call.',
          claims: { decision: 'Allowed' },
          belief: 'M25',
          say: 'Then anyone could pass themselves administrator rights. A session policy only takes away: what is left is what the role and the session policy both allow.',
        },
        {
          id: 'replace',
          text: 'Yes: a session policy replaces the role’s policies.',
          claims: { decision: 'Allowed' },
          belief: 'M25',
          say: 'It replaces nothing. The role’s policies still have to grant.',
        },
        {
          id: 'no',
          text: 'No: it can only narrow what the role has, and the role can’t write.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right.',
        },
      ],
    },
    rule: 'A session policy never adds. A session has what its role and its session policy both allow.',
    repair: {
      task: 'Use the session policy for what it is good at: this session shall read only `releases/v2/`. The role stays as it is.',
      edit: ['session/0'],
      tests: [
        {
          name: 'reads v2',
          request: { action: 's3:GetObject', resource: 'arn:aws:s3:::releases/v2/app.zip' },
          expect: 'Allowed',
          say: 'A session policy needs an Allow for what shall remain.',
        },
        {
          name: 'can’t read v1',
          request: { action: 's3:GetObject', resource: 'arn:aws:s3:::releases/v1/app.zip' },
          expect: 'Denied',
          say: 'v1 is still inside.',
        },
      ],
      hidden: [
        {
          name: 'can’t read v20',
          request: { action: 's3:GetObject', resource: 'arn:aws:s3:::releases/v20/app.zip' },
          expect: 'Denied',
          say: '`v2*` takes in v20. Mind the slash.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'session/0',
          document: doc({
            Sid: 'OnlyV2',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::releases/v2/*',
          }),
        },
      ],
      wrong: [
        {
          name: 'only a Deny',
          edits: [
            {
              at: 'session/0',
              document: doc({
                Sid: 'NotV1',
                Effect: 'Deny',
                Action: 's3:*',
                Resource: 'arn:aws:s3:::releases/v1/*',
              }),
            },
          ],
          fails: 'reads v2',
        },
        {
          name: 'no slash',
          edits: [
            {
              at: 'session/0',
              document: doc({
                Sid: 'V2',
                Effect: 'Allow',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::releases/v2*',
              }),
            },
          ],
          fails: 'can’t read v20',
        },
      ],
      hints: [
        'Start from nothing: what shall remain?',
        'One Allow. It needn’t be exact about actions, the role is.',
        '`s3:GetObject` on `arn:aws:s3:::releases/v2/*`',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A role is AdministratorAccess. It is assumed with a session policy that allows only `sqs:*`. The session calls `sns:Publish`.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Admin/s',
          action: 'sns:Publish',
          resource: 'arn:aws:sns:eu-west-1:111122223333:t',
        },
        policies: {
          identity: [ADMINISTRATOR],
          session: [policy('S', { Sid: 'Q', Effect: 'Allow', Action: 'sqs:*', Resource: '*' })],
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session',
  },

  'cap-delegate': {
    story:
      'Developers may create roles, if each gets DeveloperBoundary. So that they can look after them, a second statement lets them manage roles called `app-…`. Dev wants more for her role and removes its boundary.',
    misconception: 'M24',
    guide: ['G09', 'G24', 'G25'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/dev',
        action: 'iam:DeleteRolePermissionsBoundary',
        resource: 'arn:aws:iam::111122223333:role/app-worker',
        context: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/DeveloperBoundary' },
      },
      policies: {
        identity: [
          policy(
            'RolesWithBoundary',
            {
              Sid: 'AllowIAMWithBoundary',
              Effect: 'Allow',
              Action: ['iam:CreateRole', 'iam:AttachRolePolicy'],
              Resource: '*',
              Condition: {
                StringEquals: {
                  'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/DeveloperBoundary',
                },
              },
            },
            {
              Sid: 'LookAfterAppRoles',
              Effect: 'Allow',
              Action: ['iam:PutRolePolicy', 'iam:DeleteRolePermissionsBoundary', 'iam:TagRole'],
              Resource: 'arn:aws:iam::111122223333:role/app-*',
            },
          ),
        ],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'RolesWithBoundary', statement: 1 }],
    },
    ask: {
      question: 'The policy insists on the boundary. Can she take it off again?',
      options: [
        {
          id: 'no',
          text: 'No: the condition on `iam:PermissionsBoundary` keeps it on.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M24',
          say: 'That condition guards two calls, creating and attaching. Removing the boundary is a third call, and the second statement allows it without asking anything.',
        },
        {
          id: 'yes',
          text: 'Yes: removing is an action of its own, and LookAfterAppRoles allows it.',
          claims: { decision: 'Allowed', by: 'RolesWithBoundary', statement: 1 },
          say: 'Right. A fence needs all its sides: create, attach, put, remove, and the boundary policy itself.',
        },
      ],
    },
    rule: 'Delegating with a boundary means guarding every way past it: creating without, attaching more, removing it, replacing it, editing it.',
    repair: {
      task: 'Close the fence. Developers must still be able to create, extend and tag their roles.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'creates a role with the boundary',
          request: { action: 'iam:CreateRole' },
          expect: 'Allowed',
          say: 'Creating with the boundary must still work.',
        },
        {
          name: 'can’t create one without',
          request: { action: 'iam:CreateRole', context: { 'iam:PermissionsBoundary': [] } },
          expect: 'Denied',
          say: 'A role without a boundary can be made.',
        },
        {
          name: 'can’t take it off',
          request: {},
          expect: 'Denied',
          say: 'The boundary can still be removed.',
        },
        {
          name: 'extends her role’s own policy',
          request: { action: 'iam:PutRolePolicy' },
          expect: 'Allowed',
          say: 'Extending an `app-` role under the boundary should work.',
        },
      ],
      hidden: [
        {
          name: 'can’t extend a role that has none',
          request: { action: 'iam:PutRolePolicy', context: { 'iam:PermissionsBoundary': [] } },
          expect: 'Denied',
          say: 'An `app-` role without a boundary can be given anything with `PutRolePolicy`. Put that action under the condition too.',
        },
        {
          name: 'can’t swap it for another',
          request: {
            action: 'iam:PutRolePermissionsBoundary',
            context: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/Loose' },
          },
          expect: 'Denied',
          say: 'She can put another boundary in its place.',
        },
        {
          name: 'can’t rewrite the boundary',
          request: {
            action: 'iam:CreatePolicyVersion',
            resource: 'arn:aws:iam::111122223333:policy/DeveloperBoundary',
            context: { 'iam:PermissionsBoundary': [] },
          },
          expect: 'Denied',
          say: 'She can edit the boundary policy itself.',
        },
        {
          name: 'still tags her role',
          request: { action: 'iam:TagRole', context: { 'iam:PermissionsBoundary': [] } },
          expect: 'Allowed',
          say: 'Tagging was harmless; leave it.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            {
              Sid: 'AllowIAMWithBoundary',
              Effect: 'Allow',
              Action: ['iam:CreateRole', 'iam:AttachRolePolicy', 'iam:PutRolePolicy'],
              Resource: '*',
              Condition: {
                StringEquals: {
                  'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/DeveloperBoundary',
                },
              },
            },
            {
              Sid: 'LookAfterAppRoles',
              Effect: 'Allow',
              Action: 'iam:TagRole',
              Resource: 'arn:aws:iam::111122223333:role/app-*',
            },
          ),
        },
      ],
      wrong: [
        {
          name: 'the boundary may be replaced',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'AllowIAMWithBoundary',
                  Effect: 'Allow',
                  Action: ['iam:CreateRole', 'iam:AttachRolePolicy', 'iam:PutRolePolicy'],
                  Resource: '*',
                  Condition: {
                    StringEquals: {
                      'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/DeveloperBoundary',
                    },
                  },
                },
                {
                  Sid: 'LookAfterAppRoles',
                  Effect: 'Allow',
                  Action: ['iam:TagRole', 'iam:PutRolePermissionsBoundary'],
                  Resource: 'arn:aws:iam::111122223333:role/app-*',
                },
              ),
            },
          ],
          fails: 'can’t swap it for another',
        },
        {
          name: 'policies may be edited',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'AllowIAMWithBoundary',
                  Effect: 'Allow',
                  Action: ['iam:CreateRole', 'iam:AttachRolePolicy', 'iam:PutRolePolicy'],
                  Resource: '*',
                  Condition: {
                    StringEquals: {
                      'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/DeveloperBoundary',
                    },
                  },
                },
                {
                  Sid: 'LookAfterAppRoles',
                  Effect: 'Allow',
                  Action: ['iam:TagRole', 'iam:CreatePolicyVersion'],
                  Resource: '*',
                },
              ),
            },
          ],
          fails: 'can’t rewrite the boundary',
        },
        {
          name: 'everything under the condition',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'AllowIAMWithBoundary',
                Effect: 'Allow',
                Action: ['iam:CreateRole', 'iam:AttachRolePolicy', 'iam:PutRolePolicy', 'iam:TagRole'],
                Resource: '*',
                Condition: {
                  StringEquals: {
                    'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/DeveloperBoundary',
                  },
                },
              }),
            },
          ],
          fails: 'still tags her role',
        },
        {
          name: 'only the removal is taken out',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'AllowIAMWithBoundary',
                  Effect: 'Allow',
                  Action: ['iam:CreateRole', 'iam:AttachRolePolicy'],
                  Resource: '*',
                  Condition: {
                    StringEquals: {
                      'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/DeveloperBoundary',
                    },
                  },
                },
                {
                  Sid: 'LookAfterAppRoles',
                  Effect: 'Allow',
                  Action: ['iam:PutRolePolicy', 'iam:TagRole'],
                  Resource: 'arn:aws:iam::111122223333:role/app-*',
                },
              ),
            },
          ],
          fails: 'can’t extend a role that has none',
        },
        {
          name: 'everything under the condition',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'All',
                Effect: 'Allow',
                Action: [
                  'iam:CreateRole',
                  'iam:AttachRolePolicy',
                  'iam:PutRolePolicy',
                  'iam:DeleteRolePermissionsBoundary',
                  'iam:TagRole',
                ],
                Resource: '*',
                Condition: {
                  StringEquals: {
                    'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/DeveloperBoundary',
                  },
                },
              }),
            },
          ],
          fails: 'can’t take it off',
        },
        {
          name: 'everything but the removal',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Effect: 'Allow',
                NotAction: 'iam:DeleteRolePermissionsBoundary',
                Resource: '*',
              }),
            },
          ],
          fails: 'can’t create one without',
        },
      ],
      hints: [
        'Which actions of the second statement change what a role can do?',
        'Those belong under the condition, or nowhere.',
        'Move `PutRolePolicy` up, delete `DeleteRolePermissionsBoundary`, leave `TagRole`.',
      ],
    },
    transfer: {
      after: 7,
      ask: 'A policy allows `iam:CreateRole` with the boundary condition, and `iam:PassRole` on all roles without one. She passes the existing role Admin to a new Lambda function. Allowed?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/dev',
          action: 'iam:PassRole',
          resource: 'arn:aws:iam::111122223333:role/Admin',
          context: { 'iam:PassedToService': 'lambda.amazonaws.com' },
        },
        policies: {
          identity: [
            policy(
              'X',
              {
                Sid: 'C',
                Effect: 'Allow',
                Action: 'iam:CreateRole',
                Resource: '*',
                Condition: {
                  StringEquals: {
                    'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/DeveloperBoundary',
                  },
                },
              },
              { Sid: 'P', Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' },
            ),
          ],
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  },
} satisfies ChapterLessons;
