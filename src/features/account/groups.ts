/** The rows of the table, in the groups that the present question makes. */
import type { PrincipalFacts } from '../../audit/account/overview';
import type { AccountOnly, AccountState, AccountView } from '../../store/account/account';
import type { GlyphKind } from '../../ui/Glyph';
import { isDue } from './due';
import { hangsOn, shortName, statementName, STOPS, STOP_ORDER, stopOf, thingOf } from './words';

export interface Row {
  readonly facts: PrincipalFacts;
  readonly decided: string;
  readonly admin: string;
  /** Administrator; can become one; can if a key is right; can if a thing runs with such a role. */
  readonly able: 'admin' | 'become' | 'possible' | 'hanging' | undefined;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly glyph?: GlyphKind;
  readonly tone: string;
  readonly rows: readonly Row[];
}

export const ONLY: Readonly<
  Record<AccountOnly, { readonly name: string; readonly test: (row: Row) => boolean }>
> = {
  all: { name: 'All', test: () => true },
  admins: { name: 'Administrators', test: ({ able }) => able === 'admin' },
  become: { name: 'Can become', test: ({ able }) => able === 'become' || able === 'possible' },
  outside: { name: 'From outside', test: ({ facts }) => facts.outside.length > 0 },
  unused: { name: 'Unused', test: ({ facts }) => facts.unused },
  findings: { name: 'Findings', test: ({ facts }) => findingsOf(facts) > 0 },
  due: { name: 'Step due', test: ({ facts }) => isDue(facts) },
  noMfa: { name: 'No MFA', test: ({ facts: { row } }) => row?.password === true && !row.mfa },
  root: { name: 'Root', test: ({ facts }) => facts.kind === 'root' },
};

const OF_PRINCIPALS: readonly AccountOnly[] = ['all', 'admins', 'become', 'outside', 'unused', 'findings'];
const OF_KEYS: readonly AccountOnly[] = ['all', 'due', 'noMfa', 'unused', 'root'];

/** What the table of a question can be narrowed to. */
export function tabsOf(view: AccountView): readonly AccountOnly[] {
  return view === 'findings' ? OF_KEYS : OF_PRINCIPALS;
}

/** The rows that a question is about: that of keys, users with a line in the credential report, the root user first. */
export function rowsAsked(
  { view, overview }: Pick<AccountState, 'view' | 'overview'>,
  rows: readonly Row[],
): readonly Row[] {
  if (view !== 'findings') return rows;
  const root = overview?.root;
  const users = rows.filter(({ facts }) => facts.kind === 'user' && facts.row !== undefined);
  return root === undefined
    ? users
    : [asBefore({ facts: root, decided: '', admin: '', able: undefined }), ...users];
}

/** What a principal's line warns of. */
export function findingsOf({ findings, outside, unseen, keptBy }: PrincipalFacts): number {
  const open = outside.filter(({ who, anySubject }) => who === '*' || anySubject).length;
  return findings.length + open + unseen.length + (keptBy === 'nameOnly' ? 1 : 0);
}

/** Every principal as a row, in the order of the account. */
export function rowsOf({
  overview,
  who,
  paths,
}: Pick<AccountState, 'overview' | 'who' | 'paths'>): readonly Row[] {
  if (overview === undefined) return [];
  const admins = new Set(paths?.admins.map(({ arn }) => arn));
  const ways = new Map<string, Pick<Row, 'admin' | 'able'>>();
  for (const { from, steps, certain } of paths?.paths ?? []) {
    if (ways.get(from.arn)?.able === 'become') continue;
    const become = steps.findLast(({ becomes }) => becomes !== undefined)?.becomes;
    const as = become === undefined ? 'by itself' : `as ${shortName(become.arn)}`;
    if (certain || !ways.has(from.arn))
      ways.set(from.arn, {
        admin: `Can become ${as}${certain ? '' : ', if'}`,
        able: certain ? 'become' : 'possible',
      });
  }
  for (const { from, service } of paths?.hanging ?? [])
    if (!ways.has(from.arn))
      ways.set(from.arn, { admin: `Not known: by ${thingOf(service)}`, able: 'hanging' });
  return overview.principals.map((facts): Row => {
    const [because] = who?.rows.get(facts.arn)?.because ?? [];
    return asBefore({
      facts,
      decided: because === undefined ? '' : statementName(because),
      ...(admins.has(facts.arn)
        ? { admin: 'Administrator', able: 'admin' as const }
        : (ways.get(facts.arn) ?? { admin: '', able: undefined })),
    });
  });
}

const before = new WeakMap<PrincipalFacts, Row>();

/** The same object for a row in which nothing changed: it is not drawn anew. */
function asBefore(row: Row): Row {
  const last = before.get(row.facts);
  if (last?.decided === row.decided && last.admin === row.admin && last.able === row.able) return last;
  before.set(row.facts, row);
  return row;
}

/** The groups that are not empty; filters by name or ARN, by tab and by gate are applied. */
export function groupsNow(
  state: Pick<AccountState, 'view' | 'who' | 'paths' | 'only' | 'group' | 'filter' | 'overview'>,
  all: readonly Row[],
): readonly Group[] {
  const words = state.filter.trim().toLowerCase();
  const { test } = ONLY[state.only];
  const rows = rowsAsked(state, all).filter(
    (row) => (words === '' || row.facts.arn.toLowerCase().includes(words)) && test(row),
  );
  return groupsOf(state, rows).filter(
    (group) => group.rows.length > 0 && (state.group === undefined || group.id.startsWith(state.group)),
  );
}

function groupsOf(
  { view, who, paths }: Pick<AccountState, 'view' | 'who' | 'paths'>,
  rows: readonly Row[],
): readonly Group[] {
  const keep = (test: (row: Row) => boolean): readonly Row[] => rows.filter(test);
  const plain = (id: string, name: string, tone: string, of: readonly Row[]): Group => ({
    id,
    name,
    tone,
    rows: of,
  });
  switch (view) {
    case 'who':
      return who === undefined ? [plain('all', 'All', 'none', rows)] : answered(rows, who.rows);
    case 'can':
    case 'checks':
      return [];
    case 'admins':
      // Nobody is without a way before it was looked for.
      if (paths === undefined) return [plain('all', 'Not looked at yet', 'none', rows)];
      return [
        plain(
          'become',
          'Can become administrator',
          'warn',
          keep(({ able }) => able === 'become'),
        ),
        plain(
          'possible',
          'Possible if a key is right',
          'unknown',
          keep(({ able }) => able === 'possible'),
        ),
        plain(
          'hanging',
          'Not known: only if something that is not in the file runs with such a role',
          'unknown',
          keep(({ able }) => able === 'hanging'),
        ),
        plain(
          'admins',
          'Administrators',
          'none',
          keep(({ able }) => able === 'admin'),
        ),
        plain(
          'unseen',
          'Not known: a policy of theirs is not in the file',
          'unknown',
          keep(({ able, facts }) => able === undefined && facts.unseen.length > 0),
        ),
        plain(
          'none',
          'No path found',
          'none',
          keep(({ able, facts }) => able === undefined && facts.unseen.length === 0),
        ),
      ];
    case 'outside':
      return byTrust(rows, plain);
    case 'unused':
      return [
        plain(
          'roles',
          'Roles not used lately',
          'none',
          keep(({ facts }) => facts.unused && facts.kind === 'role'),
        ),
        plain(
          'users',
          'Users with a password or key not used lately',
          'none',
          keep(({ facts }) => facts.unused && facts.kind === 'user'),
        ),
      ];
    case 'findings':
      return byStep(rows, plain);
  }
}

type Plain = (id: string, name: string, tone: string, rows: readonly Row[]) => Group;

/** "Allowed if" has a group for each set of keys. */
function answered(rows: readonly Row[], answers: NonNullable<AccountState['who']>['rows']): readonly Group[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const answer = answers.get(row.facts.arn);
    if (answer === undefined) continue;
    const stop = stopOf(answer);
    const id = stop === 'allowedIf' ? `allowedIf ${hangsOn(answer.dependsOn)}` : stop;
    const list = found.get(id);
    if (list) list.push(row);
    else found.set(id, [row]);
  }
  return STOP_ORDER.flatMap((stop) =>
    [...found]
      .filter(([id]) => id === stop || id.startsWith(`${stop} `))
      .sort(([, one], [, other]) => other.length - one.length)
      .map(([id, list]): Group => ({
        id,
        ...STOPS[stop],
        name: stop === 'allowedIf' ? `Allowed if ${id.slice('allowedIf '.length)}` : STOPS[stop].name,
        rows: list,
      })),
  );
}

function byTrust(rows: readonly Row[], plain: Plain): readonly Group[] {
  const test = (one: (trust: PrincipalFacts['outside'][number]) => boolean): readonly Row[] =>
    rows.filter(({ facts }) => facts.outside.some(one));
  const wide = test(({ who, anySubject }) => who === '*' || anySubject);
  const known = new Set(wide);
  const rest = test(() => true).filter((row) => !known.has(row));
  const bare = rest.filter(({ facts }) =>
    facts.outside.some(
      ({ externalId, conditions, kind }) => kind === 'account' && !externalId && conditions.length === 0,
    ),
  );
  const without = new Set(bare);
  return [
    plain('wide', 'Trusts everybody, or every subject of a provider', 'warn', wide),
    plain('bare', 'Trusts another account, without an external ID or another condition', 'warn', bare),
    plain(
      'others',
      'Trusts others under a condition',
      'none',
      rest.filter((row) => !without.has(row)),
    ),
    plain(
      'linked',
      'Service-linked: AWS keeps them',
      'none',
      rows.filter(({ facts }) => facts.keptBy === 'service'),
    ),
    plain(
      'sso',
      'Identity Center’s',
      'none',
      rows.filter(({ facts }) => facts.keptBy === 'identityCenter'),
    ),
    plain(
      'name',
      'Named like a service-linked role, and none',
      'warn',
      rows.filter(({ facts }) => facts.keptBy === 'nameOnly'),
    ),
  ];
}

function byStep(rows: readonly Row[], plain: Plain): readonly Group[] {
  const root = rows.filter(({ facts }) => facts.kind === 'root');
  const users = rows.filter(({ facts }) => facts.kind !== 'root');
  const due = users.filter(({ facts }) => isDue(facts));
  const first = new Set(due);
  const rest = users.filter((row) => !first.has(row));
  return [
    plain('root', 'Root user', 'none', root),
    plain('due', 'Rotation, a step is due', 'warn', due),
    plain(
      'other',
      'Other credentials',
      'none',
      rest.filter(({ facts }) => facts.findings.length > 0),
    ),
    plain(
      'nothing',
      'Nothing due',
      'none',
      rest.filter(({ facts }) => facts.findings.length === 0),
    ),
  ];
}
