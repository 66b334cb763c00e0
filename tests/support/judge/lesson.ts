/** What a learner would be told of a lesson's puzzle. */
import { createCatalog } from '../../../src/catalog/service-reference';
import type { Catalog } from '../../../src/catalog/service-reference';
import { LESSONS } from '../../../src/lessons/all';
import { judgeEdits } from '../../../src/lessons/judge';
import type { Edit } from '../../../src/lessons/types';
import { loadParts } from '../catalog';

let catalog: Catalog | undefined;

/** The whole service reference: reading it takes a while, and most lessons do without. */
function wholeCatalog(): Catalog {
  catalog ??= createCatalog(loadParts());
  return catalog;
}

const NEEDS_CATALOG: readonly string[] = ['noFindings', 'opensNoMoreThan'];

/**
 * A learner's edits of a lesson's puzzle: the name of the first test or the kind of the first limit that fails, or
 * `locked: PLACE`, `unreadable: PLACE`; undefined where the puzzle is solved.
 * @throws for an id that is no lesson's, and for a lesson without a puzzle
 */
export function judgeLesson(id: string, edits: readonly Edit[]): string | undefined {
  const lesson = LESSONS.find((one) => one.id === id);
  if (lesson?.repair === undefined) throw new Error(`There is no puzzle of the lesson \`${id}\`.`);
  const { scenario, repair } = lesson;
  const needed = repair.constraints.some(({ kind }) => NEEDS_CATALOG.includes(kind));
  return judgeEdits({ scenario, repair }, edits, { catalog: needed ? wholeCatalog() : undefined });
}
