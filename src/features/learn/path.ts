/** Where in Learn one is, as it stands in the address behind `#/learn/`. */

/** Steps of a lesson, in order. */
export const PHASES = ['predict', 'see', 'repair', 'done'] as const;
export type Phase = (typeof PHASES)[number];

export type LearnPath =
  | { readonly kind: 'list' }
  | { readonly kind: 'entry' }
  | { readonly kind: 'exit' }
  | { readonly kind: 'again' }
  | { readonly kind: 'make' }
  | { readonly kind: 'lesson'; readonly id: string; readonly phase: Phase };

const PAGES: Readonly<Record<string, LearnPath>> = {
  test: { kind: 'entry' },
  exit: { kind: 'exit' },
  again: { kind: 'again' },
  make: { kind: 'make' },
};

/** An unknown step of a lesson is its beginning; an unknown lesson is found out when it is opened. */
export function readLearnPath(path: string): LearnPath {
  const [first = '', second] = path.split('/').filter((part) => part !== '');
  if (first === '') return { kind: 'list' };
  const page = Object.hasOwn(PAGES, first) ? PAGES[first] : undefined;
  if (page) return page;
  return { kind: 'lesson', id: first, phase: PHASES.find((phase) => phase === second) ?? 'predict' };
}

export function lessonPath(id: string, phase: Phase = 'predict'): string {
  return phase === 'predict' ? id : `${id}/${phase}`;
}
