import { axeFaults } from './axe';
import { expect, test } from './playground';

const TEMPLATE = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Reports:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: acme-reports
  ReportsPolicy:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: reports
      Roles: [app]
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - Sid: Read
            Effect: Allow
            Action: s3:GetObject
            Resource: !Sub '\${Reports.Arn}/*'
`;

const ERROR =
  'User: arn:aws:sts::111122223333:assumed-role/app/run is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::acme-reports/a.csv" because no identity-based policy allows the s3:PutObject action';

const WORKFLOW = `name: Deploy
on:
  push:
    branches: [main]
permissions:
  id-token: write
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          role-to-assume: arn:aws:iam::111122223333:role/deploy
          aws-region: eu-west-1

Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity

{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
          "token.actions.githubusercontent.com:sub": "repo:acme/shop:ref:refs/heads/release"
        }
      }
    }
  ]
}
`;

test('a CloudFormation template and an error give a verdict; a workflow with its error shows which claim differs', async ({
  playground,
}) => {
  const { page, verdict } = playground;
  await playground.open();
  const paste = async (text: string): Promise<void> => {
    await page.getByRole('button', { name: 'Paste', exact: true }).click();
    await page.getByRole('textbox', { name: 'Error message, event or command output' }).fill(text);
    expect(await axeFaults(page)).toEqual([]);
    await page
      .getByRole('dialog')
      .getByRole('button', {
        name: /^(?:Fill in the case|Start a new case|Add (?:the policy|[0-9]+ policies))$/,
      })
      .first()
      .click();
  };
  await paste(TEMPLATE);
  await expect(playground.policies.getByText('reports', { exact: true })).toBeVisible();
  await paste(ERROR);
  await expect(verdict).toContainText('Denied. No identity policy allows s3:PutObject');

  await playground.open();
  await paste(WORKFLOW);
  await expect(verdict).toContainText('Denied');
  await expect(page.locator('body')).toContainText(
    'token.actions.githubusercontent.com:sub is repo:acme/shop:ref:refs/heads/main, not repo:acme/shop:ref:refs/heads/release',
  );
});
