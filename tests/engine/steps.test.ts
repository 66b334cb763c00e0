import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Evaluation } from '../../src/engine/evaluation';
import type { Scenario } from '../../src/case/scenario';
import { ACCOUNT, ALICE, APP_ROLE, APP_SESSION, OTHER_ACCOUNT, allow, deny, policy, scenario } from './build';

const yes = policy('Yes', allow());
const no = policy('No', allow({ Action: 'ec2:*' }));
const grants = (principal: unknown) => policy('R', allow({ Principal: principal }));

/** `id:outcome`, in brackets where the request never comes to the step. */
function walkOf(given: Scenario): string[] {
  return evaluate(given).steps.map(({ id, outcome, reached }) => {
    const text = `${id}:${outcome.kind}`;
    return reached ? text : `(${text})`;
  });
}

describe('the walk in one account', () => {
  it('goes on to what is missing', () => {
    expect(walkOf(scenario({ identity: [no] }))).toEqual([
      'explicitDeny:passes',
      'scp:notInPlay',
      'rcp:notInPlay',
      'endpoint:notInPlay',
      'resource:notInPlay',
      'boundary:notInPlay',
      'session:notInPlay',
      'identity:noAllow',
      'defaultDeny:noAllow',
    ]);
  });

  it('stops where a limit lacks an Allow, and tells what the rest would do', () => {
    const given = scenario({ identity: [yes], boundary: yes, scp: [{ target: 'Root', policies: [no] }] });
    expect(walkOf(given).slice(1)).toEqual([
      'scp:noAllow',
      '(rcp:notInPlay)',
      '(endpoint:notInPlay)',
      '(resource:notInPlay)',
      '(boundary:passes)',
      '(session:notInPlay)',
      '(identity:allows)',
      '(defaultDeny:noAllow)',
    ]);
  });

  it('ends at a direct grant', () => {
    const given = scenario({ identity: [no], boundary: no, resource: grants({ AWS: ALICE }) });
    expect(walkOf(given).slice(4)).toEqual([
      'resource:allows',
      '(boundary:noAllow)',
      '(session:notInPlay)',
      '(identity:noAllow)',
      '(defaultDeny:passes)',
    ]);
  });

  it('ends behind boundary and session policy after a grant to the role', () => {
    const given = scenario(
      { boundary: yes, session: [yes], resource: grants({ AWS: APP_ROLE }) },
      { principal: APP_SESSION },
    );
    expect(walkOf(given).slice(4)).toEqual([
      'resource:allows',
      'boundary:passes',
      'session:passes',
      '(identity:noAllow)',
      '(defaultDeny:passes)',
    ]);
    expect(evaluate(given).steps.find(({ id }) => id === 'resource')?.grant).toBe('role');
  });

  it('passes on where the policy names only the account', () => {
    const given = scenario({ identity: [yes], resource: grants({ AWS: ACCOUNT }) });
    expect(walkOf(given).slice(4)).toEqual([
      'resource:passes',
      'boundary:notInPlay',
      'session:notInPlay',
      'identity:allows',
      '(defaultDeny:passes)',
    ]);
  });

  it('stops at the first gate for a Deny, wherever it stands', () => {
    const given = scenario({ identity: [yes], boundary: policy('D', allow(), deny()) });
    const walk = walkOf(given);
    expect(walk[0]).toBe('explicitDeny:denies');
    expect(walk[5]).toBe('(boundary:denies)');
    expect(walk.slice(1).every((text) => text.startsWith('('))).toBe(true);
  });

  it('goes on past what is not known', () => {
    const given = scenario({ identity: [yes], scp: 'unknown', boundary: 'unknown' });
    expect(walkOf(given)).toEqual([
      'explicitDeny:unknown',
      'scp:unknown',
      'rcp:notInPlay',
      'endpoint:notInPlay',
      'resource:notInPlay',
      'boundary:unknown',
      'session:notInPlay',
      'identity:allows',
      'defaultDeny:unknown',
    ]);
  });

  it('shows each level by itself', () => {
    const levels = [
      { target: 'Root', policies: [yes] },
      { target: 'OU', policies: [no, no] },
      { target: 'Account', policies: [policy('D', allow(), deny())] },
      { target: 'Empty', policies: [] },
    ];
    const step = evaluate(scenario({ scp: levels })).steps[1]!;
    expect(step.levels.map(({ target, outcome }) => [target, outcome.kind])).toEqual([
      ['Root', 'passes'],
      ['OU', 'noAllow'],
      ['Account', 'denies'],
      ['Empty', 'noAllow'],
    ]);
  });
});

describe('the walk across accounts', () => {
  const BOB = `arn:aws:iam::${OTHER_ACCOUNT}:user/bob`;
  const lanes = ({ steps }: Evaluation): string[] => steps.map(({ id, lane }) => `${lane}/${id}`);

  it('has a lane for each account', () => {
    const result = evaluate(
      scenario({ identity: [yes], resource: grants({ AWS: BOB }) }, { principal: BOB }),
    );
    expect(lanes(result)).toEqual([
      'both/explicitDeny',
      'caller/scp',
      'caller/endpoint',
      'caller/boundary',
      'caller/session',
      'caller/identity',
      'resource/rcp',
      'resource/resource',
      'both/defaultDeny',
    ]);
    expect(result.crossAccount).toBe(true);
    expect(result.decision).toBe('Allowed');
  });

  it('goes through one lane though the other is shut', () => {
    const given = scenario(
      { identity: [yes], boundary: no, resource: grants({ AWS: BOB }) },
      { principal: BOB },
    );
    expect(walkOf(given).slice(3)).toEqual([
      'boundary:noAllow',
      '(session:notInPlay)',
      '(identity:allows)',
      'rcp:notInPlay',
      'resource:allows',
      '(defaultDeny:noAllow)',
    ]);
  });

  it('names what is missing on both sides', () => {
    expect(evaluate(scenario({}, { principal: BOB })).missing).toEqual(['identity', 'resource']);
  });
});

describe('why a layer is not in play', () => {
  const all = {
    identity: [yes],
    boundary: yes,
    session: [yes],
    scp: [{ target: 'Root', policies: [yes] }],
    rcp: [{ target: 'Root', policies: [policy('R', allow({ Principal: '*' }))] }],
    endpoint: policy('E', allow({ Principal: '*' })),
  };
  const why = (given: Scenario): Record<string, string> =>
    Object.fromEntries(
      evaluate(given).steps.flatMap(({ id, outcome }) =>
        outcome.kind === 'notInPlay' ? [[id, outcome.why]] : [],
      ),
    );

  it.each([
    [
      { principal: `arn:aws:iam::${ACCOUNT}:root` },
      { identity: 'root', boundary: 'root', session: 'root', resource: 'noPolicy' },
    ],
    [
      { principal: 'lambda.amazonaws.com' },
      {
        identity: 'servicePrincipal',
        boundary: 'servicePrincipal',
        session: 'servicePrincipal',
        scp: 'servicePrincipal',
        endpoint: 'servicePrincipal',
      },
    ],
    [
      { principal: '*' },
      { identity: 'anonymous', boundary: 'anonymous', session: 'anonymous', scp: 'anonymous' },
    ],
    [{}, { session: 'exempt', resource: 'noPolicy' }],
    [{ action: 'sns:Publish' }, { session: 'exempt', resource: 'noPolicy', rcp: 'unsupportedService' }],
    [
      { principal: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x.amazonaws.com/X` },
      {
        boundary: 'serviceLinkedRole',
        session: 'serviceLinkedRole',
        scp: 'serviceLinkedRole',
        rcp: 'serviceLinkedRole',
        resource: 'noPolicy',
      },
    ],
  ])('%o', (request, wanted) => {
    expect(why(scenario(all, request))).toEqual(wanted);
  });

  it('for the management account', () => {
    const organization = { managementAccount: ACCOUNT };
    expect(why(scenario(all, {}, { organization }))).toMatchObject({
      scp: 'managementAccount',
      rcp: 'managementAccount',
    });
    const foreign = { principal: `arn:aws:iam::${OTHER_ACCOUNT}:user/bob` };
    const result = why(scenario(all, foreign, { organization }));
    expect(result['scp']).toBeUndefined();
    expect(result['rcp']).toBe('managementAccount');
  });
});

describe('the context as shown', () => {
  const shown = (given: Scenario): Record<string, unknown> =>
    Object.fromEntries(evaluate(given).context.map(({ key, value, origin }) => [key, [value, origin]]));

  it('derives what follows from the principal', () => {
    expect(
      shown(scenario({}, { principal: APP_SESSION, role: `arn:aws:iam::${ACCOUNT}:role/team/App` })),
    ).toMatchObject({
      'aws:PrincipalArn': [`arn:aws:iam::${ACCOUNT}:role/team/App`, 'derived'],
      'aws:PrincipalType': ['AssumedRole', 'derived'],
      'aws:PrincipalAccount': [ACCOUNT, 'derived'],
      'aws:RequestedRegion': ['us-east-1', 'derived'],
      'aws:SecureTransport': ['true', 'default'],
      'aws:ViaAWSService': ['false', 'derived'],
    });
    expect(shown(scenario({}))).toMatchObject({ 'aws:username': ['alice', 'derived'] });
    expect(shown(scenario({}, { principal: `arn:aws:iam::${ACCOUNT}:root` }))).toMatchObject({
      'aws:userid': [ACCOUNT, 'derived'],
    });
    const chain = { context: { 'aws:CalledVia': ['athena.amazonaws.com', 'glue.amazonaws.com'] } };
    expect(shown(scenario({}, chain))).toMatchObject({
      'aws:ViaAWSService': ['true', 'derived'],
      'aws:CalledViaFirst': ['athena.amazonaws.com', 'derived'],
      'aws:CalledViaLast': ['glue.amazonaws.com', 'derived'],
    });
  });

  it('lets given values win, whatever their capitals', () => {
    const context = { 'AWS:principaltype': 'User', 'aws:usernamE': null };
    expect(shown(scenario({}, { context }))).toMatchObject({
      'aws:PrincipalType': ['User', 'given'],
      'aws:username': [null, 'given'],
    });
  });

  it('knows an organization only where the scenario settles it', () => {
    const organization = { id: 'o-1' };
    const has = (given: Scenario): string[] =>
      Object.keys(shown(given)).filter((key) => key.endsWith('OrgID'));
    const foreign = { principal: `arn:aws:iam::${OTHER_ACCOUNT}:user/bob` };
    const scp = [{ target: 'Root', policies: [yes] }];
    const rcp = [{ target: 'Root', policies: [] }];
    expect(has(scenario({}, {}, { organization }))).toEqual(['aws:PrincipalOrgID', 'aws:ResourceOrgID']);
    expect(has(scenario({ scp }, foreign, { organization }))).toEqual(['aws:PrincipalOrgID']);
    expect(has(scenario({ rcp }, foreign, { organization }))).toEqual(['aws:ResourceOrgID']);
    expect(has(scenario({ scp, rcp }, foreign, { organization }))).toEqual([]);
    const managed = { organization: { id: 'o-1', managementAccount: OTHER_ACCOUNT } };
    expect(has(scenario({ scp, rcp }, foreign, managed))).toEqual(['aws:PrincipalOrgID']);
    expect(has(scenario({}, { principal: '*' }, { organization }))).toEqual([]);
  });

  it('marks keys that some policy reads, and names those that are not there', () => {
    const condition = {
      Condition: { StringEquals: { 'AWS:username': '${x:y}' }, Null: { 'aws:TAGKEYS': 'true' } },
    };
    const result = evaluate(scenario({ identity: [policy('P', allow(condition))] }));
    expect(result.context.filter(({ read }) => read).map(({ key }) => key)).toEqual(['aws:username']);
    expect(result.keysRead).toEqual(['x:y', 'aws:TagKeys']);
  });

  it('shows a time that nobody told only where it is read', () => {
    expect(shown(scenario({}))['aws:CurrentTime']).toBeUndefined();
    const timed = policy('P', allow({ Condition: { DateLessThan: { 'aws:CurrentTime': '2030' } } }));
    const result = evaluate(scenario({ identity: [timed] }));
    expect(result.decision).toBe('Undetermined');
    expect(result.dependsOn).toEqual([{ kind: 'key', key: 'aws:CurrentTime' }]);
  });
});
