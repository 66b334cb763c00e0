import { describe, expect, it } from 'vitest';
import { preferred } from '../../src/intake/evidence/choices';
import { readPaste } from '../../src/intake/evidence/read';

const ALICE = 'arn:aws:iam::111122223333:user/alice';
const event = (eventName: string, fields: object = {}) => ({
  eventVersion: '1.09',
  eventTime: '2026-11-21T10:01:00Z',
  eventSource: 'sqs.amazonaws.com',
  eventName,
  awsRegion: 'eu-west-1',
  userIdentity: { type: 'IAMUser', arn: ALICE },
  ...fields,
});
const denied = { errorCode: 'AccessDenied' };
const shown = (text: string) =>
  readPaste(text).choices.map(({ time, action, principal, outcome }) => [time, action, principal, outcome]);

describe('several requests in one paste', () => {
  it('are listed with time, action, caller and error, in a log file, a jq list and lookup-events', () => {
    const events = [event('ReceiveMessage'), event('SendMessage', denied), event('DeleteQueue', denied)];
    const wanted = [
      ['2026-11-21T10:01:00Z', 'sqs:ReceiveMessage', ALICE, 'no error'],
      ['2026-11-21T10:01:00Z', 'sqs:SendMessage', ALICE, 'AccessDenied'],
      ['2026-11-21T10:01:00Z', 'sqs:DeleteQueue', ALICE, 'AccessDenied'],
    ];
    expect(shown(JSON.stringify({ Records: events }))).toEqual(wanted);
    expect(shown(events.map((each) => JSON.stringify(each)).join('\n'))).toEqual(wanted);
    const lookup = {
      Events: events.map((each) => ({ EventId: 'x', CloudTrailEvent: JSON.stringify(each) })),
    };
    expect(shown(JSON.stringify(lookup))).toEqual(wanted);
  });

  it('begin with the denied one, and each can be read on its own', () => {
    const text = JSON.stringify([
      event('ReceiveMessage'),
      event('SendMessage', denied),
      event('DeleteQueue'),
    ]);
    const { choices, evidence } = readPaste(text);
    expect(preferred(choices)).toBe(1);
    expect(choices[1]!.read().request).toEqual(evidence.request);
    expect(choices[2]!.read()).toMatchObject({ kind: 'cloudTrail', request: { action: 'sqs:DeleteQueue' } });
    expect(choices[2]!.read().notes.join(' ')).not.toMatch(/events are in the paste/);
    expect(preferred(readPaste(JSON.stringify([event('A'), event('B')])).choices)).toBe(0);
  });

  it('are the denials of a log, each with its layer', () => {
    const sentence = (action: string, reason: string) =>
      `ERROR User: ${ALICE} is not authorized to perform: ${action} on resource: * ${reason}`;
    const text = [
      sentence('sqs:ListQueues', 'because no identity-based policy allows the sqs:ListQueues action'),
      sentence('iam:ListUsers', 'with an explicit deny in a service control policy'),
      sentence('iam:ListUsers', 'with an explicit deny in a service control policy'),
    ].join('\n');
    const { choices } = readPaste(text);
    expect(choices.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['sqs:ListQueues', 'no Allow: identity policy'],
      ['iam:ListUsers', 'a Deny matched: SCP'],
    ]);
    expect(choices[1]!.read()).toMatchObject({ kind: 'denial', layer: 'scp', denial: 'explicit' });
  });

  it('are the results of the simulator', () => {
    const results = ['allowed', 'implicitDeny'].map((EvalDecision, at) => ({
      EvalActionName: `s3:Action${at}`,
      EvalResourceName: 'arn:aws:s3:::b',
      EvalDecision,
    }));
    const { choices } = readPaste(JSON.stringify({ EvaluationResults: results }));
    expect(choices.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['s3:Action0', 'allowed'],
      ['s3:Action1', 'implicitDeny'],
    ]);
    expect(preferred(choices)).toBe(1);
  });

  it('are no choice where there is one', () => {
    expect(readPaste(JSON.stringify(event('SendMessage', denied))).choices).toEqual([]);
    expect(readPaste('hello').choices).toEqual([]);
  });

  it('bring the policies of the paste along, whichever is chosen', () => {
    const sentences = ['sqs:A', 'sqs:B'].map(
      (action) => `User: ${ALICE} is not authorized to perform: ${action}`,
    );
    const policy = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sqs:A', Resource: '*' }],
    };
    const { choices } = readPaste(`${sentences.join('\n')}\n${JSON.stringify(policy)}`);
    expect(choices.map((choice) => choice.read().policies?.length)).toEqual([1, 1]);
  });
});
