/** The word and the detail of a step, as they stand under a gate. */
import type { Evaluation, NotInPlayReason, Step, StepOutcome } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { inPlay, layerSteps, statementName, statementsInPlay, statementsOf, unreadableIn } from '../facts';
import { serviceOf } from '../../case/layers';
import { targetInText } from '../levels';
import { idleUnknowns } from '../mattering';
import { isUnfinished, requestPath } from '../path';
import { positionAt } from '../../language/place';
import { counted } from '../rich';
import { textAt } from '../source';
import type { Tone } from '../types';
import { LAYER_WORDS } from '../layer-words';

export interface Gate {
  readonly tone: Tone;
  readonly word: string;
  readonly detail: string;
}

interface About {
  readonly step: Step;
  readonly evaluation: Evaluation;
  readonly scenario: Scenario | undefined;
}

type OutcomeOf<K extends StepOutcome['kind']> = Extract<StepOutcome, { kind: K }>;
type GateWords = {
  readonly [K in StepOutcome['kind']]: (outcome: OutcomeOf<K>, about: About) => Gate;
};

const LAYER_GATE: GateWords = {
  notInPlay: ({ why }, about) => ({
    tone: 'none',
    word: why === 'noPolicy' ? 'None attached' : 'Does not apply',
    detail: NOT_IN_PLAY[why](about),
  }),
  passes: (_, about) => {
    if (about.step.id === 'rcp')
      return after(about, { tone: 'pass', word: 'No Deny', detail: levels(about) });
    const delegated = about.step.id === 'resource' && about.step.grant === 'account';
    if (delegated) return after(about, { tone: 'pass', word: 'Delegates', detail: 'to the account' });
    return after(about, { tone: 'pass', word: 'Allows', detail: levels(about) || allowing(about) });
  },
  allows: (_, about) => after(about, { tone: 'allow', word: 'Allows', detail: allowing(about) }),
  noMatch: (_, about) => ({
    tone: 'miss',
    word: 'No match',
    detail: isSatisfied(about) ? 'not needed' : about.step.reached ? 'goes on' : 'not reached',
  }),
  denies: (_, about) => ({
    tone: 'explicit',
    word: 'Denies',
    detail: levelAt(about, 'denies') || matching(about),
  }),
  noAllow: (_, about) =>
    isSatisfied(about) ? { tone: 'miss', word: 'No Allow', detail: 'not needed' } : noAllowGate(about),
  supposed: () => ({ tone: 'unknown', word: 'Supposed', detail: 'to allow' }),
  unknown: ({ why }, about) => UNKNOWN[why](about),
};

/** A layer that would have let the request through, had it come that far. */
function after(about: About, gate: Gate): Gate {
  if (about.step.reached) return gate;
  const word = gate.word === 'Allows' ? 'Would allow' : gate.word;
  return { tone: 'pass', word, detail: isSatisfied(about) ? 'not needed' : 'not reached' };
}

/** The request was allowed before it came here, so what this layer says did not matter. */
function isSatisfied({ step, evaluation }: About): boolean {
  return !step.reached && evaluation.decision === 'Allowed';
}

/** Without an Allow of the identity-based policies the request goes on, to the default deny. */
function noAllowGate(about: About): Gate {
  const { id, reached } = about.step;
  const stops = isUnfinished(about.evaluation) ? '' : 'stops here';
  const here = id === 'identity' ? 'goes on' : levelAt(about, 'noAllow') || stops;
  const detail = reached ? here : 'not reached';
  return { tone: 'implicit', word: 'No Allow', detail };
}

/** To whom, or to what, a layer does not apply. */
const NOT_IN_PLAY: Record<NotInPlayReason, (about: About) => string> = {
  noPolicy: () => '',
  root: () => 'to the root user',
  originAccessIdentity: () => 'CloudFront',
  servicePrincipal: () => 'to a service',
  anonymous: () => 'to the public',
  federatedCaller: () => 'before the session',
  managementAccount: () => 'management account',
  serviceLinkedRole: () => 'service-linked role',
  unsupportedService: ({ scenario }) =>
    scenario ? `to ${serviceOf(scenario.request.action)}` : 'to this service',
  noPermissionNeeded: () => 'no permission needed',
  keylessAction: () => 'no key involved',
  exempt: ({ step, evaluation }) =>
    step.id === 'session' && evaluation.principal.kind === 'user' ? 'to a user' : 'exempt',
};

const UNKNOWN: Record<OutcomeOf<'unknown'>['why'], (about: About) => Gate> = {
  notVisible: () => ({ tone: 'unknown', word: 'Not visible', detail: 'assumed present' }),
  unreadable: (about) => ({ tone: 'unknown', word: 'Unreadable', detail: unreadableDetail(about) }),
  hangs: ({ step }) => {
    const open = statementsOf(step).filter((statement) => statement.truth === 'unknown');
    const detail =
      open.length === 1 ? statementName(open[0]!) : open.length > 1 ? `${open.length} depend on it` : '';
    return { tone: 'unknown', word: 'Not known', detail };
  },
};

function unreadableDetail({ step, scenario }: About): string {
  const broken = unreadableIn(step);
  const [first] = broken;
  if (broken.length !== 1 || !first) return broken.length > 1 ? `${broken.length} policies` : '';
  const text = scenario && textAt(scenario, first.address);
  if (text === undefined || !first.problem) return first.name;
  return `line ${positionAt(text, first.problem.offset).line}`;
}

/** `all 3 levels`, `both levels`, `1 level`; empty for layers without levels. */
function levels({ step }: About): string {
  if (!step.levels.some((level) => level.target !== undefined)) return '';
  if (step.levels.length === 2 && step.id === 'scp') return 'both levels';
  return step.id === 'scp' && step.levels.length > 2
    ? `all ${step.levels.length} levels`
    : counted(step.levels.length, 'level');
}

/** `level 2 of 4`: the first level with this outcome. */
function levelAt({ step }: About, kind: 'denies' | 'noAllow'): string {
  if (!step.levels.some((level) => level.target !== undefined)) return '';
  const at = step.levels.findIndex((level) => level.outcome.kind === kind);
  if (at === -1) return '';
  if (step.levels.length === 1) return `on ${targetInText(step.levels[0]!.target ?? 'Root')}`;
  return `level ${at + 1} of ${step.levels.length}`;
}

function allowing({ step }: About): string {
  const found = statementsOf(step).filter(
    (statement) => statement.effect === 'Allow' && statement.truth === 'yes',
  );
  const [first] = found.filter((statement) => statement.decided).concat(found);
  return first ? statementName(first) : '';
}

function matching({ step }: About): string {
  const found = statementsOf(step).filter(
    (statement) => statement.effect === 'Deny' && statement.truth === 'yes',
  );
  return found.length === 1 ? statementName(found[0]!) : counted(found.length, 'Deny', 'Denies');
}

/** The first gate: is there a Deny that matches, anywhere? */
export function denyGate(evaluation: Evaluation): Gate {
  const denies = statementsInPlay(evaluation).filter((statement) => statement.effect === 'Deny');
  const matched = denies.filter((statement) => statement.truth === 'yes');
  const open = denies.filter((statement) => statement.truth === 'unknown');
  const step = evaluation.steps.find((candidate) => candidate.id === 'explicitDeny');
  if (step?.outcome.kind === 'notInPlay') return { tone: 'none', word: 'Does not apply', detail: '' };
  if (step?.outcome.kind === 'denies') {
    const word = matched.length === 1 ? '1 Deny matches' : `${matched.length} Denies match`;
    const where = [...new Set(matched.map((statement) => statement.address.layer))];
    const place = where.length === 1 ? LAYER_WORDS[where[0]!].inLayer : `${where.length} layers`;
    return { tone: 'explicit', word, detail: `${matched.length} of ${denies.length}, in ${place}` };
  }
  if (step?.outcome.kind === 'unknown') {
    return { tone: 'unknown', word: 'Not known', detail: openDetail(evaluation, open.length) };
  }
  const read = evaluation.crossAccount
    ? `${counted(denies.length, 'Deny', 'Denies')}, 2 accounts`
    : `${counted(denies.length, 'Deny', 'Denies')} read`;
  return { tone: 'pass', word: 'No Deny matches', detail: read };
}

function openDetail(evaluation: Evaluation, open: number): string {
  if (open > 0) return open === 1 ? '1 Deny depends on it' : `${open} Denies depend on it`;
  const unreadable = layerSteps(evaluation).flatMap(unreadableIn).length;
  if (unreadable > 0) return `${counted(unreadable, 'policy', 'policies')} unreadable`;
  return 'not all visible';
}

/** The word and detail of any step but the first and the last. */
export function layerGate(step: Step, evaluation: Evaluation, scenario: Scenario | undefined): Gate {
  const { outcome } = step;
  const words = LAYER_GATE[outcome.kind] as (outcome: StepOutcome, about: About) => Gate;
  const gate = words(outcome, { step, evaluation, scenario });
  const idle = evaluation.decision === 'Undetermined' ? idleUnknowns(step) : 0;
  return idle > 0 && gate.tone !== 'none' ? { ...gate, detail: `${idle} unknown, no effect` } : gate;
}

/** The end of the road: what nothing allowed is denied here, unless a gate before it stopped the request. */
export function defaultGate(step: Step, evaluation: Evaluation): Gate {
  if (evaluation.decision === 'Allowed')
    return { tone: 'none', word: 'Not needed', detail: inPlay(step) ? 'an Allow was found' : '' };
  if (evaluation.decision === 'Undetermined') return { tone: 'unknown', word: 'Not known', detail: '' };
  return requestPath(evaluation).steps.get('defaultDeny')?.halts
    ? { tone: 'implicit', word: 'Denied', detail: 'nothing allowed it' }
    : { tone: 'none', word: 'Not reached', detail: '' };
}
