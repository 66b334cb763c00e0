/** Opens the request of a row in Case, and says what both versions decide of it. */
import { evaluate } from '../../engine/evaluate';
import type { Decision } from '../../engine/evaluation';
import type { Request, Scenario } from '../../case/scenario';
import { openInCase } from '../../store/openInCase';

const WORDS: Record<Decision, string> = {
  Allowed: 'allows it',
  ExplicitlyDenied: 'denies it',
  ImplicitlyDenied: 'does not allow it',
  Undetermined: 'leaves it open',
};

export function openExample(witness: Request, a: Scenario, b: Scenario): void {
  const [before, after] = [a, b].map(
    (one) => evaluate({ ...one, linked: [], request: { ...witness } }).decision,
  );
  openInCase((whole) => ({ ...whole, request: { ...witness } }), ` A ${WORDS[before!]}, B ${WORDS[after!]}.`);
}
