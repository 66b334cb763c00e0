/** The Denies to everybody of a policy, asked for what they take from one Allow after another. */
import { globCovers } from '../language/glob-relations';
import { firstWildcard } from '../language/glob';
import type { ListElement, Statement } from './document';
import { whoIs } from './external-principals';

interface Patterns {
  readonly everything: boolean;
  readonly texts: readonly string[];
}

interface Denial {
  readonly statement: Statement;
  readonly action: Patterns;
  /** Undefined: the resource of the policy. */
  readonly resource: Patterns | undefined;
}

/** Pairs of texts that are compared for one policy. A policy as AWS takes it stays far below. */
const MOST_COMPARED = 300_000;

const NOTHING: Patterns = { everything: false, texts: [] };

function patternsOf(list: ListElement | undefined, fold: boolean): Patterns {
  if (!list || list.not) return NOTHING;
  const texts = list.entries.map(({ text }) => (fold ? text.toLowerCase() : text));
  return { everything: texts.includes('*'), texts };
}

function denialOf(statement: Statement): Denial | undefined {
  const { effect, principals, action, resource } = statement;
  const isToAll = principals.some((entry) => !entry.not && whoIs(entry)?.kind === 'everyone');
  if (effect !== 'Deny' || !isToAll) return undefined;
  return {
    statement,
    action: patternsOf(action, true),
    resource: resource && patternsOf(resource, false),
  };
}

function put(lists: Map<string, number[]>, name: string, at: number): void {
  const list = lists.get(name);
  if (!list) lists.set(name, [at]);
  else if (list.at(-1) !== at) list.push(at);
}

export class Denials {
  readonly #denials: readonly Denial[];
  /** Numbers of denials, by the text of an action without wildcards, and by the service of a pattern. */
  readonly #byAction = new Map<string, number[]>();
  readonly #byService = new Map<string, number[]>();
  /** Of every action, or of patterns of services. */
  readonly #wide: number[] = [];
  #left = MOST_COMPARED;

  constructor(statements: readonly Statement[]) {
    this.#denials = statements.flatMap((statement) => denialOf(statement) ?? []);
    this.#denials.forEach(({ action }, at) => this.place(action, at));
  }

  private place({ everything, texts }: Patterns, at: number): void {
    if (everything) {
      this.#wide.push(at);
      return;
    }
    for (const text of texts) {
      const wild = firstWildcard(text);
      const colon = text.indexOf(':');
      if (wild === -1) put(this.#byAction, text, at);
      else if (colon !== -1 && colon < wild) put(this.#byService, text.slice(0, colon), at);
      else if (this.#wide.at(-1) !== at) this.#wide.push(at);
    }
  }

  /** Those that may cover an action, in the order of the text. */
  private candidates(action: string | undefined): readonly number[] {
    if (action === undefined) return this.#wide;
    const own = this.#byAction.get(action) ?? [];
    const like = this.#byService.get(action.split(':', 1)[0]!) ?? [];
    if (own.length === 0 && like.length === 0) return this.#wide;
    return [...new Set([...this.#wide, ...own, ...like])].sort((a, b) => a - b);
  }

  private covers(wide: Patterns, narrow: Patterns): boolean {
    if (wide.everything) return true;
    if (narrow.texts.length === 0) return false;
    this.#left -= wide.texts.length * narrow.texts.length;
    if (this.#left < 0) return false;
    return narrow.texts.every((text) => wide.texts.some((pattern) => globCovers(pattern, text)));
  }

  /**
   * The Denies of all that an Allow allows, in the order of the text. After `MOST_COMPARED` comparisons a Deny counts as
   * one of something else: access is told rather than not, and the work does not grow with Allows times Denies.
   */
  of({ action, notAction, resource, notResource }: Statement): readonly Statement[] {
    if (this.#denials.length === 0) return [];
    const actions = patternsOf(action ?? notAction, true);
    const resources = patternsOf(resource ?? notResource, false);
    const found: Statement[] = [];
    for (const at of this.candidates(actions.texts[0])) {
      if (this.#left < 0) break;
      const denial = this.#denials[at]!;
      this.#left -= 1;
      if (!this.covers(denial.action, actions)) continue;
      if (!denial.resource || this.covers(denial.resource, resources)) found.push(denial.statement);
    }
    return found;
  }
}
