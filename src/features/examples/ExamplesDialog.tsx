import { useState, type ReactElement } from 'react';
import { Modal } from '../../ui/Modal';
import { EXAMPLE_GROUPS, EXAMPLE_TITLES } from '../../examples/titles';
import { useVerdict } from '../../store/store';
import { openExample } from './openExample';
import './examples.css';

/** The worked cases, by group, found by any word of title or question. */
export function ExamplesDialog(): ReactElement | null {
  const isOpen = useVerdict((state) => state.dialog === 'examples');
  const show = useVerdict((state) => state.show);
  if (!isOpen) return null;
  return (
    <Modal title="Examples" onClose={() => show(undefined)}>
      <ExampleList onOpen={() => show(undefined)} />
    </Modal>
  );
}

function ExampleList({ onOpen }: { readonly onOpen: () => void }): ReactElement {
  const [words, setWords] = useState('');
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = EXAMPLE_TITLES.filter(({ title, question, group }) => {
    const text = `${title} ${question} ${group}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
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
        onChange={({ target }) => setWords(target.value)}
      />
      <div className="example-list">
        {found.length === 0 && <p className="dim">No example has all of these words.</p>}
        {EXAMPLE_GROUPS.filter((group) => found.some((entry) => entry.group === group)).map((group) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <ul>
              {found
                .filter((entry) => entry.group === group)
                .map(({ id, title, question }) => (
                  <li key={id}>
                    <button
                      className="example"
                      onClick={() => {
                        onOpen();
                        void openExample(id);
                      }}
                    >
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
