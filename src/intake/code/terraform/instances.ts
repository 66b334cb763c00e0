/** The resources that one block makes: Terraform, "The for_each Meta-Argument", "The count Meta-Argument". */
import type { Evaluator } from '../hcl/evaluate';
import type { Block } from '../hcl/tree';
import { isKnown, isList, isObject, type Value } from '../hcl/values';

export interface Instance {
  readonly block: Block;
  readonly key: string;
  /** Behind the address or a name that all have: `["key"]`, `[1]`; nothing where there is only one by its number. */
  readonly suffix: string;
  /** What `each` and `count` stand for. */
  readonly scope: ReadonlyMap<string, Value>;
}

/** So many of one block are read; what makes more is a list of data. */
export const MAX_INSTANCES = 50;

export interface Instances {
  readonly list: readonly Instance[];
  /** How many there are in all. */
  readonly all: number;
}

/**
 * What a block makes, in Terraform's order; undefined where it has no such argument or its values are not known. None at
 * all counts as not known: a default that switches a block off says little about the policy in it.
 */
export function instancesOf(block: Block, evaluator: Evaluator): Instances | undefined {
  const argument = (name: string): Value | undefined => {
    const given = block.body.attributes.get(name);
    return given === undefined ? undefined : evaluator.value(given.value, new Map());
  };
  const count = argument('count');
  if (typeof count === 'number' && Number.isInteger(count) && count > 0)
    return {
      all: count,
      list: Array.from({ length: Math.min(count, MAX_INSTANCES) }, (_, index) => ({
        block,
        key: String(index),
        suffix: count === 1 ? '' : `[${index}]`,
        scope: new Map([['count', new Map<string, Value>([['index', index]])]]),
      })),
    };
  const entries = entriesOf(argument('for_each'));
  if (entries === undefined || entries.length === 0) return undefined;
  return {
    all: entries.length,
    list: entries.slice(0, MAX_INSTANCES).map(([key, value]) => ({
      block,
      key,
      suffix: `[${JSON.stringify(key)}]`,
      scope: new Map([
        [
          'each',
          new Map<string, Value>([
            ['key', key],
            ['value', value],
          ]),
        ],
      ]),
    })),
  };
}

/** The keys of a map, or the texts of a set, each once and sorted; a value of a map may stand open. */
function entriesOf(value: Value | undefined): readonly (readonly [string, Value])[] | undefined {
  if (value === undefined) return undefined;
  if (isObject(value)) {
    const entries = [...value];
    return entries.every(([key]) => isKnown(key)) ? sorted(entries) : undefined;
  }
  if (!isList(value) || !value.every((item) => typeof item === 'string' && isKnown(item))) return undefined;
  return sorted([...new Set(value as readonly string[])].map((item) => [item, item]));
}

function sorted(entries: readonly (readonly [string, Value])[]): readonly (readonly [string, Value])[] {
  return [...entries].sort(([one], [other]) => (one < other ? -1 : 1));
}
