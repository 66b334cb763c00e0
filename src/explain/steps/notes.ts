/**
 * Rules told beside a step. The engine gives identifiers; `docs/evaluation.md` explains each under the same anchor.
 */
import type { Evaluation } from '../../engine/evaluation';
import type { NoteId } from '../../engine/notes';
import { RCP_SERVICES_AS_OF } from '../../catalog/rcp-services';
import { rich } from '../rich';
import type { Rich } from '../types';

const NOTES: Readonly<Record<NoteId, Rich>> = {
  'account-delegation': rich`Naming an account hands the decision to it: one of its own policies has to allow this too.`,
  'wildcard-principal': rich`AWS documents ${{ code: 'Principal: "*"' }} as enough on its own. Here it reaches past boundary and session policy too.`,
  'aws-star-service': rich`${{ code: '{"AWS": "*"}' }} is taken to let AWS services in, as the SNS guide uses it. Services differ in this, and AWS does not say it for all of them. Identity providers are not let in by it.`,
  'everyone-service': rich`${{ code: 'Principal: "*"' }} is taken to let services and identity providers in too, which AWS does not say outright.`,
  'service-keys': rich`A policy reads ${{ code: 'aws:PrincipalAccount' }}, ${{ code: 'aws:PrincipalType' }} or ${{ code: 'aws:userid' }}. AWS gives them no value for a service, so they are taken to be absent.`,
  'role-grant': rich`A role that is named stays limited by its boundary and by session policies; its identity policies need not allow this.`,
  'role-path-assumed': rich`A session’s ARN does not tell the path of its role. It was taken to have none; give the role to be sure.`,
  'unnamed-session': rich`Only the role is given, so statements that name one session do not match.`,
  'federated-parent': rich`The session gets what its parent user is granted, within its session policy.`,
  'federated-root': rich`The root user is behind this session, so the session policy alone sets what it may do.`,
  'federated-session-policy': rich`Without a session policy a federated user has no permissions, save what names it directly.`,
  'user-session-policy': rich`An IAM user has no session policies: any given here are not asked.`,
  'not-principal-chain': rich`NotPrincipal exempts a caller only when its account, and for a session its role, is listed as well.`,
  'not-principal-boundary': rich`A Deny with NotPrincipal reaches every caller that has a permissions boundary, listed or not.`,
  'not-principal-allow': rich`NotPrincipal with Allow is no longer supported. It was read as everyone it does not list.`,
  'canonical-user': rich`A canonical user ID can’t be compared with the caller, so it matches nobody here.`,
  'unique-id': rich`The policy names a unique ID, as it does after a user or role was deleted. It is compared with ${{ code: 'aws:userid' }}.`,
  'root-default-allow': rich`The root user may do anything in its own account that no SCP, RCP or Deny stops.`,
  's3-root-lockout': rich`The root user can always read, replace or delete the bucket policy of its own account, even against a Deny in it.`,
  'no-permission-needed': rich`This action needs no permission, and no policy can take it away; an SCP is read the same way.`,
  'sts-caller-refused': rich`STS refuses this call from this kind of caller, whatever the policies say.`,
  'federated-iam': rich`A federated user session can’t call IAM.`,
  'trust-policy-required': rich`A role trusts nobody by default: its trust policy has to let the caller in, also within one account.`,
  'federated-caller-trust': rich`The caller has no AWS identity yet, so the trust policy alone decides.`,
  'federated-caller-scp': rich`Whether SCPs reach a caller without an AWS identity is not documented. They were not applied.`,
  'federated-user-scp': rich`That SCPs cap the sessions of federated users is not stated. They were applied.`,
  'session-tags': rich`AWS asks for this beside the call that makes the session, such as ${{ code: 'sts:AssumeRole' }}: that one needs its own Allow.`,
  'source-identity-both': rich`Passing on a source identity needs an Allow on both sides, also within one account.`,
  'kms-key-policy-required': rich`Every key has a key policy, and identity policies count only as far as it lets them.`,
  'kms-iam-delegation': rich`It names the account, which lets identity policies of that account decide.`,
  'kms-keyless': rich`This action is about no single key, so identity policies alone decide.`,
  'kms-cross-account-operation': rich`This KMS action does not work across accounts, whatever the policies say.`,
  'kms-alias': rich`KMS checks the key behind an alias, not the alias. Give the key’s ARN to be sure.`,
  'kms-aws-managed-key': rich`Aliases under ${{ code: 'alias/aws/' }} are for AWS managed keys, which customers can’t change.`,
  'rcp-aws-managed-key': rich`RCPs don’t reach AWS managed keys.`,
  'kms-retire-grant': rich`The grant itself says who may retire it. Identity policies can only hand that on or take it away, and the key policy has no say.`,
  'kms-alias-action': rich`Changing an alias takes two permissions: on the alias by identity policy, and on its key.`,
  'assume-root': rich`Root sessions are handed out by the management account; no policy of the member account is asked.`,
  'service-principal': rich`A call by an AWS service itself is answered by the resource’s side alone.`,
  'origin-access-identity': rich`An origin access identity of CloudFront is answered by the bucket’s side alone: no account holds policies for it.`,
  anonymous: rich`An unsigned request is answered by the resource’s side alone.`,
  'management-account': rich`SCPs and RCPs don’t reach the management account.`,
  'service-linked-role': rich`SCPs and RCPs don’t reach service-linked roles, and they are taken to have no boundary.`,
  'rcp-services': rich`RCPs cover only some services, and the list grows: it was last read in ${RCP_SERVICES_AS_OF}.`,
  'rcp-no-resource': rich`RCPs apply to the resource that a call is about. This one is about none.`,
  'scp-resource': rich`This SCP’s Allow lists resources. It is read as written, although one page of the documentation rules it out.`,
  'endpoint-account': rich`A gateway endpoint reads an account in Principal as its root user alone. Here it means the whole account.`,
  's3-acl-disabled': rich`ACLs have no effect: the bucket’s owner owns every object.`,
  's3-acl-grant': rich`An ACL of the bucket grants this.`,
  's3-ignore-public-acls': rich`Block Public Access ignores what the ACL grants to the public.`,
  's3-restrict-public-buckets': rich`The bucket policy is public, so Block Public Access keeps everyone outside the account out. AWS reports it as an explicit deny.`,
  's3-block-public-acls': rich`Block Public Access refuses a public ACL.`,
  's3-block-public-policy': rich`Block Public Access refuses the call if the new policy is public. The request does not tell what the new policy says.`,
  's3-bucket-or-object': rich`Some S3 actions are about a bucket, others about its objects. This action and this resource don’t fit each other.`,
  's3-express': rich`A directory bucket is opened by ${{ code: 's3express:CreateSession' }} on its own ARN. Actions of S3 on its objects are not asked.`,
  's3-access-point': rich`Behind an access point two policies count: its own and the bucket’s. Ask once with each.`,
  's3-object-owner': rich`A bucket policy does not reach objects that another account owns.`,
  'aws-owned-iam': rich`Roles and policies that belong to AWS can’t be changed.`,
  'not-across-accounts': rich`AWS documents that this action does not work for callers of another account, whatever the policies say.`,
  'pass-role-account': rich`A role can only be passed to a service in the role’s own account.`,
  'iam-account': rich`The only resource-based policy of IAM is a role’s trust policy, so nothing grants this across accounts: take a role there first.`,
  partition: rich`The caller and the resource lie in different partitions, between which nothing can be granted.`,
  'completion-search-cut': rich`There are too many unknowns to try every combination.`,
};

/** Rules that leave doubt or surprise: told beside the verdict too. The others stand with their step. */
const REMARKABLE: ReadonlySet<string> = new Set<NoteId>([
  'aws-star-service',
  'everyone-service',
  'service-keys',
  'unnamed-session',
  'not-principal-chain',
  'not-principal-boundary',
  'not-principal-allow',
  'canonical-user',
  'unique-id',
  'sts-caller-refused',
  'federated-iam',
  'federated-caller-scp',
  'federated-user-scp',
  'source-identity-both',
  'kms-cross-account-operation',
  'kms-alias',
  'kms-aws-managed-key',
  'kms-retire-grant',
  'kms-alias-action',
  'scp-resource',
  'endpoint-account',
  's3-acl-disabled',
  's3-acl-grant',
  's3-ignore-public-acls',
  's3-restrict-public-buckets',
  's3-block-public-acls',
  's3-block-public-policy',
  's3-bucket-or-object',
  's3-express',
  's3-access-point',
  's3-object-owner',
  'aws-owned-iam',
  'not-across-accounts',
  'pass-role-account',
  'iam-account',
  'partition',
  'completion-search-cut',
]);

/** Does the rule bear on this verdict? A role's path only does where a grant that may name it was missed. */
export function isRemarkable(rule: string, { missing, decision }: Evaluation): boolean {
  if (rule === 's3-block-public-policy') return decision === 'Allowed' || decision === 'Undetermined';
  if (rule === 'role-path-assumed') return missing.includes('resource') || missing.includes('identity');
  return REMARKABLE.has(rule);
}

/** The words of a rule, or undefined when there are none. */
export function noteWords(rule: string): Rich | undefined {
  return (NOTES as Readonly<Record<string, Rich>>)[rule];
}
