import type { StepId } from '../../engine/evaluation';
import { LAYER_WORDS } from '../layer-words';

/** Where `docs/evaluation.md` tells how a step counts: the anchor of its heading. */
export function stepRule(id: StepId): string {
  return id === 'explicitDeny' || id === 'defaultDeny' ? 'verdict' : LAYER_WORDS[id].rule;
}
