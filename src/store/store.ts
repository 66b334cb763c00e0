/**
 * The one store: the scenario with its history, what is selected, and messages. Everything else is derived.
 * The browser's own state (storage, location) is touched in `browser/` alone.
 */
import { create } from 'zustand';
import type { Layer, Scenario } from '../case/scenario';
import { requestCount, stepLookedAt, viewOf } from '../call/view';
import { writeBack } from '../call/write-back';
import { keepTests } from '../case/keep-tests';
import { emptyScenario } from '../formats/schema';
import type { StepId } from '../engine/evaluation';
import { begin, record, redo, settle, undo } from './history';
import { arrival, landing, stillThere, travelled } from './landing';
import { nextNumber } from './number';
import type { Selection, VerdictState } from './state';

export type * from './state';

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
  slot: undefined,
  arrived: 0,
  rule: undefined,
  theme: 'system',
  wanted: undefined,
  offered: undefined,
  linked: undefined,
  lesson: undefined,
  kept: undefined,
  pasteText: '',
  pasted: undefined,

  lookAt: (at) =>
    set((state) => {
      const { present } = state.history;
      if (at === state.at || at >= requestCount(present)) return {};
      if (at < 0 && stepLookedAt(present, at) === undefined) return {};
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
      slot: undefined,
      selection: {
        address,
        statement: place.statement,
        step: stepOf(address.layer, selection, place.statement),
        chosen: place.statement !== undefined || selection.chosen,
      },
      reveal: { address, path: place.path, focus: place.focus ?? false, count: nextNumber() },
    })),
  say: (text, { tone = 'info', undo: offersUndo = false, back } = {}) =>
    set(({ toasts }) => ({
      // One message at a time, and an error beside it until it is read: a pile of them would cover what they speak of.
      toasts: [
        ...toasts.filter((toast) => toast.tone === 'error' && tone !== 'error').slice(-1),
        { id: nextNumber(), text, tone, undo: offersUndo, back },
      ],
    })),
  dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
  setNarrowTab: (narrowTab) => set({ narrowTab }),
  setSideTab: (sideTab) => set({ sideTab }),
  show: (dialog) => set({ dialog, rule: undefined }),
  openSlot: (slot) => {
    // Tests are about the case's own request, and change what it asks.
    if (slot === 'tests') get().lookAt(0);
    set({ slot, ...(slot !== undefined && { narrowTab: 'policies' }) });
  },
  showRule: (rule) => set({ dialog: 'rules', rule }),
  setTheme: (theme) => set({ theme }),
  want: (wanted) =>
    set({ wanted, narrowTab: 'request', ...(wanted.kind === 'key' && { sideTab: 'context' }) }),
  taken: () => set({ wanted: undefined }),
  cameByLink: (linked) => set({ linked }),
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
