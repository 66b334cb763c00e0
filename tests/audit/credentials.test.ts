import { describe, expect, it } from 'vitest';
import { auditCredentials, readReport } from '../../src/index';
import { rotationOf } from '../../src/audit/credentials/rotation';

const HEADER =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';
const NOW = '2026-11-20T12:00:00Z';
const KEYLESS = 'false,N/A,N/A,N/A,N/A';

const row = (
  user: string,
  password: string,
  mfa: boolean,
  key1 = KEYLESS,
  key2 = KEYLESS,
  cert = 'false,N/A',
): string =>
  `${user},arn:aws:iam::111122223333:${user === '<root_account>' ? 'root' : `user/${user}`},2024-01-10T08:00:00Z,${password},${String(mfa)},${key1},${key2},${cert},false,N/A`;
const NO_PASSWORD = 'false,N/A,N/A,N/A';
const key = (active: boolean, made: string, used = 'N/A'): string =>
  `${String(active)},${made}T08:00:00Z,${used === 'N/A' ? used : `${used}T10:00:00Z`},eu-west-1,s3`;
const ROOT = row('<root_account>', 'true,2026-02-11T09:12:00Z,2021-03-01T08:00:00Z,not_supported', true);
const report = (...rows: readonly string[]): string => [HEADER, ROOT, ...rows].join('\n');

/** The sample of the reference, with what it gives cause to say. */
const SAMPLE = report(
  row('ana', 'true,2026-11-19T07:00:00Z,2026-06-01T08:00:00Z,2026-11-28T08:00:00Z', true),
  row('bo', 'true,no_information,2026-09-01T08:00:00Z,N/A', false),
  row('ci-deploy', NO_PASSWORD, false, key(true, '2026-05-01', '2026-11-20'), key(true, '2026-11-19')),
  row('legacy-app', NO_PASSWORD, false, key(false, '2022-01-01', '2023-02-01')),
  row(
    'mail',
    NO_PASSWORD,
    false,
    key(true, '2024-01-10', '2026-11-18'),
    KEYLESS,
    'true,2019-05-05T08:00:00Z',
  ),
);

const WANTED = [
  'bo user-console-mfa',
  'bo password-unused never used',
  'ci-deploy key-old key 1',
  'ci-deploy two-active-keys',
  'legacy-app key-inactive key 1',
  'mail key-old key 1',
  'mail signing-certificate certificate 1',
];

function findings(text: string): readonly string[] {
  const audit = auditCredentials({ report: text, now: NOW });
  if (audit.kind !== 'audited') throw new Error(audit.problems.join());
  return audit.findings.map(({ user, id, which }) => [user, id, which].filter(Boolean).join(' '));
}

describe('a credential report', () => {
  it('tells what each user has too much of', () => {
    expect(findings(SAMPLE)).toEqual(WANTED);
  });

  const lines = SAMPLE.split('\n');
  const spreadsheet = (cell: string): string => (/^(true|false)$/.test(cell) ? cell.toUpperCase() : cell);
  it.each([
    ['with Windows line ends and a byte order mark', `\ufeff${lines.join('\r\n')}`],
    [
      'from a spreadsheet with semicolons',
      lines.map((line) => line.split(',').map(spreadsheet).join(';')).join('\n'),
    ],
    ['with tabs', lines.map((line) => line.replaceAll(',', '\t')).join('\n')],
    ['as base64 alone', Buffer.from(SAMPLE).toString('base64')],
    [
      'as base64 that a terminal wrapped',
      Buffer.from(SAMPLE)
        .toString('base64')
        .replaceAll(/(.{76})/g, '$1\n'),
    ],
    [
      'as the CLI prints it',
      JSON.stringify({ Content: Buffer.from(SAMPLE).toString('base64'), ReportFormat: 'text/csv' }),
    ],
    [
      'with its columns in another order',
      lines.map((line) => line.split(',').reverse().join(',')).join('\n'),
    ],
  ])('is the same %s', (_form, text) => {
    expect(findings(text)).toEqual(WANTED);
  });

  it('keeps names that are not English', () => {
    const read = readReport(Buffer.from(report(row('jürgen', NO_PASSWORD, false))).toString('base64'));
    expect(read.kind === 'credentialReport' && read.users[0]?.user).toBe('jürgen');
  });

  it('says which time it could not read, and counts it as not told', () => {
    const read = readReport(report(row('ana', 'true,yesterday,2026-11-01T08:00:00Z,N/A', true)));
    expect(read.problems.map(({ message, line }) => `${line}: ${message}`)).toEqual([
      '3: the time `yesterday` in `password_last_used` cannot be read, so it counts as not told',
    ]);
  });

  it('takes the root user without root credentials for one that needs no MFA, and any key of it for one too many', () => {
    const member = row('<root_account>', 'false,N/A,N/A,not_supported', false);
    expect(findings([HEADER, member].join('\n'))).toEqual([]);
    const keyed = row(
      '<root_account>',
      'true,N/A,N/A,not_supported',
      false,
      key(true, '2021-03-01', '2026-11-01'),
    );
    expect(findings([HEADER, keyed].join('\n'))).toEqual([
      '<root_account> root-access-key key 1',
      '<root_account> root-mfa',
      '<root_account> root-used',
    ]);
  });

  it('is told from another table', () => {
    expect(readReport('user,age\nana,4').kind).toBe('unknown');
    expect(auditCredentials({ report: 'user,age\nana,4', now: NOW }).kind).toBe('unreadable');
  });
});

describe('the rotation of a key', () => {
  const OLD = '--access-key-id OLD_KEY_ID';
  it.each([
    ['none', KEYLESS, KEYLESS, null],
    ['fresh', key(true, '2026-10-01', '2026-11-20'), KEYLESS, null],
    ['create', key(true, '2026-05-01', '2026-11-20'), KEYLESS, 'aws iam create-access-key --user-name ci'],
    [
      'unused',
      key(true, '2026-05-01'),
      KEYLESS,
      `aws iam update-access-key --user-name ci ${OLD} --status Inactive`,
    ],
    ['deploy', key(true, '2026-05-01', '2026-11-20'), key(true, '2026-11-19'), null],
    ['wait', key(true, '2026-05-01', '2026-11-20'), key(true, '2026-11-01', '2026-11-18'), null],
    ['wait', key(true, '2026-11-01', '2026-11-20'), key(true, '2026-05-01', '2026-11-20'), null],
    [
      'deactivate',
      key(true, '2026-11-01', '2026-11-20'),
      key(true, '2026-05-01', '2026-11-08'),
      `aws iam update-access-key --user-name ci ${OLD} --status Inactive`,
    ],
    [
      'delete',
      key(false, '2026-05-01', '2026-11-08'),
      key(true, '2026-11-01', '2026-11-20'),
      `aws iam delete-access-key --user-name ci ${OLD}`,
    ],
    ['rolled-back', key(true, '2026-05-01', '2026-11-20'), key(false, '2026-11-01', '2026-11-08'), null],
    [
      'both-inactive',
      key(false, '2026-05-01'),
      key(false, '2026-11-01'),
      `aws iam delete-access-key --user-name ci ${OLD}`,
    ],
    ['only-inactive', key(false, '2026-05-01'), KEYLESS, `aws iam delete-access-key --user-name ci ${OLD}`],
  ])('is at %s', (state, one, other, next) => {
    const read = readReport(report(row('ci', NO_PASSWORD, false, one, other)));
    if (read.kind !== 'credentialReport') throw new Error('not read');
    expect(rotationOf(read.users[0]!, { now: NOW, maxKeyAgeDays: 90 })).toMatchObject({ state, next });
  });

  it.each([
    ['create', { maxKeyAgeDays: 45 }, key(true, '2026-10-01', '2026-11-20'), KEYLESS],
    ['fresh', { maxKeyAgeDays: 365 }, key(true, '2026-05-01', '2026-11-20'), KEYLESS],
    [
      'wait',
      { quietHours: 720 },
      key(true, '2026-11-01', '2026-11-20'),
      key(true, '2026-05-01', '2026-11-08'),
    ],
  ])('is at %s by other limits', (state, limits, one, other) => {
    const audit = auditCredentials({
      report: report(row('ci', NO_PASSWORD, false, one, other)),
      now: NOW,
      ...limits,
    });
    expect(audit.kind === 'audited' && audit.rotations).toMatchObject([{ state }]);
  });
});
