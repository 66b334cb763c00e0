/** Suggestions at a place of a policy's text. */
import { GLOBAL_KEYS } from '../../catalog/global-keys';
import { actionDetails, resourceTypesOf, splitAction } from '../../catalog/service-lookup';
import type { Catalog } from '../../catalog/service-reference';
import type { Span } from '../../language/place';
import type { CaseFacts } from './describe/case-facts';
import { actionsCovered, suggestActions } from './actions';
import { regions } from '../regions';
import { suggestKeys, suggestOperators, suggestValues } from './conditions';
import { cursorAt, textsIn } from './cursor';
import type { Cursor } from './cursor';
import {
  elementsOfPolicy,
  elementsOfStatement,
  principals,
  principalTypes,
  SERVICES,
  wholePrincipals,
} from './elements';
import { snippetOf } from './suggestion';
import type { Suggestion } from './suggestion';

export interface Suggestions {
  /** The characters to replace: the whole string with its quotes. */
  readonly span: Span;
  readonly items: readonly Suggestion[];
}

const plain = (...values: readonly string[]): readonly Suggestion[] =>
  values.map((value) => ({ label: value, insert: value }));

const MOST = 60;

/** ARNs of the resource types that the statement's actions work on. */
function suggestResources(
  catalog: Catalog | undefined,
  actions: readonly string[],
  account: string | undefined,
): readonly Suggestion[] {
  const formats = new Map<string, string>();
  const names = catalog ? actions.flatMap((one) => (actionsCovered(catalog, one) ?? []).slice(0, MOST)) : [];
  for (const name of names) {
    const details = actionDetails(catalog!, name);
    const service = catalog!.service(splitAction(name)!.prefix);
    if (!details || !service) continue;
    for (const type of resourceTypesOf(service, details))
      for (const arn of type.arns) formats.set(arn, type.name);
  }
  const arns = [...formats].map(([arn, name]): Suggestion => ({
    label: arn.replace('${Partition}', 'aws'),
    detail: name,
    insert: snippetOf(arn, account),
    snippet: true,
  }));
  return [...arns, { label: '*', detail: 'every resource', insert: '*', order: 1 }];
}

/** Variables, where one has been begun: `${`. They work in resources and in values of conditions. */
function suggestVariables({ before, content, slot }: Cursor): readonly Suggestion[] | undefined {
  const start = /\$\{[^}]*$/.exec(before)?.index;
  if (start === undefined || (slot.kind !== 'resource' && slot.kind !== 'value')) return undefined;
  const rest = content.slice(before.length).replace(/^[^}$"]*\}/, '');
  return GLOBAL_KEYS.filter(({ multivalued }) => multivalued !== true).map(({ key, summary }) => {
    const variable = `\${${key.replace(/tag-key$/, 'team')}}`;
    return { label: variable, info: summary, insert: before.slice(0, start) + variable + rest };
  });
}

function itemsFor(cursor: Cursor, facts: CaseFacts, catalog: Catalog | undefined): readonly Suggestion[] {
  const { slot, statement, before, named } = cursor;
  const actions = textsIn(statement['Action']);
  const { type } = facts;
  switch (slot.kind) {
    case 'policyElement':
      return elementsOfPolicy(named);
    case 'statementElement':
      return elementsOfStatement(type, Object.keys(statement), named);
    case 'sid':
      return [];
    case 'version':
      return plain('2012-10-17');
    case 'effect':
      return type === 'rcp' ? plain('Deny') : plain('Allow', 'Deny');
    case 'action':
      return catalog ? suggestActions(catalog, before) : [];
    case 'resource':
      return suggestResources(catalog, actions, facts.resourceAccount ?? facts.callerAccount);
    case 'principalType':
      return principalTypes(type, named);
    case 'wholePrincipal':
      return wholePrincipals(type);
    case 'principal':
      return principals(slot.type, facts);
    case 'operator': {
      const condition = statement['Condition'] as Readonly<Record<string, object>> | undefined;
      return suggestOperators(catalog, Object.keys(condition?.[cursor.content] ?? {}));
    }
    case 'key':
      return suggestKeys(catalog, slot.operator, actions);
    case 'value':
      return suggestValues(catalog, slot.operator, slot.key, {
        regions: [...regions()],
        services: SERVICES,
        facts,
      });
  }
}

/** What can be written at an offset, whatever state the text is in. Without a catalog, what needs none. */
export function suggest(text: string, offset: number, facts: CaseFacts, catalog?: Catalog): Suggestions {
  const cursor = cursorAt(text, offset);
  if (!cursor) return { span: { offset, length: 0 }, items: [] };
  return { span: cursor.span, items: suggestVariables(cursor) ?? itemsFor(cursor, facts, catalog) };
}
