/** Chapter 2: Reading a policy. */
import { doc, policy, scenario } from '../policy';
import type { ChapterLessons } from '../types';

export const read = {
  'read-app-policy': {
    story:
      'An application’s policy has three statements: its bucket, its parameters, its logs. For a trial the team put new settings under `/myapp-staging/`. The application reads one of them.',
    misconception: 'M05',
    guide: ['G07', 'G13'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/my-app-role/i-0123456789abcdef0',
        action: 'ssm:GetParameter',
        resource: 'arn:aws:ssm:us-east-1:111122223333:parameter/myapp-staging/db-url',
      },
      policies: {
        identity: [
          policy(
            'MyAppPolicy',
            {
              Sid: 'AllowS3ReadForAppBucket',
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:ListBucket'],
              Resource: ['arn:aws:s3:::my-app-bucket', 'arn:aws:s3:::my-app-bucket/*'],
            },
            {
              Sid: 'AllowSSMParameterRead',
              Effect: 'Allow',
              Action: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
              Resource: 'arn:aws:ssm:us-east-1:111122223333:parameter/myapp/*',
            },
            {
              Sid: 'AllowCloudWatchLogs',
              Effect: 'Allow',
              Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
              Resource: 'arn:aws:logs:us-east-1:111122223333:log-group:/myapp/*',
            },
          ),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    ask: {
      question: 'Which statement lets the application read `/myapp-staging/db-url`?',
      options: [
        {
          id: 'ssm',
          text: 'AllowSSMParameterRead: the name starts with `myapp`.',
          claims: { decision: 'Allowed' },
          belief: 'M05',
          say: 'Matching goes letter by letter. The pattern has a slash after `myapp`, the name has a hyphen, and there the comparison ends.',
        },
        {
          id: 'none',
          text: 'None: `parameter/myapp/*` needs the slash, so nothing allows it.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. What no statement reaches is denied without anyone saying so.',
        },
        {
          id: 'half',
          text: 'AllowSSMParameterRead, but only because S3 is allowed too.',
          claims: { decision: 'Allowed' },
          belief: 'M01',
          say: 'Statements don’t help each other. Each is asked alone whether it fits the action and the resource.',
        },
      ],
    },
    rule: 'A statement applies when its action and its resource both fit, letter by letter. Statements are alternatives: they don’t add up.',
    repair: {
      task: 'The application must also upload files, only below `uploads/` in its bucket. Name each action in full.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'uploads a file',
          request: {
            action: 's3:PutObject',
            resource: 'arn:aws:s3:::my-app-bucket/uploads/a.png',
            resourceAccount: '111122223333',
          },
          expect: 'Allowed',
          say: 'No statement fits `s3:PutObject` on `my-app-bucket/uploads/a.png`.',
        },
        {
          name: 'can’t overwrite its configuration',
          request: {
            action: 's3:PutObject',
            resource: 'arn:aws:s3:::my-app-bucket/config/app.json',
            resourceAccount: '111122223333',
          },
          expect: 'Denied',
          say: 'The action joined a statement whose resource is the whole bucket.',
        },
        {
          name: 'still reads its configuration',
          request: {
            action: 's3:GetObject',
            resource: 'arn:aws:s3:::my-app-bucket/config/app.json',
            resourceAccount: '111122223333',
          },
          expect: 'Allowed',
          say: 'Reading broke on the way.',
        },
      ],
      hidden: [
        {
          name: 'can’t delete an upload',
          request: {
            action: 's3:DeleteObject',
            resource: 'arn:aws:s3:::my-app-bucket/uploads/a.png',
            resourceAccount: '111122223333',
          },
          expect: 'Denied',
          say: 'Uploading doesn’t need deleting.',
        },
        {
          name: 'can’t publish an upload',
          request: {
            action: 's3:PutObjectAcl',
            resource: 'arn:aws:s3:::my-app-bucket/uploads/a.png',
            resourceAccount: '111122223333',
          },
          expect: 'Denied',
          say: '`s3:PutObject*` includes `PutObjectAcl`.',
        },
      ],
      constraints: [
        {
          kind: 'noWildcard',
          in: 'Action',
          say: 'A star in an action takes in its neighbours. Name the action.',
        },
      ],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            {
              Sid: 'AllowS3ReadForAppBucket',
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:ListBucket'],
              Resource: ['arn:aws:s3:::my-app-bucket', 'arn:aws:s3:::my-app-bucket/*'],
            },
            {
              Sid: 'AllowSSMParameterRead',
              Effect: 'Allow',
              Action: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
              Resource: 'arn:aws:ssm:us-east-1:111122223333:parameter/myapp/*',
            },
            {
              Sid: 'AllowCloudWatchLogs',
              Effect: 'Allow',
              Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
              Resource: 'arn:aws:logs:us-east-1:111122223333:log-group:/myapp/*',
            },
            {
              Sid: 'AllowUploads',
              Effect: 'Allow',
              Action: 's3:PutObject',
              Resource: 'arn:aws:s3:::my-app-bucket/uploads/*',
            },
          ),
        },
      ],
      wrong: [
        {
          name: 'deleting as well',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'AllowS3ReadForAppBucket',
                  Effect: 'Allow',
                  Action: ['s3:GetObject', 's3:ListBucket'],
                  Resource: ['arn:aws:s3:::my-app-bucket', 'arn:aws:s3:::my-app-bucket/*'],
                },
                {
                  Sid: 'AllowSSMParameterRead',
                  Effect: 'Allow',
                  Action: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
                  Resource: 'arn:aws:ssm:us-east-1:111122223333:parameter/myapp/*',
                },
                {
                  Sid: 'AllowCloudWatchLogs',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:us-east-1:111122223333:log-group:/myapp/*',
                },
                {
                  Sid: 'AllowUploads',
                  Effect: 'Allow',
                  Action: ['s3:PutObject', 's3:DeleteObject'],
                  Resource: 'arn:aws:s3:::my-app-bucket/uploads/*',
                },
              ),
            },
          ],
          fails: 'can’t delete an upload',
        },
        {
          name: 'a star in the action',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'AllowS3ReadForAppBucket',
                  Effect: 'Allow',
                  Action: ['s3:GetObject', 's3:ListBucket'],
                  Resource: ['arn:aws:s3:::my-app-bucket', 'arn:aws:s3:::my-app-bucket/*'],
                },
                {
                  Sid: 'AllowSSMParameterRead',
                  Effect: 'Allow',
                  Action: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
                  Resource: 'arn:aws:ssm:us-east-1:111122223333:parameter/myapp/*',
                },
                {
                  Sid: 'AllowCloudWatchLogs',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:us-east-1:111122223333:log-group:/myapp/*',
                },
                {
                  Sid: 'AllowUploads',
                  Effect: 'Allow',
                  Action: 's3:PutObject*',
                  Resource: 'arn:aws:s3:::my-app-bucket/uploads/*',
                },
              ),
            },
          ],
          fails: 'noWildcard',
        },
      ],
      hints: [
        'A new reach wants a new statement.',
        'Which resource is exactly “below uploads”?',
        'Allow `s3:PutObject` on `arn:aws:s3:::my-app-bucket/uploads/*` in a fourth statement.',
      ],
    },
    transfer: {
      after: 2,
      ask: 'A policy allows `logs:PutLogEvents` on `log-group:/myapp/*`. The application writes to a stream of the log group `/myapp`. Allowed?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/my-app-role/i-0123456789abcdef0',
          action: 'logs:PutLogEvents',
          resource: 'arn:aws:logs:us-east-1:111122223333:log-group:/myapp:log-stream:i-1',
        },
        policies: {
          identity: [
            policy(
              'MyAppPolicy',
              {
                Sid: 'AllowS3ReadForAppBucket',
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:ListBucket'],
                Resource: ['arn:aws:s3:::my-app-bucket', 'arn:aws:s3:::my-app-bucket/*'],
              },
              {
                Sid: 'AllowSSMParameterRead',
                Effect: 'Allow',
                Action: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
                Resource: 'arn:aws:ssm:us-east-1:111122223333:parameter/myapp/*',
              },
              {
                Sid: 'AllowCloudWatchLogs',
                Effect: 'Allow',
                Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
                Resource: 'arn:aws:logs:us-east-1:111122223333:log-group:/myapp/*',
              },
            ),
          ],
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  },

  'read-list-bucket': {
    story:
      'The invoicing service may do `s3:*` on `invoices/*`. It reads and writes invoices all day. Then it tries to list them.',
    misconception: 'M04',
    guide: ['G13'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Invoicing/svc',
        action: 's3:ListBucket',
        resource: 'arn:aws:s3:::invoices',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy('InvoicingPolicy', {
            Sid: 'AllOfTheInvoices',
            Effect: 'Allow',
            Action: 's3:*',
            Resource: 'arn:aws:s3:::invoices/*',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    ask: {
      question: '`s3:*` on everything in the bucket. Can it list the bucket?',
      options: [
        {
          id: 'yes',
          text: 'Yes: `s3:*` includes `ListBucket`, and the star includes the bucket.',
          claims: { decision: 'Allowed' },
          belief: 'M04',
          say: 'The action fits. The resource doesn’t: listing is something you do to the bucket, `arn:aws:s3:::invoices`, and the policy names only what comes after the slash.',
        },
        {
          id: 'no',
          text: 'No: listing acts on the bucket, and the policy names only objects.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. Bucket and objects have different ARNs, and each action goes with one of them.',
        },
        {
          id: 'deny',
          text: 'No: S3 denies listing unless it is asked for by name.',
          claims: { decision: 'ExplicitlyDenied' },
          belief: 'M03',
          say: 'There is no built-in deny for it. The resource simply isn’t in the statement.',
        },
      ],
    },
    rule: 'Every action has a resource type. `ListBucket` takes the bucket’s ARN; `GetObject` and `PutObject` take the object’s.',
    repair: {
      task: 'Let the service list only the folder `2026/`, and give it nothing else that acts on the bucket.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'lists 2026/',
          request: { context: { 's3:prefix': '2026/' } },
          expect: 'Allowed',
          say: 'Listing `2026/` isn’t allowed yet. Its resource is the bucket, without a slash.',
        },
        {
          name: 'can’t list the whole bucket',
          request: {},
          expect: 'Denied',
          say: 'A listing without a prefix shows everything. Ask for `s3:prefix`.',
        },
        {
          name: 'still reads an invoice',
          request: { action: 's3:GetObject', resource: 'arn:aws:s3:::invoices/2026/11/7.pdf' },
          expect: 'Allowed',
          say: 'Reading invoices broke.',
        },
      ],
      hidden: [
        {
          name: 'can’t delete the bucket',
          request: { action: 's3:DeleteBucket' },
          expect: 'Denied',
          say: 'The bucket’s ARN joined `s3:*`: now the service can delete the bucket and rewrite its policy.',
        },
        {
          name: 'can’t change the bucket’s policy',
          request: { action: 's3:PutBucketPolicy' },
          expect: 'Denied',
          say: 'The bucket’s ARN joined `s3:*`.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            { Sid: 'AllOfTheInvoices', Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::invoices/*' },
            {
              Sid: 'List2026',
              Effect: 'Allow',
              Action: 's3:ListBucket',
              Resource: 'arn:aws:s3:::invoices',
              Condition: { StringLike: { 's3:prefix': '2026/*' } },
            },
          ),
        },
      ],
      wrong: [
        {
          name: 'the list and the end of the bucket',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'AllOfTheInvoices',
                  Effect: 'Allow',
                  Action: 's3:*',
                  Resource: 'arn:aws:s3:::invoices/*',
                },
                {
                  Sid: 'List2026',
                  Effect: 'Allow',
                  Action: 's3:ListBucket',
                  Resource: 'arn:aws:s3:::invoices',
                  Condition: { StringLike: { 's3:prefix': '2026/*' } },
                },
                {
                  Sid: 'Bucket',
                  Effect: 'Allow',
                  Action: ['s3:GetBucketLocation', 's3:DeleteBucket'],
                  Resource: 'arn:aws:s3:::invoices',
                },
              ),
            },
          ],
          fails: 'can’t delete the bucket',
        },
        {
          name: 'the list and the bucket’s policy',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'AllOfTheInvoices',
                  Effect: 'Allow',
                  Action: 's3:*',
                  Resource: 'arn:aws:s3:::invoices/*',
                },
                {
                  Sid: 'List2026',
                  Effect: 'Allow',
                  Action: 's3:ListBucket',
                  Resource: 'arn:aws:s3:::invoices',
                  Condition: { StringLike: { 's3:prefix': '2026/*' } },
                },
                {
                  Sid: 'Bucket',
                  Effect: 'Allow',
                  Action: 's3:*BucketPolicy',
                  Resource: 'arn:aws:s3:::invoices',
                },
              ),
            },
          ],
          fails: 'can’t change the bucket’s policy',
        },
        {
          name: 'the bucket joins s3:*',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'AllOfTheInvoices',
                Effect: 'Allow',
                Action: 's3:*',
                Resource: ['arn:aws:s3:::invoices', 'arn:aws:s3:::invoices/*'],
              }),
            },
          ],
          fails: 'can’t list the whole bucket',
        },
        {
          name: 'the bucket joins s3:* with a prefix',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'AllOfTheInvoices',
                  Effect: 'Allow',
                  Action: 's3:*',
                  Resource: 'arn:aws:s3:::invoices/*',
                },
                {
                  Sid: 'L',
                  Effect: 'Allow',
                  Action: 's3:*',
                  Resource: 'arn:aws:s3:::invoices',
                  Condition: { StringLikeIfExists: { 's3:prefix': '2026/*' } },
                },
              ),
            },
          ],
          fails: 'can’t list the whole bucket',
        },
      ],
      hints: [
        'Which ARN is listed: the folder’s, or the bucket’s?',
        'A second statement: one action, the bucket’s ARN, and a condition on what is listed.',
        '`s3:ListBucket` on `arn:aws:s3:::invoices` with `StringLike` `s3:prefix` `2026/*`.',
      ],
    },
    transfer: {
      after: 2,
      ask: 'A policy allows `s3:GetObject` on `arn:aws:s3:::reports` (no slash, no star). Can it read `reports/q1.pdf`?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/kim',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::reports/q1.pdf',
          resourceAccount: '111122223333',
        },
        policies: {
          identity: [
            policy('R', {
              Sid: 'R',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::reports',
            }),
          ],
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html',
  },

  'read-star': {
    story:
      'Departments keep a `public` folder each: `hr/public`, `it/public`. A reader’s policy allows `shared/*/public/*`. Someone made a folder `public` deep inside HR’s private files.',
    misconception: 'M06',
    guide: ['G13'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/sam',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::shared/hr/private/2026/public/pay.csv',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy('PublicFolders', {
            Sid: 'ReadPublic',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::shared/*/public/*',
          }),
        ],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'PublicFolders', statement: 0 }],
    },
    ask: {
      question: 'Does the star between the slashes stand for one folder only?',
      options: [
        {
          id: 'one',
          text: 'Yes, so `hr/private/2026` doesn’t fit and the read is denied.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M06',
          say: 'In a shell it would. In a policy a star takes any characters, slashes too, as many as it likes: here `hr/private/2026`.',
        },
        {
          id: 'any',
          text: 'No: a star runs through slashes, so the read is allowed.',
          claims: { decision: 'Allowed', by: 'PublicFolders' },
          say: 'Right. A policy’s star knows no folders.',
        },
      ],
    },
    rule: '`*` is any run of characters and `?` is any single one. Slashes mean nothing to them.',
    repair: {
      task: 'Keep the two public folders open, all the way down, and nothing else.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'HR’s public folder',
          request: { resource: 'arn:aws:s3:::shared/hr/public/menu.pdf' },
          expect: 'Allowed',
          say: 'HR’s public folder is shut now.',
        },
        {
          name: 'IT’s public folder',
          request: { resource: 'arn:aws:s3:::shared/it/public/guide.pdf' },
          expect: 'Allowed',
          say: 'IT’s public folder is shut now.',
        },
        {
          name: 'not the salaries',
          request: {},
          expect: 'Denied',
          say: 'A star before `public` still reaches into private folders.',
        },
      ],
      hidden: [
        {
          name: 'not the board’s either',
          request: { resource: 'arn:aws:s3:::shared/hr/board/public/minutes.pdf' },
          expect: 'Denied',
          say: 'You shut out `private`, but any other folder with a `public` inside is still open. Say what is open, not what is shut.',
        },
        {
          name: 'folders below a public one',
          request: { resource: 'arn:aws:s3:::shared/it/public/2026/vpn.pdf' },
          expect: 'Allowed',
          say: 'The last star should reach all the way down.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc({
            Sid: 'ReadPublic',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: ['arn:aws:s3:::shared/hr/public/*', 'arn:aws:s3:::shared/it/public/*'],
          }),
        },
      ],
      wrong: [
        {
          name: 'two files by name',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'ReadPublic',
                Effect: 'Allow',
                Action: 's3:GetObject',
                Resource: [
                  'arn:aws:s3:::shared/hr/public/menu.pdf',
                  'arn:aws:s3:::shared/it/public/guide.pdf',
                ],
              }),
            },
          ],
          fails: 'folders below a public one',
        },
        {
          name: 'a Deny on private',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadPublic',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shared/*/public/*',
                },
                {
                  Sid: 'NotPrivate',
                  Effect: 'Deny',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shared/*/private/*',
                },
              ),
            },
          ],
          fails: 'not the board’s either',
        },
        {
          name: 'two question marks',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'ReadPublic',
                Effect: 'Allow',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::shared/??/public',
              }),
            },
          ],
          fails: 'HR’s public folder',
        },
      ],
      hints: [
        'Which star is the greedy one?',
        'There are two departments. A list is allowed to be a list.',
        '`"Resource": ["…shared/hr/public/*", "…shared/it/public/*"]`',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A policy allows `ssm:GetParameter` on `parameter/app/?`. The application reads `/app/db`. Allowed?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/App/i',
          action: 'ssm:GetParameter',
          resource: 'arn:aws:ssm:us-east-1:111122223333:parameter/app/db',
        },
        policies: {
          identity: [
            policy('R', {
              Sid: 'R',
              Effect: 'Allow',
              Action: 'ssm:GetParameter',
              Resource: 'arn:aws:ssm:us-east-1:111122223333:parameter/app/?',
            }),
          ],
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  },

  'read-not-action': {
    story:
      'Developers shouldn’t manage identities, so their policy is written short: Allow, NotAction `iam:*`. One of them switches off the audit trail.',
    misconception: 'M08',
    guide: ['G01', 'G07'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/dev',
        action: 'cloudtrail:StopLogging',
        resource: 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main',
      },
      policies: {
        identity: [
          policy('Developers', {
            Sid: 'EverythingButIam',
            Effect: 'Allow',
            NotAction: 'iam:*',
            Resource: '*',
          }),
        ],
      },
    }),
    expect: { decision: 'Allowed', decidedBy: [{ layer: 'identity', policy: 'Developers', statement: 0 }] },
    ask: {
      question: 'The policy never mentions CloudTrail. May they stop it?',
      options: [
        {
          id: 'deny',
          text: 'No: nothing allows it, the policy only forbids IAM.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M08',
          say: 'The statement’s effect is Allow. `NotAction` only says which actions it leaves out, so it allows all the rest of AWS, CloudTrail too. And it forbids nothing: another policy may still allow IAM.',
        },
        {
          id: 'allow',
          text: 'Yes: it allows every action of AWS that isn’t `iam:`.',
          claims: { decision: 'Allowed', by: 'Developers' },
          say: 'Right. Some twenty thousand actions, and each new service on its first day.',
        },
        {
          id: 'ex',
          text: 'No: NotAction works as a Deny for IAM and has no effect elsewhere.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M08',
          say: '`NotAction` isn’t a Deny. It turns the list round and keeps the effect.',
        },
      ],
    },
    rule: '`NotAction` turns the list round; the effect stays. With Allow it opens everything else.',
    repair: {
      task: 'Developers need EC2 and Lambda, and no other service.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'starts an instance',
          request: {
            action: 'ec2:StartInstances',
            resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1',
          },
          expect: 'Allowed',
          say: 'EC2 isn’t allowed. A Deny with NotAction spares it, but sparing isn’t allowing.',
        },
        {
          name: 'updates a function',
          request: {
            action: 'lambda:UpdateFunctionCode',
            resource: 'arn:aws:lambda:eu-west-1:111122223333:function:shop',
          },
          expect: 'Allowed',
          say: 'Lambda isn’t allowed.',
        },
        { name: 'can’t stop the trail', request: {}, expect: 'Denied', say: 'CloudTrail is still open.' },
        {
          name: 'can’t create a user',
          request: { action: 'iam:CreateUser', resource: 'arn:aws:iam::111122223333:user/x' },
          expect: 'Denied',
          say: 'IAM is open now: a way to every other right.',
        },
      ],
      hidden: [
        {
          name: 'can’t leave the organization',
          request: { action: 'organizations:LeaveOrganization', resource: '*' },
          expect: 'Denied',
          say: 'A longer NotAction list still opens all the services it forgets. List what is allowed.',
        },
      ],
      constraints: [
        { kind: 'without', element: 'NotAction', say: 'Say what they may do, not what they may not.' },
      ],
      solution: [
        {
          at: 'identity/0',
          document: doc({ Sid: 'BuildWith', Effect: 'Allow', Action: ['ec2:*', 'lambda:*'], Resource: '*' }),
        },
      ],
      wrong: [
        {
          name: 'a longer list',
          edits: [
            {
              at: 'identity/0',
              document: doc({ Effect: 'Allow', NotAction: ['iam:*', 'cloudtrail:*'], Resource: '*' }),
            },
          ],
          fails: 'without',
        },
        {
          name: 'Deny with NotAction',
          edits: [
            {
              at: 'identity/0',
              document: doc({ Effect: 'Deny', NotAction: ['ec2:*', 'lambda:*'], Resource: '*' }),
            },
          ],
          fails: 'starts an instance',
        },
      ],
      hints: [
        'Which is shorter to check: what is open, or what is shut?',
        'One statement, `Action`, two services.',
        '`"Action": ["ec2:*", "lambda:*"]`',
      ],
    },
    transfer: {
      after: 3,
      ask: 'One policy: Deny, NotAction `s3:*`. Another: Allow `s3:GetObject` on one bucket. A read of that bucket?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/lea',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::b/k',
          resourceAccount: '111122223333',
        },
        policies: {
          identity: [
            policy('OnlyS3', { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }),
            policy('R', { Sid: 'R', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }),
          ],
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  },

  'read-order': {
    story:
      'A policy is written top to bottom like a firewall: read all reports; not the secret ones; but yes, Alice’s own folder. Alice opens a file in it.',
    misconception: 'M01',
    guide: ['G14'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/alice',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::reports/secret/alice/pay.pdf',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy(
            'Reports',
            {
              Sid: 'ReadReports',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::reports/*',
            },
            {
              Sid: 'NotTheSecretOnes',
              Effect: 'Deny',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::reports/secret/*',
            },
            {
              Sid: 'ButHerOwn',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::reports/secret/alice/*',
            },
          ),
        ],
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [{ layer: 'identity', policy: 'Reports', statement: 1 }],
    },
    ask: {
      question: 'Three statements fit this request. Which one counts?',
      options: [
        {
          id: 'last',
          text: 'ButHerOwn: the last one that fits wins.',
          claims: { decision: 'Allowed' },
          belief: 'M01',
          say: 'There is no first or last. All statements are read, and if any Deny among them fits, the answer is no. Write them in any order: nothing changes.',
        },
        {
          id: 'exact',
          text: 'ButHerOwn: the most exact one wins.',
          claims: { decision: 'Allowed' },
          belief: 'M02',
          say: 'Exactness has no weight either. It is a Deny, and it fits.',
        },
        {
          id: 'deny',
          text: 'NotTheSecretOnes: a Deny that fits beats every Allow.',
          claims: { decision: 'ExplicitlyDenied', by: 'Reports', statement: 1 },
          say: 'Right. An exception to a Deny has to be written into the Deny.',
        },
      ],
    },
    rule: 'Statements have no order and no rank. An exception to a Deny belongs in the Deny itself.',
    repair: {
      task: 'Make Alice’s exception work. All other secrets stay shut, all other reports stay open.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'Alice’s own file',
          request: {},
          expect: 'Allowed',
          say: 'The Deny still covers `secret/alice/`.',
        },
        {
          name: 'Ben’s stays shut',
          request: { resource: 'arn:aws:s3:::reports/secret/ben/pay.pdf' },
          expect: 'Denied',
          say: 'Ben’s file is open: ReadReports reaches it as soon as the Deny is gone.',
        },
        {
          name: 'ordinary reports stay open',
          request: { resource: 'arn:aws:s3:::reports/public/q1.pdf' },
          expect: 'Allowed',
          say: '`NotResource` turns the list round: the Deny now hits everything that isn’t listed, the ordinary reports too. List them.',
        },
      ],
      hidden: [
        {
          name: 'people who join later',
          request: { resource: 'arn:aws:s3:::reports/secret/zoe/pay.pdf' },
          expect: 'Denied',
          say: 'You listed the people who exist today. Tomorrow’s secrets are open.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            {
              Sid: 'ReadReports',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::reports/*',
            },
            {
              Sid: 'NothingSecretButHerOwn',
              Effect: 'Deny',
              Action: 's3:GetObject',
              NotResource: ['arn:aws:s3:::reports/public/*', 'arn:aws:s3:::reports/secret/alice/*'],
            },
          ),
        },
      ],
      wrong: [
        {
          name: 'another order',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ButHerOwn',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::reports/secret/alice/*',
                },
                {
                  Sid: 'ReadReports',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::reports/*',
                },
                {
                  Sid: 'NotTheSecretOnes',
                  Effect: 'Deny',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::reports/secret/*',
                },
              ),
            },
          ],
          fails: 'Alice’s own file',
        },
        {
          name: 'a list of the others',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadReports',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::reports/*',
                },
                {
                  Sid: 'N',
                  Effect: 'Deny',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::reports/secret/ben/*',
                },
              ),
            },
          ],
          fails: 'people who join later',
        },
      ],
      hints: [
        'Reordering can’t help. Try it.',
        'Either the Deny learns an exception, or you need no Deny at all.',
        'Allow only `reports/public/*` and `reports/secret/alice/*`: what isn’t allowed is denied anyway.',
      ],
    },
    transfer: {
      after: 2,
      ask: 'Policy A (attached first) allows `ec2:StopInstances` on one instance. Policy B (attached later) denies `ec2:*` on instances tagged `prod`. The instance is tagged `prod`. Stop it?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/max',
          action: 'ec2:StopInstances',
          resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-7',
          context: { 'aws:ResourceTag/env': 'prod' },
        },
        policies: {
          identity: [
            policy('A', {
              Sid: 'A',
              Effect: 'Allow',
              Action: 'ec2:StopInstances',
              Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-7',
            }),
            policy('B', {
              Sid: 'B',
              Effect: 'Deny',
              Action: 'ec2:*',
              Resource: '*',
              Condition: { StringEquals: { 'aws:ResourceTag/env': 'prod' } },
            }),
          ],
        },
      }),
      expect: { decision: 'ExplicitlyDenied' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
  },

  'read-variable': {
    story:
      'Everyone gets the folder that bears their name: `team-home/${aws:username}/*`. Eva copied the group’s policy from an old page, without a `Version` line. Ben reads a file in his own folder.',
    misconception: 'M07',
    guide: ['G31', 'G35'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/ben',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::team-home/ben/notes.txt',
        resourceAccount: '111122223333',
        context: { 'aws:PrincipalTag/folder': [] },
      },
      policies: {
        identity: [
          {
            name: 'HomeFolders',
            document: {
              Statement: [
                {
                  Sid: 'OwnFolder',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::team-home/${aws:username}/*',
                },
              ],
            },
            via: 'group/Everyone',
          },
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    ask: {
      question: 'The pattern says `${aws:username}`, and the user is ben. Does it fit his folder?',
      options: [
        {
          id: 'yes',
          text: 'Yes: the variable stands for his name.',
          claims: { decision: 'Allowed', by: 'HomeFolders' },
          belief: 'M07',
          say: 'It would, with `"Version": "2012-10-17"`. A policy that names no version is read as 2008-10-17, which knows no variables: there it is a folder with a dollar sign in its name.',
        },
        {
          id: 'version',
          text: 'No: without a Version the dollar sign is only text.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. When the line is missing, the oldest language counts, not the newest.',
        },
        {
          id: 'conditions',
          text: 'No: variables only work in conditions.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M07',
          reasonOnly: true,
          say: 'They work in `Resource` as well. Add the missing line and Ben is in.',
        },
      ],
    },
    rule: 'Without `Version` a policy is read as 2008-10-17, and variables are plain text. A variable whose key the caller doesn’t have fits nothing.',
    repair: {
      task: 'Make it work for users. The same policy is also attached to the role Staff, whose sessions bear their folder in the tag `folder`: make it work for them too. Everyone reads their own folder and no other.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'Ben in his folder',
          request: {},
          expect: 'Allowed',
          say: 'The variable is still only text. Look at the first line of the policy.',
        },
        {
          name: 'Ben in Eva’s folder',
          request: { resource: 'arn:aws:s3:::team-home/eva/notes.txt' },
          expect: 'Denied',
          say: 'Ben reads everybody’s folder.',
        },
        {
          name: 'Eva’s session in her folder',
          request: {
            principal: 'arn:aws:sts::111122223333:assumed-role/Staff/eva',
            resource: 'arn:aws:s3:::team-home/eva/notes.txt',
            context: { 'aws:PrincipalTag/folder': 'eva' },
          },
          expect: 'Allowed',
          say: 'A session has no user name, so `${aws:username}` fits nothing. Its folder is in its tag.',
        },
        {
          name: 'the user Ben, with a capital',
          request: { principal: 'arn:aws:iam::111122223333:user/Ben' },
          expect: 'Denied',
          say: 'Capitals count in ARNs: Ben isn’t ben.',
        },
      ],
      hidden: [
        {
          name: 'a session without the tag',
          request: {
            principal: 'arn:aws:sts::111122223333:assumed-role/Staff/guest',
            resource: 'arn:aws:s3:::team-home/eva/notes.txt',
            context: { 'aws:PrincipalTag/folder': [] },
          },
          expect: 'Denied',
          say: 'A session without the tag reads other people’s folders.',
        },
        {
          name: 'Eva’s session in Ben’s folder',
          request: {
            principal: 'arn:aws:sts::111122223333:assumed-role/Staff/eva',
            context: { 'aws:PrincipalTag/folder': 'eva' },
          },
          expect: 'Denied',
          say: 'Having a tag isn’t enough: it must say which folder.',
        },
        {
          name: 'a longer name',
          request: { resource: 'arn:aws:s3:::team-home/benedict/notes.txt' },
          expect: 'Denied',
          say: 'Ben reads Benedict’s folder. Put the slash before the star.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            {
              Sid: 'OwnFolder',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::team-home/${aws:username}/*',
            },
            {
              Sid: 'TaggedFolder',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::team-home/${aws:PrincipalTag/folder}/*',
            },
          ),
        },
      ],
      also: [
        [
          {
            at: 'identity/0',
            document: doc(
              {
                Sid: 'OwnFolder',
                Effect: 'Allow',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::team-home/${aws:username}/*',
              },
              {
                Sid: 'TaggedFolder',
                Effect: 'Allow',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::team-home/${aws:PrincipalTag/folder}/*',
                Condition: { Null: { 'aws:PrincipalTag/folder': 'false' } },
              },
            ),
          },
        ],
      ],
      wrong: [
        {
          name: 'a folder for sessions without a tag',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'OwnFolder',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::team-home/${aws:username}/*',
                },
                {
                  Sid: 'TaggedFolder',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: "arn:aws:s3:::team-home/${aws:PrincipalTag/folder, 'eva'}/*",
                  Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Staff' } },
                },
              ),
            },
          ],
          fails: 'a session without the tag',
        },
        {
          name: 'only the line',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'OwnFolder',
                Effect: 'Allow',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::team-home/${aws:username}/*',
              }),
            },
          ],
          fails: 'Eva’s session in her folder',
        },
        {
          name: 'only the tag',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'TaggedFolder',
                Effect: 'Allow',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::team-home/${aws:PrincipalTag/folder}/*',
              }),
            },
          ],
          fails: 'Ben in his folder',
        },
        {
          name: 'all folders',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'All',
                Effect: 'Allow',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::team-home/*',
              }),
            },
          ],
          fails: 'Ben in Eva’s folder',
        },
        {
          name: 'whoever isn’t a user',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'OwnFolder',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::team-home/${aws:username}/*',
                },
                {
                  Sid: 'S',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::team-home/*',
                  Condition: { Null: { 'aws:username': 'true' } },
                },
              ),
            },
          ],
          fails: 'a session without the tag',
        },
        {
          name: 'whoever has a tag',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'OwnFolder',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::team-home/${aws:username}/*',
                },
                {
                  Sid: 'S',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::team-home/*',
                  Condition: { Null: { 'aws:PrincipalTag/folder': 'false' } },
                },
              ),
            },
          ],
          fails: 'Eva’s session in Ben’s folder',
        },
        {
          name: 'no slash',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'O',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::team-home/${aws:username}*',
                },
                {
                  Sid: 'TaggedFolder',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::team-home/${aws:PrincipalTag/folder}/*',
                },
              ),
            },
          ],
          fails: 'a longer name',
        },
      ],
      hints: [
        'What does every policy begin with, and this one not?',
        'Users and sessions bear different keys: one variable for each, in two statements.',
        '`"Version": "2012-10-17"`, and a second statement on `team-home/${aws:PrincipalTag/folder}/*`.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A policy of 2012-10-17 allows `dynamodb:GetItem` on `table/${aws:username}`. It is attached to a role. A session of it that is called `ann` reads the table `ann`. Allowed?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Desk/ann',
          action: 'dynamodb:GetItem',
          resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/ann',
        },
        policies: {
          identity: [
            policy('OwnTable', {
              Sid: 'O',
              Effect: 'Allow',
              Action: 'dynamodb:GetItem',
              Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/${aws:username}',
            }),
          ],
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
  },
} satisfies ChapterLessons;
