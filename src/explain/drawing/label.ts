/** The picture in words, for those who do not see it. */
import { haltingBar } from './gate';
import type { FlowSpec, GateSpec } from './spec';

/** `The request on its way: SCPs, Allows, all 3 levels; … Denied.`; gates not in play are named together. */
export function flowLabel(spec: FlowSpec): string {
  const { gates, two, accounts, verdict } = spec;
  const parts: string[] = [];
  let lane = 'both';
  for (const gate of gates) {
    if (two && gate.lane !== lane && gate.lane !== 'both') {
      lane = gate.lane;
      parts.push(
        `${lane === 'caller' ? 'Caller’s account' : 'Resource’s account'}, ${accounts[lane as 'caller']}`,
      );
    }
    if (gate.look !== 'off') parts.push(gateLabel(gate));
  }
  const absent = gates
    .filter((gate) => gate.look === 'off' && gate.id !== 'defaultDeny')
    .map(({ names }) => names[0]!);
  const rest = absent.length > 0 ? ` None attached or not applying: ${absent.join(', ')}.` : '';
  const way = parts.length > 0 ? `The request on its way: ${parts.join('; ')}.` : 'The request on its way.';
  return `${way}${rest}${exitsLabel(spec)} ${verdictLabel(verdict)}`;
}

/** `Allowed, if the SCPs allow it.`, `Allowed. It was Denied.` */
function verdictLabel({ word, detail }: FlowSpec['verdict']): string {
  if (detail === undefined) return `${word}.`;
  return detail.startsWith('if ') ? `${word}, ${detail}.` : `${word}. It ${detail}.`;
}

/** `Gate 2, SCPs: No Allow, level 4 of 7, OU Payments, stops here`. */
export function gateLabel({ number, names, words, details, halts, bars }: GateSpec): string {
  const stop = bars[haltingBar({ bars })];
  const level = halts && bars.length > 1 ? stop?.name : undefined;
  const ends = halts && details[0] !== 'stops here' ? (stop?.state === 'would' ? '' : 'stops here') : '';
  const name = number === undefined ? names[0]! : `gate ${number}, ${names[0]!}`;
  return [`${name}: ${words[0]!}`, details[0]!, level, ends].filter((text) => text).join(', ');
}

function exitsLabel({ exits }: FlowSpec): string {
  if (!exits) return '';
  const told = [exits.allowed, exits.denied].map(
    ({ title, lines }) =>
      `${title}: ${lines.map(({ subject, text }) => `${subject} ${text}`.trim()).join('; ')}.`,
  );
  return ` Two ways out. ${told.join(' ')}`;
}
