/**
 * Other ways to write an action that mean the same today: a wildcard as the list that it stands for, and a list as
 * its wildcard. They differ in what AWS adds later, and their titles say so.
 * IAM User Guide: "IAM JSON policy elements: Action", wildcards.
 */
import type { Node } from 'jsonc-parser';
import { splitAction } from '../../catalog/service-lookup';
import type { Catalog } from '../../catalog/service-reference';
import { gapIn, remove } from '../../language/edits';
import type { TextEdit } from '../../language/place';
import { code } from '../words';
import { actionEntryAt, othersOf, type ActionEntry } from './action-entry';
import { actionsCovered } from './actions';

export interface Rewrite {
  /** What it does, and what it does to actions that AWS adds later. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What becomes of later actions when the element names fewer of them, or more. */
function laterWords({ effect, not }: ActionEntry, names: 'fewer' | 'more'): string {
  const reached = (names === 'more') !== not;
  if (effect === undefined) return `later ones are ${reached ? '' : 'not '}covered then`;
  return `later ones are ${reached ? '' : 'not '}${effect === 'Allow' ? 'allowed' : 'denied'} then`;
}

/** The line break, with its indentation, at the end of a stretch of white space and comments. */
function lineBreakIn(gap: string): string | undefined {
  return /\n[ \t]*$/.exec(gap)?.[0];
}

interface Layout {
  /** Stands between two entries, behind the comma. */
  readonly between: string;
  /** Stands before the closing bracket. */
  readonly end: string;
}

/** One entry a line, unless the whole statement stands on one line. */
function layoutOf(text: string, { list, statement }: ActionEntry): Layout {
  const ofList = list && lineBreakIn(gapIn(text, list));
  if (ofList !== undefined) return { between: ofList, end: '' };
  const ofStatement = lineBreakIn(gapIn(text, statement));
  if (ofStatement === undefined) return { between: ' ', end: '' };
  return { between: ofStatement + (ofStatement.includes('\t') ? '\t' : '  '), end: ofStatement };
}

/** Puts the entries of a list that stands on one line on lines of their own; comments stay where they are. */
function spread(text: string, list: Node, { between, end }: Layout): readonly TextEdit[] {
  if (end === '') return [];
  const children = list.children ?? [];
  const starts = children.map((_, at) => (at === 0 ? list.offset : endOf(children[at - 1]!)) + 1);
  const gaps = children.map((child, at): TextEdit => ({
    span: { offset: starts[at]!, length: child.offset - starts[at]! },
    text: between,
  }));
  const last = endOf(children.at(-1)!);
  const close = { span: { offset: last, length: endOf(list) - 1 - last }, text: end };
  return [...gaps, close].filter(({ span }) =>
    /^\s*$/.test(text.slice(span.offset, span.offset + span.length)),
  );
}

function endOf(node: Node): number {
  return node.offset + node.length;
}

function spanOf(node: Node): TextEdit['span'] {
  return { offset: node.offset, length: node.length };
}

/** A wildcard as the list of the actions that it covers; those that stand in the list already are not repeated. */
function openWildcard(text: string, entry: ActionEntry, catalog: Catalog): readonly Rewrite[] {
  const { node, list, written } = entry;
  const covered = /[*?]/.test(written) ? (actionsCovered(catalog, written) ?? []) : [];
  if (covered.length === 0) return [];
  const others = othersOf(entry);
  const fresh = covered.filter((name) => !others.has(name.toLowerCase()));
  const later = laterWords(entry, 'fewer');
  const what = covered.length === 1 ? 'the action it covers' : `the ${covered.length} actions it covers`;
  const title = `Replace ${code(written)} by ${what} (${later})`;
  if (fresh.length === 0) return [{ title, edits: [remove(node)] }];
  const layout = layoutOf(text, entry);
  const entries = fresh.map((name) => JSON.stringify(name)).join(`,${layout.between}`);
  if (list) return [{ title, edits: [...spread(text, list, layout), { span: spanOf(node), text: entries }] }];
  if (fresh.length === 1) return [{ title, edits: [{ span: spanOf(node), text: entries }] }];
  const start = layout.end === '' ? '' : layout.between;
  return [{ title, edits: [{ span: spanOf(node), text: `[${start}${entries}${layout.end}]` }] }];
}

/** `s3:*`, `s3:Get*`, `s3:GetBucket*`: the wildcards that cover an action, by its words, the widest first. */
function wildcardsOver(prefix: string, name: string): readonly string[] {
  const words = name.match(/[A-Z]+[^A-Z]*|[^A-Z]+/g) ?? [];
  return words.map((_, count) => `${prefix}:${words.slice(0, count).join('')}*`);
}

/** Actions of a list as one wildcard, where the list has all that the wildcard covers. */
function closeToWildcard(entry: ActionEntry, catalog: Catalog): readonly Rewrite[] {
  const { list, written } = entry;
  const parts = splitAction(written);
  const known = parts && catalog.actions(parts.prefix)?.get(parts.name.toLowerCase());
  if (!list || !known) return [];
  const listed = new Set([...othersOf(entry), written.toLowerCase()]);
  for (const wildcard of wildcardsOver(parts.prefix.toLowerCase(), known.name)) {
    const covered = new Set(actionsCovered(catalog, wildcard)?.map((name) => name.toLowerCase()));
    if (covered.size < 2 || ![...covered].every((name) => listed.has(name))) continue;
    const children = list.children ?? [];
    const replaced = children.filter(({ value }) => covered.has(String(value).toLowerCase()));
    const edits = replaced.map((child, at): TextEdit => {
      if (at === 0) return { span: spanOf(child), text: JSON.stringify(wildcard) };
      const start = endOf(children[children.indexOf(child) - 1]!);
      return { span: { offset: start, length: endOf(child) - start }, text: '' };
    });
    const later = laterWords(entry, 'more');
    return [{ title: `Write ${code(wildcard)} for these ${covered.size} actions (${later})`, edits }];
  }
  return [];
}

/** What the action at an offset can be rewritten to; nothing where its service is not known. */
export function rewritesAt(text: string, offset: number, catalog: Catalog | undefined): readonly Rewrite[] {
  const entry = actionEntryAt(text, offset);
  if (!entry || !catalog) return [];
  return [...openWildcard(text, entry, catalog), ...closeToWildcard(entry, catalog)];
}
