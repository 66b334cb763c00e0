import type { Scenario } from '../../engine/scenario';
import type { Evidence } from '../../scenario/evidence/types';
import type { FromEvidence } from '../../scenario/from-evidence';
import { useVerdict } from '../../store/store';

/** One undo step; the step that AWS named stands open, and a message is compared with the verdict from then on. */
export function fillFrom(evidence: Evidence, { scenario, layer }: FromEvidence, joins: boolean): void {
  const { replace, setPasteText, setPasted, select, show, pasted } = useVerdict.getState();
  replace(scenario, 'Filled in the case from what was pasted');
  if (layer !== undefined) select({ step: layer });
  if (isDenial(evidence)) {
    setPasted({
      ...(evidence.layer !== undefined && { layer: evidence.layer }),
      ...(evidence.denial !== undefined && { denial: evidence.denial }),
      ...(evidence.request !== undefined && { request: evidence.request }),
    });
  } else if (joins) setPasted(pasted); // More of the same case: the message is still the one to reproduce.
  setPasteText('');
  show(undefined);
}

/** The text stays in the box, so that another of the account's principals can be chosen. */
export function fillFromAccount(scenario: Scenario, name: string): void {
  const { replace, setPasted, show, pasted } = useVerdict.getState();
  replace(scenario, `Filled in ${name}. The account stays in the paste box.`);
  setPasted(pasted);
  show(undefined);
}

function isDenial({ kind, denial, layer }: Evidence): boolean {
  return kind === 'denial' || (kind !== 'simulation' && (denial !== undefined || layer !== undefined));
}
