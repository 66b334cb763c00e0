/** Objects that are written out in programs: where they stand in a text, and policies that cannot be read whole. */
import { parseLiteral } from './parse';

export interface FoundLiteral {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
}

/** A policy of which a part is not in the text, or statements without a policy around. */
export interface RefusedObject {
  readonly kind: 'policy' | 'statements';
  /** It could be read, and the program changes it later on: `what` does. */
  readonly changed?: true;
  /** Where it begins and ends. */
  readonly start: number;
  readonly end: number;
  /** What cannot be read, and where. */
  readonly what: string;
  readonly offset: number;
}

export interface Literals {
  readonly found: readonly FoundLiteral[];
  readonly refused: readonly RefusedObject[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Reading one start after the other takes at most this many letters in all. */
const MAX_SCANNED = 8_000_000;
/** Before its statements a policy has a version and an id, and perhaps comments. */
const NEAR = 2_000;
const MAX_FOUND = 1_000;

/** An opening bracket with a name or a string behind it: `{ Version:`, `{'Version'`, `[{`. */
const START =
  /[{[](?=(?:\s|\/\/[^\n]{0,300}\n|#[^\n]{0,300}\n|\/\*(?:[^*]|\*(?!\/)){0,1000}\*\/){0,40}(?:["'{]|[A-Za-z_][\w-]{0,60}\s{0,40}[:=]))/g;

/** Every object or list that is written out, except in `taken` parts of the text, and the policies refused. */
export function literalsIn(text: string, taken: readonly Range[]): Literals {
  const found: FoundLiteral[] = [];
  const refused: RefusedObject[] = [];
  let budget = MAX_SCANNED;
  let passed = 0;
  START.lastIndex = 0;
  for (
    let match = START.exec(text);
    match !== null && budget > 0 && found.length < MAX_FOUND;
    match = START.exec(text)
  ) {
    const start = match.index;
    while (passed < taken.length && taken[passed]!.end <= start) passed += 1;
    const inside = taken[passed];
    if (inside !== undefined && inside.start <= start) {
      START.lastIndex = inside.end;
      continue;
    }
    const read = parseLiteral(text, start);
    if (read.kind === 'value') {
      budget -= read.end - start;
      found.push({ value: read.value, start, end: read.end });
      START.lastIndex = read.end;
      continue;
    }
    budget -= read.offset - start + 500;
    if (!/Statement|Effect/.test(text.slice(start, start + NEAR))) continue;
    const plain = plainFrom(text, start);
    const end = start + plain.length;
    budget -= plain.length + 2_000;
    const kind = kindOf(plain);
    if (kind === undefined) continue;
    refused.push({ kind, start, end, what: read.what, offset: read.offset });
    START.lastIndex = end;
  }
  return { found, refused };
}

/** Strings and comments, whose brackets and quotation marks are none of the program's; bounded, as some have no end. */
const ASIDE =
  /"(?:[^"\\\n]|\\[^]){0,600}"|'(?:[^'\\\n]|\\[^]){0,600}'|`(?:[^`\\]|\\[^]){0,600}`|\/\/[^\n]*|#[^\n]*|\/\*[^]{0,3000}?\*\//g;

/** An aside, or a bracket outside of all. */
const PIECE = new RegExp(String.raw`${ASIDE.source}|[{}[\]()]`, 'g');

/** No policy is longer: IAM User Guide, "IAM and AWS STS quotas". */
const MAX_POLICY = 60_000;

/**
 * The text from an opening bracket to where it closes, of the same length, comments blank and strings without brackets;
 * where it does not close, as far as a policy may reach. Read once, and no further than the bracket.
 */
function plainFrom(text: string, start: number): string {
  const most = Math.min(text.length, start + MAX_POLICY);
  let [plain, done, open] = ['', start, 0];
  PIECE.lastIndex = start;
  for (let piece = PIECE.exec(text); piece !== null && piece.index < most; piece = PIECE.exec(text)) {
    const [part] = piece;
    plain += text.slice(done, piece.index);
    done = piece.index + part.length;
    if (!'{[(}])'.includes(part)) {
      plain += /^["'`]/.test(part) ? part.replace(/[{}[\]()]/g, '_') : ' '.repeat(part.length);
      continue;
    }
    plain += part;
    open += '{[('.includes(part) ? 1 : -1;
    if (open <= 0) return plain;
  }
  return (plain + text.slice(done, most)).slice(0, most - start);
}

/** Where its brackets close; the end of what is looked at where they do not. */
function extent(text: string): number {
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if (letter === '{' || letter === '[' || letter === '(') open += 1;
    else if (letter === '}' || letter === ']' || letter === ')') {
      open -= 1;
      if (open <= 0) return at + 1;
    }
  }
  return text.length;
}

/** A policy has the name `Statement` at its own level, a statement an effect and actions; of a list its first member tells. */
function kindOf(text: string): RefusedObject['kind'] | undefined {
  const list = /^\[\s{0,200}/.exec(text)?.[0].length;
  const object = list === undefined ? text : text.slice(list, list + extent(text.slice(list)));
  if (!object.startsWith('{')) return undefined;
  const own = ownLevel(object.slice(1, -1));
  if (list === undefined && has(own, 'Statement')) return 'policy';
  return has(own, 'Effect') && (has(own, 'Action') || has(own, 'NotAction')) ? 'statements' : undefined;
}

type Name = 'Statement' | 'Effect' | 'Action' | 'NotAction';
const memberCalled = (name: Name): RegExp => new RegExp(String.raw`(?:^|[\s,{"'])${name}["']?\s*[:=]`);
const MEMBERS: Readonly<Record<Name, RegExp>> = {
  Statement: memberCalled('Statement'),
  Effect: memberCalled('Effect'),
  Action: memberCalled('Action'),
  NotAction: memberCalled('NotAction'),
};
const has = (own: string, name: Name): boolean => MEMBERS[name].test(own);

const BRACKET = /[{}[\]()]/g;

/** The text without what stands in inner brackets. */
function ownLevel(text: string): string {
  let [open, own, done] = [0, '', 0];
  BRACKET.lastIndex = 0;
  for (let match = BRACKET.exec(text); match !== null; match = BRACKET.exec(text)) {
    if (open === 0) own += text.slice(done, match.index);
    open += '{[('.includes(match[0]) ? 1 : -1;
    done = match.index + 1;
  }
  return open === 0 ? own + text.slice(done) : own;
}
