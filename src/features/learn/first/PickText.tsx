import type { ReactElement } from 'react';
import type { Scenario } from '../../../case/scenario';
import { itemsOf, markOf } from '../../../lessons/pick';
import type { Item, Pick } from '../../../lessons/types';
import { toggle, usePicking } from './picking';

/** The text to point into, with what may be pointed at marked at its edge. */
export function PickText({
  pick,
  scenario,
}: {
  readonly pick: Pick;
  readonly scenario: Scenario;
}): ReactElement | null {
  const { chosen, shown, second } = usePicking();
  const { text, beside } = pick;
  if (text === undefined) return null;
  const right = second && pick.then ? pick.then.right : pick.right;
  const items = itemsOf(pick, scenario);
  const isTable = pick.from === 'rows' && text.includes(',');
  return (
    <div className="learn-pick" data-two={beside !== undefined}>
      <section className="panel" aria-label="Text to point into">
        <div className="body" tabIndex={0}>
          {isTable ? (
            <Table text={text} items={items} chosen={chosen} />
          ) : (
            <ol className="learn-lines">
              {text.split('\n').map((line, index) => {
                const item = itemAt(items, index + 1);
                const isFirst = item?.lines?.[0] === index + 1;
                return (
                  <li
                    key={index}
                    data-item={item !== undefined}
                    data-on={item && chosen.includes(item.id)}
                    data-mark={item && shown ? markOf(item.id, right, chosen) : undefined}
                    data-first={isFirst}
                  >
                    <span aria-hidden="true">{index + 1}</span>
                    {/* The list in the lesson is the form for the keyboard: here the pointer may take the same. */}
                    <code onClick={item ? () => toggle(item.id) : undefined}>{line === '' ? ' ' : line}</code>
                  </li>
                );
              })}
            </ol>
          )}
        </div>
      </section>
      {beside && (
        <section className="panel" aria-label={beside.name}>
          <div className="head">
            <h2>{beside.name}</h2>
          </div>
          <div className="body" tabIndex={0}>
            <pre className="learn-beside">{beside.text}</pre>
          </div>
        </section>
      )}
    </div>
  );
}

function itemAt(items: readonly Item[], line: number): Item | undefined {
  return items.find(({ lines }) => lines !== undefined && lines[0] <= line && line <= lines[1]);
}

/** Comma-separated values as a table: no value of these texts holds a comma. */
function Table({
  text,
  items,
  chosen,
}: {
  readonly text: string;
  readonly items: readonly Item[];
  readonly chosen: readonly string[];
}): ReactElement {
  const [head = [], ...rows] = text.split('\n').map((line) => line.split(','));
  return (
    <table className="learn-table">
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name}>{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const item = itemAt(items, index + 2);
          return (
            <tr
              key={index}
              data-on={item && chosen.includes(item.id)}
              onClick={item ? () => toggle(item.id) : undefined}
            >
              {row.map((value, at) => (
                <td key={at}>{value}</td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
