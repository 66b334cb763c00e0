/** Chains of roles that end in different ways: the same answer in the line, in the list of the phone and in words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainOf, type Chain } from '../../../src/call/chain';
import { evaluateCall } from '../../../src/call/verdict';
import type { CaseBody, ContextValue, Policies, Scenario } from '../../../src/case/scenario';
import { drawChain } from '../../../src/explain/drawing/chain';
import { chainList } from '../../../src/explain/drawing/chain-list';
import { drawLinked } from '../../../src/explain/drawing/linked';
import { lanesOfCall } from '../../../src/explain/drawing/call-lanes';
import { LONG_ROLE, chainOfCases, linkedCase } from '../../support/chains';
import { anyScenario } from '../../engine/any';
import { drawingFaults, textsOf } from '../../support/drawing';
import { policy } from '../support';

const WIDTHS = [1440, 1024, 830];
const PHONES = [390, 340];
const DANA = 'arn:aws:iam::111122223333:user/dana';
const TOOLING = 'arn:aws:iam::222233334444:role/Tooling';
const PUBLISH = 'arn:aws:iam::444455556666:role/team/Publish';
const AS_TOOLING = 'arn:aws:sts::222233334444:assumed-role/Tooling/dana';
const AS_PUBLISH = 'arn:aws:sts::444455556666:assumed-role/Publish/dana';

const ALL = { Effect: 'Allow', Action: '*', Resource: '*' };
const identity = [{ name: 'I', document: policy(ALL) }];

type Context = Readonly<Record<string, ContextValue>>;

function trust(
  principal: string,
  condition: object = {},
  actions: unknown = ['sts:AssumeRole', 'sts:TagSession'],
) {
  const statement = { Effect: 'Allow', Principal: { AWS: principal }, Action: actions, ...condition };
  return { name: 'Trust', document: policy(statement) };
}

interface Parts {
  readonly first?: Context;
  readonly second?: Context;
  readonly firstTrust?: ReturnType<typeof trust>;
  readonly secondTrust?: ReturnType<typeof trust>;
  readonly last?: Policies;
}

/** dana → Tooling → Publish → s3:PutObject, in three accounts; what a test is about is overridden. */
function chained({ first = {}, second = {}, firstTrust, secondTrust, last }: Parts): Chain {
  const step = (principal: string, resource: string, policies: Policies, context: Context): CaseBody => ({
    request: { principal, action: 'sts:AssumeRole', resource, context },
    policies,
  });
  const asked: Scenario = {
    schema: 2,
    request: {
      principal: AS_PUBLISH,
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::site/index.html',
      resourceAccount: '444455556666',
    },
    policies: last ?? { identity },
    chain: [
      step(DANA, TOOLING, { identity, resource: firstTrust ?? trust(DANA) }, first),
      step(AS_TOOLING, PUBLISH, { identity, resource: secondTrust ?? trust(TOOLING) }, second),
    ],
  };
  return chainOf(asked)!;
}

interface Ends {
  readonly stop: number | undefined;
  readonly gate: string | undefined;
  readonly word: string;
}

/** The one end of a chain: line and list stop at the same gate and say the same word, and nothing meets anything. */
function ends(chain: Chain): Ends {
  const wide = drawChain(chain, 1440);
  const rows = chainList(chain, 390);
  const halting = rows.filter(({ drawing }) => textsOf(drawing).some((one) => one.includes('stops here')));
  expect(wide.dots.map(({ id }) => id)).toEqual(halting.map(({ id }) => `hop/${id.split('/')[0]!}`));
  expect(rows.map(({ id }) => id)).toEqual([...wide.zones.map(({ id }) => id), 'end']);
  for (const width of WIDTHS) expect(drawingFaults(drawChain(chain, width))).toEqual([]);
  for (const width of PHONES)
    expect(chainList(chain, width).flatMap(({ drawing }) => drawingFaults(drawing))).toEqual([]);
  const word = textsOf(rows.at(-1)!.drawing)[0]!;
  expect(textsOf(wide)).toContain(word);
  return { stop: chain.stop, gate: halting[0]?.id, word };
}

const key = (name: string, value: string) => ({ Condition: { StringEquals: { [name]: value } } });

describe('a chain of roles', () => {
  it('that nobody lets begin ends at the first trust policy, in another account', () => {
    const chain = chained({ firstTrust: trust('arn:aws:iam::222233334444:root') });
    expect(ends(chain)).toEqual({ stop: 0, gate: '0/resource', word: 'Denied' });
    // Both later steps only would be.
    expect(textsOf(drawChain(chain, 1440))).toEqual(expect.arrayContaining(['would be role', 'Would allow']));
    expect(drawChain(chain, 1440).label).toContain(
      'step 3, s3:PutObject by dana: not reached, would be Allowed',
    );
  });

  it('ends at the second trust policy, which names another role', () => {
    const chain = chained({ secondTrust: trust('arn:aws:iam::222233334444:role/Other') });
    expect(ends(chain)).toEqual({ stop: 1, gate: '1/resource', word: 'Denied' });
  });

  it('ends at the request itself, where the last role may not do it', () => {
    const read = policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' });
    const none = chained({ last: { identity: [{ name: 'Read', document: read }] } });
    expect(ends(none)).toEqual({ stop: 2, gate: '2/defaultDeny', word: 'Denied' });
    const deny = policy(ALL, { Effect: 'Deny', Action: 's3:Put*', Resource: '*' });
    const denied = chained({ last: { identity: [{ name: 'NoPut', document: deny }] } });
    expect(ends(denied)).toEqual({ stop: 2, gate: '2/explicitDeny', word: 'Denied' });
  });

  it('takes a tag along only as far as it is transitive', () => {
    const wanted = { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'web' } } };
    const last: Policies = { identity: [{ name: 'ByTag', document: policy({ ...ALL, ...wanted }) }] };
    const tag = { 'aws:RequestTag/team': 'web' };
    const transitive = { ...tag, 'sts:TransitiveTagKeys': ['team'] };
    expect(ends(chained({ first: transitive, last }))).toEqual({
      stop: undefined,
      gate: undefined,
      word: 'Allowed',
    });
    const lost = chained({ first: tag, last });
    // The second step has it still; the session that it makes does not.
    expect(lost.hops.map(({ carried }) => carried.includes('aws:PrincipalTag/team'))).toEqual([
      false,
      true,
      false,
    ]);
    expect(ends(lost)).toEqual({ stop: 2, gate: '2/defaultDeny', word: 'Denied' });
  });

  it('ends where a source identity is wanted that nobody set at the beginning', () => {
    const secondTrust = trust(TOOLING, key('aws:SourceIdentity', 'dana'));
    expect(ends(chained({ first: { 'sts:SourceIdentity': 'dana' }, secondTrust }))).toMatchObject({
      stop: undefined,
    });
    const chain = chained({
      first: { 'aws:SourceIdentity': [] },
      second: { 'aws:SourceIdentity': [] },
      secondTrust,
    });
    expect(ends(chain)).toEqual({ stop: 1, gate: '1/resource', word: 'Denied' });
  });

  it('fails where a role asks for more than the hour that a role gets, whatever the policies say', () => {
    const chain = chained({ second: { 'sts:DurationSeconds': '7200' } });
    expect(chain.hops.map(({ tooLong }) => tooLong)).toEqual([false, true, false]);
    expect(chain.hops[1]!.evaluation.decision).toBe('Allowed');
    expect(ends(chain)).toEqual({ stop: 1, gate: undefined, word: 'Fails' });
    expect(textsOf(drawChain(chain, 1440))).toContain('role, more than 1 h asked');
    expect(drawChain(chain, 1440).label).toContain('Allowed, but it asks for more than one hour');
    // A user gets what the role's own maximum lets, and a role gets its hour.
    expect(chained({ first: { 'sts:DurationSeconds': '7200' } }).stop).toBeUndefined();
    expect(chained({ second: { 'sts:DurationSeconds': '3600' } }).stop).toBeUndefined();
  });
});

describe('any chain and any call', () => {
  it('has labels that do not meet, and ends where its steps do', () => {
    fc.assert(
      fc.property(
        fc.array(anyScenario(true), { minLength: 2, maxLength: 4 }),
        fc.boolean(),
        (cases, isLong) => {
          const chain = chainOf(chainOfCases(cases, isLong ? LONG_ROLE : 'R'))!;
          const stop = chain.hops.findIndex(
            ({ evaluation, broken }) => broken || evaluation.decision !== 'Allowed',
          );
          expect(chain.stop ?? -1).toBe(stop);
          ends(chain);
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 12) },
    );
  });

  it('has a lane for each way, ended as its request is', () => {
    fc.assert(
      fc.property(anyScenario(true), fc.integer({ min: 1, max: 6 }), (asked, count) => {
        const call = evaluateCall(linkedCase(asked, count));
        for (const width of WIDTHS) expect(drawingFaults(drawLinked(call, width))).toEqual([]);
        const drawing = drawLinked(call, 1440);
        for (const lane of lanesOfCall(call).slice(0, 4)) {
          const own = call.parts.find(({ at }) => at === lane.at)!;
          expect(lane.decision).toBe(own.evaluation.decision);
          const stops = drawing.dots.filter(({ id }) => id === `lane/${lane.at}`).length;
          if (lane.decision !== 'Undetermined') {
            const denied = Number(lane.decision !== 'Allowed');
            expect([lane.decision, stops]).toEqual([lane.decision, denied]);
          }
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 12) },
    );
  });
});
