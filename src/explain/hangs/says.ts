/** What a hidden layer or an unreadable policy would have to say, in words. */
import type { Evaluation, Supposition } from '../../engine/evaluation';
import { readCaller } from '../../engine/request/caller';
import { reachableGrants } from '../../engine/unknowns/reachable';
import type { Layer, Scenario } from '../../case/scenario';
import { code, rich } from '../rich';
import type { Rich } from '../types';

type Says = Extract<Supposition, { kind: 'says' }>;

/** To whom the Allow has to be; nothing where any Allow that reaches the caller will do. */
function whom(says: readonly Says[], evaluation: Evaluation, { request }: Scenario): string {
  const grants = new Set(says.flatMap(({ grant }) => (grant ? [grant] : [])));
  if (grants.size === 0 || reachableGrants(readCaller(request).caller).every((grant) => grants.has(grant)))
    return '';
  if (!grants.has('direct')) {
    const to = evaluation.principal.kind === 'federatedUser' ? 'its user' : 'the role';
    return grants.has('role') ? ` to ${to} only` : ' to the account only';
  }
  if (!grants.has('role')) return ' to the caller itself';
  return evaluation.principal.kind === 'federatedUser'
    ? ' to the caller or its user'
    : ' to the caller or its role';
}

/** One condition for a set of things it may say: `the SCPs allow …`, `` `Name` does not deny … ``. */
export function saysWords(
  subject: Rich,
  chosen: readonly Supposition[],
  scenario: Scenario,
  form: { readonly many: boolean; readonly policy: boolean; readonly layer: Layer },
  evaluation: Evaluation,
): Rich {
  const says = chosen.filter((one): one is Says => one.kind === 'says');
  const action = code(scenario.request.action);
  const has = (effect: Says['effect']) => says.some((one) => one.effect === effect);
  const not = form.many ? 'don’t' : 'does not';
  if (has('denies')) {
    return has('silent')
      ? rich`${subject} ${not} allow ${action}`
      : rich`${subject} ${form.many ? 'deny' : 'denies'} ${action}`;
  }
  if (has('silent')) return rich`${subject} ${not} deny ${action}`;
  const allow = form.many ? 'allow' : 'allows';
  const to = form.layer === 'resource' ? whom(says, evaluation, scenario) : '';
  return form.policy
    ? rich`${subject} ${allow} ${action}${to} and denies nothing here`
    : rich`${subject} ${allow} ${action}${to}`;
}
