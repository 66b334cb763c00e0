import type { Decision, Evaluation } from '../../engine/evaluation';
import type { Layer, PolicyAddress, S3Settings, Scenario } from '../../case/scenario';
import type { Piece } from '../rich';
import type { Rich } from '../types';

/** Of the statements that decide no more are changed to try it: a policy may have thousands. */
export const STATEMENTS_TRIED = 20;

export type ChangeKind =
  | 'addAction'
  | 'addResource'
  | 'correctResource'
  | 'useLike'
  | 'moveLimit'
  | 'addPrincipal'
  | 'correctPrincipal'
  | 'addValue'
  | 'dropKey'
  | 'setKey'
  | 'setTag'
  | 'setOwnership'
  | 'blockPublic'
  | 'narrowPrincipal'
  | 'spareAction'
  | 'spareValue'
  | 'spareServices'
  | 'exempt'
  | 'addStatement'
  | 'addPolicy'
  | 'removeStatement'
  | 'addDeny';

/** A small edit of one policy, of one key of the request, or of a setting. */
export interface Proposal {
  readonly kind: ChangeKind;
  readonly layer: Layer;
  /** The policy to change; for `addPolicy` where it goes; for `setKey` and `setTag` the policy that asks for the key. */
  readonly address: PolicyAddress;
  readonly policy: string;
  readonly statement?: number;
  readonly title: Rich;
  /** The whole text of the policy after the change. */
  readonly newText?: string;
  /** Another name for the policy, where what is there cannot be edited. */
  readonly copyAs?: string;
  /** For `setKey` and `setTag`: what the request has to carry; undefined: it may not carry the key. */
  readonly context?: { readonly key: string; readonly value: string | undefined };
  /** For `setOwnership` and `blockPublic`: the settings of the bucket afterwards. */
  readonly s3?: S3Settings;
  /** What speaks against making it. */
  readonly warning?: string;
}

/** The statement that a change is looked for: the text it stands in, what it is called, and what is asked. */
export interface StatementAt {
  readonly text: string;
  readonly name: Piece;
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
}

/** What is particular to a proposal, beside where it is made. */
export type Made = Pick<Proposal, 'kind' | 'title' | 'newText' | 'context' | 'warning'>;

/** A proposal that was tried: what it does by itself. */
export interface Change extends Proposal {
  /** The verdict with this change alone. */
  readonly result: Decision;
  /** Nothing else is needed: the verdict turns. */
  readonly enough: boolean;
}
