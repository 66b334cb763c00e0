import { expect, test } from './playground';

/** The guide's policy with three ideas: Regions, a Deny without MFA, and encryption. */
const CONDITIONS = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'ec2:*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:RequestedRegion': ['us-east-1', 'us-west-2'] } },
      },
      {
        Effect: 'Deny',
        Action: '*',
        Resource: '*',
        Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      },
      {
        Effect: 'Allow',
        Action: 's3:PutObject',
        Resource: 'arn:aws:s3:::my-bucket/*',
        Condition: { StringEquals: { 's3:x-amz-server-side-encryption': 'AES256' } },
      },
    ],
  },
  null,
  2,
);

test('a newcomer pastes the guide’s policy, sees why MFA denies, mends it, and sends the link', async ({
  playground,
  browser,
}) => {
  const { verdict, context } = playground;
  await playground.open();
  await playground.ask({
    principal: 'arn:aws:iam::123456789012:user/dana',
    action: 'ec2:DescribeInstances',
    resource: '*',
  });
  await playground.identityPolicy(CONDITIONS);

  await playground.setKey('aws:RequestedRegion', 'us-east-1');
  await playground.setKey('aws:MultiFactorAuthPresent', 'false');
  await expect(verdict).toContainText('Denied.');
  await expect(verdict).toContainText('MFA');

  await playground.setKey('aws:MultiFactorAuthPresent', 'true');
  await expect(verdict).toContainText('Allowed.');
  await expect(context).toContainText('aws:MultiFactorAuthPresent');

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(await playground.link());
  await expect(elsewhere.locator('#verdict')).toContainText('Allowed.');
  await elsewhere.context().close();
});
