/** `Fn::Sub`: AWS CloudFormation User Guide, "Fn::Sub". */
import type { Scope } from './scope';
import { resolve } from './resolve';
import { entriesOf, itemsOf, textOf, type Call } from './tree';
import { Unread, type Value } from './values';

const REFERENCE = /\$\{(!?)([^{}]*)\}/g;

/** The text with its references put in; `${!Literal}` stays as `${Literal}`. */
export function substitute({ arg, at }: Call, scope: Scope): Value {
  const [template, given] = arg.kind === 'list' ? itemsOf(arg) : [arg];
  const text = textOf(template);
  if (text === undefined) throw new Unread('Fn::Sub', at);
  const own = new Map(entriesOf(given).map(([name, tree]) => [name, resolve(tree, scope)]));
  return scope.filled(
    text.replace(REFERENCE, (whole, literal: string, inside: string) => {
      const name = inside.trim();
      if (literal === '!') return `\${${inside}}`;
      const value = own.has(name) ? own.get(name)! : subReference(name, whole, at, scope);
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return String(value);
      throw new Unread(whole, at);
    }),
  );
}

/**
 * A name with a colon that is no pseudo parameter is one of IAM's variables that lacks its `!`: CloudFormation refuses the
 * template, and the variable is all that it can mean.
 */
function subReference(name: string, whole: string, at: number, scope: Scope): Value {
  if (name === '' || (name.includes(':') && !name.startsWith('AWS::'))) {
    scope.note(
      `In line ${scope.lineOf(at)} \`Fn::Sub\` has \`${whole}\`, which CloudFormation refuses; it is read as a policy variable. Write \`\${!${name}}\`.`,
    );
    return whole;
  }
  return scope.reference(name, at);
}
