/** What the store holds, and what can be done to it. */
import type { PolicyAddress, Scenario } from '../case/scenario';
import type { RequestField, StepId } from '../engine/evaluation';
import type { PastedDenial } from '../explain/pasted';
import type { History } from './history';

/** What the person looks at. A selection never changes the scenario. */
export interface Selection {
  readonly address?: PolicyAddress | undefined;
  /** Counted from 0. */
  readonly statement?: number | undefined;
  readonly step?: StepId | undefined;
  /** Did the person choose the step, or did the page open the deciding one? */
  readonly chosen: boolean;
}

/** A request to the editor: bring this place into view. The number makes a repeated request a new one. */
export interface Reveal {
  readonly address: PolicyAddress;
  /** Place in the document; without it the statement, or the top. */
  readonly path?: string | undefined;
  /** Move the keyboard's focus into the editor. */
  readonly focus: boolean;
  readonly count: number;
}

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'info' | 'error';
  /** Offers Undo for the change just made. */
  readonly undo: boolean;
  /** Offers Back to where the person came from. */
  readonly back?: (() => void) | undefined;
}

export interface Lesson {
  readonly question: string;
  readonly explanation: string;
  /** AWS's page of the rule. */
  readonly learn: string;
  /** The id of a lesson about the same rule, in the place Learn. */
  readonly asLesson?: string | undefined;
  /** The case that question and explanation speak of. */
  readonly of: Scenario;
}

/** Tabs of the narrow layouts. */
export type NarrowTab = 'verdict' | 'flow' | 'policies' | 'request';
export type SideTab = 'walk' | 'context';

/** The pop-over or dialog that is open; one at a time. */
export type Dialog =
  | 'examples'
  | 'paste'
  | 'share'
  | 'rules'
  | 'changes'
  | 'keys'
  | 'outside'
  | 'alsoNeeds'
  | 'notes'
  | 'find'
  | 'placeholders';

/** What stands in the editor's place: worked in, so never a dialog. */
export type Slot = 'actions' | 'tests';

/** A field of the request or a context key that another panel sends the keyboard's focus to. */
export type Wanted =
  { readonly kind: 'field'; readonly field: RequestField } | { readonly kind: 'key'; readonly key: string };

/** How the page looks: the system's choice unless set. */
export type Theme = 'system' | 'light' | 'dark';

export interface VerdictState {
  readonly history: History<Scenario>;
  /** Which request of the call is looked at: 0 is the scenario's own. */
  readonly at: number;
  readonly selection: Selection;
  readonly reveal: Reveal | undefined;
  readonly toasts: readonly Toast[];
  readonly narrowTab: NarrowTab;
  readonly sideTab: SideTab;
  readonly dialog: Dialog | undefined;
  readonly slot: Slot | undefined;
  /** A new number each time another case comes to the page. */
  readonly arrived: number;
  /** The rule at which the page of rules opens. */
  readonly rule: string | undefined;
  readonly theme: Theme;
  /** A field until it has the focus; a key as long as its value is being edited. */
  readonly wanted: Wanted | undefined;
  /** The text in the paste box: kept while the box is closed, until it filled in a case. */
  readonly pasteText: string;
  /** The denial that the case was filled in from, to compare the verdict with. */
  readonly pasted: PastedDenial | undefined;
  /** What the example on the page teaches, until it is closed or another case comes. */
  readonly lesson: Lesson | undefined;
  /** A case that was kept as A, to compare with the present one. */
  readonly kept: Scenario | undefined;
  /** The case as a link brought it, to see what was changed since; forgotten when another one comes. */
  readonly linked: Scenario | undefined;
  /** A case from a link that waits for an answer, because opening it would replace work. */
  readonly offered: Scenario | undefined;

  /** Looks at another request of the call; the editor opens where its verdict comes from. */
  readonly lookAt: (at: number) => void;
  /** Changes the list of the call's requests, and looks at one of them. One undo step. */
  readonly editCall: (change: (whole: Scenario) => Scenario, at: number) => void;
  /**
   * Changes the request that is looked at and its layers; the tests go on asking what they asked. Edits with the same
   * label in a row are one undo step.
   */
  readonly edit: (change: (scenario: Scenario) => Scenario, label?: string) => void;
  /** As `edit`, and opens the policy that the change made or moved. */
  readonly editAndOpen: (
    change: (scenario: Scenario) => { readonly scenario: Scenario; readonly address: PolicyAddress },
  ) => void;
  /** Another scenario in place of this one; one undo step. */
  readonly replace: (scenario: Scenario, message?: string) => void;
  /** Another scenario with no past: at start-up. */
  readonly load: (scenario: Scenario) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly settle: () => void;

  readonly select: (selection: Omit<Selection, 'chosen'>) => void;
  /** Opens a policy in the editor, at a place if one is given. */
  readonly open: (
    address: PolicyAddress,
    place?: {
      readonly statement?: number | undefined;
      readonly path?: string | undefined;
      readonly focus?: boolean;
    },
  ) => void;
  readonly say: (text: string, options?: Partial<Pick<Toast, 'tone' | 'undo' | 'back'>>) => void;
  readonly dismiss: (id: number) => void;
  readonly setNarrowTab: (tab: NarrowTab) => void;
  readonly setSideTab: (tab: SideTab) => void;
  readonly show: (dialog: Dialog | undefined) => void;
  /** Puts something in the editor's place, or gives it back; choosing a policy gives it back too. */
  readonly openSlot: (slot: Slot | undefined) => void;
  /** Opens the page of rules at one of them. */
  readonly showRule: (rule: string) => void;
  readonly setTheme: (theme: Theme) => void;
  /** Brings the panel that holds a field or key into view, which then takes the focus. */
  readonly want: (wanted: Wanted) => void;
  /** Says that what was wanted has the focus. */
  readonly taken: () => void;
  readonly cameByLink: (scenario: Scenario) => void;
  readonly offer: (scenario: Scenario | undefined) => void;
  readonly teach: (lesson: Lesson | undefined) => void;
  readonly keep: (scenario: Scenario | undefined) => void;
  readonly setPasteText: (text: string) => void;
  readonly setPasted: (pasted: PastedDenial | undefined) => void;
}
