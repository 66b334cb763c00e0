/** What the page asks of the account's worker, and what comes back. */
import type { PolicyLevel, Scenario } from '../../case/scenario';
import type { CanDo, CanDoDifference } from '../../audit/account/can-do';
import type { AccountChecks } from '../../audit/account/checks';
import type { AccountOverview } from '../../audit/account/overview';
import type { AdminPaths, Cut, Station } from '../../audit/account/paths/types';
import type { AccountQuestion } from '../../audit/account/principal-case';
import type { WhoRow } from '../../audit/account/who-can';
import type { KeyLimits } from '../../audit/credentials/types';

export type AccountAsk =
  | { readonly kind: 'load'; readonly files: readonly File[]; readonly now: string }
  | { readonly kind: 'reference'; readonly actions: unknown }
  | { readonly kind: 'scp'; readonly levels: readonly PolicyLevel[] | undefined }
  | { readonly kind: 'limits'; readonly limits: KeyLimits }
  | { readonly kind: 'who'; readonly question: AccountQuestion; readonly number: number }
  | { readonly kind: 'can'; readonly arn: string; readonly other?: string; readonly number: number }
  | { readonly kind: 'paths' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'checks'; readonly now: string }
  | { readonly kind: 'case'; readonly arn: string; readonly question: AccountQuestion }
  | { readonly kind: 'station'; readonly station: Station }
  /** The case of a station, to show its policies. */
  | { readonly kind: 'show'; readonly station: Station; readonly number: number }
  | { readonly kind: 'cut'; readonly station: Station; readonly cut: Cut }
  | { readonly kind: 'principal'; readonly arn: string }
  /** Two principals as A and B. */
  | { readonly kind: 'both'; readonly arn: string; readonly other: string };

/** A row without what the page has already. */
export type WhoAnswer = Omit<WhoRow, 'principal'> & { readonly arn: string };

export type AccountAnswer =
  | {
      readonly kind: 'loaded';
      readonly overview: AccountOverview | undefined;
      readonly problems: readonly string[];
    }
  | { readonly kind: 'overview'; readonly overview: AccountOverview | undefined }
  | {
      readonly kind: 'who';
      readonly number: number;
      readonly question: AccountQuestion;
      readonly rows: readonly WhoAnswer[];
      readonly done: boolean;
      readonly needsResourcePolicy: boolean;
    }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'paths'; readonly found: AdminPaths }
  | {
      readonly kind: 'can';
      readonly number: number;
      readonly can: CanDo;
      readonly other?: CanDo;
      readonly difference?: CanDoDifference;
    }
  | { readonly kind: 'checks'; readonly checks: AccountChecks }
  | { readonly kind: 'case'; readonly scenario: Scenario }
  | { readonly kind: 'principal'; readonly scenario: Scenario }
  | { readonly kind: 'shown'; readonly number: number; readonly scenario: Scenario }
  | { readonly kind: 'compare'; readonly before: Scenario; readonly after: Scenario };
