/** All statements that are asked about together, with their elements shared. */
import { Condition } from '../engine/conditions/condition';
import { resourceParts } from '../engine/match/resource-pattern';
import { globOf } from '../language/glob';
import { parseOperator } from '../language/operators';
import type { OperatorFamily } from '../language/operators';
import type { ConditionNode, StatementNode } from '../language/policy';
import { parseTemplate } from '../language/template';
import type { TemplatePart } from '../language/template';
import type { Catalog } from '../catalog/service-reference';
import { dimensionOfAtom } from './atoms';
import type {
  ActionAtom,
  Atom,
  CallerSet,
  ConditionAtom,
  Literal,
  Matcher,
  ResourceAtom,
  Stated,
  Template,
} from './atoms';
import { Language } from './automaton/language';
import { globPattern } from './automaton/tokens';
import type { Pattern } from './automaton/tokens';
import { ALWAYS, Formulas } from './formula';
import type { Formula } from './formula';
import type { CallerChoice } from './classes/choice';
import { HIDDEN, LINK_SOURCES, dimensionOf } from './key-facts';
import { ListedActions } from './listed-actions';
import { comparedAs, meaningOf, variablesOf } from './templates';

/** Operators whose listed values may hold variables. */
const TEMPLATED: ReadonlySet<OperatorFamily> = new Set(['string', 'arn', 'bool']);

const sorted = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

/** What is settled before anything is asked. */
export interface Setting {
  readonly caller?: CallerChoice;
  /** Values that every request has; undefined: it does not have the key. */
  readonly known?: ReadonlyMap<string, string | undefined>;
  /** The requests come through a VPC endpoint. */
  readonly endpoint?: boolean;
  /** Statements that are written alike stay apart, so that one can be left out without the other. */
  readonly apart?: boolean;
}

export class Space {
  readonly formulas = new Formulas();
  readonly statements: Stated[] = [];
  readonly atoms: Atom[] = [];
  readonly matchers: Matcher[] = [];
  /** Keys of variables, in small letters. */
  readonly variables = new Set<string>();
  /** Partitions that some text names. */
  readonly partitions = new Set<string>(['aws']);
  /** What stands in the place of the account in some ARN of a policy and is no account: `aws`, or nothing. */
  readonly owners = new Set<string>();
  readonly #named = new Set<string>();
  readonly #atomIds = new Map<string, Atom>();
  readonly #matcherIds = new Map<string, Matcher>();
  readonly #keys: string[] = [];
  #order: ReadonlyMap<string, number> | undefined;
  #last: readonly number[] | undefined;
  readonly #stated = new Map<string, Formula>();

  constructor(
    readonly catalog: Catalog | undefined,
    private readonly setting: Setting = {},
  ) {}

  get throughEndpoint(): boolean {
    return this.setting.endpoint === true;
  }

  /** The one caller that is asked about; undefined: any. */
  get caller(): CallerChoice | undefined {
    return this.setting.caller;
  }

  /** Dimensions in the order in which they are walked. */
  get order(): ReadonlyMap<string, number> {
    if (!this.#order) {
      const first = LINK_SOURCES.filter((key) => this.#keys.includes(key));
      const rest = this.#keys.filter((key) => !first.includes(key));
      this.#order = new Map(
        ['action', 'resource', 'caller', ...first, ...rest].map((name, at) => [name, at]),
      );
    }
    return this.#order;
  }

  /** The partition in which a resource and its callers lie: policies that name callers are of one. */
  get partition(): string {
    const [first = 'aws'] = this.#named;
    return this.#named.has('aws') ? 'aws' : first;
  }

  levelOf(atom: Atom): number {
    return this.order.get(dimensionOfAtom(atom))!;
  }

  /** The dimension of each statement at which it is settled. */
  lastLevelOf(statement: number): number {
    this.#last ??= this.statements.map(({ literals }) =>
      literals.reduce((last, { atom }) => Math.max(last, this.levelOf(atom)), -1),
    );
    return this.#last[statement]!;
  }

  private intern<T extends Atom>(key: string, make: (id: number) => T): T {
    const known = this.#atomIds.get(key);
    if (known) return known as T;
    const atom = make(this.atoms.length);
    this.atoms.push(atom);
    this.#atomIds.set(key, atom);
    return atom;
  }

  actionAtom(values: readonly string[]): ActionAtom {
    const lower = sorted(values.map((value) => value.toLowerCase()));
    return this.intern(`action ${lower.join()}`, (id) => new ListedActions(id, lower));
  }

  resourceAtom(values: readonly string[], variables: boolean): ResourceAtom {
    const list = sorted(values);
    return this.intern(`resource ${variables} ${JSON.stringify(list)}`, (id) => {
      const fixed: string[] = [];
      const templates: Template[] = [];
      for (const value of list) {
        this.notePartition(value);
        this.noteOwner(value);
        const parts = variables && value.includes('${') ? resourceParts(value) : undefined;
        if (!parts) fixed.push(value);
        else templates.push(...this.template('resource', parts));
      }
      const language = new Language(fixed.map((value) => globPattern(globOf(value))));
      return { kind: 'resource', id, plain: fixed, fixed: language, templates };
    });
  }

  /** A text with variables, as far as they are not known; nothing where one of them has no value. */
  private template(compared: string, given: Template['parts']): readonly Template[] {
    const parts: TemplatePart[] = [];
    for (const part of given) {
      const key = part.kind === 'variable' ? part.key.toLowerCase() : '';
      if (part.kind !== 'variable' || !this.setting.known?.has(key)) {
        parts.push(part);
        continue;
      }
      const text = this.setting.known.get(key) ?? part.fallback;
      if (text === undefined) return [];
      parts.push({ kind: 'character', text, written: part.written });
    }
    for (const key of variablesOf(parts)) this.variables.add(key);
    return [{ id: `${compared} ${meaningOf(parts)}`, parts }];
  }

  private notePartition(text: string): void {
    const partition = /^arn:(aws(?:-[a-z]+)*):/.exec(text)?.[1];
    if (partition === undefined) return;
    this.partitions.add(partition);
    this.#named.add(partition);
  }

  private noteOwner(arn: string): void {
    const account = arn.split(':', 6)[4];
    const isOwner = arn.split(':').length >= 6 && account !== undefined && /^[a-z-]*$/.test(account);
    if (isOwner && !arn.startsWith('arn:aws:s3:::')) this.owners.add(account);
  }

  private matcher(node: ConditionNode, variables: boolean): Matcher {
    const key = node.key.toLowerCase();
    const { family, comparison } = node.operator;
    const values = sorted(node.values);
    const id = JSON.stringify([key, family, comparison, variables, values]);
    const known = this.#matcherIds.get(id);
    if (known) return known;
    const open = (value: string): boolean => variables && TEMPLATED.has(family) && value.includes('${');
    const plainValues = values.filter((value) => !open(value));
    const operator = { ...node.operator, negated: false, set: undefined, ifExists: false };
    const templates = values.filter(open).flatMap((value) => {
      const parts = parseTemplate(value);
      return this.template(`${family} ${comparedAs(comparison, parts)}`, parts);
    });
    for (const value of plainValues) this.notePartition(value);
    const matcher: Matcher = {
      id: this.matchers.length,
      key,
      family,
      comparison,
      values,
      plain: new Condition({ ...node, operator, values: plainValues }, false),
      plainValues,
      templates,
    };
    this.matchers.push(matcher);
    this.#matcherIds.set(id, matcher);
    return matcher;
  }

  conditionAtom(node: ConditionNode, variables: boolean): ConditionAtom {
    const { operator } = node;
    const key = node.key.toLowerCase();
    const dimension = dimensionOf(key);
    const matcher = operator.family === 'null' ? undefined : this.matcher(node, variables);
    const name = `${operator.negated} ${operator.set} ${operator.ifExists} ${matcher?.id ?? sorted(node.values).join()}`;
    return this.intern(`condition ${key} ${name}`, (id) => {
      if (!this.#keys.includes(dimension)) this.#keys.push(dimension);
      return { kind: 'condition', id, dimension, condition: new Condition(node, variables), matcher };
    });
  }

  /**
   * Adds a statement, and gives the formula of the requests to which it applies. `toCaller`: it names the one caller
   * that is asked about, so its Principal is settled.
   */
  addStatement(node: StatementNode, variables: boolean, toCaller = false): Formula {
    const literals: Literal[] = [
      { atom: this.actionAtom(node.action.values), positive: !node.action.not },
      ...(node.resource
        ? [{ atom: this.resourceAtom(node.resource.values, variables), positive: !node.resource.not }]
        : []),
    ];
    const { principal, effect } = node;
    if (principal && !toCaller) {
      const asks = { kind: 'principal', node: principal, effect } as const;
      const { not, everyone, groups } = principal;
      const shown = JSON.stringify([not, everyone, groups.map(({ type, values }) => [type, sorted(values)])]);
      const atom = this.intern(`caller ${effect} ${shown}`, (id) => ({ kind: 'caller', id, asks }));
      literals.push({ atom, positive: true });
      for (const { values } of groups) for (const value of values) this.notePartition(value);
    }
    for (const condition of node.conditions) {
      literals.push({ atom: this.conditionAtom(condition, variables), positive: true });
    }
    return this.add(node, literals);
  }

  /** Adds a set of requests that no policy states. */
  add(node: StatementNode | undefined, literals: readonly Literal[]): Formula {
    if (literals.length === 0) return ALWAYS;
    const key = literals
      .map(({ atom, positive }) => (positive ? atom.id : -1 - atom.id))
      .sort((a, b) => a - b);
    const known = this.setting.apart ? undefined : this.#stated.get(key.join());
    if (known !== undefined) return known;
    const id = this.statements.length;
    this.statements.push({ id, node, literals });
    this.#order = undefined;
    this.#last = undefined;
    const formula = this.formulas.statement(id);
    this.#stated.set(key.join(), formula);
    return formula;
  }

  /** Something that may hold of a request or not, and of which no more is known. */
  unknown(name: string): Formula {
    return this.addCondition('Null', `${HIDDEN}${name}`, ['false']);
  }

  /** Resources of some patterns, as a fact about requests. */
  addResources(
    name: string,
    patterns: readonly Pattern[],
  ): { readonly formula: Formula; readonly language: Language } {
    const language = new Language(patterns);
    const atom = this.intern(`resources ${name}`, (id): ResourceAtom => ({
      kind: 'resource',
      id,
      plain: [],
      fixed: language,
      templates: [],
    }));
    return { formula: this.add(undefined, [{ atom, positive: true }]), language: atom.fixed };
  }

  /** Callers of a set, whatever they ask for. */
  addCallers(name: string, set: CallerSet): Formula {
    const atom = this.intern(`set ${name}`, (id) => ({ kind: 'caller', id, asks: set }));
    return this.add(undefined, [{ atom, positive: true }]);
  }

  /** Requests for these actions on these resources; undefined: any. */
  addAccess(actions: readonly string[] | undefined, resources: readonly string[] | undefined): Formula {
    const literals: Literal[] = [];
    if (actions?.length) literals.push({ atom: this.actionAtom(actions), positive: true });
    if (resources?.length) literals.push({ atom: this.resourceAtom(resources, false), positive: true });
    return this.add(undefined, literals);
  }

  /** Requests whose value of a key is one of these patterns. */
  addCondition(written: string, key: string, values: readonly string[]): Formula {
    const operator = parseOperator(written)!;
    const node: ConditionNode = { operator, written, key, values, bracketed: true };
    return this.add(undefined, [{ atom: this.conditionAtom(node, false), positive: true }]);
  }
}
