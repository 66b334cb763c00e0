/**
 * The trace of a policy and its statements. Elements are worked out when they are looked at; statements to which a
 * new request says the same as the one before stand in both traces.
 */
import type { ReadableCompiled } from './compile';
import type { ElementTrace, GrantKind, PolicyTrace, StatementTrace, Truth } from './evaluation';
import type { Facts } from './facts';
import type { PolicyView } from './layers/view';
import type { Reading } from './match/reading';
import type { Statement, StatementMatch } from './match/statement';
import type { PolicyAddress } from '../case/scenario';
import type { DecidedIn } from './verdict';

/** `elements` is filled in on first sight: a scenario may have hundreds of statements, of which few are opened. */
class LazyStatementTrace implements StatementTrace {
  readonly statement: number;
  readonly path: string;
  readonly effect: 'Allow' | 'Deny';
  readonly truth: Truth;
  readonly sid?: string;
  readonly grant?: GrantKind;
  #elements: readonly ElementTrace[] | undefined;
  readonly #source: Statement;
  readonly #facts: Facts;
  readonly #reading: Reading;

  constructor(
    readonly address: PolicyAddress,
    readonly policy: string,
    source: Statement,
    match: StatementMatch,
    readonly decided: boolean,
    facts: Facts,
    reading: Reading,
  ) {
    const { node } = source;
    this.#source = source;
    this.#facts = facts;
    this.#reading = reading;
    this.statement = node.index;
    this.path = node.path;
    this.effect = node.effect;
    this.truth = match.truth;
    if (node.sid !== undefined) this.sid = node.sid;
    // A Deny denies whatever its kind of match.
    if (match.grant && node.effect === 'Allow' && address.layer === 'resource') this.grant = match.grant;
  }

  get isOpened(): boolean {
    return this.#elements !== undefined;
  }

  get elements(): readonly ElementTrace[] {
    this.#elements ??= this.#source.trace(this.#facts, this.#reading);
    return this.#elements;
  }

  toJSON(): StatementTrace {
    const { address, policy, statement, path, effect, truth, decided, elements, sid, grant } = this;
    const always = { address, policy, statement, path, effect, truth, decided, elements };
    return { ...always, ...(sid !== undefined && { sid }), ...(grant && { grant }) };
  }
}

/** What the statements of a policy are traced from. */
interface Source {
  readonly view: PolicyView;
  readonly compiled: ReadableCompiled;
  readonly reading: Reading;
  readonly facts: Facts;
  /** The numbers of the statements that decided. */
  readonly decided: ReadonlySet<number>;
}

/** The statements of a policy, made on first sight. */
class LazyPolicyTrace implements PolicyTrace {
  readonly address: PolicyAddress;
  readonly name: string;
  readonly state = 'read';
  readonly #source: Source;
  /** The last trace whose statements were looked at: those that stay the same are taken from it. */
  #before: LazyPolicyTrace | undefined;
  #statements: readonly LazyStatementTrace[] | undefined;

  constructor(source: Source, before: LazyPolicyTrace | undefined) {
    this.#source = source;
    this.address = source.view.address;
    this.name = source.view.policy.name;
    this.#before = before && !before.#statements ? before.#before : before;
  }

  /** Is it of the policy at this place, of this name? */
  standsAt({ address, policy }: PolicyView): boolean {
    const { layer, level, index } = this.address;
    return (
      this.name === policy.name &&
      index === address.index &&
      level === address.level &&
      layer === address.layer
    );
  }

  /** Does it stand for this, too? */
  isOf({ view, decided }: Source): boolean {
    const own = this.#source;
    // Another reading has other matches, even where they say the same.
    if (own.view.matches !== view.matches) return false;
    return own.decided.size === decided.size && [...decided].every((at) => own.decided.has(at));
  }

  get statements(): readonly LazyStatementTrace[] {
    this.#statements ??= this.make();
    return this.#statements;
  }

  private make(): readonly LazyStatementTrace[] {
    const { compiled, reading, decided } = this.#source;
    const before = this.#before;
    this.#before = undefined;
    const known = before ? before.statements : [];
    const changed = compiled.matcher.reader.changed(before && before.#source.reading, reading);
    return compiled.statements.map((statement, at) => {
      const last = known[at];
      const same = (changed & statement.bits) === 0 || (last !== undefined && this.saysTheSame(last, at));
      return last && same && last.decided === decided.has(at) ? last : this.makeStatement(statement, at);
    });
  }

  /** Has the statement of the last trace been opened, and would it look the same now? */
  private saysTheSame(last: LazyStatementTrace, at: number): boolean {
    const { view, compiled, facts, reading } = this.#source;
    if (!last.isOpened || last.truth !== view.matches[at]!.truth) return false;
    return last.elements === compiled.statements[at]!.trace(facts, reading);
  }

  private makeStatement(statement: Statement, at: number): LazyStatementTrace {
    const { view, facts, reading, decided } = this.#source;
    const { address, name } = this;
    const match = view.matches[at]!;
    return new LazyStatementTrace(address, name, statement, match, decided.has(at), facts, reading);
  }

  toJSON(): PolicyTrace {
    const { address, name, state, statements } = this;
    return { address, name, state, statements };
  }
}

/** The last traces of a policy's text: one text may stand at several places, and under several names. */
const lastTraces = new WeakMap<ReadableCompiled, LazyPolicyTrace[]>();
const PLACES_KEPT = 16;

const NONE: ReadonlySet<number> = new Set();

function traceReadable(source: Source): PolicyTrace {
  const { compiled, view } = source;
  let places = lastTraces.get(compiled);
  if (!places) {
    places = [];
    lastTraces.set(compiled, places);
  }
  const at = places.findIndex((trace) => trace.standsAt(view));
  const before = places[at];
  if (before?.isOf(source)) return before;
  const trace = new LazyPolicyTrace(source, before);
  if (before) {
    places[at] = trace;
    return trace;
  }
  if (places.length >= PLACES_KEPT) places.length = 0;
  places.push(trace);
  return trace;
}

export function tracePolicy(view: PolicyView, facts: Facts, decided: DecidedIn): PolicyTrace {
  const { address, policy, compiled, reading } = view;
  const { name } = policy;
  if (!compiled) return { address, name, state: 'off', statements: [] };
  if (compiled.kind === 'unreadable') {
    return { address, name, state: 'unreadable', problem: compiled.problem, statements: [] };
  }
  return traceReadable({ view, compiled, reading: reading!, facts, decided: decided.get(view) ?? NONE });
}
