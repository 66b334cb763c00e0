import { describe, expect, it } from 'vitest';
import { expand } from '../../src/audit/least-privilege/expand';
import { tighten } from '../../src/audit/least-privilege/tighten';
import type { TightenInput, Tightening } from '../../src/audit/least-privilege/tighten';
import { readReport } from '../../src/intake/report/read';
import type { Report } from '../../src/intake/report/types';
import { catalogNow } from '../support/catalog';
import { ACCOUNT, allow, event, eventsOf, ROLE } from './events';

const USED = '2026-11-18T00:00:00+00:00';
const LONG_AGO = '2026-05-01T00:00:00+00:00';

function accessed(rows: readonly object[], more: object = {}): Report {
  return readReport(
    JSON.stringify({
      JobStatus: 'COMPLETED',
      JobType: 'ACTION_LEVEL',
      JobCompletionDate: '2026-11-20T09:00:02+00:00',
      ServicesLastAccessed: rows,
      IsTruncated: false,
      ...more,
    }),
  );
}
const row = (prefix: string, last?: string, tracked?: Readonly<Record<string, string | null>>): object => ({
  ServiceName: prefix,
  ServiceNamespace: prefix,
  TotalAuthenticatedEntities: null,
  ...(last !== undefined && { LastAuthenticated: last, LastAuthenticatedEntity: ROLE }),
  ...(tracked && {
    TrackedActionsLastAccessed: Object.entries(tracked).map(([ActionName, time]) => ({
      ActionName,
      ...(time !== null && { LastAccessedTime: time }),
    })),
  }),
});
const run = (documents: readonly unknown[], input: Partial<TightenInput>): Tightening =>
  tighten({
    reports: [],
    policies: documents.map((document, index) => ({ name: `P${index}`, document })),
    catalog: catalogNow(),
    now: '2026-11-20T12:00:00Z',
    ...input,
  });
const ids = ({ warnings }: Tightening): readonly string[] => warnings.map(({ id }) => id);
const actionsOf = ({ policies }: Tightening): unknown =>
  policies.map(({ document }) =>
    document.Statement.map((statement) => (statement as { readonly Action: unknown }).Action),
  );

describe('an Action pattern against a report', () => {
  it('stays as typed, capitals too, where nothing of it goes', () => {
    const result = run([allow(['SQS:sendmessage', 'sqs:Get*'])], { reports: [accessed([row('sqs', USED)])] });
    expect(actionsOf(result)).toEqual([[['SQS:sendmessage', 'sqs:Get*']]]);
    expect(result.unchanged).toBe(true);
  });

  it('is struck where its service was used before the window; the window is at most 400 days', () => {
    const reports = [accessed([row('sqs', LONG_AGO), row('sns', USED)])];
    const policy = [allow(['sqs:*', 'sns:Publish'])];
    expect(run(policy, { reports }).services).toEqual({ sqs: 'before-window', sns: 'used' });
    expect(actionsOf(run(policy, { reports }))).toEqual([['sns:Publish']]);
    expect(run(policy, { reports, windowDays: 400 }).unchanged).toBe(true);
    const old = [accessed([row('sqs', '2025-01-01T00:00:00+00:00')])];
    expect(run([allow('sqs:*')], { reports: old, windowDays: 9_999 }).services).toEqual({
      sqs: 'before-window',
    });
  });

  it('writes a pattern only where every action of AWS that it matches is kept', () => {
    const gets = expand(catalogNow(), 's3:Get*');
    const tracked = Object.fromEntries(
      expand(catalogNow(), 's3:*').map((name) => [name.slice(3), gets.includes(name) ? USED : null]),
    );
    const whole = run([allow('s3:*')], { reports: [accessed([row('s3', USED, tracked)])] });
    expect(whole.keep).toContain('s3:Get*');
    expect(ids(whole)).toContain('wildcard-stays-open');
    const { GetBucketAcl: _, ...rest } = tracked;
    const but = run([allow('s3:*')], {
      reports: [accessed([row('s3', USED, { ...rest, GetBucketAcl: null })])],
    });
    expect(but.keep).not.toContain('s3:Get*');
    expect(but.strike).toContain('s3:GetBucketAcl');
  });

  it('takes an absent list for no information, and an empty one for nothing tracked', () => {
    expect(run([allow('logs:*')], { reports: [accessed([row('logs', USED)])] }).unchanged).toBe(true);
    const { noData, strike } = run([allow('logs:PutLogEvents')], {
      reports: [accessed([row('logs', USED, {})])],
    });
    expect([noData, strike]).toEqual([['logs:PutLogEvents'], []]);
  });

  it('makes `*` the services that were used, in order, and grants nothing that was not granted', () => {
    const result = run([allow('*')], {
      reports: [accessed([row('sqs', USED), row('ec2', USED), row('glue')])],
    });
    expect(actionsOf(result)).toEqual([[['ec2:*', 'iam:PassRole', 'sqs:*']]]);
    expect(result.added).toEqual([]);
    const only = run([allow('sqs:*')], { reports: [accessed([row('sqs', USED), row('ec2', USED)])] });
    expect(actionsOf(only)).toEqual([['sqs:*']]);
  });

  it('takes away a statement, and says of a policy of which nothing is left that it can be detached', () => {
    const { policies, removedStatements } = run([allow('glue:*'), allow('sqs:*')], {
      reports: [accessed([row('glue'), row('sqs', USED)])],
    });
    expect(policies.map(({ empty, changed }) => [empty, changed])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(removedStatements).toEqual([{ policy: 0, statement: 0 }]);
  });
});

describe('what is never struck', () => {
  it('support, decoding of messages, versions and rollbacks of what was used', () => {
    const reports = [
      accessed([
        row('support'),
        row('sts'),
        row('s3', USED, { DeleteObjectVersion: null, CreateBucket: null }),
      ]),
    ];
    const { keep, strike } = run(
      [
        allow([
          'support:CreateCase',
          'sts:DecodeAuthorizationMessage',
          's3:DeleteObjectVersion',
          's3:CreateBucket',
        ]),
      ],
      { reports },
    );
    expect(keep).toEqual(['support:CreateCase', 'sts:DecodeAuthorizationMessage', 's3:DeleteObjectVersion']);
    expect(strike).toEqual(['s3:CreateBucket']);
  });

  it('keys beside S3, Systems Manager and secrets', () => {
    const policy = [allow(['kms:Decrypt', 'sqs:SendMessage'])];
    const rows = (service: string): readonly object[] => [row(service, USED), row('kms'), row('sqs', USED)];
    expect(run(policy, { reports: [accessed(rows('ssm'))] }).strike).toEqual([]);
    expect(run(policy, { reports: [accessed(rows('glue'))] }).strike).toEqual(['kms:Decrypt']);
  });

  it('anything of a service-linked role', () => {
    const principal = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX`;
    const result = run([allow(['glue:*', 'sqs:*'])], {
      reports: [accessed([row('glue'), row('sqs', USED)]), eventsOf(event('sqs', 'ListQueues', null))],
      principal,
      mode: 'tight',
    });
    expect([result.strike, result.unchanged]).toEqual([[], true]);
    expect(ids(result)).toContain('service-linked-role');
  });

  it('a policy of AWS: a copy is made', () => {
    const { policies, warnings } = tighten({
      reports: [accessed([row('glue'), row('sqs', USED)])],
      policies: [{ name: 'PowerUserAccess', document: allow(['glue:*', 'sqs:*']) }],
      catalog: catalogNow(),
    });
    expect(policies.map(({ name }) => name)).toEqual(['PowerUserAccess-copy']);
    expect(warnings.find(({ id }) => id === 'aws-managed-policy')?.about).toEqual(['PowerUserAccess']);
  });
});

describe('warnings', () => {
  it('speak of emergencies, of Regions that are not tracked, and of a report that is old', () => {
    const result = tighten({
      reports: [accessed([row('s3', USED)])],
      policies: [
        {
          name: 'break-glass',
          document: allow('s3:*', { Condition: { StringEquals: { 'aws:RequestedRegion': 'ca-west-1' } } }),
        },
      ],
      catalog: catalogNow(),
      now: '2026-12-01T00:00:00Z',
    });
    expect(ids(result)).toEqual(
      expect.arrayContaining([
        'region-untracked',
        'stale-report',
        'protected-kept',
        'attempts-count',
        'other-policy-types',
      ]),
    );
    expect(result.warnings.find(({ id }) => id === 'region-untracked')?.about).toEqual(['ca-west-1']);
    expect(ids(result).slice(-2)).toEqual(['attempts-count', 'other-policy-types']);
  });

  it('strike nothing for a finding that is archived, and say so', () => {
    const finding = (status: string): Report =>
      readReport(
        JSON.stringify({
          id: 'f',
          resource: ROLE,
          status,
          findingType: 'UnusedPermission',
          findingDetails: [
            { unusedPermissionDetails: { serviceNamespace: 's3', actions: [{ action: 'DeleteBucket' }] } },
          ],
        }),
      );
    expect(run([allow('s3:DeleteBucket')], { reports: [finding('ACTIVE')] }).strike).toEqual([
      's3:DeleteBucket',
    ]);
    const archived = run([allow('s3:DeleteBucket')], { reports: [finding('ARCHIVED')] });
    expect([archived.strike, ids(archived).includes('finding-not-active')]).toEqual([[], true]);
  });
});

describe('a result that is too long', () => {
  it('is split, and every event is still allowed by the parts together', () => {
    const names = Array.from({ length: 260 }, (_, index) =>
      `${index.toString(36).padStart(3, 'q')}x`.repeat(8),
    );
    const report = eventsOf(
      ...names.map((name) =>
        event('sqs', 'SendMessage', { queueUrl: `https://sqs.eu-west-1.amazonaws.com/${ACCOUNT}/${name}` }),
      ),
    );
    const { policies, events, ...rest } = run([allow('sqs:*')], {
      reports: [report],
      mode: 'tight',
      generalise: 'exact',
    });
    expect(policies.length).toBeGreaterThan(1);
    expect(policies.map(({ name }) => name).slice(0, 2)).toEqual(['P0', 'P0-2']);
    for (const { document } of policies) expect(JSON.stringify(document).length).toBeLessThanOrEqual(6_144);
    expect(events?.coverage).toBe(1);
    expect(rest.warnings.map(({ id }) => id)).toContain('policy-split');
  });
});

describe('the resources of an old statement', () => {
  const get = (key: string): object =>
    event(
      's3',
      'GetObject',
      { bucketName: 'acme-in', key },
      {
        resources: [{ type: 'AWS::S3::Object', ARN: `arn:aws:s3:::acme-in/${key}` }],
      },
    );
  const statement = (Action: string | readonly string[], Resource: string | readonly string[]): object => ({
    Effect: 'Allow',
    Action,
    Resource,
  });
  const resourcesOf = (...statements: readonly object[]): unknown =>
    run([{ Version: '2012-10-17', Statement: statements }], {
      reports: [eventsOf(get('in/a.csv'), get('in/b.csv'))],
      mode: 'tight',
    }).resources.map(({ statement: at, gone, after }) => ({ statement: at, gone, after }));

  it('give way to those that the events needed, and only to those that it held', () => {
    expect(
      resourcesOf(
        statement('s3:*', ['arn:aws:s3:::acme-in/*', 'arn:aws:s3:::acme-out/*']),
        statement('s3:Get*', 'arn:aws:s3:::other/*'),
      ),
    ).toEqual([
      { statement: 0, gone: [0, 1], after: ['arn:aws:s3:::acme-in/in/*'] },
      { statement: 1, gone: [0], after: [] },
    ]);
  });

  it('are not told of where the events needed just these, or where an action stays on them', () => {
    expect(resourcesOf(statement('s3:GetObject', 'arn:aws:s3:::acme-in/in/*'))).toEqual([
      { statement: 0, gone: [], after: ['arn:aws:s3:::acme-in/in/*'] },
    ]);
    expect(resourcesOf(statement(['s3:GetObject', 'unheard:Of'], '*'))).toEqual([]);
  });
});
