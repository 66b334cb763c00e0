/** Where a script of a shell holds texts in which it puts values: here-documents, and arguments that name a policy. */
import type { TextPart } from '../types';
import { expand, type Expanded } from './expand';

export interface Found {
  readonly expanded: Expanded;
  readonly part: TextPart;
}

type Known = ReadonlyMap<string, string>;

/** No policy is longer; what has no end is looked for that far, and no more often than `MAX_SCANNED` letters allow. */
const MAX_LENGTH = 60_000;
const MAX_SCANNED = 3_000_000;

/** Behind `=` it is one of Terraform's. */
const HEREDOC = /(?<![=<]\s{0,10})<<-?[ \t]{0,10}([A-Za-z_]\w{0,40})(?![\w"'])[^\n]{0,200}\n/g;
const ARGUMENT = /--(?:[\w-]{0,40}policy(?:-document)?|policy-text|content)[ =](?=["'])/g;
const DOUBLE = /"((?:[^"\\]|\\[^]){0,60000})"/y;
const SINGLE = /'([^']{0,60000})'/y;
const BARE = /\$(?:\{[^{}\n]{1,300}\}|\w{1,80})/y;

/** Texts that look like a policy and hold something that the shell puts in. */
export function textsOfShell(text: string, known: Known): readonly Found[] {
  return [...heredocs(text, known), ...words(text, known)]
    .filter(({ expanded: { text: written, names, mistaken }, part }) => {
      const puts = names.length > 0 || mistaken.length > 0 || written !== text.slice(part.start, part.end);
      return puts && /^\s*[{[]/.test(written) && /\bStatement\b/.test(written);
    })
    .sort((one, other) => one.part.start - other.part.start);
}

function heredocs(text: string, known: Known): readonly Found[] {
  const found: Found[] = [];
  let left = MAX_SCANNED;
  HEREDOC.lastIndex = 0;
  for (let match = HEREDOC.exec(text); match !== null && left > 0; match = HEREDOC.exec(text)) {
    const start = match.index + match[0].length;
    const rest = text.slice(start, start + MAX_LENGTH);
    const end = new RegExp(String.raw`^[ \t]{0,40}${match[1]!}[ \t]{0,10}\)?[ \t]{0,10}$`, 'm').exec(rest);
    left -= end?.index ?? rest.length;
    if (end === null) continue;
    const part = { start, end: start + end.index };
    found.push({ expanded: expand(rest.slice(0, end.index), known, false), part });
    HEREDOC.lastIndex = part.end;
  }
  return found;
}

/** Pieces side by side are one word: `'{"Resource":"'"$ARN"'"}'`. */
function words(text: string, known: Known): readonly Found[] {
  const found: Found[] = [];
  let left = MAX_SCANNED;
  ARGUMENT.lastIndex = 0;
  for (let match = ARGUMENT.exec(text); match !== null && left > 0; match = ARGUMENT.exec(text)) {
    const start = match.index + match[0].length;
    const word = wordAt(text, start, known);
    left -= word === undefined ? MAX_LENGTH : word.part.end - start;
    if (word === undefined) continue;
    found.push(word);
    ARGUMENT.lastIndex = word.part.end;
  }
  return found;
}

function wordAt(text: string, start: number, known: Known): Found | undefined {
  const pieces: Expanded[] = [];
  let at = start;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at += match[0].length;
    return match;
  };
  while (at < text.length && at - start < MAX_LENGTH && !/[\s;|&)]/.test(text[at]!)) {
    const double = take(DOUBLE)?.[1];
    const single = double === undefined ? take(SINGLE)?.[1] : undefined;
    if (double !== undefined) pieces.push(expand(double, known, true));
    else if (single !== undefined) pieces.push({ text: single, names: [], mistaken: [] });
    else {
      const bare = take(BARE)?.[0];
      if (bare === undefined) return undefined;
      pieces.push(expand(bare, known, false));
    }
  }
  // One in single quotation marks alone is JSON as it is.
  if (pieces.length === 1 && text[start] === "'") return undefined;
  const expanded = {
    text: pieces.map((piece) => piece.text).join(''),
    names: [...new Set(pieces.flatMap(({ names }) => names))],
    mistaken: pieces.flatMap(({ mistaken }) => mistaken),
  };
  return { expanded, part: { start, end: at } };
}
