/**
 * The keys of one request while it is decided. Most policies read keys that the case gives, so what follows from the rest
 * is worked out when somebody asks for it: it is the greater part of reading a request.
 */
import type { ContextValue, Request } from '../../case/scenario';
import type { ContextMap, Entry } from './context-map';

type Given = Request['context'];

function toldIn(given: Given): ReadonlyMap<string, ContextValue> {
  const told = new Map<string, ContextValue>();
  if (given === undefined) return told;
  for (const key of Object.keys(given)) {
    const value = given[key];
    if (value !== undefined) told.set(key.toLowerCase(), value);
  }
  return told;
}

export class RequestContext {
  #told: ReadonlyMap<string, ContextValue> | undefined;
  #all: ContextMap | undefined;

  /** `given` wins over what `work` makes of it and of the rest. */
  constructor(
    private readonly given: Given,
    private readonly work: () => ContextMap,
  ) {}

  /** Every key, given and derived, each with its origin. */
  get all(): ContextMap {
    return (this.#all ??= this.work());
  }

  /** The value of a key by its lower-case name. An empty list says that the request does not have the key. */
  value(lowerKey: string): ContextValue | undefined {
    const value = this.#all ? this.#all.get(lowerKey)?.value : this.toldOrDerived(lowerKey);
    return Array.isArray(value) && value.length === 0 ? undefined : value;
  }

  private toldOrDerived(lowerKey: string): ContextValue | undefined {
    this.#told ??= toldIn(this.given);
    const told = this.#told.get(lowerKey);
    return told === undefined ? this.all.get(lowerKey)?.value : told;
  }

  /** The same with further keys, none of which is given. */
  with(more: () => readonly Entry[]): RequestContext {
    return new RequestContext(this.given, () => {
      const added = more();
      if (added.length === 0) return this.all;
      const all = new Map(this.all);
      for (const entry of added) all.set(entry.key.toLowerCase(), entry);
      return all;
    });
  }
}
