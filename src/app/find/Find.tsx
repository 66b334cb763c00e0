import { useMemo, useState, type ReactElement } from 'react';
import { Autocomplete, Header, Input, Menu, MenuItem, MenuSection, SearchField } from 'react-aria-components';
import { FOUND } from '../../store/browser/kept';
import { useCatalog } from '../../store/catalog';
import { useVerdict, viewed } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { Frame } from '../../ui/pop/Frame';
import { actionEntries, caseEntries, readingEntries, standingEntries, type Entry } from './entries';
import { found } from './match';
import './find.css';

const REMEMBERED = 5;

function lastUsed(): readonly string[] {
  try {
    const list: unknown = JSON.parse(FOUND.text() ?? '[]');
    return Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** The box, and what answers to it. */
export default function Find({ onClose }: { readonly onClose: () => void }): ReactElement {
  const catalog = useCatalog();
  const scenario = useVerdict(viewed);
  const [text, setText] = useState('');
  const [used] = useState(lastUsed);
  const entries = useMemo(
    () => [
      ...standingEntries(),
      ...caseEntries(scenario),
      ...readingEntries(),
      ...(catalog ? actionEntries(catalog) : []),
    ],
    [scenario, catalog],
  );
  const shown = useMemo(() => found(entries, text, used), [entries, text, used]);
  const run = (id: string): void => {
    FOUND.keep(JSON.stringify([id, ...used.filter((other) => other !== id)].slice(0, REMEMBERED)));
    onClose();
    shown.find((entry) => entry.id === id)?.run();
  };
  return (
    <Frame label="Find" veil="find-veil" className="find" body="find-body" onClose={onClose}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="find-field" aria-label="Find or do" autoFocus>
          <Icon name="search" size={15} />
          <Input placeholder="An action, a policy, an example, or what to do" />
          <kbd aria-hidden="true">Esc</kbd>
        </SearchField>
        <Menu
          className="find-list"
          aria-label="What was found"
          onAction={(id) => run(String(id))}
          renderEmptyState={() => <p className="find-none">Nothing has all of these words.</p>}
        >
          {sections(shown).map(({ group, list }) => (
            <MenuSection key={group} id={group}>
              <Header className="find-group">{group}</Header>
              {list.map((entry) => (
                <MenuItem key={entry.id} id={entry.id} textValue={entry.name} className="find-row">
                  <span className="find-mark">{entry.mark}</span>
                  <span className="find-name">{entry.name}</span>
                  <span className="find-detail">{entry.detail}</span>
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Autocomplete>
      <p className="hidden-text" role="status">
        {said(text, shown.length)}
      </p>
      <div className="find-foot" aria-hidden="true">
        <span>↑ ↓ choose</span>
        <span>Enter opens</span>
        <span className="cut">
          Also finds {entries.length.toLocaleString('en')} actions, statements, examples, lessons and rules
        </span>
      </div>
    </Frame>
  );
}

/** For who doesn't see the list: how much answers to what was typed. */
function said(text: string, count: number): string {
  if (text.trim() === '') return '';
  if (count === 0) return 'Nothing found';
  return count === 1 ? '1 found' : `${count} found`;
}

/** Entries that follow one another in a group, under its name. */
function sections(
  entries: readonly Entry[],
): readonly { readonly group: string; readonly list: readonly Entry[] }[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return [...groups].map(([group, list]) => ({ group, list }));
}
