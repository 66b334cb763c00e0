import { useRef, useState, type ReactElement } from 'react';
import { playOrder, type Played, type Seen } from '../../../lessons/order';
import type { KeyWorld, Lifetimes, Order } from '../../../lessons/types';
import { Icon } from '../../../ui/Icon';
import { Prose } from '../Prose';

/** Moves to put in order; playing them shows where they break. */
export function OrderPart({
  order,
  onDone,
}: {
  readonly order: Order;
  readonly onDone: () => void;
}): ReactElement {
  const [moves, setMoves] = useState(() => order.moves.map(({ id }) => id));
  const [played, setPlayed] = useState<Played>();
  const [hints, setHints] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const move = (from: number, step: -1 | 1): void => {
    const to = from + step;
    if (to < 0 || to >= moves.length) return;
    const next = [...moves];
    [next[from], next[to]] = [next[to]!, next[from]!];
    setMoves(next);
    setPlayed(undefined);
    // The focus goes with the move, so that it can be moved on.
    requestAnimationFrame(() =>
      list.current?.children[to]?.querySelector<HTMLElement>(step < 0 ? '.learn-up' : '.learn-down')?.focus(),
    );
  };
  const { world } = order;
  return (
    <div className="learn-first">
      <h2>
        <Prose text={order.question} />
      </h2>
      {world.kind === 'keys' && <Rules world={world} />}
      <ol className="learn-moves" ref={list}>
        {moves.map((id, index) => {
          const { text, command } = order.moves.find((one) => one.id === id)!;
          return (
            <li key={id} data-broke={played?.at === id}>
              <span className="grow">
                <Prose text={text} />
                {command !== undefined && <code className="learn-command">{command}</code>}
              </span>
              <button
                className="btn sm icon learn-up"
                aria-label={`Earlier: ${text}`}
                aria-disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                <Icon name="up" />
              </button>
              <button
                className="btn sm icon learn-down"
                aria-label={`Later: ${text}`}
                aria-disabled={index === moves.length - 1}
                onClick={() => move(index, 1)}
              >
                <Icon name="down" />
              </button>
            </li>
          );
        })}
      </ol>
      <div role="status">
        {played && (
          <p>
            <Prose text={order.say[played.word] ?? ''} />
          </p>
        )}
      </div>
      {played && world.kind === 'keys' && <Trail world={world} order={order} trail={played.trail} />}
      {played?.right && world.kind === 'lifetimes' && <Ends world={world} order={order} />}
      {order.hints?.slice(0, hints).map((hint) => (
        <p key={hint} className="dim">
          <Prose text={hint} />
        </p>
      ))}
      <div className="learn-row">
        {played?.right ? (
          <button className="btn main" onClick={onDone}>
            On to the question
          </button>
        ) : (
          <button className="btn main" onClick={() => setPlayed(playOrder(order, moves))}>
            Play it
          </button>
        )}
        {!played?.right && order.hints && hints < order.hints.length && (
          <button className="link" onClick={() => setHints(hints + 1)}>
            A hint
          </button>
        )}
        {!played?.right && (
          <button
            className="link"
            onClick={() => {
              const right =
                order.right.length > 0 && order.world.kind === 'keys' ? order.right[0]! : order.right.flat();
              setMoves([...right]);
              setPlayed(playOrder(order, right));
            }}
          >
            Just show me
          </button>
        )}
      </div>
    </div>
  );
}

function Rules({ world }: { readonly world: KeyWorld }): ReactElement {
  return (
    <details className="learn-sibling">
      <summary>The rules of this small world</summary>
      <ul className="learn-bullets">
        {world.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </details>
  );
}

/** Move by move: which call went through. */
function Trail({
  world,
  order,
  trail,
}: {
  readonly world: KeyWorld;
  readonly order: Order;
  readonly trail: readonly Seen[];
}): ReactElement | null {
  if (trail.length === 0) return null;
  return (
    <div className="learn-scroll" tabIndex={0} role="region" aria-label="Calls after each move">
      <table className="learn-trail">
        <thead>
          <tr>
            <th>After</th>
            {world.clients.map(({ id, name }) => (
              <th key={id}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trail.map(({ move, calls }) => (
            <tr key={move}>
              <th scope="row">{order.moves.find(({ id }) => id === move)?.text}</th>
              {world.clients.map(({ id }) => (
                <td key={id} data-fails={calls[id] === false}>
                  {calls[id] === false ? 'fails' : 'works'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** When each credential ends, as bars on one line of time. */
function Ends({ world, order }: { readonly world: Lifetimes; readonly order: Order }): ReactElement {
  const from = Date.parse(world.start);
  const span = Date.parse(world.showUntil) - from;
  return (
    <ul className="learn-ends">
      {world.credentials.map(({ move, ends, shows }) => {
        const share = ends === null ? 1 : Math.min(1, (Date.parse(ends) - from) / span);
        return (
          <li key={move}>
            <span>{order.moves.find(({ id }) => id === move)?.text}</span>
            <span className="learn-bar" style={{ width: `${Math.max(1, share * 70)}%` }} aria-hidden="true" />
            <b>{shows}</b>
          </li>
        );
      })}
    </ul>
  );
}
