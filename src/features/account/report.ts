/** The answer as a file: every row with its reason, as CSV for a spreadsheet or as Markdown for a ticket; with the names masked on request. */
import { rotationWords } from '../../audit/credentials/words';
import type { AccountState } from '../../store/account/account';
import { accountMasks } from '../../store/account/masking';
import type { Group } from './groups';
import { hangsOn } from './words';

/** What a text is written as: itself, or with accounts, ARNs and names replaced, the same each time. */
export interface Writing {
  readonly arn: (text: string) => string;
  readonly name: (text: string) => string;
  /** Of a condition. */
  readonly key: (text: string) => string;
}

const AS_IS: Writing = { arn: (text) => text, name: (text) => text, key: (text) => text };

export function writing(masked: boolean): Writing {
  if (!masked) return AS_IS;
  const { ids, names, keys } = accountMasks();
  return { arn: ids, name: (text) => (text === '' ? '' : names(text)), key: keys };
}

const HEADER = [
  'arn',
  'kind',
  'answer',
  'decided_by',
  'depends_on',
  'last_used',
  'administrator',
  'trusted_from_outside',
  'boundary',
  'findings',
  'rotation',
] as const;

function linesOf(
  groups: readonly Group[],
  state: AccountState,
  { arn, name, key }: Writing,
): readonly string[][] {
  return groups.flatMap((group) =>
    group.rows.map(({ facts, admin }) => {
      const { dependsOn = [], because: [because] = [] } = state.who?.rows.get(facts.arn) ?? {};
      const statement =
        because && (because.sid === undefined ? `statement ${because.statement + 1}` : name(because.sid));
      const hangs = dependsOn.map((one) => (one.kind === 'key' ? { ...one, key: key(one.key) } : one));
      const as = / as (.+?)(, if)?$/.exec(admin);
      return [
        arn(facts.arn),
        facts.kind,
        nameOfGroup(group, key),
        because === undefined ? '' : `${name(because.policy)}, ${statement ?? ''}`,
        hangs.length === 0 ? '' : hangsOn(hangs),
        facts.lastUsed ?? '',
        as === null ? admin : `Can become as ${name(as[1]!)}${as[2] ?? ''}`,
        facts.outside.map(({ who }) => arn(who)).join(' '),
        name(facts.boundary ?? ''),
        facts.findings.map(({ id, which }) => [id, which].filter(Boolean).join(' ')).join('; '),
        facts.rotation === undefined ? '' : rotationWords(facts.rotation),
      ];
    }),
  );
}

/** Keys stand in the names of the groups that hang on them. */
function nameOfGroup({ id, name }: Group, key: Writing['key']): string {
  return id.startsWith('allowedIf ') ? `Allowed if ${key(id.slice('allowedIf '.length))}` : name;
}

/** A spreadsheet must not take a name for a formula, nor one that stands behind a tab or a carriage return. */
const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

export function csvOf(groups: readonly Group[], state: AccountState, write: Writing): string {
  const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = linesOf(groups, state, write).map((line) => line.map((text) => cell(safe(text))).join(','));
  return [HEADER.join(','), ...lines, ''].join('\n');
}

/** The sentence of the answer, then a table for each group. */
export function markdownOf(groups: readonly Group[], state: AccountState, write: Writing): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/[\r\n]+/g, ' ');
  const { who, scp, overview } = state;
  const head =
    state.view === 'who' && who !== undefined
      ? `Who can do \`${who.question.action}\` on \`${write.arn(who.question.resource)}\``
      : 'Principals of the account';
  const parts = groups.map((group) => {
    const lines = linesOf([group], state, write).map(
      ([arn, , , decided, depends, used, admin, , , findings]) =>
        `| ${[arn!, decided!, depends!, used!, admin!, findings!].map(cell).join(' | ')} |`,
    );
    return [
      `## ${nameOfGroup(group, write.key)} (${group.rows.length})`,
      '',
      '| Principal | Decided by | Depends on | Last used | Administrator | Findings |',
      '| --- | --- | --- | --- | --- | --- |',
      ...lines,
      '',
    ].join('\n');
  });
  return [
    `# ${head}`,
    '',
    `${(overview?.principals.length ?? 0).toLocaleString('en')} principals were asked. ${
      scp === undefined
        ? 'SCPs and RCPs are not in the file and are supposed to allow.'
        : 'The SCPs that were given were asked too.'
    } The root user is not counted.`,
    '',
    ...parts,
  ].join('\n');
}
