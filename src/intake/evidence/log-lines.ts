/**
 * What tools put before each line of a log: the name of a container, a time, the quotation marks of a mail. Taken off where
 * the lines around have the same, so that a text in several lines is one again.
 */

import { withoutListing } from './listings';

/** The levels of loggers, between the time and the words. */
const LEVEL = String.raw`(?:\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\]?:?[ \t])?`;
const ISO = String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?`;
const UUID = String.raw`(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}[ \t])?`;
/** Streams of CloudWatch Logs, as `aws logs tail` prints them: of Lambda, of ECS. */
const STREAM = String.raw`(?:(?:\d{4}/\d\d/\d\d/\[[^\]\s]{1,40}\][0-9a-f]{32}|[\w.-]+/[\w.-]+/[0-9a-f]{32})[ \t])?`;

/** Names, which are the same on all lines. */
const NAMES: readonly RegExp[] = [
  // docker compose, docker service logs, foreman
  /^[\w.@-]{1,100} {1,60}\| ?/,
  // gh run view --log: the job and the step
  /^[^\t\n]{1,120}\t[^\t\n]{1,120}\t(?=\d{4}-\d\d-\d\dT)/,
  // stern, by how pods are called
  /^[a-z0-9][a-z0-9.-]{0,200}-(?:[a-z0-9]{5}|\d{1,3}) [a-z0-9][a-z0-9-]{0,62} [│|] /,
  /^[a-z0-9][a-z0-9.-]{0,200}-(?:[a-z0-9]{5}|\d{1,3}) [a-z0-9][a-z0-9-]{0,62} /,
];

/** Each a kind of its own; between two kinds a text does not go on. */
const PREFIXES: readonly RegExp[] = [
  ...NAMES,
  // GitLab with time stamps: the stream, and whether the line goes on with the one before
  /^\d{4}-\d\d-\d\dT[\d:.]{8,18}Z \d\d[OE][+ ]?/,
  // GitHub Actions, Azure Pipelines, kubectl --timestamps, CloudWatch, Lambda's loggers
  new RegExp(String.raw`^\[?${ISO}\]?(?:[ \t]|$)${STREAM}${UUID}${LEVEL}`),
  // kubectl --prefix, Maven, Terragrunt, Jenkins' stages
  /^\[[\w./:@ +-]{1,120}\](?: |$)/,
  // journald, syslog
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,80} [\w./@-]{1,80}(?:\[\d{1,9}\])?: ?/,
  /^[\w.-]{1,80} [\w./@-]{1,80}\[\d{1,9}\]: ?/,
  // A clock alone, and what Terragrunt puts behind it
  /^\[?\d\d:\d\d:\d\d(?:\.\d{1,6})?\]? (?:(?:STDOUT|STDERR|INFO|ERROR) {1,4}(?:\[[^\]\n]{1,120}\] )?)?(?:(?:terraform|tofu): )?/,
  // BuildKit
  /^#\d{1,4} \d{1,6}\.\d{1,3} /,
  // mail, Markdown
  /^[ \t]{0,8}(?:>[ \t]?){1,12}/,
];

/** One may stand behind another: docker compose with times. */
const MAX_LAYERS = 3;
/** Longer texts come from files, not from a log on a screen. */
const MAX_LINES = 50_000;

/** The text without what stands before each of some lines in a row; itself where nothing does. */
export function withoutLogPrefixes(text: string): string {
  if (!text.includes('\n')) return text;
  const written = text.split('\n');
  if (written.length > MAX_LINES) return text;
  let lines = withoutListing(written);
  let changed = lines !== written;
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
    const less = oneLayer(lines);
    if (less === undefined) break;
    lines = less;
    changed = true;
  }
  return changed ? lines.join('\n') : text;
}

/** So many lines in a row have a kind of prefix by no accident. */
const LEAST = 2;

function oneLayer(lines: readonly string[]): string[] | undefined {
  const made: string[] = [];
  let changed = false;
  for (let at = 0; at < lines.length;) {
    const block = blockAt(lines, at);
    if (block === undefined) {
      made.push(lines[at]!);
      at += 1;
      continue;
    }
    changed = true;
    made.push(...withoutPrefix(lines.slice(at, block.end), block.prefix));
    at = block.end;
  }
  return changed ? made : undefined;
}

interface Block {
  readonly prefix: RegExp;
  readonly end: number;
}

/** What no line with a prefix begins with is told by one look: most lines of a policy begin with white space. */
const MAY = /^(?:[\w.@[#]|[ \t]{0,8}>)/;

function blockAt(lines: readonly string[], start: number): Block | undefined {
  if (!MAY.test(lines[start]!)) return undefined;
  for (const prefix of PREFIXES) {
    if (!prefix.test(lines[start]!)) continue;
    const all = endOfBlock(lines, start, prefix);
    const end = isWrapped(lines, start, all) ? all - 1 : all;
    if (end - start >= LEAST) return { prefix, end };
  }
  return undefined;
}

function withoutPrefix(lines: readonly string[], prefix: RegExp): readonly string[] {
  const made: string[] = [];
  for (const line of lines) {
    const before = prefix.exec(line)?.[0] ?? '';
    const rest = line.slice(before.length);
    // GitLab: the line goes on with the one before.
    const last = before.endsWith('+') ? made.pop() : undefined;
    made.push(last === undefined ? rest : last + rest);
  }
  // What pads the prefix, as two spaces behind `INFO`, is no part of the words.
  const padding = made.every((line) => line === '' || line.startsWith(' '));
  return padding ? made.map((line) => line.slice(1)) : made;
}

/** Where the lines with this kind of prefix end; blank lines between count. */
function endOfBlock(lines: readonly string[], start: number, prefix: RegExp): number {
  const name = NAMES.includes(prefix) ? prefix.exec(lines[start]!)?.[0].trimEnd() : undefined;
  let end = start;
  for (let at = start; at < lines.length; at += 1) {
    const found = prefix.exec(lines[at]!)?.[0];
    if (found !== undefined && (name === undefined || found.trimEnd() === name)) end = at + 1;
    else if (lines[at]!.trim() !== '') break;
  }
  return end;
}

/**
 * Does the last line go on in the next, which has no prefix? Then a terminal wrapped it, and its whole length tells where
 * words were cut: no line is longer.
 */
function isWrapped(lines: readonly string[], start: number, end: number): boolean {
  const [last, next] = [lines[end - 1]!, lines[end]];
  if (next === undefined || next.trim() === '' || last.length < 40) return false;
  return lines.slice(start, end).every((line) => line.length <= last.length) && next.length <= last.length;
}
