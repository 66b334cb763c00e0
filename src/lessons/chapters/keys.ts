/** Chapter 9: Keys, and calls that ask twice. */
import { doc, policy, scenario } from '../policy';
import type { ChapterLessons } from '../types';

export const keys = {
  'kms-own-law': {
    story:
      'A key’s policy names only the role KeyAdmins. The application’s role has a policy that allows `kms:Decrypt` on exactly this key. It decrypts.',
    misconception: 'M14',
    guide: ['G08', 'G16'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/App/i-1',
        action: 'kms:Decrypt',
        resource: 'arn:aws:kms:eu-west-1:111122223333:key/1111aaaa-22bb-33cc-44dd-5555eeee6666',
      },
      policies: {
        identity: [
          policy('AppPolicy', {
            Sid: 'Decrypt',
            Effect: 'Allow',
            Action: 'kms:Decrypt',
            Resource: 'arn:aws:kms:eu-west-1:111122223333:key/1111aaaa-22bb-33cc-44dd-5555eeee6666',
          }),
        ],
        resource: policy('KeyPolicy', {
          Sid: 'KeyAdmins',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmins' },
          Action: ['kms:Describe*', 'kms:Put*', 'kms:EnableKey', 'kms:DisableKey', 'kms:ScheduleKeyDeletion'],
          Resource: '*',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'] },
    ask: {
      question: 'Same account, and the role’s policy allows it. Is that enough, as with a bucket?',
      options: [
        {
          id: 'yes',
          text: 'Yes: inside an account one Allow is enough.',
          claims: { decision: 'Allowed' },
          belief: 'M14',
          say: 'For buckets and queues. A KMS key listens to identity policies only if its own policy says so, by naming the account. This one doesn’t.',
        },
        {
          id: 'no',
          text: 'No: the key’s policy neither names the role nor hands over to the account.',
          claims: { decision: 'ImplicitlyDenied', missing: 'resource' },
          say: 'Right. Without such a statement even the root user is locked out.',
        },
        {
          id: 'admin',
          text: 'No: only an administrator could.',
          claims: { decision: 'ImplicitlyDenied' },
          belief: 'M15',
          reasonOnly: true,
          say: 'An administrator couldn’t either. AdministratorAccess is an identity policy like any other.',
        },
      ],
    },
    rule: 'A KMS key’s policy must allow, or hand over to the account. Otherwise identity policies count for nothing, whoever has them.',
    repair: {
      task: 'Let App decrypt with this key, and nobody else in the account. The key administrators’ statement stays as it is.',
      edit: ['resource'],
      tests: [
        { name: 'App decrypts', request: {}, expect: 'Allowed', say: 'The key’s policy doesn’t let App in.' },
        {
          name: 'another role doesn’t',
          request: { principal: 'arn:aws:sts::111122223333:assumed-role/Other/x' },
          expect: 'Denied',
          say: 'Handing over to the account lets in everyone whose own policy allows it.',
        },
      ],
      hidden: [
        {
          name: 'App can’t delete the key',
          request: { action: 'kms:ScheduleKeyDeletion' },
          expect: 'Denied',
          say: 'Decrypting doesn’t need `kms:*`.',
        },
        {
          name: 'a role of that name in another account',
          request: { principal: 'arn:aws:sts::444455556666:assumed-role/App/x' },
          expect: 'Denied',
          say: 'Keep our account’s number.',
        },
      ],
      constraints: [
        {
          kind: 'keepsStatement',
          sid: 'KeyAdmins',
          say: 'Leave the key administrators’ statement as it is, or nobody can repair the key.',
        },
      ],
      solution: [
        {
          at: 'resource',
          document: doc(
            {
              Sid: 'KeyAdmins',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmins' },
              Action: [
                'kms:Describe*',
                'kms:Put*',
                'kms:EnableKey',
                'kms:DisableKey',
                'kms:ScheduleKeyDeletion',
              ],
              Resource: '*',
            },
            {
              Sid: 'AppDecrypts',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
              Action: 'kms:Decrypt',
              Resource: '*',
            },
          ),
        },
      ],
      wrong: [
        {
          name: 'any account’s App',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'KeyAdmins',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmins' },
                  Action: [
                    'kms:Describe*',
                    'kms:Put*',
                    'kms:EnableKey',
                    'kms:DisableKey',
                    'kms:ScheduleKeyDeletion',
                  ],
                  Resource: '*',
                },
                {
                  Sid: 'App',
                  Effect: 'Allow',
                  Principal: { AWS: '*' },
                  Action: 'kms:Decrypt',
                  Resource: '*',
                  Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/App' } },
                },
              ),
            },
          ],
          fails: 'a role of that name in another account',
        },
        {
          name: 'the account',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'KeyAdmins',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmins' },
                  Action: [
                    'kms:Describe*',
                    'kms:Put*',
                    'kms:EnableKey',
                    'kms:DisableKey',
                    'kms:ScheduleKeyDeletion',
                  ],
                  Resource: '*',
                },
                {
                  Sid: 'Account',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
                  Action: 'kms:*',
                  Resource: '*',
                },
              ),
            },
          ],
          fails: 'another role doesn’t',
        },
        {
          name: 'all of KMS',
          edits: [
            {
              at: 'resource',
              document: doc(
                {
                  Sid: 'KeyAdmins',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::111122223333:role/KeyAdmins' },
                  Action: [
                    'kms:Describe*',
                    'kms:Put*',
                    'kms:EnableKey',
                    'kms:DisableKey',
                    'kms:ScheduleKeyDeletion',
                  ],
                  Resource: '*',
                },
                {
                  Sid: 'App',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::111122223333:role/App' },
                  Action: 'kms:*',
                  Resource: '*',
                },
              ),
            },
          ],
          fails: 'App can’t delete the key',
        },
      ],
      hints: [
        'Which layer lacks the Allow?',
        'One more statement in the key policy. In a key policy `"Resource": "*"` means this key.',
        'Principal `role/App`, action `kms:Decrypt`.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'The key’s policy allows `kms:*` to the account (`:root`) and nothing else. A user without policies decrypts.',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/elf',
          action: 'kms:Decrypt',
          resource: 'arn:aws:kms:eu-west-1:111122223333:key/1111aaaa-22bb-33cc-44dd-5555eeee6666',
        },
        policies: {
          resource: policy('K', {
            Sid: 'A',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:root' },
            Action: 'kms:*',
            Resource: '*',
          }),
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
  },

  'kms-encrypted-object': {
    story:
      'The partner, 444455556666, lets our role Analytics read the bucket partner-orders, and our own policy allows it too. The objects are encrypted with a KMS key of the partner’s. Its key policy speaks of the partner’s own account only. Mai reads an order.',
    misconception: 'M14',
    guide: ['G08', 'G21'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Analytics/mai',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::partner-orders/2026/11.csv',
        resourceAccount: '444455556666',
      },
      policies: {
        identity: [
          policy('AnalyticsPolicy', {
            Sid: 'PartnerOrders',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::partner-orders/*',
          }),
        ],
        resource: policy('PartnerBucketPolicy', {
          Sid: 'AnalyticsReads',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/Analytics' },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::partner-orders/*',
        }),
      },
      linked: [
        {
          name: 'Decrypt the object',
          request: {
            action: 'kms:Decrypt',
            resource: 'arn:aws:kms:eu-west-1:444455556666:key/3333cccc-44dd-55ee-66ff-777700008888',
          },
          through: 's3.amazonaws.com',
          policies: {
            resource: policy('PartnerKeyPolicy', {
              Sid: 'EnableIamPolicies',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::444455556666:root' },
              Action: 'kms:*',
              Resource: '*',
            }),
          },
        },
      ],
    }),
    expect: {
      decision: 'Allowed',
      call: { decision: 'ImplicitlyDenied', parts: ['Allowed', 'ImplicitlyDenied'] },
    },
    first: {
      kind: 'pick',
      question: 'Point at the request that fails.',
      from: 'requests',
      right: ['1'],
      say: { '0': 'Both sides allow the object. This request is in order.' },
    },
    ask: {
      question: 'The bucket’s policy and ours both allow the read. Does Mai get the order?',
      options: [
        {
          id: 'bucket',
          text: 'Yes: whoever may read the object may read what is in it.',
          claims: { decision: 'Allowed' },
          belief: 'M14',
          say: 'The two policies open the box. The content is locked with a key, and S3 asks KMS for it in Mai’s name. That is a question of its own, with a policy of its own.',
        },
        {
          id: 'key',
          text: 'No: S3 also asks for the key, and neither side lets us use it.',
          claims: { decision: 'ImplicitlyDenied', failing: [1] },
          say: 'Right. Two questions and two accounts, so four answers are needed. Two of them are missing.',
        },
        {
          id: 'role',
          text: 'No: for a bucket of another account we need a role over there.',
          claims: { decision: 'ImplicitlyDenied', failing: [0] },
          belief: 'M29',
          say: 'The first question is in order: their bucket invites Analytics, and ours lets it go. It is the second that fails.',
        },
        {
          id: 'root',
          text: 'No: only our own policy lacks `kms:Decrypt`. The key’s `:root` lets in everyone.',
          claims: { decision: 'ImplicitlyDenied', failing: [1] },
          belief: 'M28',
          reasonOnly: true,
          say: 'That `:root` has the partner’s number. It hands the key to the partner’s own policies and says nothing of us. Both sides are missing.',
        },
      ],
    },
    rule: 'Reading an encrypted object is two questions: the object, and `kms:Decrypt` on its key. Across accounts each of them has two sides.',
    repair: {
      task: 'Make the read work. On both sides of the key: only Analytics, only this key, only decrypting, and only when S3 asks. The partner saves what you write for the key. Other roles of ours have the same policy as Analytics.',
      edit: ['identity/0', 'call/1/resource'],
      tests: [
        {
          name: 'the whole read',
          request: {},
          expect: 'Allowed',
          say: 'The second question still fails. Open it: which of its two sides is silent?',
          of: 'call',
        },
        {
          name: 'no decrypting by hand',
          request: {
            context: {
              'kms:ViaService': [],
              'aws:ViaAWSService': 'false',
              'aws:CalledVia': [],
              'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::partner-orders/2026/11.csv',
            },
          },
          expect: 'Denied',
          say: 'Analytics can call KMS without S3. Which key tells who asks?',
          of: 1,
        },
        {
          name: 'the partner’s other key stays shut',
          request: {
            resource: 'arn:aws:kms:eu-west-1:444455556666:key/9999aaaa-00bb-11cc-22dd-333344445555',
          },
          expect: 'Denied',
          say: 'Your policy reaches every key. Suppose the other key’s policy is as generous as this one: name the key.',
          of: 1,
        },
      ],
      hidden: [
        {
          name: 'not through Secrets Manager',
          request: {
            context: {
              'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com',
              'kms:EncryptionContext:aws:s3:arn': [],
            },
          },
          expect: 'Denied',
          say: 'Any service may ask now. Name S3.',
          of: 1,
        },
        {
          name: 'another role of ours',
          request: { principal: 'arn:aws:sts::111122223333:assumed-role/Sales/x' },
          expect: 'Denied',
          say: 'The key’s policy lets our whole account decide. Name the role.',
          of: 1,
        },
        {
          name: 'no new data keys',
          request: { action: 'kms:GenerateDataKey' },
          expect: 'Denied',
          say: 'Reading needs `kms:Decrypt` and no more.',
          of: 1,
        },
      ],
      constraints: [],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            {
              Sid: 'PartnerOrders',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::partner-orders/*',
            },
            {
              Sid: 'TheirKey',
              Effect: 'Allow',
              Action: 'kms:Decrypt',
              Resource: 'arn:aws:kms:eu-west-1:444455556666:key/3333cccc-44dd-55ee-66ff-777700008888',
              Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
            },
          ),
        },
        {
          at: 'call/1/resource',
          document: doc(
            {
              Sid: 'EnableIamPolicies',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::444455556666:root' },
              Action: 'kms:*',
              Resource: '*',
            },
            {
              Sid: 'AnalyticsDecrypts',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:role/Analytics' },
              Action: 'kms:Decrypt',
              Resource: '*',
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
                Sid: 'PartnerOrders',
                Effect: 'Allow',
                Action: 's3:GetObject',
                Resource: 'arn:aws:s3:::partner-orders/*',
              },
              {
                Sid: 'TheirKey',
                Effect: 'Allow',
                Action: 'kms:Decrypt',
                Resource: 'arn:aws:kms:eu-west-1:444455556666:key/3333cccc-44dd-55ee-66ff-777700008888',
              },
            ),
          },
          {
            at: 'call/1/resource',
            document: doc(
              {
                Sid: 'EnableIamPolicies',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::444455556666:root' },
                Action: 'kms:*',
                Resource: '*',
              },
              {
                Sid: 'AnalyticsDecrypts',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::111122223333:role/Analytics' },
                Action: 'kms:Decrypt',
                Resource: '*',
                Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
              },
            ),
          },
        ],
      ],
      wrong: [
        {
          name: 'only our side',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'PartnerOrders',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::partner-orders/*',
                },
                {
                  Sid: 'TheirKey',
                  Effect: 'Allow',
                  Action: 'kms:Decrypt',
                  Resource: 'arn:aws:kms:eu-west-1:444455556666:key/3333cccc-44dd-55ee-66ff-777700008888',
                  Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
                },
              ),
            },
          ],
          fails: 'the whole read',
        },
        {
          name: 'only the key’s side',
          edits: [
            {
              at: 'call/1/resource',
              document: doc(
                {
                  Sid: 'EnableIamPolicies',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:root' },
                  Action: 'kms:*',
                  Resource: '*',
                },
                {
                  Sid: 'AnalyticsDecrypts',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::111122223333:role/Analytics' },
                  Action: 'kms:Decrypt',
                  Resource: '*',
                },
              ),
            },
          ],
          fails: 'the whole read',
        },
        {
          name: 'no condition',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'PartnerOrders',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::partner-orders/*',
                },
                {
                  Sid: 'TheirKey',
                  Effect: 'Allow',
                  Action: 'kms:Decrypt',
                  Resource: 'arn:aws:kms:eu-west-1:444455556666:key/3333cccc-44dd-55ee-66ff-777700008888',
                },
              ),
            },
            {
              at: 'call/1/resource',
              document: doc(
                {
                  Sid: 'EnableIamPolicies',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:root' },
                  Action: 'kms:*',
                  Resource: '*',
                },
                {
                  Sid: 'AnalyticsDecrypts',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::111122223333:role/Analytics' },
                  Action: 'kms:Decrypt',
                  Resource: '*',
                },
              ),
            },
          ],
          fails: 'no decrypting by hand',
        },
        {
          name: 'every key',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'PartnerOrders',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::partner-orders/*',
                },
                {
                  Sid: 'TheirKey',
                  Effect: 'Allow',
                  Action: 'kms:Decrypt',
                  Resource: '*',
                  Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
                },
              ),
            },
            {
              at: 'call/1/resource',
              document: doc(
                {
                  Sid: 'EnableIamPolicies',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:root' },
                  Action: 'kms:*',
                  Resource: '*',
                },
                {
                  Sid: 'AnalyticsDecrypts',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::111122223333:role/Analytics' },
                  Action: 'kms:Decrypt',
                  Resource: '*',
                },
              ),
            },
          ],
          fails: 'the partner’s other key stays shut',
        },
        {
          name: 'any service',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'PartnerOrders',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::partner-orders/*',
                },
                {
                  Sid: 'TheirKey',
                  Effect: 'Allow',
                  Action: 'kms:Decrypt',
                  Resource: 'arn:aws:kms:eu-west-1:444455556666:key/3333cccc-44dd-55ee-66ff-777700008888',
                  Condition: { Null: { 'kms:ViaService': 'false' } },
                },
              ),
            },
            {
              at: 'call/1/resource',
              document: doc(
                {
                  Sid: 'EnableIamPolicies',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:root' },
                  Action: 'kms:*',
                  Resource: '*',
                },
                {
                  Sid: 'AnalyticsDecrypts',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::111122223333:role/Analytics' },
                  Action: 'kms:Decrypt',
                  Resource: '*',
                },
              ),
            },
          ],
          fails: 'not through Secrets Manager',
        },
        {
          name: 'the whole account',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'PartnerOrders',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::partner-orders/*',
                },
                {
                  Sid: 'TheirKey',
                  Effect: 'Allow',
                  Action: 'kms:Decrypt',
                  Resource: 'arn:aws:kms:eu-west-1:444455556666:key/3333cccc-44dd-55ee-66ff-777700008888',
                  Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
                },
              ),
            },
            {
              at: 'call/1/resource',
              document: doc(
                {
                  Sid: 'EnableIamPolicies',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:root' },
                  Action: 'kms:*',
                  Resource: '*',
                },
                {
                  Sid: 'AnalyticsDecrypts',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
                  Action: 'kms:Decrypt',
                  Resource: '*',
                },
              ),
            },
          ],
          fails: 'another role of ours',
        },
        {
          name: 'all of KMS',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'PartnerOrders',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::partner-orders/*',
                },
                {
                  Sid: 'TheirKey',
                  Effect: 'Allow',
                  Action: 'kms:*',
                  Resource: 'arn:aws:kms:eu-west-1:444455556666:key/3333cccc-44dd-55ee-66ff-777700008888',
                  Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
                },
              ),
            },
            {
              at: 'call/1/resource',
              document: doc(
                {
                  Sid: 'EnableIamPolicies',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::444455556666:root' },
                  Action: 'kms:*',
                  Resource: '*',
                },
                {
                  Sid: 'AnalyticsDecrypts',
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::111122223333:role/Analytics' },
                  Action: 'kms:*',
                  Resource: '*',
                },
              ),
            },
          ],
          fails: 'no new data keys',
        },
      ],
      hints: [
        'Open the second request. Two lanes, and both stop.',
        'Our policy allows `kms:Decrypt` on their key; their key’s policy names our role. One of the two asks who asks.',
        '`StringEquals kms:ViaService` is `s3.eu-west-1.amazonaws.com`.',
      ],
    },
    transfer: {
      after: 5,
      ask: 'A role may `s3:PutObject` in a bucket that encrypts with a KMS key of the same account, and `kms:Decrypt` on that key. The key’s policy names the account (`:root`). For an upload S3 asks `kms:GenerateDataKey` in the role’s name. Does that question pass?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Importer/m',
          action: 'kms:GenerateDataKey',
          resource: 'arn:aws:kms:eu-west-1:111122223333:key/5555eeee-66ff-7700-8811-99990000aaaa',
          context: { 'aws:ViaAWSService': 'true', 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
        },
        policies: {
          identity: [
            policy(
              'Importer',
              { Sid: 'Write', Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::imports/*' },
              {
                Sid: 'Key',
                Effect: 'Allow',
                Action: 'kms:Decrypt',
                Resource: 'arn:aws:kms:eu-west-1:111122223333:key/5555eeee-66ff-7700-8811-99990000aaaa',
              },
            ),
          ],
          resource: policy('KeyPolicy', {
            Sid: 'A',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:root' },
            Action: 'kms:*',
            Resource: '*',
          }),
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn:
      'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
  },

  'call-launch-parts': {
    story:
      'Rui’s policy allows `ec2:RunInstances` on `instance/*`. He launches a t3.micro in subnet A, with the role web-frontend and the tag project=atlas. It fails, with a long encoded message.',
    misconception: 'M36',
    guide: ['G31', 'G35'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/rui',
        action: 'ec2:RunInstances',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
        context: {
          'ec2:InstanceType': 't3.micro',
          'aws:RequestTag/project': 'atlas',
          'aws:TagKeys': ['project'],
        },
      },
      policies: {
        identity: [
          policy('RuiPolicy', {
            Sid: 'Launch',
            Effect: 'Allow',
            Action: 'ec2:RunInstances',
            Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
          }),
        ],
      },
      linked: [
        { name: 'The image', request: { resource: 'arn:aws:ec2:eu-west-1::image/ami-0abcd1234abcd1234' } },
        {
          name: 'The subnet',
          request: { resource: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0aaaa1111aaaa1111' },
        },
        {
          name: 'The security group',
          request: { resource: 'arn:aws:ec2:eu-west-1:111122223333:security-group/sg-0abcd1234abcd1234' },
        },
        {
          name: 'The network interface',
          request: { resource: 'arn:aws:ec2:eu-west-1:111122223333:network-interface/*' },
        },
        { name: 'The volume', request: { resource: 'arn:aws:ec2:eu-west-1:111122223333:volume/*' } },
        {
          name: 'Pass the role',
          request: {
            action: 'iam:PassRole',
            resource: 'arn:aws:iam::111122223333:role/web-frontend',
            context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
          },
        },
        {
          name: 'Tag the machine',
          request: {
            action: 'ec2:CreateTags',
            resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
            context: { 'ec2:CreateAction': 'RunInstances' },
          },
        },
      ],
    }),
    expect: {
      decision: 'Allowed',
      call: {
        decision: 'ImplicitlyDenied',
        parts: [
          'Allowed',
          'ImplicitlyDenied',
          'ImplicitlyDenied',
          'ImplicitlyDenied',
          'ImplicitlyDenied',
          'ImplicitlyDenied',
          'ImplicitlyDenied',
          'ImplicitlyDenied',
        ],
      },
    },
    first: {
      kind: 'pick',
      question: 'Eight questions behind one launch. Point at those that fail.',
      from: 'requests',
      right: ['1', '2', '3', '4', '5', '6', '7'],
      say: { '0': 'This is the one thing the policy names: the machine.' },
    },
    ask: {
      question: 'The action is allowed, on machines. How much of this launch is covered?',
      options: [
        {
          id: 'all',
          text: 'All of it: one action, one question, and it is allowed.',
          claims: { decision: 'Allowed' },
          belief: 'M36',
          say: 'One action is asked once for each thing it makes or uses. The policy names the machine; image, subnet, security group, network interface and volume are asked about by themselves.',
        },
        {
          id: 'role',
          text: 'All but the role: handing one over is `iam:PassRole`.',
          claims: { decision: 'ImplicitlyDenied', failing: [6] },
          belief: 'M36',
          say: 'That is one of seven. The things that the machine uses have ARNs of their own, and tagging at birth asks for `ec2:CreateTags`.',
        },
        {
          id: 'machine',
          text: 'Only the machine: what it uses, its role and its tags are seven questions more.',
          claims: { decision: 'ImplicitlyDenied', failing: [1, 2, 3, 4, 5, 6, 7] },
          say: 'Right. The encoded message would name one of the seven. Repair that one, and the next message names another.',
        },
      ],
    },
    rule: 'A launch is asked about everything it makes and uses, and about its role and its tags. A condition belongs to the question that has the key.',
    repair: {
      task: 'Let Rui launch: in subnet A, as t3.micro or t3.small, with a tag `project`. He hands web-frontend to EC2 and no other role, and he tags only what he launches. No star as a resource.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'the whole launch',
          request: {},
          expect: 'Allowed',
          say: 'One of the eight questions still fails. Open them: is its ARN named, and does it have the key you ask for?',
          of: 'call',
        },
        {
          name: 'not in subnet B',
          request: { resource: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0bbbb2222bbbb2222' },
          expect: 'Denied',
          say: 'Subnet B is open too. The subnet is a question of its own: name subnet A there.',
          of: 2,
        },
        {
          name: 'no m5.large',
          request: { context: { 'ec2:InstanceType': 'm5.large' } },
          expect: 'Denied',
          say: 'Large machines are allowed. The size is a key of the machine’s question.',
          of: 0,
        },
        {
          name: 'not without the tag',
          request: { context: { 'aws:RequestTag/project': [], 'aws:TagKeys': [] } },
          expect: 'Denied',
          say: 'A machine without a project can be launched. Demand the tag where the machine is asked about.',
          of: 0,
        },
      ],
      hidden: [
        {
          name: 'no other role',
          request: { resource: 'arn:aws:iam::111122223333:role/Administrator' },
          expect: 'Denied',
          say: 'He can launch a machine as an administrator. Name the role.',
          of: 6,
        },
        {
          name: 'not to Lambda',
          request: { context: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
          expect: 'Denied',
          say: 'The role can be handed to other services. Ask for `iam:PassedToService`.',
          of: 6,
        },
        {
          name: 'no tags on running machines',
          request: {
            resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc1234abc1234ab',
            context: { 'ec2:CreateAction': [] },
          },
          expect: 'Denied',
          say: 'He can tag every machine at any time. `ec2:CreateAction` says that tags come with a launch.',
          of: 7,
        },
      ],
      constraints: [
        { kind: 'noBareStar', say: 'Name what may be used: a star also opens the other subnet.' },
      ],
      solution: [
        {
          at: 'identity/0',
          document: doc(
            {
              Sid: 'Machine',
              Effect: 'Allow',
              Action: 'ec2:RunInstances',
              Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
              Condition: {
                StringEquals: { 'ec2:InstanceType': ['t3.micro', 't3.small'] },
                Null: { 'aws:RequestTag/project': 'false' },
              },
            },
            {
              Sid: 'WhatItUses',
              Effect: 'Allow',
              Action: 'ec2:RunInstances',
              Resource: [
                'arn:aws:ec2:eu-west-1::image/*',
                'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0aaaa1111aaaa1111',
                'arn:aws:ec2:eu-west-1:111122223333:security-group/*',
                'arn:aws:ec2:eu-west-1:111122223333:network-interface/*',
                'arn:aws:ec2:eu-west-1:111122223333:volume/*',
              ],
            },
            {
              Sid: 'ItsRole',
              Effect: 'Allow',
              Action: 'iam:PassRole',
              Resource: 'arn:aws:iam::111122223333:role/web-frontend',
              Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
            },
            {
              Sid: 'ItsTags',
              Effect: 'Allow',
              Action: 'ec2:CreateTags',
              Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
              Condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } },
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
                Sid: 'Machine',
                Effect: 'Allow',
                Action: 'ec2:RunInstances',
                Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                Condition: {
                  StringEquals: { 'ec2:InstanceType': ['t3.micro', 't3.small'] },
                  StringLike: { 'aws:RequestTag/project': '?*' },
                },
              },
              {
                Sid: 'Image',
                Effect: 'Allow',
                Action: 'ec2:RunInstances',
                Resource: 'arn:aws:ec2:eu-west-1::image/ami-0abcd1234abcd1234',
              },
              {
                Sid: 'Place',
                Effect: 'Allow',
                Action: 'ec2:RunInstances',
                Resource: [
                  'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0aaaa1111aaaa1111',
                  'arn:aws:ec2:eu-west-1:111122223333:security-group/*',
                ],
              },
              {
                Sid: 'Parts',
                Effect: 'Allow',
                Action: 'ec2:RunInstances',
                Resource: [
                  'arn:aws:ec2:eu-west-1:111122223333:network-interface/*',
                  'arn:aws:ec2:eu-west-1:111122223333:volume/*',
                ],
              },
              {
                Sid: 'ItsRole',
                Effect: 'Allow',
                Action: 'iam:PassRole',
                Resource: 'arn:aws:iam::111122223333:role/web-frontend',
                Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
              },
              {
                Sid: 'ItsTags',
                Effect: 'Allow',
                Action: 'ec2:CreateTags',
                Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                Condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } },
              },
            ),
          },
        ],
      ],
      wrong: [
        {
          name: 'a star',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                { Sid: 'M', Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' },
                {
                  Sid: 'ItsRole',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/web-frontend',
                  Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
                },
                {
                  Sid: 'ItsTags',
                  Effect: 'Allow',
                  Action: 'ec2:CreateTags',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } },
                },
              ),
            },
          ],
          fails: 'not in subnet B',
        },
        {
          name: 'one statement with all conditions',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'M',
                  Effect: 'Allow',
                  Action: 'ec2:RunInstances',
                  Resource: [
                    'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                    'arn:aws:ec2:eu-west-1::image/*',
                    'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0aaaa1111aaaa1111',
                    'arn:aws:ec2:eu-west-1:111122223333:security-group/*',
                    'arn:aws:ec2:eu-west-1:111122223333:network-interface/*',
                    'arn:aws:ec2:eu-west-1:111122223333:volume/*',
                  ],
                  Condition: {
                    StringEquals: { 'ec2:InstanceType': ['t3.micro', 't3.small'] },
                    Null: { 'aws:RequestTag/project': 'false' },
                  },
                },
                {
                  Sid: 'ItsRole',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/web-frontend',
                  Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
                },
                {
                  Sid: 'ItsTags',
                  Effect: 'Allow',
                  Action: 'ec2:CreateTags',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } },
                },
              ),
            },
          ],
          fails: 'the whole launch',
        },
        {
          name: 'the tag’s own question is forgotten',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'Machine',
                  Effect: 'Allow',
                  Action: 'ec2:RunInstances',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: {
                    StringEquals: { 'ec2:InstanceType': ['t3.micro', 't3.small'] },
                    Null: { 'aws:RequestTag/project': 'false' },
                  },
                },
                {
                  Sid: 'WhatItUses',
                  Effect: 'Allow',
                  Action: 'ec2:RunInstances',
                  Resource: [
                    'arn:aws:ec2:eu-west-1::image/*',
                    'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0aaaa1111aaaa1111',
                    'arn:aws:ec2:eu-west-1:111122223333:security-group/*',
                    'arn:aws:ec2:eu-west-1:111122223333:network-interface/*',
                    'arn:aws:ec2:eu-west-1:111122223333:volume/*',
                  ],
                },
                {
                  Sid: 'ItsRole',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/web-frontend',
                  Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
                },
              ),
            },
          ],
          fails: 'the whole launch',
        },
        {
          name: 'no size',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'Machine',
                  Effect: 'Allow',
                  Action: 'ec2:RunInstances',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: { Null: { 'aws:RequestTag/project': 'false' } },
                },
                {
                  Sid: 'WhatItUses',
                  Effect: 'Allow',
                  Action: 'ec2:RunInstances',
                  Resource: [
                    'arn:aws:ec2:eu-west-1::image/*',
                    'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0aaaa1111aaaa1111',
                    'arn:aws:ec2:eu-west-1:111122223333:security-group/*',
                    'arn:aws:ec2:eu-west-1:111122223333:network-interface/*',
                    'arn:aws:ec2:eu-west-1:111122223333:volume/*',
                  ],
                },
                {
                  Sid: 'ItsRole',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/web-frontend',
                  Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
                },
                {
                  Sid: 'ItsTags',
                  Effect: 'Allow',
                  Action: 'ec2:CreateTags',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } },
                },
              ),
            },
          ],
          fails: 'no m5.large',
        },
        {
          name: 'tags allowed, not demanded',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'Machine',
                  Effect: 'Allow',
                  Action: 'ec2:RunInstances',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: {
                    StringEquals: { 'ec2:InstanceType': ['t3.micro', 't3.small'] },
                    'ForAllValues:StringEquals': { 'aws:TagKeys': ['project'] },
                  },
                },
                {
                  Sid: 'WhatItUses',
                  Effect: 'Allow',
                  Action: 'ec2:RunInstances',
                  Resource: [
                    'arn:aws:ec2:eu-west-1::image/*',
                    'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0aaaa1111aaaa1111',
                    'arn:aws:ec2:eu-west-1:111122223333:security-group/*',
                    'arn:aws:ec2:eu-west-1:111122223333:network-interface/*',
                    'arn:aws:ec2:eu-west-1:111122223333:volume/*',
                  ],
                },
                {
                  Sid: 'ItsRole',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/web-frontend',
                  Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
                },
                {
                  Sid: 'ItsTags',
                  Effect: 'Allow',
                  Action: 'ec2:CreateTags',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } },
                },
              ),
            },
          ],
          fails: 'not without the tag',
        },
        {
          name: 'every role',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'Machine',
                  Effect: 'Allow',
                  Action: 'ec2:RunInstances',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: {
                    StringEquals: { 'ec2:InstanceType': ['t3.micro', 't3.small'] },
                    Null: { 'aws:RequestTag/project': 'false' },
                  },
                },
                {
                  Sid: 'WhatItUses',
                  Effect: 'Allow',
                  Action: 'ec2:RunInstances',
                  Resource: [
                    'arn:aws:ec2:eu-west-1::image/*',
                    'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0aaaa1111aaaa1111',
                    'arn:aws:ec2:eu-west-1:111122223333:security-group/*',
                    'arn:aws:ec2:eu-west-1:111122223333:network-interface/*',
                    'arn:aws:ec2:eu-west-1:111122223333:volume/*',
                  ],
                },
                {
                  Sid: 'ItsRole',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/*',
                  Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
                },
                {
                  Sid: 'ItsTags',
                  Effect: 'Allow',
                  Action: 'ec2:CreateTags',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } },
                },
              ),
            },
          ],
          fails: 'no other role',
        },
        {
          name: 'no service',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'Machine',
                  Effect: 'Allow',
                  Action: 'ec2:RunInstances',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: {
                    StringEquals: { 'ec2:InstanceType': ['t3.micro', 't3.small'] },
                    Null: { 'aws:RequestTag/project': 'false' },
                  },
                },
                {
                  Sid: 'WhatItUses',
                  Effect: 'Allow',
                  Action: 'ec2:RunInstances',
                  Resource: [
                    'arn:aws:ec2:eu-west-1::image/*',
                    'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0aaaa1111aaaa1111',
                    'arn:aws:ec2:eu-west-1:111122223333:security-group/*',
                    'arn:aws:ec2:eu-west-1:111122223333:network-interface/*',
                    'arn:aws:ec2:eu-west-1:111122223333:volume/*',
                  ],
                },
                {
                  Sid: 'ItsRole',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/web-frontend',
                },
                {
                  Sid: 'ItsTags',
                  Effect: 'Allow',
                  Action: 'ec2:CreateTags',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } },
                },
              ),
            },
          ],
          fails: 'not to Lambda',
        },
        {
          name: 'tags at any time',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'Machine',
                  Effect: 'Allow',
                  Action: 'ec2:RunInstances',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                  Condition: {
                    StringEquals: { 'ec2:InstanceType': ['t3.micro', 't3.small'] },
                    Null: { 'aws:RequestTag/project': 'false' },
                  },
                },
                {
                  Sid: 'WhatItUses',
                  Effect: 'Allow',
                  Action: 'ec2:RunInstances',
                  Resource: [
                    'arn:aws:ec2:eu-west-1::image/*',
                    'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0aaaa1111aaaa1111',
                    'arn:aws:ec2:eu-west-1:111122223333:security-group/*',
                    'arn:aws:ec2:eu-west-1:111122223333:network-interface/*',
                    'arn:aws:ec2:eu-west-1:111122223333:volume/*',
                  ],
                },
                {
                  Sid: 'ItsRole',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: 'arn:aws:iam::111122223333:role/web-frontend',
                  Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
                },
                {
                  Sid: 'ItsTags',
                  Effect: 'Allow',
                  Action: 'ec2:CreateTags',
                  Resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                },
              ),
            },
          ],
          fails: 'no tags on running machines',
        },
      ],
      hints: [
        'Eight questions. Which of them have the size, the tag, the subnet, the service?',
        'Four statements: the machine with its conditions, what it uses without any, the role, the tags.',
        '`ec2:InstanceType` and `aws:RequestTag/project` on `instance/*`; subnet A by its ARN; `iam:PassedToService` on the role; `ec2:CreateAction` is `RunInstances` on the tags.',
      ],
    },
    transfer: {
      after: 5,
      ask: 'A policy allows `ec2:RunInstances` on everything and nothing else. A launch brings a tag along, so EC2 also asks for `ec2:CreateTags`. Does that question pass?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:iam::111122223333:user/tess',
          action: 'ec2:CreateTags',
          resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
          context: {
            'ec2:CreateAction': 'RunInstances',
            'aws:RequestTag/team': 'blue',
            'aws:TagKeys': ['team'],
          },
        },
        policies: {
          identity: [policy('L', { Sid: 'L', Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' })],
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html',
  },

  's3-not-found': {
    story:
      'Every night a job reads the day’s report from the bucket reports. Its role may `s3:GetObject` on everything inside. Tonight the report hasn’t been written yet. The job waits for a 404 to try again later.',
    misconception: 'M04',
    guide: ['G13'],
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/NightJob/n-30',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::reports/2026/11-30.csv',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy('NightJobPolicy', {
            Sid: 'ReadReports',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::reports/*',
          }),
        ],
      },
      linked: [
        {
          name: 'It isn’t there: may the caller know?',
          request: {
            action: 's3:ListBucket',
            resource: 'arn:aws:s3:::reports',
            context: { 's3:prefix': [] },
          },
        },
      ],
    }),
    expect: {
      decision: 'Allowed',
      call: { decision: 'ImplicitlyDenied', parts: ['Allowed', 'ImplicitlyDenied'] },
    },
    first: {
      kind: 'pick',
      question: 'Point at the question that makes it a 403.',
      from: 'requests',
      right: ['1'],
      say: { '0': 'Reading is allowed. Had the report been there, the job would have it.' },
    },
    ask: {
      question: 'The job may read, and the report doesn’t exist. What does S3 answer?',
      options: [
        {
          id: 'nf',
          text: '404: reading is allowed, and there is nothing to read.',
          claims: { decision: 'Allowed' },
          belief: 'M04',
          say: 'A 404 would tell which names exist. S3 says that only to callers who may list the bucket, and `s3:GetObject` on the objects isn’t listing.',
        },
        {
          id: 'hidden',
          text: '403: the job may not list, so S3 doesn’t say whether it is there.',
          claims: { decision: 'ImplicitlyDenied', failing: [1] },
          say: 'Right. The same 403 stands for “you may not” and for “it isn’t there”, as long as you may not look.',
        },
        {
          id: 'read',
          text: '403: then something must be wrong with the Allow for reading.',
          claims: { decision: 'ImplicitlyDenied', failing: [0] },
          belief: 'M35',
          say: 'The Allow is fine: an existing report comes through. The 403 is about another question, asked only because the object is missing.',
        },
      ],
    },
    rule: 'For a missing object S3 answers 404 to those who may list the bucket, and 403 to everyone else.',
    repair: {
      task: 'Let the job see a 404. Give it the least that does so, for this bucket only.',
      edit: ['identity/0'],
      tests: [
        {
          name: 'a missing report is a 404',
          request: {},
          expect: 'Allowed',
          say: 'The job still may not know what is in the bucket. Which action is that, and on which ARN?',
          of: 'call',
        },
        {
          name: 'an existing report is read',
          request: { resource: 'arn:aws:s3:::reports/2026/11-29.csv' },
          expect: 'Allowed',
          say: 'Reading broke on the way.',
          of: 0,
        },
        {
          name: 'payroll isn’t listed',
          request: { resource: 'arn:aws:s3:::payroll', resourceAccount: '111122223333' },
          expect: 'Denied',
          say: 'The job can list other buckets. Name this one.',
          of: 1,
        },
      ],
      hidden: [
        {
          name: 'old versions aren’t listed',
          request: { action: 's3:ListBucketVersions' },
          expect: 'Denied',
          say: '`s3:List*` also lists old versions. One action is enough.',
          of: 1,
        },
        {
          name: 'the job writes nothing',
          request: { action: 's3:PutObject' },
          expect: 'Denied',
          say: 'Looking doesn’t need writing.',
          of: 0,
        },
        {
          name: 'reports-archive isn’t listed',
          request: { resource: 'arn:aws:s3:::reports-archive', resourceAccount: '111122223333' },
          expect: 'Denied',
          say: '`reports*` takes in other buckets.',
          of: 1,
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
              Sid: 'KnowWhatIsThere',
              Effect: 'Allow',
              Action: 's3:ListBucket',
              Resource: 'arn:aws:s3:::reports',
            },
          ),
        },
      ],
      also: [
        [
          {
            at: 'identity/0',
            document: doc({
              Sid: 'ReadAndLook',
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:ListBucket'],
              Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'],
            }),
          },
        ],
      ],
      wrong: [
        {
          name: 'listing on the objects',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'R',
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:ListBucket'],
                Resource: 'arn:aws:s3:::reports/*',
              }),
            },
          ],
          fails: 'a missing report is a 404',
        },
        {
          name: 'asking for the object’s head',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'R',
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:GetObjectAttributes'],
                Resource: 'arn:aws:s3:::reports/*',
              }),
            },
          ],
          fails: 'a missing report is a 404',
        },
        {
          name: 'only listing',
          edits: [
            {
              at: 'identity/0',
              document: doc({
                Sid: 'KnowWhatIsThere',
                Effect: 'Allow',
                Action: 's3:ListBucket',
                Resource: 'arn:aws:s3:::reports',
              }),
            },
          ],
          fails: 'a missing report is a 404',
        },
        {
          name: 'every bucket',
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
                { Sid: 'KnowWhatIsThere', Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' },
              ),
            },
          ],
          fails: 'payroll isn’t listed',
        },
        {
          name: 'all that begins with List',
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
                  Sid: 'KnowWhatIsThere',
                  Effect: 'Allow',
                  Action: 's3:List*',
                  Resource: 'arn:aws:s3:::reports',
                },
              ),
            },
          ],
          fails: 'old versions aren’t listed',
        },
        {
          name: 'writing as well',
          edits: [
            {
              at: 'identity/0',
              document: doc(
                {
                  Sid: 'R',
                  Effect: 'Allow',
                  Action: ['s3:GetObject', 's3:PutObject'],
                  Resource: 'arn:aws:s3:::reports/*',
                },
                {
                  Sid: 'KnowWhatIsThere',
                  Effect: 'Allow',
                  Action: 's3:ListBucket',
                  Resource: 'arn:aws:s3:::reports',
                },
              ),
            },
          ],
          fails: 'the job writes nothing',
        },
        {
          name: 'a star after the name',
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
                  Sid: 'KnowWhatIsThere',
                  Effect: 'Allow',
                  Action: 's3:ListBucket',
                  Resource: 'arn:aws:s3:::reports*',
                },
              ),
            },
          ],
          fails: 'reports-archive isn’t listed',
        },
      ],
      hints: [
        'Which action is “knowing what is there”?',
        'It speaks of the bucket, not of what is inside.',
        '`s3:ListBucket` on `arn:aws:s3:::reports`, in a statement of its own.',
      ],
    },
    transfer: {
      after: 3,
      ask: 'A role may list the bucket, `s3:ListBucket`, and nothing else. It opens a file that is there. Allowed?',
      scenario: scenario({
        request: {
          principal: 'arn:aws:sts::111122223333:assumed-role/Indexer/i',
          action: 's3:GetObject',
          resource: 'arn:aws:s3:::scans/1.tif',
          resourceAccount: '111122223333',
        },
        policies: {
          identity: [
            policy('L', {
              Sid: 'L',
              Effect: 'Allow',
              Action: 's3:ListBucket',
              Resource: 'arn:aws:s3:::scans',
            }),
          ],
        },
      }),
      expect: { decision: 'ImplicitlyDenied' },
    },
    learn: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html',
  },
} satisfies ChapterLessons;
