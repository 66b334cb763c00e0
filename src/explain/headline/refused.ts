/** Denials that no policy could turn: the service itself says no. */
import type { Evaluation } from '../../engine/evaluation';
import type { NoteId } from '../../engine/notes';
import { describePrincipal } from '../principal';
import { code, rich } from '../rich';
import type { Piece } from '../rich';
import type { Rich } from '../types';

const REFUSED: readonly (readonly [NoteId, (action: Piece, evaluation: Evaluation) => Rich])[] = [
  [
    'sts-caller-refused',
    (action, { principal }) => rich`STS refuses ${action} to a ${kindWords(describePrincipal(principal))}`,
  ],
  ['federated-iam', (action) => rich`IAM refuses ${action} to a federated user`],
  ['kms-cross-account-operation', (action) => rich`${action} does not work across accounts`],
  ['not-across-accounts', (action) => rich`${action} does not work across accounts`],
  ['kms-aws-managed-key', (action) => rich`KMS refuses ${action} for an AWS managed key`],
  ['iam-account', (action) => rich`${action} does not work across accounts`],
  ['pass-role-account', (action) => rich`${action} does not work across accounts`],
  ['aws-owned-iam', (action) => rich`${action} is refused for what belongs to AWS`],
  ['s3-block-public-acls', (action) => rich`Block Public Access refuses ${action} with a public ACL`],
  [
    's3-restrict-public-buckets',
    () => rich`Block Public Access keeps everyone outside the account from this public bucket`,
  ],
];

/** Undefined where an Allow is what is missing. */
export function refusedSentence(action: string, evaluation: Evaluation): Rich | undefined {
  const notes = new Set(evaluation.steps.flatMap((step) => step.notes));
  // Where a policy is missing, nothing was refused: beside a limit of the caller's own, a cut-off bucket is only half of the reason.
  const { missing } = evaluation;
  const isReason = (note: NoteId): boolean =>
    note === 's3-restrict-public-buckets'
      ? missing.every((layer) => layer === 'resource')
      : missing.length === 0;
  return REFUSED.find(([note]) => notes.has(note) && isReason(note))?.[1](code(action), evaluation);
}

/** `session of role App` names one; the refusal is for its kind. */
function kindWords(described: string): string {
  return described.startsWith('session of') ? 'role session' : described.replace(', session not named', '');
}
