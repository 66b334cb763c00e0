/** What a chain is made of, in the order of its way: stations, and between them the gates that decide each step. */
import type { Chain, Hop } from '../../call/chain';
import { lastSegment } from '../../language/arn';
import { verdictWord } from '../verdict';
import { flowSpec } from './flow-spec';
import { haltingBar } from './gate';
import type { BarSpec, GateSpec } from './spec';

const MOST_GATES = 3;

/** A station or a gate between two of them, and how the way passes it. */
export interface ChainPart {
  readonly kind: 'station' | 'gate';
  readonly hop: number;
  readonly gate?: GateSpec;
  readonly name: string;
  readonly under: readonly string[];
  /** Behind the step that stops: what it says is what it would have said. */
  readonly late: boolean;
  readonly before: 'went' | 'rest';
  readonly after: 'went' | 'rest';
  /** The chain ends at this gate. */
  readonly halts: boolean;
  /** Of a gate: its bar as it is drawn. */
  readonly bar?: BarSpec;
}

type Told = Omit<ChainPart, 'before' | 'after' | 'halts' | 'bar'>;

/** The gates that take part in a step: those that grant or stop, in the order of the steps. */
function decidingGates({ scenario, evaluation }: Hop): readonly GateSpec[] {
  const gates = flowSpec(scenario, evaluation).gates.filter(
    (gate) => gate.look !== 'off' && gate.id !== 'explicitDeny',
  );
  const told = gates.filter((gate) => gate.tone === 'allow' || gate.halts || gate.tone === 'unknown');
  const granting = told.length > 0 ? told : gates.slice(0, 1);
  const kept = granting.filter((gate) => gate.id !== 'defaultDeny' || gate.halts);
  const stop =
    evaluation.decision === 'ExplicitlyDenied' ? flowSpec(scenario, evaluation).gates.slice(0, 1) : [];
  return [...stop, ...kept].slice(0, MOST_GATES);
}

function toldParts({ hops, stop }: Chain): readonly Told[] {
  return hops.flatMap((hop, at): readonly Told[] => {
    const late = stop !== undefined && at > stop;
    const { principal } = hop.evaluation;
    const role = principal.kind === 'roleSession' ? (principal.role ?? principal.name) : principal.name;
    const before = at === 0 ? undefined : at - 1;
    const hour = before === undefined ? '' : hourWords(hops[before]!);
    const kind = principal.kind === 'roleSession' ? `role${hour}` : principal.kind;
    const station: Told = {
      kind: 'station',
      hop: at,
      name: role,
      under: [late && hour === '' ? `would be ${kind}` : kind, principal.account ?? ''],
      late,
    };
    const gates = decidingGates(hop).map((gate): Told => {
      const of =
        gate.id === 'resource' && /^sts:/i.test(hop.scenario.request.action)
          ? `of ${lastSegment(hop.scenario.request.resource)}`
          : (gate.details[0] ?? '');
      const word = late && !gate.halts ? 'Would allow' : (gate.words[0] ?? '');
      return {
        kind: 'gate',
        hop: at,
        gate,
        name: gate.names[0]!,
        under: [word, late ? 'not reached' : of],
        late,
      };
    });
    return [station, ...gates];
  });
}

function hourWords({ oneHour, tooLong }: Hop): string {
  return tooLong ? ', more than 1 h asked' : oneHour ? ', 1 h at most' : '';
}

/**
 * The way ends at the first gate that stops it, at a caller that is no session of the role before it, or behind the
 * gates of a step that asked for too long a session.
 */
export function chainParts(chain: Chain): readonly ChainPart[] {
  let before: ChainPart['before'] = 'went';
  return toldParts(chain).map((part, index, all): ChainPart => {
    const halts = part.gate !== undefined && part.gate.halts && before === 'went';
    const { broken, tooLong } = chain.hops[part.hop]!;
    const isLast = all[index + 1]?.hop !== part.hop;
    const lost = part.kind === 'station' ? broken : tooLong && isLast;
    const after = halts || lost ? 'rest' : before;
    const drawn = { ...part, before, after, halts, ...(part.gate && { bar: barOf(part.gate, part.late) }) };
    before = after;
    return drawn;
  });
}

function barOf(gate: GateSpec, late: boolean): BarSpec {
  const bar = gate.bars[haltingBar(gate)]!;
  if (!late) return bar;
  const tone = bar.tone === 'allow' ? 'pass' : bar.tone;
  return { ...bar, tone, grey: true, ...(bar.state === 'shut' && { state: 'would' as const }) };
}

/** The word at the end: of the step that stops, or of the last. */
export function chainVerdict({ hops, stop }: Chain): ReturnType<typeof verdictWord> {
  const last = hops[stop ?? hops.length - 1]!;
  // A session that is too long is an error of the call, not an answer of the policies.
  if (last.tooLong && last.evaluation.decision === 'Allowed') return { tone: 'implicit', word: 'Fails' };
  return last.broken ? { tone: 'implicit', word: 'Denied' } : verdictWord(last.evaluation);
}
