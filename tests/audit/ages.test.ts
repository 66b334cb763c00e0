import { describe, expect, it } from 'vitest';
import { tighten } from '../../src/audit/least-privilege/tighten';
import type { TightenInput, Tightening } from '../../src/audit/least-privilege/tighten';
import { readReport } from '../../src/intake/report/read';
import { catalogNow } from '../support/catalog';
import { allow, ROLE } from './events';

const DONE = '2026-11-20T09:00:02+00:00';

/** SQS was used in the window, SNS never. */
const ACCESSED = readReport(
  JSON.stringify({
    JobStatus: 'COMPLETED',
    JobType: 'SERVICE_LEVEL',
    JobCompletionDate: DONE,
    ServicesLastAccessed: [
      {
        ServiceName: 'SQS',
        ServiceNamespace: 'sqs',
        LastAuthenticated: '2026-11-18T00:00:00Z',
        TotalAuthenticatedEntities: 1,
      },
      { ServiceName: 'SNS', ServiceNamespace: 'sns', TotalAuthenticatedEntities: 0 },
    ],
    IsTruncated: false,
  }),
);

function run(more: Partial<TightenInput>): Tightening {
  return tighten({
    reports: [ACCESSED],
    policies: [
      { name: 'Own', document: allow(['sqs:*', 'sns:*']) },
      { name: 'Other', document: allow(['sns:Publish']) },
    ],
    catalog: catalogNow(),
    principal: ROLE,
    now: '2026-11-25T12:00:00Z',
    ...more,
  });
}

const keptOf = ({ verdicts }: Tightening): readonly string[] =>
  verdicts.flatMap(({ pattern, outcome }) => (outcome === 'keep' ? [pattern] : []));
const youngOf = ({ warnings }: Tightening): readonly string[] | undefined =>
  warnings.find(({ id }) => id === 'younger-than-window')?.about;

const role = (CreateDate: string): string =>
  JSON.stringify({ Role: { RoleName: 'app', Arn: ROLE, CreateDate } });
const policy = (UpdateDate: string): string =>
  JSON.stringify({
    Policy: {
      PolicyName: 'Other',
      Arn: 'arn:aws:iam::111122223333:policy/Other',
      CreateDate: '2020-01-01T00:00:00Z',
      UpdateDate,
    },
  });

/** Reference "never strike": a principal or policy younger than the window. */
describe('what is younger than the window', () => {
  it('is struck where nothing tells its age', () => {
    const result = run({});
    expect(keptOf(result)).toEqual(['sqs:*']);
    expect(youngOf(result)).toBeUndefined();
    expect(result.made).toBeUndefined();
  });

  it('loses nothing: a role, by `get-role`', () => {
    const result = run({ reports: [ACCESSED, readReport(role('2026-10-01T00:00:00Z'))] });
    expect(result.unchanged).toBe(true);
    expect(youngOf(result)).toEqual([ROLE.slice(ROLE.lastIndexOf('/') + 1)]);
    expect(result.made).toBe('2026-10-01T00:00:00Z');
  });

  it('is counted to the day of the report: ninety days are not less than ninety', () => {
    expect(run({ made: '2026-08-22T09:00:02Z' }).unchanged).toBe(false);
    expect(run({ made: '2026-08-23T09:00:02Z' }).unchanged).toBe(true);
    expect(run({ made: '2026-10-01', windowDays: 30 }).unchanged).toBe(false);
  });

  it('loses nothing: one policy that was changed lately, by `get-policy`', () => {
    const result = run({ reports: [ACCESSED, readReport(policy('2026-11-01T00:00:00Z'))] });
    expect(keptOf(result)).toEqual(['sqs:*', 'sns:Publish']);
    expect(youngOf(result)).toEqual(['Other']);
  });

  it('is told by the details of an account too', () => {
    const account = readReport(
      JSON.stringify({
        UserDetailList: [],
        GroupDetailList: [],
        RoleDetailList: [
          { RoleName: 'app', Arn: ROLE, CreateDate: '2026-11-10T00:00:00+00:00', RolePolicyList: [] },
        ],
        Policies: [
          {
            PolicyName: 'Other',
            Arn: 'arn:aws:iam::111122223333:policy/Other',
            CreateDate: '2019-01-01T00:00:00Z',
            PolicyVersionList: [
              { VersionId: 'v2', IsDefaultVersion: true, CreateDate: '2026-11-12T00:00:00Z', Document: {} },
            ],
          },
        ],
        IsTruncated: false,
      }),
    );
    expect(account.kind).toBe('account');
    const result = run({ reports: [ACCESSED, account] });
    expect(result.unchanged).toBe(true);
    expect(youngOf(result)).toEqual(['Operator', 'Other']);
  });

  it('of others says nothing', () => {
    const other = readReport(role('2026-11-01T00:00:00Z').replaceAll(ROLE, `${ROLE}-2`));
    expect(run({ reports: [ACCESSED, other] }).unchanged).toBe(false);
  });
});
