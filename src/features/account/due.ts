import type { PrincipalFacts } from '../../audit/account/overview';

const DUE = new Set(['create', 'unused', 'deploy', 'wait', 'deactivate', 'delete', 'rolled-back']);

/** Is a step of a rotation to be done? */
export const isDue = ({ rotation }: PrincipalFacts): boolean =>
  rotation !== undefined && DUE.has(rotation.state);
