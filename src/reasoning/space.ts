/** All statements that are asked about together, with their elements shared. */
import { Condition } from '../engine/conditions/condition';
import { resourceParts } from '../engine/match/resource-pattern';
import { globOf } from '../language/glob';
import { parseOperator } from '../language/operators';
import type { OperatorFamily } from '../language/operators';
import type { ConditionNode, StatementNode } from '../language/policy';
import { parseTemplate } from '../language/template';
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
import { COLON, globPattern } from './automaton/tokens';
import type { Pattern } from './automaton/tokens';
import { ALWAYS, Formulas } from './formula';
import type { Formula } from './formula';
import { LINK_SOURCES, dimensionOf } from './key-facts';
import { variablesOf } from './templates';

/** A pattern of Action as a pattern over `service:name`; its wildcards stay within the prefix. */
export function actionPattern(lower: string): Pattern | undefined {
  if (lower === '*') return globPattern(globOf(lower));
  const colon = lower.indexOf(':');
  if (colon === -1) return undefined;
  const prefix = globPattern(globOf(lower.slice(0, colon)), COLON);
  return [...prefix, ...globPattern(globOf(lower.slice(colon)))];
}

/** Operators whose listed values may hold variables. */
const TEMPLATED: ReadonlySet<OperatorFamily> = new Set(['string', 'arn', 'bool']);

const isPattern = (pattern: Pattern | undefined): pattern is Pattern => pattern !== undefined;
const sorted = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

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

  constructor(readonly catalog: Catalog | undefined) {}

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
    return this.intern(`action ${lower.join()}`, (id) => ({
      kind: 'action',
      id,
      values: lower,
      language: new Language(lower.map(actionPattern).filter(isPattern)),
    }));
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
        else templates.push(this.template(`resource ${value}`, parts));
      }
      const language = new Language(fixed.map((value) => globPattern(globOf(value))));
      return { kind: 'resource', id, plain: fixed, fixed: language, templates };
    });
  }

  private template(id: string, parts: Template['parts']): Template {
    for (const key of variablesOf(parts)) this.variables.add(key);
    return { id, parts };
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
    const templates = values
      .filter(open)
      .map((value) => this.template(`${family} ${comparison} ${value}`, parseTemplate(value)));
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
    const dimension = dimensionOf(node.key.toLowerCase());
    const matcher = operator.family === 'null' ? undefined : this.matcher(node, variables);
    const name = `${operator.negated} ${operator.set} ${operator.ifExists} ${matcher?.id ?? sorted(node.values).join()}`;
    return this.intern(`condition ${dimension} ${name}`, (id) => {
      if (!this.#keys.includes(dimension)) this.#keys.push(dimension);
      return { kind: 'condition', id, dimension, condition: new Condition(node, variables), matcher };
    });
  }

  /** Adds a statement, and gives the formula of the requests to which it applies. */
  addStatement(node: StatementNode, variables: boolean): Formula {
    const literals: Literal[] = [
      { atom: this.actionAtom(node.action.values), positive: !node.action.not },
      ...(node.resource
        ? [{ atom: this.resourceAtom(node.resource.values, variables), positive: !node.resource.not }]
        : []),
    ];
    const { principal, effect } = node;
    if (principal) {
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
    const id = this.statements.length;
    this.statements.push({ id, node, literals });
    this.#order = undefined;
    this.#last = undefined;
    return this.formulas.statement(id);
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
