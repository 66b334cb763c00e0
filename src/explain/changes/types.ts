import type { Decision } from '../../engine/evaluation';
import type { Layer, PolicyAddress } from '../../engine/scenario';
import type { Rich } from '../types';

export type ChangeKind =
  | 'addAction'
  | 'addResource'
  | 'correctResource'
  | 'addPrincipal'
  | 'addValue'
  | 'setKey'
  | 'exempt'
  | 'addStatement'
  | 'addPolicy'
  | 'removeStatement'
  | 'addDeny';

/** A small edit of one policy, or of one key of the request. */
export interface Proposal {
  readonly kind: ChangeKind;
  readonly layer: Layer;
  /** The policy to change; for `addPolicy` where it goes; for `setKey` the policy that asks for the key. */
  readonly address: PolicyAddress;
  readonly policy: string;
  readonly statement?: number;
  readonly title: Rich;
  /** The whole text of the policy after the change. */
  readonly newText?: string;
  /** For `setKey`: what the request has to carry. */
  readonly context?: { readonly key: string; readonly value: string };
}

/** A proposal that was tried: what it does by itself. */
export interface Change extends Proposal {
  /** The verdict with this change alone. */
  readonly result: Decision;
  /** Nothing else is needed: the verdict turns. */
  readonly enough: boolean;
}
