import type { deniedTitles } from '../titles/denied';
import type { Worked } from '../types';
import { deniedAccounts } from './denied-accounts';
import { deniedBuckets } from './denied-buckets';
import { deniedLimits } from './denied-limits';
import { deniedResources } from './denied-resources';

export const denied: Record<(typeof deniedTitles)[number]['id'], Worked> = {
  ...deniedAccounts,
  ...deniedBuckets,
  ...deniedLimits,
  ...deniedResources,
};
