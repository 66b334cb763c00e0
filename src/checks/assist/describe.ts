/** What a word of a policy means, for whoever rests on it. In Markdown. */
import type { Catalog } from '../../catalog/service-reference';
import { parseOperator } from '../../language/operators';
import type { Span } from '../../language/place';
import { parseTemplate } from '../../language/template';
import { cursorAt, textsIn, type Cursor } from './cursor';
import { describeAction } from './describe/actions';
import { describeResource } from './describe/arns';
import type { CaseFacts } from './describe/case-facts';
import { describeKey, describeOperator } from './describe/conditions';
import { describeEffect, describeElement, describePrincipalType, describeVersion } from './describe/elements';
import { guide, literal, paragraphs } from './describe/markdown';
import { describePrincipal } from './describe/principals';
import { describeValue } from './describe/values';

export interface Description {
  readonly span: Span;
  readonly markdown: string;
}

/** The variable of a text that the place is in. */
function variableAt({ content, before, span, slot }: Cursor): { key: string; span: Span } | undefined {
  if (slot.kind !== 'resource' && slot.kind !== 'value') return undefined;
  let at = 0;
  for (const part of parseTemplate(content)) {
    const written = part.kind === 'text' ? part.text : part.written;
    const end = at + written.length;
    if (part.kind === 'variable' && before.length >= at && before.length <= end)
      return { key: part.key, span: { offset: span.offset + 1 + at, length: written.length } };
    at = end;
  }
  return undefined;
}

function describeVariable(catalog: Catalog | undefined, key: string, facts: CaseFacts): string {
  return paragraphs(
    `A variable: the request’s ${literal(key)} is put in its place. Without a value the text matches nothing.`,
    describeKey(catalog, key, facts),
    guide('Variables', 'reference_policies_variables'),
  );
}

const NOT_HERE =
  'AWS’s service reference is not here: it is still loading, or could not be fetched without a connection.';

function words(cursor: Cursor, facts: CaseFacts, catalog: Catalog | undefined): string | undefined {
  const { slot, content, statement } = cursor;
  const actions = textsIn(statement['Action']);
  switch (slot.kind) {
    case 'policyElement':
    case 'statementElement':
      return describeElement(content, statement['Effect']);
    case 'version':
      return describeVersion(content);
    case 'effect':
      return describeEffect(content);
    case 'sid':
      return describeElement('Sid', undefined);
    case 'action':
      return catalog ? describeAction(catalog, content) : NOT_HERE;
    case 'resource':
      return describeResource(catalog, content, statement, facts, actions);
    case 'principalType':
      return describePrincipalType(content);
    case 'wholePrincipal':
      return content === '*' ? describePrincipal('AWS', content, facts) : undefined;
    case 'principal':
      return describePrincipal(slot.type, content, facts);
    case 'operator': {
      const operator = parseOperator(content);
      return operator && describeOperator(operator);
    }
    case 'key':
      return describeKey(catalog, content, facts);
    case 'value':
      return describeValue(catalog, slot.operator, slot.key, content, facts);
  }
}

/** What the string at an offset means; undefined where there is nothing to say. */
export function describe(
  text: string,
  offset: number,
  facts: CaseFacts,
  catalog?: Catalog,
): Description | undefined {
  const cursor = cursorAt(text, offset);
  if (!cursor || cursor.span.length === 0) return undefined;
  const variable = variableAt(cursor);
  if (variable) return { span: variable.span, markdown: describeVariable(catalog, variable.key, facts) };
  const markdown = words(cursor, facts, catalog);
  return markdown === undefined ? undefined : { span: cursor.span, markdown };
}
