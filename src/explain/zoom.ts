/** What is open under a gate: its levels, its statements with the telling one first, one element. Pure. */
import type { Scenario } from '../case/scenario';
import { addressKey } from '../case/scenario';
import type {
  ElementTrace,
  Evaluation,
  LevelTrace,
  StatementTrace,
  Step,
  StepId,
} from '../engine/evaluation';
import { firstDifference, statementsInPlay, stepOf } from './facts';
import { levelWords } from './levels';
import { nearestIn } from './nearest';
import { stepWords } from './steps';
import type { StepWords, Tone } from './types';
import { elementTone } from './values/tone';

/** What was asked for. What is left out, or is no longer there, is the telling one. */
export interface ZoomAt {
  readonly step: StepId;
  readonly level?: number;
  /** As `statementKey` has it. */
  readonly statement?: string;
  /** The element's path; `none`: closed by hand. */
  readonly element?: string;
}

export interface Zoomed {
  readonly step: Step;
  readonly words: StepWords;
  /** Levels with names, of SCPs and RCPs. */
  readonly levels: readonly LevelTrace[];
  readonly level: number;
  /** The open one first, then the others as they stand. */
  readonly statements: readonly StatementTrace[];
  readonly statement: StatementTrace | undefined;
  readonly element: ElementTrace | undefined;
}

export function statementKey({ address, statement }: Pick<StatementTrace, 'address' | 'statement'>): string {
  return `${addressKey(address)}/${statement}`;
}

/** Undefined where there is nothing to open: a gate that is not in play, the default deny. */
export function zoomed(scenario: Scenario, evaluation: Evaluation, at: ZoomAt): Zoomed | undefined {
  const step = stepOf(evaluation, at.step);
  if (!step) return undefined;
  const levels = step.levels.filter((level) => level.target !== undefined);
  const level = levels.length === 0 ? 0 : levelAt(step, levels, at.level);
  const all = statementsAt(step, levels[level], evaluation);
  if (all.length === 0 && levels.length === 0) return undefined;
  const telling = tellingOf(scenario, evaluation, step, all);
  const statement = all.find((one) => statementKey(one) === at.statement) ?? telling ?? all[0];
  const rest = [...(telling && telling !== statement ? [telling] : []), ...all].filter(
    (one) => one !== statement,
  );
  return {
    step,
    words: stepWords(step, evaluation, scenario),
    levels,
    level,
    statements: statement ? [statement, ...new Set(rest)] : [],
    statement,
    element: at.element === 'none' ? undefined : statement && elementAt(statement, at.element),
  };
}

function levelAt(step: Step, levels: readonly LevelTrace[], wanted: number | undefined): number {
  if (wanted !== undefined && wanted < levels.length) return wanted;
  const loud: readonly Tone[] = ['explicit', 'implicit', 'unknown'];
  const layer = step.id === 'rcp' ? 'rcp' : 'scp';
  return Math.max(
    0,
    levels.findIndex((level) => loud.includes(levelWords(layer, level).tone)),
  );
}

function statementsAt(
  step: Step,
  level: LevelTrace | undefined,
  evaluation: Evaluation,
): readonly StatementTrace[] {
  if (step.id === 'explicitDeny') {
    return statementsInPlay(evaluation).filter(({ effect, truth }) => effect === 'Deny' && truth !== 'no');
  }
  if (step.outcome.kind === 'notInPlay') return [];
  const levels = level ? [level] : step.levels;
  return levels.flatMap(({ policies }) => policies.flatMap(({ statements }) => statements));
}

/** The statement that decided or denies, came nearest, hangs, or allows. */
function tellingOf(
  scenario: Scenario,
  evaluation: Evaluation,
  step: Step,
  all: readonly StatementTrace[],
): StatementTrace | undefined {
  const near =
    step.id === 'explicitDeny' || step.id === 'defaultDeny'
      ? undefined
      : nearestIn(scenario, evaluation, step.id);
  return (
    all.find(({ effect, truth }) => effect === 'Deny' && truth === 'yes') ??
    all.find(({ decided }) => decided) ??
    all.find(({ truth }) => truth === 'unknown' && step.outcome.kind === 'unknown') ??
    (step.outcome.kind === 'noAllow' || step.outcome.kind === 'noMatch'
      ? all.find((one) => one === near?.statement)
      : undefined) ??
    all.find(({ effect, truth }) => effect === 'Allow' && truth === 'yes')
  );
}

/** The element asked for; else the first that differs, and of a Deny that applies its condition. */
function elementAt(statement: StatementTrace, path: string | undefined): ElementTrace | undefined {
  const { elements } = statement;
  const asked = elements.find((element) => element.path === path);
  if (asked) return asked;
  return (
    firstDifference(statement) ??
    elements.findLast(({ element }) => element === 'Condition') ??
    elements.at(-1)
  );
}

/** The colour of a statement's row: only what decides has one. */
export function statementTone(statement: StatementTrace, telling: boolean): Tone {
  if (statement.truth === 'unknown') return 'unknown';
  if (statement.effect === 'Deny') return statement.truth === 'yes' ? 'explicit' : 'miss';
  if (statement.truth === 'yes') return 'pass';
  const first = firstDifference(statement);
  return telling && first ? elementTone(statement, first) : 'miss';
}
