/** Chapter 4: Policies on resources. */
import { ADMINISTRATOR, doc, policy, scenario } from '../policy';
import type { ChapterLessons } from '../types';

export const resource = {
  'res-account': {
    story:
      'A queue’s policy lets “our account” send messages: its principal is `arn:aws:iam::111122223333:root`. Tom works in that account and has no policy at all.',
    misconception: 'M28',
    guide: ['G08', 'G16'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/tom',
        action: 'sqs:SendMessage',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
      },
      policies: {
        resource: policy('OrdersQueuePolicy', {
          Sid: 'OurAccountSends',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'sqs:SendMessage',
          Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    ask: {
      question: 'Tom sends a message. Is he “our account”?',
      options: [
        {
          id: 'all',
          text: 'Allowed: `:root` stands for everyone in the account.',
          claims: { decision: 'Allowed' },
          belief: 'M28',
          say: '`:root` in a policy stands for the account as a whole: it hands the decision on to the account’s own policies. Tom needs one that allows sending, and has none.',
        },
        {
          id: 'root',
          text: 'Denied: `:root` is only the root user.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M28',
          reasonOnly: true,
          say: 'The verdict is right, the reason isn’t. Written in a policy, that ARN means the account. Give Tom an identity policy and he is in.',
        },
        {
          id: 'delegate',
          text: 'Denied: the queue hands the decision to the account, and no policy of Tom’s allows it.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          say: 'Right. Naming an account delegates; naming a user or role grants.',
        },
      ],
    },
    rule: 'A principal that is an account delegates to it. A principal that is a user or a session grants by itself, inside the account.',
    repair: {
      task: 'Let Tom send without giving him a policy. Eve, who has none either, stays out.',
      edit: ['resource'],
      tests: [
        {
          name: 'Tom sends',
          request: {},
          expect: 'Allowed',
          say: 'Writing the account in another way is still the account.',
        },
        {
          name: 'Eve doesn’t',
          request: { principal: 'arn:aws:iam::111122223333:user/eve' },
          expect: 'Denied',
          say: 'Eve can send as well. `*` is everybody, policies or not.',
        },
      ],
      hidden: [
        {
          name: 'Tom can’t empty the queue',
          request: { action: 'sqs:PurgeQueue' },
          expect: 'Denied',
          say: 'Sending was all that was asked.',
        },
        {
          name: 'nor does Tomas',
          request: { principal: 'arn:aws:iam::111122223333:user/tomas' },
          expect: 'Denied',
          say: 'A pattern for Tom takes in Tomas. Name one person.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'resource',
          document: doc({
            Sid: 'TomSends',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:user/tom' },
            Action: 'sqs:SendMessage',
            Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
          }),
        },
      ],
      wrong: [
        {
          name: 'all actions',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'A',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::111122223333:user/tom' },
                Action: 'sqs:*',
                Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
              }),
            },
          ],
          fails: 'Tom can’t empty the queue',
        },
        {
          name: 'a pattern in a condition',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'A',
                Effect: 'Allow',
                Principal: '*',
                Action: 'sqs:SendMessage',
                Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
                Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/tom*' } },
              }),
            },
          ],
          fails: 'nor does Tomas',
        },
        {
          name: 'the account’s number',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'A',
                Effect: 'Allow',
                Principal: { AWS: '111122223333' },
                Action: 'sqs:SendMessage',
                Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
              }),
            },
          ],
          fails: 'Tom sends',
        },
        {
          name: 'everyone',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'A',
                Effect: 'Allow',
                Principal: '*',
                Action: 'sqs:SendMessage',
                Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
              }),
            },
          ],
          fails: 'Eve doesn’t',
        },
      ],
      hints: [
        'Who must stand in `Principal` so that no other policy is needed?',
        'One person, whole ARN. Stars don’t work inside a principal.',
        '`{"AWS": "arn:aws:iam::111122223333:user/tom"}`',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A secret’s resource policy allows `secretsmanager:GetSecretValue` to account 111122223333. Uma of that account has the same Allow in her own policy. Does she get it?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/uma',
          action: 'secretsmanager:GetSecretValue',
          resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1b2c3',
        },
        policies: {
          identity: [
            policy('S', {
              Sid: 'S',
              Effect: 'Allow',
              Action: 'secretsmanager:GetSecretValue',
              Resource: '*',
            }),
          ],
          resource: policy('SecretPolicy', {
            Sid: 'A',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:root' },
            Action: 'secretsmanager:GetSecretValue',
            Resource: '*',
          }),
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  },

  'res-deputy': {
    story:
      'Our topic accepts messages from S3, so that uploads to our bucket are announced. In another account someone points *their* bucket’s notifications at our topic.',
    misconception: 'M30',
    guide: ['G01', 'G08', 'G30'],
    scenario: scenario({
      request: {
        principal: 's3.amazonaws.com',
        action: 'sns:Publish',
        resource: 'arn:aws:sns:eu-west-1:111122223333:uploads',
        context: { 'aws:SourceArn': 'arn:aws:s3:::strangers-bucket', 'aws:SourceAccount': '444455556666' },
      },
      policies: {
        resource: policy('UploadsTopicPolicy', {
          Sid: 'S3Publishes',
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: 'arn:aws:sns:eu-west-1:111122223333:uploads',
        }),
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'resource', policy: 'UploadsTopicPolicy', statement: 0 }],
    },
    ask: {
      question: 'S3 publishes on behalf of the stranger’s bucket. Does our topic take it?',
      options: [
        {
          id: 'no',
          text: 'No: across accounts the stranger’s side and ours must both allow.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M26',
          say: 'The caller isn’t the stranger. It is the service itself, and for a service the resource’s policy alone decides. It names S3, and S3 works for everyone.',
        },
        {
          id: 'yes',
          text: 'Yes: the policy names S3, and S3 is whom it sees, whoever sent it.',
          claims: { decision: 'Allowed', by: 'UploadsTopicPolicy' },
          say: 'Right. S3 is the deputy, and our policy doesn’t ask whose errand it runs.',
        },
        {
          id: 'own',
          text: 'No: a service can only act for the account that it is used in.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M30',
          say: 'A service principal belongs to no account. Ask on whose behalf it calls: `aws:SourceAccount`, `aws:SourceArn`.',
        },
      ],
    },
    rule: 'A service principal acts for all of AWS’s customers. Ask on whose behalf: `aws:SourceArn` and `aws:SourceAccount`.',
    repair: {
      task: 'Accept only messages about our bucket `orders-inbox`.',
      edit: ['resource'],
      tests: [
        {
          name: 'our bucket’s uploads',
          request: {
            context: { 'aws:SourceArn': 'arn:aws:s3:::orders-inbox', 'aws:SourceAccount': '111122223333' },
          },
          expect: 'Allowed',
          say: 'Our own notifications are turned away.',
        },
        {
          name: 'the stranger’s uploads',
          request: {},
          expect: 'Denied',
          say: 'The topic still takes anybody’s.',
        },
      ],
      hidden: [
        {
          name: 'our name, another owner',
          request: {
            context: { 'aws:SourceArn': 'arn:aws:s3:::orders-inbox', 'aws:SourceAccount': '444455556666' },
          },
          expect: 'Denied',
          say: 'A bucket’s ARN holds no account. Delete `orders-inbox` one day and a stranger may take its name. Ask for the account too.',
        },
        {
          name: 'another bucket of ours',
          request: {
            context: {
              'aws:SourceArn': 'arn:aws:s3:::logs-of-everything',
              'aws:SourceAccount': '111122223333',
            },
          },
          expect: 'Denied',
          say: 'All our buckets can publish. Ask for the bucket too.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'resource',
          document: doc({
            Sid: 'OurBucketPublishes',
            Effect: 'Allow',
            Principal: { Service: 's3.amazonaws.com' },
            Action: 'sns:Publish',
            Resource: 'arn:aws:sns:eu-west-1:111122223333:uploads',
            Condition: {
              ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::orders-inbox' },
              StringEquals: { 'aws:SourceAccount': '111122223333' },
            },
          }),
        },
      ],
      wrong: [
        {
          name: 'only the bucket',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'B',
                Effect: 'Allow',
                Principal: { Service: 's3.amazonaws.com' },
                Action: 'sns:Publish',
                Resource: 'arn:aws:sns:eu-west-1:111122223333:uploads',
                Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::orders-inbox' } },
              }),
            },
          ],
          fails: 'our name, another owner',
        },
        {
          name: 'only the account',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'B',
                Effect: 'Allow',
                Principal: { Service: 's3.amazonaws.com' },
                Action: 'sns:Publish',
                Resource: 'arn:aws:sns:eu-west-1:111122223333:uploads',
                Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
              }),
            },
          ],
          fails: 'another bucket of ours',
        },
      ],
      hints: [
        'The principal is right. What else does the request carry? Look at the context.',
        'Two facts: which bucket, and whose.',
        '`ArnEquals aws:SourceArn` and `StringEquals aws:SourceAccount`, in one Condition: both must hold.',
      ],
    },
    transfer: {
      after: 5,
      ask: 'A Lambda function’s policy lets `events.amazonaws.com` invoke it, if `aws:SourceArn` is our rule. EventBridge calls for another rule of ours. Invoked?',
      scenario: scenario({
        request: {
          principal: 'events.amazonaws.com',
          action: 'lambda:InvokeFunction',
          resource: 'arn:aws:lambda:eu-west-1:111122223333:function:tidy',
          context: {
            'aws:SourceArn': 'arn:aws:events:eu-west-1:111122223333:rule/weekly',
            'aws:SourceAccount': '111122223333',
          },
        },
        policies: {
          resource: policy('FnPolicy', {
            Sid: 'E',
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'lambda:InvokeFunction',
            Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:tidy',
            Condition: {
              ArnEquals: { 'aws:SourceArn': 'arn:aws:events:eu-west-1:111122223333:rule/nightly' },
            },
          }),
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  },

  'res-not-principal': {
    story:
      'Only the deployment role may touch the artifacts bucket: Deny, NotPrincipal, and the role’s ARN. The role’s own policy allows the upload. The next deployment fails.',
    misconception: 'M37',
    guide: ['G08'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Deploy/run-81',
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::artifacts/app.zip',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy('DeployPolicy', {
            Sid: 'Upload',
            Effect: 'Allow',
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::artifacts/*',
          }),
        ],
        resource: policy('ArtifactsPolicy', {
          Sid: 'AllButDeploy',
          Effect: 'Deny',
          NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/Deploy' },
          Action: 's3:*',
          Resource: ['arn:aws:s3:::artifacts', 'arn:aws:s3:::artifacts/*'],
        }),
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [{ layer: 'resource', policy: 'ArtifactsPolicy', statement: 0 }],
    },
    ask: {
      question: 'The Deny spares the role. Does it spare the role’s session?',
      options: [
        {
          id: 'yes',
          text: 'Yes: a role’s ARN stands for all its sessions.',
          claims: { decision: 'Allowed' },
          belief: 'M37',
          say: 'In `Principal` it does. `NotPrincipal` in a Deny is stricter: it spares only who is listed in full, and for a session that is the session, the role and the account.',
        },
        {
          id: 'no',
          text: 'No: the session itself and the account aren’t listed, so the Deny hits it.',
          claims: { decision: 'ExplicitlyDenied', by: 'ArtifactsPolicy' },
          say: 'Right, and since session names change, there is no good way to list them. AWS advises against the pair.',
        },
      ],
    },
    rule: 'Deny with NotPrincipal spares only callers listed in full. Write Deny for `*` with a condition on `aws:PrincipalArn`.',
    repair: {
      task: 'Say the same thing in a way that works for every session of Deploy.',
      edit: ['resource'],
      tests: [
        {
          name: 'a deployment uploads',
          request: {},
          expect: 'Allowed',
          say: 'The Deny still hits the session.',
        },
        {
          name: 'someone else doesn’t',
          request: { principal: 'arn:aws:sts::111122223333:assumed-role/Reports/x' },
          expect: 'Denied',
          say: 'Others get in: the Deny went missing, or spares too many.',
        },
      ],
      hidden: [
        {
          name: 'the next deployment too',
          request: { principal: 'arn:aws:sts::111122223333:assumed-role/Deploy/run-82' },
          expect: 'Allowed',
          say: 'You listed one session. The next has another name.',
        },
        {
          name: 'a role whose name only begins so',
          request: { principal: 'arn:aws:sts::111122223333:assumed-role/DeployTest/run-1' },
          expect: 'Denied',
          say: '`Deploy*` spares other roles as well.',
        },
      ],
      constraints: [{ kind: 'without', element: 'NotPrincipal', say: 'Do it without NotPrincipal.' }],
      solution: [
        {
          at: 'resource',
          document: doc({
            Sid: 'AllButDeploy',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: ['arn:aws:s3:::artifacts', 'arn:aws:s3:::artifacts/*'],
            Condition: { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Deploy' } },
          }),
        },
      ],
      wrong: [
        {
          name: 'one session listed',
          edits: [
            {
              at: 'resource',
              document: doc({
                Effect: 'Deny',
                NotPrincipal: {
                  AWS: [
                    'arn:aws:iam::111122223333:role/Deploy',
                    'arn:aws:sts::111122223333:assumed-role/Deploy/run-81',
                    'arn:aws:iam::111122223333:root',
                  ],
                },
                Action: 's3:*',
                Resource: ['arn:aws:s3:::artifacts', 'arn:aws:s3:::artifacts/*'],
              }),
            },
          ],
          fails: 'without',
        },
        {
          name: 'a loose pattern',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'A',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:*',
                Resource: ['arn:aws:s3:::artifacts', 'arn:aws:s3:::artifacts/*'],
                Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Deploy*' } },
              }),
            },
          ],
          fails: 'a role whose name only begins so',
        },
      ],
      hints: [
        'Deny everyone, and let a condition make the exception.',
        'Which key holds the role of a session?',
        '`"Principal": "*"` with `ArnNotEquals aws:PrincipalArn` = the role’s ARN.',
      ],
    },
    transfer: {
      after: 5,
      ask: 'Deny, NotPrincipal lists the user Mia and her account. Mia has a permissions boundary that allows the action, and an identity policy that does. Is she spared?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/mia',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::vault/a',
          resourceAccount: '111122223333',
        },
        policies: {
          identity: [ADMINISTRATOR],
          boundary: policy('B', { Effect: 'Allow', Action: '*', Resource: '*' }),
          resource: policy('V', {
            Effect: 'Deny',
            NotPrincipal: { AWS: ['arn:aws:iam::111122223333:user/mia', 'arn:aws:iam::111122223333:root'] },
            Action: 's3:*',
            Resource: 'arn:aws:s3:::vault/*',
          }),
        },
      }),
      expect: { decision: 'ExplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
  },

  'res-public-block': {
    story:
      'A bucket of ours is shared with a partner’s role. Later someone added a statement that makes `press/` public. Block Public Access is on. The same day the partner is turned away.',
    misconception: 'M34',
    guide: ['G08', 'G12'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::444455556666:assumed-role/PartnerReader/etl',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::media-share/deals/x.csv',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy('PartnerPolicy', {
            Sid: 'Read',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::media-share/*',
          }),
        ],
        resource: policy(
          'MediaSharePolicy',
          {
            Sid: 'PartnerReadsDeals',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::444455556666:role/PartnerReader' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::media-share/deals/*',
          },
          {
            Sid: 'PressIsPublic',
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::media-share/press/*',
          },
        ),
      },
      s3: {
        blockPublicAccess: {
          blockPublicAcls: true,
          ignorePublicAcls: true,
          blockPublicPolicy: false,
          restrictPublicBuckets: true,
        },
      },
    }),
    expect: { decision: 'ImplicitlyDenied' },
    ask: {
      question: 'Both sides allow the partner’s read of `deals/x.csv`. Why should it fail?',
      options: [
        {
          id: 'ok',
          text: 'It doesn’t: Block Public Access stops the public, and the partner isn’t public.',
          claims: { decision: 'Allowed' },
          belief: 'M34',
          say: 'RestrictPublicBuckets looks at the policy, not at the caller. One public statement makes the whole policy public, and then nobody from outside the account gets in, the partner included.',
        },
        {
          id: 'cut',
          text: 'The public statement makes the policy public; then every other account is cut off.',
          claims: { decision: 'ImplicitlyDenied' },
          say: 'Right. AWS’s message even speaks of an explicit deny in a resource-based policy, though no Deny is written anywhere.',
        },
        {
          id: 'deny',
          text: 'Block Public Access works as a Deny statement on `*`.',
          claims: { decision: 'ExplicitlyDenied' },
          belief: 'M35',
          say: 'It reads like that in the message. But it is a setting, it spares our own account, and it goes away with the public statement.',
        },
      ],
    },
    rule: 'RestrictPublicBuckets judges the policy as a whole. A single public statement cuts off all other accounts.',
    repair: {
      task: 'Get the partner back in without touching Block Public Access.',
      edit: ['resource'],
      tests: [
        {
          name: 'the partner reads',
          request: {},
          expect: 'Allowed',
          say: 'The policy is still public somewhere.',
        },
        {
          name: 'strangers read nothing',
          request: { principal: '*', resource: 'arn:aws:s3:::media-share/press/a.jpg' },
          expect: 'Denied',
          say: 'It is still open to everyone.',
        },
      ],
      hidden: [
        {
          name: 'the partner stays in deals',
          request: { resource: 'arn:aws:s3:::media-share/hr/a.csv' },
          expect: 'Denied',
          say: 'The partner got more than `deals/`.',
        },
      ],
      constraints: [
        {
          kind: 'keepsStatement',
          sid: 'PartnerReadsDeals',
          say: 'The partner’s statement was never the fault: leave it as it is.',
        },
      ],
      solution: [
        {
          at: 'resource',
          document: doc({
            Sid: 'PartnerReadsDeals',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::444455556666:role/PartnerReader' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::media-share/deals/*',
          }),
        },
      ],
      wrong: [
        {
          name: 'a narrowing that isn’t one',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'PartnerReadsDeals',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:role/PartnerReader' },
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::media-share/deals/*',
                },
                {
                  Sid: 'Press',
                  Effect: 'Allow',
                  Principal: '*',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::media-share/press/*',
                  Condition: { StringLike: { 'aws:Referer': 'https://example.com/*' } },
                },
              ),
            },
          ],
          fails: 'the partner reads',
        },
        {
          name: 'the partner gets everything',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'Partner',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::444455556666:role/PartnerReader' },
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::media-share/*',
              }),
            },
          ],
          fails: 'keepsStatement',
        },
      ],
      hints: [
        'The partner’s statement is fine. What else stands in the policy?',
        'A statement stops being public when its principal or a fixed condition narrows it.',
        'Remove PressIsPublic, or narrow it to an organization with `aws:PrincipalOrgID`.',
      ],
    },
    transfer: {
      after: 7,
      ask: 'The same bucket with both statements and Block Public Access. A user of our own account, whose policy allows it, reads `deals/x.csv`. Allowed?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/ina',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::media-share/deals/x.csv',
          resourceAccount: '111122223333',
        },
        policies: {
          identity: [
            policy('R', {
              Sid: 'R',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::media-share/*',
            }),
          ],
          resource: policy('M', {
            Sid: 'PressIsPublic',
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::media-share/press/*',
          }),
        },
        s3: { blockPublicAccess: { restrictPublicBuckets: true } },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  },

  'res-acl': {
    story:
      'The bucket press-photos is from 2017. Each photo carries an ACL: everyone may read it, and so may the partner account 444455556666. There is no bucket policy, Object Ownership is `ObjectWriter`, Block Public Access is off. A stranger opens a photo without signing the request.',
    misconception: 'M41',
    guide: ['G12'],
    scenario: scenario({
      request: {
        principal: '*',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::press-photos/2018/harbour.jpg',
        resourceAccount: '111122223333',
      },
      policies: {},
      s3: {
        objectOwnership: 'ObjectWriter',
        acl: [
          { grantee: 'AllUsers', permission: 'READ' },
          { grantee: '444455556666', permission: 'READ' },
        ],
        blockPublicAccess: {
          blockPublicAcls: false,
          ignorePublicAcls: false,
          blockPublicPolicy: false,
          restrictPublicBuckets: false,
        },
      },
    }),
    expect: { decision: 'Allowed', missing: [] },
    ask: {
      question: 'No policy mentions this photo. Does the stranger see it?',
      options: [
        {
          id: 'policy',
          text: 'No: without a bucket policy nobody from outside gets in.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M41',
          say: 'An ACL is a second way to grant, older than bucket policies. Where it counts, it needs no policy beside it.',
        },
        {
          id: 'acl',
          text: 'Yes: with ObjectWriter the ACL still counts, and it grants to everyone.',
          claims: { decision: 'Allowed' },
          say: 'Right. New buckets have `BucketOwnerEnforced`, where ACLs are mute. This bucket is older than that default.',
        },
        {
          id: 'off',
          text: 'No: since 2023 ACLs are switched off in every bucket.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M41',
          say: 'They are switched off by default in buckets made since April 2023. A bucket from 2017 keeps what it had until somebody changes it.',
        },
      ],
    },
    rule: 'Where Object Ownership leaves ACLs on, they grant, to strangers too. `BucketOwnerEnforced` makes all of them mute, `IgnorePublicAcls` only the public ones.',
    repair: {
      task: 'Shut strangers out. The ACLs stay as they are: a million photos have one. The partner’s role PhotoDesk goes on reading, and gets no more than that; its own policy allows all of S3 here. You may change Object Ownership, Block Public Access and the bucket’s policy.',
      edit: ['s3/objectOwnership', 's3/blockPublicAccess', 'resource'],
      tests: [
        {
          name: 'a stranger sees nothing',
          request: {},
          expect: 'Denied',
          say: 'The ACL still grants to everyone. Which setting stops it from counting when someone reads?',
        },
        {
          name: 'PhotoDesk reads',
          request: { principal: 'arn:aws:sts::444455556666:assumed-role/PhotoDesk/mia' },
          expect: 'Allowed',
          say: 'The partner got in by the ACL, and now the ACL is mute. Who else can let it in?',
          policies: {
            identity: [
              policy('PhotoDeskPolicy', {
                Sid: 'Bucket',
                Effect: 'Allow',
                Action: 's3:*',
                Resource: ['arn:aws:s3:::press-photos', 'arn:aws:s3:::press-photos/*'],
              }),
            ],
          },
        },
      ],
      hidden: [
        {
          name: 'PhotoDesk overwrites nothing',
          request: {
            principal: 'arn:aws:sts::444455556666:assumed-role/PhotoDesk/mia',
            action: 's3:PutObject',
          },
          expect: 'Denied',
          say: 'Its own policy allows all of S3. Only your bucket policy keeps it to reading.',
          policies: {
            identity: [
              policy('PhotoDeskPolicy', {
                Sid: 'Bucket',
                Effect: 'Allow',
                Action: 's3:*',
                Resource: ['arn:aws:s3:::press-photos', 'arn:aws:s3:::press-photos/*'],
              }),
            ],
          },
        },
        {
          name: 'someone signed in elsewhere',
          request: { principal: 'arn:aws:iam::777788889999:user/kai' },
          expect: 'Denied',
          say: 'Whoever has any AWS account can read. Name the partner’s role.',
          policies: {
            identity: [
              policy('PhotoDeskPolicy', {
                Sid: 'Bucket',
                Effect: 'Allow',
                Action: 's3:*',
                Resource: ['arn:aws:s3:::press-photos', 'arn:aws:s3:::press-photos/*'],
              }),
            ],
          },
        },
      ],
      constraints: [],
      solution: [
        { at: 's3/objectOwnership', value: 'BucketOwnerEnforced' },
        {
          at: 'resource',
          name: 'PressPhotosPolicy',
          document: doc({
            Sid: 'PhotoDeskReads',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::444455556666:role/PhotoDesk' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::press-photos/*',
          }),
        },
      ],
      also: [
        [
          {
            at: 's3/blockPublicAccess',
            value: {
              blockPublicAcls: false,
              ignorePublicAcls: true,
              blockPublicPolicy: false,
              restrictPublicBuckets: false,
            },
          },
        ],
      ],
      wrong: [
        {
          name: 'only Object Ownership',
          edits: [{ at: 's3/objectOwnership', value: 'BucketOwnerEnforced' }],
          fails: 'PhotoDesk reads',
        },
        {
          name: 'BlockPublicAcls',
          edits: [
            {
              at: 's3/blockPublicAccess',
              value: {
                blockPublicAcls: true,
                ignorePublicAcls: false,
                blockPublicPolicy: false,
                restrictPublicBuckets: false,
              },
            },
          ],
          fails: 'a stranger sees nothing',
        },
        {
          name: 'RestrictPublicBuckets',
          edits: [
            {
              at: 's3/blockPublicAccess',
              value: {
                blockPublicAcls: false,
                ignorePublicAcls: false,
                blockPublicPolicy: true,
                restrictPublicBuckets: true,
              },
            },
          ],
          fails: 'a stranger sees nothing',
        },
        {
          name: 'all of S3 for the partner',
          edits: [
            { at: 's3/objectOwnership', value: 'BucketOwnerEnforced' },
            {
              at: 'resource',
              name: 'PressPhotosPolicy',
              document: doc({
                Sid: 'Desk',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::444455556666:role/PhotoDesk' },
                Action: 's3:*',
                Resource: ['arn:aws:s3:::press-photos', 'arn:aws:s3:::press-photos/*'],
              }),
            },
          ],
          fails: 'PhotoDesk overwrites nothing',
        },
        {
          name: 'everyone who signs',
          edits: [
            { at: 's3/objectOwnership', value: 'BucketOwnerEnforced' },
            {
              at: 'resource',
              name: 'PressPhotosPolicy',
              document: doc({
                Sid: 'Signed',
                Effect: 'Allow',
                Principal: '*',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::press-photos/*',
                Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:*' } },
              }),
            },
          ],
          fails: 'someone signed in elsewhere',
        },
      ],
      hints: [
        'The ACL stays. What decides whether it is listened to?',
        'Two of the settings make an ACL mute when someone reads. One of them also hits the partner, who then needs a statement in the bucket’s policy.',
        '`BucketOwnerEnforced`, and `s3:GetObject` for `arn:aws:iam::444455556666:role/PhotoDesk`. Or `IgnorePublicAcls` alone.',
      ],
    },
    transfer: {
      after: 5,
      ask: 'A bucket has Object Ownership `BucketOwnerPreferred`, no policy, Block Public Access off, and an ACL that grants READ to `AuthenticatedUsers`. A user of some other company, whose own policy allows it, reads an object. Allowed?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::777788889999:user/kai',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::old-manuals/a.pdf',
          resourceAccount: '111122223333',
        },
        policies: {
          identity: [policy('S', { Sid: 'S', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' })],
        },
        s3: {
          objectOwnership: 'BucketOwnerPreferred',
          acl: [{ grantee: 'AuthenticatedUsers', permission: 'READ' }],
          blockPublicAccess: {
            blockPublicAcls: false,
            ignorePublicAcls: false,
            blockPublicPolicy: false,
            restrictPublicBuckets: false,
          },
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
  },

  'res-recreated': {
    story:
      'Our role Shelf trusted the partner’s role Packer. The partner deleted Packer and made it anew, with the same name and the same policy. Since then our trust policy shows `AROAEXAMPLEOLD1234567` where Packer’s ARN stood. The new Packer tries to become Shelf.',
    misconception: 'M42',
    guide: ['G03'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::444455556666:assumed-role/Packer/job-9',
        action: 'sts:AssumeRole',
        resource: 'arn:aws:iam::111122223333:role/Shelf',
        context: { 'aws:userid': 'AROAEXAMPLENEW7654321:job-9' },
      },
      policies: {
        identity: [
          policy('PackerPolicy', {
            Sid: 'BecomeShelf',
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Resource: 'arn:aws:iam::111122223333:role/Shelf',
          }),
        ],
        resource: policy('ShelfTrust', {
          Sid: 'PackerMayAssume',
          Effect: 'Allow',
          Principal: { AWS: 'AROAEXAMPLEOLD1234567' },
          Action: 'sts:AssumeRole',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'] },
    ask: {
      question: 'Same account, same name, same ARN as before. Is the new Packer trusted?',
      options: [
        {
          id: 'same',
          text: 'Yes: the ARN is the same, so it is the same role.',
          claims: { decision: 'Allowed', by: 'ShelfTrust' },
          belief: 'M42',
          say: 'An ARN is a name. When the trust policy was saved, AWS put the role’s unique ID in its place, and the new role has another. So nobody inherits trust by taking a name that has become free.',
        },
        {
          id: 'id',
          text: 'No: the trust policy means the old role, by its unique ID.',
          claims: { decision: 'ImplicitlyDenied', missing: 'resource' },
          say: 'Right. The ID that shows up in the policy is all that is left of the old role.',
        },
        {
          id: 'theirs',
          text: 'No: the new role’s own policy counts only once we confirm it.',
          claims: { decision: 'ImplicitlyDenied', missing: 'identity' },
          belief: 'M29',
          say: 'The partner’s side is in order: the new Packer’s policy allows it from the first minute. It is our side that names somebody who is gone.',
        },
      ],
    },
    rule: 'A user or role in `Principal` is stored by its unique ID. Made anew under the same name it is somebody else, until the policy is saved again.',
    repair: {
      task: 'Trust the new Packer, in every one of its sessions, and nobody else. Suppose that the own policy of everyone who tries allows it: only our side decides.',
      edit: ['resource'],
      tests: [
        {
          name: 'the new Packer gets in',
          request: {},
          expect: 'Allowed',
          say: 'The policy still names somebody who is gone. What has to stand in `Principal`?',
        },
        {
          name: 'its next job too',
          request: {
            principal: 'arn:aws:sts::444455556666:assumed-role/Packer/job-10',
            context: { 'aws:userid': 'AROAEXAMPLENEW7654321:job-10' },
          },
          expect: 'Allowed',
          say: 'You named one session. The next has another name.',
        },
        {
          name: 'the partner’s Printer doesn’t',
          request: {
            principal: 'arn:aws:sts::444455556666:assumed-role/Printer/x',
            context: { 'aws:userid': 'AROAEXAMPLEPRT1234567:x' },
          },
          expect: 'Denied',
          say: 'Naming the account lets the partner choose. Name the role.',
        },
      ],
      hidden: [
        {
          name: 'a Packer of another account',
          request: {
            principal: 'arn:aws:sts::777788889999:assumed-role/Packer/x',
            context: { 'aws:userid': 'AROAEXAMPLEFAR1234567:x' },
          },
          expect: 'Denied',
          say: 'Anybody can call a role Packer. The account’s number is part of the name.',
        },
        {
          name: 'the partner’s PackerTest doesn’t',
          request: {
            principal: 'arn:aws:sts::444455556666:assumed-role/PackerTest/x',
            context: { 'aws:userid': 'AROAEXAMPLETST1234567:x' },
          },
          expect: 'Denied',
          say: 'A star at the end takes in other roles.',
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'resource',
          document: doc({
            Sid: 'PackerMayAssume',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::444455556666:role/Packer' },
            Action: 'sts:AssumeRole',
          }),
        },
      ],
      also: [
        [
          {
            at: 'resource',
            document: doc({
              Sid: 'PackerMayAssume',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::444455556666:root' },
              Action: 'sts:AssumeRole',
              Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:role/Packer' } },
            }),
          },
        ],
      ],
      wrong: [
        {
          name: 'the old ID, with a star',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'PackerMayAssume',
                Effect: 'Allow',
                Principal: { AWS: '*' },
                Action: 'sts:AssumeRole',
                Condition: { StringLike: { 'aws:userid': 'AROAEXAMPLEOLD1234567:*' } },
              }),
            },
          ],
          fails: 'the new Packer gets in',
        },
        {
          name: 'one session',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'PackerMayAssume',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:sts::444455556666:assumed-role/Packer/job-9' },
                Action: 'sts:AssumeRole',
              }),
            },
          ],
          fails: 'its next job too',
        },
        {
          name: 'the account',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'PackerMayAssume',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::444455556666:root' },
                Action: 'sts:AssumeRole',
              }),
            },
          ],
          fails: 'the partner’s Printer doesn’t',
        },
        {
          name: 'any Packer',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'PackerMayAssume',
                Effect: 'Allow',
                Principal: { AWS: '*' },
                Action: 'sts:AssumeRole',
                Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Packer' } },
              }),
            },
          ],
          fails: 'a Packer of another account',
        },
        {
          name: 'a star after the name',
          edits: [
            {
              at: 'resource',
              document: doc({
                Sid: 'PackerMayAssume',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::444455556666:root' },
                Action: 'sts:AssumeRole',
                Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:role/Packer*' } },
              }),
            },
          ],
          fails: 'the partner’s PackerTest doesn’t',
        },
      ],
      hints: [
        'Read `Principal` aloud. Whose name is it?',
        'Write the ARN again and save: AWS looks up the new ID.',
        '`{"AWS": "arn:aws:iam::444455556666:role/Packer"}`',
      ],
    },
    transfer: {
      after: 5,
      ask: 'A bucket’s policy lets `*` read if `ArnEquals aws:PrincipalArn` is the ARN of the role Reader, in the same account. Reader was deleted and made anew, and has no policies yet. Its session reads. Allowed?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Reader/r',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::notices/1.txt',
          resourceAccount: '111122223333',
          context: { 'aws:userid': 'AROAEXAMPLEREAD123456:r' },
        },
        policies: {
          resource: policy('NoticesPolicy', {
            Sid: 'Reader',
            Effect: 'Allow',
            Principal: '*',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::notices/*',
            Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Reader' } },
          }),
        },
      }),
      expect: { decision: 'Allowed' },
    },
    learn: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
  },
} satisfies ChapterLessons;
