/**
 * Stand-ins for names: same length, vowels for vowels, digits for digits, capitals where capitals were.
 * Which letter stands for which depends on the letters before it and on the order of first appearance, never on the name
 * itself, so nothing can be computed back; and two names that begin alike still begin alike, so wildcards match as before.
 */

const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnpqrstvwxyz';
const DIGITS = '0123456789';

/** Words that AWS gives a meaning; without them a policy could not be read any more. */
const KEPT: ReadonlySet<string> = new Set(
  [
    'root user role group policy aws amazonaws com org net io cn default repo ref refs heads tags environment',
    'main pull_request system serviceaccount awsreservedsso sso amazon internal cdk log group alias key secret',
    'fullawsaccess rcpfullawsaccess organizationaccountaccessrole awscontroltowerexecution administratoraccess',
    'readonlyaccess poweruseraccess true false vpce vpc subnet sg eni vol ami snap i o r ou',
  ].flatMap((line) => line.split(' ')),
);

export interface WordMask {
  /** The words of a text masked, everything between them kept. */
  readonly mask: (text: string) => string;
  /** Only words that were masked before, and only of four letters or more: for prose. */
  readonly maskKnown: (text: string) => string;
}

export function wordMask(): WordMask {
  const letters = new Map<string, Map<string, string>>();
  const known = new Map<string, string>();
  let turn = 7;

  const substitute = (before: string, letter: string): string => {
    const alphabet = [VOWELS, CONSONANTS, DIGITS].find((letters) => letters.includes(letter))!;
    const key = before + alphabet.charAt(0);
    const taken = letters.get(key) ?? new Map<string, string>();
    letters.set(key, taken);
    let found = taken.get(letter);
    if (found === undefined) {
      turn += 5;
      const used = new Set(taken.values());
      for (let at = turn; found === undefined; at += 1) {
        const candidate = alphabet[at % alphabet.length]!;
        if (!used.has(candidate)) found = candidate;
      }
      taken.set(letter, found);
    }
    return found;
  };

  const maskWord = (word: string): string => {
    const lower = word.toLowerCase();
    if (KEPT.has(lower)) return word;
    let before = '';
    let masked = '';
    for (const [at, letter] of Array.from(lower).entries()) {
      const found = substitute(before, letter);
      masked += word[at] === letter ? found : found.toUpperCase();
      before += letter;
    }
    known.set(lower, masked.toLowerCase());
    return masked;
  };

  /** A part of `ReadPayroll` that is a name elsewhere. */
  const maskKnownPart = (part: string): string =>
    part.length >= 4 && known.has(part.toLowerCase()) ? maskWord(part) : part;

  return {
    mask: (text) => outsideVariables(text, (part) => part.replace(/[A-Za-z0-9]+/g, maskWord)),
    maskKnown: (text) =>
      text.replace(/[A-Za-z0-9]{4,}/g, (word) =>
        known.has(word.toLowerCase())
          ? maskWord(word)
          : word.replace(/[A-Z]?[a-z]{3,}|[A-Z]{4,}/g, maskKnownPart),
      ),
  };
}

/** `${aws:username}` names a key and stays. */
function outsideVariables(text: string, change: (part: string) => string): string {
  return text
    .split(/(\$\{[^}]*\})/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}
