/** A user becomes a role with a tag, and what the role may do hangs on the tag. */
import type { Scenario } from '../../src/case/scenario';

const document = (Statement: object) => ({ Version: '2012-10-17', Statement: [Statement] });

export const beginChain = (): Scenario => ({
  schema: 2,
  request: {
    principal: 'arn:aws:sts::111122223333:assumed-role/Publish/dana',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::site/index.html',
    resourceAccount: '111122223333',
  },
  policies: {
    identity: [
      {
        name: 'PublishAccess',
        document: document({
          Effect: 'Allow',
          Action: 's3:*',
          Resource: '*',
          Condition: { StringEquals: { 'aws:PrincipalTag/team': 'web' } },
        }),
      },
    ],
  },
  chain: [
    {
      request: {
        principal: 'arn:aws:iam::111122223333:user/dana',
        action: 'sts:AssumeRole',
        resource: 'arn:aws:iam::111122223333:role/Publish',
        context: { 'aws:RequestTag/team': 'web' },
      },
      policies: {
        resource: {
          name: 'PublishTrust',
          document: document({
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:user/dana' },
            Action: ['sts:AssumeRole', 'sts:TagSession'],
          }),
        },
      },
    },
  ],
});
