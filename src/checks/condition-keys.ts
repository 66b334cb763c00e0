/** Do the condition keys exist? IAM User Guide: "AWS global condition context keys"; Service Authorization Reference. */
import { GLOBAL_KEYS, globalKey } from '../catalog/global-keys';
import { conditionKeyOf } from '../catalog/service-lookup';
import { error, warning } from './check';
import type { Problem } from './check';
import type { CheckedPolicy, Statement } from './document';
import type { ConditionEntry } from './document-conditions';
import { nameOf } from '../language/document-nodes';
import { renameMember } from '../language/edits';
import { proposal } from './finding';
import type { Fix } from './finding';
import { isKey, keyPrefix, keyServices } from './key-facts';
import { nearest } from './near-names';
import { isRetired } from './retired-services';
import { code, didYouMean } from './words';

/** Names that belong to one family; AWS's validator takes them though no page lists them any more. */
const ACCEPTED = new Set(['aws:principalorgmasteraccountid']);

/** Keys that another key has replaced. */
const REPLACED: Readonly<Record<string, string>> = { 'aws:arn': 'aws:PrincipalArn' };

const TAG_FAMILY = /^(aws:(resourcetag|requesttag|principaltag)|[a-z0-9-]+:resourcetag)\/?$/i;

type Judge = (
  entry: ConditionEntry,
  policy: CheckedPolicy,
  statement: Statement,
) => { message: string; meant?: string | undefined } | undefined;

const ofKeys = (judge: Judge) =>
  function* (policy: CheckedPolicy): Iterable<Problem> {
    for (const statement of policy.statements) {
      for (const entry of statement.conditions) {
        const judged = judge(entry, policy, statement);
        if (!judged) continue;
        yield {
          at: { ...nameOf(entry), path: entry.path },
          message: judged.message,
          fixes: rename(entry, judged.meant),
        };
      }
    }
  };

function rename(entry: ConditionEntry, meant: string | undefined): readonly Fix[] {
  const siblings = entry.block.node.children ?? [];
  const taken = siblings.some((sibling) => isKey(String(sibling.children?.[0]?.value), meant ?? ''));
  return meant === undefined || taken ? [] : [proposal(`Write ${meant}`, renameMember(entry, meant))];
}

/** The global keys by the name behind `aws:`, without the placeholder of tag keys. */
function globalNames(): readonly string[] {
  return GLOBAL_KEYS.map(({ key }) => key).filter((key) => key.startsWith('aws:') && !key.includes('/'));
}

function isKnownGlobal(key: string): boolean {
  const lower = key.toLowerCase();
  return globalKey(key) !== undefined || ACCEPTED.has(lower) || Object.hasOwn(REPLACED, lower);
}

/** `team` of `aws:ResourceTeg/team` keeps; the family is compared. */
function nearestGlobal(key: string): string | undefined {
  const slash = key.indexOf('/');
  if (slash === -1) return nearest(key, globalNames());
  const family = nearest(key.slice(0, slash), ['aws:ResourceTag', 'aws:RequestTag', 'aws:PrincipalTag']);
  return family === undefined ? undefined : family + key.slice(slash);
}

export const conditionKeyChecks = [
  error(
    'invalid-condition-key-format',
    ofKeys((entry) => {
      if (/^[^:]+:.+$/.test(entry.key)) return undefined;
      const whole = `aws:${entry.key}`;
      const meant = globalKey(whole)?.key;
      return {
        message: `${code(entry.key)} is no condition key: it must be \`prefix:name\`, such as \`aws:SourceIp\` or \`s3:prefix\`.${didYouMean(meant)}`,
        meant,
      };
    }),
  ),

  error(
    'invalid-global-condition-key',
    ofKeys(({ key }) => {
      if (!key.toLowerCase().startsWith('aws:') || isKnownGlobal(key) || TAG_FAMILY.test(key))
        return undefined;
      const meant = nearestGlobal(key);
      return {
        message: `AWS has no global condition key ${code(key)}. A key that no request carries makes the condition false, or always true if it is negated.${didYouMean(meant)}`,
        meant,
      };
    }),
  ),

  error(
    'unsupported-global-condition-key',
    ofKeys(({ key }) =>
      isKey(key, 'aws:ARN')
        ? {
            message:
              '`aws:ARN` is no longer supported. Use `aws:PrincipalArn` for who makes the request, or `aws:SourceArn` for the resource on whose behalf a service makes it.',
            meant: 'aws:PrincipalArn',
          }
        : undefined,
    ),
  ),

  warning(
    'deprecated-global-condition-key',
    ofKeys(({ key }) =>
      globalKey(key)?.deprecated
        ? {
            message: `${code(key)} is an old form that few services still fill in. Use \`aws:SourceAccount\`.`,
            meant: 'aws:SourceAccount',
          }
        : undefined,
    ),
  ),

  error(
    'missing-tag-key-in-condition',
    ofKeys(({ key }) =>
      TAG_FAMILY.test(key)
        ? {
            message: `${code(key)} does not say which tag is meant. Add the key of the tag behind a slash: \`${key.replace(/\/$/, '')}/team\`.`,
          }
        : undefined,
    ),
  ),

  error(
    'invalid-service-condition-key',
    ofKeys(({ key }, { catalog }) => {
      const prefix = keyPrefix(key);
      if (!catalog || prefix.toLowerCase() === 'aws' || globalKey(key) || TAG_FAMILY.test(key))
        return undefined;
      // An identity provider decides which claims it sends; the reference lists only some.
      if (/[./]/.test(prefix)) return undefined;
      const services = keyServices(catalog, key);
      if (!services || services.length === 0) return undefined;
      if (/^[^:]+:resourcetag\//i.test(key)) return undefined;
      if (services.some((service) => conditionKeyOf(service, key))) return undefined;
      const known = services.flatMap((service) =>
        [...service.conditionKeys.values()].map((entry) => entry.key).filter((name) => !/[$<]/.test(name)),
      );
      const meant = nearest(
        key,
        known.filter((name) => isKey(keyPrefix(name), prefix)),
      );
      return {
        message: `${services[0]!.name} has no condition key ${code(key)}. A key that no request carries makes the condition false, or always true if it is negated.${didYouMean(meant)}`,
        meant,
      };
    }),
  ),

  error(
    'invalid-service',
    ofKeys(({ key }, { catalog, type }) => {
      const prefix = keyPrefix(key).toLowerCase();
      if (!catalog || prefix === '' || prefix === 'aws' || isRetired(prefix)) return undefined;
      if (catalog.hasService(prefix) || catalog.keyOwners(prefix).length > 0 || globalKey(key))
        return undefined;
      // The claims of an identity provider have its host, or a path below it, as prefix.
      if (prefix.includes('.') || (type === 'trust' && prefix.includes('/'))) return undefined;
      const meant = nearest(prefix, ['aws', ...catalog.services().map((service) => service.prefix)]);
      const whole = meant === undefined ? undefined : meant + key.slice(prefix.length);
      return {
        message: `No AWS service has condition keys that begin with ${code(prefix)}, so no request carries ${code(key)}.${didYouMean(whole)}`,
        meant: whole,
      };
    }),
  ),

  error('duplicate-keys-with-different-case', function* (policy) {
    for (const { conditions } of policy.statements) {
      const seen = new Map<string, ConditionEntry>();
      const said = new Set<string>();
      for (const entry of conditions) {
        const lower = `${entry.block.span.offset}:${entry.key.toLowerCase()}`;
        const first = seen.get(lower);
        if (!first) seen.set(lower, entry);
        if (!first || first.key === entry.key || said.has(lower)) continue;
        said.add(lower);
        yield {
          at: entry.block,
          message: `${code(first.key)} and ${code(entry.key)} are the same key: capitals do not count. AWS refuses the policy. Put the values into one list.`,
          related: [nameOf(first), nameOf(entry)],
        };
      }
    }
  }),
];
