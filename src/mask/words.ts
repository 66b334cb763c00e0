/**
 * Stand-ins for names: same length, vowels for vowels, digits for digits, capitals where capitals were.
 * Which letter stands for which depends on the letters before it and on the order of first appearance, never on the name
 * itself, so nothing can be computed back; and two names that begin alike still begin alike, so wildcards match as before.
 */
import { COMMON_WORDS, isOfAws } from './vocabulary';

const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnpqrstvwxyz';
const DIGITS = '0123456789';
/** For letters of any other alphabet. */
const FURTHER = 'àáâãäåæçèéêëìíîïñòóôõöøùúûüýþāăą';
const ALPHABETS = [VOWELS, CONSONANTS, DIGITS];

const WORD = /[\p{L}\p{N}]+/gu;
/** The parts of `ReadPayrollV2`. */
const PART = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}]+|\p{N}+/gu;
/** Shorter words of prose are as likely to be just words. */
const SHORTEST = 3;

export interface WordMask {
  /** The words of a text masked, everything between them kept. */
  readonly mask: (text: string) => string;
  /** The same, without remembering them: letters of an identifier are no words that could stand in prose. */
  readonly maskLetters: (text: string) => string;
  /** The same for a text that people read: common words stay. */
  readonly maskLabel: (text: string) => string;
  /** Only words that were masked before: for prose. */
  readonly maskKnown: (text: string) => string;
  /** Every word that was masked, in small letters, with its stand-in. */
  readonly known: ReadonlyMap<string, string>;
}

export function wordMask(): WordMask {
  const letters = new Map<string, Map<string, string>>();
  const known = new Map<string, string>();
  let turn = 7;

  const substitute = (before: string, letter: string): string => {
    const alphabet = ALPHABETS.find((one) => one.includes(letter)) ?? FURTHER;
    const key = before + alphabet.charAt(0);
    const taken = letters.get(key) ?? new Map<string, string>();
    letters.set(key, taken);
    let found = taken.get(letter);
    if (found === undefined) {
      turn += 5;
      const used = new Set(taken.values());
      const free = Array.from(alphabet, (_, at) => alphabet[(turn + at) % alphabet.length]!).filter(
        (candidate) => !used.has(candidate),
      );
      found = free.find((candidate) => candidate !== letter) ?? free[0] ?? letter;
      taken.set(letter, found);
    }
    return found;
  };

  const maskLetters = (word: string): string => {
    if (isOfAws(word)) return word;
    let before = '';
    let masked = '';
    for (const letter of word) {
      const small = letter.toLowerCase();
      const found = substitute(before, small);
      masked += small === letter ? found : found.toUpperCase();
      before += small;
    }
    return masked;
  };

  const maskWord = (word: string): string => {
    const masked = maskLetters(word);
    if (masked !== word) known.set(word.toLowerCase(), masked.toLowerCase());
    return masked;
  };

  /** Was it masked elsewhere, and is it more than a common or a short word? */
  const isTelling = (word: string): boolean =>
    word.length >= SHORTEST && known.has(word.toLowerCase()) && !COMMON_WORDS.has(word.toLowerCase());

  const maskPart = (part: string): string => {
    const isPlain = COMMON_WORDS.has(part.toLowerCase()) || part.length < SHORTEST || /^\d{1,4}$/.test(part);
    return isPlain ? part : maskWord(part);
  };

  /** `ReportWriterAccess` where `ReportWriter` is a name: the longest runs of parts that are names first. */
  const maskParts = (word: string, other: (part: string) => string): string => {
    const parts = [...word.matchAll(PART)].map(({ 0: part, index }) => ({
      start: index,
      end: index + part.length,
    }));
    let masked = '';
    let at = 0;
    for (let first = 0; first < parts.length; first += 1) {
      const { start } = parts[first]!;
      let last = parts.length - 1;
      while (last > first && !isTelling(word.slice(start, parts[last]!.end))) last -= 1;
      const run = word.slice(start, parts[last]!.end);
      masked += word.slice(at, start) + (isTelling(run) ? maskWord(run) : other(run));
      at = parts[last]!.end;
      first = last;
    }
    return masked + word.slice(at);
  };

  return {
    known,
    maskLetters: (text) => text.replace(WORD, maskLetters),
    mask: (text) => outsideVariables(text, (part) => part.replace(WORD, maskWord)),
    maskLabel: (text) => text.replace(WORD, (word) => maskParts(word, maskPart)),
    maskKnown: (text) => text.replace(WORD, (word) => maskParts(word, (part) => part)),
  };
}

/** `${aws:username}` names a key and stays. */
function outsideVariables(text: string, change: (part: string) => string): string {
  return text
    .split(/(\$\{[^}]*\})/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}
