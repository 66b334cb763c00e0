/** Moves put in order, played in their small world. The word that comes back is a name of the order's `say`. */
import type { Deed, KeyState, KeyWorld, Order } from './types';

export interface Played {
  readonly right: boolean;
  /** What to say of it. */
  readonly word: string;
  /** The move at which it broke; of a wrong order of lifetimes, the first that stands too early. */
  readonly at: string | undefined;
  /** What was seen move by move, as far as it went. */
  readonly trail: readonly Seen[];
}

/** After a move: the keys and, by client, whether its call went through. */
export interface Seen {
  readonly move: string;
  readonly keys: Readonly<Record<string, KeyState>>;
  readonly calls: Readonly<Record<string, boolean>>;
}

/** Plays an order of all moves. Of moves that are missing or unknown nothing is played. */
export function playOrder(order: Order, moves: readonly string[]): Played {
  return order.world.kind === 'keys' ? playKeys(order, order.world, moves) : playLifetimes(order, moves);
}

/** Right where each group comes before the next; else the first two neighbours, from the top, that are the wrong way round. */
function playLifetimes({ right }: Order, moves: readonly string[]): Played {
  const rank = (move: string | undefined): number => right.findIndex((group) => group.includes(move ?? ''));
  const at = moves.findIndex((move, index) => index > 0 && rank(move) < rank(moves[index - 1]));
  if (at === -1) return { right: true, word: 'right', at: undefined, trail: [] };
  const early = moves[at - 1]!;
  return { right: false, word: `${early}>${moves[at]!}`, at: early, trail: [] };
}

interface State {
  readonly keys: Readonly<Record<string, KeyState>>;
  /** Which key each client signs with. */
  readonly uses: Readonly<Record<string, string>>;
  /** Clients that are known, or that a look has named. */
  readonly known: readonly string[];
  /** Keys that were deactivated before they were deleted. */
  readonly rested: readonly string[];
}

function playKeys(order: Order, world: KeyWorld, moves: readonly string[]): Played {
  let state: State = {
    keys: world.keys,
    uses: Object.fromEntries(world.clients.map(({ id, uses }) => [id, uses])),
    known: world.clients.filter(({ known }) => known).map(({ id }) => id),
    rested: Object.keys(world.keys).filter((key) => world.keys[key] === 'inactive'),
  };
  const trail: Seen[] = [];
  for (const id of moves) {
    const deed = order.moves.find((move) => move.id === id)?.does;
    if (deed === undefined) continue;
    const refused = refusal(state, world, deed);
    if (refused !== undefined) return { right: false, word: refused, at: id, trail };
    const before = state;
    state = after(state, world, deed);
    const calls = callsOf(state);
    trail.push({ move: id, keys: state.keys, calls });
    const broken = breakage(before, deed, calls);
    if (broken !== undefined) return { right: false, word: broken, at: id, trail };
  }
  return { right: true, word: 'done', at: undefined, trail };
}

/** Why the move can't be made. */
function refusal({ keys, uses, known }: State, world: KeyWorld, deed: Deed): string | undefined {
  switch (deed.kind) {
    case 'create':
      return Object.keys(keys).length >= world.maxKeys ? 'limit' : undefined;
    case 'switch':
      if (!known.includes(deed.client)) return 'unnamed';
      return keys[deed.to] === 'active' ? undefined : 'noKey';
    case 'look':
      return world.clients.some(({ id, known: isKnown }) => isKnown && uses[id] === deed.key)
        ? 'noise'
        : undefined;
    case 'deactivate':
    case 'delete':
      return undefined;
  }
}

function after(state: State, world: KeyWorld, deed: Deed): State {
  const { keys, uses, known, rested } = state;
  switch (deed.kind) {
    case 'create':
      return { ...state, keys: { ...keys, [deed.key]: 'active' } };
    case 'switch':
      return { ...state, uses: { ...uses, [deed.client]: deed.to } };
    case 'look':
      // All that still sign with the key stand out now.
      return {
        ...state,
        known: world.clients.map(({ id }) => id).filter((id) => known.includes(id) || uses[id] === deed.key),
      };
    case 'deactivate':
      return { ...state, keys: { ...keys, [deed.key]: 'inactive' }, rested: [...rested, deed.key] };
    case 'delete':
      return { ...state, keys: Object.fromEntries(Object.entries(keys).filter(([key]) => key !== deed.key)) };
  }
}

function callsOf({ keys, uses }: State): Readonly<Record<string, boolean>> {
  return Object.fromEntries(Object.entries(uses).map(([client, key]) => [client, keys[key] === 'active']));
}

/** What went wrong by a move that could be made. */
function breakage(before: State, deed: Deed, calls: Readonly<Record<string, boolean>>): string | undefined {
  const fails = Object.values(calls).includes(false);
  if (deed.kind === 'delete') {
    if (fails) return 'failsGone';
    return before.rested.includes(deed.key) ? undefined : 'straight';
  }
  return fails ? 'failsOff' : undefined;
}
