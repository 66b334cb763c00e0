/** The policies of one layer, matched against the request: what the decision and the trace are both made of. */
import type { PolicyForm } from '../../language/forms';
import { compilePolicy } from '../compile';
import type { Compiled } from '../compile';
import type { GrantKind, NotInPlayReason, Truth } from '../evaluation';
import type { Facts } from '../facts';
import type { Reading } from '../match/reading';
import type { Statement, StatementMatch } from '../match/statement';
import type { Rules } from '../rules';
import type { Layer, Policies, Policy, PolicyAddress, PolicyLevel, Unknown } from '../../case/scenario';
import { and, or } from '../truth';

export interface PolicyView {
  readonly address: PolicyAddress;
  readonly policy: Policy;
  readonly target: string | undefined;
  /** Undefined: switched off. */
  readonly compiled: Compiled | undefined;
  /** What a readable policy reads of the request. */
  readonly reading: Reading | undefined;
  /** For each statement of a readable policy. */
  readonly matches: readonly StatementMatch[];
}

export interface LevelView {
  readonly target: string | undefined;
  readonly policies: readonly PolicyView[];
}

export interface LayerView {
  readonly layer: Layer;
  /** `absent`: nothing is attached. `hidden`: in play, but not visible to the person who asks. */
  readonly state: 'absent' | 'hidden' | 'visible';
  readonly exempt: NotInPlayReason | undefined;
  readonly levels: readonly LevelView[];
}

interface GivenLevel {
  readonly target: string | undefined;
  readonly level: number | undefined;
  readonly policies: readonly Policy[];
}

function isLevels(layer: Layer, _value: unknown): _value is readonly PolicyLevel[] {
  return layer === 'scp' || layer === 'rcp';
}

/** The levels of a layer in one shape; layers other than SCPs and RCPs have one level without a target. */
function givenLevels(layer: Layer, value: NonNullable<Policies[Layer]>): readonly GivenLevel[] {
  if (isLevels(layer, value)) {
    return value.map(({ target, policies }, level) => ({ target, level, policies }));
  }
  const list = Array.isArray(value) ? (value as readonly Policy[]) : [value as Policy];
  return [{ target: undefined, level: undefined, policies: list }];
}

const NO_MATCHES: readonly StatementMatch[] = [];

function viewPolicy(
  policy: Policy,
  form: PolicyForm,
  address: PolicyAddress,
  target: string | undefined,
  facts: Facts,
): PolicyView {
  const compiled = policy.off === true ? undefined : compilePolicy(policy, form);
  const matched = compiled?.kind === 'readable' ? compiled.matcher.match(facts) : undefined;
  const matches = matched?.matches ?? NO_MATCHES;
  return { address, policy, target, compiled, reading: matched?.reading, matches };
}

/** Matches one layer of the scenario. */
export function viewLayer(layer: Layer, policies: Policies, rules: Rules, facts: Facts): LayerView {
  const exempt = rules.exempt[layer];
  const value: Policies[Layer] | Unknown = policies[layer];
  if (value === undefined) return { layer, state: 'absent', exempt, levels: [] };
  if (value === 'unknown') return { layer, state: 'hidden', exempt, levels: [] };
  const form = layer === 'resource' ? rules.resourceForm : layer;
  const levels = givenLevels(layer, value).map(({ target, level, policies: list }) => ({
    target,
    policies: list.map((policy, index) => {
      const address = level === undefined ? { layer, index } : { layer, level, index };
      return viewPolicy(policy, form, address, target, facts);
    }),
  }));
  // A level of SCPs without policies allows nothing; any other layer without policies is not there.
  const attached =
    layer === 'scp'
      ? levels.length > 0
      : levels.some((level) => level.policies.some((policy) => policy.compiled));
  return { layer, state: attached ? 'visible' : 'absent', exempt, levels };
}

export type Grants = Readonly<Record<GrantKind, Truth>>;

/** What a layer, or one of its levels, says to the request. */
export interface Say {
  readonly deny: Truth;
  readonly allow: Truth;
  /** The Allows of a resource-based policy by their kind. */
  readonly grants: Grants;
}

export const NO_GRANTS: Grants = { direct: 'no', role: 'no', account: 'no' };
const OPEN_GRANTS: Grants = { direct: 'unknown', role: 'unknown', account: 'unknown' };
export const SILENT: Say = { deny: 'no', allow: 'no', grants: NO_GRANTS };
export const OPEN: Say = { deny: 'unknown', allow: 'unknown', grants: OPEN_GRANTS };

/** Policies of one level are added up: one matching Allow suffices, one matching Deny too. */
export function join(a: Say, b: Say): Say {
  return {
    deny: or(a.deny, b.deny),
    allow: or(a.allow, b.allow),
    grants: {
      direct: or(a.grants.direct, b.grants.direct),
      role: or(a.grants.role, b.grants.role),
      account: or(a.grants.account, b.grants.account),
    },
  };
}

/** What one matching statement says. */
export function sayOf(statement: Statement, match: StatementMatch): Say {
  if (match.truth === 'no') return SILENT;
  if (statement.node.effect === 'Deny') return { ...SILENT, deny: match.truth };
  const sure = match.grant ? { ...NO_GRANTS, [match.grant]: match.truth } : NO_GRANTS;
  const grants = match.perhaps ? { ...sure, [match.perhaps]: 'unknown' as const } : sure;
  return { deny: 'no', allow: match.truth, grants };
}

export function sayOfPolicy(view: PolicyView): Say {
  if (!view.compiled) return SILENT;
  if (view.compiled.kind === 'unreadable') return OPEN;
  let said = SILENT;
  const { statements } = view.compiled;
  for (let at = 0; at < statements.length; at += 1) {
    const match = view.matches[at]!;
    if (match.truth !== 'no') said = join(said, sayOf(statements[at]!, match));
  }
  return said;
}

export function sayOfLevel(view: LevelView): Say {
  return view.policies.reduce((said, policy) => join(said, sayOfPolicy(policy)), SILENT);
}

/** Levels are cumulative: each must allow; a Deny at any of them counts. */
export function sayOfLayer(view: LayerView): Say {
  if (view.state === 'hidden') return OPEN;
  const [first, ...rest] = view.levels.map(sayOfLevel);
  if (!first || view.state === 'absent') return SILENT;
  return rest.reduce((said, level) => ({ ...join(said, level), allow: and(said.allow, level.allow) }), first);
}
