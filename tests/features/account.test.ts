import { describe, expect, it } from 'vitest';
import { adminPaths, whoCan } from '../../src/index';
import { overviewOf } from '../../src/audit/account/overview';
import { Loading } from '../../src/store/account/loading';
import { DETAILS_MISSING } from '../../src/store/account/waiting';
import { isAnswered, NOTHING, type AccountState } from '../../src/store/account/account';
import { itemsOf } from '../../src/features/account/columns';
import { groupsNow, ONLY, rowsAsked, rowsOf, tabsOf } from '../../src/features/account/groups';
import { readReport } from '../../src/intake/report/read';
import type { KeyLimits } from '../../src/audit/credentials/types';
import { csvOf, markdownOf, writing } from '../../src/features/account/report';
import { ID, account, allow, document, managed, named, user } from '../audit/build';

const LIMIT = named('policy', 'Limit');
const OF = account({
  users: [
    user('reader', { inline: [document(allow('s3:Get*'))] }),
    user('capped', { inline: [document(allow('s3:*'))], boundary: LIMIT }),
    user('=2+5', { inline: [document({ ...allow('s3:*'), Effect: 'Deny' })] }),
    ...Array.from({ length: 9 }, (_, at) => user(`idle-${at}`)),
  ],
  policies: [managed(LIMIT, document(allow('ec2:*')))],
});

function asked(): AccountState {
  const question = { action: 's3:GetObject', resource: 'arn:aws:s3:::acme/k' };
  const { rows } = whoCan(OF, question);
  return {
    ...NOTHING,
    status: 'ready',
    overview: overviewOf(OF, { now: '2026-11-30T00:00:00Z' }),
    who: {
      question,
      rows: new Map(rows.map(({ principal, ...row }) => [principal.arn, { ...row, arn: principal.arn }])),
      done: true,
      needsResourcePolicy: false,
    },
  };
}

describe('the table of an account', () => {
  const state = asked();
  const groups = groupsNow(state, rowsOf(state));

  it('groups the principals by what stops them, allowed ones on top', () => {
    expect(groups.map(({ name, rows }) => `${name} ${rows.length}`)).toEqual([
      'Allowed 1',
      'Stopped by the boundary 1',
      'Stopped by a Deny 1',
      'Nothing grants it 9',
    ]);
  });

  it('shows those behind one gate, and those of a name', () => {
    const names = (change: Partial<AccountState>): readonly string[] =>
      groupsNow({ ...state, ...change }, rowsOf(state)).flatMap(({ rows }) =>
        rows.map(({ facts }) => facts.name),
      );
    expect(names({ group: 'boundary' })).toEqual(['capped']);
    expect(names({ filter: 'READ' })).toEqual(['reader']);
  });

  it('says of whom it is not known whether there is a way, where a policy is missing', () => {
    const missing = account({
      users: [
        user('whole', { inline: [document(allow('s3:Get*'))] }),
        user('hidden', { attached: [{ PolicyName: 'Gone', PolicyArn: named('policy', 'Gone') }] }),
        user('edged', { boundary: named('policy', 'Gone') }),
      ],
    });
    const searched: AccountState = {
      ...NOTHING,
      view: 'admins',
      overview: overviewOf(missing, { now: '2026-11-30T00:00:00Z' }),
      paths: adminPaths(missing),
    };
    expect(
      groupsNow(searched, rowsOf(searched)).map(({ id, rows }) => [id, rows.map(({ facts }) => facts.name)]),
    ).toEqual([
      ['unseen', ['edged', 'hidden']],
      ['none', ['whole']],
    ]);
  });

  it('folds a long group until it is opened, and sorts within groups', () => {
    const lines = (open: readonly string[], down = false): readonly string[] =>
      itemsOf(groups, new Set(open), { column: 'principal', down }).map(({ id }) =>
        id.replace(/^arn.*\//, ''),
      );
    expect(lines([]).slice(-7)).toEqual([
      'group nothingGrants',
      'idle-0',
      'idle-1',
      'idle-2',
      'idle-3',
      'idle-4',
      'more nothingGrants',
    ]);
    expect(lines(['nothingGrants'], true).slice(-3)).toEqual(['idle-2', 'idle-1', 'idle-0']);
  });

  it('is a file with every row and its reason, in which no name is a formula', () => {
    const csv = csvOf(groups, state, writing(false)).split('\n');
    expect(csv).toHaveLength(14);
    expect(csv[1]).toMatch(/^arn:aws:iam::111122223333:user\/reader,user,Allowed,"p0, statement 1",/);
    expect(markdownOf(groups, state, writing(false))).toContain('## Stopped by the boundary (1)');
  });

  it.each(['=1+1', '@SUM(1)', '\t=1+1', '\r=1+1'])(
    'keeps a boundary named %j from being a formula',
    (boundary) => {
      const [{ rows: [row] } = { rows: [] }] = groups;
      const hostile = [{ ...groups[0]!, rows: [{ ...row!, facts: { ...row!.facts, boundary } }] }];
      const csv = csvOf(hostile, state, writing(false));
      expect(csv).toContain(boundary.startsWith('\r') ? `,"'${boundary}",` : `,'${boundary},`);
    },
  );

  it('holds no account and no name where they are masked', () => {
    const own = '345678901234';
    const elsewhere = JSON.parse(JSON.stringify(groups).replaceAll(ID, own)) as typeof groups;
    const texts = [csvOf(elsewhere, state, writing(true)), markdownOf(elsewhere, state, writing(true))];
    for (const text of texts) {
      expect(text).not.toContain(own);
      expect(text).not.toMatch(/reader|capped|Limit/);
      expect(text).toContain('Stopped by the boundary');
    }
    expect(csvOf(groups, state, writing(true))).toMatch(/"[a-z]\d, statement 1"/);
  });
});

describe('the question which keys need a step', () => {
  const columns =
    'user,arn,user_creation_time,password_enabled,password_last_used,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date';
  const line = (name: string, password: boolean, mfa: boolean, made: string): string =>
    [
      name,
      name === '<root_account>' ? `arn:aws:iam::${ID}:root` : `arn:aws:iam::${ID}:user/${name}`,
      '2024-01-01T00:00:00Z',
      password,
      password ? '2026-11-29T00:00:00Z' : 'N/A',
      mfa,
      made !== '',
      made || 'N/A',
      made === '' ? 'N/A' : '2026-11-29T00:00:00Z',
    ].join(',');
  const text = [
    columns,
    line('<root_account>', true, true, ''),
    line('old', false, false, '2026-01-01T00:00:00Z'),
    line('ana', true, false, ''),
    line('young', false, false, '2026-10-15T00:00:00Z'),
  ].join('\n');
  const report = readReport(text);
  if (report.kind !== 'credentialReport') throw new Error('not read');
  const whole = account({ users: [user('ana'), user('old'), user('young'), user('unreported')] });
  const asked = (limits: Partial<KeyLimits>, change: Partial<AccountState> = {}): AccountState => ({
    ...NOTHING,
    view: 'findings',
    overview: overviewOf(whole, { report, now: '2026-11-30T00:00:00Z', limits }),
    ...change,
  });
  const shown = (state: AccountState): readonly string[] =>
    groupsNow(state, rowsOf(state)).flatMap(({ name, rows }) => [
      name,
      ...rows.map(({ facts }) => facts.name),
    ]);

  it('has the root user first, and nobody without a line in the report', () => {
    expect(shown(asked({}))).toEqual([
      'Root user',
      '<root_account>',
      'Rotation, a step is due',
      'old',
      'Other credentials',
      'ana',
      'Nothing due',
      'young',
    ]);
  });

  it('is answered by the report alone, which says nothing of permissions', () => {
    const overview = overviewOf(undefined, { report, now: '2026-11-30T00:00:00Z' });
    const alone = (view: AccountState['view']): AccountState => ({ ...NOTHING, view, overview });
    expect(shown(alone('findings'))).toEqual(shown(asked({})));
    expect(overview).toMatchObject({ hasDetails: false, ids: [ID], strangers: [] });
    const views = ['who', 'can', 'admins', 'outside', 'unused', 'findings', 'checks'] as const;
    expect(views.filter((view) => isAnswered(alone(view)))).toEqual(['unused', 'findings']);
    expect(views.filter((view) => isAnswered(asked({}, { view })))).toEqual(views);
  });

  it('is judged by the limits that were chosen', () => {
    expect(shown(asked({ maxKeyAgeDays: 30 }, { only: 'due' }))).toEqual([
      'Rotation, a step is due',
      'old',
      'young',
    ]);
    expect(shown(asked({ maxKeyAgeDays: 365 }, { only: 'due' }))).toEqual([]);
  });

  it('is narrowed by its own tabs', () => {
    const state = asked({});
    expect(
      tabsOf('findings').map((id) => [
        ONLY[id].name,
        rowsAsked(state, rowsOf(state)).filter(ONLY[id].test).length,
      ]),
    ).toEqual([
      ['All', 4],
      ['Step due', 1],
      ['No MFA', 1],
      ['Unused', 0],
      ['Root', 1],
    ]);
    expect(tabsOf('who')).not.toContain('root');
  });
});

/** A report that tells who was the last to use a service, and nothing of what anybody may do. */
const LAST_ACCESSED = JSON.stringify({
  JobStatus: 'COMPLETED',
  JobType: 'SERVICE_LEVEL',
  JobCreationDate: '2026-11-28T09:00:00Z',
  JobCompletionDate: '2026-11-28T09:00:10Z',
  IsTruncated: false,
  ServicesLastAccessed: [{ ServiceName: 'Amazon S3', ServiceNamespace: 's3', TotalAuthenticatedEntities: 0 }],
});

describe('the files of an account', () => {
  const file = (text: string, name = 'a.json'): File => new File([text], name);
  const details = (id: string): string =>
    JSON.stringify({ UserDetailList: [{ ...user('ana'), Arn: `arn:aws:iam::${id}:user/ana` }] });
  const report = (id: string): string =>
    `user,arn,user_creation_time,mfa_active\nana,arn:aws:iam::${id}:user/ana,2024-01-01T00:00:00Z,true`;

  it('are joined in any order, and what is still missing is asked for', async () => {
    const loading = new Loading();
    expect(await loading.add([file(LAST_ACCESSED)])).toEqual([DETAILS_MISSING]);
    expect(await loading.add([file(report(ID))])).toEqual([]);
    expect(await loading.add([file(details(ID))])).toEqual([]);
    expect(loading.account?.principals.map(({ name }) => name)).toEqual(['ana']);
    expect(loading.report?.users).toHaveLength(1);
  });

  it('are not joined across accounts, which is said', async () => {
    const loading = new Loading();
    const problems = await loading.add([file(details(ID)), file(report('999988887777'), 'b.csv')]);
    expect(problems).toEqual([
      `the credential report is of account 999988887777, and the details are of ${ID}: they are not joined`,
    ]);
    // Not its root user either.
    expect(loading.report).toBeUndefined();
  });

  it('leave what was read as it is when another cannot be read', async () => {
    const loading = new Loading();
    await loading.add([file(details(ID))]);
    const problems = await loading.add([file(details(ID).slice(0, -20), 'cut.json')]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('the text ends in the middle');
    expect(loading.account?.principals).toHaveLength(1);
  });

  it('are read in parts where they are large, and the same comes of it; cut short they are refused all the same', async () => {
    const note = 'é{"'.repeat(1_000);
    const many = Array.from({ length: 1_500 }, (_, at) => user(`u${at}`, { rest: { Note: note } }));
    const text = JSON.stringify({ UserDetailList: many, IsTruncated: true });
    const whole = new Loading();
    expect(await whole.add([file(text)])).toEqual([
      'AWS had more to list: users, roles or texts of policies can be missing. Add the other pages',
    ]);
    expect(whole.account?.principals).toHaveLength(1_500);
    expect(whole.account?.principals.every(({ detail }) => detail['Note'] === note)).toBe(true);
    const cut = new Loading();
    expect((await cut.add([file(text.slice(0, -2_000))]))[0]).toContain('the text ends in the middle');
    expect(cut.account).toBeUndefined();
  });

  it('are told of where the browser no longer gives them', async () => {
    const gone = file(details(ID));
    gone.slice = () => {
      throw new DOMException('moved', 'NotFoundError');
    };
    expect((await new Loading().add([gone]))[0]).toBe('the browser could not read it: choose it again');
  });
});
