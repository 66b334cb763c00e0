/** What the checks say about each policy. They are fetched after the page stands, and never hold up typing. */
import { useDeferredValue, useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { checkPolicy } from '../checks/check-policy';
import type { Finding } from '../checks/finding';
import type { PolicyType } from '../checks/policy-type';
import { addressKey, listPolicies, policyText, type Layer, type Policy } from '../engine/scenario';
import { isTrust, serviceOf } from '../explain/layers';
import { useScenario } from './selectors';

export interface PolicyFindings {
  /** The text that was checked: places count in it. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

interface ChecksState {
  readonly check: typeof checkPolicy | undefined;
}

const useChecks = create<ChecksState>()(() => ({ check: undefined }));

/** Fetches the checks; where that fails the page works without them, and the next visit tries again. */
async function loadChecks(): Promise<void> {
  if (useChecks.getState().check) return;
  const module = await import('../checks/check-policy');
  useChecks.setState({ check: module.checkPolicy });
}

/** The findings of every policy by address; empty until the checks have arrived, and behind by a moment while typing. */
export function useFindings(): ReadonlyMap<string, PolicyFindings> {
  const check = useChecks((state) => state.check);
  const scenario = useDeferredValue(useScenario());
  useEffect(() => void loadChecks().catch(() => undefined), []);
  return useMemo(
    () =>
      new Map(
        check &&
          listPolicies(scenario.policies).map(({ address, policy }) => [
            addressKey(address),
            findingsOf(check, policy, typeOf(address.layer, scenario.request.action)),
          ]),
      ),
    [check, scenario],
  );
}

const kept = new WeakMap<Policy, { readonly type: PolicyType; readonly found: PolicyFindings }>();

/** Each policy is checked once for as long as it stays as it is. */
function findingsOf(check: typeof checkPolicy, policy: Policy, type: PolicyType): PolicyFindings {
  const before = kept.get(policy);
  if (before?.type === type) return before.found;
  const text = policyText(policy);
  const found = { text, findings: check(text, type) };
  kept.set(policy, { type, found });
  return found;
}

/** The action tells whose resource-based policy it is. */
function typeOf(layer: Layer, action: string): PolicyType {
  if (layer !== 'resource') return layer;
  if (isTrust(action)) return 'trust';
  return serviceOf(action) === 'kms' ? 'key' : 'resource';
}
