/** Where `docs/evaluation.md` tells how a step counts: the anchor of its heading. */
import type { StepId } from '../../engine/evaluation';

export const STEP_RULES: Readonly<Record<StepId, string>> = {
  explicitDeny: 'verdict',
  scp: 'scps',
  rcp: 'rcps',
  endpoint: 'endpoints',
  resource: 'resource-policies',
  boundary: 'boundaries',
  session: 'session-policies',
  identity: 'identity-policies',
  defaultDeny: 'verdict',
};
