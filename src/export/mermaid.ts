/** The walk of a request as a Mermaid flowchart, for reports and wikis. Mermaid documentation, "Flowcharts". */
import type { Evaluation, Lane, Step } from '../engine/evaluation';
import type { Scenario } from '../case/scenario';
import { stepWords } from '../explain/steps';
import type { Tone } from '../explain/types';
import { verdictText } from '../explain/verdict';

/** Text of a flowchart that Mermaid reads. Steps that are not in play are drawn faint, never left out. */
export function mermaidFlow(scenario: Scenario, evaluation: Evaluation): string {
  const { principal, action, resource } = scenario.request;
  const asked = [action, resource, `by ${principal}`].filter((text) => text !== '' && text !== 'by ');
  const lines = ['flowchart LR', `  request(["${label(asked)}"])`];
  const used = new Set<Tone>();
  evaluation.steps.forEach((step, at) => {
    const { name, word, tone } = stepWords(step, evaluation, scenario);
    used.add(tone);
    lines.push(`  ${idOf(at)}["${label([name + side(step.lane), word])}"]:::${tone}`);
  });
  lines.push(`  verdict(["${label([verdictText(evaluation)])}"])`, ...edges(evaluation.steps));
  for (const tone of TONES) if (used.has(tone)) lines.push(`  classDef ${tone} ${STYLES[tone]}`);
  return `${lines.join('\n')}\n`;
}

function idOf(at: number): string {
  return `s${at}`;
}

function side(lane: Lane): string {
  return { both: '', caller: ' (caller’s account)', resource: ' (resource’s account)' }[lane];
}

/** One line through all steps; where the accounts differ, two lines that fork and join. */
function edges(steps: readonly Step[]): readonly string[] {
  const lines: string[] = [];
  for (const lane of ['caller', 'resource'] as const) {
    const chain = ['request'];
    steps.forEach((step, at) => {
      if (step.lane === 'both' || step.lane === lane) chain.push(idOf(at));
    });
    chain.push('verdict');
    for (let at = 1; at < chain.length; at += 1) lines.push(`  ${chain[at - 1]!} --> ${chain[at]!}`);
  }
  return [...new Set(lines)];
}

/** Shape and word tell the outcome; colour only repeats it. */
const STYLES: Readonly<Record<Tone, string>> = {
  allow: 'stroke:#1a7f4b,stroke-width:3px',
  pass: 'stroke:#5b6770',
  explicit: 'stroke:#b3261e,stroke-width:4px',
  implicit: 'stroke:#b25e09,stroke-width:3px,stroke-dasharray:8 3',
  unknown: 'stroke:#6750a4,stroke-width:2px,stroke-dasharray:3 3',
  none: 'stroke:#c2c8cc,color:#7a858d,stroke-dasharray:1 4',
  miss: 'stroke:#5b6770,stroke-dasharray:4 4',
  empty: 'stroke:#c2c8cc',
};

const TONES = Object.keys(STYLES) as readonly Tone[];

/** Lines of a label; every character that Mermaid or its HTML could read is written as its number. */
function label(lines: readonly string[]): string {
  return lines
    .map((line) =>
      (line.length > 100 ? `${line.slice(0, 99)}…` : line).replace(
        /[^\p{L}\p{N} .,:/_’…()-]/gu,
        (letter) => `#${letter.codePointAt(0)!};`,
      ),
    )
    .join('<br/>');
}
