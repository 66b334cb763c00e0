import type { Scenario } from '../../case/scenario';
import { writeBack } from '../../call/write-back';
import { putTexts } from '../../intake/authorization/elsewhere';
import type { Evidence } from '../../intake/evidence/types';
import type { FromEvidence } from '../../intake/from-evidence';
import { addToLayer } from '../../store/policyCommands';
import { usePastedCode } from '../../store/pastedCode';
import { useVerdict } from '../../store/store';

/**
 * One undo step. The layer that AWS named stands open, with how to see it where it is hidden, and a message is compared
 * with the verdict from then on.
 */
export function fillFrom(
  evidence: Evidence,
  { scenario, layer }: FromEvidence,
  joins: boolean,
  elsewhere: Parameters<typeof putTexts>[1] = new Map(),
): void {
  const { setPasteText, setPasted, select, show, pasted } = useVerdict.getState();
  const [code] = evidence.code ?? [];
  if (code !== undefined) usePastedCode.setState({ language: code.language });
  // AWS's own evaluation is a whole call, with its linked requests.
  put(
    scenario,
    joins && evidence.kind !== 'authorizationDetails',
    'Filled in the case from what was pasted',
    elsewhere,
  );
  const { selection } = useVerdict.getState();
  if (layer !== undefined) {
    const hidden = scenario.policies[layer] === 'unknown';
    select({ address: hidden ? { layer, index: 0 } : selection.address, step: layer });
  }
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

/** A policy that cannot be read whole, to be mended where the editor shows what is wrong. */
export function addUnfinished(text: string): void {
  const { setPasteText, show } = useVerdict.getState();
  addToLayer('identity', { name: 'Pasted policy', text });
  setPasteText('');
  show(undefined);
}

/** The text stays in the box, so that another of the account's principals can be chosen. */
export function fillFromAccount(scenario: Scenario, name: string): void {
  const { setPasted, show, pasted, history, replace, lookAt } = useVerdict.getState();
  const { chain, ...own } = scenario;
  if (chain !== undefined) {
    // With the steps that lead to it the case is a chain of its own, looked at where it ends.
    const { chain: _, ...present } = history.present;
    replace({ ...writeBack(present, 0, own), chain }, `Filled in ${name} and who becomes it.`);
    lookAt(0);
  } else put(scenario, true, `Filled in ${name}. The account stays in the paste box.`);
  setPasted(pasted);
  show(undefined);
}

/** What joins the case of a call fills in the request that is looked at; the other requests stay. */
function put(
  scenario: Scenario,
  joins: boolean,
  message: string,
  elsewhere: Parameters<typeof putTexts>[1] = new Map(),
): void {
  const { history, at, replace, lookAt } = useVerdict.getState();
  replace(putTexts(joins ? writeBack(history.present, at, scenario) : scenario, elsewhere), message);
  if (joins) lookAt(at);
}

function isDenial({ kind, denial, layer }: Evidence): boolean {
  return kind === 'denial' || (kind !== 'simulation' && (denial !== undefined || layer !== undefined));
}
