/** Chapter 1: Who is asking. */
import { ADMINISTRATOR, FULL_AWS_ACCESS, doc, level, policy, scenario, via } from '../policy';
import type { ChapterLessons } from '../types';

export const who = {
  'who-two-groups': {
    story:
      'Greta belongs to two groups. Developers may do anything in the `team-site` bucket; Contractors may delete nothing. To help her tidy up, someone attached a policy to Greta herself that allows deleting drafts.',
    misconception: 'M02',
    guide: ['G02', 'G04', 'G07', 'G14'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/greta',
        action: 's3:DeleteObject',
        resource: 'arn:aws:s3:::team-site/drafts/old.html',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          via(
            'Developers',
            policy('SiteDevelopers', {
              Sid: 'AllOfTheSite',
              Effect: 'Allow',
              Action: 's3:*',
              Resource: ['arn:aws:s3:::team-site', 'arn:aws:s3:::team-site/*'],
            }),
          ),
          via(
            'Contractors',
            policy('NoDeleting', {
              Sid: 'ContractorsDeleteNothing',
              Effect: 'Deny',
              Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
              Resource: '*',
            }),
          ),
          policy('GretaMayTidy', {
            Sid: 'DeleteDrafts',
            Effect: 'Allow',
            Action: 's3:DeleteObject',
            Resource: 'arn:aws:s3:::team-site/drafts/*',
          }),
        ],
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [{ layer: 'identity', policy: 'NoDeleting', statement: 0 }],
    },
    ask: {
      question: 'Greta deletes a draft. What happens, and which policy settles it?',
      options: [
        {
          id: 'own',
          text: 'Allowed: her own policy is closer to her than a group’s, and more exact.',
          claims: { decision: 'Allowed', by: 'GretaMayTidy' },
          belief: 'M02',
          say: 'IAM doesn’t rank policies by how close or how exact they are. Everything attached to Greta, directly or through a group, goes into one heap, and a Deny in the heap ends the matter.',
        },
        {
          id: 'vote',
          text: 'Allowed: two policies say yes and one says no.',
          claims: { decision: 'Allowed', by: 'SiteDevelopers' },
          belief: 'M01',
          say: 'Nobody counts votes. A hundred Allows don’t weigh more than one Deny.',
        },
        {
          id: 'deny',
          text: 'Denied: the Contractors’ Deny applies, whatever else is attached.',
          claims: { decision: 'ExplicitlyDenied', by: 'NoDeleting' },
          say: 'Yes. Group policies and her own are read together, and one Deny that applies is final.',
        },
      ],
    },
    rule: 'All identity policies, own or by group, form one heap. One Deny in it beats every Allow in it.',
    repair: {
      task: 'Let contractors delete drafts, and nothing else. You may change only the Contractors’ policy.',
      edit: ['identity/1'],
      tests: [
        {
          name: 'a draft may be deleted',
          request: {},
          expect: 'Allowed',
          say: 'The Deny still covers the draft.',
        },
        {
          name: 'the front page may not',
          request: { resource: 'arn:aws:s3:::team-site/index.html' },
          expect: 'Denied',
          say: 'Without a Deny on it, the Developers’ `s3:*` lets her delete the front page.',
        },
        {
          name: 'reading still works',
          request: { action: 's3:GetObject', resource: 'arn:aws:s3:::team-site/index.html' },
          expect: 'Allowed',
          say: 'Reading was never the problem: keep the Deny to deleting.',
        },
      ],
      hidden: [
        {
          name: 'drafts-final is not drafts',
          request: { resource: 'arn:aws:s3:::team-site/drafts-final/a.html' },
          expect: 'Denied',
          say: '`drafts*` also takes in `drafts-final`. End the folder with its slash.',
        },
        {
          name: 'older versions too',
          request: { action: 's3:DeleteObjectVersion', resource: 'arn:aws:s3:::team-site/index.html' },
          expect: 'Denied',
          say: 'A version of the front page can be deleted now. The Deny listed two actions; keep both.',
        },
      ],
      constraints: [
        {
          kind: 'keepsDeny',
          say: 'The policy must still hold a Deny: other groups may allow deletes tomorrow.',
        },
      ],
      solution: [
        {
          at: 'identity/1',
          document: doc({
            Sid: 'ContractorsDeleteOnlyDrafts',
            Effect: 'Deny',
            Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
            NotResource: 'arn:aws:s3:::team-site/drafts/*',
          }),
        },
      ],
      wrong: [
        {
          name: 'one of the two actions',
          edits: [
            {
              at: 'identity/1',
              document: doc({
                Sid: 'ContractorsDeleteOnlyDrafts',
                Effect: 'Deny',
                Action: 's3:DeleteObject',
                NotResource: 'arn:aws:s3:::team-site/drafts/*',
              }),
            },
          ],
          fails: 'older versions too',
        },
        {
          name: 'the Deny becomes an Allow',
          edits: [
            {
              at: 'identity/1',
              document: doc({
                Sid: 'Drafts',
                Effect: 'Allow',
                Action: 's3:DeleteObject',
                Resource: 'arn:aws:s3:::team-site/drafts/*',
              }),
            },
          ],
          fails: 'the front page may not',
        },
        {
          name: 'a prefix without its slash',
          edits: [
            {
              at: 'identity/1',
              document: doc({
                Effect: 'Deny',
                Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
                NotResource: 'arn:aws:s3:::team-site/drafts*',
              }),
            },
          ],
          fails: 'drafts-final is not drafts',
        },
      ],
      hints: [
        'No Allow can help. Which statement has to become smaller?',
        'A Deny can say what it leaves alone instead of what it hits.',
        'Replace `Resource` by `NotResource` and name the drafts folder, slash included.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A user’s own policy allows `sqs:PurgeQueue` on exactly one queue. A group policy denies `sqs:Purge*` on all. Purge that queue?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/ivo',
          action: 'sqs:PurgeQueue',
          resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs',
        },
        policies: {
          identity: [
            policy('Own', {
              Sid: 'One',
              Effect: 'Allow',
              Action: 'sqs:PurgeQueue',
              Resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs',
            }),
            via(
              'Staff',
              policy('Guard', { Sid: 'NoPurge', Effect: 'Deny', Action: 'sqs:Purge*', Resource: '*' }),
            ),
          ],
        },
      }),
      expect: { decision: 'ExplicitlyDenied' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
  },

  'who-group-principal': {
    story:
      'Finance keeps its ledgers in a bucket. The owner wrote the group’s ARN into the bucket policy. Flo is in that group and has no other policy.',
    misconception: 'M10',
    guide: ['G04', 'G08'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/flo',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::ledgers/2026/q1.csv',
        resourceAccount: '111122223333',
        context: { 'aws:PrincipalTag/department': 'finance' },
      },
      policies: {
        resource: policy('LedgersPolicy', {
          Sid: 'FinanceReads',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:group/Finance' },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::ledgers/*',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    ask: {
      question: 'Flo opens a ledger. What does this policy do for her?',
      options: [
        {
          id: 'in',
          text: 'It lets her in: she is a member of the group it names.',
          claims: { decision: 'Allowed', by: 'LedgersPolicy' },
          belief: 'M10',
          say: 'A group is a way to attach policies to people. It never signs a request, so it can’t be a principal, and S3 refuses to store this policy at all.',
        },
        {
          id: 'never',
          text: 'Nothing: a group can’t be a principal, so nobody is invited.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. AWS would even refuse to save it. A principal is something that signs requests: a user, a role’s session, a service, an account.',
        },
        {
          id: 'delegate',
          text: 'Half: it delegates to the group, whose own policy must allow it too.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M28',
          reasonOnly: true,
          say: 'That is what naming an account does. A group can’t be named at all.',
        },
      ],
    },
    rule: 'Principals sign requests. Groups don’t, so no resource-based or trust policy can name one.',
    repair: {
      task: 'Let Flo in and keep Ned from Marketing out. Change only the bucket policy. Neither of them has another policy.',
      edit: ['resource'],
      tests: [
        {
          name: 'Flo reads',
          request: {},
          expect: 'Allowed',
          say: 'Flo isn’t named yet. An account ARN doesn’t name her either: it only lets her administrator decide, and she has no policy.',
        },
        {
          name: 'Ned doesn’t',
          request: {
            principal: 'arn:aws:iam::111122223333:user/ned',
            context: { 'aws:PrincipalTag/department': 'marketing' },
          },
          expect: 'Denied',
          say: 'Ned gets in too. `*` is everyone.',
        },
      ],
      hidden: [
        {
          name: 'a stranger without an account doesn’t',
          request: { principal: '*', context: { 'aws:PrincipalTag/department': [] } },
          expect: 'Denied',
          say: 'Anyone on the internet matches now. Ask for something only your people have.',
        },
        {
          name: 'Flo can’t write',
          request: { action: 's3:PutObject' },
          expect: 'Denied',
          say: 'Only reading was asked for.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'resource',
          document: doc({
            Sid: 'FloReads',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:user/flo' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::ledgers/*',
          }),
        },
      ],
      wrong: [
        {
          name: 'everyone but Marketing',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'FinanceReads',
                Effect: 'Allow',
                Principal: '*',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::ledgers/*',
                Condition: { StringNotEquals: { 'aws:PrincipalTag/department': 'marketing' } },
              }),
            },
          ],
          fails: 'a stranger without an account doesn’t',
        },
        {
          name: 'all actions',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'A',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::111122223333:user/flo' },
                Action: 's3:*',
                Resource: 'arn:aws:s3:::ledgers/*',
              }),
            },
          ],
          fails: 'Flo can’t write',
        },
        {
          name: 'the whole account',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'A',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::111122223333:root' },
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::ledgers/*',
              }),
            },
          ],
          fails: 'Flo reads',
        },
      ],
      hints: [
        'Who signs Flo’s request?',
        'Name her user, or describe her by something in the request, such as a tag on her user.',
        '`"Principal": {"AWS": "arn:aws:iam::111122223333:user/flo"}` is the short way; a tag condition scales better.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A role’s trust policy names `group/Operators`. An operator with full administrator rights assumes the role. Does it work?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/olga',
          action: 'sts:AssumeRole',
          resource: 'arn:aws:iam::111122223333:role/Night',
        },
        policies: {
          identity: [ADMINISTRATOR],
          resource: policy('Trust', {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:group/Operators' },
            Action: 'sts:AssumeRole',
          }),
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  },

  'who-session': {
    story:
      'Alice is an administrator. To look at an incident she assumes the role Auditor, which may read S3. While in that session she saves her notes to a bucket.',
    misconception: 'M12',
    guide: ['G03', 'G26', 'G41'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Auditor/alice',
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::audit-notes/2026/11/incident.md',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy('AuditorReads', {
            Sid: 'ReadEverywhere',
            Effect: 'Allow',
            Action: ['s3:GetObject', 's3:ListBucket'],
            Resource: '*',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    ask: {
      question: 'Can Alice’s Auditor session write the note?',
      options: [
        {
          id: 'sum',
          text: 'Yes: she keeps her administrator rights and gets the role’s on top.',
          claims: { decision: 'Allowed' },
          belief: 'M12',
          say: 'The request isn’t signed by Alice any more. It is signed by a session of Auditor, and only Auditor’s policies are read. Her own rights come back when she drops the session.',
        },
        {
          id: 'role',
          text: 'No: only the role’s policies count, and they don’t allow writing.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. Taking a role is changing who you are, not adding to it.',
        },
        {
          id: 'deny',
          text: 'No: leaving an administrator’s rights counts as an explicit deny.',
          claims: { decision: 'ExplicitlyDenied' },
          belief: 'M03',
          say: 'Nothing denies it. Nobody allows it: that is enough, and it has another cure.',
        },
      ],
    },
    rule: 'A role’s session has the role’s rights and no others. What the person behind it may do counts for nothing.',
    repair: {
      task: 'Auditors shall be able to save notes below `audit-notes/`, and change nothing else. Name each action in full.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'saves a note',
          request: {},
          expect: 'Allowed',
          say: 'No statement allows writing to `audit-notes/` yet.',
        },
        {
          name: 'reads elsewhere',
          request: { action: 's3:GetObject', resource: 'arn:aws:s3:::orders/1.json' },
          expect: 'Allowed',
          say: 'Auditors lost their reading.',
        },
        {
          name: 'writes nowhere else',
          request: { resource: 'arn:aws:s3:::orders/1.json' },
          expect: 'Denied',
          say: 'Now they can write to any bucket. Give the write a statement of its own.',
        },
      ],
      hidden: [
        {
          name: 'deletes no note',
          request: { action: 's3:DeleteObject' },
          expect: 'Denied',
          say: 'Saving doesn’t need deleting.',
        },
        {
          name: 'a bucket with a longer name',
          request: { resource: 'arn:aws:s3:::audit-notes-archive/x' },
          expect: 'Denied',
          say: '`audit-notes*` reaches other buckets. Put the slash before the star.',
        },
      ],
      constraints: [
        {
          kind: 'noWildcard',
          in: 'Action',
          say: 'Name the actions in full: `s3:Put*` also lets them set policies and ACLs.',
        },
      ],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            {
              Sid: 'ReadEverywhere',
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:ListBucket'],
              Resource: '*',
            },
            {
              Sid: 'SaveNotes',
              Effect: 'Allow',
              Action: 's3:PutObject',
              Resource: 'arn:aws:s3:::audit-notes/*',
            },
          ),
        },
      ],
      wrong: [
        {
          name: 'the action joins the first statement',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'ReadEverywhere',
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:ListBucket', 's3:PutObject'],
                Resource: '*',
              }),
            },
          ],
          fails: 'writes nowhere else',
        },
        {
          name: 'deleting as well',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadEverywhere',
                  Effect: 'Allow',
                  Action: ['s3:GetObject', 's3:ListBucket'],
                  Resource: '*',
                },
                {
                  Sid: 'SaveNotes',
                  Effect: 'Allow',
                  Action: ['s3:PutObject', 's3:DeleteObject'],
                  Resource: 'arn:aws:s3:::audit-notes/*',
                },
              ),
            },
          ],
          fails: 'deletes no note',
        },
        {
          name: 'a loose bucket name',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'ReadEverywhere',
                  Effect: 'Allow',
                  Action: ['s3:GetObject', 's3:ListBucket'],
                  Resource: '*',
                },
                {
                  Sid: 'SaveNotes',
                  Effect: 'Allow',
                  Action: 's3:PutObject',
                  Resource: 'arn:aws:s3:::audit-notes*',
                },
              ),
            },
          ],
          fails: 'a bucket with a longer name',
        },
      ],
      hints: [
        'Two different reaches need two statements.',
        'Reading is allowed everywhere; writing needs its own `Resource`.',
        'Add a statement: `s3:PutObject` on `arn:aws:s3:::audit-notes/*`.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'Ben may not touch DynamoDB himself. He is allowed to assume a role that may. Does his session read the table?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/TableReader/ben',
          action: 'dynamodb:GetItem',
          resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
        },
        policies: {
          identity: [
            policy('TableReads', {
              Sid: 'R',
              Effect: 'Allow',
              Action: 'dynamodb:GetItem',
              Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/stock',
            }),
          ],
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use.html',
  },

  'who-leaked-key': {
    story:
      'A build server signs with the long-term key of the user build-bot. The key was pushed to a public repository. Within minutes a stranger at 198.51.100.77 uses it to overwrite a release.',
    misconception: 'M39',
    guide: ['G01', 'G02', 'G06', 'G41'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/build-bot',
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::releases/app-5.2.zip',
        resourceAccount: '111122223333',
        context: { 'aws:SourceIp': '198.51.100.77' },
      },
      policies: {
        identity: [
          policy('PublishReleases', {
            Sid: 'Publish',
            Effect: 'Allow',
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::releases/*',
          }),
        ],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'PublishReleases', statement: 0 }],
    },
    ask: {
      question: 'The stranger’s upload, signed with a valid key: what does IAM say?',
      options: [
        {
          id: 'person',
          text: 'Denied: it isn’t build-bot, and the call comes from an unknown place.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M39',
          say: 'IAM can’t see people, only signatures. Whoever holds the key is build-bot, for as long as the key lives, and no policy here asks where the call comes from.',
        },
        {
          id: 'ok',
          text: 'Allowed: the signature is build-bot’s and the policy asks for nothing more.',
          claims: { decision: 'Allowed', by: 'PublishReleases' },
          say: 'Yes, and it stays that way until someone deactivates the key. A role’s credentials would have run out by themselves.',
        },
      ],
    },
    rule: 'A key is the identity. A policy only asks what it is written to ask, and a long-term key asks for no end.',
    repair: {
      task: 'Until the build server has a role: make the key useless outside its network, 203.0.113.0/28.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'the build server publishes',
          request: { context: { 'aws:SourceIp': '203.0.113.10' } },
          expect: 'Allowed',
          say: 'The build server itself is shut out. Is its address inside the range you wrote?',
        },
        {
          name: 'the stranger doesn’t',
          request: {},
          expect: 'Denied',
          say: 'The stranger still gets through: the statement that allows doesn’t ask for the address.',
        },
      ],
      hidden: [
        {
          name: 'a neighbour outside the /28',
          request: { context: { 'aws:SourceIp': '203.0.113.200' } },
          expect: 'Denied',
          say: '203.0.113.200 is let in. A /28 holds sixteen addresses, .0 to .15.',
        },
        {
          name: 'a call that carries no address',
          request: { context: { 'aws:SourceIp': [] } },
          expect: 'Denied',
          say: 'Through a VPC endpoint there is no `aws:SourceIp`. `IfExists` lets such calls pass.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc({
            Sid: 'Publish',
            Effect: 'Allow',
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::releases/*',
            Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/28' } },
          }),
        },
      ],
      wrong: [
        {
          name: 'a range too wide',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'Publish',
                Effect: 'Allow',
                Action: 's3:PutObject',
                Resource: 'arn:aws:s3:::releases/*',
                Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
              }),
            },
          ],
          fails: 'a neighbour outside the /28',
        },
        {
          name: 'IfExists',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'Publish',
                Effect: 'Allow',
                Action: 's3:PutObject',
                Resource: 'arn:aws:s3:::releases/*',
                Condition: { IpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/28' } },
              }),
            },
          ],
          fails: 'a call that carries no address',
        },
      ],
      hints: [
        'What could the statement ask that the stranger can’t answer?',
        'Addresses have operators of their own.',
        '`"Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/28"}}`',
      ],
    },
    transfer: {
      after: 7,
      ask: 'A Lambda function’s role has no conditions. Someone copies its temporary credentials and uses them an hour later from abroad, before they expire. Allowed?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Fn/fn',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::data/a',
          resourceAccount: '111122223333',
          context: { 'aws:SourceIp': '198.51.100.9' },
        },
        policies: {
          identity: [
            policy('R', {
              Sid: 'R',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::data/*',
            }),
          ],
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  },

  'who-lifetimes': {
    story:
      'At 09:00 Nils makes six credentials for his shop: two keys and four kinds of sessions. At 10:20 the laptop with all of them is stolen. In a hurry he adds the policy CutOff, which denies everything before 10:30. At 11:00 the thief tries the session of twelve hours. All times are UTC.',
    misconception: 'M39',
    guide: ['G02', 'G03', 'G06', 'G26'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Shop/nils',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::shop-data/orders.csv',
        resourceAccount: '111122223333',
        context: { 'aws:TokenIssueTime': '2026-11-30T09:00:00Z', 'aws:CurrentTime': '2026-11-30T11:00:00Z' },
      },
      policies: {
        identity: [
          policy(
            'ShopAccess',
            {
              Sid: 'Files',
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:PutObject'],
              Resource: 'arn:aws:s3:::shop-data/*',
            },
            {
              Sid: 'Orders',
              Effect: 'Allow',
              Action: 'dynamodb:GetItem',
              Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
            },
          ),
          policy('CutOff', {
            Sid: 'CutOff',
            Effect: 'Deny',
            Action: '*',
            Resource: '*',
            Condition: { DateLessThan: { 'aws:CurrentTime': '2026-11-30T10:30:00Z' } },
          }),
        ],
      },
    }),
    expect: { decision: 'Allowed', decidedBy: [{ layer: 'identity', policy: 'ShopAccess', statement: 0 }] },
    first: {
      kind: 'order',
      question:
        'All six are asked for at 09:00, and nobody does anything about them. Which stops working first, and which last? One of them never begins: put it first.',
      moves: [
        { id: 'twelve', text: 'A session of the role Shop, 12 hours asked for; the role’s maximum is 12' },
        { id: 'root', text: 'The access key of the root user' },
        { id: 'console', text: 'A sign-in through Identity Center; the permission set says 8 hours' },
        { id: 'chained', text: 'A session of Ship, assumed from a session of Shop, 4 hours asked for' },
        { id: 'key', text: 'The access key of the user shop-bot' },
        { id: 'quarter', text: 'A session of the role Shop, 15 minutes asked for' },
      ],
      world: {
        kind: 'lifetimes',
        start: '2026-11-30T09:00:00Z',
        showUntil: '2026-12-01T09:00:00Z',
        credentials: [
          {
            move: 'chained',
            asked: 14400,
            limit: 3600,
            refused: true,
            ends: '2026-11-30T09:00:00Z',
            shows: 'refused',
          },
          { move: 'quarter', asked: 900, limit: 43200, ends: '2026-11-30T09:15:00Z', shows: '09:15' },
          { move: 'console', asked: 28800, limit: 43200, ends: '2026-11-30T17:00:00Z', shows: '17:00' },
          { move: 'twelve', asked: 43200, limit: 43200, ends: '2026-11-30T21:00:00Z', shows: '21:00' },
          { move: 'key', ends: null, shows: 'no end' },
          { move: 'root', ends: null, shows: 'no end' },
        ],
      },
      right: [['chained'], ['quarter'], ['console'], ['twelve'], ['key', 'root']],
      say: {
        right:
          'Right. The four sessions end by themselves, at the latest at 21:00. The two keys work tomorrow, and next year.',
        'quarter>chained':
          'The short session does work, for a quarter of an hour. The chained one isn’t even issued: four hours are more than the one hour a chained session may have, and AWS refuses the call.',
        'console>chained':
          'The sign-in works until 17:00. The chained session never begins: one hour is the most it may ask for.',
        'twelve>chained':
          'Twelve hours are possible when the role is assumed directly. Assumed from another role’s session, more than one hour is refused at once.',
        'key>chained':
          'The key has no end. The chained session has no beginning: it asked for more than one hour.',
        'root>chained':
          'The root user’s key has no end. The chained session has no beginning: it asked for more than one hour.',
        'console>quarter':
          'Eight hours are longer than fifteen minutes, also in a browser. Each session has the length it was asked for.',
        'twelve>quarter':
          'Both are sessions of the same role. The length is asked for with each session: one ends at 09:15, the other at 21:00.',
        'key>quarter':
          'A user’s key doesn’t wear out. It works until someone deactivates or deletes it, long after 09:15.',
        'root>quarter': 'The root user’s key doesn’t wear out either. It works until someone deletes it.',
        'twelve>console':
          'The sign-in ends at 17:00, as its permission set says. The role’s session was given twelve hours and ends at 21:00.',
        'key>console':
          'A key opens no session, so there is none to end. The sign-in is a session, and it ends at 17:00.',
        'root>console': 'The root user’s key has no end. The sign-in has one, at 17:00.',
        'key>twelve':
          'Twelve hours are the longest a session of a role can have. A key has no such number at all.',
        'root>twelve':
          'Twelve hours are the longest a session of a role can have. The root user’s key outlives it.',
      },
      wrong: [
        {
          name: 'twelve hours for everyone',
          order: ['quarter', 'chained', 'console', 'twelve', 'key', 'root'],
          says: 'quarter>chained',
        },
        {
          name: 'the chained one by its number',
          order: ['quarter', 'chained', 'console', 'twelve', 'root', 'key'],
          says: 'quarter>chained',
        },
        {
          name: 'the keys wear out',
          order: ['chained', 'quarter', 'console', 'key', 'root', 'twelve'],
          says: 'root>twelve',
        },
        {
          name: 'the browser is quickest',
          order: ['chained', 'console', 'quarter', 'twelve', 'key', 'root'],
          says: 'console>quarter',
        },
      ],
    },
    ask: {
      question: 'It is 11:00. Does CutOff stop the session that was issued at 09:00?',
      options: [
        {
          id: 'issued',
          text: 'Denied: the session is from 09:00, and that is before 10:30.',
          claims: { decision: 'ExplicitlyDenied', by: 'CutOff' },
          belief: 'M39',
          say: 'The rule doesn’t ask how old the session is. `aws:CurrentTime` is the moment of the call, and at 11:00 half past ten is over. The moment of issue is another key.',
        },
        {
          id: 'hour',
          text: 'Denied: a session is over after an hour.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M39',
          say: 'An hour is what you get if you ask for nothing, and the most that a chained session may have. Assumed directly, this role gives up to twelve: the session lives until 21:00.',
        },
        {
          id: 'clock',
          text: 'Allowed: the rule looks at the time of the call, and the session lives until 21:00.',
          claims: { decision: 'Allowed', by: 'ShopAccess', statement: 0 },
          say: 'Right. From 10:30 on the rule touches nobody, and the session doesn’t know that its laptop was stolen.',
        },
      ],
    },
    rule: 'Sessions end by the clock, keys don’t. To end sessions sooner, deny those whose `aws:TokenIssueTime` is too old. A long-term key has no such time.',
    repair: {
      task: 'Cut off every session that was issued before 10:30 UTC, from everything. Later sessions go on. So does the key of shop-bot, which has the same two policies: the shop runs on it, and Nils replaces it by hand tonight. Change only CutOff.',
      edit: ['identity/1'],
      tests: [
        {
          name: 'the stolen session',
          request: {},
          expect: 'Denied',
          say: 'A session of 09:00 still works. Which key says when a session was issued?',
        },
        {
          name: 'a session of 10:45',
          request: { context: { 'aws:TokenIssueTime': '2026-11-30T10:45:00Z' } },
          expect: 'Allowed',
          say: 'A session made after the theft is cut off too. Nils can’t work.',
        },
        {
          name: 'shop-bot’s own key',
          request: {
            principal: 'arn:aws:iam::111122223333:user/shop-bot',
            context: { 'aws:TokenIssueTime': [] },
          },
          expect: 'Allowed',
          say: 'A long-term key has no time of issue. Your rule takes an absent time for an old one, and the shop stands still.',
        },
      ],
      hidden: [
        {
          name: 'a session of 10:29',
          request: { context: { 'aws:TokenIssueTime': '2026-11-30T10:29:00Z' } },
          expect: 'Denied',
          say: '10:29 UTC slips through. The `Z` stands for UTC; your own clock may differ.',
        },
        {
          name: 'its way to the table',
          request: {
            action: 'dynamodb:GetItem',
            resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
            resourceAccount: '',
          },
          expect: 'Denied',
          say: 'The session lost its files and still reads the orders. A stolen session should be good for nothing.',
        },
      ],
      constraints: [{ kind: 'keepsDeny', say: 'Without a Deny the Allow in ShopAccess goes on counting.' }],
      solution: [
        {
          at: 'identity/1',
          document: doc({
            Sid: 'CutOff',
            Effect: 'Deny',
            Action: '*',
            Resource: '*',
            Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-11-30T10:30:00Z' } },
          }),
        },
      ],
      also: [
        [
          {
            at: 'identity/1',
            document: doc({
              Sid: 'CutOff',
              Effect: 'Deny',
              Action: '*',
              Resource: '*',
              Condition: { DateLessThanEquals: { 'aws:TokenIssueTime': '2026-11-30T10:29:59Z' } },
            }),
          },
        ],
      ],
      wrong: [
        {
          name: 'IfExists',
          edits: [
            {
              at: 'identity/1',
              document: doc({
                Sid: 'CutOff',
                Effect: 'Deny',
                Action: '*',
                Resource: '*',
                Condition: { DateLessThanIfExists: { 'aws:TokenIssueTime': '2026-11-30T10:30:00Z' } },
              }),
            },
          ],
          fails: 'shop-bot’s own key',
        },
        {
          name: 'turned round',
          edits: [
            {
              at: 'identity/1',
              document: doc({
                Sid: 'CutOff',
                Effect: 'Deny',
                Action: '*',
                Resource: '*',
                Condition: { DateGreaterThan: { 'aws:TokenIssueTime': '2026-11-30T10:30:00Z' } },
              }),
            },
          ],
          fails: 'the stolen session',
        },
        {
          name: 'the clock, turned round',
          edits: [
            {
              at: 'identity/1',
              document: doc({
                Sid: 'CutOff',
                Effect: 'Deny',
                Action: '*',
                Resource: '*',
                Condition: { DateGreaterThan: { 'aws:CurrentTime': '2026-11-30T10:30:00Z' } },
              }),
            },
          ],
          fails: 'a session of 10:45',
        },
        {
          name: 'an hour too early',
          edits: [
            {
              at: 'identity/1',
              document: doc({
                Sid: 'CutOff',
                Effect: 'Deny',
                Action: '*',
                Resource: '*',
                Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-11-30T09:30:00Z' } },
              }),
            },
          ],
          fails: 'a session of 10:29',
        },
        {
          name: 'only S3',
          edits: [
            {
              at: 'identity/1',
              document: doc({
                Sid: 'CutOff',
                Effect: 'Deny',
                Action: 's3:*',
                Resource: '*',
                Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-11-30T10:30:00Z' } },
              }),
            },
          ],
          fails: 'its way to the table',
        },
      ],
      hints: [
        'The rule compares a time. The time of what?',
        'Every session carries the moment it was issued. A long-term key carries none, so a plain date test leaves it alone.',
        '`DateLessThan` on `aws:TokenIssueTime`; the value stays `2026-11-30T10:30:00Z`.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A machine’s role denies everything to sessions issued before 12:00. The machine fetched fresh credentials by itself at 13:00. It sends a message, which its policy allows. Does it arrive?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Machine/i-0abc',
          action: 'sqs:SendMessage',
          resource: 'arn:aws:sqs:eu-west-1:111122223333:in',
          context: {
            'aws:TokenIssueTime': '2026-11-30T13:00:00Z',
            'aws:CurrentTime': '2026-11-30T13:05:00Z',
          },
        },
        policies: {
          identity: [
            policy('Send', {
              Sid: 'S',
              Effect: 'Allow',
              Action: 'sqs:SendMessage',
              Resource: 'arn:aws:sqs:eu-west-1:111122223333:in',
            }),
            policy('Cut', {
              Sid: 'C',
              Effect: 'Deny',
              Action: '*',
              Resource: '*',
              Condition: { DateLessThan: { 'aws:TokenIssueTime': '2026-11-30T12:00:00Z' } },
            }),
          ],
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html',
  },

  'who-identity-center': {
    story:
      'Mia signs in through IAM Identity Center with the permission set DataTeam. The bucket policy turns away everyone but that role. Her permission set allows the read.',
    misconception: 'M38',
    guide: ['G05', 'G06'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_DataTeam_0123456789abcdef/mia',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::clinical/2026/a.parquet',
        role: 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_DataTeam_0123456789abcdef',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy('DataTeamPermissionSet', {
            Sid: 'Read',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::clinical/*',
          }),
        ],
        resource: policy('ClinicalPolicy', {
          Sid: 'OnlyDataTeam',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: ['arn:aws:s3:::clinical', 'arn:aws:s3:::clinical/*'],
          Condition: {
            ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/AWSReservedSSO_DataTeam_*' },
          },
        }),
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [{ layer: 'resource', policy: 'ClinicalPolicy', statement: 0 }],
    },
    ask: {
      question: 'Her session is called `assumed-role/AWSReservedSSO_DataTeam_…/mia`. Is she let in?',
      options: [
        {
          id: 'in',
          text: 'Allowed: the pattern fits the name of her role.',
          claims: { decision: 'Allowed', by: 'DataTeamPermissionSet' },
          belief: 'M38',
          say: '`aws:PrincipalArn` isn’t what you see in the session. It is the ARN of the role behind it, with its whole path: `role/aws-reserved/sso.amazonaws.com/…`. The pattern has no path, so it fits nobody, and the Deny hits everybody.',
        },
        {
          id: 'out',
          text: 'Denied: the role’s ARN has a path that the pattern leaves out.',
          claims: { decision: 'ExplicitlyDenied', by: 'ClinicalPolicy' },
          say: 'Right. Identity Center keeps its roles in a path of their own, and session ARNs don’t show it.',
        },
        {
          id: 'none',
          text: 'Denied: the bucket policy has no Allow.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M27',
          say: 'Within one account her permission set’s Allow is enough. It is the Deny that stops her.',
        },
      ],
    },
    rule: '`aws:PrincipalArn` of a session is the role’s ARN, path included. Identity Center’s roles live below `aws-reserved/sso.amazonaws.com/`.',
    repair: {
      task: 'Let the DataTeam permission set in, whatever its suffix, and nobody else.',
      edit: ['resource'],
      tests: [
        {
          name: 'Mia reads',
          request: {},
          expect: 'Allowed',
          say: 'The pattern still doesn’t fit `role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_DataTeam_0123456789abcdef`.',
        },
        {
          name: 'another permission set doesn’t',
          request: {
            principal: 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_WebTeam_00aa/ned',
            role: 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_WebTeam_00aa',
          },
          expect: 'Denied',
          say: 'WebTeam fits as well.',
        },
      ],
      hidden: [
        {
          name: 'a look-alike role doesn’t',
          request: {
            principal: 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_DataTeam_fake/eve',
            role: 'arn:aws:iam::111122223333:role/team/AWSReservedSSO_DataTeam_fake',
          },
          expect: 'Denied',
          say: 'Anyone who may create roles could make one with such a name. Only AWS can create roles below `aws-reserved/`, so keep that part in the pattern.',
        },
        {
          name: 'after the suffix changes',
          request: {
            principal: 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_DataTeam_ffff/mia',
            role: 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_DataTeam_ffff',
          },
          expect: 'Allowed',
          say: 'The suffix changes when the permission set is assigned anew: leave it open.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'resource',
          document: doc({
            Sid: 'OnlyDataTeam',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: ['arn:aws:s3:::clinical', 'arn:aws:s3:::clinical/*'],
            Condition: {
              ArnNotLike: {
                'aws:PrincipalArn':
                  'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_DataTeam_*',
              },
            },
          }),
        },
      ],
      wrong: [
        {
          name: 'a star for the path',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'OnlyDataTeam',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:*',
                Resource: ['arn:aws:s3:::clinical', 'arn:aws:s3:::clinical/*'],
                Condition: {
                  ArnNotLike: {
                    'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*AWSReservedSSO_DataTeam_*',
                  },
                },
              }),
            },
          ],
          fails: 'a look-alike role doesn’t',
        },
        {
          name: 'today’s exact role',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'OnlyDataTeam',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:*',
                Resource: ['arn:aws:s3:::clinical', 'arn:aws:s3:::clinical/*'],
                Condition: {
                  ArnNotLike: {
                    'aws:PrincipalArn':
                      'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_DataTeam_0123456789abcdef',
                  },
                },
              }),
            },
          ],
          fails: 'after the suffix changes',
        },
      ],
      hints: [
        'Look at `aws:PrincipalArn` in the context list: compare it with the pattern from the left.',
        'Write the path into the pattern, with stars only where it varies: the Region and the suffix.',
        '`role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_DataTeam_*`',
      ],
    },
    transfer: {
      after: 7,
      ask: 'A Deny spares `aws:PrincipalArn` equal to `arn:aws:sts::111122223333:assumed-role/Ops/jo`. Jo’s session of Ops calls. Is it spared?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Ops/jo',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::vault/a',
          resourceAccount: '111122223333',
        },
        policies: {
          identity: [ADMINISTRATOR],
          resource: policy('Vault', {
            Sid: 'D',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: 'arn:aws:s3:::vault/*',
            Condition: {
              ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:sts::111122223333:assumed-role/Ops/jo' },
            },
          }),
        },
      }),
      expect: { decision: 'ExplicitlyDenied' },
    },
    learn:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn',
  },

  'who-service-linked': {
    story:
      'An SCP denies `ec2:RunInstances` outside Europe. Lena’s Auto Scaling group in us-east-1 is older than that rule. Tonight one of its machines dies, and Auto Scaling starts another, as its service-linked role.',
    misconception: 'M09',
    guide: ['G44'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForAutoScaling/AutoScaling',
        action: 'ec2:RunInstances',
        resource: 'arn:aws:ec2:us-east-1:111122223333:instance/*',
        role: 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
        context: { 'aws:RequestedRegion': 'us-east-1' },
      },
      policies: {
        scp: [
          level(
            'Root',
            FULL_AWS_ACCESS,
            policy('EuropeOnly', {
              Sid: 'NoMachinesOutsideEurope',
              Effect: 'Deny',
              Action: 'ec2:RunInstances',
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
            }),
          ),
          level('Account 111122223333', FULL_AWS_ACCESS),
        ],
        identity: [
          policy('AutoScalingServiceRolePolicy', {
            Sid: 'EC2InstanceManagement',
            Effect: 'Allow',
            Action: ['ec2:Describe*', 'ec2:RunInstances', 'ec2:TerminateInstances'],
            Resource: '*',
          }),
        ],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'AutoScalingServiceRolePolicy', statement: 0 }],
    },
    ask: {
      question: 'The launch is in us-east-1, and the SCP denies launches there. Does it stop this one?',
      options: [
        {
          id: 'every',
          text: 'Yes: an SCP binds every user and every role of the account.',
          claims: { decision: 'ExplicitlyDenied', by: 'EuropeOnly' },
          belief: 'M09',
          say: 'Every one but these. SCPs and RCPs don’t reach service-linked roles, so that no guardrail breaks the service behind them. You know such a role by its path, `aws-service-role/`.',
        },
        {
          id: 'beyond',
          text: 'No: SCPs don’t reach service-linked roles.',
          claims: { decision: 'Allowed', by: 'AutoScalingServiceRolePolicy' },
          say: 'Right. Their policies are AWS’s and can’t be edited, their trust names one service, and the organization’s policies pass them by.',
        },
        {
          id: 'exact',
          text: 'No: the role’s own Allow is more exact than a rule for the whole organization.',
          claims: { decision: 'Allowed', by: 'AutoScalingServiceRolePolicy' },
          belief: 'M02',
          reasonOnly: true,
          say: 'Being exact counts for nothing. For any other role of the account this Deny would be the end. It is the kind of role that makes the difference.',
        },
      ],
    },
    rule: 'SCPs and RCPs don’t reach service-linked roles. Bind the people who set the service to work.',
    repair: {
      task: 'Stop the launches where they begin. Outside Europe nobody makes a group, makes one larger, or prepares a launch template. Tidying up stays possible everywhere, and the old rule stays. Change only EuropeOnly. Lena’s own policy allows all of Auto Scaling and EC2.',
      edit: ['scp/0/1'],
      tests: [
        {
          name: 'Lena makes no group in us-east-1',
          request: {
            principal: 'arn:aws:iam::111122223333:user/lena',
            action: 'autoscaling:CreateAutoScalingGroup',
            resource:
              'arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:*:autoScalingGroupName/web',
            context: { 'aws:RequestedRegion': 'us-east-1' },
          },
          expect: 'Denied',
          say: 'Lena makes a group there, and the role starts its machines.',
          policies: {
            identity: [
              policy('PlatformTeam', {
                Sid: 'Platform',
                Effect: 'Allow',
                Action: ['autoscaling:*', 'ec2:*'],
                Resource: '*',
              }),
            ],
          },
        },
        {
          name: 'she makes one in eu-west-1',
          request: {
            principal: 'arn:aws:iam::111122223333:user/lena',
            action: 'autoscaling:CreateAutoScalingGroup',
            resource:
              'arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:*:autoScalingGroupName/web',
            context: { 'aws:RequestedRegion': 'eu-west-1' },
          },
          expect: 'Allowed',
          say: 'Europe is shut as well. The rule needs its Region.',
          policies: {
            identity: [
              policy('PlatformTeam', {
                Sid: 'Platform',
                Effect: 'Allow',
                Action: ['autoscaling:*', 'ec2:*'],
                Resource: '*',
              }),
            ],
          },
        },
        {
          name: 'she makes no old group larger',
          request: {
            principal: 'arn:aws:iam::111122223333:user/lena',
            action: 'autoscaling:UpdateAutoScalingGroup',
            resource:
              'arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:*:autoScalingGroupName/web',
            context: { 'aws:RequestedRegion': 'us-east-1' },
          },
          expect: 'Denied',
          say: 'The old group can still be made larger. Making isn’t the only way to more machines.',
          policies: {
            identity: [
              policy('PlatformTeam', {
                Sid: 'Platform',
                Effect: 'Allow',
                Action: ['autoscaling:*', 'ec2:*'],
                Resource: '*',
              }),
            ],
          },
        },
        {
          name: 'she starts no machine there herself',
          request: {
            principal: 'arn:aws:iam::111122223333:user/lena',
            action: 'ec2:RunInstances',
            resource: 'arn:aws:ec2:us-east-1:111122223333:instance/*',
            context: { 'aws:RequestedRegion': 'us-east-1' },
          },
          expect: 'Denied',
          say: 'The old rule went missing.',
          policies: {
            identity: [
              policy('PlatformTeam', {
                Sid: 'Platform',
                Effect: 'Allow',
                Action: ['autoscaling:*', 'ec2:*'],
                Resource: '*',
              }),
            ],
          },
        },
      ],
      hidden: [
        {
          name: 'nor with the desired number',
          request: {
            principal: 'arn:aws:iam::111122223333:user/lena',
            action: 'autoscaling:SetDesiredCapacity',
            resource:
              'arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:*:autoScalingGroupName/web',
            context: { 'aws:RequestedRegion': 'us-east-1' },
          },
          expect: 'Denied',
          say: 'A group grows in two ways: `UpdateAutoScalingGroup` and `SetDesiredCapacity`.',
          policies: {
            identity: [
              policy('PlatformTeam', {
                Sid: 'Platform',
                Effect: 'Allow',
                Action: ['autoscaling:*', 'ec2:*'],
                Resource: '*',
              }),
            ],
          },
        },
        {
          name: 'she prepares no template there',
          request: {
            principal: 'arn:aws:iam::111122223333:user/lena',
            action: 'ec2:CreateLaunchTemplate',
            resource: 'arn:aws:ec2:us-east-1:111122223333:launch-template/*',
            context: { 'aws:RequestedRegion': 'us-east-1' },
          },
          expect: 'Denied',
          say: 'A launch template can still be prepared in us-east-1.',
          policies: {
            identity: [
              policy('PlatformTeam', {
                Sid: 'Platform',
                Effect: 'Allow',
                Action: ['autoscaling:*', 'ec2:*'],
                Resource: '*',
              }),
            ],
          },
        },
        {
          name: 'she deletes the old group',
          request: {
            principal: 'arn:aws:iam::111122223333:user/lena',
            action: 'autoscaling:DeleteAutoScalingGroup',
            resource:
              'arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:*:autoScalingGroupName/web',
            context: { 'aws:RequestedRegion': 'us-east-1' },
          },
          expect: 'Allowed',
          say: 'Now nobody can tidy up. A Deny on all of Auto Scaling also keeps what should go.',
          policies: {
            identity: [
              policy('PlatformTeam', {
                Sid: 'Platform',
                Effect: 'Allow',
                Action: ['autoscaling:*', 'ec2:*'],
                Resource: '*',
              }),
            ],
          },
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'scp/0/1',
          document: doc(
            {
              Sid: 'NoMachinesOutsideEurope',
              Effect: 'Deny',
              Action: 'ec2:RunInstances',
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
            },
            {
              Sid: 'NoGroupsOutsideEurope',
              Effect: 'Deny',
              Action: [
                'autoscaling:CreateAutoScalingGroup',
                'autoscaling:UpdateAutoScalingGroup',
                'autoscaling:SetDesiredCapacity',
                'ec2:CreateLaunchTemplate',
              ],
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
            },
          ),
        },
      ],
      also: [
        [
          {
            at: 'scp/0/1',
            document: doc({
              Sid: 'NoMachinesOutsideEurope',
              Effect: 'Deny',
              Action: [
                'ec2:RunInstances',
                'autoscaling:CreateAutoScalingGroup',
                'autoscaling:UpdateAutoScalingGroup',
                'autoscaling:SetDesiredCapacity',
                'ec2:CreateLaunchTemplate',
              ],
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
            }),
          },
        ],
      ],
      wrong: [
        {
          name: 'the role is named',
          edits: [
            {
              at: 'scp/0/1',
              document: doc(
                {
                  Sid: 'NoMachinesOutsideEurope',
                  Effect: 'Deny',
                  Action: 'ec2:RunInstances',
                  Resource: '*',
                  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
                },
                {
                  Sid: 'R',
                  Effect: 'Deny',
                  Action: 'ec2:RunInstances',
                  Resource: '*',
                  Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/aws-service-role/*' } },
                },
              ),
            },
          ],
          fails: 'Lena makes no group in us-east-1',
        },
        {
          name: 'only the making',
          edits: [
            {
              at: 'scp/0/1',
              document: doc(
                {
                  Sid: 'NoMachinesOutsideEurope',
                  Effect: 'Deny',
                  Action: 'ec2:RunInstances',
                  Resource: '*',
                  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
                },
                {
                  Sid: 'G',
                  Effect: 'Deny',
                  Action: 'autoscaling:CreateAutoScalingGroup',
                  Resource: '*',
                  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
                },
              ),
            },
          ],
          fails: 'she makes no old group larger',
        },
        {
          name: 'no Region',
          edits: [
            {
              at: 'scp/0/1',
              document: doc(
                {
                  Sid: 'NoMachinesOutsideEurope',
                  Effect: 'Deny',
                  Action: 'ec2:RunInstances',
                  Resource: '*',
                  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
                },
                {
                  Sid: 'G',
                  Effect: 'Deny',
                  Action: [
                    'autoscaling:CreateAutoScalingGroup',
                    'autoscaling:UpdateAutoScalingGroup',
                    'autoscaling:SetDesiredCapacity',
                    'ec2:CreateLaunchTemplate',
                  ],
                  Resource: '*',
                },
              ),
            },
          ],
          fails: 'she makes one in eu-west-1',
        },
        {
          name: 'the old rule is replaced',
          edits: [
            {
              at: 'scp/0/1',
              document: doc({
                Sid: 'G',
                Effect: 'Deny',
                Action: [
                  'autoscaling:CreateAutoScalingGroup',
                  'autoscaling:UpdateAutoScalingGroup',
                  'autoscaling:SetDesiredCapacity',
                  'ec2:CreateLaunchTemplate',
                ],
                Resource: '*',
                Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
              }),
            },
          ],
          fails: 'she starts no machine there herself',
        },
        {
          name: 'the number is forgotten',
          edits: [
            {
              at: 'scp/0/1',
              document: doc(
                {
                  Sid: 'NoMachinesOutsideEurope',
                  Effect: 'Deny',
                  Action: 'ec2:RunInstances',
                  Resource: '*',
                  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
                },
                {
                  Sid: 'G',
                  Effect: 'Deny',
                  Action: [
                    'autoscaling:CreateAutoScalingGroup',
                    'autoscaling:UpdateAutoScalingGroup',
                    'ec2:CreateLaunchTemplate',
                  ],
                  Resource: '*',
                  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
                },
              ),
            },
          ],
          fails: 'nor with the desired number',
        },
        {
          name: 'the template is forgotten',
          edits: [
            {
              at: 'scp/0/1',
              document: doc(
                {
                  Sid: 'NoMachinesOutsideEurope',
                  Effect: 'Deny',
                  Action: 'ec2:RunInstances',
                  Resource: '*',
                  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
                },
                {
                  Sid: 'G',
                  Effect: 'Deny',
                  Action: [
                    'autoscaling:CreateAutoScalingGroup',
                    'autoscaling:UpdateAutoScalingGroup',
                    'autoscaling:SetDesiredCapacity',
                  ],
                  Resource: '*',
                  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
                },
              ),
            },
          ],
          fails: 'she prepares no template there',
        },
        {
          name: 'all of Auto Scaling',
          edits: [
            {
              at: 'scp/0/1',
              document: doc(
                {
                  Sid: 'NoMachinesOutsideEurope',
                  Effect: 'Deny',
                  Action: 'ec2:RunInstances',
                  Resource: '*',
                  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
                },
                {
                  Sid: 'G',
                  Effect: 'Deny',
                  Action: ['autoscaling:*', 'ec2:CreateLaunchTemplate'],
                  Resource: '*',
                  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
                },
              ),
            },
          ],
          fails: 'she deletes the old group',
        },
      ],
      hints: [
        'The role can’t be bound. Who acts before it does?',
        'A second Deny, with the Region as before, on what people do: make a group, make it larger, make a template.',
        '`autoscaling:CreateAutoScalingGroup`, `UpdateAutoScalingGroup`, `SetDesiredCapacity` and `ec2:CreateLaunchTemplate`, outside the two Regions.',
      ],
    },
    transfer: {
      after: 5,
      ask: 'A colleague made a role `AWSServiceRoleForCleanup` by hand, without a path, for a script of hers. Its policy allows `ec2:TerminateInstances`; an SCP denies it. The script ends a machine. Does it work?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForCleanup/nightly',
          action: 'ec2:TerminateInstances',
          resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc',
          role: 'arn:aws:iam::111122223333:role/AWSServiceRoleForCleanup',
        },
        policies: {
          scp: [
            level(
              'Root',
              FULL_AWS_ACCESS,
              policy('NoEnd', { Sid: 'N', Effect: 'Deny', Action: 'ec2:TerminateInstances', Resource: '*' }),
            ),
          ],
          identity: [
            policy('C', { Sid: 'C', Effect: 'Allow', Action: 'ec2:TerminateInstances', Resource: '*' }),
          ],
        },
      }),
      expect: { decision: 'ExplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
  },
} satisfies ChapterLessons;
