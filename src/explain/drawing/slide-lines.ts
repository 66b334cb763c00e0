/** The lines of the statement that decided, as many as there is room for; what is left out is counted. */
import { policyAt, policyText } from '../../case/scenario';
import type { Scenario } from '../../case/scenario';
import type { ElementTrace, Evaluation } from '../../engine/evaluation';
import { positionAt } from '../../language/place';
import { statementSpans } from '../../language/spans';
import { elementWords } from '../elements';
import { firstDifference, levelOf, traceAt } from '../facts';
import { stepName } from '../layers';
import { lineOf } from '../source';
import type { Quote } from '../types';

export interface SlideLine {
  /** Undefined: lines that were left out. */
  readonly number: number | undefined;
  readonly text: string;
  readonly hit: boolean;
  readonly reason: string;
}

interface Quoted {
  /** `SCPs, OU Workloads` */
  readonly place: string;
  /** The line that decides. */
  readonly line: number;
  readonly lines: readonly SlideLine[];
}

export function quotedLines(scenario: Scenario, evaluation: Evaluation, quote: Quote, most: number): Quoted {
  const { address } = quote;
  const target = levelOf(evaluation, address)?.target;
  const name = stepName(address.layer, scenario.request);
  const place = target === undefined ? name : `${name}, ${target}`;
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
  const indent = Math.min(...kept.map((at) => all[at - 1]!.search(/\S|$/)));
  const lines: SlideLine[] = [];
  kept.forEach((at, index) => {
    const gap = index === 0 ? 0 : at - kept[index - 1]! - 1;
    if (gap > 0)
      lines.push({
        number: undefined,
        text: `${gap} ${gap === 1 ? 'line' : 'lines'}`,
        hit: false,
        reason: '',
      });
    const hit = at === line;
    lines.push({ number: at, text: all[at - 1]!.slice(indent).trimEnd(), hit, reason: hit ? reason : '' });
  });
  return { place, line, lines: lines.slice(0, most) };
}

/** The deciding line, the lines that it stands in, then Sid, Effect and the names of the other elements. */
function keptLines(
  all: readonly string[],
  from: number,
  to: number,
  hit: number,
  most: number,
): readonly number[] {
  const depth = (at: number): number => (all[at - 1] ?? '').search(/\S|$/);
  // Where all of it fits, nothing is left out.
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
  return [...kept].sort((a, b) => a - b).slice(0, Math.max(1, most));
}

/** The first element that differs; of a Deny that applies its condition, else what is quoted. */
function decidingElement(
  evaluation: Evaluation,
  { address, statement, path }: Quote,
): ElementTrace | undefined {
  const trace = traceAt(evaluation, address)?.statements.find((one) => one.statement === statement);
  if (!trace) return undefined;
  const quoted = trace.elements.find((one) => path.startsWith(one.path));
  return (
    quoted ?? firstDifference(trace) ?? trace.elements.findLast(({ element }) => element === 'Condition')
  );
}
