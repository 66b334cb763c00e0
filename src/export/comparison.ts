/** A comparison as Markdown, for the description of a pull request. */
import type { AccessGroup, Comparison } from '../reasoning/comparison';
import { comparisonCounts, comparisonWords, reasonWords } from '../explain/comparison-words';

/** A table shows so many rows. */
const MOST_ROWS = 60;
const MOST_NAMED = 4;

/** A pipe would end the cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function named(actions: readonly string[]): string {
  const shown = actions.slice(0, MOST_NAMED).map((action) => `\`${action}\``);
  const more = actions.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

function because({ because: refs }: AccessGroup): string {
  return refs.map(({ policy, statement, sid }) => `${policy}, ${sid ?? `statement ${statement}`}`).join('; ');
}

function table(title: string, groups: readonly AccessGroup[]): readonly string[] {
  if (groups.length === 0) return [];
  const rows = groups.slice(0, MOST_ROWS).map((group) => {
    const { actions, resource, accessLevel, witness } = group;
    const on = resource.map((one) => `\`${one}\``).join(', ');
    return `| ${[named(actions), on, accessLevel, `\`${witness.action}\` on \`${witness.resource}\``, because(group)].map(cell).join(' | ')} |`;
  });
  const left = groups.length - rows.length;
  return [
    '',
    `### ${title}`,
    '',
    '| Actions | On | Level | For example | By |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    ...(left > 0 ? ['', `${left} further rows are left out.`] : []),
  ];
}

/** The comparison of B with A: the sentence, what is gained and lost, and how it was decided. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { lead, rest } = comparisonWords(comparison);
  const { considered, undecided, gained, lost } = comparison;
  const counts = comparisonCounts(comparison);
  const lines = [
    `**${lead}** ${rest}`,
    ...(counts === '' ? [] : ['', `${counts}.`]),
    ...table('Only B allows', gained),
    ...table('Only A allows', lost),
    ...(undecided.length > 0
      ? ['', '### Not decided', '', ...undecided.map((one) => `- ${reasonWords(one)}`)]
      : []),
    '',
    `Compared over all requests: ${considered.actions.toLocaleString('en')} actions as of ${considered.catalogDate ?? 'no date'}. Every example was decided by the evaluator.`,
    `Not considered: ${considered.notConsidered.join('; ')}.`,
  ];
  return `${lines.join('\n')}\n`;
}
