/** The placeholders that policies from code bring into a case. */
import { listPolicies, policyText, type Policies, type Scenario } from '../../case/scenario';
import type { Evidence } from '../evidence/types';

/**
 * The placeholders of a case with those of the text: what is known of one stays known, and what the text itself tells is
 * put in. Names that no policy has are left out.
 */
export function placeholdersOf(
  { policies = [], code = [] }: Evidence,
  current: Scenario,
  placed: Policies,
): Pick<Scenario, 'placeholders'> {
  const names = policies.flatMap((policy) => policy.code?.placeholders ?? []);
  if (names.length === 0) return {};
  const texts = listPolicies(placed).map(({ policy }) => policyText(policy));
  const told = new Map(code.flatMap(({ known }) => Object.entries(known)));
  const before = new Map(Object.entries(current.placeholders ?? {}));
  const fresh = names
    .filter((name) => texts.some((text) => text.includes(JSON.stringify(`\${${name}}`).slice(1, -1))))
    .map((name) => [name, before.get(name) ?? told.get(name) ?? null] as const);
  const all = new Map<string, string | null>([...before, ...fresh]);
  return all.size === 0 ? {} : { placeholders: Object.fromEntries(all) };
}
