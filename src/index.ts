/** The public face of the pure core. Everything a program outside the page may rely on is exported here. */
export type * from './case/scenario';
export type * from './engine/evaluation';
export { evaluate } from './engine/evaluate';
export { plainEvaluation } from './engine/plain';
export type { PlainEvaluation } from './engine/plain';

export { explain } from './explain/headline';
export type { Explanation, Quote, Remark, Rich } from './explain/types';
export { runTests } from './explain/run-tests';
export type { TestResult } from './explain/run-tests';

export { parseScenario, emptyScenario } from './formats/schema';
export { ScenarioError } from './case/issue';
export type { ScenarioIssue, ScenarioErrorKind } from './case/issue';
export { encodeLink, decodeLink, LinkError } from './formats/link';
export type { LinkErrorKind } from './formats/link';
export { readEvidence } from './intake/evidence/read';
export type { Evidence, EvidenceKind, EvidenceLayer, EvidencePolicy } from './intake/evidence/types';

export { checkPolicy } from './checks/check-policy';
export type { CheckOptions } from './checks/check-policy';
export type { CheckId } from './checks/check-ids';
export type { Finding, Fix, Severity } from './checks/finding';
export type { TextEdit } from './language/place';
export { externalAccess } from './checks/external-access';
export type { ExternalAccess, ShownCondition, TrustZone, Who } from './checks/external-access';
export type { PolicyType } from './checks/policy-type';
export type { Catalog } from './catalog/service-reference';

export { readReport } from './intake/report/read';
export type * from './intake/report/types';
export { tighten } from './audit/least-privilege/tighten';
export type { OldPolicy } from './audit/least-privilege/rewrite';
export type { TightenInput, Tightening } from './audit/least-privilege/tighten';
export { policyFromEvents } from './audit/least-privilege/policy-from-events';
export type { EventPolicy, EventsInput } from './audit/least-privilege/policy-from-events';
export { comparePolicies } from './reasoning/questions/compare';
export type { CompareOptions, ReasoningOptions } from './reasoning/questions/compare';
export { compareCases, impact } from './reasoning/questions/cases';
export type { CaseOptions } from './reasoning/questions/cases';
export { accessGranted } from './reasoning/questions/granted';
export type { Access } from './reasoning/access';
export { deadStatementsOf } from './reasoning/questions/dead';
export { deadStatements } from './reasoning/questions/stack-dead';
export { effectiveAccess } from './reasoning/questions/effective';
export type { DeadStatement } from './reasoning/questions/open-case';
export type { EffectiveAccess } from './reasoning/questions/effective';
export { proveGuards } from './reasoning/questions/guards';
export type { GuardAnswer } from './reasoning/questions/guards';
export { isPublic, reachableFromOutside } from './reasoning/questions/outside';
export type {
  AccessGroup,
  Answer,
  Comparison,
  Considered,
  ProofCounts,
  Relation,
} from './reasoning/comparison';

export { auditCredentials } from './audit/credentials/audit';
export type { CredentialAudit, CredentialAuditInput } from './audit/credentials/audit';
export type { CredentialFinding, Rotation } from './audit/credentials/types';
export { configRules } from './audit/config/rules';
export type { ConfigInput, ConfigResult } from './audit/config/rules';
export { whoCan } from './audit/account/who-can';
export type { WhoCan, WhoRow } from './audit/account/who-can';
export { adminPaths } from './audit/account/paths/search';
export type { AdminPath, AdminPaths } from './audit/account/paths/types';
export { trustedFromOutside } from './audit/account/outside';
export type { TrustedFromOutside, TrustedRole } from './audit/account/outside';
export { unusedRoles } from './audit/account/unused';
export type { UnusedOptions, UnusedRole } from './audit/account/unused';
