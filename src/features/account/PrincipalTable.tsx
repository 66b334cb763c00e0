import { useDeferredValue, useMemo, useState, type ReactElement } from 'react';
import {
  Cell,
  Column,
  Row as TableRow,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
  type Selection,
} from 'react-aria-components';
import { selectPrincipal, useAccount } from '../../store/account/account';
import { Glyph } from '../../ui/Glyph';
import { Icon } from '../../ui/Icon';
import { PHONE, useMediaQuery } from '../../ui/useMediaQuery';
import { CELLS } from './cells';
import { columnsFor, itemsOf, type ColumnId, type ColumnSpec, type Item, type Sorting } from './columns';
import type { Group } from './groups';
import { useGrowingLines } from './useGrowingLines';

/** The principals in groups: only the lines in sight are in the page, however many there are. */
export function PrincipalTable({ groups }: { readonly groups: readonly Group[] }): ReactElement {
  const view = useAccount((state) => state.view);
  const selected = useAccount((state) => state.selected);
  const isPhone = useMediaQuery(PHONE);
  const columns = useMemo(() => columnsFor(view, isPhone), [view, isPhone]);
  const [sorting, setSorting] = useState<Sorting>();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const shown = useDeferredValue(groups);
  const all = useMemo(() => itemsOf(shown, open, sorting), [shown, open, sorting]);
  const items = useGrowingLines(all);
  const choose = (keys: Selection): void => {
    const [key] = keys === 'all' ? [] : [...keys];
    if (typeof key !== 'string') return;
    if (key.startsWith('more ')) setOpen(new Set([...open, key.slice('more '.length)]));
    else if (key.startsWith('group ')) toggle(key.slice('group '.length));
    else selectPrincipal(key);
  };
  const toggle = (id: string): void => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  return (
    <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: isPhone ? 52 : 30, headingHeight: 26 }}>
      <Table
        aria-label="Principals"
        className="acct-table"
        selectionMode="single"
        selectionBehavior="toggle"
        disallowEmptySelection
        selectedKeys={selected === undefined ? [] : [selected]}
        onSelectionChange={choose}
        {...(sorting !== undefined && {
          sortDescriptor: {
            column: sorting.column,
            direction: sorting.down ? ('descending' as const) : ('ascending' as const),
          },
        })}
        onSortChange={({ column, direction }) =>
          setSorting({ column: column as ColumnId, down: direction === 'descending' })
        }
      >
        <TableHeader columns={columns} className="acct-header">
          {(column) => <Heading column={column} />}
        </TableHeader>
        <TableBody
          items={items}
          dependencies={[columns]}
          renderEmptyState={() => <p className="dim acct-none">Nothing here fits.</p>}
        >
          {(item) => lineOf(item, columns)}
        </TableBody>
      </Table>
    </Virtualizer>
  );
}

function Heading({ column: { id, name, width, minWidth } }: { readonly column: ColumnSpec }): ReactElement {
  return (
    <Column
      id={id}
      isRowHeader={id === 'principal'}
      allowsSorting
      width={width}
      minWidth={minWidth}
      className="acct-heading"
      textValue={name}
    >
      {({ sortDirection }) => (
        <>
          <span className="cut">{name}</span>
          {sortDirection !== undefined && (
            <Icon name={sortDirection === 'ascending' ? 'up' : 'down'} size={10} />
          )}
        </>
      )}
    </Column>
  );
}

/** The collection wants rows themselves, not a component around them. */
function lineOf(item: Item, columns: readonly ColumnSpec[]): ReactElement {
  switch (item.kind) {
    case 'group': {
      const { name, glyph, tone, rows } = item.group;
      return (
        <TableRow id={item.id} textValue={name} className={`acct-group k-${tone}`}>
          <Cell colSpan={columns.length} className="acct-cell">
            {glyph !== undefined && <Glyph kind={glyph} size={14} label="" />}
            <b className="cut">{name}</b>
            <span className="dim">{rows.length.toLocaleString('en')}</span>
          </Cell>
        </TableRow>
      );
    }
    case 'more':
      return (
        <TableRow id={item.id} textValue={`${item.left} more`} className="acct-row">
          <Cell colSpan={columns.length} className="acct-cell">
            <span className="link">{item.left.toLocaleString('en')} more</span>
          </Cell>
        </TableRow>
      );
    case 'row':
      return (
        <TableRow id={item.id} textValue={item.row.facts.name} className="acct-row" columns={columns}>
          {(column) => <Cell className="acct-cell">{CELLS[column.id](item.row)}</Cell>}
        </TableRow>
      );
  }
}
