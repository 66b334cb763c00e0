/** All checks, in the order in which their findings are told at one place. */
import { actionKeyChecks } from './action-keys';
import { actionChecks } from './actions';
import { broadAllowChecks } from './broad-allow';
import type { Check } from './check';
import { conditionKeyChecks } from './condition-keys';
import { conditionValueChecks } from './condition-values';
import { contradictionChecks } from './contradictions';
import { dataTypeChecks } from './data-types';
import { elementChecks } from './elements';
import { emptyChecks } from './empties';
import { escalationChecks } from './escalation';
import { exposureChecks } from './exposure';
import { identityProviderChecks } from './identity-providers';
import { ipRangeChecks } from './ip-ranges';
import { jsonChecks } from './json';
import { mfaChecks } from './mfa';
import { operatorChecks } from './operators';
import { organizationPolicyChecks } from './organization-policies';
import { policySizeChecks } from './policy-size';
import { principalChecks } from './principals';
import { redundancyChecks } from './redundancy';
import { resourceArnChecks } from './resource-arns';
import { resourcePolicyChecks } from './resource-policies';
import { resourceScopeChecks } from './resource-scope';
import { rolePassingChecks } from './role-passing';
import { sidChecks } from './sids';
import { trustChecks } from './trust';
import { trustExposureChecks } from './trust-exposure';
import { variableChecks } from './variables';
import { wildcardValueChecks } from './wildcard-values';

/** Those that look at each element once: for texts far beyond what AWS takes. */
export const CHECKS_OF_FORM: readonly Check[] = [
  ...jsonChecks,
  ...dataTypeChecks,
  ...elementChecks,
  ...sidChecks,
  ...emptyChecks,
  ...policySizeChecks,
];

export const CHECKS: readonly Check[] = [
  ...CHECKS_OF_FORM,
  ...principalChecks,
  ...trustChecks,
  ...identityProviderChecks,
  ...actionChecks,
  ...resourceArnChecks,
  ...variableChecks,
  ...operatorChecks,
  ...conditionKeyChecks,
  ...conditionValueChecks,
  ...ipRangeChecks,
  ...wildcardValueChecks,
  ...actionKeyChecks,
  ...resourcePolicyChecks,
  ...organizationPolicyChecks,
  ...broadAllowChecks,
  ...rolePassingChecks,
  ...escalationChecks,
  ...exposureChecks,
  ...resourceScopeChecks,
  ...trustExposureChecks,
  ...mfaChecks,
  ...contradictionChecks,
  ...redundancyChecks,
];
