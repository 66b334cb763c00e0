/** Java's way to write objects, lists and calls with many arguments. AWS CDK Developer Guide, "Working with the AWS CDK in Java". */
import {
  calledName,
  calledOn,
  pathOf,
  type CallExpression,
  type Expression,
  type Member,
} from './expression';

/**
 * What a call of Java's stands for: `List.of(a, b)` a list, `Map.of(key, value)` an object, `Role.Builder.create(…).path("/").build()`
 * a call of `Role` with its arguments by name, `RoleProps.builder().path("/").build()` an object. Undefined of other calls.
 */
export function javaValue(call: CallExpression): Expression | undefined {
  const { at, end, args } = call;
  const path = pathOf(call.callee) ?? '';
  if (/^(?:(?:List|Set|ImmutableList)\.of|Arrays\.asList|Collections\.singletonList)$/.test(path))
    return { kind: 'list', items: args, at, end };
  if (/^(?:Map|ImmutableMap)\.of$|^Collections\.singletonMap$/.test(path) && args.length % 2 === 0) {
    const members = args.flatMap((name, index): readonly Member[] =>
      index % 2 === 0 ? [{ kind: 'member', name, value: args[index + 1]! }] : [],
    );
    return { kind: 'object', members, at, end };
  }
  return calledName(call) === 'build' && args.length === 0 ? built(call) : undefined;
}

function built(call: CallExpression): Expression | undefined {
  const { at, end } = call;
  const named = new Map<string, Expression>();
  let on = calledOn(call);
  while (on?.kind === 'call') {
    const name = calledName(on);
    const root = calledOn(on);
    const of = root === undefined ? undefined : pathOf(root);
    if (name === 'create' && of?.endsWith('.Builder') === true) {
      const callee: Expression = { kind: 'name', name: of.split('.').at(-2)!, at, end };
      return { kind: 'call', callee, args: on.args, named, at, end };
    }
    if (name === 'builder' && of !== undefined) return objectOf(named, call);
    const [value] = on.args;
    // What is given twice is added to, which is not read.
    if (value === undefined || on.args.length > 1 || named.has(name)) return undefined;
    named.set(name, value);
    on = root;
  }
  return undefined;
}

function objectOf(named: ReadonlyMap<string, Expression>, { at, end }: CallExpression): Expression {
  const members = [...named].map(([name, value]): Member => ({
    kind: 'member',
    name: { kind: 'literal', value: name, at, end },
    value,
  }));
  return { kind: 'object', members, at, end };
}
