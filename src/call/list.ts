/** The list of a call's linked requests: adding, removing, naming, ordering. Places count as in `viewOf`, 0 is fixed. */
import { LAYERS, type LinkedRequest, type Scenario } from '../case/scenario';
import { LIMITS } from '../case/limits';
import type { SharedPart } from './belongs';
import { ownerOf, ownPart, requestCount } from './view';
import { setPart } from './write-back';

const PARTS: readonly SharedPart[] = [...LAYERS, 's3'];

/** How many more requests the call can take. */
export function roomFor(scenario: Scenario): number {
  return LIMITS.linked + 1 - requestCount(scenario);
}

/** With further requests at the end, as far as there is room. */
export function addLinked(scenario: Scenario, added: readonly LinkedRequest[]): Scenario {
  const fitting = added.slice(0, roomFor(scenario));
  return fitting.length === 0 ? scenario : { ...scenario, linked: [...(scenario.linked ?? []), ...fitting] };
}

/** The name that tells a request apart: as written, or with a number. */
export function freshLinkedName({ linked }: Scenario, wanted: string): string {
  const names = new Set((linked ?? []).map(({ name }) => name));
  if (!names.has(wanted)) return wanted;
  for (let count = 2; ; count += 1) if (!names.has(`${wanted} ${count}`)) return `${wanted} ${count}`;
}

/** One more request like the one at a place: what differs, its own layers, and the service that makes it. */
export function copyOf(scenario: Scenario, at: number): LinkedRequest {
  const found = scenario.linked?.[at - 1];
  if (found === undefined) return { name: freshLinkedName(scenario, 'Another request'), request: {} };
  // What the original has of its own is under the same policy, and seen from the copy as it is.
  const { policies: _, s3: _s3, ...rest } = found;
  return { ...rest, name: freshLinkedName(scenario, found.name) };
}

/**
 * Without a linked request. A layer of its that others are under goes to the first of them, and to each that would come
 * under the layer of somebody else instead.
 */
export function removeLinked(scenario: Scenario, at: number): Scenario {
  const { linked: before, ...rest } = scenario;
  const removed = before?.[at - 1];
  if (before === undefined || removed === undefined) return scenario;
  let linked = before.filter((_, index) => index !== at - 1);
  for (const part of PARTS) {
    const left = ownPart(removed, part);
    if (left === undefined) continue;
    for (let place = 1; place <= before.length; place += 1) {
      if (place === at || ownerOf(scenario, part, place) !== at) continue;
      const now = place < at ? place : place - 1;
      const owner = ownerOf({ ...rest, linked }, part, now);
      if (owner !== undefined && owner > 0 && ownPart(linked[owner - 1], part) === left) continue;
      linked = linked.map((one, index) => (index === now - 1 ? setPart(one, part, left) : one));
    }
  }
  return linked.length === 0 ? rest : { ...rest, linked };
}

export function renameLinked(scenario: Scenario, at: number, name: string): Scenario {
  const found = scenario.linked?.[at - 1];
  if (found === undefined || name.trim() === '' || found.name === name.trim()) return scenario;
  return {
    ...scenario,
    linked: scenario.linked!.map((one) => (one === found ? { ...one, name: name.trim() } : one)),
  };
}

/** One place earlier or later among the linked ones. */
export function moveLinked(scenario: Scenario, at: number, step: -1 | 1): Scenario {
  const linked = [...(scenario.linked ?? [])];
  const [from, to] = [at - 1, at - 1 + step];
  const [moved, other] = [linked[from], linked[to]];
  if (moved === undefined || other === undefined) return scenario;
  linked[from] = other;
  linked[to] = moved;
  return { ...scenario, linked };
}
