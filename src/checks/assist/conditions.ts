/** Operators, keys and values of conditions. IAM User Guide: "Condition operators", "Global condition context keys". */
import { GLOBAL_KEYS } from '../../catalog/global-keys';
import { actionDetails, conditionKeyOf, resourceTypesOf, splitAction } from '../../catalog/service-lookup';
import type { Catalog } from '../../catalog/service-reference';
import { BASE_OPERATORS, parseOperator } from '../../language/operators';
import type { OperatorFamily, OperatorName } from '../../language/operators';
import { keyFacts } from '../key-facts';
import type { KeyFacts } from '../key-facts';
import { actionsCovered } from './actions';
import type { CaseFacts } from './describe/case-facts';
import { snippetOf } from './suggestion';
import type { Suggestion } from './suggestion';

/** Does an operator's family compare values of this type? Null looks only whether there is a value. */
export function fits(family: OperatorFamily, type: KeyFacts['type']): boolean {
  return family === type || family === 'null' || (family === 'string' && type === 'arn');
}

/** All operators; those that fit the keys already written under this one first. */
export function suggestOperators(
  catalog: Catalog | undefined,
  keys: readonly string[],
): readonly Suggestion[] {
  const facts = keys.flatMap((key) => keyFacts(catalog, key) ?? []);
  return (Object.keys(BASE_OPERATORS) as OperatorName[]).flatMap((name) => {
    const { family } = BASE_OPERATORS[name];
    const order = facts.every(({ type }) => fits(family, type)) ? 0 : 5;
    const plain: Suggestion = { label: name, insert: name, detail: family, order };
    if (family === 'null') return [plain];
    const ifExists = `${name}IfExists`;
    const sets = (['ForAnyValue', 'ForAllValues'] as const).map((set): Suggestion => {
      const written = `${set}:${name}`;
      return { label: written, insert: written, detail: 'for keys with several values', order: order + 2 };
    });
    return [
      plain,
      { label: ifExists, insert: ifExists, detail: 'also true without the key', order: order + 1 },
      ...sets,
    ];
  });
}

/** So many actions of a wildcard are asked for their keys. */
const MOST = 60;

/** The keys that the statement's actions support, in their own row or for a resource type. */
function keysOfActions(catalog: Catalog, actions: readonly string[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const names = actions.flatMap((written) => (actionsCovered(catalog, written) ?? []).slice(0, MOST));
  for (const name of names) {
    const details = actionDetails(catalog, name);
    const service = catalog.service(splitAction(name)!.prefix);
    if (!details || !service) continue;
    const lists = [
      details.conditionKeys,
      ...details.resourceTypes.map(({ conditionKeys }) => conditionKeys),
      ...resourceTypesOf(service, details).map(({ conditionKeys }) => conditionKeys),
    ];
    for (const key of lists.flat()) keys.set(key, conditionKeyOf(service, key)?.description ?? '');
  }
  return keys;
}

/** The keys that the actions support, then the global ones; those whose type fits the operator first. */
export function suggestKeys(
  catalog: Catalog | undefined,
  operator: string,
  actions: readonly string[],
): readonly Suggestion[] {
  const family = parseOperator(operator)?.family;
  const rank = (key: string): number => {
    const facts = keyFacts(catalog, key);
    return family === undefined || !facts || fits(family, facts.type) ? 0 : 5;
  };
  const own = catalog ? [...keysOfActions(catalog, actions)] : [];
  const ofActions = own
    .filter(([key]) => !/^aws:/i.test(key))
    .map(([key, info]): Suggestion => ({
      label: key,
      detail: 'of these actions',
      info,
      insert: snippetOf(key),
      snippet: true,
      order: rank(key),
    }));
  const global = GLOBAL_KEYS.map(({ key, type, presentWhen, summary }): Suggestion => {
    const written = key.replace(/tag-key$/, '');
    return {
      label: key,
      detail: `global, ${type}`,
      info: `${summary}\n\nIn a request: ${presentWhen}.`,
      insert: written === key ? key : `${written}\${1:team}`,
      ...(written !== key && { snippet: true }),
      order: rank(key) + 1,
    };
  });
  return [...ofActions, ...global];
}

/** Keys that hold the name of a service principal. */
const SERVICE_KEYS: ReadonlySet<string> = new Set([
  'aws:principalservicename',
  'iam:passedtoservice',
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
]);

/** The values that a key is known to have. */
export function suggestValues(
  catalog: Catalog | undefined,
  operator: string,
  key: string,
  known: {
    readonly regions: readonly string[];
    readonly services: readonly string[];
    readonly facts: CaseFacts;
  },
): readonly Suggestion[] {
  const plain = (values: readonly string[]): readonly Suggestion[] =>
    values.map((value) => ({ label: value, insert: value }));
  const lower = key.toLowerCase();
  if (parseOperator(operator)?.family === 'null')
    return [
      { label: 'true', detail: 'the request has no such key', insert: 'true' },
      { label: 'false', detail: 'the request has the key', insert: 'false' },
    ];
  if (keyFacts(catalog, key)?.type === 'bool') return plain(['true', 'false']);
  if (lower === 'aws:requestedregion' || lower === 'ec2:region') return plain(known.regions);
  if (SERVICE_KEYS.has(lower)) return plain(known.services);
  const { callerAccount, resourceAccount, organization } = known.facts;
  if (/^aws:(principal|resource|source)account$/.test(lower)) {
    const accounts = new Set([callerAccount, resourceAccount].filter((account) => account !== undefined));
    return [...accounts].map((account) => ({
      label: account,
      detail: account === callerAccount ? 'the caller’s account' : 'the resource’s account',
      insert: account,
    }));
  }
  if (/^aws:(principal|resource|source)orgid$/.test(lower) && organization !== undefined)
    return [{ label: organization, detail: 'the organization of this case', insert: organization }];
  return [];
}
