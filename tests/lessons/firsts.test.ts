import { describe, expect, it } from 'vitest';
import { evaluateCall } from '../../src/call/verdict';
import { checkPolicy } from '../../src/checks/check-policy';
import { externalAccess } from '../../src/checks/external-access';
import { evaluate } from '../../src/engine/evaluate';
import { LESSONS } from '../../src/lessons/all';
import { applyEdits } from '../../src/lessons/edits';
import { MISCONCEPTIONS } from '../../src/lessons/misconceptions';
import { playOrder } from '../../src/lessons/order';
import { itemsOf } from '../../src/lessons/pick';
import type { Order, Pick, Switches } from '../../src/lessons/types';
import { loadCatalog } from '../support/catalog';

const firsts = <Kind extends 'pick' | 'order' | 'switches'>(kind: Kind) =>
  LESSONS.flatMap(({ id, scenario, first }) =>
    first?.kind === kind
      ? [{ id, scenario, first: first as { pick: Pick; order: Order; switches: Switches }[Kind] }]
      : [],
  );

describe.each(firsts('pick'))('things to point at: $id', ({ scenario, first }) => {
  const items = itemsOf(first, scenario);
  const ids = items.map((item) => item.id);

  it('has something to say of each, and right ones among them', () => {
    expect(ids).toEqual(expect.arrayContaining([...first.right]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(first.say)));
    for (const belief of Object.values(first.belief ?? {})) expect(MISCONCEPTIONS[belief]).toBeDefined();
    if (first.then) expect(ids).toEqual(expect.arrayContaining([...first.then.right]));
  });

  it('is true of what is computed', async () => {
    for (const row of first.rows ?? []) {
      const { decision } = evaluate(row.scenario);
      expect(decision, row.id).toBe(row.expect.decision);
      expect(decision === 'Allowed', row.id).toBe(first.right.includes(row.id));
    }
    if (first.from === 'requests')
      expect(evaluateCall(scenario).failing.map(String)).toEqual([...first.right]);
    if (first.from === 'gates')
      expect([...evaluate(scenario).missing].sort()).toEqual([...first.right].sort());
    for (const [item, check] of Object.entries(first.findings ?? {})) {
      const found = checkPolicy(first.text!, 'identity', await loadCatalog());
      const lines = items.find(({ id }) => id === item)!.lines!;
      const at = found
        .filter(({ id }) => id === check)
        .map(({ span }) => first.text!.slice(0, span.offset).split('\n').length);
      expect(
        at.some((line) => line >= lines[0] && line <= lines[1]),
        `${item}: ${check} in line ${at.join()}`,
      ).toBe(true);
    }
    for (const { id, says, scenario: asked } of first.cases ?? []) {
      const { decision } = evaluate(asked);
      const word = { Allowed: 'allowed', ImplicitlyDenied: 'implicitDeny', ExplicitlyDenied: 'explicitDeny' };
      const differs = (word as Record<string, string>)[decision] !== says;
      expect(differs, id).toBe(first.right.includes(id));
    }
    if (first.outside) {
      const [organization, account] = Object.values(first.outside.zones).map((zone) =>
        Object.entries(first.outside!.policies)
          .filter(([, policy]) => externalAccess(policy, zone).some(({ who }) => who.kind !== 'service'))
          .map(([id]) => id),
      );
      expect([...organization!].sort()).toEqual([...first.right].sort());
      expect([...account!].sort()).toEqual([...first.then!.right].sort());
    }
  });

  it('points into its text', () => {
    const lines = first.text?.split('\n').length ?? 0;
    for (const { id, lines: range } of items)
      if (range) expect(range[0] >= 1 && range[0] <= range[1] && range[1] <= lines, id).toBe(true);
  });
});

/** Every order of the moves. */
function* permutations(moves: readonly string[]): Generator<readonly string[]> {
  if (moves.length <= 1) {
    yield moves;
    return;
  }
  for (const move of moves)
    for (const rest of permutations(moves.filter((other) => other !== move))) yield [move, ...rest];
}

describe.each(firsts('order'))('an order: $id', ({ first }) => {
  const all = first.moves.map(({ id }) => id);

  it('answers the orders that people try', () => {
    for (const { name, order, says } of first.wrong ?? [])
      expect(playOrder(first, order), name).toMatchObject({ right: false, word: says });
    for (const { name, order, says, at } of first.tries ?? [])
      expect(playOrder(first, order), name).toMatchObject({ right: false, word: says, at });
  });

  it('is right only where it says, and has words for every other', () => {
    const right = new Set<string>();
    for (const order of permutations(all)) {
      const played = playOrder(first, order);
      if (played.right) right.add(order.join());
      else if (first.say[played.word] === undefined) expect.fail(`nothing to say of ${played.word}`);
    }
    const meant =
      first.world.kind === 'keys'
        ? first.right.map((order) => order.join())
        : [...permutations(all)]
            .map((order) => order.join())
            .filter((order) => isGrouped(order, first.right));
    expect([...right].sort()).toEqual([...meant].sort());
  });
});

function isGrouped(order: string, groups: readonly (readonly string[])[]): boolean {
  const moves = order.split(',');
  const rank = moves.map((move) => groups.findIndex((group) => group.includes(move)));
  return rank.every((value, at) => at === 0 || rank[at - 1]! <= value);
}

describe.each(firsts('switches'))('switches: $id', ({ scenario, first }) => {
  it('come out as written', () => {
    for (const [position, { edits, decision }] of Object.entries(first.positions))
      expect(evaluate(applyEdits(scenario, edits)).decision, position).toBe(decision);
  });
});
