/** Do the actions of a statement know the keys of its condition? Service Authorization Reference, action tables. */
import { globalKey } from '../catalog/global-keys';
import {
  actionSupportsKey,
  conditionKeyOf,
  someActionSupportsKey,
  splitAction,
} from '../catalog/service-lookup';
import type { Catalog, Service, ServiceAction } from '../catalog/service-reference';
import { SESSION_CALLS } from '../catalog/sts';
import { globMatches, globOf } from '../language/glob';
import { error, security, suggestion, warning } from './check';
import type { Check, Problem } from './check';
import type { CheckedPolicy, Statement } from './document';
import type { ConditionEntry } from './document-conditions';
import type { TextEntry } from '../language/document-nodes';
import { appendEntry, insertLast } from '../language/edits';
import { proposal } from './finding';
import { isKey, keyPrefix } from './key-facts';
import { OF_IDENTITIES } from './policy-type';
import { code, listedCode } from './words';

const isWild = (text: string): boolean => /[*?]/.test(text);

/** Whether an action, named in full, knows the key; undefined when that cannot be said. */
function supports(catalog: Catalog, action: string, key: string): boolean | undefined {
  const parts = splitAction(action);
  const service = parts && catalog.service(parts.prefix);
  const row = service?.actions.get(parts!.name.toLowerCase());
  if (!service || !row) return undefined;
  // `sts:TagSession` is no call of its own: it is checked with the keys of the call that takes the role. IAM User Guide:
  // "IAM and AWS STS condition context keys" (`sts:RoleSessionName`: any STS call that takes a role).
  const calls = SESSION_CALLS.has(action.toLowerCase()) ? [row, ...callsThatTakeRoles(service)] : [row];
  return calls.some((call) => actionSupportsKey(service, call, key));
}

const callsThatTakeRoles = ({ actions }: Service): readonly ServiceAction[] =>
  [...actions].flatMap(([name, action]) => (name.startsWith('assumerole') ? [action] : []));

/**
 * Actions named in full whose requests never carry a key of a service: those of the same service that do not know it,
 * or all, when the key is of a service of none of them.
 */
function strangers(policy: CheckedPolicy, statement: Statement, entry: ConditionEntry): readonly TextEntry[] {
  const { catalog } = policy;
  const prefix = keyPrefix(entry.key).toLowerCase();
  const service = catalog?.service(prefix);
  if (!catalog || !service || globalKey(entry.key) || !conditionKeyOf(service, entry.key)) return [];
  const actions = statement.action?.entries ?? [];
  const prefixes = actions.map(({ text }) => splitAction(text)?.prefix.toLowerCase() ?? '*');
  const related = prefixes.some((one) => one === prefix || isWild(one));
  const unknown = actions.filter(
    ({ text }, at) =>
      (!related || prefixes[at] === prefix) && !isWild(text) && supports(catalog, text, entry.key) === false,
  );
  // A key that no action has at all is one that the reference says nothing of.
  if (unknown.length > 0 && !someActionSupportsKey(service, entry.key)) return [];
  // Another service may well carry the key: with one such action nothing is certain of the others.
  return related || unknown.length === actions.length ? unknown : [];
}

const TAG_KEY = /^aws:(ResourceTag|RequestTag)\/./i;

/** Where a positive test of a tag meets an action that has no such tag, the test is never true. */
const unsupportedTags = (effect: 'Allow' | 'Deny', advice: string) =>
  function* (policy: CheckedPolicy): Iterable<Problem> {
    const { catalog } = policy;
    if (!catalog) return;
    for (const statement of policy.statements) {
      if (statement.effect !== effect || !statement.action) continue;
      for (const entry of tagTests(statement)) {
        const judged = statement.action.entries.map((action) => ({
          action,
          known: isWild(action.text) ? undefined : supports(catalog, action.text, entry.key),
        }));
        const without = judged.filter(({ known }) => known === false);
        // Of an Allow AWS speaks only where some actions have the tag and others do not; a Deny that never holds opens.
        const isMixed = judged.some(({ known }) => known === true);
        if (without.length === 0 || (effect === 'Allow' && !isMixed)) continue;
        yield {
          at: entry,
          related: without.map(({ action }) => action),
          message: `Requests for ${listedCode(without.map(({ action }) => action.text))} have no ${code(entry.key)}, so the condition is never true for them${advice}`,
        };
      }
    }
  };

const tagsWithNotAction = (effect: 'Allow' | 'Deny', advice: string) =>
  function* (policy: CheckedPolicy): Iterable<Problem> {
    for (const statement of policy.statements) {
      if (statement.effect !== effect || !statement.notAction) continue;
      for (const entry of tagTests(statement)) {
        yield {
          at: entry,
          message: `\`NotAction\` takes in many actions whose requests have no ${code(entry.key)}; the condition is never true for those${advice}`,
        };
      }
    }
  };

function tagTests({ conditions }: Statement): readonly ConditionEntry[] {
  return conditions.filter(
    ({ key, operator }) =>
      TAG_KEY.test(key) &&
      operator?.family === 'string' &&
      !operator.negated &&
      !operator.ifExists &&
      operator.set !== 'all',
  );
}

/** Keys of a trust policy's requests that come with an action of their own. STS: "Pass session tags", "Monitor and control actions taken with assumed roles". */
const NEEDED_ACTIONS: readonly (readonly [pattern: RegExp, action: string])[] = [
  [/^(aws:RequestTag\/.+|aws:TagKeys|sts:TransitiveTagKeys)$/i, 'sts:TagSession'],
  [/^sts:SourceIdentity$/i, 'sts:SetSourceIdentity'],
];

const NETWORK_OWNER = ['aws:VpceAccount', 'aws:VpceOrgID', 'aws:VpceOrgPaths'];

/** Filled in by whoever sends the request. */
const CHOSEN_BY_CALLER = ['aws:Referer', 'aws:UserAgent'];

export const actionKeyChecks: readonly Check[] = [
  error('unsupported-action-for-condition-key', function* (policy) {
    for (const statement of policy.statements) {
      for (const entry of statement.conditions) {
        if (!entry.operator || entry.operator.ifExists || entry.operator.family === 'null') continue;
        for (const action of strangers(policy, statement, entry)) {
          yield {
            at: action,
            related: [entry],
            message: `Requests for ${code(action.text)} never carry ${code(entry.key)}, so the condition ${entry.operator.negated ? 'is always true' : 'is never true'} for it. Put the action into a statement of its own.`,
          };
        }
      }
    }
  }),

  error(
    'missing-action-for-condition-key',
    function* (policy) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow' || !statement.action) continue;
        for (const entry of statement.conditions) {
          const needed = NEEDED_ACTIONS.find(([pattern]) => pattern.test(entry.key))?.[1];
          if (needed === undefined || entry.operator?.family === 'null') continue;
          const lower = needed.toLowerCase();
          if (statement.action.entries.some(({ text }) => globMatches(globOf(text.toLowerCase()), lower)))
            continue;
          yield {
            at: entry,
            message: `A request carries ${code(entry.key)} only when the trust policy allows \`${needed}\` as well, and this statement does not. Add the action.`,
            fixes: [proposal(`Add ${needed}`, appendEntry(policy.text, statement.action.node, needed))],
          };
        }
      }
    },
    ['trust'],
  ),

  security(
    'deny-with-unsupported-tag-condition-key-for-service',
    unsupportedTags(
      'Deny',
      ' and the Deny does not stop them. Deny those actions in a statement of their own, or use `StringNotEquals` on the tags that are allowed.',
    ),
  ),
  security(
    'deny-notaction-with-unsupported-tag-condition-key-for-service',
    tagsWithNotAction('Deny', ' and the Deny does not stop them. Name the actions in `Action`.'),
  ),
  suggestion(
    'allow-with-unsupported-tag-condition-key-for-service',
    unsupportedTags('Allow', ' and they stay denied. Allow those actions in a statement of their own.'),
  ),
  suggestion(
    'allow-notaction-with-unsupported-tag-condition-key-for-service',
    tagsWithNotAction('Allow', ' and they stay denied. Name the actions in `Action`.'),
  ),

  warning('use-condition-key-only-with-supported-services', function* (policy) {
    for (const statement of policy.statements) {
      const everything = statement.notAction ?? statement.action?.entries.find(({ text }) => text === '*');
      if (!everything) continue;
      for (const entry of statement.conditions) {
        if (!NETWORK_OWNER.some((key) => isKey(entry.key, key))) continue;
        yield {
          at: entry,
          related: [everything],
          message: `Only some services fill in ${code(entry.key)}; for all others it is absent, also through a VPC endpoint. Name the services that do in \`Action\`.`,
        };
      }
    }
  }),

  security('untrustworthy-condition-key', function* (policy) {
    for (const { effect, conditions } of policy.statements) {
      if (effect !== 'Allow') continue;
      for (const entry of conditions) {
        const { operator } = entry;
        if (!CHOSEN_BY_CALLER.some((key) => isKey(entry.key, key)) || operator?.family !== 'string') continue;
        yield {
          at: entry,
          message: `Whoever sends a request chooses ${code(entry.key)}, so it keeps nobody out. Grant access by who asks: principal, organization, network or a signed URL.`,
        };
      }
    }
  }),

  security(
    'dynamodb-attributes-without-select',
    function* (policy) {
      for (const statement of policy.statements) {
        if (statement.effect !== 'Allow') continue;
        if (statement.conditions.some(({ key }) => isKey(key, 'dynamodb:Select'))) continue;
        const reads = statement.action?.entries.some(({ text }) =>
          READS.some((action) => globMatches(globOf(text.toLowerCase()), action)),
        );
        for (const entry of statement.conditions) {
          if (!isKey(entry.key, 'dynamodb:Attributes') || !reads) continue;
          const condition = statement.condition!.node;
          const taken = statement.conditions.some(({ block }) => block.name === 'StringEqualsIfExists');
          yield {
            at: entry,
            message:
              'A request that asks for all attributes names none, so this limit does not hold. Demand `"StringEqualsIfExists": {"dynamodb:Select": "SPECIFIC_ATTRIBUTES"}` as well.',
            fixes: taken
              ? []
              : [
                  proposal(
                    'Add dynamodb:Select',
                    insertLast(policy.text, condition, 'StringEqualsIfExists', {
                      'dynamodb:Select': 'SPECIFIC_ATTRIBUTES',
                    }),
                  ),
                ],
          };
        }
      }
    },
    [...OF_IDENTITIES, 'resource'],
  ),

  security(
    's3-prefix-in-negative-context',
    function* (policy) {
      for (const { effect, conditions } of policy.statements) {
        for (const entry of conditions) {
          const { operator } = entry;
          if (!isKey(entry.key, 's3:prefix') || operator?.family !== 'string') continue;
          if (effect !== (operator.negated ? 'Allow' : 'Deny')) continue;
          yield {
            at: entry,
            message:
              'Whoever lists a bucket chooses the prefix and may leave it out, so forbidding some prefixes hides nothing: a wider listing shows the same keys. Allow the prefixes that may be listed instead.',
          };
        }
      }
    },
    [...OF_IDENTITIES, 'resource'],
  ),
];

/** Reads that can return attributes. */
const READS = ['dynamodb:query', 'dynamodb:scan', 'dynamodb:getitem', 'dynamodb:batchgetitem'];
