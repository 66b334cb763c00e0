/** What a kind of change costs: what else it opens, closes or asks for. */
import type { ChangeKind } from '../../explain/changes';

export const PRICE: Record<ChangeKind, string> = {
  addAction: 'The statement then covers the action for everything and everyone else it names.',
  addResource: 'Every action of the statement then covers this resource too.',
  correctResource: 'What the statement named before is no longer covered.',
  addPrincipal: 'Everything that the statement allows is then open to this caller.',
  correctPrincipal: 'Whoever the statement named before is no longer named.',
  addValue: 'Every request that carries this value then meets the condition.',
  dropKey: 'Nobody could meet this condition; without it the statement holds for all whom it names.',
  useLike: 'StringEquals takes * and ? to the letter; StringLike reads them as wildcards.',
  setKey: 'No policy changes: the request itself has to be made this way.',
  moveLimit: 'Every request up to the new limit then meets the condition.',
  setTag: 'No policy changes, but everything else that reads this value sees it too.',
  setOwnership: 'ACLs no longer count for any object of the bucket, and its owner owns them all.',
  blockPublic: 'No policy or ACL can then make anything in the bucket public.',
  narrowPrincipal:
    'The statement is then no longer public; Block Public Access stopped everyone else anyway.',
  spareAction: 'The Deny then no longer holds for this action, whoever asks.',
  spareValue: 'The Deny then no longer holds for any request that carries this value.',
  spareServices: 'The statement then no longer holds for requests that come from AWS services.',
  exempt: 'The statement then no longer holds for this caller, whatever it asks for.',
  addStatement: 'Only this action on this resource, for everyone whom the policy covers.',
  addPolicy: 'Only this action on this resource.',
  removeStatement: 'Whatever else the statement allows goes too.',
  addDeny: 'Only this action on this resource; it beats every Allow, for everyone whom the policy covers.',
};
