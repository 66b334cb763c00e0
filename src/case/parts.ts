/** The parts that a case is made of: layers, policies, requests, tests. `scenario.ts` puts them together. */
import type { Holds, Layer } from './layers';

/**
 * One policy. `document` is parsed JSON; `text` is what was typed, to the letter, finished or not.
 * Exactly one of the two is present.
 */
export interface Policy {
  readonly name: string;
  readonly document?: unknown;
  readonly text?: string;
  /** Switched off: kept, but not in play. */
  readonly off?: boolean;
  /** Identity-based only: how it is attached when not directly, such as `group/Developers`. */
  readonly via?: string;
  /** What AWS's own evaluation of the request calls it: an ARN, or some identifier of an inline policy. */
  readonly uri?: string;
  /** Its document holds only the statements that AWS said had matched: it says nothing of any other request. */
  readonly reported?: true;
}

/** One level of an organization: the root, an organizational unit, or the account itself. */
export interface PolicyLevel {
  readonly target: string;
  readonly policies: readonly Policy[];
}

/** In play, but not visible to the person who asks. */
export type Unknown = 'unknown';

/** "What if they allow": in play, not visible, and supposed to let the request through. Never a policy that exists. */
export interface SupposedLayer {
  readonly supposed: 'allows';
}

/** A layer whose policies nobody here can see. */
export type Hidden = Unknown | SupposedLayer;

/** Is the layer supposed to allow? */
export function isSupposed(value: unknown): value is SupposedLayer {
  return typeof value === 'object' && value !== null && 'supposed' in value;
}

/** Is the layer in play with policies that nobody here can see: unknown, or supposed to allow? */
export function isHidden(value: unknown): value is Hidden {
  return value === 'unknown' || isSupposed(value);
}

interface Held {
  readonly one: Policy;
  readonly list: readonly Policy[];
  readonly levels: readonly PolicyLevel[];
}

/** What each layer holds, by the table of layers; a layer that is not there is not in play. */
export type Policies = { readonly [L in Layer]?: Held[Holds<L>] | Hidden };

/**
 * string: single-valued; array: multivalued; null: not known. An empty list says that the request does not have the key.
 * A key that is not told is absent where AWS may leave it out, and not known where AWS always sends it.
 */
export type ContextValue = string | readonly string[] | null;

export interface Request {
  readonly principal: string;
  /** The role behind an assumed-role session, with its path. */
  readonly role?: string;
  /** The IAM user behind a federated-user session. */
  readonly user?: string;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount?: string;
  readonly context?: Readonly<Record<string, ContextValue>>;
}

export interface Organization {
  readonly id?: string;
  readonly managementAccount?: string;
}

export type ObjectOwnership = 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter';
export type AclPermission = 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP' | 'FULL_CONTROL';

export interface S3Settings {
  readonly objectOwnership?: ObjectOwnership;
  readonly acl?: readonly { readonly grantee: string; readonly permission: AclPermission }[];
  readonly blockPublicAccess?: {
    readonly blockPublicAcls?: boolean;
    readonly ignorePublicAcls?: boolean;
    readonly blockPublicPolicy?: boolean;
    readonly restrictPublicBuckets?: boolean;
  };
}

/** What a test expects to decide: a layer, a policy of it, or one statement by its number or Sid. */
export interface Because {
  readonly layer: Layer;
  readonly policy?: string;
  readonly statement?: number | string;
}

export interface ScenarioTest {
  readonly name: string;
  /** Only what differs from the scenario's request. */
  readonly request: Partial<Request>;
  readonly expect: 'Allowed' | 'Denied';
  /** Expected besides the decision: what allows or denies. For an implicit denial: the layer whose Allow is missing. */
  readonly because?: Because;
  /** The layers that differ from the scenario's; null where a layer is not in play. */
  readonly policies?: OwnPolicies;
}

/** The layers that a linked request or a test has of its own: as in `Policies`, or null where a layer is not in play for it. */
export type OwnPolicies = { readonly [L in Layer]?: Policies[L] | null };

/** A further request that AWS authorizes for the same call. All of them must be allowed. */
export interface LinkedRequest {
  readonly name: string;
  /** Only what differs from the scenario's request. */
  readonly request: Partial<Request>;
  /** The service that makes it on the caller's behalf: a forward access session. Else the caller makes it. */
  readonly through?: string;
  readonly policies?: OwnPolicies;
  /** Of its own bucket, where that is not the bucket of the scenario's request. */
  readonly s3?: S3Settings | null;
}

/** How AWS itself decided: IAM Toolbox API Reference, Evaluation. */
export type AwsOutcome = 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied';

/** A statement that matched, and the policy that it is in. */
export interface AwsMatch {
  /** The ARN of a managed policy, or what AWS calls an inline one: the `uri` of a policy of the case. */
  readonly uri: string;
  /** AWS makes one up for a statement without a Sid. */
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
}

export interface AwsSaid {
  /** As AWS evaluated it, with all the context keys that it had. */
  readonly request: Pick<Request, 'principal' | 'action' | 'resource' | 'context'>;
  /** Absent where AWS told none. */
  readonly outcome?: AwsOutcome;
  readonly matched: readonly AwsMatch[];
}
