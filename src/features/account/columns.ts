/** The columns of the table, and how its rows are put in order. */
import { nextWords, stepOf } from '../../audit/credentials/words';
import type { AccountView } from '../../store/account/account';
import type { GridColumn } from '../../ui/grid/types';
import { findingsOf, type Group, type Row } from './groups';

export type ColumnId =
  | 'principal'
  | 'decided'
  | 'lastUsed'
  | 'admin'
  | 'outside'
  | 'boundary'
  | 'findings'
  | 'password'
  | 'key1'
  | 'key2'
  | 'rotation'
  | 'next';

export type ColumnSpec = GridColumn<ColumnId>;

const PRINCIPAL: ColumnSpec = { id: 'principal', name: 'Principal', width: '2.2fr', minWidth: 150 };
const ADMIN: ColumnSpec = { id: 'admin', name: 'Administrator', width: '1.8fr', minWidth: 150 };

const OF_PRINCIPALS: readonly ColumnSpec[] = [
  PRINCIPAL,
  { id: 'decided', name: 'Decided by', width: '1.8fr', minWidth: 140 },
  { id: 'lastUsed', name: 'Last used', width: 96, minWidth: 96 },
  ADMIN,
  { id: 'outside', name: 'Trusted from outside', width: '1.5fr', minWidth: 120 },
  { id: 'boundary', name: 'Boundary', width: '1.2fr', minWidth: 90 },
  { id: 'findings', name: 'Findings', width: 78, minWidth: 78 },
];

const OF_KEYS: readonly ColumnSpec[] = [
  { ...PRINCIPAL, name: 'User' },
  { id: 'password', name: 'Password', width: '1.4fr', minWidth: 110 },
  { id: 'key1', name: 'Key 1', width: '1.7fr', minWidth: 120 },
  { id: 'key2', name: 'Key 2', width: '1.7fr', minWidth: 120 },
  { id: 'rotation', name: 'Rotation', width: 104, minWidth: 104 },
  { id: 'next', name: 'Next', width: '1.6fr', minWidth: 140 },
];

/** How much room the table has: all columns, those that the column of the chosen principal does not tell, or two. */
export type TableRoom = 'wide' | 'narrow' | 'phone';

const TOLD_BESIDE: ReadonlySet<ColumnId> = new Set(['outside', 'boundary']);

export function columnsFor(view: AccountView, room: TableRoom): readonly ColumnSpec[] {
  if (view === 'findings')
    return room === 'phone' ? [OF_KEYS[0]!, { ...OF_KEYS.at(-1)!, width: '2fr' }] : OF_KEYS;
  if (room === 'phone') return [PRINCIPAL, { ...ADMIN, width: '1.4fr', minWidth: 120 }];
  // Whom a role trusts is the answer to this question.
  const hidden = (id: ColumnId): boolean => TOLD_BESIDE.has(id) && !(view === 'outside' && id === 'outside');
  return room === 'wide' ? OF_PRINCIPALS : OF_PRINCIPALS.filter(({ id }) => !hidden(id));
}

export interface Sorting {
  readonly column: ColumnId;
  readonly down: boolean;
}

/** What a column is put in order by: text without regard to case, and nothing last. */
function keyOf({ facts, decided, admin }: Row, column: ColumnId): string | number {
  switch (column) {
    case 'principal':
      return facts.name.toLowerCase();
    case 'decided':
      return decided.toLowerCase();
    case 'lastUsed':
      return facts.lastUsed ?? '';
    case 'admin':
      return admin.toLowerCase();
    case 'outside':
      return facts.outside.map(({ who }) => who).join();
    case 'boundary':
      return (facts.boundary ?? '').toLowerCase();
    case 'findings':
      return findingsOf(facts);
    case 'password':
      return facts.row?.passwordLastUsed ?? '';
    case 'key1':
      return facts.row?.keys[0]?.made ?? '';
    case 'key2':
      return facts.row?.keys[1]?.made ?? '';
    case 'rotation':
      return (facts.rotation && stepOf(facts.rotation)) ?? '';
    case 'next':
      return facts.rotation === undefined ? '' : nextWords(facts.rotation);
  }
}

export function sorted(rows: readonly Row[], { column, down }: Sorting): readonly Row[] {
  const keyed = rows.map((row) => [keyOf(row, column), row] as const);
  keyed.sort(([one], [other]) => {
    if (one === other) return 0;
    if (one === '') return 1;
    if (other === '') return -1;
    return (one < other ? -1 : 1) * (down ? -1 : 1);
  });
  return keyed.map(([, row]) => row);
}

/** A line of the table: the name of a group, a principal, or the rest of a group that is folded. */
export type Item =
  /** `open`: whether all of it is there; undefined where there is nothing to fold. */
  | { readonly kind: 'group'; readonly id: string; readonly group: Group; readonly open?: boolean }
  | { readonly kind: 'row'; readonly id: string; readonly row: Row }
  | { readonly kind: 'more'; readonly id: string; readonly group: string; readonly left: number };

/** So many of a group stand there before it is opened. */
const FIRST = 5;

const items = new WeakMap<Row, Item>();

/** The same object for the same row. */
function itemOf(row: Row): Item {
  let item = items.get(row);
  if (item === undefined) {
    item = { kind: 'row', id: row.facts.arn, row };
    items.set(row, item);
  }
  return item;
}

export function itemsOf(
  groups: readonly Group[],
  open: ReadonlySet<string>,
  sorting: Sorting | undefined,
): readonly Item[] {
  return groups.flatMap((group): readonly Item[] => {
    const rows = sorting === undefined ? group.rows : sorted(group.rows, sorting);
    // A single row behind "1 more" takes as much room as the words.
    const shown = open.has(group.id) || rows.length <= FIRST + 1 ? rows : rows.slice(0, FIRST);
    const left = rows.length - shown.length;
    return [
      { kind: 'group', id: `group ${group.id}`, group, ...(rows.length > FIRST + 1 && { open: left === 0 }) },
      ...shown.map(itemOf),
      ...(left > 0 ? [{ kind: 'more' as const, id: `more ${group.id}`, group: group.id, left }] : []),
    ];
  });
}
