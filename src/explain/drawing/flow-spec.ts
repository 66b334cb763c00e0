/** From an evaluation to the gates of its picture. Every outcome is the trace's; nothing is worked out again. */
import { isLeveled } from '../../case/layers';
import type { Scenario } from '../../case/scenario';
import type { Evaluation, Step } from '../../engine/evaluation';
import { isEmpty, statementsOf } from '../facts';
import { levelWords } from '../levels';
import { mattering } from '../mattering';
import { hasTwoLanes, requestPath } from '../path';
import type { RequestPath, StepPath } from '../path';
import { stepWords } from '../steps';
import type { Tone } from '../types';
import { verdictWord } from '../verdict';
import { exitsOf } from './exits';
import type { BarSpec, FlowSpec, GateSpec } from './spec';
import { wordsOf } from './words';

const LOUD: ReadonlySet<Tone> = new Set<Tone>(['explicit', 'implicit', 'unknown']);

export function isLoud(tone: Tone): boolean {
  return LOUD.has(tone);
}

/** The picture of one evaluation, without places. */
export function flowSpec(scenario: Scenario, evaluation: Evaluation): FlowSpec {
  const path = requestPath(evaluation);
  const exits = exitsOf(scenario, evaluation);
  // Where both ways out are drawn, what the default denies is one of them.
  const steps = evaluation.steps.filter((step) => !(exits && step.id === 'defaultDeny'));
  return {
    action: isEmpty(evaluation) ? '' : scenario.request.action,
    caller: isEmpty(evaluation) ? '' : evaluation.principal.name,
    two: hasTwoLanes(evaluation),
    accounts: {
      caller: evaluation.principal.account ?? 'not known',
      resource: evaluation.resourceAccount ?? 'not known',
    },
    start: path.start,
    gates: steps.map((step) => gateSpec(step, scenario, evaluation, path)),
    met: path.met,
    end: path.end,
    verdict: verdictWord(evaluation),
    ...(exits && { exits }),
    elbows: elbowsOf(evaluation),
  };
}

function gateSpec(step: Step, scenario: Scenario, evaluation: Evaluation, path: RequestPath): GateSpec {
  const way = path.steps.get(step.id)!;
  const words = stepWords(step, evaluation, scenario);
  const beyond = way.before === 'rest' && path.start !== 'rest';
  const look = way.gate === 'absent' ? 'off' : beyond && !isLoud(words.tone) ? 'after' : 'plain';
  const bars = barsOf(step, words.tone, way, beyond);
  const loud = bars.find((bar) => bar.name !== undefined && isLoud(bar.tone));
  return {
    ...wordsOf(words, look),
    id: step.id,
    step: step.id,
    lane: step.lane,
    bars,
    before: way.before,
    after: way.after,
    halts: way.halts,
    ...(loud &&
      bars.length > 1 && { flag: { text: levelName(loud.name!), ink: INK[loud.tone] ?? 'unknown' } }),
  };
}

const INK: Partial<Record<Tone, 'deny' | 'implicit' | 'unknown'>> = {
  explicit: 'deny',
  implicit: 'implicit',
  unknown: 'unknown',
};

/** `Account 111122223333` is `Account`: over a bar the number says nothing that the picture does not. */
export function levelName(target: string): string {
  return target.replace(/^account \d+$/i, 'Account');
}

function barsOf(step: Step, tone: Tone, way: StepPath, beyond: boolean): readonly BarSpec[] {
  const { id } = step;
  const levels = isLeveled(id) ? step.levels.filter((level) => level.target !== undefined) : [];
  if (levels.length < 2 || way.gate === 'absent' || !isLeveled(id)) {
    const own = way.gate === 'absent' ? 'none' : tone;
    return [{ state: way.gate, tone: own, ...(beyond && !isLoud(own) && { grey: true }) }];
  }
  const specs = levels.map((level): BarSpec => {
    const { tone: own } = levelWords(id, level);
    const state = isLoud(own) ? (own === 'unknown' ? 'veiled' : 'shut') : 'open';
    return { state, tone: own, name: level.target ?? '', ...(beyond && !isLoud(own) && { grey: true }) };
  });
  // Behind the level that stops, the others only would have let it through.
  const stop = way.halts ? specs.findIndex((bar) => bar.state === 'shut') : specs.length;
  return specs.map((bar, at) => (at > stop && !isLoud(bar.tone) ? { ...bar, grey: true } : bar));
}

function elbowsOf(evaluation: Evaluation): FlowSpec['elbows'] {
  const first = evaluation.steps.find((step) => step.id === 'explicitDeny');
  const open = first?.outcome.kind === 'unknown';
  if (first?.outcome.kind !== 'denies' && !open) return [];
  const matters = mattering(evaluation);
  const wanted = open ? 'unknown' : 'yes';
  return evaluation.steps.flatMap((step) => {
    if (step.id === 'explicitDeny' || step.outcome.kind === 'notInPlay') return [];
    if (open && !matters.has(step.id)) return [];
    const denies = (statements: ReturnType<typeof statementsOf>): boolean =>
      statements.some(({ effect, truth }) => effect === 'Deny' && truth === wanted);
    if (step.levels.length < 2) return denies(statementsOf(step)) ? [{ step: step.id, bar: 0, open }] : [];
    return step.levels.flatMap((level, bar) =>
      denies(level.policies.flatMap((policy) => policy.statements)) ? [{ step: step.id, bar, open }] : [],
    );
  });
}
