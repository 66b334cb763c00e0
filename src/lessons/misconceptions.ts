/** What people believe of IAM and is not so. The lessons are built on these, one each; wrong options name theirs. */

export const MISCONCEPTIONS = {
  M01: {
    believed: 'Statements work like a firewall: the first or the last that fits wins, or the majority does',
    so: 'Unordered: every statement is read; one Deny that fits decides, else one Allow suffices',
  },
  M02: {
    believed: 'The more exact policy, or the one attached to the person herself, outranks a general one',
    so: 'No rank by exactness, age or place; group and own policies form one heap',
  },
  M03: {
    believed: 'What nobody denies is allowed; or: every denial is an explicit deny',
    so: 'Default is deny; an implicit deny yields to an Allow, an explicit one doesn’t',
  },
  M04: {
    believed: '`s3:*` on `bucket/*` also lists the bucket',
    so: 'ListBucket’s resource is the bucket’s ARN; object actions take object ARNs',
  },
  M05: {
    believed: 'A name that begins alike is covered; statements complete one another',
    so: 'Matching is letter by letter, `:` and `/` included; each statement stands alone',
  },
  M06: {
    believed: 'A star stops at a slash',
    so: '`*` is any run of characters, slashes included; `?` is one character',
  },
  M07: {
    believed: 'Policies use the newest language by themselves; variables always work',
    so: 'Without `Version` a policy is read as 2008-10-17, where `${…}` is text',
  },
  M08: {
    believed: 'Allow with NotAction denies what it lists',
    so: 'It allows everything else; nothing is denied',
  },
  M09: {
    believed: 'SCPs and RCPs bind everyone',
    so: 'Not the management account, not service-linked roles',
  },
  M10: {
    believed: 'A group can be a principal',
    so: 'Groups carry policies; they never sign. No Principal element may name one',
  },
  M11: {
    believed: 'Two keys in one Condition are alternatives; several values under “not” too',
    so: 'Keys and operators are AND; values OR; under a negated operator the value must differ from all',
  },
  M12: {
    believed: 'An assumed role adds to my own rights',
    so: 'Only the role’s policies count while its session is used',
  },
  M13: {
    believed: 'The root user can’t be limited',
    so: 'No identity policy can; SCPs, RCPs, endpoint policies and most resource Denies do. S3 leaves it the repair of a bucket policy',
  },
  M14: {
    believed:
      'One Allow in the account is enough for a KMS key as for a bucket; whoever reads the object may decrypt',
    so: 'The key’s policy must allow or hand over to the account; decrypting is a second authorization',
  },
  M15: {
    believed: 'An administrator can assume every role and use every key',
    so: 'Trust and key policies must let him in; he can only rewrite them',
  },
  M16: {
    believed: 'An SCP, an RCP or an endpoint policy grants',
    so: 'They limit; an Allow elsewhere is always needed',
  },
  M17: {
    believed: 'The SCP closest to the account overrides those above',
    so: 'Every level must allow; a Deny on any level is final',
  },
  M18: {
    believed: '`aws:SourceIp` holds the private address too',
    so: 'Through an endpoint it is absent; `aws:VpcSourceIp` holds it',
  },
  M19: {
    believed: 'SCPs protect our resources from outsiders',
    so: 'SCPs follow our principals; RCPs and resource policies face the caller',
  },
  M20: {
    believed: 'A Deny with a negated operator doesn’t fire if the key is absent',
    so: 'Negated operators are met by an absent key, with IfExists too',
  },
  M21: {
    believed: 'ForAllValues demands that the key be there',
    so: 'True of an absent or empty list; add Null false or ask for the tag',
  },
  M22: { believed: 'A boundary grants', so: 'It caps; the identity policy grants' },
  M23: {
    believed: 'A boundary caps every grant',
    so: 'In one account a grant to the user or the session itself passes a silent boundary; a Deny in it always counts',
  },
  M24: {
    believed: 'Once a boundary is demanded at creation, it stays',
    so: 'Removing, replacing and editing it are further actions; so are PutRolePolicy and PassRole',
  },
  M25: {
    believed: 'A session policy adds to, or replaces, the role’s rights',
    so: 'The session has what both allow',
  },
  M26: { believed: 'A resource policy alone works across accounts', so: 'Both accounts must allow' },
  M27: {
    believed: 'Two Allows are needed even within an account',
    so: 'One side suffices, save for role trust and KMS keys (and services that say so)',
  },
  M28: {
    believed: '`:root` in Principal is everyone, or only the root user',
    so: 'It is the account: it delegates; its own policies decide',
  },
  M29: {
    believed: 'A trust policy alone always suffices; or: always both',
    so: 'Within an account naming the caller suffices, naming the account doesn’t; across accounts both',
  },
  M30: {
    believed: 'A trusted service or vendor acts only for me; AWS checks the external ID by itself',
    so: 'Deputies act for everyone; ask SourceArn, SourceAccount or ExternalId in your own policy',
  },
  M31: {
    believed: '`Bool … false` matches an absent key',
    so: 'Absent fits no positive operator; BoolIfExists catches it',
  },
  M32: { believed: 'A star works under StringEquals', so: 'Only under StringLike and the ARN operators' },
  M33: {
    believed: 'Global services have no Region',
    so: 'RequestedRegion is the endpoint’s, mostly us-east-1',
  },
  M34: {
    believed: 'Block Public Access concerns strangers only',
    so: 'RestrictPublicBuckets judges the policy: one public statement cuts off other accounts',
  },
  M35: {
    believed: 'The message names the one reason; “explicit deny” means a Deny is written',
    so: 'It names the first layer; Block Public Access is reported as an explicit deny; the simulator knows what it is given',
  },
  M36: {
    believed: 'One call is one question',
    so: 'One per resource, and PassRole, CreateTags, KMS besides',
  },
  M37: {
    believed: 'NotPrincipal spares the listed role’s sessions',
    so: 'Only who is listed in full (session, role, account), and nobody with a boundary',
  },
  M38: {
    believed: '`aws:PrincipalArn` is the session’s ARN; a wildcard may stand in Principal',
    so: 'It is the role’s ARN with its path; Principal takes no partial wildcards',
  },
  M39: {
    believed: 'IAM recognizes the person; keys wear out',
    so: 'It sees signatures; long-term keys never end, sessions end by the clock',
  },
  M40: { believed: 'Tagging is harmless housekeeping', so: 'Where tags decide, tagging is granting' },
  M41: {
    believed: 'ACLs are dead',
    so: 'By default in new buckets; elsewhere they still grant, and to strangers',
  },
  M42: { believed: 'Same ARN, same trust', so: 'A stored principal is an ID; a recreated role is another' },
  M43: {
    believed: 'A bucket’s default encryption satisfies the header condition',
    so: 'The condition reads the request',
  },
  M44: {
    believed: 'Capitals never, or always, matter',
    so: 'Action and key names: no. ARNs, values under StringEquals: yes',
  },
} as const satisfies Readonly<Record<string, { readonly believed: string; readonly so: string }>>;

export type MisconceptionId = keyof typeof MISCONCEPTIONS;

export function isMisconception(id: string): id is MisconceptionId {
  return Object.hasOwn(MISCONCEPTIONS, id);
}
