/** The rows of the table, in the groups that the present question makes. */
import type { PrincipalFacts } from '../../audit/account/overview';
import type { AccountState } from '../../store/account/account';
import type { GlyphKind } from '../../ui/Glyph';
import { GROUPS, ORDER } from './words';

export interface Row {
  readonly facts: PrincipalFacts;
  readonly decided: string;
  readonly admin: string;
}

export interface Group {
  readonly name: string;
  readonly glyph?: GlyphKind;
  readonly tone: string;
  readonly rows: readonly Row[];
}

/** Every group, empty ones too; the filter by name or ARN is applied. */
export function groupsNow({ overview, view, who, paths, filter }: AccountState): readonly Group[] {
  if (overview === undefined) return [];
  const admins = new Set(paths?.admins.map(({ arn }) => arn));
  const ways = new Map<string, string>();
  for (const { from, steps, certain } of paths?.paths ?? [])
    if (!ways.has(from.arn))
      ways.set(from.arn, `Can become${certain ? '' : ', if'}: ${steps.map(({ path }) => path).join(', ')}`);
  const words = filter.trim().toLowerCase();
  const rows = overview.principals
    .filter(({ arn }) => words === '' || arn.toLowerCase().includes(words))
    .map((facts): Row => {
      const answer = who?.rows.get(facts.arn);
      const [because] = answer?.because ?? [];
      return {
        facts,
        decided:
          because === undefined
            ? ''
            : `${because.policy}, ${because.sid ?? `statement ${because.statement + 1}`}`,
        admin: admins.has(facts.arn) ? 'Administrator' : (ways.get(facts.arn) ?? ''),
      };
    });
  const keep = (test: (row: Row) => boolean): readonly Row[] => rows.filter(test);
  switch (view) {
    case 'who':
      if (who === undefined) return [{ name: 'All', tone: 'none', rows }];
      return ORDER.map((outcome) => ({
        ...GROUPS[outcome],
        rows: keep(({ facts }) => who.rows.get(facts.arn)?.outcome === outcome),
      }));
    case 'admins':
      return [
        { name: 'Can become administrator', tone: 'warn', rows: keep(({ facts }) => ways.has(facts.arn)) },
        { name: 'Administrators', tone: 'none', rows: keep(({ facts }) => admins.has(facts.arn)) },
      ];
    case 'outside': {
      const outside = (test: (one: PrincipalFacts['outside'][number]) => boolean): readonly Row[] =>
        keep(({ facts }) => facts.outside.some(test));
      const wide = outside(({ who: whom, anySubject }) => whom === '*' || anySubject);
      const known = new Set(wide);
      return [
        { name: 'Trusts everybody, or every subject of a provider', tone: 'warn', rows: wide },
        { name: 'Trusts others', tone: 'none', rows: outside(() => true).filter((row) => !known.has(row)) },
        { name: 'Kept by AWS', tone: 'none', rows: keep(({ facts }) => facts.keptBy !== undefined) },
      ];
    }
    case 'unused':
      return [{ name: 'Not used lately', tone: 'none', rows: keep(({ facts }) => facts.unused) }];
    case 'findings':
      return [
        { name: 'Needs a step', tone: 'warn', rows: keep(({ facts }) => facts.findings.length > 0) },
        {
          name: 'Nothing to do',
          tone: 'none',
          rows: keep(({ facts }) => facts.kind === 'user' && facts.findings.length === 0),
        },
      ];
  }
}

/** The table as CSV, with a header: every row and why. */
export function csvOf(groups: readonly Group[]): string {
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  // A spreadsheet must not take a name for a formula.
  const safe = (text: string): string => cell(/^[=+\-@]/.test(text) ? `'${text}` : text);
  const lines = groups.flatMap(({ name, rows }) =>
    rows.map(({ facts, decided, admin }) =>
      [
        facts.arn,
        facts.kind,
        name,
        decided,
        facts.lastUsed ?? '',
        admin,
        facts.outside.map(({ who }) => who).join(' '),
        facts.boundary ?? '',
        facts.findings.map(({ id, which }) => [id, which].filter(Boolean).join(' ')).join('; '),
      ]
        .map(safe)
        .join(','),
    ),
  );
  const header = 'arn,kind,answer,decided_by,last_used,administrator,trusted_from_outside,boundary,findings';
  return `${[header, ...lines].join('\n')}\n`;
}
