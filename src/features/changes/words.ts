/** What a kind of change costs: what else it opens, closes or asks for. */
import type { ChangeKind } from '../../explain/changes';

export const PRICE: Record<ChangeKind, string> = {
  addAction: 'The statement then covers the action for everything and everyone else it names.',
  addResource: 'Every action of the statement then covers this resource too.',
  correctResource: 'What the statement named before is no longer covered.',
  addPrincipal: 'Everything that the statement allows is then open to this caller.',
  addValue: 'Every request that carries this value then meets the condition.',
  setKey: 'No policy changes: the request itself has to be made this way.',
  exempt: 'The statement then no longer holds for this caller, whatever it asks for.',
  addStatement: 'Only this action on this resource, for everyone whom the policy covers.',
  addPolicy: 'Only this action on this resource.',
  removeStatement: 'Whatever else the statement allows goes too.',
  addDeny: 'Only this action on this resource; it beats every Allow, for everyone whom the policy covers.',
};
