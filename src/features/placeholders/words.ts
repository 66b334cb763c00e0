/** Which statements hang on placeholders, in a sentence. */
import { occurrencesOf, type Occurrence } from '../../case/placeholders';
import type { Scenario } from '../../case/scenario';

/** More are counted, not listed. */
const NAMED = 2;

export function hangsWords(scenario: Scenario, open: readonly string[]): string {
  const all = Object.keys(scenario.placeholders ?? {}).length;
  if (open.length === 0)
    return all === 1
      ? 'A reference of the policies stands for a value that you gave.'
      : `${all} references of the policies stand for values that you gave.`;
  const names = open.slice(0, NAMED).map((name) => `\`${name}\``);
  const more = open.length - names.length;
  const of = `${names.join(' and ')}${more > 0 ? ` and ${more} more` : ''}`;
  const there = statementsOf(occurrencesOf(scenario, open));
  const shown = there.slice(0, NAMED).join(' and ');
  const others = there.length > NAMED ? ` and ${there.length - NAMED} more` : '';
  if (there.length === 0) return `What ${of} ${open.length === 1 ? 'stands' : 'stand'} for is not given.`;
  return `${shown}${others} ${there.length === 1 ? 'depends' : 'depend'} on ${of}, whose ${open.length === 1 ? 'value is' : 'values are'} not given.`;
}

/** Each statement once, by its name or number. */
export function statementsOf(occurrences: readonly Occurrence[]): readonly string[] {
  return [...new Set(occurrences.map(statementWords))];
}

function statementWords({ policy, statement, sid }: Occurrence): string {
  return sid === undefined || sid === ''
    ? `Statement ${statement + 1} of ${policy}`
    : `Statement \`${sid}\` of ${policy}`;
}
