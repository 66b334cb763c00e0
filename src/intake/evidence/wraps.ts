/**
 * Lines that a terminal, a log viewer or a mail wrapped, made one again. A break between words stands for a space, one in
 * the middle of a word for nothing; which of the two it is follows from the lengths of the lines and from the words that
 * AWS's messages use. Where neither tells, the break stays as a line feed, and a value around it is not used.
 */

/** Words of the messages, as they follow each other. A break inside one of these is a cut. */
const WORDS = new Set(
  (
    'user is not authorized to perform: perform on resource: resource(s): because no identity-based resource-based policy ' +
    'policies allows allow the action with an explicit deny in a permissions boundary session sessions service control ' +
    'vpc endpoint role trust transitively through this does exist region access explicitly denies encoded authorization ' +
    'failure message: go complete details, or call getrequestauthorizationdetails api following id:'
  ).split(' '),
);

/** What follows a principal, an action or an ARN in a message. Behind these the value before has ended. */
const FOLLOWS =
  /^(?:is not authorized|on resource|on this resource|because (?:no|the|public)|with an explicit|action\b|Encoded authorization|Go to https|for complete details)/i;

/** Lines with which a message never goes on: prompts, time stamps, and what PowerShell, Python and build tools write next. */
const STARTS =
  /^(?:At (?:line|[^\s]{1,200}):\d|Traceback \(|During handling of|\$ |PS [A-Z]:\\|\d{4}-\d\d-\d\d[T ]|(?:make|npm|yarn|pnpm)\b.{0,20}(?:\*\*\*|ERR!|error)|[Ee]rror: |##\[|\+ (?:Category|Fully|~))/;

/** `space` by the lengths of the lines is `loose`: where somebody wrapped by hand, words tell it better. */
type Break = 'space' | 'cut' | 'open' | 'loose';

interface Line {
  readonly text: string;
  /** How many letters it had, frame and all. */
  readonly width: number;
  /** White space before and behind the words, beyond what frames and indentation take. */
  readonly spaceBefore: boolean;
  readonly spaceBehind: boolean;
  readonly blank: boolean;
  readonly deep: boolean;
}

/** Time stamps of build logs and the frames of boxes, at the start of a line. */
const BOX = /^(?:\d{4}-\d\d-\d\dT[\d:.]{8,18}Z? )?(?:[ \t]*(?:[│┃╷╵]+[ \t]?)+)?/;
/** Marks of comments, quotations, lists and tables are frames where most lines have one. */
const MARKS = /^(?:\d{4}-\d\d-\d\dT[\d:.]{8,18}Z? )?(?:[ \t]*(?:[│┃|#>,*╷╵]+[ \t]?)+)?/;

function frameOf(lines: readonly string[]): RegExp {
  const written = lines.filter((line) => line.trim() !== '');
  const marked = written.filter((line) => /^[ \t]*[|#>,*]/.test(line));
  return marked.length * 2 >= written.length ? MARKS : BOX;
}

function lineOf(raw: string, frames: RegExp): Line {
  const frame = frames.exec(raw)?.[0] ?? '';
  const rest = raw.slice(frame.length);
  const text = rest.trim();
  const before = rest.length - rest.trimStart().length;
  return {
    text,
    width: raw.length,
    spaceBefore: before === 1,
    spaceBehind: /\s$/.test(rest),
    blank: text === '',
    deep: before > 1,
  };
}

/** The text as one line. What stays open between two lines is a line feed. */
export function joinLines(text: string): string {
  const raw = text.split('\n');
  const frames = frameOf(raw);
  const lines = raw.map((line) => lineOf(line, frames));
  const breaks = lines.slice(0, -1).map((line, index) => breakOf(lines, line, index));
  settleByWords(lines, breaks);
  let joined = lines[0]!.text;
  breaks.forEach((kind, index) => {
    joined += kind === 'space' ? ' ' : kind === 'cut' ? '' : '\n';
    joined += lines[index + 1]!.text;
  });
  return joined;
}

/** Shorter lines than this are no wrapped ones: no window is so narrow. */
const NARROW = 30;

/** What the lengths of the lines tell: a terminal that cuts words fills every line but the last. */
function breakOf(lines: readonly Line[], line: Line, index: number): Break {
  const next = lines[index + 1]!;
  if (line.blank || next.blank || line.spaceBehind || next.spaceBefore || next.deep) return 'space';
  if (STARTS.test(next.text)) return 'space';
  if (line.width < NARROW) return 'space';
  if (next.width > line.width) return 'loose';
  const before = lines[index - 1];
  if (before !== undefined && !before.blank && before.width > line.width) return 'loose';
  return 'open';
}

/** What the words around a break tell. A cut that is sure makes those of lines as long sure too. */
function settleByWords(lines: readonly Line[], breaks: Break[]): void {
  const cutWidths = fullWidths(lines, breaks);
  breaks.forEach((kind, index) => {
    if (kind === 'loose') breaks[index] = settleLoose(lines, breaks, index);
    if (kind !== 'open') return;
    const settled = settle(tailOf(lines, breaks, index), headOf(lines, breaks, index + 1));
    breaks[index] = settled;
    if (settled === 'cut') cutWidths.add(lines[index]!.width);
  });
  breaks.forEach((kind, index) => {
    if (kind === 'open' && cutWidths.has(lines[index]!.width)) breaks[index] = 'cut';
  });
}

/** Only an action or an ARN can be in two parts: the message goes on behind the second, or ends with it. */
function settleLoose(lines: readonly Line[], breaks: readonly Break[], index: number): Break {
  const before = tailOf(lines, breaks, index);
  if (!/(?:perform:? ["'`]?|arn:)\S{0,2000}$/.test(before)) return 'space';
  const next = lines[index + 1]!;
  const isLast = lines[index + 2]?.blank ?? true;
  if (isLast && /^\w+$/.test(next.text) && /perform:? ["'`]?\S{0,200}$/.test(before)) return 'open';
  return settle(before, headOf(lines, breaks, index + 1)) === 'cut' ? 'cut' : 'space';
}

/** Three lines of one length, one after another, and a shorter one: words were cut at that length. */
function fullWidths(lines: readonly Line[], breaks: readonly Break[]): Set<number> {
  const found = new Set<number>();
  for (let index = 2; index < breaks.length; index += 1) {
    const { width } = lines[index]!;
    const run = [index, index - 1, index - 2];
    if (run.every((at) => lines[at]!.width === width && breaks[at] === 'open')) found.add(width);
  }
  return found;
}

/** The end of what stands before a break, through the breaks that were settled. */
function tailOf(lines: readonly Line[], breaks: readonly Break[], index: number): string {
  let tail = lines[index]!.text;
  for (let at = index - 1; at >= 0 && tail.length < 400; at -= 1) {
    const kind = breaks[at]!;
    tail = lines[at]!.text + (kind === 'cut' ? '' : kind === 'open' ? '\n' : ' ') + tail;
  }
  return tail;
}

/** The beginning of what stands behind a break: a line without any space may be the middle of one value. */
function headOf(lines: readonly Line[], breaks: readonly Break[], index: number): string {
  let head = lines[index]!.text;
  for (let at = index; breaks[at] === 'open' && !head.includes(' ') && head.length < 2_500; at += 1)
    head += lines[at + 1]!.text;
  return head;
}

function settle(before: string, after: string): Break {
  const left = /(?<!\S)\S*$/.exec(before)?.[0] ?? '';
  const right = /^\S*/.exec(after)?.[0] ?? '';
  const isWord = WORDS.has(word(left));
  const together = WORDS.has(word(left + right));
  // The value before has ended.
  if (FOLLOWS.test(after)) return together && !isWord ? 'cut' : 'space';
  if (together) return isWord && WORDS.has(word(right)) ? 'space' : 'cut';
  if (isWord) return 'space';
  // A phrase that goes on behind the break: the value is in two parts.
  const behind = after.slice(right.length).trimStart();
  const inValue = left.split(':').some((part) => /[a-z]/i.test(/(?<![\w-])[\w-]+$/.exec(part)?.[0] ?? ''));
  const quoted = /"(?:arn:[^"]*)$/.test(before);
  return inValue && !quoted && FOLLOWS.test(behind) && !right.startsWith('arn:') ? 'cut' : 'open';
}

function word(text: string): string {
  return text.toLowerCase().replace(/^["'`(\\]+|(?<![.,;"'`)\\])[.,;"'`)\\]+$/g, '');
}
