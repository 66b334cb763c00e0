/** Calls that AWS checks more than once. The first request is the scenario's own, the others are linked with it. */
import type { LinkedRequest } from '../../case/scenario';
import { PAGES } from '../pages';
import { policy, scenario } from '../policy';
import type { callsTitles } from '../titles/calls';
import type { Worked } from '../types';

const partnerKey = 'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const ec2 = (rest: string): string => `arn:aws:ec2:eu-west-1:111122223333:${rest}`;
const uses = (name: string, resource: string): LinkedRequest => ({ name, request: { resource } });

export const calls: Record<(typeof callsTitles)[number]['id'], Worked> = {
  'call-encrypted-object': {
    explanation:
      'Reading an object that is encrypted with a KMS key takes two permissions. S3 asks KMS to decrypt it on the caller’s ' +
      'behalf, and the key policy speaks of its own account only: `kms:Decrypt` is missing there, whatever the bucket policy says.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Analytics/dana',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-partner/orders.csv',
        resourceAccount: '444455556666',
      },
      policies: {
        resource: policy('PartnerBucketPolicy', {
          Sid: 'AnalyticsReads',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/Analytics' },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::example-partner/*',
        }),
        identity: [
          policy(
            'ReadPartnerData',
            {
              Sid: 'Objects',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::example-partner/*',
            },
            {
              Sid: 'TheirKey',
              Effect: 'Allow',
              Action: 'kms:Decrypt',
              Resource: partnerKey,
              Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
            },
          ),
        ],
      },
      linked: [
        {
          name: 'Decrypt the object',
          request: { action: 'kms:Decrypt', resource: partnerKey },
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
    learn: PAGES.keyPolicyExternal,
  },

  'call-launch': {
    explanation:
      'One `RunInstances` is checked on everything it makes and uses, and passing the role of the instance is a check of its own. ' +
      'The policy names the subnets of the test network only, and another role.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/noor',
        action: 'ec2:RunInstances',
        resource: ec2('instance/*'),
        context: { 'ec2:InstanceType': 't3.micro' },
      },
      policies: {
        identity: [
          policy(
            'LaunchServers',
            {
              Sid: 'SmallInstances',
              Effect: 'Allow',
              Action: 'ec2:RunInstances',
              Resource: ec2('instance/*'),
              Condition: { StringEquals: { 'ec2:InstanceType': ['t3.micro', 't3.small'] } },
            },
            {
              Sid: 'WhatTheyUse',
              Effect: 'Allow',
              Action: 'ec2:RunInstances',
              Resource: [
                'arn:aws:ec2:eu-west-1::image/ami-*',
                ec2('subnet/subnet-0test111111111111'),
                ec2('security-group/*'),
                ec2('network-interface/*'),
                ec2('volume/*'),
                ec2('key-pair/*'),
              ],
            },
            {
              Sid: 'ItsRole',
              Effect: 'Allow',
              Action: 'iam:PassRole',
              Resource: 'arn:aws:iam::111122223333:role/TestServer',
              Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
            },
          ),
        ],
      },
      linked: [
        uses('The image', 'arn:aws:ec2:eu-west-1::image/ami-0abcd1234abcd1234'),
        uses('The subnet', ec2('subnet/subnet-0prod222222222222')),
        uses('The security group', ec2('security-group/sg-0abcd1234abcd1234')),
        uses('The network interface', ec2('network-interface/*')),
        uses('The volume', ec2('volume/*')),
        uses('The key pair', ec2('key-pair/noor')),
        {
          name: 'Pass the role',
          request: {
            action: 'iam:PassRole',
            resource: 'arn:aws:iam::111122223333:role/WebServer',
            context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
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
          'Allowed',
          'ImplicitlyDenied',
          'Allowed',
          'Allowed',
          'Allowed',
          'Allowed',
          'ImplicitlyDenied',
        ],
      },
    },
    learn: PAGES.ec2Examples,
  },

  'call-copy': {
    explanation:
      'Copying is `s3:GetObject` on the source and `s3:PutObject` on the copy, each under the policy of its own bucket. ' +
      'The target’s bucket policy denies every upload that doesn’t ask for encryption with a KMS key, and this copy doesn’t ask.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:role/Archiver',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-inbox/2026/invoice.pdf',
      },
      policies: {
        resource: policy('InboxPolicy', {
          Sid: 'NoDeletes',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:DeleteObject',
          Resource: 'arn:aws:s3:::example-inbox/*',
        }),
        identity: [
          policy('ArchiveInvoices', {
            Sid: 'ReadAndWrite',
            Effect: 'Allow',
            Action: ['s3:GetObject', 's3:PutObject'],
            Resource: ['arn:aws:s3:::example-inbox/*', 'arn:aws:s3:::example-archive/*'],
          }),
        ],
      },
      linked: [
        {
          name: 'Write the copy',
          request: { action: 's3:PutObject', resource: 'arn:aws:s3:::example-archive/2026/invoice.pdf' },
          policies: {
            resource: policy('ArchivePolicy', {
              Sid: 'EncryptedOnly',
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:PutObject',
              Resource: 'arn:aws:s3:::example-archive/*',
              Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
            }),
          },
        },
      ],
    }),
    expect: {
      decision: 'Allowed',
      call: { decision: 'ExplicitlyDenied', parts: ['Allowed', 'ExplicitlyDenied'] },
    },
    learn: PAGES.copyObject,
  },

  'call-assume-and-act': {
    explanation:
      'After assuming a role you act as the role, in its account, with its policies. Alice’s own `Deny` on S3 is in force for Alice, ' +
      'not for the session, so both steps are allowed.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/alice',
        action: 'sts:AssumeRole',
        resource: 'arn:aws:iam::444455556666:role/Publisher',
      },
      policies: {
        resource: policy('PublisherTrust', {
          Sid: 'AliceMayAssume',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:user/alice' },
          Action: 'sts:AssumeRole',
        }),
        identity: [
          policy(
            'AliceAccess',
            {
              Sid: 'AssumePublisher',
              Effect: 'Allow',
              Action: 'sts:AssumeRole',
              Resource: 'arn:aws:iam::444455556666:role/Publisher',
            },
            { Sid: 'NoStorage', Effect: 'Deny', Action: 's3:*', Resource: '*' },
          ),
        ],
      },
      linked: [
        {
          name: 'Publish as the role',
          request: {
            principal: 'arn:aws:sts::444455556666:assumed-role/Publisher/alice',
            role: 'arn:aws:iam::444455556666:role/Publisher',
            action: 's3:PutObject',
            resource: 'arn:aws:s3:::example-site/index.html',
            resourceAccount: '444455556666',
          },
          policies: {
            identity: [
              policy('PublisherAccess', {
                Sid: 'PublishSite',
                Effect: 'Allow',
                Action: 's3:PutObject',
                Resource: 'arn:aws:s3:::example-site/*',
              }),
            ],
          },
        },
      ],
    }),
    expect: {
      decision: 'Allowed',
      call: { decision: 'Allowed', parts: ['Allowed', 'Allowed'] },
    },
    learn: PAGES.crossAccountTutorial,
  },
};
