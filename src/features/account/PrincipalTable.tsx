import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { selectPrincipal, useAccount } from '../../store/account/account';
import { Glyph } from '../../ui/Glyph';
import type { GridLook } from '../../ui/grid/types';
import { VirtualGrid } from '../../ui/grid/VirtualGrid';
import { PHONE, TIGHT, useMediaQuery } from '../../ui/useMediaQuery';
import { CELLS } from './cells';
import { columnsFor, itemsOf, type ColumnId, type ColumnSpec, type Item, type Sorting } from './columns';
import type { Group } from './groups';

/** The principals in groups: only the lines in sight are in the page, however many there are. */
export function PrincipalTable({ groups }: { readonly groups: readonly Group[] }): ReactElement {
  const view = useAccount((state) => state.view);
  const selected = useAccount((state) => state.selected);
  const isRead = useAccount((state) => state.overview !== undefined);
  const isPhone = useMediaQuery(PHONE);
  const isTight = useMediaQuery(TIGHT);
  const room = isPhone ? 'phone' : isTight ? 'narrow' : 'wide';
  const columns = useMemo(() => columnsFor(view, room), [view, room]);
  const [sorting, setSorting] = useState<Sorting>();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const items = useMemo(() => itemsOf(groups, open, sorting), [groups, open, sorting]);
  const choose = useCallback((item: Item): void => {
    if (item.kind === 'row') selectPrincipal(item.id);
    else {
      const id = item.kind === 'more' ? item.group : item.group.id;
      setOpen((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      });
    }
  }, []);
  const look = useCallback((item: Item) => lookOf(item, columns), [columns]);
  return (
    <div className="acct-table">
      <VirtualGrid
        label="Principals"
        columns={columns}
        lines={items}
        lineHeight={isPhone ? 44 : 30}
        selected={selected}
        sorting={sorting}
        onSort={(column: ColumnId) =>
          setSorting((before) => ({ column, down: before?.column === column && !before.down }))
        }
        onChoose={choose}
        look={look}
      />
      {items.length === 0 && isRead && <p className="dim acct-none">Nothing here fits.</p>}
    </div>
  );
}

function lookOf(item: Item, columns: readonly ColumnSpec[]): GridLook {
  switch (item.kind) {
    case 'group': {
      const { name, glyph, tone, rows } = item.group;
      return {
        className: `acct-group k-${tone}`,
        ...(item.open !== undefined && { expanded: item.open }),
        cells: {
          through: (
            <>
              {glyph !== undefined && <Glyph kind={glyph} size={14} label="" />}
              <b className="cut">{name}</b>
              <span className="dim">{rows.length.toLocaleString('en')}</span>
            </>
          ),
        },
      };
    }
    case 'more':
      return {
        className: 'acct-row',
        expanded: false,
        cells: { through: <span className="link">{item.left.toLocaleString('en')} more</span> },
      };
    case 'row':
      return { className: 'acct-row', cells: columns.map(({ id }) => CELLS[id](item.row)) };
  }
}
