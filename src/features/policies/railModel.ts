/** The rail as data: every policy in walk order with its outcome, and what is not in play. */
import type { Evaluation, LevelTrace, PolicyTrace, Step } from '../../engine/evaluation';
import {
  addressKey,
  isHidden,
  isSupposed,
  LAYERS,
  listPolicies,
  listsOf,
  type Layer,
  type Policy,
  type PolicyAddress,
  type Scenario,
} from '../../case/scenario';
import type { Tone } from '../../explain/types';

export interface RailPolicy {
  readonly address: PolicyAddress;
  readonly name: string;
  readonly tone: Tone;
  /** The outcome in words, for those who do not see the glyph. */
  readonly word: string;
  readonly off: boolean;
  readonly errors: number;
  /** Findings that deserve a look: security and warnings. */
  readonly warnings: number;
  readonly via: string | undefined;
}

/** A level of SCPs or RCPs; other layers have one without a target. */
export interface RailLevel {
  readonly target: string | undefined;
  readonly level: number | undefined;
  readonly policies: readonly RailPolicy[];
}

export interface RailSection {
  readonly layer: Layer;
  /** In play, but not visible. */
  readonly hidden: boolean;
  /** Not visible, and supposed to allow. */
  readonly supposed: boolean;
  readonly levels: readonly RailLevel[];
}

export interface Rail {
  readonly sections: readonly RailSection[];
  readonly notInPlay: readonly Layer[];
  readonly count: number;
}

/** How often the checks found each severity, by address. */
export type Severities = ReadonlyMap<string, readonly string[]>;

export function railOf(scenario: Scenario, evaluation: Evaluation, severities: Severities = new Map()): Rail {
  const inPlay = LAYERS.filter((layer) => scenario.policies[layer] !== undefined);
  return {
    sections: inPlay.map((layer) => sectionOf(layer, scenario, evaluation, severities)),
    notInPlay: LAYERS.filter((layer) => scenario.policies[layer] === undefined),
    count: listPolicies(scenario.policies).length,
  };
}

function sectionOf(
  layer: Layer,
  scenario: Scenario,
  evaluation: Evaluation,
  severities: Severities,
): RailSection {
  const traces = tracesOf(layer, evaluation);
  const entries = listPolicies(scenario.policies).filter((entry) => entry.address.layer === layer);
  const railPolicy = ({ address, policy }: { address: PolicyAddress; policy: Policy }): RailPolicy => ({
    address,
    name: policy.name,
    via: policy.via,
    off: policy.off === true,
    ...countsOf(policy, traces.get(addressKey(address)), severities.get(addressKey(address)) ?? []),
    ...outcomeOf(policy, traces.get(addressKey(address))),
  });
  const hidden = isHidden(scenario.policies[layer]);
  const levels = hidden ? [] : listsOf(scenario.policies, layer);
  return {
    layer,
    hidden,
    supposed: isSupposed(scenario.policies[layer]),
    levels: levels.map(({ target, level }) => ({
      target,
      level,
      policies: entries.filter((entry) => entry.address.level === level).map(railPolicy),
    })),
  };
}

interface Traced {
  readonly step: Step;
  readonly level: LevelTrace;
  readonly policy: PolicyTrace;
}

function tracesOf(layer: Layer, evaluation: Evaluation): ReadonlyMap<string, Traced> {
  const steps = evaluation.steps.filter((step) => step.id === layer);
  return new Map(
    steps.flatMap((step) =>
      step.levels.flatMap((level) =>
        level.policies.map((policy) => [addressKey(policy.address), { step, level, policy }] as const),
      ),
    ),
  );
}

/** A text that cannot be read has one error, whatever else the checks say. */
function countsOf(
  { off }: Policy,
  traced: Traced | undefined,
  severities: readonly string[],
): Pick<RailPolicy, 'errors' | 'warnings'> {
  if (off === true) return { errors: 0, warnings: 0 };
  const count = (...wanted: readonly string[]): number =>
    severities.filter((severity) => wanted.includes(severity)).length;
  const unreadable = traced?.policy.state === 'unreadable' ? 1 : 0;
  return { errors: Math.max(unreadable, count('error')), warnings: count('security', 'warning') };
}

type Outcome = Pick<RailPolicy, 'tone' | 'word'>;

/** What one policy did: a Deny that matches, then what is not known, then its Allow, then nothing. */
function outcomeOf({ off }: Policy, traced: Traced | undefined): Outcome {
  if (off === true) return { tone: 'none', word: 'Off' };
  if (!traced || traced.step.outcome.kind === 'notInPlay') return { tone: 'none', word: 'Does not apply' };
  const { step, level, policy } = traced;
  if (policy.state === 'unreadable') return { tone: 'unknown', word: 'Unreadable' };
  const has = (effect: 'Allow' | 'Deny', truth: 'yes' | 'unknown'): boolean =>
    policy.statements.some((statement) => statement.effect === effect && statement.truth === truth);
  if (has('Deny', 'yes')) return { tone: 'explicit', word: 'Denies' };
  if (has('Deny', 'unknown')) return { tone: 'unknown', word: 'Not known' };
  if (has('Allow', 'yes')) {
    if (policy.statements.some((statement) => statement.decided)) return { tone: 'allow', word: 'Allows' };
    return { tone: 'pass', word: step.reached ? 'Allows' : 'Would allow' };
  }
  if (has('Allow', 'unknown')) return { tone: 'unknown', word: 'Not known' };
  if (step.reached && level.outcome.kind === 'noAllow') return { tone: 'implicit', word: 'No Allow' };
  return { tone: 'miss', word: 'No match' };
}
