/** Chapter 3: The seven steps. */
import { ADMINISTRATOR, FULL_AWS_ACCESS, doc, level, policy, scenario } from '../policy';
import type { ChapterLessons } from '../types';

export const steps = {
  'steps-default': {
    story:
      'Omar has one policy: it allows `dynamodb:GetItem` on the table stock. For a report he calls `dynamodb:Scan` on the same table. No policy anywhere mentions Scan.',
    misconception: 'M03',
    guide: ['G14', 'G20'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/omar',
        action: 'dynamodb:Scan',
        resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
      },
      policies: {
        identity: [
          policy('OmarPolicy', {
            Sid: 'ReadItems',
            Effect: 'Allow',
            Action: 'dynamodb:GetItem',
            Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    first: {
      kind: 'switches',
      question:
        'Two switches: an Allow for Scan, a Deny for Scan. Predict all four positions before you try them.',
      positions: {
        neither: { edits: [], decision: 'ImplicitlyDenied', say: 'No, by silence.' },
        allow: {
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadItems',
                  Effect: 'Allow',
                  Action: 'dynamodb:GetItem',
                  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
                },
                {
                  Sid: 'ScanStock',
                  Effect: 'Allow',
                  Action: 'dynamodb:Scan',
                  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
                },
              ),
            },
          ],
          decision: 'Allowed',
          say: 'One Allow is enough to turn silence into yes.',
        },
        deny: {
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadItems',
                  Effect: 'Allow',
                  Action: 'dynamodb:GetItem',
                  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
                },
                {
                  Sid: 'NoScan',
                  Effect: 'Deny',
                  Action: 'dynamodb:Scan',
                  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
                },
              ),
            },
          ],
          decision: 'ExplicitlyDenied',
          say: 'No again, but now somebody wrote it. It looks the same from outside and needs another cure.',
        },
        both: {
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadItems',
                  Effect: 'Allow',
                  Action: 'dynamodb:GetItem',
                  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
                },
                {
                  Sid: 'ScanStock',
                  Effect: 'Allow',
                  Action: 'dynamodb:Scan',
                  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
                },
                {
                  Sid: 'NoScan',
                  Effect: 'Deny',
                  Action: 'dynamodb:Scan',
                  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
                },
              ),
            },
          ],
          decision: 'ExplicitlyDenied',
          say: 'The Deny wins, whatever else is said.',
        },
      },
    },
    ask: {
      question: 'Nobody forbids the scan, and nobody allows it. What is the answer?',
      options: [
        {
          id: 'free',
          text: 'Allowed: what nobody denies is free.',
          claims: { decision: 'Allowed' },
          belief: 'M03',
          say: 'The answer starts at no. It stays there until some policy says Allow.',
        },
        {
          id: 'explicit',
          text: 'Denied, and finally: going past his policy counts as a Deny.',
          claims: { decision: 'ExplicitlyDenied' },
          belief: 'M03',
          say: 'A final no is one that somebody wrote. Here nobody wrote anything: add an Allow for Scan and the call works. Try it.',
        },
        {
          id: 'implicit',
          text: 'Denied, because no policy allows it; an Allow would change that.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. AWS’s message says it as well: “because no identity-based policy allows the dynamodb:Scan action”.',
        },
      ],
    },
    rule: 'The answer starts at no. An Allow turns it into yes; a Deny makes it a no that no Allow can lift.',
    repair: {
      task: 'Let Omar scan `stock`. And see to it that he never gets at `payroll`, even if that table’s own policy invites him. Silence isn’t enough for that.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'scans stock',
          request: {},
          expect: 'Allowed',
          say: 'No statement allows `dynamodb:Scan` on `table/stock` yet.',
        },
        {
          name: 'still reads an item',
          request: { action: 'dynamodb:GetItem' },
          expect: 'Allowed',
          say: 'The old statement went missing.',
        },
        {
          name: 'payroll stays shut, though it invites him',
          request: {
            action: 'dynamodb:GetItem',
            resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/payroll',
          },
          expect: 'Denied',
          say: 'The table’s own policy lets him in, and nothing of his says no. An Allow that isn’t there stops nobody else’s Allow.',
          policies: {
            resource: policy('PayrollTablePolicy', {
              Sid: 'OmarReads',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:user/omar' },
              Action: ['dynamodb:GetItem', 'dynamodb:Scan'],
              Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/payroll',
            }),
          },
        },
      ],
      hidden: [
        {
          name: 'writes nothing',
          request: { action: 'dynamodb:PutItem' },
          expect: 'Denied',
          say: 'Scanning doesn’t need `dynamodb:*`.',
        },
        {
          name: 'no other table',
          request: { resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders' },
          expect: 'Denied',
          say: 'Your Allow reaches every table.',
        },
        {
          name: 'nor does he scan payroll',
          request: { resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/payroll' },
          expect: 'Denied',
          say: 'You denied one action. The invitation has two.',
          policies: {
            resource: policy('PayrollTablePolicy', {
              Sid: 'OmarReads',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:user/omar' },
              Action: ['dynamodb:GetItem', 'dynamodb:Scan'],
              Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/payroll',
            }),
          },
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            {
              Sid: 'ReadItems',
              Effect: 'Allow',
              Action: 'dynamodb:GetItem',
              Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
            },
            {
              Sid: 'ScanStock',
              Effect: 'Allow',
              Action: 'dynamodb:Scan',
              Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
            },
            {
              Sid: 'NeverPayroll',
              Effect: 'Deny',
              Action: 'dynamodb:*',
              Resource: [
                'arn:aws:dynamodb:eu-west-1:111122223333:table/payroll',
                'arn:aws:dynamodb:eu-west-1:111122223333:table/payroll/*',
              ],
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
                Sid: 'ReadStock',
                Effect: 'Allow',
                Action: ['dynamodb:GetItem', 'dynamodb:Scan'],
                Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
              },
              {
                Sid: 'OnlyStock',
                Effect: 'Deny',
                Action: 'dynamodb:*',
                NotResource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
              },
            ),
          },
        ],
      ],
      wrong: [
        {
          name: 'only the Allow',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadItems',
                  Effect: 'Allow',
                  Action: 'dynamodb:GetItem',
                  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
                },
                {
                  Sid: 'ScanStock',
                  Effect: 'Allow',
                  Action: 'dynamodb:Scan',
                  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
                },
              ),
            },
          ],
          fails: 'payroll stays shut, though it invites him',
        },
        {
          name: 'only the Deny',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadItems',
                  Effect: 'Allow',
                  Action: 'dynamodb:GetItem',
                  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
                },
                {
                  Sid: 'NeverPayroll',
                  Effect: 'Deny',
                  Action: 'dynamodb:*',
                  Resource: [
                    'arn:aws:dynamodb:eu-west-1:111122223333:table/payroll',
                    'arn:aws:dynamodb:eu-west-1:111122223333:table/payroll/*',
                  ],
                },
              ),
            },
          ],
          fails: 'scans stock',
        },
        {
          name: 'all actions',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'S',
                  Effect: 'Allow',
                  Action: 'dynamodb:*',
                  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
                },
                {
                  Sid: 'NeverPayroll',
                  Effect: 'Deny',
                  Action: 'dynamodb:*',
                  Resource: [
                    'arn:aws:dynamodb:eu-west-1:111122223333:table/payroll',
                    'arn:aws:dynamodb:eu-west-1:111122223333:table/payroll/*',
                  ],
                },
              ),
            },
          ],
          fails: 'writes nothing',
        },
        {
          name: 'all tables',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadItems',
                  Effect: 'Allow',
                  Action: 'dynamodb:GetItem',
                  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
                },
                { Sid: 'S', Effect: 'Allow', Action: 'dynamodb:Scan', Resource: '*' },
                {
                  Sid: 'NeverPayroll',
                  Effect: 'Deny',
                  Action: 'dynamodb:*',
                  Resource: [
                    'arn:aws:dynamodb:eu-west-1:111122223333:table/payroll',
                    'arn:aws:dynamodb:eu-west-1:111122223333:table/payroll/*',
                  ],
                },
              ),
            },
          ],
          fails: 'no other table',
        },
        {
          name: 'one action denied',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadItems',
                  Effect: 'Allow',
                  Action: 'dynamodb:GetItem',
                  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
                },
                {
                  Sid: 'ScanStock',
                  Effect: 'Allow',
                  Action: 'dynamodb:Scan',
                  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
                },
                {
                  Sid: 'N',
                  Effect: 'Deny',
                  Action: 'dynamodb:GetItem',
                  Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/payroll',
                },
              ),
            },
          ],
          fails: 'nor does he scan payroll',
        },
      ],
      hints: [
        'One wish is a missing yes. The other is a no that must hold against a yes of somebody else.',
        'Two statements more: an Allow for the scan, a Deny for payroll.',
        'Allow `dynamodb:Scan` on `table/stock`; Deny `dynamodb:*` on `table/payroll`.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A user’s only policy denies `sns:DeleteTopic`. She publishes to a topic of her account that has no policy. Allowed?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/pia',
          action: 'sns:Publish',
          resource: 'arn:aws:sns:eu-west-1:111122223333:plans',
        },
        policies: {
          identity: [
            policy('NoDeletes', { Sid: 'N', Effect: 'Deny', Action: 'sns:DeleteTopic', Resource: '*' }),
          ],
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html',
  },

  'steps-first-gate': {
    story:
      'Inga’s pipeline runs as the role Ship and wants to send to the queue ship-events. Ship’s own policy allows it. The OU’s SCP, the role’s boundary and the session policy of this run are short lists, and none of them has `sqs:SendMessage`.',
    misconception: 'M35',
    guide: ['G14', 'G15', 'G17', 'G18', 'G19'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Ship/run-12',
        action: 'sqs:SendMessage',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:ship-events',
      },
      policies: {
        scp: [
          level('Root', FULL_AWS_ACCESS),
          level(
            'OU Shops',
            policy('ShopServices', {
              Sid: 'ShopServices',
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:PutObject', 'dynamodb:GetItem'],
              Resource: '*',
            }),
          ),
        ],
        boundary: policy('ShipBoundary', {
          Sid: 'ShipBoundary',
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:PutObject', 'logs:PutLogEvents'],
          Resource: '*',
        }),
        session: [
          policy('ThisRun', { Sid: 'ThisRun', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }),
        ],
        identity: [
          policy('ShipPolicy', {
            Sid: 'Work',
            Effect: 'Allow',
            Action: ['sqs:*', 's3:*', 'sns:Publish'],
            Resource: '*',
          }),
        ],
      },
    }),
    expect: {
      decision: 'ImplicitlyDenied',
      decidedBy: [],
      missing: ['scp', 'boundary', 'session'],
      decidedAt: 'scp',
    },
    first: {
      kind: 'pick',
      question: 'Point at every gate that shuts.',
      from: 'gates',
      right: ['scp', 'boundary', 'session'],
      say: {
        identity: 'ShipPolicy allows `sqs:*`. This gate is open.',
        resource: 'The queue has no policy, and inside one account it needs none.',
        explicitDeny: 'There is no Deny in this case. All three gates shut by silence.',
      },
    },
    ask: {
      question:
        'AWS’s message names one layer. Which gate does the request meet first, and is it the only one?',
      options: [
        {
          id: 'boundary',
          text: 'The boundary. The rest is in order, or the message would name more.',
          claims: { decision: 'ImplicitlyDenied', at: 'boundary' },
          belief: 'M35',
          say: 'A message names one layer, never a list. Open the boundary alone and the next message names another: nothing has changed but the name.',
        },
        {
          id: 'scp',
          text: 'The SCP. Behind it the boundary and the session policy are shut as well.',
          claims: { decision: 'ImplicitlyDenied', missing: 'scp', at: 'scp' },
          say: 'Right. The evaluation stops at the first gate, and two more wait behind it. Open all of them in one go.',
        },
        {
          id: 'identity',
          text: 'The role’s own policy: a star isn’t a real Allow.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          belief: 'M35',
          say: '`sqs:*` takes in `sqs:SendMessage`. The role’s policy is the one list that says yes.',
        },
      ],
    },
    rule: 'A message names one layer. A request needs a yes from every limit it is under: count the shut gates, not the names in the message.',
    repair: {
      task: 'Let this run send to ship-events. Each of the three lists gets what it needs and nothing else. Name the actions in full.',
      edit: ['scp/1/0', 'boundary', 'session/0'],
      tests: [
        {
          name: 'sends the event',
          request: {},
          expect: 'Allowed',
          say: 'One of the three lists still lacks `sqs:SendMessage`. Look at the walk: which gate is shut now?',
        },
        {
          name: 'still reads its files',
          request: {
            action: 's3:GetObject',
            resource: 'arn:aws:s3:::ship-files/1.json',
            resourceAccount: '111122223333',
          },
          expect: 'Allowed',
          say: 'An old action went missing in one of the lists.',
        },
        {
          name: 'empties no queue',
          request: { action: 'sqs:PurgeQueue' },
          expect: 'Denied',
          say: 'The role’s own policy has `sqs:*`. Only the lists hold it back: keep them short.',
        },
        {
          name: 'publishes nothing',
          request: { action: 'sns:Publish', resource: 'arn:aws:sns:eu-west-1:111122223333:ship-news' },
          expect: 'Denied',
          say: 'SNS was not asked for.',
        },
      ],
      hidden: [
        {
          name: 'receives nothing',
          request: { action: 'sqs:ReceiveMessage' },
          expect: 'Denied',
          say: 'Sending doesn’t need receiving. You opened one action too many, three times.',
        },
        {
          name: 'writes no files in this run',
          request: {
            action: 's3:PutObject',
            resource: 'arn:aws:s3:::ship-files/1.json',
            resourceAccount: '111122223333',
          },
          expect: 'Denied',
          say: 'This run was only to read files. The session policy lost its limit.',
        },
      ],
      constraints: [
        {
          kind: 'noWildcard',
          in: 'Action',
          say: 'Name the actions in full: a star opens more than one gate was asked to.',
        },
      ],
      solution: [
        {
          at: 'scp/1/0',
          document: doc({
            Sid: 'ShopServices',
            Effect: 'Allow',
            Action: ['s3:GetObject', 's3:PutObject', 'dynamodb:GetItem', 'sqs:SendMessage'],
            Resource: '*',
          }),
        },
        {
          at: 'boundary',
          document: doc({
            Sid: 'ShipBoundary',
            Effect: 'Allow',
            Action: ['s3:GetObject', 's3:PutObject', 'logs:PutLogEvents', 'sqs:SendMessage'],
            Resource: '*',
          }),
        },
        {
          at: 'session/0',
          document: doc({
            Sid: 'ThisRun',
            Effect: 'Allow',
            Action: ['s3:GetObject', 'sqs:SendMessage'],
            Resource: '*',
          }),
        },
      ],
      also: [
        [
          {
            at: 'scp/1/0',
            document: doc({
              Sid: 'ShopServices',
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:PutObject', 'dynamodb:GetItem', 'sqs:SendMessage'],
              Resource: '*',
            }),
          },
          {
            at: 'boundary',
            document: doc({
              Sid: 'ShipBoundary',
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:PutObject', 'logs:PutLogEvents', 'sqs:SendMessage'],
              Resource: '*',
            }),
          },
          {
            at: 'session/0',
            document: doc(
              { Sid: 'ThisRun', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
              {
                Sid: 'Send',
                Effect: 'Allow',
                Action: 'sqs:SendMessage',
                Resource: 'arn:aws:sqs:eu-west-1:111122223333:ship-events',
              },
            ),
          },
        ],
      ],
      wrong: [
        {
          name: 'only the boundary',
          edits: [
            {
              at: 'boundary',
              document: doc({
                Sid: 'ShipBoundary',
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:PutObject', 'logs:PutLogEvents', 'sqs:SendMessage'],
                Resource: '*',
              }),
            },
          ],
          fails: 'sends the event',
        },
        {
          name: 'all of SQS',
          edits: [
            {
              at: 'scp/1/0',
              document: doc({
                Sid: 'ShopServices',
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:PutObject', 'dynamodb:GetItem', 'sqs:*'],
                Resource: '*',
              }),
            },
            {
              at: 'boundary',
              document: doc({
                Sid: 'ShipBoundary',
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:PutObject', 'logs:PutLogEvents', 'sqs:*'],
                Resource: '*',
              }),
            },
            {
              at: 'session/0',
              document: doc({
                Sid: 'ThisRun',
                Effect: 'Allow',
                Action: ['s3:GetObject', 'sqs:*'],
                Resource: '*',
              }),
            },
          ],
          fails: 'empties no queue',
        },
        {
          name: 'receiving as well',
          edits: [
            {
              at: 'scp/1/0',
              document: doc({
                Sid: 'ShopServices',
                Effect: 'Allow',
                Action: [
                  's3:GetObject',
                  's3:PutObject',
                  'dynamodb:GetItem',
                  'sqs:SendMessage',
                  'sqs:ReceiveMessage',
                ],
                Resource: '*',
              }),
            },
            {
              at: 'boundary',
              document: doc({
                Sid: 'ShipBoundary',
                Effect: 'Allow',
                Action: [
                  's3:GetObject',
                  's3:PutObject',
                  'logs:PutLogEvents',
                  'sqs:SendMessage',
                  'sqs:ReceiveMessage',
                ],
                Resource: '*',
              }),
            },
            {
              at: 'session/0',
              document: doc({
                Sid: 'ThisRun',
                Effect: 'Allow',
                Action: ['s3:GetObject', 'sqs:SendMessage', 'sqs:ReceiveMessage'],
                Resource: '*',
              }),
            },
          ],
          fails: 'receives nothing',
        },
        {
          name: 'the boundary copied into the luggage',
          edits: [
            {
              at: 'scp/1/0',
              document: doc({
                Sid: 'ShopServices',
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:PutObject', 'dynamodb:GetItem', 'sqs:SendMessage'],
                Resource: '*',
              }),
            },
            {
              at: 'boundary',
              document: doc({
                Sid: 'ShipBoundary',
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:PutObject', 'logs:PutLogEvents', 'sqs:SendMessage'],
                Resource: '*',
              }),
            },
            {
              at: 'session/0',
              document: doc({
                Sid: 'ThisRun',
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:PutObject', 'logs:PutLogEvents', 'sqs:SendMessage'],
                Resource: '*',
              }),
            },
          ],
          fails: 'writes no files in this run',
        },
        {
          name: 'a star at the end',
          edits: [
            {
              at: 'scp/1/0',
              document: doc({
                Sid: 'ShopServices',
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:PutObject', 'dynamodb:GetItem', 'sqs:SendMess*'],
                Resource: '*',
              }),
            },
            {
              at: 'boundary',
              document: doc({
                Sid: 'ShipBoundary',
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:PutObject', 'logs:PutLogEvents', 'sqs:SendMessage'],
                Resource: '*',
              }),
            },
            {
              at: 'session/0',
              document: doc({
                Sid: 'ThisRun',
                Effect: 'Allow',
                Action: ['s3:GetObject', 'sqs:SendMessage'],
                Resource: '*',
              }),
            },
          ],
          fails: 'noWildcard',
        },
      ],
      hints: [
        'Go through the walk: how many gates are shut?',
        'The same action in three policies. A list that stays short keeps the neighbours out.',
        '`sqs:SendMessage` in ShopServices, ShipBoundary and ThisRun.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A message says: no permissions boundary allows `lambda:InvokeFunction`. You add it to the boundary. The user’s own policy has only `lambda:ListFunctions`. Does the call work now?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/sam',
          action: 'lambda:InvokeFunction',
          resource: 'arn:aws:lambda:eu-west-1:111122223333:function:tidy',
        },
        policies: {
          boundary: policy('B', {
            Sid: 'B',
            Effect: 'Allow',
            Action: ['lambda:ListFunctions', 'lambda:InvokeFunction'],
            Resource: '*',
          }),
          identity: [
            policy('L', { Sid: 'L', Effect: 'Allow', Action: 'lambda:ListFunctions', Resource: '*' }),
          ],
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
  },

  'steps-one-side': {
    story:
      'The queue tickets belongs to the same account as Dora. Its policy names her user and allows sending. Dora’s own policy lets her change her password and nothing else.',
    misconception: 'M27',
    guide: ['G08', 'G16'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/dora',
        action: 'sqs:SendMessage',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:tickets',
      },
      policies: {
        identity: [
          policy('DoraPolicy', {
            Sid: 'OwnPassword',
            Effect: 'Allow',
            Action: 'iam:ChangePassword',
            Resource: 'arn:aws:iam::111122223333:user/dora',
          }),
        ],
        resource: policy('TicketsQueuePolicy', {
          Sid: 'DoraSends',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:user/dora' },
          Action: 'sqs:SendMessage',
          Resource: 'arn:aws:sqs:eu-west-1:111122223333:tickets',
        }),
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'resource', policy: 'TicketsQueuePolicy', statement: 0 }],
    },
    ask: {
      question: 'The queue says yes, Dora’s own policy says nothing. Can she send?',
      options: [
        {
          id: 'both',
          text: 'No: the queue and her own policy must both allow.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          belief: 'M27',
          say: 'That is the rule between accounts. Inside one account there is one owner, and it has said yes. The picture has a single lane here.',
        },
        {
          id: 'one',
          text: 'Yes: within one account the queue’s yes is enough.',
          claims: { decision: 'Allowed', by: 'TicketsQueuePolicy' },
          say: 'Right. It works the other way round too: an Allow of her own would do without the queue’s policy.',
        },
        {
          id: 'account',
          text: 'No: the queue would also have to name the account.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M28',
          say: 'Naming the account would hand the decision on to her own policies. Naming her user is the stronger form: it grants by itself.',
        },
      ],
    },
    rule: 'Inside one account one Allow is enough, on either side. Between two accounts each side needs its own. Role trust and KMS keys are stricter.',
    repair: {
      task: 'The queue has moved to the account 444455556666. Its policy came along, and so did the old ARN in it. Make sending work again: for Dora, on this queue, and nothing more. Finn, a colleague, has the same policy as Dora and stays out.',
      edit: ['identity/0', 'resource'],
      tests: [
        {
          name: 'Dora sends to the moved queue',
          request: { resource: 'arn:aws:sqs:eu-west-1:444455556666:tickets' },
          expect: 'Allowed',
          say: 'Two accounts, two lanes. Which of them stops?',
        },
        {
          name: 'Finn doesn’t',
          request: {
            principal: 'arn:aws:iam::111122223333:user/finn',
            resource: 'arn:aws:sqs:eu-west-1:444455556666:tickets',
          },
          expect: 'Denied',
          say: 'The queue lets our account decide, and Finn has the same policy as Dora. Name her alone.',
        },
      ],
      hidden: [
        {
          name: 'no other queue of ours',
          request: { resource: 'arn:aws:sqs:eu-west-1:111122223333:payments' },
          expect: 'Denied',
          say: 'Her own policy reaches every queue, and at home one yes is enough.',
          policies: { resource: null },
        },
        {
          name: 'Dora receives nothing',
          request: { action: 'sqs:ReceiveMessage', resource: 'arn:aws:sqs:eu-west-1:444455556666:tickets' },
          expect: 'Denied',
          say: 'Both sides now allow more than sending.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            {
              Sid: 'OwnPassword',
              Effect: 'Allow',
              Action: 'iam:ChangePassword',
              Resource: 'arn:aws:iam::111122223333:user/dora',
            },
            {
              Sid: 'SendTickets',
              Effect: 'Allow',
              Action: 'sqs:SendMessage',
              Resource: 'arn:aws:sqs:eu-west-1:444455556666:tickets',
            },
          ),
        },
        {
          at: 'resource',
          document: doc({
            Sid: 'DoraSends',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:user/dora' },
            Action: 'sqs:SendMessage',
            Resource: 'arn:aws:sqs:eu-west-1:444455556666:tickets',
          }),
        },
      ],
      also: [
        [
          {
            at: 'identity/0',
            document: doc(
              {
                Sid: 'OwnPassword',
                Effect: 'Allow',
                Action: 'iam:ChangePassword',
                Resource: 'arn:aws:iam::111122223333:user/dora',
              },
              {
                Sid: 'Queue',
                Effect: 'Allow',
                Action: 'sqs:*',
                Resource: 'arn:aws:sqs:eu-west-1:444455556666:tickets',
              },
            ),
          },
          {
            at: 'resource',
            document: doc({
              Sid: 'DoraSends',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:user/dora' },
              Action: 'sqs:SendMessage',
              Resource: 'arn:aws:sqs:eu-west-1:444455556666:tickets',
            }),
          },
        ],
      ],
      wrong: [
        {
          name: 'only the queue’s policy',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'DoraSends',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::111122223333:user/dora' },
                Action: 'sqs:SendMessage',
                Resource: 'arn:aws:sqs:eu-west-1:444455556666:tickets',
              }),
            },
          ],
          fails: 'Dora sends to the moved queue',
        },
        {
          name: 'the account is named',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'OwnPassword',
                  Effect: 'Allow',
                  Action: 'iam:ChangePassword',
                  Resource: 'arn:aws:iam::111122223333:user/dora',
                },
                {
                  Sid: 'SendTickets',
                  Effect: 'Allow',
                  Action: 'sqs:SendMessage',
                  Resource: 'arn:aws:sqs:eu-west-1:444455556666:tickets',
                },
              ),
            },
            {
              at: 'resource',
              document: doc({
                Sid: 'DoraSends',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::111122223333:root' },
                Action: 'sqs:SendMessage',
                Resource: 'arn:aws:sqs:eu-west-1:444455556666:tickets',
              }),
            },
          ],
          fails: 'Finn doesn’t',
        },
        {
          name: 'every queue',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'OwnPassword',
                  Effect: 'Allow',
                  Action: 'iam:ChangePassword',
                  Resource: 'arn:aws:iam::111122223333:user/dora',
                },
                { Sid: 'SendTickets', Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' },
              ),
            },
            {
              at: 'resource',
              document: doc({
                Sid: 'DoraSends',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::111122223333:user/dora' },
                Action: 'sqs:SendMessage',
                Resource: 'arn:aws:sqs:eu-west-1:444455556666:tickets',
              }),
            },
          ],
          fails: 'no other queue of ours',
        },
        {
          name: 'all of SQS on both sides',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'OwnPassword',
                  Effect: 'Allow',
                  Action: 'iam:ChangePassword',
                  Resource: 'arn:aws:iam::111122223333:user/dora',
                },
                {
                  Sid: 'Q',
                  Effect: 'Allow',
                  Action: 'sqs:*',
                  Resource: 'arn:aws:sqs:eu-west-1:444455556666:tickets',
                },
              ),
            },
            {
              at: 'resource',
              document: doc({
                Sid: 'DoraSends',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::111122223333:user/dora' },
                Action: 'sqs:*',
                Resource: 'arn:aws:sqs:eu-west-1:444455556666:tickets',
              }),
            },
          ],
          fails: 'Dora receives nothing',
        },
      ],
      hints: [
        'Count the lanes. There are two now.',
        'The queue’s policy needs its new ARN; Dora’s policy needs an Allow.',
        '`sqs:SendMessage` on `arn:aws:sqs:eu-west-1:444455556666:tickets`, in both policies.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A Lambda function’s policy names the role Cron, of the same account, and allows invoking. Cron has no policies and no boundary. Its session invokes the function. Allowed?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Cron/c',
          action: 'lambda:InvokeFunction',
          resource: 'arn:aws:lambda:eu-west-1:111122223333:function:tidy',
        },
        policies: {
          resource: policy('FunctionPolicy', {
            Sid: 'Cron',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:role/Cron' },
            Action: 'lambda:InvokeFunction',
            Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:tidy',
          }),
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
  },

  'steps-cross-both': {
    story:
      'A partner’s account 444455556666 owns the bucket `partner-data` and names our role Reporting in its bucket policy. Our role’s own policy speaks only of our bucket.',
    misconception: 'M26',
    guide: ['G08', 'G21', 'G28'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Reporting/nightly',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::partner-data/exports/a.csv',
        resourceAccount: '444455556666',
      },
      policies: {
        identity: [
          policy('ReportingPolicy', {
            Sid: 'OwnReports',
            Effect: 'Allow',
            Action: ['s3:GetObject', 's3:PutObject'],
            Resource: 'arn:aws:s3:::our-reports/*',
          }),
        ],
        resource: policy('PartnerBucketPolicy', {
          Sid: 'ReportingMayRead',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/Reporting' },
          Action: ['s3:GetObject', 's3:PutObject'],
          Resource: 'arn:aws:s3:::partner-data/exports/*',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    ask: {
      question: 'The partner’s bucket policy names our role. Does the read work?',
      options: [
        {
          id: 'alone',
          text: 'Yes: a bucket policy that names the role is enough.',
          claims: { decision: 'Allowed', by: 'PartnerBucketPolicy' },
          belief: 'M26',
          say: 'Inside one account it would be. Across two, each account speaks for itself: theirs invites, ours must let the role go. Watch the two lanes: the upper one stops.',
        },
        {
          id: 'own',
          text: 'No: our own role’s policy must allow it as well.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. Two accounts, two questions, two Allows.',
        },
        {
          id: 'never',
          text: 'No: another account’s bucket is only reachable by assuming a role there.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M29',
          reasonOnly: true,
          say: 'A bucket policy can invite us directly. Only our own side is missing.',
        },
      ],
    },
    rule: 'Across accounts both sides must allow: the caller’s own policies and the resource’s policy.',
    repair: {
      task: 'Make the nightly read work, and grant no more than it needs. Only our own policy is ours to change.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'reads an export',
          request: {},
          expect: 'Allowed',
          say: 'Our side still doesn’t allow `s3:GetObject` on `partner-data/exports/`.',
        },
        {
          name: 'our own reports still work',
          request: { resource: 'arn:aws:s3:::our-reports/1.csv', resourceAccount: '111122223333' },
          expect: 'Allowed',
          say: 'The old statement went missing.',
        },
        {
          name: 'never writes to the partner',
          request: { action: 's3:PutObject' },
          expect: 'Denied',
          say: 'The partner would let us write. That is why our own policy shouldn’t.',
        },
      ],
      hidden: [
        {
          name: 'not our payroll',
          request: { resource: 'arn:aws:s3:::our-payroll/1.csv', resourceAccount: '111122223333' },
          expect: 'Denied',
          say: '`"Resource": "*"` opens the partner’s bucket, and every bucket of our own account with it.',
        },
      ],
      constraints: [{ kind: 'noBareStar', say: 'Name the bucket.' }],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            {
              Sid: 'OwnReports',
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:PutObject'],
              Resource: 'arn:aws:s3:::our-reports/*',
            },
            {
              Sid: 'PartnerExports',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::partner-data/exports/*',
            },
          ),
        },
      ],
      wrong: [
        {
          name: 'read everything',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'OwnReports',
                  Effect: 'Allow',
                  Action: ['s3:GetObject', 's3:PutObject'],
                  Resource: 'arn:aws:s3:::our-reports/*',
                },
                { Sid: 'R', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
              ),
            },
          ],
          fails: 'noBareStar',
        },
        {
          name: 'the bucket joins the statement',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'OwnReports',
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:PutObject'],
                Resource: ['arn:aws:s3:::our-reports/*', 'arn:aws:s3:::partner-data/exports/*'],
              }),
            },
          ],
          fails: 'never writes to the partner',
        },
      ],
      hints: [
        'Which of the two lanes stops?',
        'Add a statement to ReportingPolicy: one action, the partner’s folder.',
        '`s3:GetObject` on `arn:aws:s3:::partner-data/exports/*`',
      ],
    },
    transfer: {
      after: 3,
      ask: 'Our user’s policy allows `sqs:SendMessage` on a queue of another account. The queue has no policy. Does sending work?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/pia',
          action: 'sqs:SendMessage',
          resource: 'arn:aws:sqs:eu-west-1:444455556666:inbox',
        },
        policies: {
          identity: [policy('S', { Sid: 'S', Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' })],
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
  },

  'steps-deny-anywhere': {
    story:
      'Hugo is an administrator, and the bucket ledger belongs to his account. Three colleagues have protected it, each in their own place. The SCP keeps closed years. Hugo’s boundary forbids deleting anywhere. The bucket’s policy forbids deleting in the ledger. Hugo deletes a draft.',
    misconception: 'M02',
    guide: ['G14'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/hugo',
        action: 's3:DeleteObject',
        resource: 'arn:aws:s3:::ledger/tmp/draft.csv',
        resourceAccount: '111122223333',
      },
      policies: {
        scp: [
          level(
            'Root',
            FULL_AWS_ACCESS,
            policy('KeepClosedYears', {
              Sid: 'KeepClosedYears',
              Effect: 'Deny',
              Action: 's3:DeleteObject',
              Resource: 'arn:aws:s3:::ledger/closed/*',
            }),
          ),
        ],
        boundary: policy(
          'StaffBoundary',
          { Effect: 'Allow', Action: '*', Resource: '*' },
          { Sid: 'NeverDelete', Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' },
        ),
        identity: [ADMINISTRATOR],
        resource: policy('LedgerBucketPolicy', {
          Sid: 'KeepLedger',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:DeleteObject',
          Resource: 'arn:aws:s3:::ledger/*',
        }),
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [
        { layer: 'resource', policy: 'LedgerBucketPolicy', statement: 0 },
        { layer: 'boundary', policy: 'StaffBoundary', statement: 1 },
      ],
    },
    first: {
      kind: 'pick',
      question:
        'Hugo deletes a draft in another bucket, six times. AdministratorAccess is everywhere, one Deny stands each time in another corner. In which of the six is the call allowed?',
      from: 'rows',
      right: ['whoami'],
      rows: [
        {
          id: 'scp',
          text: 'The Deny stands in an SCP.',
          scenario: scenario({
            request: {
              principal: 'arn:aws:iam::111122223333:user/hugo',
              action: 's3:DeleteObject',
              resource: 'arn:aws:s3:::drafts/a.txt',
              resourceAccount: '111122223333',
            },
            policies: {
              identity: [ADMINISTRATOR],
              scp: [
                level(
                  'Root',
                  FULL_AWS_ACCESS,
                  policy('S', { Sid: 'NoDelete', Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' }),
                ),
              ],
            },
          }),
          expect: { decision: 'ExplicitlyDenied' },
        },
        {
          id: 'rcp',
          text: 'It stands in an RCP.',
          scenario: scenario({
            request: {
              principal: 'arn:aws:iam::111122223333:user/hugo',
              action: 's3:DeleteObject',
              resource: 'arn:aws:s3:::drafts/a.txt',
              resourceAccount: '111122223333',
            },
            policies: {
              identity: [ADMINISTRATOR],
              rcp: [
                level(
                  'Root',
                  policy('R', {
                    Sid: 'NoDelete',
                    Effect: 'Deny',
                    Principal: '*',
                    Action: 's3:DeleteObject',
                    Resource: '*',
                  }),
                ),
              ],
            },
          }),
          expect: { decision: 'ExplicitlyDenied' },
        },
        {
          id: 'endpoint',
          text: 'It stands in the policy of the VPC endpoint that he uses.',
          scenario: scenario({
            request: {
              principal: 'arn:aws:iam::111122223333:user/hugo',
              action: 's3:DeleteObject',
              resource: 'arn:aws:s3:::drafts/a.txt',
              resourceAccount: '111122223333',
            },
            policies: {
              identity: [ADMINISTRATOR],
              endpoint: policy(
                'E',
                { Sid: 'All', Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
                { Sid: 'NoDelete', Effect: 'Deny', Principal: '*', Action: 's3:DeleteObject', Resource: '*' },
              ),
            },
          }),
          expect: { decision: 'ExplicitlyDenied' },
        },
        {
          id: 'boundary',
          text: 'It stands in his boundary.',
          scenario: scenario({
            request: {
              principal: 'arn:aws:iam::111122223333:user/hugo',
              action: 's3:DeleteObject',
              resource: 'arn:aws:s3:::drafts/a.txt',
              resourceAccount: '111122223333',
            },
            policies: {
              identity: [ADMINISTRATOR],
              boundary: policy(
                'B',
                { Effect: 'Allow', Action: '*', Resource: '*' },
                { Sid: 'NoDelete', Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' },
              ),
            },
          }),
          expect: { decision: 'ExplicitlyDenied' },
        },
        {
          id: 'bucket',
          text: 'It stands in the bucket’s policy.',
          scenario: scenario({
            request: {
              principal: 'arn:aws:iam::111122223333:user/hugo',
              action: 's3:DeleteObject',
              resource: 'arn:aws:s3:::drafts/a.txt',
              resourceAccount: '111122223333',
            },
            policies: {
              identity: [ADMINISTRATOR],
              resource: policy('D', {
                Sid: 'NoDelete',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:DeleteObject',
                Resource: 'arn:aws:s3:::drafts/*',
              }),
            },
          }),
          expect: { decision: 'ExplicitlyDenied' },
        },
        {
          id: 'whoami',
          text: 'It stands in a policy of his own and denies everything; but this time he only asks who he is: `sts:GetCallerIdentity`.',
          scenario: scenario({
            request: {
              principal: 'arn:aws:iam::111122223333:user/hugo',
              action: 'sts:GetCallerIdentity',
              resource: '*',
            },
            policies: {
              identity: [
                ADMINISTRATOR,
                policy('Nothing', { Sid: 'Nothing', Effect: 'Deny', Action: '*', Resource: '*' }),
              ],
            },
          }),
          expect: { decision: 'Allowed' },
        },
      ],
      say: {
        scp: 'An SCP grants nothing, but its Deny counts like any other.',
        rcp: 'An RCP goes with the bucket, whoever calls, administrators too.',
        endpoint: 'The endpoint’s Deny counts for every call that goes through it.',
        boundary: 'A boundary limits by silence, and it also takes a Deny at its word.',
        bucket:
          'The bucket’s own administrator doesn’t pass the bucket’s Deny. He may rewrite the policy if something lets him; he can’t walk past it.',
        whoami: 'Right. `sts:GetCallerIdentity` needs no permission, and a Deny doesn’t stop it.',
      },
    },
    ask: {
      question: 'Nothing in the SCP fits this draft. Which of the other policies decides?',
      options: [
        {
          id: 'admin',
          text: 'AdministratorAccess: it allows everything, and the two Denies are about other things.',
          claims: { decision: 'Allowed' },
          belief: 'M01',
          say: 'They are about exactly this: deleting an object, here. An Allow of any size gives way to one Deny that fits.',
        },
        {
          id: 'own',
          text: 'His own policies: a bucket’s Deny to `*` is for strangers.',
          claims: { decision: 'Allowed' },
          belief: 'M02',
          say: '`*` is everybody, the owner’s people included. No policy stands closer to Hugo than another.',
        },
        {
          id: 'either',
          text: 'The boundary or the bucket’s policy: both deny, and one of them would do.',
          claims: { decision: 'ExplicitlyDenied', by: 'StaffBoundary' },
          say: 'Right. Every corner is asked, and a No from any of them is final. So take away both, or nothing changes.',
        },
      ],
    },
    rule: 'A Deny counts wherever it stands: SCP, RCP, endpoint, boundary, session, resource, identity. Every Deny that fits has to give way before an Allow counts.',
    repair: {
      task: 'Drafts below `ledger/tmp/` may be deleted. Everything else stays as safe as it is, for Hugo and for people without a boundary. The SCP and AdministratorAccess aren’t yours.',
      edit: ['boundary', 'resource'],
      tests: [
        {
          name: 'Hugo deletes a draft',
          request: {},
          expect: 'Allowed',
          say: 'Some Deny still fits the draft. An Allow can’t lift it: find the statement and make it smaller.',
        },
        {
          name: 'the ledger stays',
          request: { resource: 'arn:aws:s3:::ledger/2026/11.csv' },
          expect: 'Denied',
          say: 'The ledger itself can be deleted.',
        },
        {
          name: 'other buckets stay',
          request: { resource: 'arn:aws:s3:::photos/a.jpg' },
          expect: 'Denied',
          say: 'Hugo’s boundary kept him from deleting anywhere. Now only the ledger is safe.',
          policies: { resource: null },
        },
      ],
      hidden: [
        {
          name: 'tmp-keep isn’t tmp',
          request: { resource: 'arn:aws:s3:::ledger/tmp-keep/a.csv' },
          expect: 'Denied',
          say: 'The folder `tmp-keep` is open too. Put the slash before the star.',
        },
        {
          name: 'another bucket’s tmp',
          request: { resource: 'arn:aws:s3:::photos/tmp/a.jpg' },
          expect: 'Denied',
          say: 'Your pattern leaves every bucket’s `tmp/` alone. Name the ledger.',
          policies: { resource: null },
        },
        {
          name: 'Ida, who has no boundary',
          request: {
            principal: 'arn:aws:iam::111122223333:user/ida',
            resource: 'arn:aws:s3:::ledger/2026/11.csv',
          },
          expect: 'Denied',
          say: 'For people without a boundary the bucket’s Deny was the only one.',
          policies: { boundary: null },
        },
      ],
      constraints: [{ kind: 'keepsDeny', say: 'Make the Denies smaller; don’t drop them.' }],
      solution: [
        {
          at: 'boundary',
          document: doc(
            { Effect: 'Allow', Action: '*', Resource: '*' },
            {
              Sid: 'NeverDelete',
              Effect: 'Deny',
              Action: 's3:DeleteObject',
              NotResource: 'arn:aws:s3:::ledger/tmp/*',
            },
          ),
        },
        {
          at: 'resource',
          document: doc({
            Sid: 'KeepLedger',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:DeleteObject',
            NotResource: 'arn:aws:s3:::ledger/tmp/*',
          }),
        },
      ],
      also: [
        [
          {
            at: 'boundary',
            document: doc(
              { Sid: 'AllButDeleting', Effect: 'Allow', NotAction: 's3:DeleteObject', Resource: '*' },
              {
                Sid: 'Drafts',
                Effect: 'Allow',
                Action: 's3:DeleteObject',
                Resource: 'arn:aws:s3:::ledger/tmp/*',
              },
            ),
          },
          {
            at: 'resource',
            document: doc({
              Sid: 'KeepLedger',
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:DeleteObject',
              NotResource: 'arn:aws:s3:::ledger/tmp/*',
            }),
          },
        ],
      ],
      wrong: [
        {
          name: 'only the bucket’s policy',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'KeepLedger',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:DeleteObject',
                NotResource: 'arn:aws:s3:::ledger/tmp/*',
              }),
            },
          ],
          fails: 'Hugo deletes a draft',
        },
        {
          name: 'only the boundary',
          edits: [
            {
              at: 'boundary',
              document: doc(
                { Effect: 'Allow', Action: '*', Resource: '*' },
                {
                  Sid: 'NeverDelete',
                  Effect: 'Deny',
                  Action: 's3:DeleteObject',
                  NotResource: 'arn:aws:s3:::ledger/tmp/*',
                },
              ),
            },
          ],
          fails: 'Hugo deletes a draft',
        },
        {
          name: 'the boundary’s Deny goes',
          edits: [
            { at: 'boundary', document: doc({ Effect: 'Allow', Action: '*', Resource: '*' }) },
            {
              at: 'resource',
              document: doc({
                Sid: 'KeepLedger',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:DeleteObject',
                NotResource: 'arn:aws:s3:::ledger/tmp/*',
              }),
            },
          ],
          fails: 'other buckets stay',
        },
        {
          name: 'no slash',
          edits: [
            {
              at: 'boundary',
              document: doc(
                { Effect: 'Allow', Action: '*', Resource: '*' },
                {
                  Sid: 'NeverDelete',
                  Effect: 'Deny',
                  Action: 's3:DeleteObject',
                  NotResource: 'arn:aws:s3:::ledger/tmp*',
                },
              ),
            },
            {
              at: 'resource',
              document: doc({
                Sid: 'KeepLedger',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:DeleteObject',
                NotResource: 'arn:aws:s3:::ledger/tmp*',
              }),
            },
          ],
          fails: 'tmp-keep isn’t tmp',
        },
        {
          name: 'any tmp',
          edits: [
            {
              at: 'boundary',
              document: doc(
                { Effect: 'Allow', Action: '*', Resource: '*' },
                {
                  Sid: 'NeverDelete',
                  Effect: 'Deny',
                  Action: 's3:DeleteObject',
                  NotResource: 'arn:aws:s3:::*/tmp/*',
                },
              ),
            },
            {
              at: 'resource',
              document: doc({
                Sid: 'KeepLedger',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:DeleteObject',
                NotResource: 'arn:aws:s3:::ledger/tmp/*',
              }),
            },
          ],
          fails: 'another bucket’s tmp',
        },
        {
          name: 'the bucket’s Deny spares the account',
          edits: [
            {
              at: 'boundary',
              document: doc(
                { Effect: 'Allow', Action: '*', Resource: '*' },
                {
                  Sid: 'NeverDelete',
                  Effect: 'Deny',
                  Action: 's3:DeleteObject',
                  NotResource: 'arn:aws:s3:::ledger/tmp/*',
                },
              ),
            },
            {
              at: 'resource',
              document: doc({
                Sid: 'KeepLedger',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:DeleteObject',
                Resource: 'arn:aws:s3:::ledger/*',
                Condition: { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } },
              }),
            },
          ],
          fails: 'Ida, who has no boundary',
        },
      ],
      hints: [
        'How many Denies fit the draft? Go through the walk and count.',
        'Both must become smaller. A Deny can say what it leaves alone.',
        '`"NotResource": "arn:aws:s3:::ledger/tmp/*"` in the boundary and in the bucket’s policy.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A topic’s policy names Ada’s user and lets her publish. Her boundary allows everything and denies `sns:*`. She publishes. Allowed?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/ada',
          action: 'sns:Publish',
          resource: 'arn:aws:sns:eu-west-1:111122223333:news',
        },
        policies: {
          boundary: policy(
            'B',
            { Effect: 'Allow', Action: '*', Resource: '*' },
            { Sid: 'NoSns', Effect: 'Deny', Action: 'sns:*', Resource: '*' },
          ),
          resource: policy('TopicPolicy', {
            Sid: 'Ada',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:user/ada' },
            Action: 'sns:Publish',
            Resource: 'arn:aws:sns:eu-west-1:111122223333:news',
          }),
        },
      }),
      expect: { decision: 'ExplicitlyDenied' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
  },

  'steps-unknown': {
    story:
      'Pilar may see her role’s policies but not her organization’s SCPs. Her policy allows starting instances and says nothing of anything else.',
    misconception: 'M03',
    guide: ['G15', 'G43'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Ops/pilar',
        action: 'ec2:StartInstances',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc',
      },
      policies: {
        identity: [
          policy('OpsPolicy', { Sid: 'Start', Effect: 'Allow', Action: 'ec2:StartInstances', Resource: '*' }),
        ],
        scp: 'unknown',
      },
    }),
    expect: { decision: 'Undetermined' },
    ask: {
      question: 'She asks whether she may start an instance. What is the honest answer?',
      options: [
        {
          id: 'yes',
          text: 'Allowed: everything that can be seen allows it.',
          claims: { decision: 'Allowed' },
          belief: 'M16',
          say: 'An SCP that she can’t see may deny it, or may not allow it. What can’t be seen isn’t an Allow.',
        },
        {
          id: 'no',
          text: 'Denied: SCPs that allow nothing are in the way.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M03',
          say: 'They may well allow it: most organizations keep FullAWSAccess. Not seen isn’t the same as not there.',
        },
        {
          id: 'open',
          text: 'It hangs on the SCPs: allowed if every level allows it and none denies.',
          claims: { decision: 'Undetermined' },
          say: 'Right. And had her own policy not allowed it, the answer would be a certain no, SCPs or not.',
        },
      ],
    },
    rule: 'Unknown is a third answer. A hidden limit leaves a yes open; it never turns a no into a yes.',
    transfer: {
      after: 3,
      ask: 'Same role, SCPs still hidden. She asks for `ec2:TerminateInstances`, which her policy doesn’t mention. What can be said?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Ops/pilar',
          action: 'ec2:TerminateInstances',
          resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc',
        },
        policies: {
          identity: [
            policy('OpsPolicy', {
              Sid: 'Start',
              Effect: 'Allow',
              Action: 'ec2:StartInstances',
              Resource: '*',
            }),
          ],
          scp: 'unknown',
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
  },
} satisfies ChapterLessons;
