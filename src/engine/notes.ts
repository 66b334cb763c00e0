/**
 * Rules worth telling beside a step: each is a heading with this anchor in `docs/evaluation.md`.
 * A note stands on a step when its rule had a part in that step's outcome.
 */
export const NOTE_IDS = [
  /** The policy names the caller's account, which only lets the account's own policies decide. */
  'account-delegation',
  /** `Principal: "*"` without a condition reaches the caller directly, past boundary and session policy. */
  'wildcard-principal',
  /** `{"AWS": "*"}` is taken to let services in, as `"*"` does; not identity providers. */
  'aws-star-service',
  /** `Principal: "*"` admits services and identity providers too. */
  'everyone-service',
  /** A policy reads a key that AWS documents for every request, without a value for calls by services. */
  'service-keys',
  /** A role that is named in a Principal element is limited by its boundary and session policies. */
  'role-grant',
  /** The session ARN has no path; the role's ARN was taken to have none either. */
  'role-path-assumed',
  /** Only a session's role is known, so statements that name one session never match. */
  'unnamed-session',
  /** A federated user session reaches what its parent user is granted, within its session policy. */
  'federated-parent',
  /** The root user is behind the federated user session: the session policy cuts down full access. */
  'federated-root',
  /** A federated user session without a session policy has no permissions of its own. */
  'federated-session-policy',
  /** An IAM user has no session policies. */
  'user-session-policy',
  /** NotPrincipal exempts a caller only if everything it stands under is listed as well. */
  'not-principal-chain',
  /** NotPrincipal with Deny always reaches a caller that has a permissions boundary. */
  'not-principal-boundary',
  /** NotPrincipal with Allow is not supported; read as everyone whom the list does not name. */
  'not-principal-allow',
  /** A canonical user ID cannot be compared with the caller. */
  'canonical-user',
  /** A unique ID stands for a user or role; it is compared with `aws:userid` if the request has it. */
  'unique-id',
  /** The root user of the owning account needs no Allow. */
  'root-default-allow',
  /** The root user can always repair the bucket policy of its own account. */
  's3-root-lockout',
  /** The action needs no permission, and no policy can take it away. */
  'no-permission-needed',
  /** STS does not take this kind of caller for this call, whatever the policies say. */
  'sts-caller-refused',
  /** A federated user session cannot call IAM. */
  'federated-iam',
  /** The role's trust policy must name the caller; there is no trust by default. */
  'trust-policy-required',
  /** SAML and web identity callers have no credentials: the trust policy alone decides. */
  'federated-caller-trust',
  /** SCPs were not applied to a SAML or web identity caller. */
  'federated-caller-scp',
  /** SCPs were applied to a federated user session. */
  'federated-user-scp',
  /** A permission that is asked beside the call that makes a session. */
  'session-tags',
  /** Passing on a source identity takes permission on both sides, also within one account. */
  'source-identity-both',
  /** Every key has a key policy, and IAM policies count only as far as it lets them. */
  'kms-key-policy-required',
  /** The key policy lets the account's IAM policies decide. */
  'kms-iam-delegation',
  /** The action is about no key, so no key policy has a say. */
  'kms-keyless',
  /** This KMS operation does not work across accounts, whatever the policies say. */
  'kms-cross-account-operation',
  /** KMS checks the ARN of the key behind an alias, which the request does not tell. */
  'kms-alias',
  /** An AWS managed key belongs to a service: no customer changes it. */
  'kms-aws-managed-key',
  /** RCPs do not reach AWS managed keys. */
  'rcp-aws-managed-key',
  /** The grant decides who may retire it; of policies only identity-based ones have a say. */
  'kms-retire-grant',
  /** The alias itself is governed by identity-based policies; its key needs a second permission. */
  'kms-alias-action',
  /** Privileged root sessions are governed from the management account, without a resource-based policy. */
  'assume-root',
  /** Service principals are answered by the resource's side alone. */
  'service-principal',
  /** An origin access identity of CloudFront belongs to no account: the bucket's side alone answers it. */
  'origin-access-identity',
  /** Unsigned requests are answered by the resource's side alone. */
  'anonymous',
  /** The management account is outside SCPs and RCPs. */
  'management-account',
  /** Service-linked roles are outside SCPs and RCPs, and have no boundary. */
  'service-linked-role',
  /** RCPs reach only the actions of listed services; the list is dated. */
  'rcp-services',
  /** The action is about no resource, so there is none whose account's RCPs apply. */
  'rcp-no-resource',
  /** An SCP that allows only listed resources is evaluated as written. */
  'scp-resource',
  /** A gateway endpoint reads an account in Principal as its root user alone. */
  'endpoint-account',
  /** Object Ownership is "bucket owner enforced": ACLs have no effect. */
  's3-acl-disabled',
  /** An S3 ACL grants this, to another account or to the public. */
  's3-acl-grant',
  /** Block Public Access ignores the public grants of the ACL. */
  's3-ignore-public-acls',
  /** The bucket policy is public and Block Public Access keeps everyone outside the account out. */
  's3-restrict-public-buckets',
  /** Block Public Access refuses a public ACL. */
  's3-block-public-acls',
  /** Block Public Access refuses a public bucket policy; whether the new one is public, the request does not tell. */
  's3-block-public-policy',
  /** An object action on the ARN of a bucket, or a bucket action on the ARN of an object. */
  's3-bucket-or-object',
  /** What is in a directory bucket is reached by a session of `s3express:CreateSession`, not by actions of S3. */
  's3-express',
  /** Behind an access point its own policy and the bucket's both count; a request is asked of one. */
  's3-access-point',
  /** The bucket policy does not reach objects that another account owns. */
  's3-object-owner',
  /** Roles and policies that belong to AWS cannot be changed by customers. */
  'aws-owned-iam',
  /** AWS documents that the action does not work for callers of another account. */
  'not-across-accounts',
  /** A role can only be passed within its own account. */
  'pass-role-account',
  /** Nothing grants a call to IAM on what another account owns. */
  'iam-account',
  /** The caller and the resource lie in different partitions. */
  'partition',
  /** Not every combination of the unknowns was tried. */
  'completion-search-cut',
] as const;

export type NoteId = (typeof NOTE_IDS)[number];
