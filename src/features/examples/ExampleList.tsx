import { useState, type ReactElement } from 'react';
import { TITLE_GROUPS } from '../../examples/titles';
import { useFindKey } from '../../store/browser/findKey';
import { useFilterKeys } from '../../ui/useFilterKeys';
import { openExample } from '../../store/openExample';
import './examples.css';

/** The worked cases, by group, found by any word of title or question. */
export default function ExampleList({ onOpen }: { readonly onOpen: () => void }): ReactElement {
  const [words, setWords] = useState('');
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = TITLE_GROUPS.map(({ name, titles }) => ({
    name,
    titles: titles.filter(({ title, question }) => {
      const text = `${title} ${question} ${name}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    }),
  })).filter(({ titles }) => titles.length > 0);
  const open = (id: string): void => {
    onOpen();
    void openExample(id);
  };
  const slash = useFindKey((state) => state.on);
  const { filter, list, onFilterKey, onListKey } = useFilterKeys(slash, () => {
    const first = wanted.length > 0 ? found[0]?.titles[0] : undefined;
    if (first) open(first.id);
    return first !== undefined;
  });
  return (
    <>
      <input
        className="input sans"
        type="search"
        aria-label="Search the examples"
        placeholder="Search: boundary, MFA, KMS, endpoint…"
        value={words}
        autoFocus
        ref={filter}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={onFilterKey}
      />
      {/* The rows inside are buttons; the list only moves the focus between them. */}
      <div className="example-list" ref={list} role="group" aria-label="Examples" onKeyDown={onListKey}>
        {found.length === 0 && <p className="dim">No example has all of these words.</p>}
        {found.map(({ name, titles }) => (
          <section key={name} aria-label={name}>
            <h3>{name}</h3>
            <ul>
              {titles.map(({ id, title, question }) => (
                <li key={id}>
                  <button className="example" data-row onClick={() => open(id)}>
                    <b>{title}</b>
                    <span className="dim">{question}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
