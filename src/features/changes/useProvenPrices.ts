import { useEffect, useState } from 'react';
import { listPolicies, policyText, type Scenario } from '../../case/scenario';
import type { Offer } from '../../explain/changes/price';
import type { Comparison } from '../../reasoning/comparison';
import { ProofClient } from '../../store/proofClient';

/** Settings of a bucket and keys of a request are no policies: what they change is counted on single resources only. */
const isOfPolicies = ({ edits }: Offer): boolean =>
  edits.every(({ s3, context }) => s3 === undefined && context === undefined);

interface Proven {
  readonly of: readonly Offer[];
  readonly comparisons: readonly (Comparison | undefined)[];
}

/** What each offer opens or closes over every resource, as far as it has been proved; in a worker. */
export function useProvenPrices(
  scenario: Scenario,
  offers: readonly Offer[],
): readonly (Comparison | undefined)[] {
  const [proven, setProven] = useState<Proven>();
  useEffect(() => {
    const asked = offers.filter(isOfPolicies);
    if (asked.length === 0) return undefined;
    const client = new ProofClient();
    const comparisons: (Comparison | undefined)[] = offers.map(() => undefined);
    const afters = asked.map(({ after }) => after);
    client.ask({
      question: { kind: 'prices', before: scenario, afters },
      texts: [scenario, ...afters].flatMap(({ policies }) =>
        listPolicies(policies).map(({ policy }) => policyText(policy)),
      ),
      take: (answer) => {
        if (answer.kind !== 'prices') return;
        comparisons[offers.indexOf(asked[answer.at]!)] = answer.comparison;
        setProven({ of: offers, comparisons: [...comparisons] });
      },
      // What was counted on single resources stands.
      fail: () => undefined,
    });
    return () => client.end();
  }, [scenario, offers]);
  return proven?.of === offers ? proven.comparisons : [];
}
