/** The trace of a policy and its statements. Elements are worked out when they are looked at. */
import type { ElementTrace, GrantKind, PolicyTrace, StatementTrace, Truth } from './evaluation';
import type { Facts } from './facts';
import type { PolicyView } from './layers/view';
import type { Statement } from './match/statement';
import { openElementsOf, type OpenElement } from './open-statement';
import type { PolicyAddress } from '../case/scenario';
import type { DecidedIn } from './verdict';

/** What the statements of a policy are traced from. */
interface Source {
  readonly view: PolicyView;
  readonly facts: Facts;
  /** The numbers of the statements that decided. */
  readonly decided: ReadonlySet<number>;
  /** By the number of a statement, what of it hangs on placeholders. */
  readonly open: ReadonlyMap<number, readonly OpenElement[]> | undefined;
}

/** `elements` is filled in on first sight: a scenario may have hundreds of statements, of which few are opened. */
class LazyStatementTrace implements StatementTrace {
  readonly address: PolicyAddress;
  readonly policy: string;
  readonly statement: number;
  readonly path: string;
  readonly effect: 'Allow' | 'Deny';
  readonly truth: Truth;
  readonly decided: boolean;
  readonly sid?: string;
  readonly grant?: GrantKind;
  readonly #statement: Statement;
  readonly #source: Source;
  #elements: readonly ElementTrace[] | undefined;

  constructor(source: Source, statement: Statement, at: number) {
    const { view, decided } = source;
    const { address } = view;
    const { index, path, effect, sid } = statement.node;
    const { truth, grant } = view.matches[at]!;
    this.#statement = statement;
    this.#source = source;
    this.address = address;
    this.policy = view.policy.name;
    this.statement = index;
    this.path = path;
    this.effect = effect;
    this.truth = truth;
    this.decided = decided.has(at);
    if (sid !== undefined) this.sid = sid;
    // A Deny denies whatever its kind of match.
    if (grant && effect === 'Allow' && address.layer === 'resource') this.grant = grant;
  }

  get elements(): readonly ElementTrace[] {
    return (this.#elements ??= this.make());
  }

  private make(): readonly ElementTrace[] {
    const { facts, open } = this.#source;
    const elements = this.#statement.trace(facts);
    const hangs = open?.get(this.statement);
    return hangs ? asWritten(elements, this.path, hangs) : elements;
  }

  toJSON(): StatementTrace {
    const { address, policy, statement, path, effect, truth, decided, elements, sid, grant } = this;
    const always = { address, policy, statement, path, effect, truth, decided, elements };
    return { ...always, ...(sid !== undefined && { sid }), ...(grant && { grant }) };
  }
}

/** The elements of a statement that was left open, as its policy has them: what hangs on a placeholder says so. */
function asWritten(
  elements: readonly ElementTrace[],
  statement: string,
  open: readonly OpenElement[],
): readonly ElementTrace[] {
  const names = new Set(open.flatMap((one) => one.names));
  const told = (one: OpenElement): ElementTrace => ({
    element: one.element as ElementTrace['element'],
    truth: 'unknown',
    reason: { kind: 'placeholder', names: one.names },
    path: statement + one.path,
  });
  return [
    ...elements.flatMap((element) => {
      if (element.reason.kind === 'condition' && names.has(element.reason.key)) return [];
      const instead = open.find(({ as }) => as === element.element);
      return [instead === undefined ? element : told(instead)];
    }),
    ...open.filter(({ as }) => as === undefined).map(told),
  ];
}

/** The statements of a policy, made on first sight. */
class LazyPolicyTrace implements PolicyTrace {
  readonly address: PolicyAddress;
  readonly name: string;
  readonly state = 'read';
  #statements: readonly StatementTrace[] | undefined;
  readonly #make: () => readonly StatementTrace[];

  constructor({ address, policy }: PolicyView, make: () => readonly StatementTrace[]) {
    this.address = address;
    this.name = policy.name;
    this.#make = make;
  }

  get statements(): readonly StatementTrace[] {
    this.#statements ??= this.#make();
    return this.#statements;
  }

  toJSON(): PolicyTrace {
    const { address, name, state, statements } = this;
    return { address, name, state, statements };
  }
}

const NONE: ReadonlySet<number> = new Set();

export function tracePolicy(view: PolicyView, facts: Facts, decided: DecidedIn): PolicyTrace {
  const { address, policy, compiled } = view;
  const { name } = policy;
  if (!compiled) return { address, name, state: 'off', statements: [] };
  if (compiled.kind === 'unreadable') {
    return { address, name, state: 'unreadable', problem: compiled.problem, statements: [] };
  }
  return new LazyPolicyTrace(view, () => {
    const open = openElementsOf(policy.document);
    const source = { view, facts, decided: decided.get(view) ?? NONE, open };
    return compiled.statements.map((statement, at) => new LazyStatementTrace(source, statement, at));
  });
}
