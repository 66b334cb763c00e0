/** The values that an element lists, with their places in the text. */
import type { Scenario } from '../../case/scenario';
import type { ElementTrace, StatementTrace } from '../../engine/evaluation';
import { entriesAt } from '../../language/spans';
import { lineOf, textAt } from '../source';
import type { Listed } from './attempts';

/** The strings at an element's place, those of an object's lists too (`Principal`); none where it can't be read. */
export function listedOf(
  scenario: Scenario,
  statement: StatementTrace,
  element: ElementTrace,
): readonly Listed[] {
  const text = textAt(scenario, statement.address);
  if (text === undefined) return [];
  return entriesAt(text, element.path).map(({ value, path }) => ({
    written: value,
    path,
    line: lineOf(text, path),
  }));
}
