const statement = (text: object) => ({ Version: '2012-10-17', Statement: [text] });
const assume = (role: string) => statement({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: role });
const TOOLING = 'arn:aws:iam::222233334444:role/Tooling';
const PUBLISH = 'arn:aws:iam::444455556666:role/Publish';

/** A user becomes a role, that role another one, whose trust policy wants an external ID that nobody gave. */
export const CHAIN = {
  schema: 2,
  title: 'Dana can’t publish the site',
  request: {
    principal: 'arn:aws:sts::444455556666:assumed-role/Publish/dana',
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::example-site/index.html',
    resourceAccount: '444455556666',
  },
  policies: {
    identity: [
      { name: 'PublishAccess', document: statement({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) },
    ],
  },
  chain: [
    {
      request: {
        principal: 'arn:aws:iam::111122223333:user/dana',
        action: 'sts:AssumeRole',
        resource: TOOLING,
      },
      policies: {
        identity: [{ name: 'EnterTooling', document: assume(TOOLING) }],
        resource: {
          name: 'ToolingTrust',
          document: statement({
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:root' },
            Action: 'sts:AssumeRole',
          }),
        },
      },
    },
    {
      request: {
        principal: 'arn:aws:sts::222233334444:assumed-role/Tooling/dana',
        action: 'sts:AssumeRole',
        resource: PUBLISH,
        context: { 'sts:ExternalId': [] },
      },
      policies: {
        identity: [{ name: 'EnterPublish', document: assume(PUBLISH) }],
        resource: {
          name: 'PublishTrust',
          document: statement({
            Sid: 'ToolingWithId',
            Effect: 'Allow',
            Principal: { AWS: TOOLING },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'sts:ExternalId': 'pub-7f3' } },
          }),
        },
      },
    },
  ],
};

/** The fragment that opens a case. */
export const asLink = (scenario: object): string =>
  `2.p.${Buffer.from(JSON.stringify(scenario)).toString('base64url')}`;
