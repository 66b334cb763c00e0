import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/intake/report/read';
import { readStruct } from '../../src/intake/report/structs';
import type { EventsReport } from '../../src/intake/report/types';

const record = {
  eventVersion: '1.11',
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/ana', userName: 'ana' },
  eventTime: '2026-11-02T08:10:00Z',
  eventSource: 'sqs.amazonaws.com',
  eventName: 'ListQueues',
  awsRegion: 'eu-west-1',
  recipientAccountId: '111122223333',
};
const text = JSON.stringify(record);

function events(report: unknown): EventsReport {
  expect(report).toMatchObject({ kind: 'events' });
  return report as EventsReport;
}

describe('the forms of CloudTrail', () => {
  const forms: Readonly<Record<string, string>> = {
    record: text,
    records: JSON.stringify({ Records: [record] }),
    'lookup-events': JSON.stringify({ Events: [{ EventName: 'x', CloudTrailEvent: text }] }),
    eventbridge: JSON.stringify({ 'detail-type': 'AWS API Call via CloudTrail', detail: record }),
    'cloudwatch-logs': JSON.stringify({ events: [{ message: text }] }),
    lake: JSON.stringify({
      QueryStatus: 'FINISHED',
      QueryResultRows: [
        [
          { eventName: 'ListQueues' },
          { eventSource: 'sqs.amazonaws.com' },
          { eventTime: '2026-11-02T08:10:00Z' },
          { userIdentity: '{type=IAMUser, arn=arn:aws:iam::111122223333:user/ana, invokedby=null}' },
        ],
      ],
    }),
    athena: JSON.stringify({
      ResultSet: {
        Rows: [
          {
            Data: [
              { VarCharValue: 'eventsource' },
              { VarCharValue: 'eventname' },
              { VarCharValue: 'useridentity.arn' },
            ],
          },
          {
            Data: [
              { VarCharValue: 'sqs.amazonaws.com' },
              { VarCharValue: 'ListQueues' },
              { VarCharValue: 'arn:aws:iam::111122223333:user/ana' },
            ],
          },
        ],
      },
    }),
    csv: `eventSource,Event Name,useridentity_arn\nsqs.amazonaws.com,ListQueues,arn:aws:iam::111122223333:user/ana\n`,
  };
  it.each(Object.entries(forms))('%s', (form, pasted) => {
    const report = events(readReport(pasted));
    expect(report.forms).toEqual([form]);
    expect(report.problems).toEqual([]);
    expect(report.events).toHaveLength(1);
    expect(report.events[0]!.record).toMatchObject({
      eventSource: 'sqs.amazonaws.com',
      eventName: 'ListQueues',
      userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/ana' },
    });
  });

  it('JSON lines, and CloudWatch Logs Insights with @message', () => {
    expect(events(readReport(`${text}\n${text}\n`)).events).toHaveLength(2);
    const insights = {
      results: [
        [
          { field: '@timestamp', value: 'x' },
          { field: '@message', value: text },
        ],
      ],
    };
    expect(events(readReport(JSON.stringify(insights))).events).toHaveLength(1);
  });

  it('reads the structs that Athena prints', () => {
    const printed =
      '{type=AssumedRole, principalid=AROA1:s, arn=arn:aws:sts::1:assumed-role/r/s, invokedby=null, sessioncontext={attributes={mfaauthenticated=false, creationdate=2026-11-02}, sessionissuer={type=Role, arn=arn:aws:iam::1:role/p/r}}}';
    expect(readStruct(printed)).toEqual({
      type: 'AssumedRole',
      principalid: 'AROA1:s',
      arn: 'arn:aws:sts::1:assumed-role/r/s',
      sessioncontext: {
        attributes: { mfaauthenticated: 'false', creationdate: '2026-11-02' },
        sessionissuer: { type: 'Role', arn: 'arn:aws:iam::1:role/p/r' },
      },
    });
    const csv = `useridentity,eventsource,eventname,resources\n"${printed}",s3.amazonaws.com,GetObject,"[{arn=arn:aws:s3:::b/k, accountid=null, type=AWS::S3::Object}, {arn=arn:aws:s3:::b, accountid=1, type=AWS::S3::Bucket}]"\n`;
    expect(events(readReport(csv)).events[0]!.record).toMatchObject({
      userIdentity: { sessionContext: { sessionIssuer: { arn: 'arn:aws:iam::1:role/p/r' } } },
      resources: [
        { ARN: 'arn:aws:s3:::b/k', type: 'AWS::S3::Object' },
        { ARN: 'arn:aws:s3:::b', accountId: '1' },
      ],
    });
  });
});

describe('bad input is told at its place', () => {
  const idOf = (pasted: string): unknown => {
    const { kind, problems } = readReport(pasted);
    return { kind, ids: problems.map(({ id, line }) => (line === undefined ? id : `${id}@${line}`)) };
  };
  it('says what is wrong', () => {
    expect(idOf('')).toEqual({ kind: 'unknown', ids: ['empty'] });
    expect(idOf('hello, world')).toEqual({ kind: 'unknown', ids: ['not-recognized'] });
    expect(idOf('{"JobId":"abc"}')).toEqual({ kind: 'unknown', ids: ['job-id-only'] });
    expect(idOf('\u0000{\u0000"')).toEqual({ kind: 'unknown', ids: ['wrong-encoding'] });
    expect(idOf('eventname,count\nGetObject,1\n')).toEqual({ kind: 'events', ids: ['missing-columns@1'] });
    expect(idOf('colour,size\nred,1\n')).toEqual({ kind: 'unknown', ids: ['missing-columns@1'] });
    expect(idOf('eventsource,eventname\ns3.amazonaws.com,GetObject\nbroken\n')).toEqual({
      kind: 'events',
      ids: ['bad-row@3'],
    });
  });

  it('keeps the whole events of a text that ends in the middle', () => {
    const cut = JSON.stringify({ Records: [record, record, record] }).slice(0, -200);
    const report = readReport(cut);
    expect(report.problems.map(({ id }) => id)).toContain('cut-off');
    expect(events(report).events.length).toBeGreaterThanOrEqual(2);
  });

  it('leaves a damaged line out and says which', () => {
    const report = readReport(`${text}\n{"eventVersion":\n${text}\n`);
    expect(report.problems).toMatchObject([{ id: 'bad-row', line: 2 }]);
    expect(events(report).events).toHaveLength(2);
  });

  it('joins pages in any order, and tells a text of another kind', () => {
    const page = (more: boolean, prefix: string): string =>
      JSON.stringify({
        JobStatus: 'COMPLETED',
        ServicesLastAccessed: [
          { ServiceName: prefix, ServiceNamespace: prefix, TotalAuthenticatedEntities: 0 },
        ],
        IsTruncated: more,
      });
    expect(readReport([page(false, 'sqs'), page(true, 's3')])).toMatchObject({
      kind: 'lastAccessed',
      truncated: false,
    });
    expect(readReport(`${page(true, 's3')}\n${page(false, 'sqs')}`)).toMatchObject({
      truncated: false,
      services: [{ prefix: 's3' }, { prefix: 'sqs' }],
    });
    expect(readReport([page(true, 's3'), text]).problems).toMatchObject([{ id: 'other-kind' }]);
  });
});
