/** Does memory stay flat over many evaluations? */
import { evaluate } from '../src/engine/evaluate';
import { heavy, light } from './scenarios';

export interface Memory {
  readonly evaluations: number;
  /** Of the heap, after a collection, in MB: before the first half and after each half. */
  readonly start: number;
  readonly half: number;
  readonly end: number;
  /** What may be added in the second half, when everything that is kept is there. */
  readonly limit: number;
}

const ROUNDS = 100_000;
const MB = 1024 * 1024;

function heap(collect: () => void): number {
  collect();
  return process.memoryUsage().heapUsed / MB;
}

/** A new request each time; every hundredth time the policies are new too, as text, as after an edit. */
function run(from: number, to: number): void {
  const small = light();
  const large = heavy();
  for (let round = from; round < to; round += 1) {
    const scenario = round % 10 === 0 ? large : small;
    const { request, policies } = scenario;
    const asked = { ...scenario, request: { ...request, resource: `${request.resource}.${round}` } };
    if (round % 100 !== 0) {
      evaluate(asked);
      continue;
    }
    const text = JSON.stringify({
      Statement: [{ Sid: `R${round}`, Effect: 'Allow', Action: 's3:*', Resource: '*' }],
    });
    evaluate({ ...asked, policies: { ...policies, identity: [{ name: 'Edited', text }] } });
  }
}

/** `collect` runs the garbage collector: without it a measurement says nothing. */
export function measureMemory(collect: () => void): Memory {
  run(0, 1000);
  const start = heap(collect);
  run(0, ROUNDS / 2);
  const half = heap(collect);
  run(ROUNDS / 2, ROUNDS);
  return { evaluations: ROUNDS, start, half, end: heap(collect), limit: 2 };
}
