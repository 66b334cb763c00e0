/**
 * The one store: the scenario with its history, what is selected, and messages. Everything else is derived.
 * The browser's own state (storage, location) is touched in `browser/` alone.
 */
import { create } from 'zustand';
import type { Layer, PolicyAddress, Scenario } from '../case/scenario';
import { requestCount, viewOf } from '../call/view';
import { writeBack } from '../call/write-back';
import { keepTests } from '../case/keep-tests';
import { emptyScenario } from '../formats/schema';
import type { RequestField, StepId } from '../engine/evaluation';
import type { PastedDenial } from '../explain/pasted';
import { begin, record, redo, settle, undo, type History } from './history';
import { arrival, landing, stillThere, travelled } from './landing';
import { nextNumber } from './number';

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
}

export interface Lesson {
  readonly question: string;
  readonly explanation: string;
  /** AWS's page of the rule. */
  readonly learn: string;
}

/** Tabs of the narrow layouts. */
export type NarrowTab = 'verdict' | 'flow' | 'policies' | 'request';
export type SideTab = 'walk' | 'context';

/** The pop-over or dialog that is open; one at a time. */
export type Dialog =
  | 'examples'
  | 'paste'
  | 'share'
  | 'importPolicy'
  | 'rules'
  | 'changes'
  | 'keys'
  | 'outside'
  | 'sweep'
  | 'tests'
  | 'compare'
  | 'alsoNeeds';

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
  readonly say: (text: string, options?: { readonly tone?: Toast['tone']; readonly undo?: boolean }) => void;
  readonly dismiss: (id: number) => void;
  readonly setNarrowTab: (tab: NarrowTab) => void;
  readonly setSideTab: (tab: SideTab) => void;
  readonly show: (dialog: Dialog | undefined) => void;
  /** Opens the page of rules at one of them. */
  readonly showRule: (rule: string) => void;
  readonly setTheme: (theme: Theme) => void;
  /** Brings the panel that holds a field or key into view, which then takes the focus. */
  readonly want: (wanted: Wanted) => void;
  /** Says that what was wanted has the focus. */
  readonly taken: () => void;
  readonly offer: (scenario: Scenario | undefined) => void;
  readonly teach: (lesson: Lesson | undefined) => void;
  readonly keep: (scenario: Scenario | undefined) => void;
  readonly setPasteText: (text: string) => void;
  readonly setPasted: (pasted: PastedDenial | undefined) => void;
}

/** Nothing that is worth keeping: no request field, no policy, no further request. */
export function isEmpty(scenario: Scenario): boolean {
  if (scenario.linked !== undefined) return false;
  const { principal, action, resource } = scenario.request;
  return principal === '' && action === '' && resource === '' && Object.keys(scenario.policies).length === 0;
}

/** The scenario as it stands for the request that is looked at: what panels show and edit. */
export function viewed({ history, at }: Pick<VerdictState, 'history' | 'at'>): Scenario {
  return viewOf(history.present, at);
}

export const useVerdict = create<VerdictState>()((set, get) => ({
  history: begin(emptyScenario()),
  at: 0,
  selection: { chosen: false },
  reveal: undefined,
  toasts: [],
  narrowTab: 'verdict',
  sideTab: 'walk',
  dialog: undefined,
  rule: undefined,
  theme: 'system',
  wanted: undefined,
  offered: undefined,
  lesson: undefined,
  kept: undefined,
  pasteText: '',
  pasted: undefined,

  lookAt: (at) =>
    set((state) => {
      if (at === state.at || at >= requestCount(state.history.present)) return {};
      return { at, ...landing(viewOf(state.history.present, at), state.selection) };
    }),
  editCall: (change, at) =>
    set(({ history, selection }) => {
      const whole = change(history.present);
      const next = at < requestCount(whole) ? at : 0;
      return { history: record(history, whole), at: next, ...landing(viewOf(whole, next), selection) };
    }),
  edit: (change, label) =>
    set((state) => {
      const { present } = state.history;
      const whole = keepTests(present, writeBack(present, state.at, change(viewed(state))));
      const history = record(state.history, whole, label && `${state.at}:${label}`);
      return { history, selection: stillThere(viewOf(whole, state.at), state.selection) };
    }),
  editAndOpen: (change) => {
    const { scenario, address } = change(viewed(get()));
    set(({ history, at }) => ({ history: record(history, writeBack(history.present, at, scenario)) }));
    get().open(address);
  },
  replace: (scenario, message) => {
    set(({ history }) => ({ history: record(history, scenario), ...arrival(scenario) }));
    if (message !== undefined) get().say(message, { undo: true });
  },
  load: (scenario) => set({ history: begin(scenario), ...arrival(scenario) }),
  undo: () => set((state) => travelled(state, undo(state.history))),
  redo: () => set((state) => travelled(state, redo(state.history))),
  settle: () => set(({ history }) => ({ history: settle(history) })),

  select: (selection) => set({ selection: { ...selection, chosen: true } }),
  open: (address, place = {}) =>
    set(({ selection }) => ({
      selection: {
        address,
        statement: place.statement,
        step: stepOf(address.layer, selection, place.statement),
        chosen: place.statement !== undefined || selection.chosen,
      },
      reveal: { address, path: place.path, focus: place.focus ?? false, count: nextNumber() },
    })),
  say: (text, { tone = 'info', undo: offersUndo = false } = {}) =>
    set(({ toasts }) => ({
      // Undo takes back the newest change, so an older message may not go on offering it.
      toasts: [
        ...toasts.filter((toast) => !(offersUndo && toast.undo)).slice(-2),
        { id: nextNumber(), text, tone, undo: offersUndo },
      ],
    })),
  dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
  setNarrowTab: (narrowTab) => set({ narrowTab }),
  setSideTab: (sideTab) => set({ sideTab }),
  show: (dialog) => {
    // Tests are about the case's own request, and change what it asks.
    if (dialog === 'tests') get().lookAt(0);
    set({ dialog, rule: undefined });
  },
  showRule: (rule) => set({ dialog: 'rules', rule }),
  setTheme: (theme) => set({ theme }),
  want: (wanted) =>
    set({ wanted, narrowTab: 'request', ...(wanted.kind === 'key' && { sideTab: 'context' }) }),
  taken: () => set({ wanted: undefined }),
  offer: (offered) => set({ offered }),
  teach: (lesson) => set({ lesson }),
  keep: (kept) => set({ kept }),
  setPasteText: (pasteText) => set({ pasteText }),
  setPasted: (pasted) => set({ pasted }),
}));

/** Choosing a statement opens its layer's step; opening a policy alone leaves the step as it is. */
function stepOf(layer: Layer, selection: Selection, statement: number | undefined): StepId | undefined {
  return statement === undefined ? selection.step : layer;
}
