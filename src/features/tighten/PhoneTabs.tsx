import type { KeyboardEvent, ReactElement } from 'react';
import { numberWord } from './words';

export type Tab = 'used' | 'before' | 'after' | 'warnings';

const TABS: readonly (readonly [Tab, string])[] = [
  ['used', 'Used'],
  ['before', 'Before'],
  ['after', 'After'],
  ['warnings', 'Can’t tell'],
];

interface PhoneTabsProps {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly counts: Partial<Record<Tab, number>>;
}

/** The parts of the place one at a time, where there is no room for them side by side. Arrow keys go from one to the next. */
export function PhoneTabs({ tab, onTab, counts }: PhoneTabsProps): ReactElement {
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = TABS.findIndex(([id]) => id === tab);
    const next = (at + step + TABS.length) % TABS.length;
    onTab(TABS[next]![0]);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className="tg-tabs" role="tablist" aria-label="Parts of Tighten" onKeyDown={move}>
      {TABS.map(([id, word]) => (
        <button
          key={id}
          role="tab"
          aria-selected={tab === id}
          aria-controls={`tg-${id}`}
          tabIndex={tab === id ? 0 : -1}
          onClick={() => onTab(id)}
        >
          {word} {counts[id] === undefined ? null : <span>{numberWord(counts[id])}</span>}
        </button>
      ))}
    </div>
  );
}
