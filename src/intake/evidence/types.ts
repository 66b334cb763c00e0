/** What a pasted text said about a request, and nothing more. */
import type { Layer, Organization, Request, S3Settings } from '../../case/scenario';
import type { AwsEvaluation } from '../authorization/types';
import type { CodePolicy, CodeRead } from '../code/types';

export type EvidenceKind =
  | 'denial' // an access-denied message
  | 'encodedMessage' // an encoded authorization message, which only AWS can decode
  | 'decodedMessage' // the answer of sts:DecodeAuthorizationMessage
  | 'cloudTrail'
  | 'policy' // one or more policies, however wrapped
  | 'principal' // who is calling
  | 'token' // the token of an identity provider, or a workflow that gets one
  | 'simulation' // the answer of AWS's policy simulator
  | 'account' // get-account-authorization-details
  | 'authorizationDetails' // AWS's own evaluation of a denied request
  | 'unknown';

/** `trust`: a role's trust policy, which a scenario keeps as the `resource` policy. */
export type EvidenceLayer = Layer | 'trust';

export interface EvidencePolicy {
  readonly layer: EvidenceLayer;
  /** Did the text say the layer? Else it was guessed from the document. */
  readonly told?: boolean;
  readonly name?: string;
  /** Absent where the text only names the policy. */
  readonly document?: unknown;
  /** As it was written, where it stands alone and is JSON on several lines. */
  readonly text?: string;
  /** How an identity-based policy is attached, such as `group/Developers`. */
  readonly via?: string;
  /** The root, organizational unit or account that an SCP or RCP is attached to, by its id. */
  readonly target?: string;
  /** What AWS's evaluation of a request calls it: the ARN of a managed policy, some identifier of an inline one. */
  readonly uri?: string;
  readonly inline?: boolean;
  /** ARNs of the principal, resource, account, OU or root that AWS's evaluation found it attached to. */
  readonly attachedTo?: readonly string[];
  /** Where it comes from code: what it is attached to there, and its placeholders. */
  readonly code?: CodePolicy;
}

/** A statement that AWS names in a decoded message, without saying whose policy it is in. */
export interface EvidenceStatement {
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** A policy that is named without its text. */
export interface EvidenceNamed {
  readonly layer: EvidenceLayer;
  readonly name: string;
  /** Managed policies have one. */
  readonly arn?: string;
  /** Why its text is not there, where it is not merely left out: a sentence. */
  readonly why?: string;
  readonly code?: CodePolicy;
  /** The ARN of the user or role that a boundary is set for. */
  readonly owner?: string;
}

export type BlockSetting = 'BlockPublicAcls' | 'BlockPublicPolicy';

export interface Evidence {
  readonly kind: EvidenceKind;
  /** Only what was told. */
  readonly request?: Partial<Request>;
  /** The kind of policy that refused. */
  readonly layer?: EvidenceLayer;
  readonly denial?: 'explicit' | 'implicit';
  /** The policy that refused, where AWS names it. */
  readonly policyArn?: string;
  readonly policies?: readonly EvidencePolicy[];
  /** Policies whose text is not there. */
  readonly named?: readonly EvidenceNamed[];
  /** Of a text in code: what each language said. */
  readonly code?: readonly CodeRead[];
  /** Facts about an S3 bucket, from the commands that print them. */
  readonly s3?: S3Settings;
  readonly organization?: Organization;
  /** What the reader must be told, one plain sentence or two each. */
  readonly notes: readonly string[];
  /** The encoded authorization message, whole. */
  readonly encoded?: string;
  /** Statements that a decoded message names. */
  readonly statements?: readonly EvidenceStatement[];
  /** The setting of S3 Block Public Access that refused. */
  readonly blockSetting?: BlockSetting;
  /** The provider of a token, without `https://`: its condition keys begin with it. */
  readonly issuer?: string;
  /** With it AWS shows its own evaluation of the request, for 24 hours. */
  readonly authorizationId?: string;
  /** All that AWS checked for the call, in its order. */
  readonly evaluations?: readonly AwsEvaluation[];
  /** Which of the evaluations `request` is of. */
  readonly leads?: number;
  /** The context keys that hold for every evaluation. */
  readonly requestContext?: NonNullable<Request['context']>;
  /** Of AWS's evaluation: are all context keys, and all policies, in the text? */
  readonly complete?: { readonly context: boolean; readonly policies: boolean };
}

/** One refusal, as a sentence or a code tells it. */
export type Denial = Omit<Evidence, 'kind' | 'policies'>;
