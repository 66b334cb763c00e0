import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../src/engine/evaluation';
import { evaluate } from '../../src/engine/evaluate';
import type { Layer, Scenario } from '../../src/case/scenario';
import { statementsOf, stepOf } from '../../src/explain/facts';
import { nearestStatements } from '../../src/explain/nearest';
import { statementWords } from '../../src/explain/statements';
import { CROSS, DENIED, EXPLICIT, UNKNOWN } from './states';
import { policy, scenario } from './support';

function rows(asked: Scenario, layer: Layer): string[] {
  const evaluation: Evaluation = evaluate(asked);
  return statementsOf(stepOf(evaluation, layer)!).map((statement) => {
    const { name, word, reason } = statementWords(statement, evaluation, asked);
    return `${name} | ${word} | ${reason}`;
  });
}

describe('the statements of a layer', () => {
  it('leads with the nearest', () => {
    expect(rows(DENIED, 'boundary')).toEqual([
      'ReadArtifacts | No match | Closest statement: s3:PutObject is not one of these 2 actions',
      'Telemetry | No match | s3:PutObject is not one of these 2 actions',
      'NoBoundaryEdits | No match | s3:PutObject is not one of these 2 actions',
    ]);
    expect(rows(DENIED, 'identity')).toEqual([
      'WriteReports | Would allow | The action matches s3:PutObject',
    ]);
  });

  it('tells why a Deny applies', () => {
    expect(rows(EXPLICIT, 'scp')).toContain(
      'DenyOutsideApprovedRegions | Denies | aws:RequestedRegion is eu-north-1, not eu-west-1 or eu-central-1',
    );
  });

  it('tells whom a grant names', () => {
    expect(rows(CROSS, 'resource')).toEqual([
      'AnalyticsRead | Allows | Names the role behind the session',
      'TlsOnly | No match | aws:SecureTransport is true, not false',
    ]);
  });

  it('tells what a statement depends on', () => {
    expect(rows(UNKNOWN, 'resource')).toEqual(['OnlyThroughVpce | Not known | Depends on aws:SourceVpce']);
  });

  it('counts statements without a Sid from 1', () => {
    const statement = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
    const asked = scenario({}, { identity: [{ name: 'P', document: policy(statement, statement) }] });
    expect(rows(asked, 'identity').map((row) => row.split(' | ')[0])).toEqual(['Statement 1', 'Statement 2']);
  });

  it('puts values in place of variables', () => {
    const statement = (tag: string) => ({
      Effect: 'Allow',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringEquals: { 's3:prefix': tag } },
    });
    const asked = (tag: string) =>
      scenario(
        { context: { 's3:prefix': 'bob' } },
        { identity: [{ name: 'P', document: policy(statement(tag)) }] },
      );
    expect(rows(asked('${aws:username}'), 'identity')).toEqual([
      'Statement 1 | No match | Closest statement: s3:prefix is bob, not alice',
    ]);
    expect(rows(asked('${aws:PrincipalTag/team}'), 'identity')).toEqual([
      'Statement 1 | No match | Closest statement: aws:PrincipalTag/team has no value to compare with',
    ]);
  });
});

describe('the nearest statement', () => {
  function nearest(...statements: object[]): string | undefined {
    const asked = scenario({}, { identity: [{ name: 'P', document: policy(...statements) }] });
    return nearestStatements(asked, evaluate(asked))[0]?.statement.sid;
  }
  const allow = (Sid: string, Action: string | string[], Resource: string, more = {}) => ({
    Sid,
    Effect: 'Allow',
    Action,
    Resource,
    ...more,
  });

  it('is the one whose action matches', () => {
    expect(
      nearest(allow('Queues', 'sqs:*', '*'), allow('Objects', 's3:GetObject', 'arn:aws:s3:::other/*')),
    ).toBe('Objects');
  });

  it('then the one whose resource matches, or differs late', () => {
    const here = 'arn:aws:s3:::example-bucket/*';
    const never = { Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    expect(
      nearest(
        allow('Other', 's3:GetObject', 'arn:aws:s3:::other/*'),
        allow('Here', 's3:GetObject', here, never),
      ),
    ).toBe('Here');
    expect(
      nearest(
        allow('Other', 's3:GetObject', 'arn:aws:s3:::other/*'),
        allow('Bucket', 's3:GetObject', 'arn:aws:s3:::example-bucket'),
      ),
    ).toBe('Bucket');
  });

  it('is of the action’s service when no action matches', () => {
    expect(nearest(allow('Queues', 'sqs:*', '*'), allow('Puts', ['s3:Put*'], 'arn:aws:s3:::other/*'))).toBe(
      'Puts',
    );
    expect(nearest(allow('Puts', 's3:Put*', '*'), allow('Gets', 's3:GetObjectTagging', '*'))).toBe('Gets');
  });

  it('is never a Deny', () => {
    expect(nearest({ Sid: 'No', Effect: 'Deny', Action: 's3:Put*', Resource: '*' })).toBeUndefined();
  });

  it('is looked for only in levels that allow nothing', () => {
    const level = (target: string, statement: object) => ({
      target,
      policies: [{ name: target, document: policy(statement) }],
    });
    const asked = scenario(
      {},
      {
        scp: [level('Root', allow('Everything', '*', '*')), level('OU', allow('Compute', 'ec2:*', '*'))],
        identity: [{ name: 'P', document: policy(allow('Read', 's3:*', '*')) }],
      },
    );
    expect(nearestStatements(asked, evaluate(asked)).map(({ statement }) => statement.sid)).toEqual([
      'Compute',
    ]);
  });
});
