/**
 * The evidence of the place Tighten, as long as the tab lives: its texts, what the worker read in them, the choices, and
 * the last answer. Nothing of it is kept in the browser's storage.
 */
import { create } from 'zustand';
import { decodeIndex } from '../catalog/service-codec';
import type { Relation } from '../reasoning/comparison';
import { fetchPart, fetchParts } from './browser/reference';
import { startTightenWorker } from './browser/startTightenWorker';
import type { Message, Question, ReadText, Said, TextToRead } from './browser/tightenWorker';
import type { TightenView } from '../audit/least-privilege/view';
import { nextNumber } from './number';

export interface TightenChoices {
  readonly windowDays: number;
  /** Undefined until the person chose: dropped where events are there, else kept. */
  readonly mode: 'safe' | 'tight' | undefined;
  readonly generalise: 'exact' | 'prefix' | 'wide';
  readonly passRole: 'keep' | 'drop' | undefined;
  /** ARN of one of several policy holders in the events. */
  readonly principal: string | undefined;
  readonly include: readonly string[];
  readonly keep: readonly string[];
  /** Conditions that are asked for besides. */
  readonly conditions: readonly string[];
  /** When the user or role was made, as the person told it: `2026-10-01`. */
  readonly made: string | undefined;
  /** The customer-managed key of a service's data, by its prefix. */
  readonly keys: Readonly<Record<string, string>>;
}

export interface TightenState {
  readonly texts: readonly ReadText[];
  /** What is being read; undefined while nothing is. */
  readonly reading: string | undefined;
  /** The reference could not be fetched, or the worker broke. */
  readonly failed: string | undefined;
  /** The reference is in the worker, so it can answer. */
  readonly ready: boolean;
  readonly choices: TightenChoices;
  readonly view: TightenView | undefined;
  /** Of the result against the policies before; undefined while it is worked out. */
  readonly relation: Relation | undefined;
  /** Actions that would be left with the other choice for those without data; undefined until it is known. */
  readonly otherwise: number | undefined;
  /** The question that the view answers is not the newest. */
  readonly waiting: boolean;
  /** Reads texts and files as further evidence. */
  readonly add: (texts: readonly { readonly name: string; readonly content: string | Blob }[]) => void;
  readonly remove: (id: number) => void;
  readonly cancel: () => void;
  readonly choose: (choices: Partial<TightenChoices>) => void;
  readonly ask: (question: Omit<Question, 'number'>) => void;
}

const START: TightenChoices = {
  windowDays: 90,
  mode: undefined,
  generalise: 'prefix',
  passRole: undefined,
  principal: undefined,
  include: [],
  keep: [],
  conditions: [],
  made: undefined,
  keys: {},
};

let worker: Worker | undefined;
/** The texts that were read, for a worker that has to begin anew. */
let held: readonly TextToRead[] = [];
let asked = 0;
let known: ReadonlySet<string> = new Set();

export const useTighten = create<TightenState>()((set, get) => ({
  texts: [],
  reading: undefined,
  failed: undefined,
  ready: false,
  choices: START,
  view: undefined,
  relation: undefined,
  otherwise: undefined,
  waiting: false,
  add: (texts) => {
    const more = texts.map(({ name, content }): TextToRead => ({
      id: nextNumber(),
      name,
      content: typeof content === 'string' ? new Blob([content]) : content,
    }));
    held = [...held, ...more];
    set({ reading: more[0]?.name, failed: undefined });
    post({ kind: 'read', texts: more });
  },
  remove: (id) => {
    held = held.filter((text) => text.id !== id);
    const texts = get().texts.filter((text) => text.id !== id);
    set({ texts, ...(texts.length === 0 && { view: undefined, relation: undefined, choices: START }) });
    post({ kind: 'forget', id });
  },
  cancel: () => {
    worker?.terminate();
    worker = undefined;
    known = new Set();
    const read = new Set(get().texts.map(({ id }) => id));
    held = held.filter(({ id }) => read.has(id));
    set({ reading: undefined, ready: false, waiting: false });
    if (held.length > 0) post({ kind: 'read', texts: held });
  },
  choose: (choices) => set((state) => ({ choices: { ...state.choices, ...choices } })),
  ask: (question) => {
    asked = nextNumber();
    set({ waiting: true, relation: undefined, otherwise: undefined });
    post({ kind: 'tighten', question: { ...question, number: asked } });
  },
}));

function post(message: Message): void {
  if (worker === undefined) {
    worker = startTightenWorker();
    worker.onmessage = ({ data }: MessageEvent<Said>) => take(data);
    worker.onerror = () =>
      useTighten.setState({
        reading: undefined,
        waiting: false,
        failed: 'The reports could not be worked on.',
      });
  }
  worker.postMessage(message);
}

function take(said: Said): void {
  switch (said.kind) {
    case 'reading':
      useTighten.setState({ reading: said.of > 1 ? `${said.name}, ${said.at} of ${said.of}` : said.name });
      return;
    case 'read': {
      const fresh = new Set(said.texts.map(({ id }) => id));
      useTighten.setState(({ texts }) => ({
        texts: [...texts.filter(({ id }) => !fresh.has(id)), ...said.texts],
      }));
      void bringReference(said.prefixes);
      return;
    }
    case 'tightened':
      if (said.number === asked) useTighten.setState({ view: said.view, waiting: false });
      return;
    case 'compared':
      if (said.number === asked) useTighten.setState({ relation: said.relation });
      return;
    case 'otherwise':
      if (said.number === asked) useTighten.setState({ otherwise: said.actions });
  }
}

/** The reference for the services of the evidence, into the worker. */
async function bringReference(prefixes: readonly string[]): Promise<void> {
  const of = worker;
  if (prefixes.some((prefix) => !known.has(prefix))) {
    try {
      const json = await fetchPart('index.json');
      const index = decodeIndex(json);
      const wanted = [...new Set([...known, ...prefixes])].filter(
        (prefix) => index.services[prefix] !== undefined,
      );
      const [actions, services] = await Promise.all([
        fetchPart(index.actionsFile),
        fetchParts(wanted.map((prefix) => index.services[prefix]![1])),
      ]);
      if (of !== worker) return;
      post({ kind: 'reference', index: json, actions, services });
      known = new Set([...known, ...prefixes]);
    } catch {
      useTighten.setState({
        reading: undefined,
        failed:
          'AWS’s service reference could not be loaded, so nothing was worked out. Try again with a network.',
      });
      return;
    }
  }
  // A new object each time, so that whoever asks does so with the new evidence.
  useTighten.setState(({ choices }) => ({ reading: undefined, ready: true, choices: { ...choices } }));
}
