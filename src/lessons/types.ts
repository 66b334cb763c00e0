/** A lesson: a case, a question about it and, mostly, a puzzle. What can be computed of it is computed and not written down. */
import type { ExampleExpectation } from '../examples/types';
import type { Decision, StepId } from '../engine/evaluation';
import type {
  Layer,
  OwnPolicies,
  Policy,
  Request,
  S3Settings,
  Scenario,
  ScenarioTest,
} from '../case/scenario';
import type { Severity } from '../checks/finding';
import type { TrustZone } from '../checks/external-access';
import type { GuideItem } from './guide';
import type { MisconceptionId } from './misconceptions';

export type ChapterId =
  'who' | 'read' | 'steps' | 'resource' | 'caps' | 'org' | 'roles' | 'conditions' | 'keys' | 'less';

/** A lesson as it is written: its title and place stand in `titles.ts`. */
export interface LessonBody {
  /** Two or three sentences with people in them; back-ticks round policy text. */
  readonly story: string;
  /** The belief that it is built on. */
  readonly misconception: MisconceptionId;
  /** What it covers of the guide. */
  readonly guide: readonly GuideItem[];
  readonly scenario: Scenario;
  readonly expect: ExampleExpectation;
  /** Played before the question. */
  readonly first?: Pick | Order | Switches;
  readonly ask: Predict;
  readonly rule: string;
  readonly repair?: Repair;
  readonly transfer: Transfer;
  /** AWS's page. */
  readonly learn: string;
}

/** The lessons of a chapter, by id. */
export type ChapterLessons = Readonly<Record<string, LessonBody>>;

export interface Lesson extends LessonBody {
  readonly id: string;
  readonly chapter: ChapterId;
  readonly title: string;
  readonly minutes: number;
  readonly examples: readonly string[];
}

/** What the screen plays: a lesson of the curriculum, or one that travels in a case. */
export interface Playable {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  readonly scenario: Scenario;
  readonly first?: Pick | Order | Switches;
  readonly ask: Predict;
  readonly rule: string;
  readonly repair?: Repair;
  readonly examples: readonly string[];
  readonly chapter?: ChapterId;
  readonly learn?: string;
}

export interface Predict {
  readonly question: string;
  /** Two to four; the claim of exactly one agrees with the evaluation, besides those for another reason. */
  readonly options: readonly Option[];
}

export interface Option {
  readonly id: string;
  /** Verdict and reason. */
  readonly text: string;
  readonly claims: Claim;
  /** On every wrong one. */
  readonly belief?: MisconceptionId;
  /** The right verdict for a wrong reason. */
  readonly reasonOnly?: true;
  /** Against this reason. */
  readonly say: string;
}

/** What an answer says of the evaluation. Of a call with several requests: of the whole. */
export interface Claim {
  readonly decision: Decision;
  /** A policy's name that is among those that decide. */
  readonly by?: string;
  /** Its statement, counted from 0. */
  readonly statement?: number;
  readonly missing?: Layer;
  /** The step that settles it. */
  readonly at?: StepId;
  /** Requests of a call that fail, exactly. */
  readonly failing?: readonly number[];
}

/** Something to point at. */
export interface Item {
  readonly id: string;
  readonly label: string;
  /** The lines of `text` that it stands for, counted from 1, both included. */
  readonly lines?: readonly [number, number];
}

/** Point at all that are right. */
export interface Pick {
  readonly kind: 'pick';
  readonly question: string;
  readonly from: 'lines' | 'gates' | 'requests' | 'rows';
  /** To point into. */
  readonly text?: string;
  /** Shown beside it. */
  readonly beside?: { readonly name: string; readonly text: string };
  readonly items?: readonly Item[];
  /** Rows with a case each. */
  readonly rows?: readonly {
    readonly id: string;
    readonly text: string;
    readonly scenario: Scenario;
    readonly expect: { readonly decision: Decision };
  }[];
  readonly right: readonly string[];
  /** By id. A gate or request without words of its own goes without. */
  readonly say: Readonly<Record<string, string>>;
  readonly belief?: Readonly<Record<string, MisconceptionId>>;
  /** A second question about the same items. */
  readonly then?: {
    readonly question: string;
    readonly right: readonly string[];
    readonly say: Readonly<Record<string, string>>;
    readonly belief?: Readonly<Record<string, MisconceptionId>>;
  };
  /** How the right answer is computed; compared by the tests alone. */
  readonly cases?: readonly { readonly id: string; readonly says: string; readonly scenario: Scenario }[];
  readonly outside?: {
    readonly policies: Readonly<Record<string, unknown>>;
    readonly zones: Readonly<Record<string, TrustZone>>;
  };
  readonly findings?: Readonly<Record<string, string>>;
  readonly evidence?: unknown;
  readonly report?: {
    readonly now: string;
    readonly unusedDays: number;
    readonly ageDays: number;
    readonly checks: Readonly<Record<string, readonly string[]>>;
  };
}

/** Put moves in order. */
export interface Order {
  readonly kind: 'order';
  readonly question: string;
  readonly moves: readonly Move[];
  readonly world: World;
  /** Groups of moves; inside one any order will do. */
  readonly right: readonly (readonly string[])[];
  readonly say: Readonly<Record<string, string>>;
  readonly belief?: Readonly<Record<string, MisconceptionId>>;
  readonly hints?: readonly string[];
  /** Orders that are tried by the tests, with the word of `say` that answers them. */
  readonly wrong?: readonly {
    readonly name: string;
    readonly order: readonly string[];
    readonly says: string;
  }[];
  /** As `wrong`, with the move at which it breaks. */
  readonly tries?: readonly {
    readonly name: string;
    readonly order: readonly string[];
    readonly at: string;
    readonly says: string;
  }[];
}

export interface Move {
  readonly id: string;
  readonly text: string;
  readonly command?: string;
  readonly does?: Deed;
}

export type Deed =
  | { readonly kind: 'create' | 'look' | 'deactivate' | 'delete'; readonly key: string }
  | { readonly kind: 'switch'; readonly client: string; readonly to: string };

/** What is simulated as the moves are played. */
export type World = Lifetimes | KeyWorld;

/** Credentials by the time at which they end. */
export interface Lifetimes {
  readonly kind: 'lifetimes';
  /** Times are ISO 8601. */
  readonly start: string;
  readonly showUntil: string;
  readonly credentials: readonly {
    readonly move: string;
    /** Seconds asked for, and the most that may be. */
    readonly asked?: number;
    readonly limit?: number;
    readonly refused?: boolean;
    /** Null: never. */
    readonly ends: string | null;
    readonly shows: string;
  }[];
}

export type KeyState = 'active' | 'inactive';

/** One user's access keys and the programs that sign with them. */
export interface KeyWorld {
  readonly kind: 'keys';
  readonly user: string;
  readonly maxKeys: number;
  readonly keys: Readonly<Record<string, KeyState>>;
  readonly clients: readonly {
    readonly id: string;
    readonly name: string;
    readonly uses: string;
    readonly known: boolean;
  }[];
  readonly rules: readonly string[];
}

/** Two switches, four positions, each to be predicted. */
export interface Switches {
  readonly kind: 'switches';
  readonly question: string;
  readonly positions: Readonly<Record<SwitchPosition, SwitchCase>>;
}

export type SwitchPosition = 'neither' | 'allow' | 'deny' | 'both';

export interface SwitchCase {
  readonly edits: readonly Edit[];
  readonly decision: Decision;
  readonly say: string;
}

/**
 * Where an edit goes: `identity/0`, `session/0`, `scp/1/0`, `rcp/0/0`, `boundary`, `resource`, `endpoint`, `request`,
 * `s3`, `s3/objectOwnership`, `call/1/resource`. All numbers count from 0.
 */
export type EditPlace = string;

/** A document in a place, with a name where it makes the policy; a policy added; a policy gone; a value of the request or a setting. */
export type Edit =
  | { readonly at: EditPlace; readonly document: unknown; readonly name?: string }
  | { readonly at: EditPlace; readonly add: Policy }
  | { readonly at: EditPlace; readonly remove: true }
  | { readonly at: EditPlace; readonly value: Partial<Request> | S3Settings | S3Settings[keyof S3Settings] };

export interface Repair {
  readonly task: string;
  /** All else is locked. */
  readonly edit: readonly EditPlace[];
  readonly tests: readonly LessonTest[];
  /** Run when the visible ones hold, then shown. */
  readonly hidden: readonly LessonTest[];
  readonly constraints: readonly Constraint[];
  /** How many ways in from outside a policy leaves, before and after; compared by the tests. */
  readonly outside?: { readonly zone: TrustZone; readonly start: number; readonly solution: number };
  /** The model’s; none in a lesson that travels in a case. */
  readonly solution: readonly Edit[];
  /** Other ways that must pass. */
  readonly also?: readonly (readonly Edit[])[];
  readonly wrong: readonly {
    readonly name: string;
    readonly edits: readonly Edit[];
    /** The test or limit that fails first. */
    readonly fails: string;
  }[];
  /** Where to look; what kind of change; nearly the line: three in the lessons of the page. */
  readonly hints: readonly string[];
}

/** `say` is what the learner reads while this test fails. */
export interface LessonTest extends Omit<ScenarioTest, 'policies'> {
  readonly say: string;
  /** A request of the call by number, or the whole call. Without it the case's own request. */
  readonly of?: number | 'call';
  /** Layers of the test's own; null where a layer is not in play for it. */
  readonly policies?: OwnPolicies;
}

export type Constraint = { readonly say: string } & (
  | {
      readonly kind: 'noWildcard';
      readonly in: 'Action' | 'Resource' | 'Principal';
      /** Only patterns that begin so. */
      readonly only?: string;
    }
  | { readonly kind: 'noBareStar' | 'keepsDeny' | 'noDeny' }
  | { readonly kind: 'without'; readonly element: string }
  | { readonly kind: 'keepsStatement'; readonly sid: string }
  | { readonly kind: 'atMostStatements'; readonly count: number }
  | { readonly kind: 'noFindings'; readonly severity: Severity }
  | { readonly kind: 'opensNoMoreThan'; readonly than: 'solution' }
);

/** The same rule in other clothes, asked again later. */
export interface Transfer {
  /** Days, at least. */
  readonly after: 1 | 2 | 3 | 5 | 7;
  readonly ask: string;
  readonly scenario: Scenario;
  readonly expect: { readonly decision: Decision };
}

export type Construct =
  'deny' | 'match' | 'who' | 'cross' | 'caps' | 'org' | 'roles' | 'absent' | 'logic' | 'own-law';

/** An item of the entry or exit test. */
export interface TestItem {
  readonly id: string;
  readonly construct: Construct;
  readonly use: 'entry' | 'exit';
  /** 1 is easy, 2 is hard. */
  readonly level: 1 | 2;
  readonly ask: string;
  readonly scenario: Scenario;
  /** `both`: across accounts, both sides. */
  readonly expect: { readonly decision: Decision; readonly at: Layer | 'both' };
  readonly why: string;
}
