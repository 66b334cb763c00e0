/** Evaluations made by hand, for tests of what draws them. */
import type {
  Decision,
  Evaluation,
  LevelTrace,
  Step,
  StepId,
  StepOutcome,
} from '../../src/engine/evaluation';
import { LAYERS, type Layer } from '../../src/case/scenario';

export type Brief = StepOutcome['kind'] | 'notVisible' | 'unreadable' | readonly StepOutcome['kind'][];

function outcomeOf(kind: StepOutcome['kind'] | 'notVisible' | 'unreadable'): StepOutcome {
  if (kind === 'notInPlay') return { kind, why: 'noPolicy' };
  if (kind === 'unknown') return { kind, why: 'hangs' };
  if (kind === 'notVisible' || kind === 'unreadable') return { kind: 'unknown', why: kind };
  return { kind };
}

const LEVELS = ['Root', 'OU Workloads', 'OU Production', 'OU Team', 'OU Service', 'Account', 'Seventh'];
const WORST: readonly StepOutcome['kind'][] = ['denies', 'noAllow', 'unknown', 'notInPlay', 'noMatch'];

/** A list of kinds is a step with a level for each; the step is as its worst level. */
function stepOf(id: StepId, brief: Brief, cross: boolean): Step {
  const kinds = Array.isArray(brief) ? (brief as readonly StepOutcome['kind'][]) : undefined;
  const levels: LevelTrace[] =
    kinds?.map((kind, at) => ({ target: LEVELS[at]!, outcome: outcomeOf(kind), policies: [] })) ?? [];
  const kind = kinds
    ? (WORST.find((worst) => kinds.includes(worst)) ?? kinds[0]!)
    : (brief as Exclude<Brief, readonly unknown[]>);
  const caller = ['scp', 'endpoint', 'boundary', 'session', 'identity'].includes(id);
  const lane =
    !cross || id === 'explicitDeny' || id === 'defaultDeny' ? 'both' : caller ? 'caller' : 'resource';
  return { id, lane, outcome: outcomeOf(kind), reached: true, levels, notes: [] };
}

interface Given {
  readonly decision: Decision;
  readonly explicitDeny?: Brief;
  readonly decidedBy?: Evaluation['decidedBy'];
  readonly cross?: boolean;
  readonly principal?: Evaluation['principal'];
  readonly problems?: Evaluation['problems'];
}

/** Layers that are not named are not in play. */
export function evaluationWith(given: Given & Partial<Record<Layer, Brief>>): Evaluation {
  const cross = given.cross ?? false;
  const layers = cross
    ? [...LAYERS.filter((layer) => !['rcp', 'resource'].includes(layer)), 'rcp' as const, 'resource' as const]
    : LAYERS;
  return {
    decision: given.decision,
    decidedBy: given.decidedBy ?? [],
    missing: [],
    dependsOn: [],
    steps: [
      stepOf('explicitDeny', given.explicitDeny ?? 'passes', cross),
      ...layers.map((layer) => stepOf(layer, given[layer] ?? 'notInPlay', cross)),
      stepOf('defaultDeny', given.decision === 'ImplicitlyDenied' ? 'noAllow' : 'passes', cross),
    ],
    context: [],
    principal: given.principal ?? { kind: 'user', account: '111122223333', name: 'alice' },
    resourceAccount: cross ? '444455556666' : '111122223333',
    problems: given.problems ?? [],
    crossAccount: cross,
    keysRead: [],
  };
}

/** The situations that every drawing must get right. */
export const SITUATIONS = {
  denied: evaluationWith({
    decision: 'ImplicitlyDenied',
    scp: ['passes', 'passes', 'passes'],
    resource: 'noMatch',
    boundary: 'noAllow',
    identity: 'passes',
  }),
  explicit: evaluationWith({
    decision: 'ExplicitlyDenied',
    explicitDeny: 'denies',
    scp: ['passes', 'denies', 'passes', 'passes'],
    boundary: 'passes',
    identity: 'passes',
    decidedBy: [{ layer: 'scp', policy: 'ApprovedRegions', statement: 0, target: 'OU Workloads' }],
  }),
  cross: evaluationWith({
    decision: 'Allowed',
    cross: true,
    scp: ['passes', 'passes'],
    identity: 'allows',
    rcp: ['passes'],
    resource: 'allows',
  }),
  unknown: evaluationWith({
    decision: 'Undetermined',
    explicitDeny: 'unknown',
    scp: 'notVisible',
    resource: 'unknown',
    identity: 'allows',
  }),
  unreadable: evaluationWith({ decision: 'Undetermined', boundary: 'passes', identity: 'unreadable' }),
  empty: evaluationWith({
    decision: 'Undetermined',
    explicitDeny: 'notInPlay',
    problems: [
      { field: 'principal', kind: 'missing', message: '' },
      { field: 'action', kind: 'missing', message: '' },
    ],
  }),
  root: evaluationWith({
    decision: 'Allowed',
    scp: ['passes'],
    principal: { kind: 'root', account: '111122223333', name: 'root' },
  }),
  service: evaluationWith({
    decision: 'Allowed',
    resource: 'allows',
    principal: { kind: 'service', name: 'lambda.amazonaws.com' },
  }),
} as const;
