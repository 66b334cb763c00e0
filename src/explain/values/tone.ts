/** The colour of one element. Apart from the views of values, which are loaded when one is opened. */
import type { ElementTrace, StatementTrace } from '../../engine/evaluation';
import type { Tone } from '../types';

/** The colour is for what decides: a missing Allow's first difference, a Deny that matches. */
export function elementTone(statement: StatementTrace, { truth }: ElementTrace): Tone {
  if (truth === 'unknown') return 'unknown';
  if (statement.effect === 'Deny') return statement.truth === 'yes' ? 'explicit' : 'miss';
  return truth === 'no' ? 'implicit' : 'pass';
}
