/**
 * What an evaluation found, as data. Words are made from it in `explain/`; pictures in `features/flow`.
 * Everything is evaluated, whatever the verdict: each layer, each statement, each element.
 */
import type { Layer, PolicyAddress } from '../case/scenario';

export type Decision = 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied' | 'Undetermined';

/** Three values: matches, does not, hangs on something unknown. */
export type Truth = 'yes' | 'no' | 'unknown';

/** A statement as the outside world names it; `statement` counts from 0. */
export interface StatementRef {
  readonly layer: Layer;
  readonly policy: string;
  readonly statement: number;
  readonly sid?: string;
  /** The level of an SCP or RCP. */
  readonly target?: string;
}

export type RequestField = 'principal' | 'role' | 'user' | 'action' | 'resource' | 'resourceAccount';

/** A field of the request that is empty or cannot be read. */
export interface RequestProblem {
  readonly field: RequestField;
  readonly kind: 'missing' | 'malformed';
  readonly message: string;
}

/** Something that is not known and that the verdict hangs on. */
export type Dependency =
  | { readonly kind: 'request'; readonly field: RequestField }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'layer'; readonly layer: Layer }
  | { readonly kind: 'policy'; readonly address: PolicyAddress; readonly name: string };

/** What an unknown may turn out to be. */
export type Supposition =
  | { readonly kind: 'absent' }
  /**
   * A value that stands for all that behave like it. `matches`: the listed values of policies that it matches; with
   * none of them it stands for any other value. Multivalued keys: all its values, or an empty set.
   */
  | { readonly kind: 'value'; readonly values: readonly string[]; readonly matches: readonly string[] }
  /** A layer or policy that cannot be seen: what it says about this request. */
  | { readonly kind: 'says'; readonly effect: 'denies' | 'silent' | 'allows'; readonly grant?: GrantKind };

export interface Supposed {
  readonly dependency: Dependency;
  readonly supposition: Supposition;
}

/** One thing that an undetermined verdict hangs on. A supposition in one list only settles the verdict by itself. */
export interface Hinge {
  readonly dependency: Dependency;
  /** With these the request is allowed, whatever else or with the right rest. */
  readonly allowsWhen: readonly Supposition[];
  readonly deniesWhen: readonly Supposition[];
  /** A layer or policy that cannot be seen: its Allow, where it could be silent, makes an allow of a denial. */
  readonly silenceDenies?: boolean;
}

/** How an undetermined verdict may turn out. */
export interface Hinges {
  readonly each: readonly Hinge[];
  /** One way in which it is allowed, and one in which it is denied: what must be the case for it, and no more. */
  readonly allowedIf: readonly Supposed[];
  readonly deniedIf: readonly Supposed[];
  /** Is it allowed whenever each of them is one of its `allowsWhen`, whatever the others are? */
  readonly independent: boolean;
}

export type StepId = 'explicitDeny' | Layer | 'defaultDeny';

/** `both`: one lane, or before the fork and after the join. Two lanes when the accounts differ. */
export type Lane = 'both' | 'caller' | 'resource';

export type NotInPlayReason =
  | 'noPolicy' // nothing is attached, and nothing need be
  | 'root' // the root user has no such policies
  | 'servicePrincipal' // only the resource's side decides
  | 'anonymous'
  | 'originAccessIdentity' // CloudFront's own identity: only the resource's side decides
  | 'federatedCaller' // AssumeRoleWithSAML / WithWebIdentity: the trust policy alone
  | 'managementAccount'
  | 'serviceLinkedRole'
  | 'unsupportedService' // RCPs: the action's service does not support them
  | 'noPermissionNeeded' // sts:GetCallerIdentity and its like
  | 'keylessAction' // a kms action without a key has no key policy
  | 'exempt'; // any other documented exemption; see the step's notes

/**
 * What a step did to the request.
 * - `notInPlay`: skipped
 * - `passes`: lets it through without granting (no Deny matches; a limiting layer allows)
 * - `allows`: grants it, or is one of the grants that were needed
 * - `noMatch`: looked at, nothing matched, and the request goes on (a resource-based policy in one account)
 * - `denies`: a Deny statement matches here
 * - `noAllow`: an Allow was needed here and is missing
 * - `supposed`: nobody here can see its policies, and they are supposed to let the request through
 * - `unknown`: hangs on something; `why` says on what kind
 */
export type StepOutcome =
  | { readonly kind: 'notInPlay'; readonly why: NotInPlayReason }
  | { readonly kind: 'passes' }
  | { readonly kind: 'allows' }
  | { readonly kind: 'noMatch' }
  | { readonly kind: 'denies' }
  | { readonly kind: 'noAllow' }
  | { readonly kind: 'supposed' }
  | { readonly kind: 'unknown'; readonly why: 'hangs' | 'notVisible' | 'unreadable' };

/** How strongly an Allow of a resource-based policy reaches the caller: see the IAM User Guide, "Principal". */
export type GrantKind = 'direct' | 'role' | 'account';

/**
 * The only thing in which an entry of a Principal differs from the caller: the path or the capitals of its name, another
 * session of the role, a wildcard inside the name; `kind`: a user for a role; `service`: the name of another service.
 */
export type Unlike =
  'path' | 'partition' | 'account' | 'kind' | 'capitals' | 'session' | 'wildcard' | 'service';

/** Why one element of a statement did or did not match. */
export type ElementReason =
  // Principal, NotPrincipal
  | {
      readonly kind: 'principalMatched';
      readonly value: string;
      readonly grant: GrantKind;
      readonly path: string;
    }
  | {
      readonly kind: 'principalNotNamed';
      readonly caller: string;
      /** An entry that looks like the caller, and the one thing that differs. */
      readonly nearest?: { readonly value: string; readonly path: string; readonly differs: Unlike };
    }
  | { readonly kind: 'principalExempt'; readonly value: string } // NotPrincipal lists the caller in full
  | { readonly kind: 'principalNotExempt'; readonly lacks: readonly string[] } // what the list lacks to exempt the caller
  | { readonly kind: 'notPrincipalBoundary' } // a caller with a boundary is never exempt
  // Action, NotAction
  | { readonly kind: 'actionMatched'; readonly pattern: string; readonly path: string }
  | { readonly kind: 'actionNotListed'; readonly action: string; readonly listed: number }
  // Resource, NotResource
  | { readonly kind: 'resourceMatched'; readonly pattern: string; readonly path: string }
  | {
      readonly kind: 'resourceNotListed';
      readonly listed: number;
      /** The entry that came nearest, and the ARN part at which it first differs. */
      readonly nearest?:
        | {
            readonly pattern: string;
            readonly path: string;
            /** `kind`: it is about another kind of resource, as a policy where a role is asked for. */
            readonly part: 'partition' | 'service' | 'region' | 'account' | 'resource' | 'format' | 'kind';
            readonly expected: string;
            readonly actual: string;
          }
        | undefined;
      readonly unresolved?: readonly string[] | undefined; // variables without a value
    }
  | { readonly kind: 'resourceImplied' } // no Resource element: the resource that the policy is attached to
  // Any element that holds references of code whose values are not given
  | { readonly kind: 'placeholder'; readonly names: readonly string[] }
  // Condition, one entry for each operator and key
  | {
      readonly kind: 'condition';
      readonly operator: string;
      readonly key: string;
      readonly expected: readonly string[];
      readonly actual: readonly string[] | 'absent' | 'unknown';
      /** The rule that settled it. */
      readonly by:
        | 'value' // compared
        | 'absentPositive' // key absent, positive operator: no match
        | 'absentNegated' // key absent, negated operator: match
        | 'absentIfExists' // key absent, IfExists: match
        | 'absentForAll' // key absent or empty, ForAllValues: match
        | 'absentForAny' // key absent or empty, ForAnyValue: no match
        | 'null' // the Null operator
        | 'unknownKey' // value not known
        | 'unknownOperator'
        | 'invalidValue' // policy or request value is not of the operator's type
        | 'noValues';
    };

/** No pattern of a Resource matches, or one of a NotResource would have to. */
export type NotListedReason = Extract<ElementReason, { readonly kind: 'resourceNotListed' }>;

/** What one operator and one key of a Condition block said. */
export type ConditionReason = Extract<ElementReason, { readonly kind: 'condition' }>;

export interface ElementTrace {
  readonly element:
    'Principal' | 'NotPrincipal' | 'Action' | 'NotAction' | 'Resource' | 'NotResource' | 'Condition';
  /** Of the whole element: a NotAction that lists the action is `no`. */
  readonly truth: Truth;
  readonly reason: ElementReason;
  /** Place in the document: `Statement[0].Condition.StringLike["aws:x"]`; index only where the text has an array. */
  readonly path: string;
}

export interface StatementTrace {
  readonly address: PolicyAddress;
  readonly policy: string;
  readonly statement: number;
  readonly path: string;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  /** Does the statement apply to this request? */
  readonly truth: Truth;
  /** Is it one of the statements in `decidedBy`? */
  readonly decided: boolean;
  readonly elements: readonly ElementTrace[];
  /** For an Allow of a resource-based policy that applies or may apply. */
  readonly grant?: GrantKind;
}

export interface PolicyTrace {
  readonly address: PolicyAddress;
  readonly name: string;
  readonly state: 'read' | 'off' | 'unreadable';
  /** Where `state` is unreadable: the first problem, with the offset in the policy's text. */
  readonly problem?: { readonly message: string; readonly offset: number; readonly length: number };
  readonly statements: readonly StatementTrace[];
}

/** A level of SCPs or RCPs; every other layer has one level without a target. */
export interface LevelTrace {
  readonly target?: string;
  readonly outcome: StepOutcome;
  readonly policies: readonly PolicyTrace[];
}

export interface Step {
  readonly id: StepId;
  readonly lane: Lane;
  readonly outcome: StepOutcome;
  /** False when the request was stopped at an earlier step of its lane. */
  readonly reached: boolean;
  /** For `explicitDeny` and `defaultDeny`: empty. */
  readonly levels: readonly LevelTrace[];
  /** Rules worth telling beside this step: identifiers of `docs/evaluation.md`, worded in `explain/`. */
  readonly notes: readonly string[];
  /** Strongest matching grant of a resource-based policy. */
  readonly grant?: GrantKind;
}

export interface ContextEntry {
  /** As given, or as AWS documents it. */
  readonly key: string;
  /** Multivalued keys have a list; `null`: not known. */
  readonly value: string | readonly string[] | null;
  readonly origin: 'given' | 'derived' | 'default';
  /** Derived and default entries: where the value comes from. */
  readonly from?: 'principal' | 'resource' | 'account' | 'organization' | 'role' | 'request';
  /** Is it read by a condition or variable of a policy in play? */
  readonly read: boolean;
}

export type PrincipalKind =
  | 'user'
  | 'roleSession'
  | 'role'
  | 'root'
  | 'federatedUser'
  | 'federatedCaller'
  | 'originAccessIdentity'
  | 'service'
  | 'anonymous'
  | 'invalid';

export interface Evaluation {
  readonly decision: Decision;
  readonly decidedBy: readonly StatementRef[];
  /** Layers whose Allow was needed and absent; the first that AWS would name in front. */
  readonly missing: readonly Layer[];
  readonly dependsOn: readonly Dependency[];
  /** Only where the decision is `Undetermined` and the request could be read. */
  readonly hinges?: Hinges;
  readonly steps: readonly Step[];
  readonly context: readonly ContextEntry[];
  readonly principal: {
    readonly kind: PrincipalKind;
    readonly account?: string;
    /** Short name for people: the user, role or session name. */
    readonly name: string;
    /** For role sessions: the role's name. */
    readonly role?: string;
  };
  readonly resourceAccount?: string;
  /** Fields of the request that keep the verdict open. A request without principal or action is `Undetermined`. */
  readonly problems: readonly RequestProblem[];
  /** The accounts differ, so both sides must allow. */
  readonly crossAccount: boolean;
  /** Keys that some condition or variable of a policy in play reads and the request does not have. */
  readonly keysRead: readonly string[];
}
