/** Does a policy ever grant some access? */
import { isOfAccess } from '../access';
import type { Access } from '../access';
import { NOT_CONSIDERED } from '../comparison';
import type { Answer } from '../comparison';
import { namesOf } from '../names';
import { ReadPolicy, scopeOf } from '../policy';
import type { AskedType, PolicyInput } from '../policy';
import { Prover } from '../prover';
import type { Confirm } from '../prover';
import { ReasonList } from '../reasons';
import { newWork } from '../work';
import { Space } from '../space';
import type { Formula } from '../formula';
import { conditionsOf, consideredOf } from './compare';
import type { ReasoningOptions } from './compare';

/** What is asked of a policy besides that it allows: a formula, and the same question put to one request. */
export interface Asking {
  readonly formula: (space: Space) => Formula;
  readonly confirm: Confirm;
  readonly notConsidered?: readonly string[];
}

/** Is there a request that the policy allows and for which something else holds? */
export function askPolicy(policy: ReadPolicy, asking: Asking, options: ReasoningOptions): Answer {
  const names = options.catalog && namesOf(options.catalog);
  const considered = consideredOf(names, asking.notConsidered ?? NOT_CONSIDERED);
  if (policy.problem !== undefined) {
    return {
      answer: 'undecided',
      because: [],
      undecided: [{ kind: 'hidden', policy: policy.name }],
      considered,
    };
  }
  const work = newWork(options.stop, options.mostFormulas);
  const space = new Space(options.catalog);
  const { allowed } = policy.in(space);
  const formula = space.formulas.and([allowed, asking.formula(space)]);
  const prover = new Prover(space, scopeOf(policy.type, space), work, names);
  const confirm: Confirm = (request) => policy.say(request).allowed === 'yes' && asking.confirm(request);
  const today = prover.today(formula, confirm);
  const any = today.found.length > 0 ? undefined : prover.any(formula, confirm);
  const proof = { formulas: work.nodes, classes: work.classes };
  const witness = today.found[0]?.witness ?? (any?.kind === 'found' ? any.witness : undefined);
  if (!witness) {
    const reasons = new ReasonList();
    reasons.add(...(any?.kind === 'open' ? any.reasons : []));
    if (reasons.list.length === 0) return { answer: 'no', because: [], proof, considered };
    return { answer: 'undecided', because: [], undecided: reasons.list, proof, considered };
  }
  const witnesses = today.found.length > 0 ? today.found.map((one) => one.witness) : [witness];
  const said = witnesses.flatMap((one) => policy.say(one).allows);
  const granting = [...new Map(said.map((one) => [one.ref.statement, one])).values()].sort(
    (one, other) => one.ref.statement - other.ref.statement,
  );
  return {
    answer: 'yes',
    witness,
    because: granting.map(({ ref }) => ref),
    conditions: conditionsOf(granting),
    proof,
    ...(today.reasons.length > 0 && { undecided: today.reasons }),
    considered,
  };
}

/**
 * Does the policy allow any of these actions on any of these resources? AWS's own check of the kind is
 * `CheckAccessNotGranted`; `no` is its PASS. `because` lists the statements by which some such request is allowed.
 */
export function accessGranted(
  policy: PolicyInput,
  access: Access,
  type: AskedType,
  options: ReasoningOptions = {},
): Answer {
  const read = new ReadPolicy('Policy', policy, type);
  const asking: Asking = {
    formula: (space) => space.addAccess(access.actions, access.resources),
    confirm: isOfAccess(access),
  };
  return askPolicy(read, asking, options);
}
