/**
 * CloudFormation's functions, worked out where their inputs are known and else left open as a placeholder.
 * AWS CloudFormation User Guide, "Intrinsic function reference".
 */
import { evaluateCondition } from './conditions';
import type { Scope } from './scope';
import { resolve } from './resolve';
import { substitute } from './substitute';
import { itemsOf, textOf, type Call } from './tree';
import { NO_VALUE, Unread, isRecord, type Json, type Value, plainText } from './values';

type Work = (call: Call, scope: Scope) => Value;

/** Of every function that gives a value. What is not here, such as `Transform` and `ForEach`, writes parts of the template. */
const FUNCTIONS: ReadonlyMap<string, Work> = new Map<string, Work>([
  ['Ref', ({ arg, at }, scope) => scope.reference(wanted(textOf(arg), 'Ref', at), at)],
  ['GetAtt', getAtt],
  ['Sub', substitute],
  ['Join', join],
  ['If', choose],
  ['Select', select],
  ['Split', split],
  ['FindInMap', findInMap],
  ['ToJsonString', toJson],
  ['ImportValue', open],
  ['Base64', open],
  ['GetAZs', open],
  ['Cidr', open],
  ['Length', length],
  ['And', truth],
  ['Or', truth],
  ['Not', truth],
  ['Equals', truth],
]);

/** @throws Unread where the function is none of these, or stands wrongly. */
export function callFunction(call: Call, scope: Scope): Value {
  const work = FUNCTIONS.get(call.name);
  if (work === undefined) throw new Unread(spelled(call.name), call.at);
  return work(call, scope);
}

function spelled(name: string): string {
  return name.startsWith('!') || name === 'Ref' ? name : `Fn::${name}`;
}

function wanted<T>(value: T | undefined, name: string, at: number): T {
  if (value === undefined) throw new Unread(spelled(name), at);
  return value;
}

/** `Fn::GetAtt` takes a list, or in YAML a text with a dot. The attribute may be a reference. */
function getAtt({ arg, at }: Call, scope: Scope): Value {
  const parts = arg.kind === 'list' ? arg.items.map((item) => resolve(item, scope)) : [textOf(arg)];
  const name = parts.every((part) => typeof part === 'string') ? parts.join('.') : undefined;
  return scope.reference(wanted(name, 'GetAtt', at), at);
}

function join(call: Call, scope: Scope): Value {
  const [separator, list] = itemsOf(call.arg);
  const items = list === undefined ? undefined : resolve(list, scope);
  const between = textOf(separator);
  if (between === undefined) throw new Unread('Fn::Join', call.at);
  // A list that is a reference as a whole: what it is joined to is not known.
  if (!Array.isArray(items)) return scope.open(call, [between, items as Value]);
  return items.map((item) => plain(item as Json, call)).join(between);
}

function plain(value: Value, call: Call): string {
  return wanted(plainText(value), call.name, call.at);
}

/** An open condition is a placeholder where both sides are plain values, and otherwise not read. */
function choose(call: Call, scope: Scope): Value {
  const [condition, yes, no] = itemsOf(call.arg);
  const name = textOf(condition);
  if (name === undefined || yes === undefined || no === undefined) throw new Unread('Fn::If', call.at);
  const known = evaluateCondition(name, scope);
  if (known !== undefined) return resolve(known ? yes : no, scope);
  const one = resolve(yes, scope);
  const other = resolve(no, scope);
  if (JSON.stringify(one) === JSON.stringify(other)) return one;
  if (isRecord(one) || isRecord(other) || Array.isArray(one) || Array.isArray(other))
    throw new Unread(`Fn::If ${name}`, call.at);
  return scope.open(call, [name, one, other]);
}

function select(call: Call, scope: Scope): Value {
  const inputs = itemsOf(call.arg).map((item) => resolve(item, scope));
  const [index, list] = inputs;
  if (Array.isArray(list) && /^\d{1,6}$/.test(plainText(index) ?? ''))
    return wanted(list[Number(index)] as Json | undefined, 'Select', call.at);
  return scope.open(call, inputs);
}

function split(call: Call, scope: Scope): Value {
  const [separator, text] = itemsOf(call.arg).map((item) => resolve(item, scope));
  if (typeof separator !== 'string' || typeof text !== 'string') throw new Unread('Fn::Split', call.at);
  return scope.isKnown(text) ? text.split(separator) : scope.open(call, [separator, text]);
}

function findInMap(call: Call, scope: Scope): Value {
  const [map, first, second, options] = itemsOf(call.arg).map((item) => resolve(item, scope));
  const path = [map, first, second];
  if (!path.every((part) => typeof part === 'string' || typeof part === 'number'))
    throw new Unread('Fn::FindInMap', call.at);
  const names = path.map(String);
  const found = scope.mapped(names[0]!, names[1]!, names[2]!);
  if (found !== undefined) return resolve(found, scope);
  if (
    isRecord(options) &&
    options['DefaultValue'] !== undefined &&
    names.every((name) => scope.isKnown(name))
  )
    return options['DefaultValue'];
  return scope.open(call, names);
}

function toJson(call: Call, scope: Scope): Value {
  const value = resolve(call.arg, scope);
  return value === NO_VALUE ? NO_VALUE : JSON.stringify(value);
}

function length(call: Call, scope: Scope): Value {
  const value = resolve(call.arg, scope);
  return Array.isArray(value) ? value.length : scope.open(call, [value]);
}

function open(call: Call, scope: Scope): Value {
  return scope.open(
    call,
    itemsOf(call.arg).map((item) => resolve(item, scope)),
  );
}

/** These stand only in conditions. */
function truth({ name, at }: Call): Value {
  throw new Unread(spelled(name), at);
}
