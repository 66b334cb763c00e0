/** Statement ids. IAM User Guide: "IAM JSON policy elements: Sid". */
import { error, suggestion, warning } from './check';
import type { Problem } from './check';
import type { CheckedPolicy } from './document';
import type { Member } from '../language/document-nodes';
import { remove, replaceValue } from '../language/edits';
import { fix } from './finding';
import type { PolicyType } from './policy-type';
import { code } from './words';

export const PLAIN_SID = /^[A-Za-z0-9]*$/;
/** Types in which a Sid is of letters and digits only. */
export const WITH_PLAIN_SIDS: readonly PolicyType[] = [
  'identity',
  'boundary',
  'session',
  'scp',
  'rcp',
  'trust',
];
/** Types in which AWS refuses a Sid that repeats. */
export const WITH_UNIQUE_SIDS: readonly PolicyType[] = ['identity', 'boundary', 'session', 'scp', 'rcp'];

function sidsOf(policy: CheckedPolicy): readonly { readonly sid: Member; readonly text: string }[] {
  return policy.statements.flatMap(({ sid }) =>
    sid?.node.type === 'string' ? [{ sid, text: sid.node.value as string }] : [],
  );
}

/** The text, or with the first number behind it that makes it differ from all others. */
function unused(text: string, taken: ReadonlySet<string>): string {
  if (!taken.has(text)) return text;
  let number = 2;
  while (taken.has(`${text}${number}`)) number += 1;
  return `${text}${number}`;
}

function* repeated(policy: CheckedPolicy, why: string): Iterable<Problem> {
  const sids = sidsOf(policy);
  const taken = new Set(sids.map(({ text }) => text));
  const seen = new Map<string, Member>();
  for (const { sid, text } of sids) {
    const first = seen.get(text);
    if (!first) seen.set(text, sid);
    if (!first || text === '') continue;
    const other = unused(text, taken);
    yield {
      at: sid,
      message: `The Sid ${code(text)} stands on an earlier statement too. ${why}`,
      related: [first],
      fixes: [fix(`Rename to ${other}`, replaceValue(sid.node, other))],
    };
  }
}

export const sidChecks = [
  error(
    'unsupported-sid',
    function* (policy) {
      const sids = sidsOf(policy);
      for (const { sid, text } of sids) {
        if (PLAIN_SID.test(text)) continue;
        const others = new Set(sids.map((entry) => entry.text));
        const clean = text.replaceAll(/[^A-Za-z0-9]/g, '');
        const meant = clean === '' ? undefined : unused(clean, others);
        yield {
          at: sid,
          message: `The Sid ${code(text)} holds characters other than letters and digits, which AWS refuses in this type of policy.`,
          fixes: meant === undefined ? [] : [fix(`Write ${meant}`, replaceValue(sid.node, meant))],
        };
      }
    },
    WITH_PLAIN_SIDS,
  ),

  error(
    'unique-sids-required',
    (policy) =>
      repeated(policy, 'AWS refuses a policy of this type in which a Sid repeats: give each its own.'),
    WITH_UNIQUE_SIDS,
  ),

  warning(
    'unique-sids-recommended',
    (policy) =>
      repeated(
        policy,
        'Some services refuse that, and it hides which statement is meant: give each its own.',
      ),
    ['resource', 'key', 'trust', 'endpoint'],
  ),

  suggestion('empty-sid-value', function* (policy) {
    for (const { sid, text } of sidsOf(policy)) {
      if (text !== '') continue;
      yield {
        at: sid,
        message: 'The Sid is empty and says nothing. Name the statement, or remove the element.',
        fixes: [fix('Remove the Sid', remove(sid.property))],
      };
    }
  }),
];
