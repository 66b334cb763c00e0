/**
 * The parts of statements that hang on something unknown, each with the unknown keys that it reads.
 * All other parts are settled, and stay as they are whatever the unknowns turn out to be.
 */
import { globalKey } from '../../catalog/global-keys';
import { variablesIn } from '../../language/template';
import type { Condition } from '../conditions/condition';
import type { GrantKind, Truth } from '../evaluation';
import type { Facts } from '../facts';
import { findPrincipal } from '../match/principal';
import type { Statement } from '../match/statement';
import type { ActionName } from '../request/target';
import { publicAclExamples, setsPublicAcl } from '../services/s3';

/** The name under which the resource itself is an unknown: a KMS key behind an alias. */
export const RESOURCE = 'request:resource';

export interface Atom {
  /** Unknown keys in small letters. */
  readonly keys: readonly string[];
  readonly condition: Condition | undefined;
  /** Principals and resources: the entries as written. */
  readonly patterns: readonly string[];
  /** Where no policy compares the keys with anything: values of each that tell. */
  readonly examples?: ReadonlyMap<string, readonly string[]>;
  readonly test: (facts: Facts) => Truth;
}

export interface OpenStatement {
  readonly statement: Statement;
  readonly grant: GrantKind | undefined;
  readonly atoms: readonly Atom[];
}

function unknownKeys(names: readonly string[], facts: Facts): string[] {
  const lower = names.map((name) => name.toLowerCase());
  return [...new Set(lower)].filter((name) => facts.lookup(name) === null);
}

/** Keys of variables; one with several values has no value as a variable. */
function variableKeys(texts: readonly string[]): readonly string[] {
  return texts.flatMap(variablesIn).filter((key) => !globalKey(key)?.multivalued);
}

/** Is the caller named; with `grant`, as strongly as that? */
function principalAtom(statement: Statement, facts: Facts, grant?: GrantKind): readonly Atom[] {
  const { principal: node, effect } = statement.node;
  if (!node || node.not) return [];
  const test = (under: Facts): Truth => {
    const found = findPrincipal(node, effect, under);
    if (!found) return 'no';
    if (grant === undefined || found.grant === grant) return found.truth;
    return found.perhaps === grant ? 'unknown' : 'no';
  };
  if (test(facts) !== 'unknown') return [];
  const patterns = node.groups.flatMap((group) => group.values);
  return [{ keys: unknownKeys(['aws:userid'], facts), condition: undefined, patterns, test }];
}

function resourceAtom(statement: Statement, facts: Facts): readonly Atom[] {
  if (statement.resource.truth(facts) !== 'unknown') return [];
  const patterns = statement.node.resource?.values ?? [];
  const keys = unknownKeys(variableKeys(patterns), facts);
  if (facts.resource === undefined) keys.push(RESOURCE);
  return [{ keys, condition: undefined, patterns, test: (under) => statement.resource.truth(under) }];
}

function conditionAtom(condition: Condition, facts: Facts): readonly Atom[] {
  if (condition.truth(facts.lookup) !== 'unknown') return [];
  const keys = unknownKeys([condition.lowerKey, ...variableKeys(condition.node.values)], facts);
  return [{ keys, condition, patterns: [], test: (under) => condition.truth(under.lookup) }];
}

/** A call that Block Public Access refuses or not, by headers that are not known. */
export function publicAclAtom(action: ActionName | undefined, { lookup }: Facts): Atom {
  const examples = publicAclExamples(lookup);
  const test = (under: Facts): Truth => setsPublicAcl(action, under.lookup);
  return { keys: [...examples.keys()], condition: undefined, patterns: [], examples, test };
}

/** What a statement of unknown truth hangs on; with `perhaps`, whether it is the grant that it may be as well. */
export function openStatement(
  statement: Statement,
  grant: GrantKind | undefined,
  facts: Facts,
  perhaps?: GrantKind,
): OpenStatement {
  const atoms = [
    ...principalAtom(statement, facts, perhaps),
    ...resourceAtom(statement, facts),
    ...statement.conditions.flatMap((condition) => conditionAtom(condition, facts)),
  ];
  return { statement, grant: perhaps ?? grant, atoms };
}
