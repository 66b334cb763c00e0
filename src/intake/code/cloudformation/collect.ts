/** The policies of one template, each with what it is attached to. */
import type { Members } from '../members';
import type { CodePolicy, Holder, NotRead } from '../types';
import type { Scope } from './scope';
import { resolve } from './resolve';
import { documentIn } from './document';
import { member, type Tree } from './tree';
import { NO_VALUE, Unread, type Value } from './values';

/** A policy whose document is still to be read. */
export interface Found {
  readonly name: string;
  readonly kind: string;
  readonly policyKind: CodePolicy['policyKind'];
  readonly attachedTo: readonly Holder[];
  readonly tree: Tree;
}

/** Reads documents and names of one template; places count from 1. */
export class Collector {
  /** Was a resource that may hold policies left out, and said to be? */
  leftOut = false;
  #policies: CodePolicy[] = [];

  constructor(
    readonly scope: Scope,
    private readonly place: (at: number) => { readonly line: number; readonly column: number },
  ) {}

  get policies(): readonly CodePolicy[] {
    return this.#policies;
  }

  /** What is attached to groups so far is attached to their users too. */
  attach(members: Members): void {
    this.#policies = [...members.withMembers(this.#policies)];
  }

  /** A policy with its text; what of it cannot be read leaves it without a document. */
  add({ tree, ...found }: Found): void {
    this.addMade(found, tree.at, () => documentIn(resolve(tree, this.scope), tree.at));
  }

  /** The same, of a document that is put together by `make`, which may throw `Unread`. */
  addMade(found: Omit<Found, 'tree'>, at: number, make: () => unknown): void {
    this.scope.begin();
    const { line } = this.place(at);
    const base = { ...found, line };
    try {
      const document = make();
      const placeholders = this.scope.placeholdersIn(JSON.stringify(document));
      this.#policies.push({ ...base, document, placeholders, notRead: [] });
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      this.#policies.push({ ...base, placeholders: [], notRead: [this.notRead(error)] });
    }
  }

  /** A managed policy that is only named. */
  addNamed(found: Omit<Found, 'tree'>, arn: string | undefined, at: number): void {
    const { line } = this.place(at);
    this.#policies.push({ ...found, ...(arn !== undefined && { arn }), placeholders: [], notRead: [], line });
  }

  /** A value beside the documents, such as a name; undefined where it is missing or cannot be read. */
  value(tree: Tree | undefined): Value | undefined {
    if (tree === undefined) return undefined;
    try {
      const value = resolve(tree, this.scope.aside());
      return value === NO_VALUE ? undefined : value;
    } catch (error) {
      if (error instanceof Unread) return undefined;
      throw error;
    }
  }

  /** The same as texts, a list or one. A reference alone stands without its `${}`. */
  texts(tree: Tree | undefined): readonly string[] {
    const value = this.value(tree);
    return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) =>
      typeof item === 'string' ? [bare(item)] : [],
    );
  }

  text(tree: Tree | undefined, ...path: readonly string[]): string | undefined {
    return this.texts(member(tree, ...path) ?? (path.length === 0 ? tree : undefined))[0];
  }

  private notRead({ what, at }: Unread): NotRead {
    return { what: what.length > 80 ? `${what.slice(0, 79)}…` : what, ...this.place(at) };
  }
}

/** `${AppRole}` is called `AppRole`, and `${AppRole.Arn}` too. */
function bare(text: string): string {
  const reference = /^\$\{([^{}]+)\}$/.exec(text)?.[1];
  return reference === undefined ? text : reference.replace(/\.(?:Arn|Id|Name)$/, '');
}
