/** The policies of one layer, matched against the request: what the decision and the trace are both made of. */
import type { PolicyForm } from '../../language/forms';
import { compilePolicy } from '../compile';
import type { Compiled } from '../compile';
import type { NotInPlayReason } from '../evaluation';
import type { Facts } from '../facts';
import { KLEENE } from '../logic';
import type { Statement, StatementMatch } from '../match/statement';
import type { Rules } from '../rules';
import { ALLOWS, OPEN, SILENT, join, sayOfStatementIn, stackIn } from '../say';
import type { Say } from '../say';
import { LAYER_TABLE, isLeveled, onlyDenies, perLayer } from '../../case/layers';
import type { Layer } from '../../case/layers';
import { isHidden, isSupposed, listsOf } from '../../case/scenario';
import type { Policies, Policy, PolicyAddress } from '../../case/scenario';

export interface PolicyView {
  readonly address: PolicyAddress;
  readonly policy: Policy;
  readonly target: string | undefined;
  /** Undefined: switched off. */
  readonly compiled: Compiled | undefined;
  /** For each statement of a readable policy. */
  readonly matches: readonly StatementMatch[];
}

export interface LevelView {
  readonly target: string | undefined;
  readonly policies: readonly PolicyView[];
}

export interface LayerView {
  readonly layer: Layer;
  /**
   * `absent`: nothing is attached. `hidden`: in play, but not visible to the person who asks. `supposed`: the same, and
   * supposed to let the request through.
   */
  readonly state: 'absent' | 'hidden' | 'supposed' | 'visible';
  readonly exempt: NotInPlayReason | undefined;
  readonly levels: readonly LevelView[];
}

const NO_MATCHES: readonly StatementMatch[] = [];
const NO_LEVELS: readonly LevelView[] = [];

/** Most layers of most cases. */
const ABSENT = perLayer((layer): LayerView => ({
  layer,
  state: 'absent',
  exempt: undefined,
  levels: NO_LEVELS,
}));

function viewPolicy(
  policy: Policy,
  form: PolicyForm,
  address: PolicyAddress,
  target: string | undefined,
  facts: Facts,
): PolicyView {
  const compiled = policy.off === true ? undefined : compilePolicy(policy, form);
  const matches =
    compiled?.kind === 'readable'
      ? compiled.statements.map((statement) => statement.match(facts))
      : NO_MATCHES;
  return { address, policy, target, compiled, matches };
}

/** Matches one layer of the scenario. */
export function viewLayer(layer: Layer, policies: Policies, rules: Rules, facts: Facts): LayerView {
  const exempt = rules.exempt[layer];
  const value: Policies[Layer] = policies[layer];
  if (value === undefined) {
    return exempt ? { layer, state: 'absent', exempt, levels: NO_LEVELS } : ABSENT[layer];
  }
  if (isHidden(value)) return { layer, state: isSupposed(value) ? 'supposed' : 'hidden', exempt, levels: [] };
  const form = layer === 'resource' ? rules.resourceForm : LAYER_TABLE[layer].form;
  const levels = listsOf(policies, layer).map(({ target, level, policies: list }) => ({
    target,
    policies: list.map((policy, index) => {
      const address = level === undefined ? { layer, index } : { layer, level, index };
      return viewPolicy(policy, form, address, target, facts);
    }),
  }));
  // A level without policies allows nothing, as an SCP's; any other layer without policies is not there.
  const attached =
    isLeveled(layer) && !onlyDenies(layer)
      ? levels.length > 0
      : levels.some((level) => level.policies.some((policy) => policy.compiled));
  return { layer, state: attached ? 'visible' : 'absent', exempt, levels };
}

/** What one matching statement says. */
export function sayOf(statement: Statement, match: StatementMatch): Say {
  if (match.truth === 'no') return SILENT;
  const { effect } = statement.node;
  const said = sayOfStatementIn(KLEENE, effect, match.truth, match.grant);
  if (effect === 'Deny' || !match.perhaps) return said;
  return { ...said, grants: { ...said.grants, [match.perhaps]: 'unknown' } };
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

export function sayOfLayer(view: LayerView): Say {
  if (view.state === 'hidden') return OPEN;
  if (view.state === 'supposed') return ALLOWS;
  return view.state === 'absent' ? SILENT : stackIn(KLEENE, view.levels.map(sayOfLevel));
}
