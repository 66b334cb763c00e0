/** Single values of a key, one for each way in which what they are compared with can answer. */
import { canonicalBase64 } from '../../engine/conditions/binary';
import { parseInstant } from '../../engine/conditions/date';
import { parseRange } from '../../engine/conditions/ip';
import { compareDecimals, parseDecimal } from '../../engine/conditions/numeric';
import type { Decimal } from '../../engine/conditions/numeric';
import { parseBool } from '../../engine/conditions/text';
import type { OperatorFamily } from '../../language/operators';
import { globOf } from '../../language/glob';
import type { parseTemplate } from '../../language/template';
import type { Matcher } from '../atoms';
import { classesOf } from '../automaton/joint';
import type { JointOptions } from '../automaton/joint';
import { Language } from '../automaton/language';
import { arnPattern, folded, globPattern, literal } from '../automaton/tokens';
import type { Pattern } from '../automaton/tokens';
import { ARN_TEXTS, TEXTS, accountTexts } from '../domains';
import { ACCOUNT_KEYS, CALLED_VIA, CURRENT_TIME, EPOCH_TIME, mayBeEmpty } from '../key-facts';
import type { KeyFacts } from '../key-facts';
import { boolPattern, isOpen, templatePattern } from '../templates';
import type { Values } from '../templates';
import { MOST_FREE, setKey, subsets } from './choice';
import type { Incomplete } from './choice';
import { addressesAround, datesAround, numbersAround } from './points';

export interface Single {
  readonly text: string;
  /** The matchers that list it. */
  readonly listedBy: ReadonlySet<number>;
  readonly free: boolean;
}

export interface Singles {
  readonly list: readonly Single[];
  readonly incomplete: Incomplete | undefined;
}

/** A plain listed value as a pattern; undefined where nothing matches it. */
function plainPattern({ family, comparison }: Matcher, value: string): Pattern | undefined {
  if (family === 'bool') {
    const asked = parseBool(value);
    return asked === undefined ? undefined : boolPattern(asked);
  }
  if (comparison === 'equalsIgnoreCase') return folded(value);
  const pattern = comparison === 'like' ? globPattern(globOf(value)) : literal(value);
  return family === 'arn' ? arnPattern(pattern) : pattern;
}

const plainLanguages = new WeakMap<Matcher, Language>();

function plainLanguage(matcher: Matcher): Language {
  let language = plainLanguages.get(matcher);
  if (!language) {
    const patterns = matcher.plainValues.map((value) => plainPattern(matcher, value));
    language = new Language(patterns.filter((pattern) => pattern !== undefined));
    plainLanguages.set(matcher, language);
  }
  return language;
}

/** The text under the name that a matcher reads it by. */
export function asRead(matcher: Pick<Matcher, 'key'>, text: string): string {
  if (matcher.key !== EPOCH_TIME) return text;
  const instant = parseInstant(text);
  return instant === undefined ? text : String(instant / 1000);
}

function listsPlain(matcher: Matcher, text: string): boolean {
  const actual = asRead(matcher, text);
  return matcher.plain.truth(() => actual) === 'yes';
}

interface FreeTemplate {
  readonly language: Language;
  readonly matchers: number[];
}

/** The templates of all matchers, each once: open ones by their pattern from above, the others put to their matcher. */
function templatesOf(
  matchers: readonly Matcher[],
  values: Values | undefined,
): readonly (FreeTemplate & { readonly open: boolean })[] {
  const found = new Map<string, FreeTemplate & { open: boolean }>();
  for (const matcher of matchers) {
    for (const { id, parts } of matcher.templates) {
      const known = found.get(id);
      if (known) {
        known.matchers.push(matcher.id);
        continue;
      }
      const open = values === undefined && isOpen(parts);
      const pattern =
        matcher.family === 'bool'
          ? boolTemplate(parts, values, open)
          : templatePattern(parts, matcher, values);
      if (pattern) found.set(id, { language: new Language([pattern]), matchers: [matcher.id], open });
    }
  }
  return [...found.values()];
}

function boolTemplate(
  parts: ReturnType<typeof parseTemplate>,
  values: Values | undefined,
  open: boolean,
): Pattern | undefined {
  if (open) return globPattern(globOf('*'));
  const pattern = templatePattern(parts, { family: 'bool', comparison: 'equals' }, values);
  const text = pattern
    ?.map((token) => (token.kind === 'char' ? String.fromCodePoint(token.code) : ''))
    .join('');
  const asked = text === undefined ? undefined : parseBool(text);
  return asked === undefined ? undefined : boolPattern(asked);
}

/** What a concrete text can be to the matchers: one way, or several while templates are open. */
export function waysOf(
  text: string,
  matchers: readonly Matcher[],
  values: Values | undefined,
): readonly Single[] {
  const base = new Set<number>();
  for (const matcher of matchers) if (listsPlain(matcher, text)) base.add(matcher.id);
  const free: (readonly number[])[] = [];
  for (const { language, matchers: ids, open } of templatesOf(matchers, values)) {
    if (!language.matches(text)) continue;
    if (open) free.push(ids);
    else for (const id of ids) base.add(id);
  }
  return subsets(free.slice(0, MOST_FREE)).map((chosen) => ({
    text,
    listedBy: new Set([...base, ...chosen.flat()]),
    free: free.length > 0,
  }));
}

function distinct(list: readonly Single[], preferred: ReadonlySet<string>): readonly Single[] {
  const found = new Map<string, Single>();
  for (const single of list) {
    const key = `${single.text === ''} ${setKey(single.listedBy)}`;
    const before = found.get(key);
    if (!before || (preferred.has(single.text) && !preferred.has(before.text))) found.set(key, single);
  }
  return [...found.values()];
}

/** What a key can hold. */
function textsOf(dimension: string, { type }: KeyFacts, matchers: readonly Matcher[]): Language {
  if (!ACCOUNT_KEYS.has(dimension)) return type === 'arn' ? ARN_TEXTS : TEXTS;
  return accountTexts(matchers.flatMap(({ plainValues }) => plainValues.filter((text) => text !== '')));
}

function ofTexts(
  dimension: string,
  matchers: readonly Matcher[],
  facts: KeyFacts,
  values: Values | undefined,
  options: JointOptions,
): Singles {
  const templates = templatesOf(matchers, values);
  const languages = [...matchers.map(plainLanguage), ...templates.map(({ language }) => language)];
  const within = textsOf(dimension, facts, matchers);
  const { classes, cut } = classesOf(languages, { within }, options);
  if (cut) return { list: [], incomplete: { kind: 'cap', of: matchers[0]!.key } };
  const list: Single[] = [];
  for (const { label, text } of classes) {
    const base = new Set<number>();
    const free: (readonly number[])[] = [];
    for (const at of label) {
      if (at < matchers.length) base.add(matchers[at]!.id);
      else {
        const template = templates[at - matchers.length]!;
        if (template.open) free.push(template.matchers);
        else for (const id of template.matchers) base.add(id);
      }
    }
    if (free.length > MOST_FREE) return { list: [], incomplete: { kind: 'cap', of: matchers[0]!.key } };
    for (const chosen of subsets(free)) {
      list.push({ text, listedBy: new Set([...base, ...chosen.flat()]), free: free.length > 0 });
    }
  }
  return { list, incomplete: undefined };
}

const isNot = <T>(value: T | undefined): value is T => value !== undefined;

function decimalText({ negative, whole, fraction }: Decimal): string {
  return `${negative ? '-' : ''}${whole || '0'}${fraction ? `.${fraction}` : ''}`;
}

/** Texts that stand for all values of one family. */
function pointsOf(
  family: OperatorFamily,
  dimension: string,
  matchers: readonly Matcher[],
): readonly string[] {
  const listed = matchers.flatMap(({ values }) => values);
  switch (family) {
    case 'numeric': {
      if (dimension === CURRENT_TIME) return datesAround(listed.map(parseInstant).filter(isNot));
      const numbers = listed.map(parseDecimal).filter(isNot).sort(compareDecimals);
      return numbersAround(numbers.map(decimalText));
    }
    case 'date':
      return datesAround(listed.map(parseInstant).filter(isNot));
    case 'ip':
      return addressesAround(listed.map((value) => parseRange(value.trim())).filter(isNot));
    case 'binary':
      return [...new Set(listed.map(canonicalBase64).filter(isNot)), 'T3RoZXI'];
    case 'bool':
      return ['true', 'false'];
    case 'string':
    case 'arn':
    case 'null':
      return ['other-value', ...matchers.flatMap(({ plainValues }) => plainValues)];
  }
}

const TEXTUAL: ReadonlySet<OperatorFamily> = new Set(['string', 'arn', 'bool']);

/** A key that nothing is compared with: only whether it is there counts. */
function anyValue(dimension: string, { type }: KeyFacts): string {
  if (dimension === CURRENT_TIME) return '2030-01-01T00:00:00Z';
  if (dimension === CALLED_VIA) return 'cloudformation.amazonaws.com';
  switch (type) {
    case 'bool':
      return 'true';
    case 'numeric':
      return '1';
    case 'date':
      return '2030-01-01T00:00:00Z';
    case 'ip':
      return '192.0.2.1';
    case 'arn':
      return 'arn:aws:iam::111122223333:role/example';
    case 'binary':
      return 'T3RoZXI';
    case 'string':
    case undefined:
      return 'example';
  }
}

/** All single values of a key, as far as the matchers can tell them apart. */
export function singlesOf(
  dimension: string,
  facts: KeyFacts,
  matchers: readonly Matcher[],
  values: Values | undefined,
  options: JointOptions,
): Singles {
  const listed = new Set(matchers.flatMap(({ plainValues }) => plainValues));
  const blank = mayBeEmpty(dimension) ? waysOf('', matchers, values) : [];
  const finish = ({ list, incomplete }: Singles): Singles => ({
    list: distinct([...list, ...blank], listed),
    incomplete,
  });
  const ofPoints = (texts: readonly string[], incomplete?: Incomplete): Singles =>
    finish({ list: texts.flatMap((text) => waysOf(text, matchers, values)), incomplete });
  if (matchers.length === 0) return ofPoints([anyValue(dimension, facts)]);
  const families = new Set(matchers.map(({ family }) => family));
  if (facts.type === 'bool') return ofPoints(['true', 'false']);
  if (families.size === 1 && families.has('bool') && facts.type === undefined)
    return ofPoints(['true', 'false']);
  if ([...families].every((family) => TEXTUAL.has(family)))
    return finish(ofTexts(dimension, matchers, facts, values, options));
  const times =
    dimension === CURRENT_TIME && [...families].every((one) => one === 'date' || one === 'numeric');
  if (times)
    return ofPoints(datesAround(matchers.flatMap((one) => one.values.map(parseInstant).filter(isNot))));
  if (families.size === 1) return ofPoints(pointsOf([...families][0]!, dimension, matchers));
  const texts = [...families].flatMap((family) => pointsOf(family, dimension, matchers));
  return ofPoints(texts, { kind: 'mixed', key: matchers[0]!.key });
}
