/** The section Conditions: AWS CloudFormation User Guide, "Condition functions". */
import type { Scope } from './scope';
import { resolve } from './resolve';
import { itemsOf, member, textOf, type Tree } from './tree';
import { Unread } from './values';

/** Does a condition hold? undefined: that hangs on what the template does not tell. */
export function evaluateCondition(name: string, scope: Scope, depth = 0): boolean | undefined {
  const tree = member(scope.template, 'Conditions', name);
  return tree === undefined || depth > MAX_CHAIN ? undefined : truthOf(tree, scope, depth);
}

/** A condition may name another; one that names itself has no answer. */
const MAX_CHAIN = 40;

function truthOf(tree: Tree, scope: Scope, depth: number): boolean | undefined {
  const named = textOf(member(tree, 'Condition'));
  if (named !== undefined) return evaluateCondition(named, scope, depth + 1);
  if (tree.kind !== 'call') return undefined;
  const parts = itemsOf(tree.arg);
  const truths = (): readonly (boolean | undefined)[] => parts.map((part) => truthOf(part, scope, depth + 1));
  switch (tree.name) {
    case 'Condition':
      return evaluateCondition(textOf(tree.arg) ?? '', scope, depth + 1);
    case 'And':
      return every(truths());
    case 'Or':
      return negated(every(truths().map(negated)));
    case 'Not':
      return negated(truths()[0]);
    case 'Equals':
      return equal(parts, scope);
    default:
      return undefined;
  }
}

function every(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function negated(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

function equal(parts: readonly Tree[], scope: Scope): boolean | undefined {
  try {
    // What a condition names is no part of a policy, so that it makes no placeholder.
    const aside = scope.aside();
    const [one, other] = parts.map((part) => resolve(part, aside));
    if (one === undefined || other === undefined || typeof one === 'object' || typeof other === 'object')
      return undefined;
    const [first, second] = [String(one), String(other)];
    if (first === second) return true;
    return aside.isKnown(first) && aside.isKnown(second) ? false : undefined;
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
}
