/** Resources of one kind, with a number and an example of them. */
import { classesOf } from './automaton/joint';
import { shortest } from './automaton/joint';
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

/** A short text of a kind of resources. */
function textOf(domain: Domain): string {
  if (!domain.except) {
    const texts = domain.within.patterns.map(shortest).filter((text) => text !== undefined);
    const [first, ...more] = texts;
    if (first !== undefined)
      return more.reduce((best, text) => (text.length < best.length ? text : best), first);
  }
  return classesOf([], domain, { cap: MOST_STATES }).classes[0]?.text ?? '*';
}

export function resourcesOf(domain: Domain): Resources {
  let example: string | undefined;
  made += 1;
  return {
    id: made,
    domain,
    example: () => {
      example ??= readable(textOf(domain));
      return example;
    },
  };
}
