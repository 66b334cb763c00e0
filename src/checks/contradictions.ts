/**
 * Statements that can never apply, or never have an effect, as far as two conditions or two statements tell; what only
 * several together show is proved in `proven.ts`.
 */
import { globCovers } from '../language/glob-relations';
import { warning } from './check';
import type { CheckedPolicy, ListElement, Statement } from './document';
import type { ConditionEntry } from './document-conditions';
import { code } from './words';

const values = (entry: ConditionEntry): readonly string[] => entry.values.flatMap(({ text }) => text ?? []);

/** Texts that are compared as they stand. */
const fixed = (entry: ConditionEntry): boolean => values(entry).every((text) => !text.includes('${'));

function isPlain({ operator }: ConditionEntry, negated: boolean): boolean {
  return (
    operator?.family === 'string' &&
    operator.comparison === 'equals' &&
    operator.negated === negated &&
    !operator.set &&
    !operator.ifExists
  );
}

/** Can no request satisfy both? */
function contradict(one: ConditionEntry, other: ConditionEntry): boolean {
  if (values(one).length === 0 || values(other).length === 0) return false;
  if (one.operator?.name === 'Null' && !one.operator.set) {
    const demandsAbsence = values(one).length === 1 && values(one)[0]!.toLowerCase() === 'true';
    const needsValue =
      other.operator?.family !== 'null' &&
      other.operator !== undefined &&
      !other.operator.negated &&
      !other.operator.ifExists &&
      other.operator.set !== 'all';
    return demandsAbsence && needsValue;
  }
  if (!isPlain(one, false) || !fixed(one) || !fixed(other)) return false;
  if (isPlain(other, false)) return !values(one).some((text) => values(other).includes(text));
  return isPlain(other, true) && values(one).every((text) => values(other).includes(text));
}

function contradiction({ conditions }: Statement): readonly [ConditionEntry, ConditionEntry] | undefined {
  for (const entries of groupByKey(conditions).values()) {
    for (const one of entries) {
      const other = entries.find((entry) => entry !== one && contradict(one, entry));
      if (other) return [one, other];
    }
  }
  return undefined;
}

function groupByKey(conditions: readonly ConditionEntry[]): Map<string, ConditionEntry[]> {
  const groups = new Map<string, ConditionEntry[]>();
  for (const entry of conditions) {
    const key = entry.key.toLowerCase();
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

const texts = (list: ListElement, fold: boolean): readonly string[] =>
  list.entries.map(({ text }) => (fold ? text.toLowerCase() : text));

function covers(wide: ListElement | undefined, narrow: ListElement | undefined, fold: boolean): boolean {
  if (!wide || !narrow || narrow.entries.length === 0) return false;
  const patterns = texts(wide, fold);
  return texts(narrow, fold).every((text) => patterns.some((pattern) => globCovers(pattern, text)));
}

/** Does the Deny stop whatever the Allow allows? */
function stops(deny: Statement, allow: Statement): boolean {
  if (deny.conditions.length > 0 || deny.notPrincipal || !covers(deny.action, allow.action, true))
    return false;
  const everywhere = deny.resource?.entries.some(({ text }) => text === '*') === true;
  if (!everywhere && !covers(deny.resource, allow.resource, false)) return false;
  const everyone = deny.principals.some(({ text }) => text === '*');
  return !deny.principal || everyone;
}

/** Statements compared with each other: enough for any policy that AWS takes. */
const MOST_STATEMENTS = 200;

function* stopped(policy: CheckedPolicy) {
  const denials = policy.statements.filter(({ effect }) => effect === 'Deny').slice(0, MOST_STATEMENTS);
  for (const allow of policy.statements.slice(0, MOST_STATEMENTS)) {
    if (allow.effect !== 'Allow') continue;
    const deny = denials.find((statement) => stops(statement, allow));
    if (deny) yield { allow, deny };
  }
}

export const contradictionChecks = [
  warning('statement-never-matches', function* (policy) {
    for (const statement of policy.statements) {
      const both = contradiction(statement);
      if (!both) continue;
      yield {
        at: statement,
        faded: true,
        related: both,
        message: `The statement never applies: no request can satisfy both ${code(both[0].block.name)} and ${code(both[1].block.name)} on ${code(both[0].key)}. All parts of a condition must hold together; alternatives go into one list of values.`,
      };
    }
    for (const { allow, deny } of stopped(policy)) {
      yield {
        at: allow,
        faded: true,
        related: [deny],
        message: `The statement has no effect: ${code(deny.path)} denies everything that it allows, and a Deny always wins. Narrow the Deny, or remove this statement.`,
      };
    }
  }),
];
