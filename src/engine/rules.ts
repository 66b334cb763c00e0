/**
 * How a request is decided: which layers apply to its caller, and what must allow it. Set before any policy is
 * looked at, from the caller, the action, the resource and the two accounts alone.
 * IAM User Guide: "Policy evaluation logic", "Cross-account policy evaluation logic"; Organizations User Guide: "SCPs",
 * "RCPs".
 */
import { changesAwsOwned, isServiceLinkedRole } from '../catalog/iam-owned';
import { notAcrossAccounts } from '../catalog/not-across-accounts';
import { rcpFindsNoResource, rcpReaches } from '../catalog/rcp-services';
import type { PolicyForm } from '../language/forms';
import type { NotInPlayReason, PrincipalKind } from './evaluation';
import type { NoteId } from './notes';
import type { Caller } from './request/caller';
import type { ActionName } from './request/target';
import { LAYERS, layersWhere } from '../case/layers';
import type { Layer } from '../case/layers';
import type { Organization } from '../case/scenario';
import { changesAwsManagedKey, isAwsManagedKey, kmsCase, kmsWorksAcrossAccounts } from './services/kms';
import { rootKeepsAccess } from './services/s3';
import { isSessionCall, needsNoPermission, refusal, usesTrustPolicy } from './services/sts';

/** What must allow a request that nothing denies. */
export type Scheme =
  /** Nothing: no policy has a say. */
  | 'free'
  /** Services, unsigned requests, callers with a token: the resource-based policy alone. */
  | 'resourceAlone'
  /** The root user in its own account: nothing, unless the resource's policy is required. */
  | 'rootOwn'
  /** The root user of another account: the resource-based policy. */
  | 'rootForeign'
  /** Identity-based or resource-based policy. */
  | 'oneAccount'
  /** Both. */
  | 'twoAccounts';

export interface Rules {
  readonly scheme: Scheme;
  /** The resource's policy must match, and identity-based policies count only where it hands on to the account. */
  readonly resourceRequired: boolean;
  /** Without a session policy there are no permissions: federated user sessions. */
  readonly sessionRequired: boolean;
  /** Nothing of the identity's own limits it: federated user sessions of the root user. */
  readonly fullIdentity: boolean;
  /** AWS refuses the call, whatever the policies say. */
  readonly refused: NoteId | undefined;
  /** Layers that do not apply. */
  readonly exempt: Readonly<Partial<Record<Layer, NotInPlayReason>>>;
  readonly resourceForm: PolicyForm;
  readonly notes: readonly {
    readonly layer: Layer | 'defaultDeny' | 'explicitDeny';
    readonly note: NoteId;
  }[];
}

export interface RuleSource {
  readonly caller: Caller;
  readonly action: ActionName | undefined;
  readonly resource: string | undefined;
  readonly resourceAccount: string | undefined;
  readonly crossAccount: boolean;
  readonly organization: Organization | undefined;
}

/** Callers whose identity has no policies of its own. */
const NO_IDENTITY: Readonly<Partial<Record<PrincipalKind, NotInPlayReason>>> = {
  root: 'root',
  service: 'servicePrincipal',
  originAccessIdentity: 'originAccessIdentity',
  anonymous: 'anonymous',
  federatedCaller: 'federatedCaller',
};

type Exempt = Partial<Record<Layer, NotInPlayReason>>;
type Notes = { layer: Layer | 'defaultDeny' | 'explicitDeny'; note: NoteId }[];

function exemptIdentity(source: RuleSource, exempt: Exempt, notes: Notes): void {
  const { caller } = source;
  const why = NO_IDENTITY[caller.kind];
  if (why) {
    for (const layer of layersWhere('of', 'principal')) exempt[layer] = why;
    // SCPs reach the root user of a member account; other callers of this kind belong to no account.
    if (why !== 'root') exempt.scp = why;
  }
  if (caller.kind === 'user') {
    exempt.session = 'exempt';
    notes.push({ layer: 'session', note: 'user-session-policy' });
  }
  if (caller.ofRoot) {
    for (const layer of ['identity', 'boundary'] as const) exempt[layer] = 'root';
    notes.push({ layer: 'identity', note: 'federated-root' });
  }
  if (caller.kind === 'service') {
    exempt.endpoint = 'servicePrincipal';
    notes.push({ layer: 'resource', note: 'service-principal' });
  }
  if (caller.kind === 'originAccessIdentity') {
    exempt.endpoint = 'originAccessIdentity';
    notes.push({ layer: 'resource', note: 'origin-access-identity' });
  }
  if (caller.kind === 'anonymous') notes.push({ layer: 'resource', note: 'anonymous' });
  if (caller.kind === 'federatedCaller') {
    notes.push({ layer: 'resource', note: 'federated-caller-trust' });
    notes.push({ layer: 'scp', note: 'federated-caller-scp' });
  }
  if (caller.serviceLinked) {
    for (const layer of ['boundary', 'session', 'scp', 'rcp'] as const) exempt[layer] = 'serviceLinkedRole';
    for (const layer of ['scp', 'rcp', 'boundary'] as const)
      notes.push({ layer, note: 'service-linked-role' });
  }
}

function exemptOrganization(source: RuleSource, exempt: Exempt, notes: Notes): void {
  const { caller, action, resource, organization, resourceAccount } = source;
  const management = organization?.managementAccount;
  if (management !== undefined && caller.account === management) {
    exempt.scp ??= 'managementAccount';
    notes.push({ layer: 'scp', note: 'management-account' });
  }
  if (management !== undefined && resourceAccount === management) {
    exempt.rcp ??= 'managementAccount';
    notes.push({ layer: 'rcp', note: 'management-account' });
  }
  if (action && !rcpReaches(action.lower)) {
    exempt.rcp ??= 'unsupportedService';
    notes.push({ layer: 'rcp', note: 'rcp-services' });
  }
  if (action && rcpFindsNoResource(action.lower)) {
    exempt.rcp ??= 'exempt';
    notes.push({ layer: 'rcp', note: 'rcp-no-resource' });
  }
  // "RCPs", what they can't restrict: services that take their service-linked roles.
  if (usesTrustPolicy(action, resource) && resource !== undefined && isServiceLinkedRole(resource)) {
    exempt.rcp ??= 'serviceLinkedRole';
    notes.push({ layer: 'rcp', note: 'service-linked-role' });
  }
  // KMS Developer Guide, "Resource control policies in AWS KMS".
  if (action?.service === 'kms' && isAwsManagedKey(resource)) {
    exempt.rcp ??= 'exempt';
    notes.push({ layer: 'rcp', note: 'rcp-aws-managed-key' });
  }
}

/** Callers that no account holds policies for. */
const ANSWERED_BY_RESOURCE: ReadonlySet<PrincipalKind> = new Set([
  'service',
  'originAccessIdentity',
  'anonymous',
  'federatedCaller',
]);

function schemeOf(source: RuleSource): Scheme {
  const { caller, action, crossAccount } = source;
  if (needsNoPermission(action, caller.kind)) return 'free';
  if (ANSWERED_BY_RESOURCE.has(caller.kind)) return 'resourceAlone';
  if (caller.kind === 'root') return crossAccount ? 'rootForeign' : 'rootOwn';
  if (crossAccount) return 'twoAccounts';
  // Passing on a source identity: "Monitor and control actions taken with assumed roles".
  const chained = caller.kind === 'roleSession' || caller.kind === 'role';
  return action?.lower === 'sts:setsourceidentity' && chained ? 'twoAccounts' : 'oneAccount';
}

function refusalOf(source: RuleSource): NoteId | undefined {
  const { action, resource, caller, crossAccount } = source;
  const bySts = refusal(action, caller.kind);
  if (bySts) return bySts;
  if (action && resource !== undefined && changesAwsOwned(action.lower, resource)) return 'aws-owned-iam';
  if (action && changesAwsManagedKey(action, resource)) return 'kms-aws-managed-key';
  // "Grant a user permissions to pass a role to an AWS service": within one account only.
  if (action?.lower === 'iam:passrole' && crossAccount) return 'pass-role-account';
  // "Cross account resource access in IAM": its one resource-based policy is a role's trust policy.
  if (action?.service === 'iam' && crossAccount) return 'iam-account';
  if (action && crossAccount && notAcrossAccounts(action.lower)) return 'not-across-accounts';
  const kms = kmsCase(action, resource);
  const onKey = kms !== undefined && kms !== 'keyless';
  return action && onKey && crossAccount && !kmsWorksAcrossAccounts(action)
    ? 'kms-cross-account-operation'
    : undefined;
}

/** The rules for one request. */
export function rulesFor(source: RuleSource): Rules {
  const { caller, action, resource, crossAccount } = source;
  const exempt: Exempt = {};
  const notes: Notes = [];
  exemptIdentity(source, exempt, notes);
  exemptOrganization(source, exempt, notes);

  const scheme = schemeOf(source);
  const trust = usesTrustPolicy(action, resource);
  const kms = kmsCase(action, resource);
  if (scheme === 'free') {
    for (const layer of LAYERS) exempt[layer] = 'noPermissionNeeded';
    notes.push({ layer: 'explicitDeny', note: 'no-permission-needed' });
  }
  if (kms === 'keyless' || kms === 'aliasAction') {
    exempt.resource ??= 'keylessAction';
    notes.push({ layer: 'resource', note: kms === 'keyless' ? 'kms-keyless' : 'kms-alias-action' });
  }
  if (kms === 'aliasForKey') notes.push({ layer: 'resource', note: 'kms-alias' });
  if (kms === 'grant') {
    exempt.resource ??= 'exempt';
    notes.push({ layer: 'resource', note: 'kms-retire-grant' });
  }
  // A role has a trust policy, and that speaks of taking it, not of passing it.
  if (action?.lower === 'iam:passrole') exempt.resource ??= 'exempt';
  if (action?.lower === 'sts:assumeroot') {
    exempt.resource ??= 'exempt';
    notes.push({ layer: 'resource', note: 'assume-root' });
  }
  if (isSessionCall(action)) notes.push({ layer: 'resource', note: 'session-tags' });
  if (scheme === 'rootOwn' && rootKeepsAccess(action)) {
    exempt.resource ??= 'exempt';
    notes.push({ layer: 'resource', note: 's3-root-lockout' });
  }
  const refused = refusalOf(source);
  if (refused) notes.push({ layer: 'defaultDeny', note: refused });
  if (scheme === 'twoAccounts' && !crossAccount)
    notes.push({ layer: 'resource', note: 'source-identity-both' });
  const resourceRequired = trust || kms === 'key' || kms === 'aliasForKey';
  if (scheme === 'rootOwn' && !resourceRequired)
    notes.push({ layer: 'resource', note: 'root-default-allow' });
  if (caller.kind === 'federatedUser') notes.push({ layer: 'session', note: 'federated-session-policy' });
  if (caller.kind === 'role' && !caller.serviceLinked)
    notes.push({ layer: 'resource', note: 'unnamed-session' });
  return {
    scheme,
    resourceRequired,
    sessionRequired: caller.kind === 'federatedUser',
    fullIdentity: caller.ofRoot === true,
    refused,
    exempt,
    resourceForm: trust ? 'trust' : 'resource',
    notes,
  };
}
