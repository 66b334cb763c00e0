/** The lines of the statement that decided, as many as there is room for; what is left out is counted. */
import { policyAt, policyText } from '../../case/scenario';
import type { Scenario } from '../../case/scenario';
import type { ElementTrace, Evaluation } from '../../engine/evaluation';
import { positionAt } from '../../language/place';
import { statementSpans } from '../../language/spans';
import { elementWords } from '../elements';
import { firstDifference, levelOf, traceAt } from '../facts';
import { layerNoun, stepName } from '../layers';
import { capital } from '../rich';
import { lineOf } from '../source';
import type { Quote } from '../types';

export interface SlideLine {
  /** Undefined: lines that were left out. */
  readonly number: number | undefined;
  readonly text: string;
  /** Of lines that were left out: how far they stand in, in characters. */
  readonly depth: number;
  readonly hit: boolean;
  readonly reason: string;
}

interface Quoted {
  /** `Permissions boundary`, `SCP on OU Workloads` */
  readonly place: string;
  /** The line that decides. */
  readonly line: number;
  readonly lines: readonly SlideLine[];
}

export function quotedLines(scenario: Scenario, evaluation: Evaluation, quote: Quote, most: number): Quoted {
  const { address } = quote;
  const target = levelOf(evaluation, address)?.target;
  const place =
    target === undefined
      ? stepName(address.layer, scenario.request)
      : `${capital(layerNoun(address.layer, scenario.request))} on ${target}`;
  const policy = policyAt(scenario.policies, address);
  const source = policy ? policyText(policy) : '';
  const span = quote.statement === undefined ? undefined : statementSpans(source)[quote.statement];
  const all = source.split('\n');
  const from = span ? positionAt(source, span.offset).line : quote.line;
  const to = span ? positionAt(source, span.offset + span.length).line : quote.line;
  const element = decidingElement(evaluation, quote);
  const line = (element && lineOf(source, element.path, 'property')) ?? quote.line;
  const kept = keptLines(all, from, to, line, most);
  const reason = element ? elementWords(element, evaluation) : '';
  const indent = Math.min(...kept.map((at) => depthOf(all[at - 1])));
  const lines: SlideLine[] = [];
  kept.forEach((at, index) => {
    const gap = index === 0 ? 0 : at - kept[index - 1]! - 1;
    if (gap > 0)
      lines.push({
        number: undefined,
        text: leftOut(all.slice(kept[index - 1], at - 1)),
        depth: Math.max(0, depthOf(all[kept[index - 1]!]) - indent),
        hit: false,
        reason: '',
      });
    const hit = at === line;
    lines.push({
      number: at,
      text: all[at - 1]!.slice(indent).trimEnd(),
      depth: 0,
      hit,
      reason: hit ? reason : '',
    });
  });
  // What stands behind the last one is counted too, save the brace that closes the statement.
  const end = kept.at(-1)!;
  if (end < to - 1 && lines.length < most)
    lines.push({
      number: undefined,
      text: leftOut(all.slice(end, to - 1)),
      depth: Math.max(0, depthOf(all[end]) - indent),
      hit: false,
      reason: '',
    });
  return { place, line, lines: lines.slice(0, most) };
}

function depthOf(line: string | undefined): number {
  return (line ?? '').search(/\S|$/);
}

/** `6 lines: cloudfront, iam, route53`: how many, and what they name: of actions the services. */
function leftOut(lines: readonly string[]): string {
  const count = `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`;
  const values = lines.flatMap((line) =>
    [...line.matchAll(/"([^"]*)"(\s*:)?/g)].flatMap(([, value = '', colon]) =>
      colon === undefined ? value : [],
    ),
  );
  const telling = values.filter((value) => value !== '' && value !== '*');
  const named = telling.map((value) => /^([a-z0-9-]+):[A-Za-z0-9*?]+$/.exec(value)?.[1] ?? value);
  return named.length === 0 ? count : `${count}: ${[...new Set(named)].join(', ')}`;
}

/** The deciding line, the lines that it stands in, then Sid, Effect and the names of the other elements. */
function keptLines(
  all: readonly string[],
  from: number,
  to: number,
  hit: number,
  most: number,
): readonly number[] {
  const depth = (at: number): number => depthOf(all[at - 1]);
  // Where all of it fits, nothing is left out: with its braces, else without.
  if (to - from + 1 <= most) return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  if (to - from - 1 <= most)
    return Array.from({ length: Math.max(1, to - from - 1) }, (_, at) => Math.min(from + 1 + at, to));
  const kept = new Set([hit]);
  let least = depth(hit);
  for (let at = hit - 1; at > from; at -= 1) {
    if (depth(at) >= least) continue;
    least = depth(at);
    kept.add(at);
  }
  // Each line that is left out between two others takes a row too.
  const room = Math.max(1, Math.floor(most * 0.75));
  const wanted = [
    /"Sid"/,
    /"Effect"/,
    /"(Not)?Action"/,
    /"(Not)?Principal"/,
    /"(Not)?Resource"/,
    /"Condition"/,
  ];
  for (const one of wanted) {
    for (let at = from; at <= to && kept.size < room; at += 1) if (one.test(all[at - 1] ?? '')) kept.add(at);
  }
  return fitting([...kept], hit, Math.max(1, most));
}

/** As many of the lines as have room with the rows that count what is left out between them; the deciding one always. */
function fitting(wanted: readonly number[], hit: number, most: number): readonly number[] {
  let kept = [...wanted];
  const inOrder = (): readonly number[] => kept.toSorted((a, b) => a - b);
  // The first are those that the deciding line needs, so the last go first.
  while (kept.length > 1 && rowsOf(inOrder()) > most) {
    const last = kept.findLastIndex((at) => at !== hit);
    kept = kept.toSpliced(last, 1);
  }
  return inOrder();
}

function rowsOf(kept: readonly number[]): number {
  return kept.length + kept.filter((at, index) => index > 0 && at - kept[index - 1]! > 1).length;
}

const WHOLE_STATEMENT = /^Statement(\[\d+\])?$/;

/** The first element that differs; of a Deny that applies its condition, else what is quoted. */
function decidingElement(
  evaluation: Evaluation,
  { address, statement, path }: Quote,
): ElementTrace | undefined {
  const trace = traceAt(evaluation, address)?.statements.find((one) => one.statement === statement);
  if (!trace) return undefined;
  // An element that is not written, as the Resource of a trust policy, stands at the statement itself: it has no line.
  const quoted = trace.elements.find((one) => !WHOLE_STATEMENT.test(one.path) && path.startsWith(one.path));
  return (
    quoted ?? firstDifference(trace) ?? trace.elements.findLast(({ element }) => element === 'Condition')
  );
}
