import { describe, expect, it } from 'vitest';
import {
  compareSimulation,
  DIFFERENCES,
  type DifferenceReason,
} from '../../src/audit/least-privilege/compare-simulation';
import type { Scenario } from '../../src/case/scenario';
import { emptyScenario } from '../../src/formats/schema';
import { readReport } from '../../src/intake/report/read';
import type { SimulationReport } from '../../src/intake/report/types';
import { ACCOUNT, allow } from './events';

const ANA = `arn:aws:iam::${ACCOUNT}:user/ana`;
const document = allow('*', { Resource: 'arn:aws:s3:::b/*' });

function answer(action: string, resource: string, decision: string, more: object = {}): SimulationReport {
  return readReport(
    JSON.stringify({
      EvaluationResults: [
        {
          EvalActionName: action,
          EvalResourceName: 'arn:${Partition}:x:::${Name}',
          EvalDecision: decision,
          ResourceSpecificResults: [{ EvalResourceName: resource, EvalResourceDecision: decision, ...more }],
        },
      ],
    }),
  ) as SimulationReport;
}

function caseOf(policies: Scenario['policies'], request: Partial<Scenario['request']> = {}): Scenario {
  return {
    ...emptyScenario(),
    request: { principal: ANA, action: 's3:GetObject', resource: '*', ...request },
    policies: { identity: [{ name: 'P', document }], ...policies },
  };
}

const deny = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }],
};
const denyOwn = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] };
const denyIf = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': 'x' } },
    },
  ],
};
const full = { name: 'FullAWSAccess', document: allow('*') };
const role = {
  principal: `arn:aws:sts::${ACCOUNT}:assumed-role/App/s`,
  role: `arn:aws:iam::${ACCOUNT}:role/App`,
};

interface Difference {
  readonly policies?: Scenario['policies'];
  readonly request?: Partial<Scenario['request']>;
  readonly action?: string;
  readonly resource?: string;
  readonly says?: string;
  readonly more?: object;
}

/** One case for each documented reason: the simulator says one thing, Verdict another. */
const CASES: Readonly<Record<DifferenceReason, Difference>> = {
  'rcp-not-simulated': { policies: { rcp: [{ target: 'Root', policies: [{ name: 'R', document: deny }] }] } },
  'endpoint-or-session-not-simulated': { policies: { endpoint: { name: 'E', document: deny } } },
  'scp-conditions': {
    policies: { scp: [{ target: 'Root', policies: [full, { name: 'S', document: denyIf }] }] },
    request: { context: { 'aws:RequestedRegion': 'eu-west-1' } },
  },
  'resource-policy-not-for-roles': { policies: { resource: { name: 'R', document: deny } }, request: role },
  'cross-account': { request: { resourceAccount: '444455556666' } },
  'missing-context': { says: 'implicitDeny', more: { MissingContextValues: ['aws:SourceIp'] } },
  'service-keys': {
    policies: {
      identity: [
        { name: 'P', document },
        { name: 'D', document: denyIf },
      ],
    },
    request: { context: { 'aws:RequestedRegion': 'eu-west-1' } },
  },
  'star-resource': {
    policies: { identity: [{ name: 'P', document: allow('sqs:ListQueues') }] },
    action: 'sqs:ListQueues',
    resource: '*',
    says: 'implicitDeny',
  },
  'service-exceptions': { policies: { identity: [{ name: 'D', document: denyOwn }] } },
  'run-instances-one-resource': {
    action: 'ec2:RunInstances',
    resource: `arn:aws:ec2:eu-west-1:${ACCOUNT}:subnet/subnet-1`,
  },
  'not-explained': { action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${ACCOUNT}:q` },
};

describe('AWS’s simulator beside Verdict', () => {
  it.each(Object.entries(CASES))('%s', (reason, given) => {
    const { policies = {}, request = {}, action = 's3:GetObject', resource = 'arn:aws:s3:::b/k' } = given;
    const report = answer(action, resource, given.says ?? 'allowed', given.more);
    const [row] = compareSimulation(caseOf(policies, request), report);
    expect(row).toMatchObject({ action, resource, aws: given.says ?? 'allowed', reason });
    expect(DIFFERENCES[reason as DifferenceReason]).toMatch(/\.$/);
  });

  it('agrees without a reason, and an open verdict is no difference', () => {
    const agreed = answer('s3:GetObject', 'arn:aws:s3:::b/k', 'allowed');
    expect(compareSimulation(caseOf({}), agreed)).toEqual([
      { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', aws: 'allowed', verdict: 'Allowed' },
    ]);
    const hidden = caseOf({ scp: 'unknown' });
    expect(
      compareSimulation(hidden, answer('s3:GetObject', 'arn:aws:s3:::b/k', 'implicitDeny')),
    ).toMatchObject([{ verdict: 'Undetermined' }]);
    expect(compareSimulation(hidden, agreed)[0]).not.toHaveProperty('reason');
  });

  it('compares every resource of the answers of 2026, and old answers by their own name', () => {
    const old = readReport(
      JSON.stringify({
        EvaluationResults: [
          { EvalActionName: 's3:GetObject', EvalResourceName: 'arn:aws:s3:::b/k', EvalDecision: 'allowed' },
          {
            EvalActionName: 's3:GetObject',
            EvalResourceName: 'arn:${Partition}:s3:::${BucketName}/${KeyName}',
            EvalDecision: 'implicitDeny',
            ResourceSpecificResults: [
              { EvalResourceName: 'arn:aws:s3:::b/k', EvalResourceDecision: 'allowed' },
              { EvalResourceName: 'arn:aws:s3:::c/k', EvalResourceDecision: 'implicitDeny' },
            ],
          },
        ],
      }),
    ) as SimulationReport;
    const rows = compareSimulation(caseOf({}), old);
    expect(rows.map(({ resource, aws }) => [resource, aws])).toEqual([
      ['arn:aws:s3:::b/k', 'allowed'],
      ['arn:aws:s3:::b/k', 'allowed'],
      ['arn:aws:s3:::c/k', 'implicitDeny'],
    ]);
    expect(rows.every(({ reason }) => reason === undefined)).toBe(true);
  });
});
