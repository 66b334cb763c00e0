import type { ReactElement } from 'react';
import { useSettled } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { useSwept } from './swept';
import { premiseOf } from './useSweep';

/** The row under the policies that opens every action: how many were allowed when they were last asked. */
export function ActionsRow(): ReactElement {
  const scenario = useSettled();
  const open = useVerdict((state) => state.slot === 'actions');
  const openSlot = useVerdict((state) => state.openSlot);
  const last = useSwept((state) => state.last);
  const allowed = last !== undefined && last.premise === premiseOf(scenario) ? last.allowed : undefined;
  return (
    <button
      className={open ? 'tool open' : 'tool'}
      aria-pressed={open}
      title="What else can this caller do?"
      onClick={() => openSlot(open ? undefined : 'actions')}
    >
      <Icon name="gates" size={13} />
      <span className="grow">Every action</span>
      <span className="dim">{allowed !== undefined && `${allowed.toLocaleString('en')} allowed`}</span>
    </button>
  );
}
