/** Values to try for policy variables: made-up ones, listed ones, and those with which a template meets a text beside it. */
import { globalKey } from '../catalog/global-keys';
import { globMatches, globOf } from '../language/glob';
import type { TemplatePart } from '../language/template';
import type { Template } from './atoms';
import type { Formula } from './formula';
import { mayBeEmpty } from './key-facts';
import type { Space } from './space';
import { variablesOf } from './templates';
import type { Values } from './templates';

const PER_VARIABLE = 12;

const USUAL: ReadonlyMap<string, string> = new Map([
  ['aws:principalaccount', '111122223333'],
  ['aws:principalarn', 'arn:aws:iam::111122223333:role/example'],
  ['aws:principaltype', 'AssumedRole'],
  ['aws:resourceaccount', '111122223333'],
  ['aws:requestedregion', 'eu-west-1'],
  ['aws:currenttime', '2030-01-01T00:00:00Z'],
  ['aws:securetransport', 'true'],
  ['aws:viaawsservice', 'false'],
]);

const isAlways = (key: string): boolean =>
  globalKey(key)?.always === true || key === 'aws:principalarn' || key === 'aws:resourceaccount';

interface Texts {
  /** The key that a text is compared with; undefined: the resource. */
  readonly key: string | undefined;
  readonly plain: readonly string[];
  readonly templates: readonly Template[];
}

const filled = (pattern: string): string => pattern.replaceAll('*', 'x').replaceAll('?', 'x');

/** The texts of the statements that a formula speaks of. */
function textsOf(space: Space, formula: Formula): readonly Texts[] {
  const found = new Map<number, Texts>();
  for (const id of space.formulas.used(formula)) {
    for (const { atom } of space.statements[id]!.literals) {
      if (atom.kind === 'resource')
        found.set(atom.id, { key: undefined, plain: atom.plain, templates: atom.templates });
      else if (atom.kind === 'condition' && atom.matcher) {
        const { key, plainValues, templates } = atom.matcher;
        found.set(atom.id, { key, plain: plainValues, templates });
      }
    }
  }
  return [...found.values()];
}

/** What stands for the one variable of a template in a text that the template covers. */
function stretchOf(parts: readonly TemplatePart[], text: string): readonly [string, string] | undefined {
  const at = parts.findIndex(({ kind }) => kind === 'variable');
  const part = parts[at];
  if (part?.kind !== 'variable' || parts.some((one, each) => each !== at && one.kind === 'variable'))
    return undefined;
  const side = (list: readonly TemplatePart[]): string =>
    list.map((one) => (one.kind === 'variable' ? '' : one.text)).join('');
  const before = globOf(side(parts.slice(0, at)));
  const after = globOf(side(parts.slice(at + 1)));
  for (let start = 0; start <= text.length; start += 1) {
    if (!globMatches(before, text.slice(0, start))) continue;
    for (let end = start; end <= text.length; end += 1) {
      if (globMatches(after, text.slice(end)) && end > start)
        return [part.key.toLowerCase(), text.slice(start, end)];
    }
  }
  return undefined;
}

const LONGEST = 300;

function* meetings(
  texts: readonly Texts[],
  pools: ReadonlyMap<string, string[]>,
): Generator<readonly [string, string]> {
  const plain = texts.flatMap((one) => one.plain.filter((text) => text.length < LONGEST).map(filled));
  for (const { key, templates } of texts) {
    for (const { parts } of templates) {
      for (const text of plain.slice(0, 40)) {
        const found = stretchOf(parts, text);
        if (found) yield found;
      }
      const [only, ...more] = variablesOf(parts);
      if (key === undefined || only === undefined || more.length > 0) continue;
      // What the compared key may be, the variable may be as well.
      for (const text of pools.get(key) ?? []) if (text !== '') yield [only, text];
    }
  }
}

/**
 * Sets of values for the variables that a formula hangs on, the likeliest first; at most `most`. `all`: for every
 * variable of the policies.
 */
export function* environments(space: Space, formula: Formula, all: boolean, most: number): Generator<Values> {
  const texts = textsOf(space, formula);
  const own = new Set(texts.flatMap(({ templates }) => templates.flatMap(({ parts }) => variablesOf(parts))));
  const keys = all
    ? [...space.variables]
    : [...own, ...[...space.variables].filter((key) => isAlways(key) && !own.has(key))];
  if (keys.length === 0) return;
  const listed = (key: string): readonly string[] =>
    space.matchers
      .filter((one) => one.key === key && (one.family === 'string' || one.family === 'arn'))
      .flatMap(({ plainValues }) => plainValues.map(filled));
  const pools = new Map(
    keys.map((key) => {
      const usual = USUAL.get(key);
      const made = usual === undefined ? ['alice', ...listed(key), 'bob'] : [usual, ...listed(key)];
      return [key, [...new Set([...made, ...(mayBeEmpty(key) ? [''] : [])])]];
    }),
  );
  for (let turn = 0; turn < 2; turn += 1) {
    for (const [key, text] of meetings(texts, pools)) {
      const pool = pools.get(key);
      if (pool && pool.length < 2 * PER_VARIABLE && !pool.includes(text)) pool.push(text);
    }
  }
  const lists = keys.map((key): readonly (string | undefined)[] => {
    const pool = pools.get(key)!.slice(0, PER_VARIABLE);
    return isAlways(key) ? pool : [...pool, undefined];
  });
  const at = keys.map(() => 0);
  for (let made = 0; made < most; made += 1) {
    yield new Map(keys.map((key, each) => [key, lists[each]![at[each]!]]));
    let each = 0;
    while (each < keys.length && ++at[each]! >= lists[each]!.length) {
      at[each] = 0;
      each += 1;
    }
    if (each === keys.length) return;
  }
}
