/** Named properties of a call: of the object that JavaScript gives, or Python's arguments; both spellings of a name. */
import type { CallExpression, Expression } from './expression';
import type { Values } from './value';

export type Props = (name: string) => Expression | undefined;

/** `notActions` is also `not_actions`, and in Python a reserved word has `_` behind it. */
export function propsOf(call: CallExpression, values: Values): Props {
  const members = new Map<string, Expression>(call.named);
  for (const argument of call.args) {
    const object = values.known(argument);
    if (object.kind !== 'object') continue;
    for (const member of object.members) {
      if (member.kind === 'spread') throw values.unread(member.of);
      members.set(values.string(member.name), member.value);
    }
  }
  return (name) =>
    members.get(name) ??
    members.get(name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)) ??
    members.get(`${name}_`);
}
