import { useEffect, useState } from 'react';
import type { Catalog } from '../../catalog/service-reference';
import type { Decision } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { namesAll, planPrices, priceOf } from '../../explain/changes/price';
import type { Offer, Price, PricePlan } from '../../explain/changes/price';
import { serviceOf } from '../../case/layers';
import { useReference } from '../../store/catalog';
import { startSweep } from '../../store/browser/startSweep';

export type Pricing =
  | { readonly kind: 'counting' }
  | { readonly kind: 'counted'; readonly price: Price }
  /** The names of the actions could not be loaded, or the worker broke. */
  | { readonly kind: 'failed' };

const COUNTING: Pricing = { kind: 'counting' };
const FAILED: Pricing = { kind: 'failed' };

interface Counted {
  readonly of: readonly Offer[];
  readonly prices: readonly (Price | undefined)[];
  readonly failed: boolean;
}

/** What each offer costs, as far as it has been counted; away from the page's own thread. */
export function usePrices(
  scenario: Scenario,
  offers: readonly Offer[],
  direction: Price['direction'],
): readonly Pricing[] {
  const service = serviceOf(scenario.request.action);
  const ready = useReference(
    ({ catalog, failed }) => catalog !== undefined && knows(catalog, service, failed),
  );
  const missing = useReference(({ failed }) => failed);
  const [counted, setCounted] = useState<Counted>();
  useEffect(() => {
    const { catalog } = useReference.getState();
    const plan = ready && offers.length > 0 && catalog ? planPrices(catalog, scenario, offers) : undefined;
    if (!plan) return undefined;
    const take = collect(plan, direction, (prices) => setCounted({ of: offers, prices, failed: false }));
    const decided: Parameters<typeof startSweep>[1] = (more) => take(more.map(({ decision }) => decision));
    return startSweep(plan.groups, decided, () => setCounted({ of: offers, prices: [], failed: true }));
  }, [ready, scenario, offers, direction]);
  const known = counted?.of === offers ? counted : undefined;
  const failed = known?.failed ?? (missing && !ready);
  return offers.map((_, at) => {
    const price = known?.prices[at];
    if (price) return { kind: 'counted', price };
    return failed ? FAILED : COUNTING;
  });
}

/** The names of all actions, and on what those of the request's own service work, unless that will not come. */
function knows(catalog: Catalog, service: string, failed: boolean): boolean {
  const detailed = failed || !catalog.hasService(service) || catalog.service(service) !== undefined;
  return detailed && namesAll(catalog);
}

/** Puts the decisions together group by group, and tells the prices whenever a group is complete. */
function collect(
  plan: PricePlan,
  direction: Price['direction'],
  tell: (prices: readonly (Price | undefined)[]) => void,
): (decisions: readonly Decision[]) => void {
  const groups: Decision[][] = plan.groups.map(() => []);
  let at = 0;
  const skip = (): void => {
    while (at < groups.length && groups[at]!.length === plan.groups[at]!.actions.length) at += 1;
  };
  skip();
  return (decisions) => {
    groups[at]!.push(...decisions);
    const before = at;
    skip();
    if (at === before) return;
    const done = groups.map((group, index) => (index < at ? group : undefined));
    tell(plan.offers.map((_, offer) => priceOf(plan, offer, done, direction)));
  };
}
