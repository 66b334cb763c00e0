/** Small faults of a pasted policy that IAM refuses, undone one by one with the layout kept. */
import { visit } from 'jsonc-parser';

export interface Repair {
  readonly problem: string;
  readonly fixed: string;
}

/** Repairs to try, the smallest change first; each builds on the one before. */
export function* repairs(text: string): Generator<Repair> {
  const invisible = text.replace(/^\uFEFF/, '').replace(/[\u200B-\u200F\u2060\uFEFF]/g, '');
  const spaces = outsideStrings(invisible, (part) => part.replace(/[\u00A0\u2007\u202F\u3000]/g, ' '));
  if (spaces !== text)
    yield {
      problem: 'It has invisible characters, such as no-break spaces, that JSON does not know.',
      fixed: spaces,
    };
  const quotes = spaces.replace(/[\u201C-\u201F\u00AB\u00BB]/g, '"').replace(/[\u2018-\u201B]/g, "'");
  if (quotes !== spaces)
    yield { problem: 'It has typographic quotation marks; JSON knows only straight ones.', fixed: quotes };
  const plain = withoutExtras(quotes);
  if (plain !== undefined) {
    yield { problem: extrasProblem(plain), fixed: plain.fixed };
  }
  if (/^\s*\{\s*\\+"/.test(quotes))
    yield {
      problem: 'Its quotation marks have backslashes in front, as inside a string.',
      fixed: unescaped(quotes),
    };
  if (!quotes.includes('"') && quotes.includes("'"))
    yield {
      problem: 'It has single quotation marks; JSON knows only double ones.',
      fixed: singleQuotes(quotes),
    };
}

function outsideStrings(text: string, change: (part: string) => string): string {
  return text.replace(/"[^"\\]*(?:\\[^][^"\\]*)*"|[^"]+/g, (part) =>
    part.startsWith('"') ? part : change(part),
  );
}

interface Extras {
  readonly fixed: string;
  readonly comments: number;
  readonly commas: number;
}

/** The text without comments and without commas before a closing bracket; the lines stay where they are. */
function withoutExtras(text: string): Extras | undefined {
  const cuts: { readonly offset: number; readonly length: number }[] = [];
  let comments = 0;
  let comma: number | undefined;
  const closing = (): void => {
    if (comma !== undefined) cuts.push({ offset: comma, length: 1 });
    comma = undefined;
  };
  const value = (): void => {
    comma = undefined;
  };
  try {
    visit(
      text,
      {
        onComment: (offset, length) => {
          comments += 1;
          cuts.push({ offset, length });
        },
        onSeparator: (character, offset) => {
          comma = character === ',' ? offset : undefined;
        },
        onObjectProperty: value,
        onObjectBegin: value,
        onArrayBegin: value,
        onLiteralValue: value,
        onObjectEnd: closing,
        onArrayEnd: closing,
      },
      { allowTrailingComma: true },
    );
  } catch {
    return undefined; // nested beyond reason
  }
  if (cuts.length === 0) return undefined;
  return { fixed: cutOut(text, cuts), comments, commas: cuts.length - comments };
}

function cutOut(text: string, cuts: { readonly offset: number; readonly length: number }[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { offset, length } of [...cuts].sort((a, b) => a.offset - b.offset)) {
    parts.push(
      text
        .slice(at, offset)
        .replace(/(?<![ \t])[ \t]+$/, (spaces) => (endsLine(text, offset + length) ? '' : spaces)),
    );
    at = offset + length;
  }
  return parts.join('') + text.slice(at);
}

function endsLine(text: string, offset: number): boolean {
  return offset >= text.length || /^[\r\n]/.test(text.slice(offset, offset + 1));
}

function extrasProblem({ comments, commas }: Extras): string {
  const what = [comments > 0 ? 'comments' : '', commas > 0 ? 'a comma before a closing bracket' : ''];
  return `It has ${what.filter((part) => part !== '').join(' and ')}; IAM refuses that.`;
}

function unescaped(text: string): string {
  return text
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, '\t')
    .replace(/(?<!\\)\\+"/g, '"');
}

/** As Python prints a dictionary. */
function singleQuotes(text: string): string {
  return text
    .replace(/u?'([^'\\]*)'/g, '"$1"')
    .replace(/\bTrue\b/g, 'true')
    .replace(/\bFalse\b/g, 'false')
    .replace(/\bNone\b/g, 'null');
}
