/** Texts to try for an unknown key, by what the open atoms compare it with. */
import { globalKey } from '../../catalog/global-keys';
import type { KeyType } from '../../catalog/global-key';
import { globOf, literalGlob } from '../../language/glob';
import type { OperatorFamily } from '../../language/operators';
import { parseTemplate } from '../../language/template';
import { parseInstant } from '../conditions/date';
import { parseAddress } from '../conditions/ip';
import { parseDecimal } from '../conditions/numeric';
import { parseBool } from '../conditions/text';
import type { Facts } from '../facts';
import { Template } from '../request/template';
import { RESOURCE } from './atoms';
import type { Atom } from './atoms';
import { resourceParts } from '../match/resource-pattern';
import { baseOf } from './linked';
import { addressesAround, datesAround, numbersAround } from './scalars';
import { templateGlob } from './substitutions';
import { witnesses } from './witnesses';
import type { Pattern } from './witnesses';

export interface Pool {
  readonly texts: Set<string>;
  readonly fits: (text: string) => boolean;
  readonly cut: boolean;
}

const OTHER = ['other-value', 'another-value'];

const TYPE_OF_FAMILY: Readonly<Record<OperatorFamily, KeyType | undefined>> = {
  string: 'string',
  arn: 'string',
  binary: 'string',
  numeric: 'numeric',
  date: 'date',
  bool: 'bool',
  ip: 'ip',
  null: undefined,
};

const FITS: Readonly<Record<KeyType, (text: string) => boolean>> = {
  string: () => true,
  arn: (text) => text.startsWith('arn:') && text.split(':').length >= 6,
  bool: (text) => parseBool(text) !== undefined,
  numeric: (text) => parseDecimal(text) !== undefined,
  date: (text) => parseInstant(text) !== undefined,
  ip: (text) => parseAddress(text) !== undefined,
};

/** The type of a key: as documented, else as the operators that read it agree. As a variable it is text. */
function typeOf(key: string, atoms: readonly Atom[]): KeyType {
  const known = globalKey(key);
  if (known) return known.type;
  const types = new Set<KeyType>();
  for (const { condition } of atoms) {
    const type = condition?.lowerKey === key ? TYPE_OF_FAMILY[condition.node.operator.family] : 'string';
    if (type) types.add(type);
  }
  return types.size === 1 ? [...types][0]! : 'string';
}

function listedFor(key: string, atoms: readonly Atom[], family: OperatorFamily): readonly string[] {
  return atoms.flatMap(({ condition }) =>
    condition &&
    (condition.lowerKey === key || baseOf(condition.lowerKey) === key) &&
    condition.node.operator.family === family
      ? condition.node.values
      : [],
  );
}

/** Numbers that the time is compared with are seconds. */
function listedDates(key: string, atoms: readonly Atom[]): readonly string[] {
  const dates = listedFor(key, atoms, 'date');
  return key === 'aws:currenttime' ? [...dates, ...listedFor(key, atoms, 'numeric')] : dates;
}

function conditionPatterns(key: string, { condition }: Atom, facts: Facts): readonly Pattern[] {
  if (!condition || (condition.lowerKey !== key && baseOf(condition.lowerKey) !== key)) return [];
  const { family, comparison } = condition.node.operator;
  if (family !== 'string' && family !== 'arn') return [];
  return condition.node.values.flatMap((listed): readonly Pattern[] => {
    const parts = condition.variables ? parseTemplate(listed) : [{ kind: 'text', text: listed } as const];
    const resolved = new Template(parts).resolve(facts.lookup);
    if (resolved.kind !== 'glob') return [];
    const glob = comparison === 'like' ? resolved.glob : literalGlob(resolved.glob.text);
    return [{ glob, mode: family === 'arn' ? 'arn' : comparison === 'equalsIgnoreCase' ? 'fold' : 'text' }];
  });
}

/** Patterns of the text and ARN operators on a key, with known variables put in. */
function patternsFor(key: string, atoms: readonly Atom[], facts: Facts): readonly Pattern[] {
  if (key !== RESOURCE) return atoms.flatMap((atom) => conditionPatterns(key, atom, facts));
  return atoms.flatMap((atom) =>
    atom.patterns.map((text): Pattern => ({ glob: templateGlob(resourceParts(text), facts), mode: 'text' })),
  );
}

/** What every value of the key looks like. */
function domainOf(key: string, type: KeyType, facts: Facts): Pattern | undefined {
  // A key has a name.
  if (key === RESOURCE) return { glob: globOf(`${facts.resourcePrefix ?? ''}?*`), mode: 'text' };
  return type === 'arn' ? { glob: globOf('arn:*:*:*:*:*'), mode: 'text' } : undefined;
}

/** Unique IDs in a Principal element are compared with the caller's, and with what stands before its colon. */
function uniqueIds(key: string, atoms: readonly Atom[]): readonly string[] {
  if (key !== 'aws:userid') return [];
  const entries = atoms.filter((atom) => !atom.condition).flatMap((atom) => atom.patterns);
  return entries.flatMap((entry) => [entry, `${entry}:session`]);
}

/** A tag may have an empty value, which `Null` takes for none at all while text operators compare it. */
function emptyTag(key: string, atoms: readonly Atom[]): readonly string[] {
  const families = new Set(atoms.map(({ condition }) => condition?.node.operator.family));
  return key.includes('tag/') && families.has('null') && families.size > 1 ? [''] : [];
}

const IN_TEXT_FORM: ReadonlySet<KeyType> = new Set(['numeric', 'date', 'ip']);

/** The texts for one key, from the atoms that read it. Texts that the key's type rules out are left out. */
export function poolFor(key: string, all: readonly Atom[], facts: Facts): Pool {
  const atoms = all.filter((atom) => atom.keys.includes(key));
  const type = typeOf(key, atoms);
  const fits = FITS[type];
  if (type === 'bool') return { texts: new Set(['true', 'false']), fits, cut: false };
  const patterns = patternsFor(key, atoms, facts);
  const ranges = listedFor(key, atoms, 'ip');
  const found = witnesses(patterns, domainOf(key, type, facts));
  const asSeconds = key === 'aws:epochtime';
  const texts = [
    ...atoms.flatMap(({ examples }) => examples?.get(key) ?? []),
    // What a policy lists word for word reads best, so it goes first.
    ...(key === RESOURCE ? [] : patterns.flatMap(({ glob }) => (glob.wild === undefined ? [glob.text] : []))),
    ...numbersAround(listedFor(key, atoms, 'numeric')),
    ...datesAround(listedDates(key, atoms), asSeconds),
    ...(ranges.length > 0 || type === 'ip' ? addressesAround(ranges) : []),
    ...listedFor(key, atoms, 'binary'),
    ...(listedFor(key, atoms, 'bool').length > 0 ? ['true', 'false'] : []),
    ...uniqueIds(key, atoms),
    ...(key === RESOURCE ? [] : OTHER.map((text) => (type === 'arn' ? `arn:aws:${text}:::${text}` : text))),
    ...found.texts,
    ...emptyTag(key, atoms),
    ...(type === 'numeric' ? ['0', '1'] : []),
    ...(type === 'date' ? [asSeconds ? '0' : '2020-01-01T00:00:00Z'] : []),
  ];
  // Wildcards over numbers, dates and addresses are not followed to the end.
  const rough = IN_TEXT_FORM.has(type) && patterns.some(({ glob }) => glob.wild !== undefined);
  return { texts: new Set(texts.filter(fits)), fits, cut: found.cut || rough };
}
