/** Building runs of text: pieces set in the code face or bold, and lists joined the way people write them. */
import type { Rich } from './types';

export type Piece = Rich[number];

export function code(text: string): Piece {
  return { code: text };
}

export function strong(text: string): Piece {
  return { strong: text };
}

/** A template of text and pieces; a nested run is spliced in, and neighbouring plain text is joined. */
export function rich(strings: TemplateStringsArray, ...values: readonly (Piece | number | Rich)[]): Rich {
  const pieces: Piece[] = [];
  strings.forEach((text, at) => {
    pieces.push(text);
    const value = values[at];
    if (value === undefined) return;
    if (Array.isArray(value)) pieces.push(...(value as Rich));
    else pieces.push(typeof value === 'number' ? String(value) : (value as Piece));
  });
  return joined(pieces);
}

/** Several runs one after the other, with a space between those that are not empty. */
export function sentences(...runs: readonly (Rich | undefined)[]): Rich {
  const kept = runs.filter((run): run is Rich => run !== undefined && run.length > 0);
  return joined(kept.flatMap((run, at) => (at === 0 ? run : [' ', ...run])));
}

function joined(pieces: readonly Piece[]): Rich {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece === '') continue;
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece;
    else result.push(piece);
  }
  return result;
}

/** `a`, `a or b`, `a, b or c`. */
export function list(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)!}`;
}

/** The same for runs of text. */
export function richList(items: readonly Rich[], word: 'and' | 'or' = 'and'): Rich {
  return joined(
    items.flatMap((item, at) => {
      if (at === 0) return item;
      return [at === items.length - 1 ? ` ${word} ` : ', ', ...item];
    }),
  );
}

/** The words alone, for labels, titles and the live region. */
export function plain(text: Rich): string {
  return text
    .map((piece) => (typeof piece === 'string' ? piece : 'code' in piece ? piece.code : piece.strong))
    .join('');
}

/** The words with code between backticks, for Markdown and for tests. */
export function markdown(text: Rich): string {
  return text
    .map((piece) =>
      typeof piece === 'string' ? piece : 'code' in piece ? `\`${piece.code}\`` : `**${piece.strong}**`,
    )
    .join('');
}

/** Plain text with code between backticks, as messages carry it. */
export function fromMarkdown(text: string): Rich {
  return joined(text.split('`').map((part, at) => (at % 2 === 1 ? { code: part } : part)));
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Small numbers as words, as in `two Regions`. */
export function inWords(count: number): string {
  return NUMBERS[count] ?? String(count);
}

/** `1 policy`, `2 policies`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
