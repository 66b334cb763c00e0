/** Blocks as they are written, and those that `dynamic` writes. Terraform: "dynamic Blocks". */
import type { Evaluator } from '../hcl/evaluate';
import type { Block, Body, Span } from '../hcl/tree';
import { isList, isObject, Unknown, type Value } from '../hcl/values';

export type Scope = ReadonlyMap<string, Value>;

/** A part without which the whole would say something else. */
export class NotKnown extends Error {
  constructor(readonly at: Span) {
    super('not known');
  }
}

export interface Expanded {
  readonly body: Body;
  readonly scope: Scope;
}

/** All blocks of one type, each with the names that are set in it. Throws `NotKnown` where their number is not known. */
export function expanded(body: Body, type: string, evaluator: Evaluator, scope: Scope): readonly Expanded[] {
  return body.blocks.flatMap((block) => {
    if (block.type === type) return [{ body: block.body, scope }];
    return block.type === 'dynamic' && block.labels[0] === type
      ? fromDynamic(block, type, evaluator, scope)
      : [];
  });
}

function fromDynamic(block: Block, type: string, evaluator: Evaluator, scope: Scope): readonly Expanded[] {
  const each = block.body.attributes.get('for_each')?.value;
  const content = block.body.blocks.find((inner) => inner.type === 'content')?.body;
  const iterator = block.body.attributes.get('iterator')?.value;
  const name = iterator?.kind === 'variable' ? iterator.name : type;
  const entries = each === undefined ? undefined : entriesOf(evaluator.value(each, scope));
  const opening = { start: block.start, end: block.start + 'dynamic ""'.length + type.length };
  if (content === undefined || entries === undefined) throw new NotKnown(opening);
  return entries.map(([key, value]) => ({
    body: content,
    scope: new Map(scope).set(
      name,
      new Map<string, Value>([
        ['key', key],
        ['value', value],
      ]),
    ),
  }));
}

function entriesOf(value: Value): readonly (readonly [Value, Value])[] | undefined {
  if (isObject(value)) return [...value];
  if (!isList(value) || value.some((item) => item instanceof Unknown && item.list)) return undefined;
  return value.map((item, index) => [index, item] as const);
}
