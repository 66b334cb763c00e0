/** Records of CloudTrail for the tests of least privilege: calls of one role. */
import { readReport } from '../../src/intake/report/read';
import type { EventsReport } from '../../src/intake/report/types';

export const ACCOUNT = '111122223333';
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/ops/Operator`;

export function event(
  service: string,
  name: string,
  requestParameters: object | null,
  more: object = {},
): object {
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Operator/s1`,
      sessionContext: { sessionIssuer: { type: 'Role', arn: ROLE } },
    },
    eventTime: '2026-11-02T08:10:00Z',
    eventSource: `${service}.amazonaws.com`,
    eventName: name,
    awsRegion: 'eu-west-1',
    eventType: 'AwsApiCall',
    recipientAccountId: ACCOUNT,
    requestParameters,
    ...more,
  };
}

export function eventsOf(...records: readonly object[]): EventsReport {
  return readReport(JSON.stringify({ Records: records })) as EventsReport;
}

export const allow = (action: string | readonly string[], more: object = {}): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: '*', ...more }],
});
