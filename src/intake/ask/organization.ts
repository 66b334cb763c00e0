/** The commands that print SCPs or RCPs level by level. AWS CLI Command Reference, `organizations`. */
import { isAccountId } from '../../language/arn';
import { LABELS } from '../evidence/labels';
import type { Ask } from './identity';

type Filter = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

const NOUNS: Readonly<Record<Filter, string>> = {
  SERVICE_CONTROL_POLICY: 'SCP',
  RESOURCE_CONTROL_POLICY: 'RCP',
};

/** From the account up to the root: at each level every policy that is attached, with a line that names the level. */
export function organizationCommands(filter: Filter, account: string | undefined): readonly Ask[] {
  if (account === undefined || !isAccountId(account)) return [];
  const ofTarget = `aws organizations list-policies-for-target --target-id "$id" --filter ${filter} --query 'Policies[].Id' --output text`;
  const up = `id="$(aws organizations list-parents --child-id "$id" --query 'Parents[0].Id' --output text 2>/dev/null)"`;
  return [
    {
      command: `id=${account}; while [ -n "$id" ]; do echo "${LABELS.target}$id"; for policy in $(${ofTarget}); do aws organizations describe-policy --output json --policy-id "$policy"; done; ${up}; done`,
      why: `Prints the ${NOUNS[filter]}s of account ${account}, of each OU above it and of the root. Runs in the management account or a delegated administrator’s.`,
    },
  ];
}
