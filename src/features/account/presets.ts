/** Questions that people fear the answer to; `ACCOUNT` stands for the account's number. */
export interface Preset {
  readonly name: string;
  readonly action: string;
  readonly resource: string;
}

export const PRESETS: readonly Preset[] = [
  { name: 'Create users', action: 'iam:CreateUser', resource: 'arn:aws:iam::ACCOUNT:user/new' },
  {
    name: 'Make keys for others',
    action: 'iam:CreateAccessKey',
    resource: 'arn:aws:iam::ACCOUNT:user/admin',
  },
  { name: 'Pass a role', action: 'iam:PassRole', resource: 'arn:aws:iam::ACCOUNT:role/admin' },
  { name: 'Read a bucket', action: 's3:GetObject', resource: 'arn:aws:s3:::example-bucket/key' },
  { name: 'Delete a bucket', action: 's3:DeleteBucket', resource: 'arn:aws:s3:::example-bucket' },
  { name: 'Decrypt with a key', action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:ACCOUNT:key/KEY_ID' },
  {
    name: 'Read a secret',
    action: 'secretsmanager:GetSecretValue',
    resource: 'arn:aws:secretsmanager:eu-west-1:ACCOUNT:secret:example-abc123',
  },
  {
    name: 'Stop CloudTrail',
    action: 'cloudtrail:StopLogging',
    resource: 'arn:aws:cloudtrail:eu-west-1:ACCOUNT:trail/main',
  },
  { name: 'Leave the organization', action: 'organizations:LeaveOrganization', resource: '*' },
];
