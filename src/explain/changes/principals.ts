/** For a statement that does not name the caller. */
import type { Evaluation } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { code, rich } from '../rich';
import type { Piece } from '../rich';
import { valuesAt } from '../source';
import { callerEntry } from './caller';
import { appendMember, appendValue, replaceValue } from '../../language/edits-at';
import type { Made } from './types';
import { isUniqueId } from '../../language/unique-id';

export function principalRepairs(
  path: string,
  text: string,
  name: Piece,
  scenario: Scenario,
  evaluation: Evaluation,
): readonly Made[] {
  const caller = callerEntry(scenario, evaluation);
  if (!caller) return [];
  const at = `${path}.${caller.type}`;
  const named = valuesAt(text, at);
  const gone = named.findIndex((value) => isUniqueId(value));
  if (gone !== -1) {
    // A list of one is a list all the same.
    const newText =
      replaceValue(text, `${at}[${gone}]`, caller.value) ?? replaceValue(text, at, caller.value);
    const title = rich`Name ${code(caller.shown)} in place of the deleted ${code(named[gone]!)} in ${name}`;
    return newText === undefined ? [] : [{ kind: 'addPrincipal', title, newText }];
  }
  const newText = appendValue(text, at, caller.value) ?? appendMember(text, path, caller.type, caller.value);
  const title = rich`Name ${code(caller.shown)} in ${name}`;
  return newText === undefined ? [] : [{ kind: 'addPrincipal', title, newText }];
}
