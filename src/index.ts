/** The public face of the pure core. Everything a program outside the page may rely on is exported here. */
export type * from './engine/scenario';
export type * from './engine/evaluation';
export { evaluate } from './engine/evaluate';

export { parseScenario, emptyScenario } from './scenario/schema';
export { ScenarioError } from './scenario/issue';
export type { ScenarioIssue, ScenarioErrorKind } from './scenario/issue';
export { encodeLink, decodeLink, LinkError } from './scenario/link';
export type { LinkErrorKind } from './scenario/link';
export { readEvidence } from './scenario/evidence/read';
export type { Evidence, EvidenceKind, EvidenceLayer, EvidencePolicy } from './scenario/evidence/types';

export { checkPolicy } from './checks/check-policy';
export type { CheckOptions } from './checks/check-policy';
export type { CheckId } from './checks/check-ids';
export type { Finding, Fix, Severity, TextEdit } from './checks/finding';
export { externalAccess } from './checks/external-access';
export type { ExternalAccess, ShownCondition, TrustZone, Who } from './checks/external-access';
export type { PolicyType } from './checks/policy-type';
export type { Catalog } from './catalog/service-reference';
