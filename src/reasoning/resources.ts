/** Resources of one kind, with a number and an example of them. */
import { classesOf } from './automaton/joint';
import type { Domain } from './automaton/joint';
import { readable } from './witness';

export interface Resources {
  /** Different kinds have different numbers. */
  readonly id: number;
  readonly domain: Domain;
  /** One of them, worked out once. */
  readonly example: () => string;
}

let made = 0;

const MOST_STATES = 2000;

export function resourcesOf(domain: Domain): Resources {
  let example: string | undefined;
  made += 1;
  return {
    id: made,
    domain,
    example: () => {
      example ??= readable(classesOf([], domain, { cap: MOST_STATES }).classes[0]?.text ?? '*');
      return example;
    },
  };
}
