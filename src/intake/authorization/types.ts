/**
 * AWS's own evaluation of a request: IAM Toolbox API Reference, GetRequestAuthorizationDetails (preview of November
 * 2026), as it was told and nothing more.
 */
import type { AwsMatch, AwsOutcome, ContextValue, Layer } from '../../case/scenario';

/** One pair of action and resource that the call was checked for. */
export interface AwsEvaluation {
  readonly action: string;
  /** `*` where the action has no resources. */
  readonly resource: string;
  /** Keys of this evaluation alone, on top of those of the whole request. */
  readonly context: Readonly<Record<string, ContextValue>>;
  /** Absent where AWS tells none. */
  readonly outcome?: AwsOutcome;
  /** The uris of the policies whose matched statements decided: the Denies of a denial, the Allows of an allow. */
  readonly by: readonly string[];
  readonly matches: readonly AwsMatch[];
}

/** A policy that AWS looked at, without its text. */
export interface AwsPolicy {
  readonly layer: Layer;
  readonly name: string;
  readonly uri: string;
  readonly inline: boolean;
  /** ARNs: of the principal, the resource, or the account, OU or root. */
  readonly attachedTo: readonly string[];
}
