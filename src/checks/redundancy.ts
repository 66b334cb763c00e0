/**
 * What says the same twice, as far as the texts tell; what only several statements together show is proved in
 * `proven.ts`. Access Analyzer: "Redundant action", "Redundant resource", "Redundant statement".
 */
import type { Node } from 'jsonc-parser';
import { globCovers } from '../language/glob-relations';
import { suggestion } from './check';
import type { Problem } from './check';
import type { CheckedPolicy, ListElement, Statement } from './document';
import type { TextEntry } from '../language/document-nodes';
import { remove } from '../language/edits';
import { fix } from './finding';
import { code } from './words';

/** Patterns compared with every entry of a list: enough for any list written by hand. */
const MOST_PATTERNS = 100;

interface Cover {
  readonly entry: TextEntry;
  readonly by: TextEntry;
}

/** The entries that another entry of the list covers. Of equal ones, the later. */
function covered(list: ListElement, fold: (text: string) => string): readonly Cover[] {
  const first = new Map<string, TextEntry>();
  const patterns: [string, TextEntry][] = [];
  for (const entry of list.entries) {
    const text = fold(entry.text);
    if (first.has(text)) continue;
    first.set(text, entry);
    if (/[*?]/.test(text) && patterns.length < MOST_PATTERNS) patterns.push([text, entry]);
  }
  return list.entries.flatMap((entry) => {
    const text = fold(entry.text);
    const equal = first.get(text)!;
    if (equal !== entry) return [{ entry, by: equal }];
    const pattern = patterns.find(([wider]) => wider !== text && globCovers(wider, text));
    return pattern ? [{ entry, by: pattern[1] }] : [];
  });
}

function* redundant(
  lists: Iterable<ListElement | undefined>,
  fold: (text: string) => string,
): Iterable<Problem> {
  for (const list of lists) {
    if (!list) continue;
    for (const { entry, by } of covered(list, fold)) {
      yield {
        at: entry,
        related: [by],
        message: `${code(by.text)} in the same list already covers ${code(entry.text)}. Remove the narrower entry, or the wider one if less was meant.`,
        fixes: [fix('Remove the entry', remove(entry.node))],
      };
    }
  }
}

/** The statement as text, without its Sid, and whatever the order of its elements and lists. */
function canonical(statement: Statement): string {
  return statement.members
    .filter(({ name }) => name !== 'Sid')
    .map(({ name, node }) => `${JSON.stringify(name)}:${canonicalValue(node)}`)
    .sort()
    .join();
}

function canonicalValue(node: Node): string {
  const children = node.children ?? [];
  switch (node.type) {
    case 'array':
      // A lone text and a list of that text are the same.
      return children.map(canonicalValue).sort().join();
    case 'object':
      return `{${children.map(canonicalValue).sort().join()}}`;
    case 'property':
      return `${JSON.stringify(children[0]?.value)}:${children[1] ? canonicalValue(children[1]) : ''}`;
    default:
      return JSON.stringify(node.value);
  }
}

function* repeatedStatements(policy: CheckedPolicy): Iterable<Problem> {
  const seen = new Map<string, Statement>();
  for (const statement of policy.statements) {
    const text = canonical(statement);
    const first = seen.get(text);
    if (!first) seen.set(text, statement);
    else if (text !== '') {
      yield {
        at: statement,
        related: [first],
        message: `The statement says the same as ${code(first.path)}. Remove one of them.`,
        fixes: [fix('Remove this statement', remove(statement.node))],
        faded: true,
      };
    }
  }
}

export const redundancyChecks = [
  suggestion('redundant-action', ({ statements }) =>
    redundant(
      statements.flatMap(({ action, notAction }) => [action, notAction]),
      (text) => text.toLowerCase(),
    ),
  ),
  suggestion('redundant-resource', ({ statements }) =>
    redundant(
      statements.flatMap(({ resource, notResource }) => [resource, notResource]),
      (text) => text,
    ),
  ),
  suggestion('redundant-statement', repeatedStatements),
];
