/** What a verdict takes for granted that nobody told: keys that AWS may have sent, and whose value would turn it. */
import { isForeignKey } from '../catalog/foreign-keys';
import type { Scenario } from '../case/scenario';
import { evaluate } from '../engine/evaluate';
import type { Evaluation } from '../engine/evaluation';
import { keySent } from '../engine/request/presence';

/** Keys that a policy reads, that the request does not tell, and that AWS sends with some requests like it. */
function untoldKeys(scenario: Scenario, { keysRead }: Evaluation): readonly string[] {
  const { action } = scenario.request;
  const told = new Set(Object.keys(scenario.request.context ?? {}).map((key) => key.toLowerCase()));
  return keysRead.filter(
    (key) => !told.has(key.toLowerCase()) && !isForeignKey(key, action) && keySent(scenario, key) !== 'never',
  );
}

/** Does a verdict say the same as another: decision, and the layers that refuse? */
function saysTheSame(one: Evaluation, other: Evaluation): boolean {
  const layers = ({ decidedBy, missing }: Evaluation): string =>
    [...decidedBy.map(({ layer }) => layer), ...missing].sort().join();
  return one.decision === other.decision && layers(one) === layers(other);
}

/** The keys that a verdict rests on being absent; none where it stands whatever they are. */
export function guessedKeys(scenario: Scenario, evaluation: Evaluation): readonly string[] {
  const untold = untoldKeys(scenario, evaluation);
  if (untold.length === 0) return [];
  const { request } = scenario;
  const context = { ...request.context, ...Object.fromEntries(untold.map((key) => [key, null])) };
  const open = evaluate({ ...scenario, request: { ...request, context } });
  if (saysTheSame(open, evaluation)) return [];
  const hanging = new Set(
    open.dependsOn.flatMap((hang) => (hang.kind === 'key' ? [hang.key.toLowerCase()] : [])),
  );
  const found = untold.filter((key) => hanging.has(key.toLowerCase()));
  return found.length > 0 ? found : untold;
}
