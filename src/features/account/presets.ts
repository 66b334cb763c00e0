/** Questions that people fear the answer to; `ACCOUNT` stands for the account's number. */
export interface Preset {
  readonly name: string;
  readonly action: string;
  readonly resource: string;
}

export const PRESETS: readonly Preset[] = [
  { name: 'Create users', action: 'iam:CreateUser', resource: 'arn:aws:iam::ACCOUNT:user/new' },
  { name: 'Pass a role', action: 'iam:PassRole', resource: 'arn:aws:iam::ACCOUNT:role/admin' },
  { name: 'Read a bucket', action: 's3:GetObject', resource: 'arn:aws:s3:::example-bucket/key' },
  { name: 'Decrypt with a key', action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:ACCOUNT:key/KEY_ID' },
  {
    name: 'Stop CloudTrail',
    action: 'cloudtrail:StopLogging',
    resource: 'arn:aws:cloudtrail:eu-west-1:ACCOUNT:trail/main',
  },
];
