/** The trace of a policy and its statements. Elements are worked out when they are looked at. */
import type { ElementTrace, GrantKind, PolicyTrace, StatementTrace, Truth } from './evaluation';
import type { Facts } from './facts';
import type { PolicyView } from './layers/view';
import type { Statement, StatementMatch } from './match/statement';
import { openElementsOf, type OpenElement } from './open-statement';
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
  readonly #make: () => readonly ElementTrace[];

  constructor(
    readonly address: PolicyAddress,
    readonly policy: string,
    source: Statement,
    match: StatementMatch,
    readonly decided: boolean,
    facts: Facts,
    open: readonly OpenElement[] = [],
  ) {
    const { node } = source;
    this.#make = () => asWritten(source.trace(facts), node.path, open);
    this.statement = node.index;
    this.path = node.path;
    this.effect = node.effect;
    this.truth = match.truth;
    if (node.sid !== undefined) this.sid = node.sid;
    // A Deny denies whatever its kind of match.
    if (match.grant && node.effect === 'Allow' && address.layer === 'resource') this.grant = match.grant;
  }

  get elements(): readonly ElementTrace[] {
    return (this.#elements ??= this.#make());
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
  if (open.length === 0) return elements;
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

export function tracePolicy(view: PolicyView, facts: Facts, decided: DecidedIn): PolicyTrace {
  const { address, policy, compiled, matches } = view;
  const { name } = policy;
  if (!compiled) return { address, name, state: 'off', statements: [] };
  if (compiled.kind === 'unreadable') {
    return { address, name, state: 'unreadable', problem: compiled.problem, statements: [] };
  }
  const own = decided.get(view);
  return new LazyPolicyTrace(view, () => {
    const open = openElementsOf(policy.document);
    return compiled.statements.map((statement, at) => {
      const decides = own?.has(at) === true;
      const hangs = open?.get(statement.node.index);
      return new LazyStatementTrace(address, name, statement, matches[at]!, decides, facts, hangs);
    });
  });
}
