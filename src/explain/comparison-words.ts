/** What a comparison says, in words. */
import type { AccessGroup, Comparison } from '../reasoning/comparison';
import type { Reason } from '../reasoning/reasons';
import { shortResource } from './short-resource';

export interface ComparisonWords {
  /** The part that carries the colour. */
  readonly lead: string;
  readonly rest: string;
  readonly tone: 'warn' | 'plain' | 'unknown';
}

const countOf = (groups: readonly AccessGroup[]): number =>
  new Set(groups.flatMap(({ actions }) => actions)).size;
const actionsWord = (count: number): string =>
  count === 1 ? '1 action' : `${count.toLocaleString('en')} actions`;

function forExample({ witness }: AccessGroup): string {
  return `\`${witness.action}\` on \`${shortResource(witness.resource)}\``;
}

/** The headline: what B is to A. Code stands between backticks. */
export function comparisonWords(comparison: Comparison): ComparisonWords {
  const { relation, anyName, gained, lost } = comparison;
  switch (relation) {
    case 'equal':
      if (anyName === 'equal' || comparison.considered.tiers.length === 1)
        return {
          lead: 'A and B allow the same.',
          rest: 'Only the words differ, if anything does.',
          tone: 'plain',
        };
      return {
        lead: 'A and B allow the same of all that AWS has today.',
        rest: 'They differ for names that it does not have yet.',
        tone: 'plain',
      };
    case 'narrower':
      return {
        lead: 'B allows nothing that A did not.',
        rest: `${actionsWord(countOf(lost))} are gone or left on less, for example ${forExample(lost[0]!)}.`.replace(
          '1 action are',
          '1 action is',
        ),
        tone: 'plain',
      };
    case 'wider':
      return { lead: 'B allows more,', rest: `for example ${forExample(gained[0]!)}.`, tone: 'warn' };
    case 'incomparable':
      return {
        lead: 'B allows more, and less.',
        rest: `New is, for example, ${forExample(gained[0]!)}.`,
        tone: 'warn',
      };
    case 'undecided':
      if (gained.length > 0)
        return {
          lead: 'B allows more,',
          rest: `for example ${forExample(gained[0]!)}. Not all could be decided.`,
          tone: 'warn',
        };
      return {
        lead: 'It cannot be decided whether B allows more.',
        rest: comparison.undecided.map(reasonWords).join(' '),
        tone: 'unknown',
      };
  }
}

/** How many were gained and lost. */
export function comparisonCounts({ gained, lost }: Comparison): string {
  const parts = [
    ...(gained.length > 0 ? [`${actionsWord(countOf(gained))} gained`] : []),
    ...(lost.length > 0 ? [`${actionsWord(countOf(lost))} lost`] : []),
  ];
  return parts.join(', ');
}

/** Why something was not decided. */
export function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case 'variables':
      return `It depends on ${reason.keys.map((key) => `\`\${${key}}\``).join(', ')}: with none of the values tried a request differs.`;
    case 'hidden':
      return `It depends on ${reason.policy}, which cannot be read here.`;
    case 'mixed':
      return `\`${reason.key}\` is compared in several ways, as a number and as text.`;
    case 'cap':
      return reason.of === 'time'
        ? 'Stopped before all was looked at.'
        : `There are more combinations of ${reason.of} than are tried.`;
    case 'unconfirmed':
      return 'A request was found that the evaluator decides otherwise: please report this.';
  }
}
