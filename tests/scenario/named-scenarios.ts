import type { Scenario } from '../../src/index';

/** A case as people bring it: with names of people, accounts and buckets in it. */
export const REAL: Scenario = {
  schema: 2,
  title: 'Why is Bertha refused on payroll-archive?',
  notes: 'Account 987654321098, bucket payroll-archive, seen from 54.12.77.9.',
  request: {
    principal: 'arn:aws:sts::987654321098:assumed-role/BerthaAdmin/bertha@krupp.example',
    role: 'arn:aws:iam::987654321098:role/steel/BerthaAdmin',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::payroll-archive/2024/salaries.csv',
    resourceAccount: '876543210987',
    context: {
      'aws:SourceIp': '54.12.77.9',
      'aws:SourceVpce': 'vpce-0ab1c2d3e4f506172',
      'aws:PrincipalTag/division': 'cannons',
      'aws:PrincipalOrgID': 'o-kruppsteel1',
    },
  },
  policies: {
    identity: [
      {
        name: 'ReadPayroll',
        text: '{\n\t"Version": "2012-10-17",\n  "Statement": {\n    "Effect": "Allow", "Action": "s3:Get*",\n    "Resource": "arn:aws:s3:::payroll-*/2024/*",\n    "Condition": { "IpAddress": { "aws:SourceIp": "54.12.64.0/18" } }\n  }\n}',
      },
      { name: 'Draft', text: '{ "Statement": [ { "Resource": "arn:aws:s3:::payroll-archive/', off: true },
    ],
    resource: {
      name: 'Bucket',
      document: {
        Statement: [
          {
            Sid: 'Krupp',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::987654321098:role/steel/BerthaAdmin' },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::payroll-archive/*',
            Condition: {
              StringEquals: { 'aws:PrincipalOrgID': 'o-kruppsteel1', 'aws:PrincipalTag/division': 'cannons' },
              Bool: { 'aws:ViaAWSService': 'false' },
            },
          },
        ],
      },
    },
  },
  organization: { id: 'o-kruppsteel1', managementAccount: '987654321098' },
};

/** Words of the form z..q.. stand wherever a scenario can hold a name. */
export const PLANTED: Scenario = {
  schema: 2,
  title: 'zabqab: why is zacqac refused?',
  notes: 'Zacqac of zabqab asked on arn:aws:s3:::zadqad-data/x, see ZadqadReports.',
  request: {
    principal:
      'arn:aws:sts::987654321098:assumed-role/AWSReservedSSO_Zabqab_0a1b2c3d4e5f6a7b/zacqac@zabqab.example',
    role: 'arn:aws:iam::987654321098:role/aws-reserved/zaeqae/AWSReservedSSO_Zabqab_0a1b2c3d4e5f6a7b',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::zadqad-data/zafqaf/x',
    context: {
      'aws:PrincipalTag/zagqag': 'zahqah',
      'aws:RequestedRegion': 'eu-west-1',
      'aws:TagKeys': ['zagqag', 'zaiqai'],
      'aws:UserAgent': 'zajqaj-cli/1.0',
      'aws:Referer': 'https://zakqak.example/zalqal',
      'aws:CurrentTime': '2024-01-01T00:00:00Z',
      'kms:EncryptionContext:zamqam': 'zanqan',
      's3:x-amz-server-side-encryption': 'aws:kms',
      'sts:ExternalId': 'zaoqao-42',
      'login.zapqap.com:sub': 'zaqqaq',
      'token.actions.githubusercontent.com:sub': 'repo:zarqar/zasqas:ref:refs/heads/main',
    },
  },
  policies: {
    identity: [
      {
        name: 'ZatqatReadAccess',
        via: 'group/zauqau',
        text: `{
  // zabqab asked for zadqad
  "Version": "2012-10-17", "Id": "Zabqab",
  "Statement": [{ "Sid": "AllowZadqadRead", "Effect": "Allow", "Action": "s3:GetObject",
    "Resource": ["arn:aws:s3:::zadqad-*/zafqaf/*", "arn:aws:s3:::\${aws:PrincipalTag/zagqag}/*"],
    "Condition": { "StringEquals": { "aws:PrincipalTag/zagqag": "zahqah" },
                   "StringLike": { "kms:EncryptionContext:zamqam": "zan*" } } }]
}`,
      },
      { name: 'Zavqav half', text: '{ "Statement": [{ Resource: zadqad-data, "Sid": "Zawqaw', off: true },
    ],
    boundary: {
      name: 'zaxqax-boundary',
      document: { Statement: { Effect: 'Allow', Action: '*', Resource: ['*', 'zayqay'] } },
    },
    resource: {
      name: 'zazqaz',
      document: {
        Statement: [
          {
            Sid: 'zbaqba',
            Effect: 'Allow',
            Principal: {
              AWS: ['arn:aws:iam::987654321098:user/zbbqbb', 'zbcqbc'],
              Service: 'lambda.amazonaws.com',
              Federated: [
                'arn:aws:iam::987654321098:saml-provider/zbdqbd',
                'arn:aws:iam::987654321098:oidc-provider/login.zapqap.com',
              ],
            },
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:eu-west-1:987654321098:accesspoint/zbeqbe/object/zbfqbf',
            Condition: {
              StringEquals: { 'login.zapqap.com:sub': 'zaqqaq', 's3:x-amz-server-side-encryption': 'AES256' },
            },
          },
        ],
      },
    },
    scp: [
      {
        target: 'Root zbgqbg',
        policies: [
          {
            name: 'FullAWSAccess',
            document: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
          },
        ],
      },
      {
        target: 'OU zbhqbh',
        policies: [
          {
            name: 'DenyZbiqbi',
            document: {
              Statement: [
                { Effect: 'Allow', Action: '*', Resource: '*' },
                { Effect: 'Deny', Action: '*', Resource: 'arn:aws:dynamodb:*:*:table/zbjqbj/index/zbkqbk' },
              ],
            },
          },
        ],
      },
    ],
    endpoint: {
      name: 'vpce zblqbl',
      document: { Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' } },
    },
  },
  organization: { id: 'o-zbmqbm12345', managementAccount: '987654321098' },
  s3: { acl: [{ grantee: 'zbnqbn', permission: 'READ' }] },
  tests: [
    { name: 'zboqbo may not write', request: { action: 's3:PutObject' }, expect: 'Denied' },
    {
      name: 'Zbpqbp reads',
      request: { principal: 'arn:aws:iam::987654321098:user/zbpqbp', context: { 'aws:username': 'zbpqbp' } },
      expect: 'Allowed',
    },
  ],
};
