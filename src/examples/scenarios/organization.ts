/** Guardrails that several examples share. */
import { policy, type Statement } from '../policy';

export const ORGANIZATION = 'o-a1b2c3d4e5';

export const DENY_LEAVE = policy('DenyLeaveOrganization', {
  Sid: 'DenyLeaveOrganization',
  Effect: 'Deny',
  Action: 'organizations:LeaveOrganization',
  Resource: '*',
});

/** An RCP: nobody from outside the organization, services aside. */
export const ENFORCE_ORG = policy('EnforceOrgPrincipals', {
  Sid: 'EnforceOrgPrincipals',
  Effect: 'Deny',
  Principal: '*',
  Action: ['s3:*', 'sqs:*', 'kms:*', 'secretsmanager:*', 'sts:AssumeRole'],
  Resource: '*',
  Condition: {
    StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ORGANIZATION },
    BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
  },
});

/** A bucket policy's refusal of requests without TLS. */
export function tlsOnly(bucket: string): Statement {
  return {
    Sid: 'TlsOnly',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}
