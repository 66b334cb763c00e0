/** Methods by which a program changes what it made before. */
import { calledOn, type CallExpression } from './expression';

/** Does a method of this name change a statement after it was made? */
export function isChange(name: string): boolean {
  return /^add_?(?:not_?)?(?:actions|resources|conditions?|\w*principals?|\w*condition)$/i.test(name);
}

/** Does what stands at an offset belong to the thing that a method is called on? */
export function isOwner(call: CallExpression, at: number): boolean {
  const on = calledOn(call);
  return on !== undefined && on.at <= at && at < on.end;
}
