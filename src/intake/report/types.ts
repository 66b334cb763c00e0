/** What AWS recorded of the use of permissions, as a paste or a file tells it, and nothing more. */
import type { Account } from '../account/read';
import type { SimulatedDecision } from '../evidence/simulated';
import type { JsonObject } from '../evidence/values';
import type { CredentialReport } from './credential-types';
import type { Told } from './problem';

export type { ReportProblem, Told } from './problem';

export interface TrackedAction {
  /** As AWS writes it, without the prefix. */
  readonly name: string;
  /** ISO 8601; absent: not accessed in the tracking period. */
  readonly last?: string;
  readonly by?: string;
  readonly region?: string;
}

export interface AccessedService {
  /** Lower case: `s3`. */
  readonly prefix: string;
  readonly name: string;
  /** ISO 8601; absent: never in the tracking period. */
  readonly last?: string;
  readonly by?: string;
  readonly region?: string;
  readonly entities: number;
  /** Absent: the row has no list, which says nothing. */
  readonly tracked?: readonly TrackedAction[];
}

/** A policy that grants a service, by `list-policies-granting-service-access`. */
export interface GrantingPolicy {
  readonly service: string;
  readonly name: string;
  readonly arn?: string;
  readonly inline: boolean;
  /** Of an inline policy: `role/app`. */
  readonly entity?: string;
}

/** `get-service-last-accessed-details`, all its pages together. */
export interface LastAccessedReport extends Told {
  readonly kind: 'lastAccessed';
  readonly status: 'completed' | 'running' | 'failed';
  readonly level: 'service' | 'action';
  readonly created?: string;
  /** "Now" for every age in the report. */
  readonly completed?: string;
  readonly services: readonly AccessedService[];
  /** AWS had more rows than are here. */
  readonly truncated: boolean;
  readonly granting: readonly GrantingPolicy[];
}

/** `get-organizations-access-report`: services of an SCP, counted by account. */
export interface OrganizationsReport extends Told {
  readonly kind: 'organizationsAccess';
  readonly status: 'completed' | 'running' | 'failed';
  readonly created?: string;
  readonly completed?: string;
  readonly services: readonly AccessedService[];
  readonly accessible?: number;
  readonly notAccessed?: number;
  readonly truncated: boolean;
}

/** One record, in CloudTrail's own shape whatever the text was. */
export interface RecordedEvent {
  readonly record: JsonObject;
  /** How many alike a counted row stands for; else 1. */
  readonly count: number;
}

export type EventForm =
  | 'record'
  | 'records'
  | 'lines'
  | 'lookup-events'
  | 'eventbridge'
  | 'cloudwatch-logs'
  | 'lake'
  | 'athena'
  | 'csv';

export interface EventsReport extends Told {
  readonly kind: 'events';
  readonly forms: readonly EventForm[];
  readonly events: readonly RecordedEvent[];
}

export interface UnusedService {
  readonly prefix: string;
  readonly last?: string;
  /** Absent: the whole service is unused. Names with their prefix. */
  readonly actions?: readonly { readonly action: string; readonly last?: string }[];
}

export type UnusedThing = 'role' | 'access-key' | 'password' | 'permissions';

/** Unused-access findings of IAM Access Analyzer. */
export interface UnusedAccessReport extends Told {
  readonly kind: 'unusedAccess';
  readonly findings: readonly UnusedFinding[];
}

export interface UnusedFinding {
  readonly id?: string;
  readonly principal: string;
  readonly status: string;
  readonly unused: UnusedThing;
  /** Of a role, key or password; absent: never in the tracking period. */
  readonly last?: string;
  readonly services: readonly UnusedService[];
  readonly accessKey?: string;
  readonly analyzed?: string;
  /** Look-ups, then what changes something. */
  readonly commands: readonly string[];
}

export type RecommendedStep =
  | {
      readonly do: 'replace';
      /** ARN, or the name of an inline policy. */
      readonly policy: string;
      readonly name: string;
      readonly document: unknown;
      readonly updated?: string;
    }
  | { readonly do: 'detach'; readonly policy: string; readonly updated?: string };

/** `get-finding-recommendation`. */
export interface RecommendationReport extends Told {
  readonly kind: 'recommendation';
  readonly principal: string;
  readonly status: 'completed' | 'running' | 'failed';
  readonly completed?: string;
  readonly steps: readonly RecommendedStep[];
}

/** `get-generated-policy`: what Access Analyzer made of CloudTrail. */
export interface GeneratedPolicyReport extends Told {
  readonly kind: 'policy';
  readonly principal: string;
  readonly status: 'completed' | 'running' | 'failed';
  readonly complete: boolean;
  readonly policies: readonly { readonly name: string; readonly document: unknown }[];
  /** Names in `${…}` that are to be filled in: they are no policy variables. */
  readonly placeholders: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

export type { SimulatedDecision } from '../evidence/simulated';

export interface SimulatedResult {
  readonly action: string;
  /** `*`, or the ARN that was asked; never a template. */
  readonly resource: string;
  readonly decision: SimulatedDecision;
  readonly missing: readonly string[];
  readonly matched: readonly string[];
  readonly layer?: 'scp' | 'boundary';
}

/** `simulate-custom-policy`, `simulate-principal-policy`. */
export interface SimulationReport extends Told {
  readonly kind: 'simulation';
  readonly results: readonly SimulatedResult[];
  readonly truncated: boolean;
}

/** `get-account-authorization-details`, all its pages together. */
export interface AccountReport extends Told {
  readonly kind: 'account';
  readonly account: Account;
}

export interface MadeThing {
  readonly arn: string;
  readonly name: string;
  /** When it was made, or last changed; ISO 8601. */
  readonly at: string;
}

/** When users, roles and managed policies were made: `get-role`, `get-user`, `get-policy`. */
export interface CreatedReport extends Told {
  readonly kind: 'created';
  readonly principals: readonly MadeThing[];
  readonly policies: readonly MadeThing[];
}

/** The text is no report, or one of which nothing can be used; `problems` says why and where. */
export interface UnreadableReport extends Told {
  readonly kind: 'unknown';
}

export interface ReportsByKind {
  readonly lastAccessed: LastAccessedReport;
  readonly organizationsAccess: OrganizationsReport;
  readonly events: EventsReport;
  readonly unusedAccess: UnusedAccessReport;
  readonly recommendation: RecommendationReport;
  readonly policy: GeneratedPolicyReport;
  readonly simulation: SimulationReport;
  readonly credentialReport: CredentialReport;
  readonly account: AccountReport;
  readonly created: CreatedReport;
}

export type ReportKind = keyof ReportsByKind;
export type KnownReport = ReportsByKind[ReportKind];
export type Report = KnownReport | UnreadableReport;
