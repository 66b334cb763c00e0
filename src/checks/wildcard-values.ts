/** Patterns in the values of conditions that match too much, or everything. Access Analyzer: policy check reference. */
import { globalKey } from '../catalog/global-keys';
import { error, suggestion } from './check';
import type { CheckedPolicy } from './document';
import { remove, renameMember, replaceValue } from '../language/edits';
import { proposal } from './finding';
import type { Fix } from './finding';
import { isKey } from './key-facts';
import { usesOf } from './operators';
import { code } from './words';

type Uses = ReturnType<typeof usesOf> extends Iterable<infer Use> ? Use : never;

/** Everything but the characters that variables write out. */
const bare = (text: string): string => text.replaceAll(/\$\{[*?$]\}/g, '_');

const isPattern = ({ operator }: Uses): boolean =>
  operator.comparison === 'like' && (operator.family === 'string' || operator.family === 'arn');

/** Variables whose value the caller, or whoever tags the caller, chooses. */
const CHOSEN_BY_CALLER =
  /\$\{(aws:(principaltag|requesttag|username|userid|sourceidentity|useragent|referer)\b)/i;

function isSensitive(key: string): boolean {
  return globalKey(key)?.sensitive === true;
}

/** `ID:*` and `*:name` are the two forms in which a wildcard in aws:userid means one identity or one session name. */
const USER_ID = /^([^*?]+:\*|\*:[^*?]+)$/;

/** A use whose values are one lone `*`, under a String…Like operator. */
function* stars(policy: CheckedPolicy): Iterable<Uses & { readonly value: Uses['entry']['values'][number] }> {
  for (const use of usesOf(policy)) {
    if (use.operator.family !== 'string' || use.operator.comparison !== 'like') continue;
    const value = use.entry.values.find(({ text }) => text === '*');
    if (value) yield { ...use, value };
  }
}

/** Null in place of the operator; only where the key stands alone, so that nothing else changes. */
function asNull(use: Uses, absent: boolean): readonly Fix[] {
  const { block } = use.entry;
  const alone = block.node.children?.length === 1;
  const taken = use.statement.conditions.some((entry) => entry.block.name === 'Null');
  if (!alone || taken) return [];
  const edits = [renameMember(block, 'Null'), replaceValue(use.entry.node, String(absent))];
  return [proposal(`Write Null with ${absent}`, ...edits)];
}

export const wildcardValueChecks = [
  error('wildcard-usage-too-permissive', function* (policy) {
    for (const use of usesOf(policy)) {
      if (!isPattern(use)) continue;
      const { key, values } = use.entry;
      const user = isKey(key, 'aws:userid');
      if (!isSensitive(key) && !user) continue;
      for (const value of values) {
        const text = bare(value.text ?? '');
        if (!/[*?]/.test(text) || (user && USER_ID.test(text))) continue;
        // A lone `*` only asks whether the key is there, which is another finding.
        if (text === '*' && !isSensitive(key)) continue;
        yield {
          at: value,
          message: user
            ? `${code(value.text!)} lets in identities that nobody chose: unique IDs are given out by AWS and share their beginnings. Write \`ID:*\` for every session of one role.`
            : `AWS gives out the values of ${code(key)}, so a pattern such as ${code(value.text!)} lets in whoever happens to fit. List the values, with \`StringEquals\`.`,
        };
      }
    }
  }),

  error('variable-usage-too-permissive', function* (policy) {
    for (const use of usesOf(policy)) {
      if (!isPattern(use) || !isSensitive(use.entry.key)) continue;
      for (const value of use.entry.values) {
        if (!CHOSEN_BY_CALLER.test(value.text ?? '')) continue;
        yield {
          at: value,
          message: `The value of the variable in ${code(value.text!)} may itself hold whatever the caller, or whoever tags the caller, chooses. For ${code(use.entry.key)} list fixed values, with \`StringEquals\`.`,
        };
      }
    }
  }),

  suggestion('equivalent-to-null-false', function* (policy) {
    for (const use of stars(policy)) {
      const { operator, statement, entry, value } = use;
      if (operator.negated || operator.set || operator.ifExists || statement.effect !== 'Allow') continue;
      yield {
        at: value,
        message: `\`*\` matches every value, so this only asks that the request has ${code(entry.key)}. \`{"Null": {"${entry.key}": "false"}}\` says so.`,
        fixes: asNull(use, false),
      };
    }
  }),

  suggestion('equivalent-to-null-true', function* (policy) {
    for (const use of stars(policy)) {
      const { operator, entry, value } = use;
      if (!operator.negated || operator.set || operator.ifExists) continue;
      yield {
        at: value,
        message: `\`*\` matches every value, so this holds only when the request lacks ${code(entry.key)}. \`{"Null": {"${entry.key}": "true"}}\` says so.`,
        fixes: asNull(use, true),
      };
    }
  }),

  suggestion('redundant-key-due-to-wildcard-in-condition', function* (policy) {
    for (const { operator, entry, value } of stars(policy)) {
      if (operator.negated || !operator.ifExists || operator.set === 'any') continue;
      yield {
        at: value,
        message: `With \`IfExists\` and \`*\` the condition on ${code(entry.key)} is always true and restricts nothing. Remove it, or name the values that are meant.`,
        fixes: removeKey(entry),
      };
    }
  }),

  suggestion('redundant-statement-due-to-wildcard-in-condition', function* (policy) {
    for (const { operator, entry, value } of stars(policy)) {
      if (!operator.negated || (operator.set !== 'any' && !operator.ifExists)) continue;
      // Without the key, …IfExists would be true.
      if (operator.ifExists && globalKey(entry.key)?.always !== true) continue;
      yield {
        at: value,
        message: `Every value of ${code(entry.key)} matches \`*\`, so this condition is never true and the statement never applies. Name the values that are meant.`,
      };
    }
  }),
];

/** The key with its block, when it is the only one in it. */
function removeKey(entry: Uses['entry']): readonly Fix[] {
  const alone = entry.block.node.children?.length === 1;
  return [proposal(`Remove ${entry.key}`, remove(alone ? entry.block.property : entry.property))];
}
