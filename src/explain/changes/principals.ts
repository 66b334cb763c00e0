/** For a statement that does not name the caller. */
import type { ElementReason, ElementTrace, Evaluation, Unlike } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { code, rich } from '../rich';
import type { Piece } from '../rich';
import { valuesAt } from '../source';
import { callerEntry } from './caller';
import type { CallerEntry } from './caller';
import { appendMember, appendValue, replaceValue } from '../../language/edits-at';
import type { Made } from './types';
import { isUniqueId } from '../../language/unique-id';

/** Of these an entry was most likely meant for the caller; another account or another kind is someone else. */
const MEANT: ReadonlySet<Unlike> = new Set(['path', 'partition', 'capitals', 'wildcard', 'service']);

export function principalRepairs(
  { path, reason }: ElementTrace,
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
  const near = reason.kind === 'principalNotNamed' ? reason.nearest : undefined;
  const corrected = near && MEANT.has(near.differs) ? replaceValue(text, near.path, caller.value) : undefined;
  const newText = appendValue(text, at, caller.value) ?? appendMember(text, path, caller.type, caller.value);
  const title = rich`Name ${code(caller.shown)} in ${name}`;
  return [
    ...(corrected === undefined ? [] : [correction(near!, caller, name, scenario, corrected)]),
    ...(newText === undefined ? [] : [{ kind: 'addPrincipal' as const, title, newText }]),
  ];
}

function correction(
  { value, differs }: NonNullable<Extract<ElementReason, { kind: 'principalNotNamed' }>['nearest']>,
  { shown, type }: CallerEntry,
  name: Piece,
  { request }: Scenario,
  newText: string,
): Made {
  const written = type === 'AWS' && differs !== 'partition' ? value.slice(value.lastIndexOf(':') + 1) : value;
  const title = rich`Name ${code(shown)} instead of ${code(written)} in ${name}`;
  const made = { kind: 'correctPrincipal' as const, title, newText };
  // The ARN of a session has no path: it may be the very role that is named.
  return differs === 'path' && request.role === undefined && /:assumed-role\//.test(request.principal)
    ? {
        ...made,
        warning: `A session does not tell the path of its role. If it is \`${written}\`, give the role in the request instead.`,
      }
    : made;
}
