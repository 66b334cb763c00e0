/** Chapter 10: Less, and proof of it. */
import { ADMINISTRATOR, FULL_AWS_ACCESS, doc, level, policy, scenario } from '../policy';
import type { ChapterLessons } from '../types';

export const less = {
  'less-advisor': {
    story:
      'The role orders-app has a policy with seven services. Hana asked IAM when each was used last. The application reads new orders, takes messages from a queue, writes receipts and a log. In the first days of January it also closes the year: it reads one setting, `/orders/close`, and saves the book to `orders-archive`.',
    misconception: 'M05',
    guide: ['G22'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/orders-app/i-0123456789abcdef0',
        action: 's3:DeleteBucket',
        resource: 'arn:aws:s3:::orders-in',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy(
            'OrdersPolicy',
            { Sid: 'Files', Effect: 'Allow', Action: 's3:*', Resource: '*' },
            { Sid: 'Queues', Effect: 'Allow', Action: 'sqs:*', Resource: '*' },
            { Sid: 'Logs', Effect: 'Allow', Action: 'logs:*', Resource: '*' },
            { Sid: 'Settings', Effect: 'Allow', Action: 'ssm:*', Resource: '*' },
            { Sid: 'Machines', Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
            { Sid: 'Tables', Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' },
            { Sid: 'Catalog', Effect: 'Allow', Action: 'glue:*', Resource: '*' },
          ),
        ],
      },
    }),
    expect: { decision: 'Allowed', decidedBy: [{ layer: 'identity', policy: 'OrdersPolicy', statement: 0 }] },
    first: {
      kind: 'pick',
      from: 'lines',
      question:
        'The report of 20 November looks back 400 days. Which statements can go, on this report alone?',
      text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Files",
      "Effect": "Allow",
      "Action": "s3:*",
      "Resource": "*"
    },
    {
      "Sid": "Queues",
      "Effect": "Allow",
      "Action": "sqs:*",
      "Resource": "*"
    },
    {
      "Sid": "Logs",
      "Effect": "Allow",
      "Action": "logs:*",
      "Resource": "*"
    },
    {
      "Sid": "Settings",
      "Effect": "Allow",
      "Action": "ssm:*",
      "Resource": "*"
    },
    {
      "Sid": "Machines",
      "Effect": "Allow",
      "Action": "ec2:*",
      "Resource": "*"
    },
    {
      "Sid": "Tables",
      "Effect": "Allow",
      "Action": "dynamodb:*",
      "Resource": "*"
    },
    {
      "Sid": "Catalog",
      "Effect": "Allow",
      "Action": "glue:*",
      "Resource": "*"
    }
  ]
}`,
      beside: {
        name: 'get-service-last-accessed-details',
        text: `{
  "JobStatus": "COMPLETED",
  "JobType": "ACTION_LEVEL",
  "JobCreationDate": "2026-11-20T09:00:00+00:00",
  "ServicesLastAccessed": [
    {
      "ServiceName": "Amazon DynamoDB",
      "ServiceNamespace": "dynamodb",
      "TotalAuthenticatedEntities": 0
    },
    {
      "ServiceName": "Amazon EC2",
      "ServiceNamespace": "ec2",
      "TotalAuthenticatedEntities": 0
    },
    {
      "ServiceName": "AWS Glue",
      "ServiceNamespace": "glue",
      "TotalAuthenticatedEntities": 0
    },
    {
      "ServiceName": "Amazon CloudWatch Logs",
      "LastAuthenticated": "2026-11-20T04:12:00+00:00",
      "ServiceNamespace": "logs",
      "LastAuthenticatedEntity": "arn:aws:iam::111122223333:role/orders-app",
      "LastAuthenticatedRegion": "eu-west-1",
      "TotalAuthenticatedEntities": 1
    },
    {
      "ServiceName": "Amazon S3",
      "LastAuthenticated": "2026-11-19T22:40:00+00:00",
      "ServiceNamespace": "s3",
      "LastAuthenticatedEntity": "arn:aws:iam::111122223333:role/orders-app",
      "LastAuthenticatedRegion": "eu-west-1",
      "TotalAuthenticatedEntities": 1,
      "TrackedActionsLastAccessed": [
        {
          "ActionName": "CreateBucket"
        },
        {
          "ActionName": "DeleteBucket"
        },
        {
          "ActionName": "GetBucketLocation",
          "LastAccessedEntity": "arn:aws:iam::111122223333:role/orders-app",
          "LastAccessedTime": "2026-11-19T22:40:00+00:00",
          "LastAccessedRegion": "eu-west-1"
        },
        {
          "ActionName": "PutBucketPolicy"
        }
      ]
    },
    {
      "ServiceName": "Amazon SQS",
      "LastAuthenticated": "2026-11-20T06:55:00+00:00",
      "ServiceNamespace": "sqs",
      "LastAuthenticatedEntity": "arn:aws:iam::111122223333:role/orders-app",
      "LastAuthenticatedRegion": "eu-west-1",
      "TotalAuthenticatedEntities": 1,
      "TrackedActionsLastAccessed": [
        {
          "ActionName": "CreateQueue"
        },
        {
          "ActionName": "GetQueueAttributes",
          "LastAccessedEntity": "arn:aws:iam::111122223333:role/orders-app",
          "LastAccessedTime": "2026-11-20T06:55:00+00:00",
          "LastAccessedRegion": "eu-west-1"
        },
        {
          "ActionName": "PurgeQueue"
        }
      ]
    },
    {
      "ServiceName": "AWS Systems Manager",
      "LastAuthenticated": "2026-01-02T03:15:00+00:00",
      "ServiceNamespace": "ssm",
      "LastAuthenticatedEntity": "arn:aws:iam::111122223333:role/orders-app",
      "LastAuthenticatedRegion": "eu-west-1",
      "TotalAuthenticatedEntities": 1
    }
  ],
  "JobCompletionDate": "2026-11-20T09:00:03+00:00",
  "IsTruncated": false
}`,
      },
      items: [
        { id: 'Files', label: 'Files: s3:*', lines: [4, 9] },
        { id: 'Queues', label: 'Queues: sqs:*', lines: [10, 15] },
        { id: 'Logs', label: 'Logs: logs:*', lines: [16, 21] },
        { id: 'Settings', label: 'Settings: ssm:*', lines: [22, 27] },
        { id: 'Machines', label: 'Machines: ec2:*', lines: [28, 33] },
        { id: 'Tables', label: 'Tables: dynamodb:*', lines: [34, 39] },
        { id: 'Catalog', label: 'Catalog: glue:*', lines: [40, 45] },
      ],
      right: ['Machines', 'Tables', 'Catalog'],
      say: {
        Files:
          'S3 was used yesterday, so it can’t go. It can become smaller: of the actions that are tracked, only one was used. Reading and writing objects isn’t tracked by action at all, so their absence from the list means nothing.',
        Queues:
          'Used this morning. The row tells who and when, not on which queue: the report knows no resources.',
        Logs: 'Used this morning, and without a list of actions. No list is no information; it isn’t “nothing used”.',
        Settings:
          'Last used on 2 January, 322 days ago. That is a question to ask, not a statement to strike: the year’s closing runs once a year.',
        Machines: 'Never, in 400 days. It can go.',
        Tables: 'Never, in 400 days. It can go.',
        Catalog: 'Never, in 400 days. It can go.',
      },
      belief: { Files: 'M05', Queues: 'M05', Logs: 'M05', Settings: 'M35' },
    },
    ask: {
      question:
        'In 400 days the application never deleted a bucket. Someone gets into its machine and tries. What does IAM say?',
      options: [
        {
          id: 'worn',
          text: 'Denied: what isn’t used for so long isn’t granted any more.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M39',
          say: 'Rights don’t wear out. The report only tells what was used; taking it away is left to you.',
        },
        {
          id: 'yes',
          text: 'Allowed: Files says `s3:*`, used or not.',
          claims: { decision: 'Allowed', by: 'OrdersPolicy', statement: 0 },
          say: 'Right. Whoever gets hold of the role has all that it may do, not only what it does.',
        },
        {
          id: 'other',
          text: 'Denied: the other statements show that the role is meant for orders only.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M05',
          say: 'Statements don’t explain one another. Each is asked alone whether it fits, and Files fits.',
        },
      ],
    },
    rule: 'Last accessed tells which services, and which tracked actions, were tried. It knows no resources and no object calls, and “long ago” is a question. Unused rights stay until you strike them.',
    repair: {
      task: 'Shrink the policy. The tests are calls of the last 30 days and some that shall stop. What the application does once a year has to go on working. Name every action in full.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'reads an order',
          request: { action: 's3:GetObject', resource: 'arn:aws:s3:::orders-in/2026/11/a.json' },
          expect: 'Allowed',
          say: 'Orders can’t be read: `s3:GetObject` on the objects of `orders-in`.',
        },
        {
          name: 'lists new orders',
          request: { action: 's3:ListBucket' },
          expect: 'Allowed',
          say: 'Listing takes the bucket’s own ARN.',
        },
        {
          name: 'looks up the bucket’s Region',
          request: { action: 's3:GetBucketLocation' },
          expect: 'Allowed',
          say: 'The report names `GetBucketLocation` as used yesterday.',
        },
        {
          name: 'writes a receipt',
          request: { action: 's3:PutObject', resource: 'arn:aws:s3:::orders-out/receipts/a.pdf' },
          expect: 'Allowed',
          say: 'Receipts can’t be written to `orders-out`.',
        },
        {
          name: 'takes a message',
          request: { action: 'sqs:ReceiveMessage', resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' },
          expect: 'Allowed',
          say: 'The queue can’t be read any more.',
        },
        {
          name: 'removes the message',
          request: { action: 'sqs:DeleteMessage', resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' },
          expect: 'Allowed',
          say: 'A message that isn’t removed comes again.',
        },
        {
          name: 'counts the messages',
          request: {
            action: 'sqs:GetQueueAttributes',
            resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
          },
          expect: 'Allowed',
          say: 'The report names `GetQueueAttributes` as used this morning.',
        },
        {
          name: 'writes its log',
          request: {
            action: 'logs:PutLogEvents',
            resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/orders/app:log-stream:i-0',
          },
          expect: 'Allowed',
          say: 'A log stream’s ARN goes on after the group’s name. Let the pattern go on too.',
        },
        { name: 'deletes no bucket', request: {}, expect: 'Denied', say: 'The bucket can still be deleted.' },
        {
          name: 'empties no queue',
          request: { action: 'sqs:PurgeQueue', resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' },
          expect: 'Denied',
          say: 'The queue can still be purged, which the report says never happened.',
        },
        {
          name: 'starts no machines',
          request: {
            action: 'ec2:StartInstances',
            resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1',
          },
          expect: 'Denied',
          say: 'EC2 was never used.',
        },
      ],
      hidden: [
        {
          name: 'closes the year: reads the setting',
          request: {
            action: 'ssm:GetParameter',
            resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/orders/close',
          },
          expect: 'Allowed',
          say: 'The year’s closing fails in January. 322 days ago isn’t never.',
        },
        {
          name: 'closes the year: saves the book',
          request: { action: 's3:PutObject', resource: 'arn:aws:s3:::orders-archive/2026/book.csv' },
          expect: 'Allowed',
          say: 'The book can’t be saved to `orders-archive`. S3 counts as used, but the report doesn’t tell for which bucket.',
        },
        {
          name: 'reads no other settings',
          request: {
            action: 'ssm:GetParameter',
            resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/payroll/key',
          },
          expect: 'Denied',
          say: 'One setting was needed, and all of them are open.',
        },
        {
          name: 'changes no orders',
          request: { action: 's3:PutObject', resource: 'arn:aws:s3:::orders-in/2026/11/a.json' },
          expect: 'Denied',
          say: 'Orders are read. They can be overwritten now as well.',
        },
        {
          name: 'reads no other bucket',
          request: { action: 's3:GetObject', resource: 'arn:aws:s3:::payroll/q1.csv' },
          expect: 'Denied',
          say: 'Reading is open for every bucket.',
        },
        {
          name: 'takes from no other queue',
          request: { action: 'sqs:ReceiveMessage', resource: 'arn:aws:sqs:eu-west-1:111122223333:payments' },
          expect: 'Denied',
          say: 'The report doesn’t name queues. The application takes from `orders` only.',
        },
      ],
      constraints: [{ kind: 'noWildcard', in: 'Action', say: 'Name each action in full.' }],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            {
              Sid: 'ReadOrders',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::orders-in/*',
            },
            {
              Sid: 'ListOrders',
              Effect: 'Allow',
              Action: ['s3:ListBucket', 's3:GetBucketLocation'],
              Resource: 'arn:aws:s3:::orders-in',
            },
            {
              Sid: 'WriteReceiptsAndArchive',
              Effect: 'Allow',
              Action: 's3:PutObject',
              Resource: ['arn:aws:s3:::orders-out/*', 'arn:aws:s3:::orders-archive/*'],
            },
            {
              Sid: 'Queue',
              Effect: 'Allow',
              Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
              Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
            },
            {
              Sid: 'WriteLog',
              Effect: 'Allow',
              Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/orders/app:*',
            },
            {
              Sid: 'YearEnd',
              Effect: 'Allow',
              Action: 'ssm:GetParameter',
              Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/orders/close',
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
                Sid: 'Orders',
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:ListBucket', 's3:GetBucketLocation'],
                Resource: ['arn:aws:s3:::orders-in', 'arn:aws:s3:::orders-in/*'],
              },
              { Sid: 'Out', Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::orders-out/*' },
              {
                Sid: 'Archive',
                Effect: 'Allow',
                Action: 's3:PutObject',
                Resource: 'arn:aws:s3:::orders-archive/*',
              },
              {
                Sid: 'Queue',
                Effect: 'Allow',
                Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
                Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
              },
              {
                Sid: 'WriteLog',
                Effect: 'Allow',
                Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/orders/app:*',
              },
              {
                Sid: 'YearEnd',
                Effect: 'Allow',
                Action: 'ssm:GetParameter',
                Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/orders/close',
              },
            ),
          },
        ],
      ],
      wrong: [
        {
          name: 'writing to all three buckets',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadOrders',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::orders-in/*',
                },
                {
                  Sid: 'ListOrders',
                  Effect: 'Allow',
                  Action: ['s3:ListBucket', 's3:GetBucketLocation'],
                  Resource: 'arn:aws:s3:::orders-in',
                },
                {
                  Sid: 'Write',
                  Effect: 'Allow',
                  Action: 's3:PutObject',
                  Resource: 'arn:aws:s3:::orders-*/*',
                },
                {
                  Sid: 'Queue',
                  Effect: 'Allow',
                  Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
                  Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
                },
                {
                  Sid: 'WriteLog',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/orders/app:*',
                },
                {
                  Sid: 'YearEnd',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/orders/close',
                },
              ),
            },
          ],
          fails: 'changes no orders',
        },
        {
          name: 'only the three are struck',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                { Sid: 'Files', Effect: 'Allow', Action: 's3:*', Resource: '*' },
                { Sid: 'Queues', Effect: 'Allow', Action: 'sqs:*', Resource: '*' },
                { Sid: 'Logs', Effect: 'Allow', Action: 'logs:*', Resource: '*' },
                { Sid: 'Settings', Effect: 'Allow', Action: 'ssm:*', Resource: '*' },
              ),
            },
          ],
          fails: 'deletes no bucket',
        },
        {
          name: 'what wasn’t used lately is struck too',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadOrders',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::orders-in/*',
                },
                {
                  Sid: 'ListOrders',
                  Effect: 'Allow',
                  Action: ['s3:ListBucket', 's3:GetBucketLocation'],
                  Resource: 'arn:aws:s3:::orders-in',
                },
                {
                  Sid: 'W',
                  Effect: 'Allow',
                  Action: 's3:PutObject',
                  Resource: ['arn:aws:s3:::orders-out/*', 'arn:aws:s3:::orders-archive/*'],
                },
                {
                  Sid: 'Queue',
                  Effect: 'Allow',
                  Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
                  Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
                },
                {
                  Sid: 'WriteLog',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/orders/app:*',
                },
              ),
            },
          ],
          fails: 'closes the year: reads the setting',
        },
        {
          name: 'the archive is forgotten',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadOrders',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::orders-in/*',
                },
                {
                  Sid: 'ListOrders',
                  Effect: 'Allow',
                  Action: ['s3:ListBucket', 's3:GetBucketLocation'],
                  Resource: 'arn:aws:s3:::orders-in',
                },
                { Sid: 'W', Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::orders-out/*' },
                {
                  Sid: 'Queue',
                  Effect: 'Allow',
                  Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
                  Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
                },
                {
                  Sid: 'WriteLog',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/orders/app:*',
                },
                {
                  Sid: 'YearEnd',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/orders/close',
                },
              ),
            },
          ],
          fails: 'closes the year: saves the book',
        },
        {
          name: 'all settings',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadOrders',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::orders-in/*',
                },
                {
                  Sid: 'ListOrders',
                  Effect: 'Allow',
                  Action: ['s3:ListBucket', 's3:GetBucketLocation'],
                  Resource: 'arn:aws:s3:::orders-in',
                },
                {
                  Sid: 'WriteReceiptsAndArchive',
                  Effect: 'Allow',
                  Action: 's3:PutObject',
                  Resource: ['arn:aws:s3:::orders-out/*', 'arn:aws:s3:::orders-archive/*'],
                },
                {
                  Sid: 'Queue',
                  Effect: 'Allow',
                  Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
                  Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
                },
                {
                  Sid: 'WriteLog',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/orders/app:*',
                },
                { Sid: 'Y', Effect: 'Allow', Action: 'ssm:GetParameter', Resource: '*' },
              ),
            },
          ],
          fails: 'reads no other settings',
        },
        {
          name: 'right actions, every bucket',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'F',
                  Effect: 'Allow',
                  Action: ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 's3:GetBucketLocation'],
                  Resource: '*',
                },
                {
                  Sid: 'Queue',
                  Effect: 'Allow',
                  Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
                  Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
                },
                {
                  Sid: 'WriteLog',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/orders/app:*',
                },
                {
                  Sid: 'YearEnd',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/orders/close',
                },
              ),
            },
          ],
          fails: 'changes no orders',
        },
        {
          name: 'reading everywhere',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'R',
                  Effect: 'Allow',
                  Action: ['s3:GetObject', 's3:ListBucket', 's3:GetBucketLocation'],
                  Resource: '*',
                },
                {
                  Sid: 'WriteReceiptsAndArchive',
                  Effect: 'Allow',
                  Action: 's3:PutObject',
                  Resource: ['arn:aws:s3:::orders-out/*', 'arn:aws:s3:::orders-archive/*'],
                },
                {
                  Sid: 'Queue',
                  Effect: 'Allow',
                  Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
                  Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
                },
                {
                  Sid: 'WriteLog',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/orders/app:*',
                },
                {
                  Sid: 'YearEnd',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/orders/close',
                },
              ),
            },
          ],
          fails: 'reads no other bucket',
        },
        {
          name: 'every queue',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadOrders',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::orders-in/*',
                },
                {
                  Sid: 'ListOrders',
                  Effect: 'Allow',
                  Action: ['s3:ListBucket', 's3:GetBucketLocation'],
                  Resource: 'arn:aws:s3:::orders-in',
                },
                {
                  Sid: 'WriteReceiptsAndArchive',
                  Effect: 'Allow',
                  Action: 's3:PutObject',
                  Resource: ['arn:aws:s3:::orders-out/*', 'arn:aws:s3:::orders-archive/*'],
                },
                {
                  Sid: 'Q',
                  Effect: 'Allow',
                  Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
                  Resource: '*',
                },
                {
                  Sid: 'WriteLog',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/orders/app:*',
                },
                {
                  Sid: 'YearEnd',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/orders/close',
                },
              ),
            },
          ],
          fails: 'takes from no other queue',
        },
        {
          name: 'only what the report names',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'S3',
                  Effect: 'Allow',
                  Action: 's3:GetBucketLocation',
                  Resource: 'arn:aws:s3:::orders-in',
                },
                {
                  Sid: 'Q',
                  Effect: 'Allow',
                  Action: 'sqs:GetQueueAttributes',
                  Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
                },
                {
                  Sid: 'WriteLog',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/orders/app:*',
                },
                {
                  Sid: 'YearEnd',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/orders/close',
                },
              ),
            },
          ],
          fails: 'reads an order',
        },
        {
          name: 'the log group without its streams',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadOrders',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::orders-in/*',
                },
                {
                  Sid: 'ListOrders',
                  Effect: 'Allow',
                  Action: ['s3:ListBucket', 's3:GetBucketLocation'],
                  Resource: 'arn:aws:s3:::orders-in',
                },
                {
                  Sid: 'WriteReceiptsAndArchive',
                  Effect: 'Allow',
                  Action: 's3:PutObject',
                  Resource: ['arn:aws:s3:::orders-out/*', 'arn:aws:s3:::orders-archive/*'],
                },
                {
                  Sid: 'Queue',
                  Effect: 'Allow',
                  Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
                  Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
                },
                {
                  Sid: 'L',
                  Effect: 'Allow',
                  Action: 'logs:PutLogEvents',
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/orders/app',
                },
                {
                  Sid: 'YearEnd',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/orders/close',
                },
              ),
            },
          ],
          fails: 'writes its log',
        },
        {
          name: 'a star in the actions',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                { Sid: 'R', Effect: 'Allow', Action: 's3:Get*', Resource: 'arn:aws:s3:::orders-in/*' },
                {
                  Sid: 'L',
                  Effect: 'Allow',
                  Action: ['s3:ListBucket', 's3:GetBucketLocation'],
                  Resource: 'arn:aws:s3:::orders-in',
                },
                {
                  Sid: 'WriteReceiptsAndArchive',
                  Effect: 'Allow',
                  Action: 's3:PutObject',
                  Resource: ['arn:aws:s3:::orders-out/*', 'arn:aws:s3:::orders-archive/*'],
                },
                {
                  Sid: 'Queue',
                  Effect: 'Allow',
                  Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
                  Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
                },
                {
                  Sid: 'WriteLog',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/orders/app:*',
                },
                {
                  Sid: 'YearEnd',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/orders/close',
                },
              ),
            },
          ],
          fails: 'noWildcard',
        },
      ],
      hints: [
        'Start from the calls in the tests, not from the old policy.',
        'One statement for each kind of reach: orders, writing, queue, log. Then read the story again: what happens once a year?',
        '`ssm:GetParameter` on `parameter/orders/close`, and `orders-archive/*` beside `orders-out/*`.',
      ],
    },
    transfer: {
      after: 5,
      ask: 'The report says that the role Relay never used SQS. Its policy doesn’t mention SQS. A queue’s own policy, in the same account, names the role Relay for `sqs:SendMessage`. Relay’s session sends.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Relay/r',
          action: 'sqs:SendMessage',
          resource: 'arn:aws:sqs:eu-west-1:111122223333:alerts',
        },
        policies: {
          identity: [
            policy('RelayPolicy', { Sid: 'L', Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*' }),
          ],
          resource: policy('AlertsPolicy', {
            Sid: 'Relay',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:role/Relay' },
            Action: 'sqs:SendMessage',
            Resource: 'arn:aws:sqs:eu-west-1:111122223333:alerts',
          }),
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html',
  },

  'less-simulator': {
    story:
      'Ravi asks the policy simulator about the role Reports: our own bucket, a deletion, an export in a partner’s bucket, and a machine of the team’s. It answers. The nightly job then fails on the partner’s export, which the simulator had called allowed. Our own bucket has no policy; the machine carries the tag `team=reports`.',
    misconception: 'M35',
    guide: ['G23'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Reports/nightly',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::partner-data/exports/a.csv',
        resourceAccount: '444455556666',
      },
      policies: {
        scp: [
          level('Root', FULL_AWS_ACCESS),
          level(
            'Account',
            FULL_AWS_ACCESS,
            policy('KeepObjects', {
              Sid: 'NoDeleting',
              Effect: 'Deny',
              Action: 's3:DeleteObject',
              Resource: '*',
            }),
          ),
        ],
        identity: [
          policy(
            'ReportsPolicy',
            {
              Sid: 'Files',
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
              Resource: '*',
            },
            {
              Sid: 'TeamMachines',
              Effect: 'Allow',
              Action: 'ec2:StartInstances',
              Resource: '*',
              Condition: { StringEquals: { 'aws:ResourceTag/team': 'reports' } },
            },
          ),
        ],
        resource: policy('PartnerDataPolicy', {
          Sid: 'BiReads',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::444455556666:role/Bi' },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::partner-data/*',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'] },
    first: {
      kind: 'pick',
      from: 'lines',
      question: 'Four answers. Which of them differ from what AWS will do?',
      text: `{
  "EvaluationResults": [
    {
      "EvalActionName": "s3:GetObject",
      "EvalResourceName": "arn:\${Partition}:s3:::\${BucketName}/\${KeyName}",
      "EvalDecision": "allowed",
      "MatchedStatements": [
        {
          "SourcePolicyId": "ReportsPolicy",
          "SourcePolicyType": "IAM Policy",
          "StartPosition": {
            "Line": 4,
            "Column": 5
          },
          "EndPosition": {
            "Line": 13,
            "Column": 6
          }
        }
      ],
      "MissingContextValues": [],
      "OrganizationsDecisionDetail": {
        "AllowedByOrganizations": true
      },
      "ResourceSpecificResults": [
        {
          "EvalResourceName": "arn:aws:s3:::our-reports/a.csv",
          "EvalResourceDecision": "allowed",
          "MatchedStatements": [
            {
              "SourcePolicyId": "ReportsPolicy",
              "SourcePolicyType": "IAM Policy",
              "StartPosition": {
                "Line": 4,
                "Column": 5
              },
              "EndPosition": {
                "Line": 13,
                "Column": 6
              }
            }
          ],
          "MissingContextValues": []
        },
        {
          "EvalResourceName": "arn:aws:s3:::partner-data/exports/a.csv",
          "EvalResourceDecision": "allowed",
          "MatchedStatements": [
            {
              "SourcePolicyId": "ReportsPolicy",
              "SourcePolicyType": "IAM Policy",
              "StartPosition": {
                "Line": 4,
                "Column": 5
              },
              "EndPosition": {
                "Line": 13,
                "Column": 6
              }
            }
          ],
          "MissingContextValues": []
        }
      ]
    },
    {
      "EvalActionName": "s3:DeleteObject",
      "EvalResourceName": "arn:\${Partition}:s3:::\${BucketName}/\${KeyName}",
      "EvalDecision": "explicitDeny",
      "MatchedStatements": [],
      "MissingContextValues": [],
      "OrganizationsDecisionDetail": {
        "AllowedByOrganizations": false
      },
      "ResourceSpecificResults": [
        {
          "EvalResourceName": "arn:aws:s3:::our-reports/a.csv",
          "EvalResourceDecision": "explicitDeny",
          "MatchedStatements": [],
          "MissingContextValues": []
        }
      ]
    },
    {
      "EvalActionName": "ec2:StartInstances",
      "EvalResourceName": "arn:\${Partition}:ec2:\${Region}:\${Account}:instance/\${InstanceId}",
      "EvalDecision": "implicitDeny",
      "MatchedStatements": [],
      "MissingContextValues": [
        "aws:ResourceTag/team"
      ],
      "OrganizationsDecisionDetail": {
        "AllowedByOrganizations": true
      },
      "ResourceSpecificResults": [
        {
          "EvalResourceName": "arn:aws:ec2:eu-west-1:111122223333:instance/i-0aa",
          "EvalResourceDecision": "implicitDeny",
          "MatchedStatements": [],
          "MissingContextValues": [
            "aws:ResourceTag/team"
          ]
        }
      ]
    }
  ],
  "IsTruncated": false
}`,
      beside: {
        name: 'the three calls, whose answers are put together',
        text: `aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::111122223333:role/Reports \\
  --action-names s3:GetObject \\
  --resource-arns arn:aws:s3:::our-reports/a.csv arn:aws:s3:::partner-data/exports/a.csv
aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::111122223333:role/Reports \\
  --action-names s3:DeleteObject \\
  --resource-arns arn:aws:s3:::our-reports/a.csv
aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::111122223333:role/Reports \\
  --action-names ec2:StartInstances \\
  --resource-arns arn:aws:ec2:eu-west-1:111122223333:instance/i-0aa`,
      },
      items: [
        { id: 'own', label: 's3:GetObject, our-reports/a.csv: allowed', lines: [27, 28] },
        { id: 'delete', label: 's3:DeleteObject, our-reports/a.csv: explicitDeny', lines: [77, 78] },
        { id: 'partner', label: 's3:GetObject, partner-data/exports/a.csv: allowed', lines: [46, 47] },
        { id: 'machine', label: 'ec2:StartInstances, instance/i-0aa: implicitDeny', lines: [97, 98] },
      ],
      right: ['partner', 'machine'],
      say: {
        own: 'Same account, no bucket policy, SCPs that allow it: the role’s policy alone decides, and that is what the simulator has read.',
        delete:
          'The SCPs of the role’s own account are taken into account. `AllowedByOrganizations: false` says so.',
        partner:
          'Yes. The bucket belongs to another account, whose bucket policy must allow it too. The simulator wasn’t given that policy, and it can’t fetch it.',
        machine:
          'Yes. `MissingContextValues` names a key that wasn’t given. The real request carries the machine’s tag, and then the statement fits.',
      },
      belief: { own: 'M27', delete: 'M35' },
      cases: [
        {
          id: 'own',
          says: 'allowed',
          scenario: scenario({
            request: {
              principal: 'arn:aws:sts::111122223333:assumed-role/Reports/nightly',
              action: 's3:GetObject',
              resource: 'arn:aws:s3:::our-reports/a.csv',
              resourceAccount: '111122223333',
            },
            policies: {
              scp: [
                level('Root', FULL_AWS_ACCESS),
                level(
                  'Account',
                  FULL_AWS_ACCESS,
                  policy('KeepObjects', {
                    Sid: 'NoDeleting',
                    Effect: 'Deny',
                    Action: 's3:DeleteObject',
                    Resource: '*',
                  }),
                ),
              ],
              identity: [
                policy(
                  'ReportsPolicy',
                  {
                    Sid: 'Files',
                    Effect: 'Allow',
                    Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
                    Resource: '*',
                  },
                  {
                    Sid: 'TeamMachines',
                    Effect: 'Allow',
                    Action: 'ec2:StartInstances',
                    Resource: '*',
                    Condition: { StringEquals: { 'aws:ResourceTag/team': 'reports' } },
                  },
                ),
              ],
            },
          }),
        },
        {
          id: 'delete',
          says: 'explicitDeny',
          scenario: scenario({
            request: {
              principal: 'arn:aws:sts::111122223333:assumed-role/Reports/nightly',
              action: 's3:DeleteObject',
              resource: 'arn:aws:s3:::our-reports/a.csv',
              resourceAccount: '111122223333',
            },
            policies: {
              scp: [
                level('Root', FULL_AWS_ACCESS),
                level(
                  'Account',
                  FULL_AWS_ACCESS,
                  policy('KeepObjects', {
                    Sid: 'NoDeleting',
                    Effect: 'Deny',
                    Action: 's3:DeleteObject',
                    Resource: '*',
                  }),
                ),
              ],
              identity: [
                policy(
                  'ReportsPolicy',
                  {
                    Sid: 'Files',
                    Effect: 'Allow',
                    Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
                    Resource: '*',
                  },
                  {
                    Sid: 'TeamMachines',
                    Effect: 'Allow',
                    Action: 'ec2:StartInstances',
                    Resource: '*',
                    Condition: { StringEquals: { 'aws:ResourceTag/team': 'reports' } },
                  },
                ),
              ],
            },
          }),
        },
        {
          id: 'partner',
          says: 'allowed',
          scenario: scenario({
            request: {
              principal: 'arn:aws:sts::111122223333:assumed-role/Reports/nightly',
              action: 's3:GetObject',
              resource: 'arn:aws:s3:::partner-data/exports/a.csv',
              resourceAccount: '444455556666',
            },
            policies: {
              scp: [
                level('Root', FULL_AWS_ACCESS),
                level(
                  'Account',
                  FULL_AWS_ACCESS,
                  policy('KeepObjects', {
                    Sid: 'NoDeleting',
                    Effect: 'Deny',
                    Action: 's3:DeleteObject',
                    Resource: '*',
                  }),
                ),
              ],
              identity: [
                policy(
                  'ReportsPolicy',
                  {
                    Sid: 'Files',
                    Effect: 'Allow',
                    Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
                    Resource: '*',
                  },
                  {
                    Sid: 'TeamMachines',
                    Effect: 'Allow',
                    Action: 'ec2:StartInstances',
                    Resource: '*',
                    Condition: { StringEquals: { 'aws:ResourceTag/team': 'reports' } },
                  },
                ),
              ],
              resource: policy('PartnerDataPolicy', {
                Sid: 'BiReads',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::444455556666:role/Bi' },
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::partner-data/*',
              }),
            },
          }),
        },
        {
          id: 'machine',
          says: 'implicitDeny',
          scenario: scenario({
            request: {
              principal: 'arn:aws:sts::111122223333:assumed-role/Reports/nightly',
              action: 'ec2:StartInstances',
              resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0aa',
              context: { 'aws:ResourceTag/team': 'reports' },
            },
            policies: {
              scp: [
                level('Root', FULL_AWS_ACCESS),
                level(
                  'Account',
                  FULL_AWS_ACCESS,
                  policy('KeepObjects', {
                    Sid: 'NoDeleting',
                    Effect: 'Deny',
                    Action: 's3:DeleteObject',
                    Resource: '*',
                  }),
                ),
              ],
              identity: [
                policy(
                  'ReportsPolicy',
                  {
                    Sid: 'Files',
                    Effect: 'Allow',
                    Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
                    Resource: '*',
                  },
                  {
                    Sid: 'TeamMachines',
                    Effect: 'Allow',
                    Action: 'ec2:StartInstances',
                    Resource: '*',
                    Condition: { StringEquals: { 'aws:ResourceTag/team': 'reports' } },
                  },
                ),
              ],
            },
          }),
        },
      ],
    },
    ask: {
      question:
        'The simulator says `allowed` for the partner’s export. The bucket’s policy, which it wasn’t given, names only the partner’s own role Bi. What does AWS say?',
      options: [
        {
          id: 'allowed',
          text: 'Allowed: the simulator was asked about exactly this role, action and object.',
          claims: { decision: 'Allowed' },
          belief: 'M35',
          say: 'It answers for the policies it was given: the role’s and the SCPs above it. “Allowed” means that these let it pass, not that it works.',
        },
        {
          id: 'side',
          text: 'Denied: the bucket’s side is silent, and the simulator knew nothing of that side.',
          claims: { decision: 'ImplicitlyDenied', missing: 'resource' },
          say: 'Right. Across accounts there are two questions, and the simulator was asked one.',
        },
        {
          id: 'scp',
          text: 'Denied: an SCP forbids it, and the simulator leaves SCPs out.',
          claims: { decision: 'ExplicitlyDenied', by: 'KeepObjects' },
          belief: 'M35',
          say: 'For a role’s own account it takes them in: that is why the deletion came back as `explicitDeny`. This SCP only forbids deleting.',
        },
      ],
    },
    rule: 'The simulator knows what it is given: the principal’s policies, its SCPs, and the keys you pass. No other account’s policies, no RCP, no endpoint. Its “allowed” is half an answer across accounts.',
    repair: {
      task: 'Make the case agree with what both teams want. Write the statement that the partner has to add: our role Reports reads below `exports/`, whatever its session is called. The partner’s own statement stays.',
      edit: ['resource'],
      tests: [
        {
          name: 'Reports reads an export',
          request: {},
          expect: 'Allowed',
          say: 'The bucket’s policy doesn’t let our role in yet.',
        },
        {
          name: 'not the contracts',
          request: { resource: 'arn:aws:s3:::partner-data/contracts/a.pdf' },
          expect: 'Denied',
          say: 'Only `exports/` was asked for.',
        },
        {
          name: 'another role of ours doesn’t',
          request: { principal: 'arn:aws:sts::111122223333:assumed-role/Web/w' },
          expect: 'Denied',
          say: 'Naming our account lets in every role of ours whose policy allows it.',
        },
      ],
      hidden: [
        {
          name: 'writes no export',
          request: { action: 's3:PutObject' },
          expect: 'Denied',
          say: 'Our role’s policy allows writing everywhere. The bucket’s statement shouldn’t.',
        },
        {
          name: 'tomorrow’s session reads too',
          request: { principal: 'arn:aws:sts::111122223333:assumed-role/Reports/tomorrow' },
          expect: 'Allowed',
          say: 'Tomorrow the session has another name. Name the role.',
        },
        {
          name: 'a role called Reports elsewhere',
          request: { principal: 'arn:aws:sts::777788889999:assumed-role/Reports/x' },
          expect: 'Denied',
          say: 'Keep our account’s number in the ARN.',
        },
      ],
      constraints: [
        { kind: 'keepsStatement', sid: 'BiReads', say: 'The partner’s own statement stays as it is.' },
      ],
      solution: [
        {
          at: 'resource',
          document: doc(
            {
              Sid: 'BiReads',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::444455556666:role/Bi' },
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::partner-data/*',
            },
            {
              Sid: 'OurReports',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:role/Reports' },
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::partner-data/exports/*',
            },
          ),
        },
      ],
      also: [
        [
          {
            at: 'resource',
            document: doc(
              {
                Sid: 'BiReads',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::444455556666:role/Bi' },
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::partner-data/*',
              },
              {
                Sid: 'OurReports',
                Effect: 'Allow',
                Principal: '*',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::partner-data/exports/*',
                Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Reports' } },
              },
            ),
          },
        ],
      ],
      wrong: [
        {
          name: 'our whole account',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'BiReads',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:role/Bi' },
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::partner-data/*',
                },
                {
                  Sid: 'OurReports',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::partner-data/exports/*',
                },
              ),
            },
          ],
          fails: 'another role of ours doesn’t',
        },
        {
          name: 'the whole bucket',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'BiReads',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:role/Bi' },
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::partner-data/*',
                },
                {
                  Sid: 'R',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::111122223333:role/Reports' },
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::partner-data/*',
                },
              ),
            },
          ],
          fails: 'not the contracts',
        },
        {
          name: 'all of S3',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'BiReads',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:role/Bi' },
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::partner-data/*',
                },
                {
                  Sid: 'R',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::111122223333:role/Reports' },
                  Action: 's3:*',
                  Resource: 'arn:aws:s3:::partner-data/exports/*',
                },
              ),
            },
          ],
          fails: 'writes no export',
        },
        {
          name: 'today’s session',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'BiReads',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:role/Bi' },
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::partner-data/*',
                },
                {
                  Sid: 'OurReports',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/Reports/nightly' },
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::partner-data/exports/*',
                },
              ),
            },
          ],
          fails: 'tomorrow’s session reads too',
        },
        {
          name: 'any account’s Reports',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'BiReads',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:role/Bi' },
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::partner-data/*',
                },
                {
                  Sid: 'OurReports',
                  Effect: 'Allow',
                  Principal: '*',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::partner-data/exports/*',
                  Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Reports' } },
                },
              ),
            },
          ],
          fails: 'a role called Reports elsewhere',
        },
        {
          name: 'the partner’s statement is replaced',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'OurReports',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::111122223333:role/Reports' },
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::partner-data/exports/*',
              }),
            },
          ],
          fails: 'keepsStatement',
        },
      ],
      hints: [
        'Which account’s side is silent?',
        'One more statement in the bucket’s policy. The principal is our role, with our account’s number.',
        '`{"AWS": "arn:aws:iam::111122223333:role/Reports"}`, `s3:GetObject`, `arn:aws:s3:::partner-data/exports/*`',
      ],
    },
    transfer: {
      after: 5,
      ask: 'The simulator says `implicitDeny` with `MissingContextValues: ["aws:PrincipalTag/dept"]`. The policy allows `sqs:SendMessage` if that tag is `law`. The user who calls in earnest carries `dept=law`.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/ivo',
          action: 'sqs:SendMessage',
          resource: 'arn:aws:sqs:eu-west-1:111122223333:briefs',
          context: { 'aws:PrincipalTag/dept': 'law' },
        },
        policies: {
          identity: [
            policy('B', {
              Sid: 'B',
              Effect: 'Allow',
              Action: 'sqs:SendMessage',
              Resource: 'arn:aws:sqs:eu-west-1:111122223333:briefs',
              Condition: { StringEquals: { 'aws:PrincipalTag/dept': 'law' } },
            }),
          ],
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html',
  },

  'less-analyzer': {
    story:
      'Farah creates an analyzer for the organization and reads its findings. One says that a partner’s role of 444455556666 can read the bucket shared-data. Malik calls it a false alarm: an SCP of ours denies S3 to everyone outside the organization.',
    misconception: 'M19',
    guide: ['G36', 'G37', 'G38'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::444455556666:assumed-role/PartnerBi/nightly',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::shared-data/deals/q3.csv',
        resourceAccount: '111122223333',
        context: { 'aws:PrincipalOrgID': 'o-partner0001', 'aws:SourceIp': '192.0.2.44' },
      },
      policies: {
        resource: policy(
          'SharedDataPolicy',
          {
            Sid: 'PartnerReadsDeals',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::444455556666:role/PartnerBi' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::shared-data/deals/*',
          },
          {
            Sid: 'FromTheVpn',
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::shared-data/*',
            Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
          },
        ),
        identity: [
          policy('PartnerPolicy', { Sid: 'Reads', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }),
        ],
      },
      organization: { managementAccount: '999988887777' },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [
        { layer: 'resource', policy: 'SharedDataPolicy', statement: 0 },
        { layer: 'identity', policy: 'PartnerPolicy', statement: 0 },
      ],
    },
    first: {
      kind: 'pick',
      from: 'lines',
      question:
        'Six resource policies of account 111122223333, whose organization is o-ours000000. The analyzer’s zone of trust is the *organization*. Which become findings?',
      text: `// own: SNS topic
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Account",
      "Effect": "Allow",
      "Principal": {
        "AWS": "arn:aws:iam::111122223333:root"
      },
      "Action": "sns:Publish",
      "Resource": "arn:aws:sns:eu-west-1:111122223333:builds"
    }
  ]
}
// partner: S3 bucket
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "PartnerReadsDeals",
      "Effect": "Allow",
      "Principal": {
        "AWS": "arn:aws:iam::444455556666:role/PartnerBi"
      },
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::shared-data/deals/*"
    }
  ]
}
// organization: S3 bucket
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Organization",
      "Effect": "Allow",
      "Principal": "*",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::handbook/*",
      "Condition": {
        "StringEquals": {
          "aws:PrincipalOrgID": "o-ours000000"
        }
      }
    }
  ]
}
// network: SQS queue
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "FromTheVpn",
      "Effect": "Allow",
      "Principal": "*",
      "Action": "sqs:SendMessage",
      "Resource": "arn:aws:sqs:eu-west-1:111122223333:forms",
      "Condition": {
        "IpAddress": {
          "aws:SourceIp": "203.0.113.0/24"
        }
      }
    }
  ]
}
// tokens: IAM role
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Workflows",
      "Effect": "Allow",
      "Principal": {
        "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"
      },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "token.actions.githubusercontent.com:sub": "repo:acme/shop:ref:refs/heads/main",
          "token.actions.githubusercontent.com:aud": "sts.amazonaws.com"
        }
      }
    }
  ]
}
// service: SNS topic
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "BucketEvents",
      "Effect": "Allow",
      "Principal": {
        "Service": "s3.amazonaws.com"
      },
      "Action": "sns:Publish",
      "Resource": "arn:aws:sns:eu-west-1:111122223333:uploads",
      "Condition": {
        "StringEquals": {
          "aws:SourceAccount": "111122223333"
        },
        "ArnEquals": {
          "aws:SourceArn": "arn:aws:s3:::orders-in"
        }
      }
    }
  ]
}`,
      items: [
        { id: 'own', label: 'A topic: our own account', lines: [1, 15] },
        { id: 'partner', label: 'A bucket: a role of 444455556666', lines: [16, 30] },
        { id: 'organization', label: 'A bucket: everyone with our aws:PrincipalOrgID', lines: [31, 48] },
        {
          id: 'network',
          label: 'A queue: everyone from 203.0.113.0/24, a VPN provider’s addresses',
          lines: [49, 66],
        },
        { id: 'tokens', label: 'A role: one branch of a GitHub repository', lines: [67, 86] },
        { id: 'service', label: 'A topic: S3, for our bucket', lines: [87, 109] },
      ],
      right: ['partner', 'network', 'tokens'],
      say: {
        own: 'Our account is inside any zone. Nothing to report.',
        partner:
          'A finding: the role belongs to an account outside. That it is meant is for you to say, with an archive rule.',
        organization:
          'No finding here. There is a star, but the condition leaves only our organization, and that is the zone.',
        network:
          'A finding. An address says where a call comes from, not who makes it: every customer of that VPN provider comes from there, with credentials of any account.',
        tokens:
          'A finding: the caller’s identity is kept outside AWS. The narrow subject makes it a good one to archive.',
        service:
          'No finding. Grants to AWS services aren’t reported. Whether the service is held to our bucket is another question, and here it is.',
      },
      belief: { own: 'M28', organization: 'M19', service: 'M30' },
      then: {
        question:
          'The same six, and an analyzer whose zone of trust is the *account*. Which become findings?',
        right: ['partner', 'organization', 'network', 'tokens'],
        say: {
          own: 'The account itself is the zone. Nothing to report.',
          partner: 'A finding in either zone: 444455556666 is neither our account nor a member.',
          organization: 'Now it is one: the other accounts of the organization are outside this account.',
          network: 'A finding in either zone: an address is no account.',
          tokens: 'A finding in either zone: the identity is kept outside AWS.',
          service: 'Grants to AWS services aren’t reported, whatever the zone.',
        },
        belief: { own: 'M28', service: 'M30' },
      },
      outside: {
        zones: {
          organization: { ownerAccount: '111122223333', organizationId: 'o-ours000000' },
          account: { ownerAccount: '111122223333' },
        },
        policies: {
          own: doc({
            Sid: 'Account',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:root' },
            Action: 'sns:Publish',
            Resource: 'arn:aws:sns:eu-west-1:111122223333:builds',
          }),
          partner: doc({
            Sid: 'PartnerReadsDeals',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::444455556666:role/PartnerBi' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::shared-data/deals/*',
          }),
          organization: doc({
            Sid: 'Organization',
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::handbook/*',
            Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-ours000000' } },
          }),
          network: doc({
            Sid: 'FromTheVpn',
            Effect: 'Allow',
            Principal: '*',
            Action: 'sqs:SendMessage',
            Resource: 'arn:aws:sqs:eu-west-1:111122223333:forms',
            Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
          }),
          tokens: doc({
            Sid: 'Workflows',
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
          service: doc({
            Sid: 'BucketEvents',
            Effect: 'Allow',
            Principal: { Service: 's3.amazonaws.com' },
            Action: 'sns:Publish',
            Resource: 'arn:aws:sns:eu-west-1:111122223333:uploads',
            Condition: {
              StringEquals: { 'aws:SourceAccount': '111122223333' },
              ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::orders-in' },
            },
          }),
        },
      },
    },
    ask: {
      question: 'The partner’s role reads a deal. Is the finding a false alarm?',
      options: [
        {
          id: 'scp',
          text: 'Yes: our SCP keeps outsiders away from our buckets, so the read is denied.',
          claims: { decision: 'ExplicitlyDenied' },
          belief: 'M19',
          say: 'SCPs go with our own people. The partner’s role isn’t under them, so nothing on its way asks for our SCP. That is why the analyzer doesn’t count SCPs either.',
        },
        {
          id: 'member',
          text: 'Yes: whoever isn’t a member of the organization needs an RCP that lets him in.',
          claims: { decision: 'ImplicitlyDenied', missing: 'rcp' },
          belief: 'M16',
          say: 'RCPs let nobody in. They can only shut people out, and none does so here. The bucket’s policy invites the partner.',
        },
        {
          id: 'in',
          text: 'No: the bucket’s policy names the role and the partner’s own policy allows it. It reads.',
          claims: { decision: 'Allowed', by: 'SharedDataPolicy', statement: 0 },
          say: 'Right. A finding says that someone outside can get in. Whether that is meant, it can’t know.',
        },
      ],
    },
    rule: 'A finding means: by this policy someone outside the zone of trust can get in. Intended ones are archived by rule, the others repaired in the resource’s policy. SCPs don’t make them go away.',
    repair: {
      task: 'The partner’s finding is intended. The other isn’t: whoever comes from the VPN’s addresses reads everything. Let our organization `o-ours000000` read instead, from anywhere. The analyzer shall have one finding left.',
      edit: ['resource'],
      tests: [
        {
          name: 'the partner reads a deal',
          request: {},
          expect: 'Allowed',
          say: 'The partner lost its access. That finding was intended.',
        },
        {
          name: 'our sister account reads',
          request: {
            principal: 'arn:aws:sts::222233334444:assumed-role/Analyst/a',
            resource: 'arn:aws:s3:::shared-data/plans/a.csv',
            context: { 'aws:PrincipalOrgID': 'o-ours000000', 'aws:SourceIp': '198.51.100.9' },
          },
          expect: 'Allowed',
          say: 'Another account of our organization should read, whatever network it comes from.',
        },
        {
          name: 'a stranger on the VPN doesn’t',
          request: {
            principal: 'arn:aws:sts::777788889999:assumed-role/Other/o',
            resource: 'arn:aws:s3:::shared-data/plans/a.csv',
            context: { 'aws:PrincipalOrgID': 'o-vendor00001', 'aws:SourceIp': '203.0.113.9' },
          },
          expect: 'Denied',
          say: 'An address still opens the bucket for credentials of any account.',
        },
      ],
      hidden: [
        {
          name: 'nor one without an organization',
          request: {
            principal: 'arn:aws:sts::777788889999:assumed-role/Other/o',
            resource: 'arn:aws:s3:::shared-data/plans/a.csv',
            context: { 'aws:PrincipalOrgID': [], 'aws:SourceIp': '203.0.113.9' },
          },
          expect: 'Denied',
          say: 'An account outside any organization carries no `aws:PrincipalOrgID`, and `IfExists` is content with that.',
        },
        {
          name: 'the partner stays in deals',
          request: { resource: 'arn:aws:s3:::shared-data/plans/a.csv' },
          expect: 'Denied',
          say: 'The partner reads more than `deals/` now.',
        },
        {
          name: 'another role of the partner doesn’t',
          request: { principal: 'arn:aws:sts::444455556666:assumed-role/Intern/i' },
          expect: 'Denied',
          say: 'The partner’s whole account is let in.',
        },
      ],
      constraints: [],
      outside: {
        zone: { ownerAccount: '111122223333', organizationId: 'o-ours000000' },
        start: 2,
        solution: 1,
      },
      solution: [
        {
          at: 'resource',
          document: doc(
            {
              Sid: 'PartnerReadsDeals',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::444455556666:role/PartnerBi' },
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::shared-data/deals/*',
            },
            {
              Sid: 'OrganizationReads',
              Effect: 'Allow',
              Principal: '*',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::shared-data/*',
              Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-ours000000' } },
            },
          ),
        },
      ],
      also: [
        [
          {
            at: 'resource',
            document: doc(
              {
                Sid: 'PartnerReadsDeals',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::444455556666:role/PartnerBi' },
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::shared-data/deals/*',
              },
              {
                Sid: 'OrganizationReads',
                Effect: 'Allow',
                Principal: { AWS: '*' },
                Action: ['s3:GetObject', 's3:ListBucket'],
                Resource: ['arn:aws:s3:::shared-data', 'arn:aws:s3:::shared-data/*'],
                Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-ours000000' } },
              },
            ),
          },
        ],
      ],
      wrong: [
        {
          name: 'a third statement',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'PartnerReadsDeals',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:role/PartnerBi' },
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shared-data/deals/*',
                },
                {
                  Sid: 'FromTheVpn',
                  Effect: 'Allow',
                  Principal: '*',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shared-data/*',
                  Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
                },
                {
                  Sid: 'OrganizationReads',
                  Effect: 'Allow',
                  Principal: '*',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shared-data/*',
                  Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-ours000000' } },
                },
              ),
            },
          ],
          fails: 'a stranger on the VPN doesn’t',
        },
        {
          name: 'both at once',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'PartnerReadsDeals',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:role/PartnerBi' },
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shared-data/deals/*',
                },
                {
                  Sid: 'OrganizationReads',
                  Effect: 'Allow',
                  Principal: '*',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shared-data/*',
                  Condition: {
                    StringEquals: { 'aws:PrincipalOrgID': 'o-ours000000' },
                    IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
                  },
                },
              ),
            },
          ],
          fails: 'our sister account reads',
        },
        {
          name: 'IfExists',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'PartnerReadsDeals',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:role/PartnerBi' },
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shared-data/deals/*',
                },
                {
                  Sid: 'OrganizationReads',
                  Effect: 'Allow',
                  Principal: '*',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shared-data/*',
                  Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-ours000000' } },
                },
              ),
            },
          ],
          fails: 'nor one without an organization',
        },
        {
          name: 'the partner loses its place',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'OrganizationReads',
                Effect: 'Allow',
                Principal: '*',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::shared-data/*',
                Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-ours000000' } },
              }),
            },
          ],
          fails: 'the partner reads a deal',
        },
        {
          name: 'the partner joins the organization’s statement',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'OrganizationReads',
                  Effect: 'Allow',
                  Principal: '*',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shared-data/*',
                  Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-ours000000' } },
                },
                {
                  Sid: 'P',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:role/PartnerBi' },
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shared-data/*',
                },
              ),
            },
          ],
          fails: 'the partner stays in deals',
        },
        {
          name: 'the partner’s account',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'OrganizationReads',
                  Effect: 'Allow',
                  Principal: '*',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shared-data/*',
                  Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-ours000000' } },
                },
                {
                  Sid: 'P',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:root' },
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shared-data/deals/*',
                },
              ),
            },
          ],
          fails: 'another role of the partner doesn’t',
        },
      ],
      hints: [
        'Which of the two statements doesn’t say who may come?',
        'Replace the address by something that only credentials of our organization carry.',
        '`"StringEquals": {"aws:PrincipalOrgID": "o-ours000000"}`',
      ],
    },
    transfer: {
      after: 5,
      ask: 'A queue’s policy allows everyone (`*`) to send, if `aws:PrincipalOrgID` is ours. A role of an account in another organization, whose own policy allows `sqs:*`, sends.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::444455556666:assumed-role/Guest/g',
          action: 'sqs:SendMessage',
          resource: 'arn:aws:sqs:eu-west-1:111122223333:forms',
          context: { 'aws:PrincipalOrgID': 'o-partner0001' },
        },
        policies: {
          identity: [policy('G', { Sid: 'G', Effect: 'Allow', Action: 'sqs:*', Resource: '*' })],
          resource: policy('FormsPolicy', {
            Sid: 'O',
            Effect: 'Allow',
            Principal: '*',
            Action: 'sqs:SendMessage',
            Resource: 'arn:aws:sqs:eu-west-1:111122223333:forms',
            Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-ours000000' } },
          }),
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings.html',
  },

  'less-validate': {
    story:
      'A release pipeline restarts the shop’s machines, reads settings and artifacts, writes a log and hands a role to Lambda. `validate-policy` has looked at the draft. The team’s CI stops on errors; warnings and suggestions pass. In a test account Jon attaches the draft by hand, and his release can’t restart the machine tagged `team=shop-web`.',
    misconception: 'M32',
    guide: ['G39', 'G40'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Release/r-12',
        action: 'ec2:RebootInstances',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0aa',
        context: { 'aws:ResourceTag/team': 'shop-web' },
      },
      policies: {
        identity: [
          policy(
            'ReleasePolicy',
            {
              Sid: 'RebootShop',
              Effect: 'Allow',
              Action: 'ec2:RebootInstances',
              Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
              Condition: { StringEquals: { 'aws:ResourceTag/team': 'shop-*' } },
            },
            {
              Sid: 'Settings',
              Effect: 'Allow',
              Action: 'ssm:GetParameter',
              Resource: 'arn:aws:ssm:eu-west-1:123456789:parameter/shop/*',
            },
            {
              Sid: 'Artifacts',
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:Get*'],
              Resource: 'arn:aws:s3:::shop-artifacts/*',
            },
            {
              Sid: 'Logs',
              Effect: 'Allow',
              Action: ['logs:CreateLogStream', 'logs:PutLogEvent'],
              Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/shop/release:*',
            },
            { Sid: 'HandOver', Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' },
          ),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    first: {
      kind: 'pick',
      from: 'lines',
      question:
        'Five places are marked. Which of them passes a CI that stops on errors only, and leaves a statement that never applies?',
      text: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "RebootShop",
      "Effect": "Allow",
      "Action": "ec2:RebootInstances",
      "Resource": "arn:aws:ec2:eu-west-1:111122223333:instance/*",
      "Condition": {
        "StringEquals": {
          "aws:ResourceTag/team": "shop-*"
        }
      }
    },
    {
      "Sid": "Settings",
      "Effect": "Allow",
      "Action": "ssm:GetParameter",
      "Resource": "arn:aws:ssm:eu-west-1:123456789:parameter/shop/*"
    },
    {
      "Sid": "Artifacts",
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
        "s3:Get*"
      ],
      "Resource": "arn:aws:s3:::shop-artifacts/*"
    },
    {
      "Sid": "Logs",
      "Effect": "Allow",
      "Action": [
        "logs:CreateLogStream",
        "logs:PutLogEvent"
      ],
      "Resource": "arn:aws:logs:eu-west-1:111122223333:log-group:/shop/release:*"
    },
    {
      "Sid": "HandOver",
      "Effect": "Allow",
      "Action": "iam:PassRole",
      "Resource": "*"
    }
  ]
}`,
      items: [
        { id: 'star', label: '"shop-*" under StringEquals', lines: [11, 11] },
        { id: 'account', label: 'an account number of nine digits', lines: [19, 19] },
        { id: 'redundant', label: 's3:Get* beside s3:GetObject', lines: [25, 26] },
        { id: 'action', label: 'logs:PutLogEvent', lines: [35, 35] },
        { id: 'pass', label: 'iam:PassRole on every resource', lines: [43, 43] },
      ],
      right: ['star'],
      say: {
        star: 'Yes. Under `StringEquals` the star is a letter, and no machine is tagged `shop-*` to the letter. AWS only warns: the policy is valid.',
        account:
          'That statement never applies either, but it is an error: INVALID_ARN_ACCOUNT. CI stops there, and someone looks.',
        action:
          'No such action exists, so that entry matches nothing. It is an error, INVALID_ACTION, and CI stops.',
        redundant:
          'Only a suggestion. `s3:Get*` takes in `s3:GetObject`, and more than is needed. The statement applies, and rather too often.',
        pass: 'A security warning: it applies always, for any role and any service. That is dangerous, and the opposite of never.',
      },
      belief: { account: 'M35', action: 'M35', redundant: 'M05', pass: 'M36' },
      findings: {
        star: 'wildcard-without-like-operator',
        account: 'invalid-arn-account',
        redundant: 'redundant-action',
        action: 'invalid-action',
        pass: 'pass-role-with-star-in-resource',
      },
    },
    ask: {
      question: 'The machine is tagged `shop-web`. RebootShop asks for `shop-*`. Does the restart work?',
      options: [
        {
          id: 'star',
          text: 'Yes: the star takes in `web`.',
          claims: { decision: 'Allowed', by: 'ReleasePolicy' },
          belief: 'M32',
          say: 'Under `StringLike` it would. `StringEquals` compares letter by letter, and there the star is one letter among others.',
        },
        {
          id: 'letter',
          text: 'No: under StringEquals the star is an ordinary letter, so the condition never holds.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. Valid JSON, a valid policy, and a statement that never applies.',
        },
        {
          id: 'invalid',
          text: 'No: the wrong account number in Settings makes the whole policy void.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M05',
          reasonOnly: true,
          say: 'Each statement stands alone. Settings matches nothing; RebootShop fails for a reason of its own.',
        },
      ],
    },
    rule: 'A validator judges the text, not your intention. What is valid and never applies comes as a warning: let CI stop on warnings too, and keep tests of what the policy shall do.',
    repair: {
      task: 'Bring the findings to none and make the tests say what the team means: restart what is tagged `shop-…`, read settings and artifacts, write the log, and hand the role shop-release to Lambda.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'restarts the shop’s machine',
          request: {},
          expect: 'Allowed',
          say: 'The restart is still refused. Which operator knows stars?',
        },
        {
          name: 'not billing’s machine',
          request: { context: { 'aws:ResourceTag/team': 'billing' } },
          expect: 'Denied',
          say: 'Any machine can be restarted.',
        },
        {
          name: 'reads its settings',
          request: {
            action: 'ssm:GetParameter',
            resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/db-url',
            context: { 'aws:ResourceTag/team': [] },
          },
          expect: 'Allowed',
          say: 'Account numbers have twelve digits.',
        },
        {
          name: 'reads an artifact',
          request: {
            action: 's3:GetObject',
            resource: 'arn:aws:s3:::shop-artifacts/app.zip',
            resourceAccount: '111122223333',
            context: { 'aws:ResourceTag/team': [] },
          },
          expect: 'Allowed',
          say: 'Artifacts can’t be read any more.',
        },
        {
          name: 'not who else may read it',
          request: {
            action: 's3:GetObjectAcl',
            resource: 'arn:aws:s3:::shop-artifacts/app.zip',
            resourceAccount: '111122223333',
            context: { 'aws:ResourceTag/team': [] },
          },
          expect: 'Denied',
          say: 'Of the two entries the wider one stayed.',
        },
        {
          name: 'writes its log',
          request: {
            action: 'logs:PutLogEvents',
            resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/shop/release:log-stream:r-12',
            context: { 'aws:ResourceTag/team': [] },
          },
          expect: 'Allowed',
          say: 'The action is called `PutLogEvents`.',
        },
        {
          name: 'hands its role to Lambda',
          request: {
            action: 'iam:PassRole',
            resource: 'arn:aws:iam::111122223333:role/shop-release',
            context: { 'aws:ResourceTag/team': [], 'iam:PassedToService': 'lambda.amazonaws.com' },
          },
          expect: 'Allowed',
          say: 'The role can’t be handed over any more.',
        },
        {
          name: 'not the administrator’s',
          request: {
            action: 'iam:PassRole',
            resource: 'arn:aws:iam::111122223333:role/Administrator',
            context: { 'aws:ResourceTag/team': [], 'iam:PassedToService': 'lambda.amazonaws.com' },
          },
          expect: 'Denied',
          say: 'Any role can be handed to Lambda, an administrator’s too.',
        },
      ],
      hidden: [
        {
          name: 'not to EC2',
          request: {
            action: 'iam:PassRole',
            resource: 'arn:aws:iam::111122223333:role/shop-release',
            context: { 'aws:ResourceTag/team': [], 'iam:PassedToService': 'ec2.amazonaws.com' },
          },
          expect: 'Denied',
          say: 'The role can be handed to any service. Ask for `iam:PassedToService`.',
        },
        {
          name: 'not a machine without a tag',
          request: { context: { 'aws:ResourceTag/team': [] } },
          expect: 'Denied',
          say: '`IfExists` lets machines pass that carry no tag.',
        },
        {
          name: 'not billing’s settings',
          request: {
            action: 'ssm:GetParameter',
            resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/billing/key',
            context: { 'aws:ResourceTag/team': [] },
          },
          expect: 'Denied',
          say: 'The account number is right now, and every parameter is open.',
        },
        {
          name: 'not shopping’s machine',
          request: { context: { 'aws:ResourceTag/team': 'shopping' } },
          expect: 'Denied',
          say: 'The hyphen belonged to the pattern.',
        },
      ],
      constraints: [
        { kind: 'noFindings', severity: 'suggestion', say: 'The validator still has something to say.' },
      ],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            {
              Sid: 'RebootShop',
              Effect: 'Allow',
              Action: 'ec2:RebootInstances',
              Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
              Condition: { StringLike: { 'aws:ResourceTag/team': 'shop-*' } },
            },
            {
              Sid: 'Settings',
              Effect: 'Allow',
              Action: 'ssm:GetParameter',
              Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/*',
            },
            {
              Sid: 'Artifacts',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::shop-artifacts/*',
            },
            {
              Sid: 'Logs',
              Effect: 'Allow',
              Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/shop/release:*',
            },
            {
              Sid: 'HandOver',
              Effect: 'Allow',
              Action: 'iam:PassRole',
              Resource: 'arn:aws:iam::111122223333:role/shop-release',
              Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
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
                Sid: 'RebootShop',
                Effect: 'Allow',
                Action: 'ec2:RebootInstances',
                Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                Condition: { StringLike: { 'aws:ResourceTag/team': 'shop-*' } },
              },
              {
                Sid: 'Settings',
                Effect: 'Allow',
                Action: 'ssm:GetParameter',
                Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/*',
              },
              {
                Sid: 'Artifacts',
                Effect: 'Allow',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::shop-artifacts/*',
              },
              {
                Sid: 'Logs',
                Effect: 'Allow',
                Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/shop/release:*',
              },
              {
                Sid: 'HandOver',
                Effect: 'Allow',
                Action: 'iam:PassRole',
                Resource: 'arn:aws:iam::111122223333:role/shop-release',
                Condition: { StringLike: { 'iam:PassedToService': 'lambda.*' } },
              },
            ),
          },
        ],
      ],
      wrong: [
        {
          name: 'the star is taken out',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'RebootShop',
                  Effect: 'Allow',
                  Action: 'ec2:RebootInstances',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: { StringEquals: { 'aws:ResourceTag/team': 'shop-' } },
                },
                {
                  Sid: 'Settings',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/*',
                },
                {
                  Sid: 'Artifacts',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shop-artifacts/*',
                },
                {
                  Sid: 'Logs',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/shop/release:*',
                },
                {
                  Sid: 'HandOver',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/shop-release',
                  Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
                },
              ),
            },
          ],
          fails: 'restarts the shop’s machine',
        },
        {
          name: 'the condition goes',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'RebootShop',
                  Effect: 'Allow',
                  Action: 'ec2:RebootInstances',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                },
                {
                  Sid: 'Settings',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/*',
                },
                {
                  Sid: 'Artifacts',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shop-artifacts/*',
                },
                {
                  Sid: 'Logs',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/shop/release:*',
                },
                {
                  Sid: 'HandOver',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/shop-release',
                  Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
                },
              ),
            },
          ],
          fails: 'not billing’s machine',
        },
        {
          name: 'the narrower entry goes',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'RebootShop',
                  Effect: 'Allow',
                  Action: 'ec2:RebootInstances',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: { StringLike: { 'aws:ResourceTag/team': 'shop-*' } },
                },
                {
                  Sid: 'Settings',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/*',
                },
                {
                  Sid: 'Artifacts',
                  Effect: 'Allow',
                  Action: 's3:Get*',
                  Resource: 'arn:aws:s3:::shop-artifacts/*',
                },
                {
                  Sid: 'Logs',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/shop/release:*',
                },
                {
                  Sid: 'HandOver',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/shop-release',
                  Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
                },
              ),
            },
          ],
          fails: 'not who else may read it',
        },
        {
          name: 'PassRole stays',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'RebootShop',
                  Effect: 'Allow',
                  Action: 'ec2:RebootInstances',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: { StringLike: { 'aws:ResourceTag/team': 'shop-*' } },
                },
                {
                  Sid: 'Settings',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/*',
                },
                {
                  Sid: 'Artifacts',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shop-artifacts/*',
                },
                {
                  Sid: 'Logs',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/shop/release:*',
                },
                { Sid: 'HandOver', Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' },
              ),
            },
          ],
          fails: 'not the administrator’s',
        },
        {
          name: 'the folder goes with the number',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'RebootShop',
                  Effect: 'Allow',
                  Action: 'ec2:RebootInstances',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: { StringLike: { 'aws:ResourceTag/team': 'shop-*' } },
                },
                {
                  Sid: 'Settings',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/*',
                },
                {
                  Sid: 'Artifacts',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shop-artifacts/*',
                },
                {
                  Sid: 'Logs',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/shop/release:*',
                },
                {
                  Sid: 'HandOver',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/shop-release',
                  Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
                },
              ),
            },
          ],
          fails: 'not billing’s settings',
        },
        {
          name: 'no service',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'RebootShop',
                  Effect: 'Allow',
                  Action: 'ec2:RebootInstances',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: { StringLike: { 'aws:ResourceTag/team': 'shop-*' } },
                },
                {
                  Sid: 'Settings',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/*',
                },
                {
                  Sid: 'Artifacts',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shop-artifacts/*',
                },
                {
                  Sid: 'Logs',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/shop/release:*',
                },
                {
                  Sid: 'HandOver',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/shop-release',
                },
              ),
            },
          ],
          fails: 'not to EC2',
        },
        {
          name: 'IfExists',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'RebootShop',
                  Effect: 'Allow',
                  Action: 'ec2:RebootInstances',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: { StringLikeIfExists: { 'aws:ResourceTag/team': 'shop-*' } },
                },
                {
                  Sid: 'Settings',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/*',
                },
                {
                  Sid: 'Artifacts',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shop-artifacts/*',
                },
                {
                  Sid: 'Logs',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/shop/release:*',
                },
                {
                  Sid: 'HandOver',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/shop-release',
                  Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
                },
              ),
            },
          ],
          fails: 'not a machine without a tag',
        },
        {
          name: 'the hyphen goes with it',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'RebootShop',
                  Effect: 'Allow',
                  Action: 'ec2:RebootInstances',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: { StringLike: { 'aws:ResourceTag/team': 'shop*' } },
                },
                {
                  Sid: 'Settings',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/*',
                },
                {
                  Sid: 'Artifacts',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shop-artifacts/*',
                },
                {
                  Sid: 'Logs',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/shop/release:*',
                },
                {
                  Sid: 'HandOver',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/shop-release',
                  Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
                },
              ),
            },
          ],
          fails: 'not shopping’s machine',
        },
        {
          name: 'the misspelt action stays beside the right one',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'RebootShop',
                  Effect: 'Allow',
                  Action: 'ec2:RebootInstances',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: { StringLike: { 'aws:ResourceTag/team': 'shop-*' } },
                },
                {
                  Sid: 'Settings',
                  Effect: 'Allow',
                  Action: 'ssm:GetParameter',
                  Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/*',
                },
                {
                  Sid: 'Artifacts',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::shop-artifacts/*',
                },
                {
                  Sid: 'Logs',
                  Effect: 'Allow',
                  Action: ['logs:CreateLogStream', 'logs:PutLogEvent', 'logs:PutLogEvents'],
                  Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/shop/release:*',
                },
                {
                  Sid: 'HandOver',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/shop-release',
                  Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
                },
              ),
            },
          ],
          fails: 'noFindings',
        },
      ],
      hints: [
        'Three of them are mended by the light bulb. Which two need a decision?',
        'The restart needs the operator that knows stars. The role needs a name, and the service too.',
        '`StringLike`; and `iam:PassRole` on `role/shop-release` with `iam:PassedToService` = `lambda.amazonaws.com`.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'An administrator of team `temp-7`. A Deny of `s3:DeleteObject` has `StringEquals aws:PrincipalTag/team` = `temp-*`, and the validator only warned. He deletes an object.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/jon',
          action: 's3:DeleteObject',
          resource: 'arn:aws:s3:::archive/a',
          resourceAccount: '111122223333',
          context: { 'aws:PrincipalTag/team': 'temp-7' },
        },
        policies: {
          identity: [
            ADMINISTRATOR,
            policy('D', {
              Sid: 'NoTemps',
              Effect: 'Deny',
              Action: 's3:DeleteObject',
              Resource: '*',
              Condition: { StringEquals: { 'aws:PrincipalTag/team': 'temp-*' } },
            }),
          ],
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html',
  },

  'audit-trail': {
    story:
      'Three events of one morning lie on Sofia’s desk: a pipeline whose upload was refused, a machine stopped in the console, and a key used by Systems Manager. To let the pipeline in, Kim copied the role’s name out of the first event into the bucket’s policy: `role/Deploy`. It is still refused.',
    misconception: 'M38',
    guide: ['G43'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Deploy/run-81',
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::artifacts/app.zip',
        role: 'arn:aws:iam::111122223333:role/ci/Deploy',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy('DeployPolicy', {
            Sid: 'ReadArtifacts',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::artifacts/*',
          }),
        ],
        resource: policy('ArtifactsPolicy', {
          Sid: 'PipelineUploads',
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:PutObject',
          Resource: 'arn:aws:s3:::artifacts/*',
          Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Deploy' } },
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    first: {
      kind: 'pick',
      from: 'lines',
      question:
        'In each of the three events, point at the line that names the role or user *whose policies were read*, in full.',
      text: `{
  "Records": [
    {
      "eventVersion": "1.11",
      "userIdentity": {
        "type": "AssumedRole",
        "principalId": "AROAEXAMPLEDEPLOY000:run-81",
        "arn": "arn:aws:sts::111122223333:assumed-role/Deploy/run-81",
        "accountId": "111122223333",
        "accessKeyId": "ASIAIOSFODNN7EXAMPLE",
        "sessionContext": {
          "sessionIssuer": {
            "type": "Role",
            "principalId": "AROAEXAMPLEDEPLOY000",
            "arn": "arn:aws:iam::111122223333:role/ci/Deploy",
            "accountId": "111122223333",
            "userName": "Deploy"
          },
          "attributes": {
            "creationDate": "2026-11-20T08:59:30Z",
            "mfaAuthenticated": "false"
          },
          "sourceIdentity": "kim"
        }
      },
      "eventTime": "2026-11-20T09:00:12Z",
      "eventSource": "s3.amazonaws.com",
      "eventName": "PutObject",
      "awsRegion": "eu-west-1",
      "sourceIPAddress": "203.0.113.20",
      "errorCode": "AccessDenied",
      "errorMessage": "User: arn:aws:sts::111122223333:assumed-role/Deploy/run-81 is not authorized to perform: s3:PutObject on resource: \\"arn:aws:s3:::artifacts/app.zip\\" because no identity-based policy allows the s3:PutObject action",
      "requestParameters": {
        "bucketName": "artifacts",
        "key": "app.zip"
      },
      "resources": [
        {
          "type": "AWS::S3::Object",
          "ARN": "arn:aws:s3:::artifacts/app.zip"
        },
        {
          "accountId": "111122223333",
          "type": "AWS::S3::Bucket",
          "ARN": "arn:aws:s3:::artifacts"
        }
      ],
      "eventType": "AwsApiCall",
      "managementEvent": false,
      "recipientAccountId": "111122223333",
      "eventCategory": "Data"
    },
    {
      "eventVersion": "1.11",
      "userIdentity": {
        "type": "AssumedRole",
        "principalId": "AROAEXAMPLEDATATEAM0:mia@example.com",
        "arn": "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_DataTeam_0123456789abcdef/mia@example.com",
        "accountId": "111122223333",
        "accessKeyId": "ASIAI44QH8DHBEXAMPLE",
        "sessionContext": {
          "sessionIssuer": {
            "type": "Role",
            "principalId": "AROAEXAMPLEDATATEAM0",
            "arn": "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_DataTeam_0123456789abcdef",
            "accountId": "111122223333",
            "userName": "AWSReservedSSO_DataTeam_0123456789abcdef"
          },
          "attributes": {
            "creationDate": "2026-11-20T07:30:00Z",
            "mfaAuthenticated": "false"
          }
        }
      },
      "eventTime": "2026-11-20T09:04:40Z",
      "eventSource": "ec2.amazonaws.com",
      "eventName": "StopInstances",
      "awsRegion": "eu-west-1",
      "sourceIPAddress": "198.51.100.7",
      "requestParameters": {
        "instancesSet": {
          "items": [
            {
              "instanceId": "i-0aa"
            }
          ]
        }
      },
      "eventType": "AwsApiCall",
      "managementEvent": true,
      "recipientAccountId": "111122223333",
      "eventCategory": "Management",
      "sessionCredentialFromConsole": "true"
    },
    {
      "eventVersion": "1.11",
      "userIdentity": {
        "type": "IAMUser",
        "principalId": "AIDAEXAMPLETOM000000",
        "arn": "arn:aws:iam::111122223333:user/tom",
        "accountId": "111122223333",
        "accessKeyId": "AKIAI44QH8DHBEXAMPLE",
        "userName": "tom",
        "invokedBy": "ssm.amazonaws.com"
      },
      "eventTime": "2026-11-20T09:10:05Z",
      "eventSource": "kms.amazonaws.com",
      "eventName": "Decrypt",
      "awsRegion": "eu-west-1",
      "sourceIPAddress": "ssm.amazonaws.com",
      "requestParameters": {
        "encryptionAlgorithm": "SYMMETRIC_DEFAULT"
      },
      "resources": [
        {
          "accountId": "111122223333",
          "type": "AWS::KMS::Key",
          "ARN": "arn:aws:kms:eu-west-1:111122223333:key/1111aaaa-22bb-33cc-44dd-5555eeee6666"
        }
      ],
      "eventType": "AwsApiCall",
      "managementEvent": true,
      "recipientAccountId": "111122223333",
      "eventCategory": "Management"
    }
  ]
}`,
      items: [
        { id: 'e1-arn', label: '1: userIdentity.arn, the session', lines: [8, 8] },
        { id: 'e1-issuer', label: '1: sessionIssuer.arn', lines: [15, 15] },
        { id: 'e1-name', label: '1: sessionIssuer.userName', lines: [17, 17] },
        { id: 'e1-source', label: '1: sourceIdentity', lines: [23, 23] },
        { id: 'e2-arn', label: '2: userIdentity.arn, the session', lines: [58, 58] },
        { id: 'e2-issuer', label: '2: sessionIssuer.arn', lines: [65, 65] },
        { id: 'e2-name', label: '2: sessionIssuer.userName', lines: [67, 67] },
        { id: 'e3-arn', label: '3: userIdentity.arn', lines: [100, 100] },
        { id: 'e3-by', label: '3: invokedBy', lines: [104, 104] },
        { id: 'e3-ip', label: '3: sourceIPAddress', lines: [110, 110] },
      ],
      right: ['e1-issuer', 'e2-issuer', 'e3-arn'],
      say: {
        'e1-arn':
          'That is the session, as AWS’s message prints it. A session’s ARN leaves out the role’s path.',
        'e1-issuer':
          'Yes: the role with its path, `role/ci/Deploy`. It is also what `aws:PrincipalArn` holds.',
        'e1-name': '`userName` is the role’s bare name here, not a person and not a full ARN.',
        'e1-source':
          'That is the person behind the pipeline, if the source identity was set on the way. Her policies weren’t read.',
        'e2-arn': 'The session. Its name tells who signed in, but the role’s path is missing.',
        'e2-issuer':
          'Yes: Identity Center’s role for the permission set, below `aws-reserved/sso.amazonaws.com/`.',
        'e2-name': 'The role’s name once more. The person is in the session’s name: mia@example.com.',
        'e3-arn':
          'Yes. Systems Manager called with Tom’s rights, so Tom’s policies were read, and the key’s.',
        'e3-by':
          '`invokedBy` says which service passed the call on. With a user beside it, the user is still the caller.',
        'e3-ip': 'Where an address would stand, the service’s name stands: the call came from inside AWS.',
      },
      belief: {
        'e1-arn': 'M38',
        'e1-name': 'M38',
        'e1-source': 'M12',
        'e2-arn': 'M38',
        'e2-name': 'M38',
        'e3-by': 'M30',
        'e3-ip': 'M18',
      },
      then: {
        question: 'And where does each event name the *person*?',
        right: ['e1-source', 'e2-arn', 'e3-arn'],
        say: {
          'e1-arn': 'The session’s name is what the pipeline chose: run-81. It says nothing of Kim.',
          'e1-issuer': 'That is the role. Any number of people may stand behind it.',
          'e1-name': 'The role’s name. A role’s `userName` is never a person’s.',
          'e1-source':
            'Yes: kim. A source identity is set once and stays with the session through every further role.',
          'e2-arn': 'Yes: Identity Center names the session after the user, mia@example.com.',
          'e2-issuer': 'That is the permission set’s role. Everyone who has it shares it.',
          'e2-name': 'The role’s name, with the permission set in it. Not a person.',
          'e3-arn':
            'Yes, as far as an event can tell: an IAM user’s name, for as long as only Tom holds the key.',
          'e3-by': 'A service. It called because Tom asked it to.',
          'e3-ip': 'A service’s name in place of an address. No person here.',
        },
        belief: {
          'e1-arn': 'M39',
          'e1-issuer': 'M38',
          'e1-name': 'M38',
          'e2-issuer': 'M38',
          'e2-name': 'M38',
          'e3-by': 'M30',
          'e3-ip': 'M18',
        },
      },
      evidence: [
        'arn:aws:sts::111122223333:assumed-role/Deploy/run-81',
        'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_DataTeam_0123456789abcdef/mia@example.com',
        'arn:aws:iam::111122223333:user/tom',
      ],
    },
    ask: {
      question:
        'The bucket’s policy lets in whoever has `aws:PrincipalArn` = `role/Deploy`. The event’s `sessionIssuer.arn` ends in `role/ci/Deploy`. Is the upload allowed?',
      options: [
        {
          id: 'name',
          text: 'Yes: the event’s `userName` is Deploy, and that is the role.',
          claims: { decision: 'Allowed' },
          belief: 'M38',
          say: '`userName` is only the last part of the ARN. `aws:PrincipalArn` is the whole of it, path and all, and `role/Deploy` isn’t `role/ci/Deploy`.',
        },
        {
          id: 'path',
          text: 'No: the role’s ARN has a path that the policy leaves out.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. The message shows the session, which has no path; `sessionIssuer.arn` is the line to copy from.',
        },
        {
          id: 'session',
          text: 'No: the condition would have to hold the session’s ARN, `assumed-role/Deploy/run-81`.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M38',
          reasonOnly: true,
          say: '`aws:PrincipalArn` never holds a session’s ARN. It is the role’s, path included.',
        },
      ],
    },
    rule: 'In an event the role is `sessionIssuer.arn`, path included; its `userName` is only the role’s name. The person is in the session’s name or in `sourceIdentity`. `invokedBy` beside a user means: still that user.',
    repair: {
      task: 'Let the pipeline’s role upload artifacts, every run of it, and no other role below `ci/`. Change only the bucket’s policy.',
      edit: ['resource'],
      tests: [
        {
          name: 'run 81 uploads',
          request: {},
          expect: 'Allowed',
          say: 'The role’s full ARN isn’t in the policy yet.',
        },
        {
          name: 'the scanner doesn’t',
          request: {
            principal: 'arn:aws:sts::111122223333:assumed-role/Scan/s-4',
            role: 'arn:aws:iam::111122223333:role/ci/Scan',
          },
          expect: 'Denied',
          say: 'Other roles below `ci/` get in.',
        },
      ],
      hidden: [
        {
          name: 'tomorrow’s run uploads',
          request: {
            principal: 'arn:aws:sts::111122223333:assumed-role/Deploy/run-82',
            role: 'arn:aws:iam::111122223333:role/ci/Deploy',
          },
          expect: 'Allowed',
          say: 'You named one session. Tomorrow it has another name.',
        },
        {
          name: 'DeployTest doesn’t',
          request: {
            principal: 'arn:aws:sts::111122223333:assumed-role/DeployTest/t',
            role: 'arn:aws:iam::111122223333:role/ci/DeployTest',
          },
          expect: 'Denied',
          say: 'The pattern takes in longer names.',
        },
        {
          name: 'deletes nothing',
          request: { action: 's3:DeleteObject' },
          expect: 'Denied',
          say: 'Uploading was asked for, not deleting.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'resource',
          document: doc({
            Sid: 'PipelineUploads',
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::artifacts/*',
            Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/ci/Deploy' } },
          }),
        },
      ],
      also: [
        [
          {
            at: 'resource',
            document: doc({
              Sid: 'PipelineUploads',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:role/ci/Deploy' },
              Action: 's3:PutObject',
              Resource: 'arn:aws:s3:::artifacts/*',
            }),
          },
        ],
      ],
      wrong: [
        {
          name: 'the session’s ARN in the condition',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'PipelineUploads',
                Effect: 'Allow',
                Principal: '*',
                Action: 's3:PutObject',
                Resource: 'arn:aws:s3:::artifacts/*',
                Condition: {
                  ArnEquals: { 'aws:PrincipalArn': 'arn:aws:sts::111122223333:assumed-role/Deploy/run-81' },
                },
              }),
            },
          ],
          fails: 'run 81 uploads',
        },
        {
          name: 'everything below ci',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'PipelineUploads',
                Effect: 'Allow',
                Principal: '*',
                Action: 's3:PutObject',
                Resource: 'arn:aws:s3:::artifacts/*',
                Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/ci/*' } },
              }),
            },
          ],
          fails: 'the scanner doesn’t',
        },
        {
          name: 'the session as the principal',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'PipelineUploads',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/Deploy/run-81' },
                Action: 's3:PutObject',
                Resource: 'arn:aws:s3:::artifacts/*',
              }),
            },
          ],
          fails: 'tomorrow’s run uploads',
        },
        {
          name: 'a star for the path and the rest',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'PipelineUploads',
                Effect: 'Allow',
                Principal: '*',
                Action: 's3:PutObject',
                Resource: 'arn:aws:s3:::artifacts/*',
                Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*Deploy*' } },
              }),
            },
          ],
          fails: 'DeployTest doesn’t',
        },
        {
          name: 'all of S3',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'PipelineUploads',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::111122223333:role/ci/Deploy' },
                Action: 's3:*',
                Resource: 'arn:aws:s3:::artifacts/*',
              }),
            },
          ],
          fails: 'deletes nothing',
        },
      ],
      hints: [
        'Look for the role’s ARN in the first event. Which line has it in full?',
        'The path belongs to it.',
        '`arn:aws:iam::111122223333:role/ci/Deploy`',
      ],
    },
    transfer: {
      after: 5,
      ask: 'Event: KMS `Decrypt`, user tom, `invokedBy` `ssm.amazonaws.com`. The key’s policy hands over to the account. Tom is an administrator, and a second policy of his denies `kms:Decrypt`. Does it work through Systems Manager?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/tom',
          action: 'kms:Decrypt',
          resource: 'arn:aws:kms:eu-west-1:111122223333:key/1111aaaa-22bb-33cc-44dd-5555eeee6666',
          context: {
            'aws:ViaAWSService': 'true',
            'aws:CalledVia': ['ssm.amazonaws.com'],
            'kms:ViaService': 'ssm.eu-west-1.amazonaws.com',
          },
        },
        policies: {
          identity: [
            ADMINISTRATOR,
            policy('NoKeys', { Sid: 'N', Effect: 'Deny', Action: 'kms:Decrypt', Resource: '*' }),
          ],
          resource: policy('KeyPolicy', {
            Sid: 'Account',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:root' },
            Action: 'kms:*',
            Resource: '*',
          }),
        },
      }),
      expect: { decision: 'ExplicitlyDenied' },
    },
    learn:
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html',
  },

  'audit-credentials': {
    story:
      'Nadia reads the credential report of 20 November 2026. Ten rows, and time for three before lunch. The account belongs to an organization. Bruno manages the network and signs in with a password; nightly-export writes every table to S3.',
    misconception: 'M13',
    guide: ['G41', 'G43'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:root',
        action: 'iam:CreateUser',
        resource: 'arn:aws:iam::111122223333:user/helper',
      },
      policies: {
        scp: [
          level(
            'Root',
            FULL_AWS_ACCESS,
            policy('OrganizationRules', {
              Sid: 'NoLeaving',
              Effect: 'Deny',
              Action: 'organizations:LeaveOrganization',
              Resource: '*',
            }),
          ),
        ],
        identity: [ADMINISTRATOR],
      },
      organization: { managementAccount: '999988887777' },
    }),
    expect: { decision: 'Allowed' },
    first: {
      kind: 'pick',
      from: 'rows',
      question: 'Which three rows come first, by what an intruder would gain from them?',
      text: `user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated
<root_account>,arn:aws:iam::111122223333:root,2021-03-01T08:00:00Z,true,2026-02-11T09:12:00Z,2021-03-01T08:00:00Z,not_supported,true,true,2021-03-01T08:00:00Z,2026-11-03T02:20:00Z,us-east-1,iam,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A
aylin,arn:aws:iam::111122223333:user/aylin,2024-01-10T08:00:00Z,true,2026-11-19T07:00:00Z,2026-06-01T08:00:00Z,N/A,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A
backup-2019,arn:aws:iam::111122223333:user/backup-2019,2019-05-05T08:00:00Z,false,N/A,N/A,N/A,false,false,2019-05-05T08:00:00Z,2022-02-01T10:00:00Z,us-east-1,ec2,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A
bruno,arn:aws:iam::111122223333:user/bruno,2025-03-01T08:00:00Z,true,2026-11-18T15:40:00Z,2026-09-01T08:00:00Z,N/A,false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A
chen,arn:aws:iam::111122223333:user/chen,2026-10-20T08:00:00Z,true,2026-11-20T06:10:00Z,2026-10-20T08:05:00Z,N/A,true,true,2026-10-20T08:00:00Z,2026-11-20T06:30:00Z,eu-west-1,sts,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A
dashboards,arn:aws:iam::111122223333:user/dashboards,2024-08-01T08:00:00Z,false,N/A,N/A,N/A,false,true,2026-09-15T08:00:00Z,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A
elena,arn:aws:iam::111122223333:user/elena,2023-02-01T08:00:00Z,true,2026-11-17T09:00:00Z,2026-08-01T08:00:00Z,N/A,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A
mailer,arn:aws:iam::111122223333:user/mailer,2024-01-10T08:00:00Z,false,N/A,N/A,N/A,false,true,2026-09-10T08:00:00Z,2026-11-20T08:00:00Z,us-east-1,ses,true,2026-11-19T08:00:00Z,N/A,N/A,N/A,false,N/A,false,N/A
nightly-export,arn:aws:iam::111122223333:user/nightly-export,2023-01-10T08:00:00Z,false,N/A,N/A,N/A,false,true,2024-12-20T08:00:00Z,2026-11-20T02:05:00Z,eu-west-1,s3,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A
omar,arn:aws:iam::111122223333:user/omar,2025-06-01T08:00:00Z,true,no_information,2026-11-10T08:00:00Z,N/A,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A`,
      items: [
        { id: '<root_account>', label: '<root_account>', lines: [2, 2] },
        { id: 'aylin', label: 'aylin', lines: [3, 3] },
        { id: 'backup-2019', label: 'backup-2019', lines: [4, 4] },
        { id: 'bruno', label: 'bruno', lines: [5, 5] },
        { id: 'chen', label: 'chen', lines: [6, 6] },
        { id: 'dashboards', label: 'dashboards', lines: [7, 7] },
        { id: 'elena', label: 'elena', lines: [8, 8] },
        { id: 'mailer', label: 'mailer', lines: [9, 9] },
        { id: 'nightly-export', label: 'nightly-export', lines: [10, 10] },
        { id: 'omar', label: 'omar', lines: [11, 11] },
      ],
      right: ['<root_account>', 'bruno', 'nightly-export'],
      say: {
        '<root_account>':
          'First. A key of the root user, active and used this month, for IAM. No policy of the account limits it. Config’s `iam-root-access-key-check` would have told.',
        aylin: 'Password with MFA, no key. Nothing to do.',
        'backup-2019':
          'The oldest of all, and harmless: the key is inactive. Delete the user when there is time; age isn’t reach.',
        bruno:
          'Second. A password without MFA: what is needed is one phishing mail. Config’s `mfa-enabled-for-iam-console-access` and `iam-user-mfa-enabled` would have told.',
        chen: 'A month old, MFA, a key in use. Ask for a role one day; not today.',
        dashboards: 'A key that was never used. The easiest to delete, and the fourth: nobody will miss it.',
        elena: 'Password with MFA, no key. Nothing to do.',
        mailer:
          'Two active keys, the second from yesterday and not yet used: someone is rotating. Let them finish.',
        'nightly-export':
          'Third. A key made 700 days ago, in use every night, and it reaches every table. Config’s `access-keys-rotated` would have told.',
        omar: 'A password that was given ten days ago and never used, with MFA. Look again in a month.',
      },
      belief: {
        aylin: 'M39',
        'backup-2019': 'M39',
        chen: 'M39',
        dashboards: 'M39',
        elena: 'M39',
        mailer: 'M39',
        omar: 'M39',
      },
      report: {
        now: '2026-11-20T12:00:00Z',
        unusedDays: 45,
        ageDays: 90,
        checks: {
          '<root_account>': ['root-access-key', 'root-used'],
          bruno: ['user-console-mfa'],
          'nightly-export': ['key-old'],
          dashboards: ['key-unused'],
          mailer: ['two-active-keys'],
          'backup-2019': ['key-inactive'],
        },
      },
    },
    ask: {
      question:
        'Someone else has the root user’s key and makes a user with it. The report says `mfa_active` true for root. What happens?',
      options: [
        {
          id: 'mfa',
          text: 'Denied: root has MFA, and the key alone doesn’t carry it.',
          claims: { decision: 'ExplicitlyDenied' },
          belief: 'M31',
          say: 'MFA is asked for at sign-in, or where a policy asks for it. A long-term key signs without, and here no policy asks.',
        },
        {
          id: 'beyond',
          text: 'Allowed, and nothing could have stopped it: root is above every policy.',
          claims: { decision: 'Allowed' },
          belief: 'M13',
          reasonOnly: true,
          say: 'The verdict is right, the reason isn’t. In a member account the organization’s SCPs do bind root. This one just doesn’t say so.',
        },
        {
          id: 'silent',
          text: 'Allowed: root needs no policy, and the organization’s rules don’t speak of it.',
          claims: { decision: 'Allowed' },
          say: 'Right. The cure is to delete the key. Until then an SCP can make it useless.',
        },
      ],
    },
    rule: 'Read the report by reach, not by age: root’s keys, passwords without MFA, old keys in use. MFA protects the sign-in; a long-term key passes it by unless a policy asks.',
    repair: {
      task: 'Until root’s keys are deleted: in all member accounts root users may act only when signed in with MFA. Everyone else is untouched, and the rule that is there stays.',
      edit: ['scp/0/1'],
      tests: [
        {
          name: 'root’s key makes no user',
          request: { context: { 'aws:MultiFactorAuthPresent': [] } },
          expect: 'Denied',
          say: 'The key still works. It carries no MFA key at all: absent is neither true nor false.',
        },
        {
          name: 'root signed in with MFA does',
          request: { context: { 'aws:MultiFactorAuthPresent': 'true' } },
          expect: 'Allowed',
          say: 'Root with MFA is shut out as well.',
        },
        {
          name: 'an administrator’s key still works',
          request: {
            principal: 'arn:aws:iam::111122223333:user/aylin',
            context: { 'aws:MultiFactorAuthPresent': [] },
          },
          expect: 'Allowed',
          say: 'People who aren’t root are hit. Say whom the rule is about.',
        },
      ],
      hidden: [
        {
          name: 'root signed in without MFA doesn’t',
          request: { context: { 'aws:MultiFactorAuthPresent': 'false' } },
          expect: 'Denied',
          say: 'Only the absent key is caught. A sign-in without MFA carries `false`.',
        },
        {
          name: 'nor the key of another member’s root',
          request: {
            principal: 'arn:aws:iam::444455556666:root',
            resource: 'arn:aws:iam::444455556666:user/helper',
            context: { 'aws:MultiFactorAuthPresent': [] },
          },
          expect: 'Denied',
          say: 'The rule names one account. Keys of root exist in others too.',
        },
        {
          name: 'root’s key reads nothing',
          request: {
            action: 's3:GetObject',
            resource: 'arn:aws:s3:::books/a.csv',
            resourceAccount: '111122223333',
            context: { 'aws:MultiFactorAuthPresent': [] },
          },
          expect: 'Denied',
          say: 'Only IAM is shut. The key reads and deletes everything else.',
        },
        {
          name: 'members still can’t leave',
          request: {
            principal: 'arn:aws:iam::111122223333:user/aylin',
            action: 'organizations:LeaveOrganization',
            resource: '*',
            context: { 'aws:MultiFactorAuthPresent': [] },
          },
          expect: 'Denied',
          say: 'The rule that was there before is gone.',
        },
      ],
      constraints: [{ kind: 'keepsDeny', say: 'Beside FullAWSAccess an SCP limits by denying.' }],
      solution: [
        {
          at: 'scp/0/1',
          document: doc(
            { Sid: 'NoLeaving', Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' },
            {
              Sid: 'RootOnlyWithMfa',
              Effect: 'Deny',
              Action: '*',
              Resource: '*',
              Condition: {
                ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' },
                BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' },
              },
            },
          ),
        },
      ],
      also: [
        [
          {
            at: 'scp/0/1',
            document: doc(
              { Sid: 'NoLeaving', Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' },
              {
                Sid: 'RootSignedInWithoutMfa',
                Effect: 'Deny',
                Action: '*',
                Resource: '*',
                Condition: {
                  ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' },
                  Bool: { 'aws:MultiFactorAuthPresent': 'false' },
                },
              },
              {
                Sid: 'RootKeys',
                Effect: 'Deny',
                Action: '*',
                Resource: '*',
                Condition: {
                  ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' },
                  Null: { 'aws:MultiFactorAuthPresent': 'true' },
                },
              },
            ),
          },
        ],
      ],
      wrong: [
        {
          name: 'Bool',
          edits: [
            {
              at: 'scp/0/1',
              document: doc(
                {
                  Sid: 'NoLeaving',
                  Effect: 'Deny',
                  Action: 'organizations:LeaveOrganization',
                  Resource: '*',
                },
                {
                  Sid: 'R',
                  Effect: 'Deny',
                  Action: '*',
                  Resource: '*',
                  Condition: {
                    ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' },
                    Bool: { 'aws:MultiFactorAuthPresent': 'false' },
                  },
                },
              ),
            },
          ],
          fails: 'root’s key makes no user',
        },
        {
          name: 'root altogether',
          edits: [
            {
              at: 'scp/0/1',
              document: doc(
                {
                  Sid: 'NoLeaving',
                  Effect: 'Deny',
                  Action: 'organizations:LeaveOrganization',
                  Resource: '*',
                },
                {
                  Sid: 'R',
                  Effect: 'Deny',
                  Action: '*',
                  Resource: '*',
                  Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
                },
              ),
            },
          ],
          fails: 'root signed in with MFA does',
        },
        {
          name: 'everyone',
          edits: [
            {
              at: 'scp/0/1',
              document: doc(
                {
                  Sid: 'NoLeaving',
                  Effect: 'Deny',
                  Action: 'organizations:LeaveOrganization',
                  Resource: '*',
                },
                {
                  Sid: 'R',
                  Effect: 'Deny',
                  Action: '*',
                  Resource: '*',
                  Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
                },
              ),
            },
          ],
          fails: 'an administrator’s key still works',
        },
        {
          name: 'only the absent key',
          edits: [
            {
              at: 'scp/0/1',
              document: doc(
                {
                  Sid: 'NoLeaving',
                  Effect: 'Deny',
                  Action: 'organizations:LeaveOrganization',
                  Resource: '*',
                },
                {
                  Sid: 'R',
                  Effect: 'Deny',
                  Action: '*',
                  Resource: '*',
                  Condition: {
                    ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' },
                    Null: { 'aws:MultiFactorAuthPresent': 'true' },
                  },
                },
              ),
            },
          ],
          fails: 'root signed in without MFA doesn’t',
        },
        {
          name: 'this account’s root',
          edits: [
            {
              at: 'scp/0/1',
              document: doc(
                {
                  Sid: 'NoLeaving',
                  Effect: 'Deny',
                  Action: 'organizations:LeaveOrganization',
                  Resource: '*',
                },
                {
                  Sid: 'R',
                  Effect: 'Deny',
                  Action: '*',
                  Resource: '*',
                  Condition: {
                    ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:root' },
                    BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' },
                  },
                },
              ),
            },
          ],
          fails: 'nor the key of another member’s root',
        },
        {
          name: 'only IAM',
          edits: [
            {
              at: 'scp/0/1',
              document: doc(
                {
                  Sid: 'NoLeaving',
                  Effect: 'Deny',
                  Action: 'organizations:LeaveOrganization',
                  Resource: '*',
                },
                {
                  Sid: 'R',
                  Effect: 'Deny',
                  Action: 'iam:*',
                  Resource: '*',
                  Condition: {
                    ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' },
                    BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' },
                  },
                },
              ),
            },
          ],
          fails: 'root’s key reads nothing',
        },
        {
          name: 'the old rule is replaced',
          edits: [
            {
              at: 'scp/0/1',
              document: doc({
                Sid: 'R',
                Effect: 'Deny',
                Action: '*',
                Resource: '*',
                Condition: {
                  ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' },
                  BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' },
                },
              }),
            },
          ],
          fails: 'members still can’t leave',
        },
      ],
      hints: [
        'Which layer reaches a root user at all?',
        'A Deny with two tests: it is a root user, and MFA isn’t true or isn’t there.',
        '`ArnLike aws:PrincipalArn` `arn:aws:iam::*:root` and `BoolIfExists aws:MultiFactorAuthPresent` `false`, in one Condition.',
      ],
    },
    transfer: {
      after: 7,
      ask: 'An SCP denies `iam:CreateAccessKey` if `aws:PrincipalArn` is `arn:aws:iam::*:root` under ArnLike. The root user of a member account, signed in with MFA, creates a key for itself.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:root',
          action: 'iam:CreateAccessKey',
          resource: 'arn:aws:iam::111122223333:root',
          resourceAccount: '111122223333',
          context: { 'aws:MultiFactorAuthPresent': 'true' },
        },
        policies: {
          scp: [
            level(
              'Root',
              FULL_AWS_ACCESS,
              policy('NoRootKeys', {
                Sid: 'N',
                Effect: 'Deny',
                Action: 'iam:CreateAccessKey',
                Resource: '*',
                Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
              }),
            ),
          ],
        },
        organization: { managementAccount: '999988887777' },
      }),
      expect: { decision: 'ExplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html',
  },

  'audit-rotate': {
    story:
      'The user mailer has a key A that the web shop and the nightly report use, as far as anyone remembers. A second key, Z, was switched off two years ago and never deleted. Olga wants to change the key without a single mail being lost.',
    misconception: 'M39',
    guide: ['G45'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/bots/mailer',
        action: 'iam:UpdateAccessKey',
        resource: 'arn:aws:iam::111122223333:user/bots/mailer',
      },
      policies: {
        identity: [
          policy('RotateMyself', {
            Sid: 'NewKeys',
            Effect: 'Allow',
            Action: ['iam:CreateAccessKey', 'iam:ListAccessKeys'],
            Resource: 'arn:aws:iam::111122223333:user/bots/${aws:username}',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    first: {
      kind: 'order',
      question: 'Put the moves in order, so that no call fails and nobody is forgotten.',
      moves: [
        {
          id: 'clear',
          text: 'Delete the old, inactive key Z',
          command: 'aws iam delete-access-key --user-name mailer --access-key-id AKIAI44QH8DHBEXAMPLE',
          does: { kind: 'delete', key: 'Z' },
        },
        {
          id: 'create',
          text: 'Create key B',
          command: 'aws iam create-access-key --user-name mailer',
          does: { kind: 'create', key: 'B' },
        },
        { id: 'shop', text: 'Give B to the web shop', does: { kind: 'switch', client: 'shop', to: 'B' } },
        {
          id: 'report',
          text: 'Give B to the nightly report',
          does: { kind: 'switch', client: 'report', to: 'B' },
        },
        {
          id: 'look',
          text: 'Look in CloudTrail for calls with A’s ID',
          command:
            'aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=AKIAIOSFODNN7EXAMPLE',
          does: { kind: 'look', key: 'A' },
        },
        {
          id: 'found',
          text: 'Give B to the client that CloudTrail named',
          does: { kind: 'switch', client: 'scanner', to: 'B' },
        },
        {
          id: 'off',
          text: 'Deactivate A and wait a day',
          command:
            'aws iam update-access-key --user-name mailer --access-key-id AKIAIOSFODNN7EXAMPLE --status Inactive',
          does: { kind: 'deactivate', key: 'A' },
        },
        {
          id: 'delete',
          text: 'Delete A',
          command: 'aws iam delete-access-key --user-name mailer --access-key-id AKIAIOSFODNN7EXAMPLE',
          does: { kind: 'delete', key: 'A' },
        },
      ],
      world: {
        kind: 'keys',
        user: 'mailer',
        maxKeys: 2,
        keys: { A: 'active', Z: 'inactive' },
        clients: [
          { id: 'shop', name: 'the web shop', uses: 'A', known: true },
          { id: 'report', name: 'the nightly report', uses: 'A', known: true },
          { id: 'scanner', name: 'a scanner in the basement', uses: 'A', known: false },
        ],
        rules: [
          'After every move each client makes one call with its key. The call fails unless that key is active.',
          'A user has at most two keys, active or not: a third is refused.',
          'A client can be given only a key that exists and is active.',
          'CloudTrail names a forgotten client only when all known clients have left the key; before that its calls don’t stand out.',
          'A client that isn’t known can’t be given a key before CloudTrail has named it.',
          'An inactive key can be made active again. A deleted one can’t.',
        ],
      },
      right: [
        ['clear', 'create', 'shop', 'report', 'look', 'found', 'off', 'delete'],
        ['clear', 'create', 'report', 'shop', 'look', 'found', 'off', 'delete'],
      ],
      say: {
        limit: 'Refused: mailer has two keys already, and inactive ones count.',
        noKey: 'There is no such active key yet to give to anyone.',
        noise:
          'A’s calls are there, of course: clients that you know still use it. Looking proves something only when all of them have moved.',
        unnamed: 'Which client? CloudTrail hasn’t named one yet.',
        failsOff:
          'A call failed: someone still signs with A. It can be made active again, so the damage is short. Look before switching off.',
        failsGone:
          'A call failed, and A can’t come back: deleting can’t be undone. Deactivate first, wait, then delete.',
        straight:
          'Deleted without having been switched off for a while. Nothing failed this time; had somebody been forgotten, there would have been no way back.',
        done: 'No call failed, and the forgotten scanner was found while A still worked.',
      },
      tries: [
        {
          name: 'the forgotten key is in the way',
          order: ['create', 'shop', 'report', 'look', 'found', 'off', 'delete', 'clear'],
          at: 'create',
          says: 'limit',
        },
        {
          name: 'off at once',
          order: ['clear', 'create', 'off', 'shop', 'report', 'look', 'found', 'delete'],
          at: 'off',
          says: 'failsOff',
        },
        {
          name: 'nobody looked',
          order: ['clear', 'create', 'shop', 'report', 'off', 'look', 'found', 'delete'],
          at: 'off',
          says: 'failsOff',
        },
        {
          name: 'deleted at once',
          order: ['clear', 'create', 'shop', 'report', 'delete', 'look', 'found', 'off'],
          at: 'delete',
          says: 'failsGone',
        },
        {
          name: 'looked too early',
          order: ['clear', 'create', 'look', 'shop', 'report', 'found', 'off', 'delete'],
          at: 'look',
          says: 'noise',
        },
        {
          name: 'no key to give',
          order: ['clear', 'shop', 'create', 'report', 'look', 'found', 'off', 'delete'],
          at: 'shop',
          says: 'noKey',
        },
        {
          name: 'given to a client that nobody named',
          order: ['clear', 'create', 'shop', 'report', 'found', 'look', 'off', 'delete'],
          at: 'found',
          says: 'unnamed',
        },
        {
          name: 'deleted without a pause',
          order: ['clear', 'create', 'shop', 'report', 'look', 'found', 'delete', 'off'],
          at: 'delete',
          says: 'straight',
        },
      ],
      belief: { failsOff: 'M39', failsGone: 'M39', straight: 'M39' },
      hints: [
        'Which moves can be undone, and which can’t?',
        'What proves that nobody signs with A any more? And when does it prove that?',
        'Make room, create, move the two you know, look, move the third, switch off, delete.',
      ],
    },
    ask: {
      question:
        'Next time a script of mailer’s shall do it, signing as mailer. Its policy allows it to create and list its own keys. It has created B and now switches A off. Is that allowed?',
      options: [
        {
          id: 'own',
          text: 'Yes: it is its own key, and nothing denies it.',
          claims: { decision: 'Allowed' },
          belief: 'M03',
          say: 'A user owns nothing by itself, not even its keys. What no policy allows is denied: switching off is `iam:UpdateAccessKey`, and that isn’t on the list.',
        },
        {
          id: 'wear',
          text: 'No, and it needn’t be: once B is in use, A ends by itself.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M39',
          reasonOnly: true,
          say: 'Keys never end by themselves, and a new one doesn’t replace the old. Both stay valid until someone switches one off.',
        },
        {
          id: 'no',
          text: 'No: switching off is an action of its own, and nothing allows it.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. A script that can only create leaves two valid keys behind.',
        },
      ],
    },
    rule: 'Create, move everyone, look in the trail for the old key’s ID, deactivate, wait, delete. Only the last step can’t be undone. A key lives until someone ends it.',
    repair: {
      task: 'Let mailer’s script do the whole rotation for its own user: create, list, look at the last use, switch off, delete. No other user’s keys, and no other way to sign in. Other bots will get the same policy.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'switches its old key off',
          request: {},
          expect: 'Allowed',
          say: 'Switching off is `iam:UpdateAccessKey`, on the user that owns the key.',
        },
        {
          name: 'deletes it',
          request: { action: 'iam:DeleteAccessKey' },
          expect: 'Allowed',
          say: 'The last step is missing: `iam:DeleteAccessKey`.',
        },
        {
          name: 'creates a new one',
          request: { action: 'iam:CreateAccessKey' },
          expect: 'Allowed',
          say: 'Creating worked before. The pattern no longer fits a user below `bots/`.',
        },
        {
          name: 'lists its keys',
          request: { action: 'iam:ListAccessKeys' },
          expect: 'Allowed',
          say: 'Listing worked before. Without it the script doesn’t know the old key’s ID.',
        },
        {
          name: 'looks when a key was last used',
          request: { action: 'iam:GetAccessKeyLastUsed' },
          expect: 'Allowed',
          say: 'The script can’t see whether the old key is still in use: `iam:GetAccessKeyLastUsed`.',
        },
        {
          name: 'not another user’s key',
          request: { resource: 'arn:aws:iam::111122223333:user/aylin' },
          expect: 'Denied',
          say: 'It can switch off other people’s keys.',
        },
      ],
      hidden: [
        {
          name: 'not another bot’s key',
          request: { resource: 'arn:aws:iam::111122223333:user/bots/export' },
          expect: 'Denied',
          say: 'It can switch off the keys of every bot. `${aws:username}` stands for the one who calls.',
        },
        {
          name: 'not mailer-2’s key',
          request: { resource: 'arn:aws:iam::111122223333:user/bots/mailer-2' },
          expect: 'Denied',
          say: 'A star after the name takes in longer names.',
        },
        {
          name: 'makes no password',
          request: { action: 'iam:CreateLoginProfile' },
          expect: 'Denied',
          say: 'A password is another way to sign in. Keys were asked for.',
        },
        {
          name: 'another bot rotates itself',
          request: {
            principal: 'arn:aws:iam::111122223333:user/bots/export',
            resource: 'arn:aws:iam::111122223333:user/bots/export',
          },
          expect: 'Allowed',
          say: 'The policy names mailer. Other bots shall use it as it is.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc({
            Sid: 'OwnKeys',
            Effect: 'Allow',
            Action: [
              'iam:CreateAccessKey',
              'iam:ListAccessKeys',
              'iam:GetAccessKeyLastUsed',
              'iam:UpdateAccessKey',
              'iam:DeleteAccessKey',
            ],
            Resource: 'arn:aws:iam::111122223333:user/bots/${aws:username}',
          }),
        },
      ],
      also: [
        [
          {
            at: 'identity/0',
            document: doc({
              Sid: 'OwnKeys',
              Effect: 'Allow',
              Action: 'iam:*AccessKey*',
              Resource: 'arn:aws:iam::111122223333:user/bots/${aws:username}',
            }),
          },
        ],
      ],
      wrong: [
        {
          name: 'a second bot is named',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'OwnKeys',
                Effect: 'Allow',
                Action: [
                  'iam:CreateAccessKey',
                  'iam:ListAccessKeys',
                  'iam:GetAccessKeyLastUsed',
                  'iam:UpdateAccessKey',
                  'iam:DeleteAccessKey',
                ],
                Resource: [
                  'arn:aws:iam::111122223333:user/bots/${aws:username}',
                  'arn:aws:iam::111122223333:user/bots/export',
                ],
              }),
            },
          ],
          fails: 'not another bot’s key',
        },
        {
          name: 'deletion is forgotten',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'O',
                Effect: 'Allow',
                Action: [
                  'iam:CreateAccessKey',
                  'iam:ListAccessKeys',
                  'iam:GetAccessKeyLastUsed',
                  'iam:UpdateAccessKey',
                ],
                Resource: 'arn:aws:iam::111122223333:user/bots/${aws:username}',
              }),
            },
          ],
          fails: 'deletes it',
        },
        {
          name: 'every user',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'O',
                Effect: 'Allow',
                Action: [
                  'iam:CreateAccessKey',
                  'iam:ListAccessKeys',
                  'iam:GetAccessKeyLastUsed',
                  'iam:UpdateAccessKey',
                  'iam:DeleteAccessKey',
                ],
                Resource: '*',
              }),
            },
          ],
          fails: 'not another user’s key',
        },
        {
          name: 'every bot',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'O',
                Effect: 'Allow',
                Action: [
                  'iam:CreateAccessKey',
                  'iam:ListAccessKeys',
                  'iam:GetAccessKeyLastUsed',
                  'iam:UpdateAccessKey',
                  'iam:DeleteAccessKey',
                ],
                Resource: 'arn:aws:iam::111122223333:user/bots/*',
              }),
            },
          ],
          fails: 'not another bot’s key',
        },
        {
          name: 'looking is forgotten',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'O',
                Effect: 'Allow',
                Action: [
                  'iam:CreateAccessKey',
                  'iam:ListAccessKeys',
                  'iam:UpdateAccessKey',
                  'iam:DeleteAccessKey',
                ],
                Resource: 'arn:aws:iam::111122223333:user/bots/${aws:username}',
              }),
            },
          ],
          fails: 'looks when a key was last used',
        },
        {
          name: 'a star after the name',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'O',
                Effect: 'Allow',
                Action: [
                  'iam:CreateAccessKey',
                  'iam:ListAccessKeys',
                  'iam:GetAccessKeyLastUsed',
                  'iam:UpdateAccessKey',
                  'iam:DeleteAccessKey',
                ],
                Resource: 'arn:aws:iam::111122223333:user/bots/${aws:username}*',
              }),
            },
          ],
          fails: 'not mailer-2’s key',
        },
        {
          name: 'all of IAM on itself',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'O',
                Effect: 'Allow',
                Action: 'iam:*',
                Resource: 'arn:aws:iam::111122223333:user/bots/${aws:username}',
              }),
            },
          ],
          fails: 'makes no password',
        },
        {
          name: 'the path is lost',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'O',
                Effect: 'Allow',
                Action: [
                  'iam:CreateAccessKey',
                  'iam:ListAccessKeys',
                  'iam:GetAccessKeyLastUsed',
                  'iam:UpdateAccessKey',
                  'iam:DeleteAccessKey',
                ],
                Resource: 'arn:aws:iam::111122223333:user/${aws:username}',
              }),
            },
          ],
          fails: 'switches its old key off',
        },
        {
          name: 'mailer by name',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'O',
                Effect: 'Allow',
                Action: [
                  'iam:CreateAccessKey',
                  'iam:ListAccessKeys',
                  'iam:GetAccessKeyLastUsed',
                  'iam:UpdateAccessKey',
                  'iam:DeleteAccessKey',
                ],
                Resource: 'arn:aws:iam::111122223333:user/bots/mailer',
              }),
            },
          ],
          fails: 'another bot rotates itself',
        },
      ],
      hints: [
        'Which steps of the order does the script make? Each is an action of its own.',
        'Three more actions on the same resource. Leave the variable in place: it stands for whoever calls.',
        'Add `iam:GetAccessKeyLastUsed`, `iam:UpdateAccessKey` and `iam:DeleteAccessKey`.',
      ],
    },
    transfer: {
      after: 7,
      ask: 'Two years ago B was created and A was forgotten, active. Mailer’s policy asks for nothing. Someone finds A in an old backup and lists the topics that mailer’s policy allows.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/bots/mailer',
          action: 'sns:ListTopics',
          resource: '*',
        },
        policies: {
          identity: [
            policy('MailerPolicy', {
              Sid: 'Topics',
              Effect: 'Allow',
              Action: 'sns:ListTopics',
              Resource: '*',
            }),
          ],
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  },
} satisfies ChapterLessons;
