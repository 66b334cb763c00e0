/**
 * From parsed JSON to a policy tree, or to the first fault that leaves the policy's meaning open.
 * AWS would not store such a policy. Doubtful but clear policies are read; `checks/` tells about them.
 * IAM User Guide: "Grammar of the IAM JSON policy language".
 */
import { FORMS } from './forms';
import type { FormRules, PolicyForm } from './forms';
import { parseOperator } from './operators';
import { formatPath } from './path';
import type { PathSegment } from './path';
import { PRINCIPAL_TYPES } from './policy';
import type {
  ConditionNode,
  ListNode,
  PolicyTree,
  PrincipalNode,
  PrincipalType,
  StatementNode,
  TextList,
} from './policy';

/** What is wrong, where. Thrown inside this file's reader, and handed out as data. */
export class GrammarFault extends Error {
  constructor(
    message: string,
    readonly path: string,
    /** The name at that place is wrong, and not its value. */
    readonly onName = false,
  ) {
    super(message);
    this.name = 'GrammarFault';
  }
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const POLICY_ELEMENTS: ReadonlySet<string> = new Set(['Version', 'Id', 'Statement']);
export const STATEMENT_ELEMENTS: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);
const PRINCIPAL_NAMES: ReadonlySet<string> = new Set(PRINCIPAL_TYPES);

/** Reads one document. The place reached so far is kept as a trail, and becomes a path only where there is a fault. */
class GrammarReader {
  readonly #trail: PathSegment[] = [];

  constructor(private readonly rules: FormRules) {}

  /** The fault at the place reached, or at a member of it. */
  private fault(message: string, ...inside: readonly PathSegment[]): GrammarFault {
    return new GrammarFault(message, formatPath([...this.#trail, ...inside]));
  }

  /** A member that should not be here at all. */
  private strange(message: string, name: string): GrammarFault {
    return new GrammarFault(message, formatPath([...this.#trail, name]), true);
  }

  private checkNames(object: Json, known: ReadonlySet<string>, what: string): void {
    for (const name of Object.keys(object)) {
      if (known.has(name)) continue;
      const meant = [...known].find((entry) => entry.toLowerCase() === name.toLowerCase());
      const help = meant ? `: write \`${meant}\`` : '';
      throw this.strange(`\`${name}\` is not an element of ${what}${help}`, name);
    }
  }

  private texts(value: unknown, name: string): TextList {
    if (typeof value === 'string') return { values: [value], bracketed: false };
    if (!Array.isArray(value)) throw this.fault('a text or a list of texts belongs here', name);
    for (let at = 0; at < value.length; at += 1) {
      if (typeof value[at] !== 'string') throw this.fault('a text belongs here', name, at);
    }
    return { values: value as string[], bracketed: true };
  }

  /** Exactly one of an element and its negation, or none. */
  private pair(statement: Json, name: string, negation: string): ListNode | undefined {
    const plain = own(statement, name);
    const negated = own(statement, negation);
    if (plain !== undefined) {
      if (negated !== undefined) {
        throw this.strange(`a statement has \`${name}\` or \`${negation}\`, not both`, negation);
      }
      const { values, bracketed } = this.texts(plain, name);
      return { not: false, values, bracketed };
    }
    if (negated === undefined) return undefined;
    const { values, bracketed } = this.texts(negated, negation);
    return { not: true, values, bracketed };
  }

  private principal(statement: Json): PrincipalNode | undefined {
    const { rules } = this;
    const plain = own(statement, 'Principal');
    const negated = own(statement, 'NotPrincipal');
    if (plain === undefined && negated === undefined) {
      if (rules.principal === 'forbidden') return undefined;
      throw this.fault(`a statement of ${rules.name} needs \`Principal\``);
    }
    const not = plain === undefined;
    const name = not ? 'NotPrincipal' : 'Principal';
    if (rules.principal === 'forbidden') throw this.strange(`${rules.name} has no \`${name}\``, name);
    if (!not && negated !== undefined) {
      throw this.strange('a statement has `Principal` or `NotPrincipal`, not both', 'NotPrincipal');
    }
    if (not && !rules.notPrincipal) throw this.strange(`${rules.name} has no \`${name}\``, name);
    const value = not ? negated : plain;
    if (value === '*') return { not, everyone: true, groups: [] };
    if (!isObject(value)) throw this.fault(`\`${name}\` is \`"*"\` or a map such as \`{"AWS": "…"}\``, name);
    this.#trail.push(name);
    this.checkNames(value, PRINCIPAL_NAMES, `\`${name}\``);
    const groups = Object.keys(value).map((type) => ({
      type: type as PrincipalType,
      ...this.texts(value[type], type),
    }));
    this.#trail.pop();
    return { not, everyone: false, groups };
  }

  /** Condition values may also be bare numbers and booleans. */
  private conditionValues(value: unknown, key: string): TextList {
    const single = scalarText(value);
    if (single !== undefined) return { values: [single], bracketed: false };
    if (!Array.isArray(value)) throw this.fault('a value or a list of values belongs here', key);
    const values = value.map((entry, at) => {
      const text = scalarText(entry);
      if (text === undefined) throw this.fault('a text, a number, `true` or `false` belongs here', key, at);
      return text;
    });
    return { values, bracketed: true };
  }

  private conditions(statement: Json): readonly ConditionNode[] {
    const block = own(statement, 'Condition');
    if (block === undefined) return NO_CONDITIONS;
    if (!isObject(block)) {
      throw this.fault('`Condition` is a map of operators, each with its keys and values', 'Condition');
    }
    const conditions: ConditionNode[] = [];
    this.#trail.push('Condition');
    for (const written of Object.keys(block)) {
      const operator = parseOperator(written);
      if (!operator) throw this.strange(`\`${written}\` is not a condition operator`, written);
      const keys = block[written];
      if (!isObject(keys)) {
        throw this.fault(`\`${written}\` is a map of condition keys and their values`, written);
      }
      this.#trail.push(written);
      for (const key of Object.keys(keys)) {
        const { values, bracketed } = this.conditionValues(keys[key], key);
        conditions.push({ operator, written, key, values, bracketed });
      }
      this.#trail.pop();
    }
    this.#trail.pop();
    return conditions;
  }

  private statement(value: unknown, index: number, path: string): StatementNode {
    const { rules } = this;
    if (!isObject(value)) throw this.fault('a statement is an object in braces');
    this.checkNames(value, STATEMENT_ELEMENTS, 'a statement');
    const sid = own(value, 'Sid');
    if (sid !== undefined && typeof sid !== 'string') throw this.fault('`Sid` is a text', 'Sid');
    const effect = own(value, 'Effect');
    if (effect === undefined) throw this.fault('the statement has no `Effect`');
    if (effect !== 'Allow' && effect !== 'Deny') {
      throw this.fault('`Effect` is `"Allow"` or `"Deny"`, in these letters', 'Effect');
    }
    const principal = this.principal(value);
    const action = this.pair(value, 'Action', 'NotAction');
    if (!action) throw this.fault('the statement has no `Action`');
    const resource = this.pair(value, 'Resource', 'NotResource');
    if (!resource && rules.resource === 'required') throw this.fault('the statement has no `Resource`');
    if (resource && rules.resource === 'forbidden') {
      const name = resource.not ? 'NotResource' : 'Resource';
      throw this.strange(`${rules.name} has no \`${name}\`: it is about its role`, name);
    }
    const conditions = this.conditions(value);
    return { index, path, sid, effect, principal, action, resource, conditions };
  }

  policy(document: unknown): PolicyTree {
    if (!isObject(document)) throw this.fault('a policy is an object in braces');
    this.checkNames(document, POLICY_ELEMENTS, 'a policy');
    const version = own(document, 'Version');
    if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17') {
      throw this.fault('`Version` is `"2012-10-17"` or `"2008-10-17"`', 'Version');
    }
    const id = own(document, 'Id');
    if (id !== undefined && typeof id !== 'string') throw this.fault('`Id` is a text', 'Id');
    const statement = own(document, 'Statement');
    if (statement === undefined) throw this.fault('the policy has no `Statement`');
    // "Version": variables are plain text in 2008-10-17 and where the element is absent.
    return { variables: version === '2012-10-17', statements: this.statements(statement) };
  }

  private statements(value: unknown): readonly StatementNode[] {
    this.#trail.push('Statement');
    if (!Array.isArray(value)) return [this.statement(value, 0, 'Statement')];
    return value.map((entry, index) => {
      this.#trail.push(index);
      const read = this.statement(entry, index, `Statement[${index}]`);
      this.#trail.pop();
      return read;
    });
  }
}

const NO_CONDITIONS: readonly ConditionNode[] = [];

function own(object: Json, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/**
 * Reads parsed JSON as a policy of one type.
 * Throws `GrammarFault` at the first thing that leaves the policy's meaning open.
 */
export function readGrammar(document: unknown, form: PolicyForm): PolicyTree {
  return new GrammarReader(FORMS[form]).policy(document);
}
