import { describe, expect, it } from 'vitest';
import { decide } from '../../src/engine/decide';
import type { Sayings } from '../../src/engine/decide';
import { KLEENE } from '../../src/engine/logic';
import type { Logic } from '../../src/engine/logic';
import { joinIn, sayOfStatementIn, silent, stackIn } from '../../src/engine/say';
import { sayingsOf } from '../../src/engine/verdict';
import { readWorld } from '../../src/engine/world';
import { perLayer } from '../../src/case/layers';
import type { Scenario } from '../../src/case/scenario';

/** Sets of requests, told apart by number: the simplest logic over more than one request. */
const ALL = 0b1111;
const SETS: Logic<number> = {
  yes: ALL,
  no: 0,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  not: (a) => ALL & ~a,
};

const CASE: Scenario = {
  schema: 2,
  request: {
    principal: 'arn:aws:iam::111122223333:user/ana',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports/a.txt',
  },
  policies: {
    identity: [{ name: 'Own', document: {} }],
    scp: [{ target: 'Root', policies: [] }],
  },
};

describe('the flow chart over sets of requests', () => {
  const { rules } = sayingsOf(readWorld(CASE));
  const nothing = silent(SETS);
  const sayings = (identity: number, scp: readonly number[], deny: number): Sayings<number> => ({
    logic: SETS,
    rules,
    of: {
      ...perLayer(() => nothing),
      scp: stackIn(
        SETS,
        scp.map((allow) => sayOfStatementIn(SETS, 'Allow', allow, undefined)),
      ),
      identity: joinIn(
        SETS,
        sayOfStatementIn(SETS, 'Allow', identity, undefined),
        sayOfStatementIn(SETS, 'Deny', deny, undefined),
      ),
    },
    present: {
      ...perLayer(() => false),
      scp: scp.length > 0,
      identity: true,
    },
    aclGrants: false,
    cutOff: 0,
    barred: 0,
  });

  it('grants what the identity-based policy allows and each level of SCPs lets through', () => {
    expect(decide(sayings(0b0111, [0b1110, 0b0011], 0))).toEqual({ denied: 0, granted: 0b0010 });
  });

  it('grants what the identity-based policy allows where there are no SCPs', () => {
    expect(decide(sayings(0b0111, [], 0b0100))).toEqual({ denied: 0b0100, granted: 0b0111 });
  });

  it('says of each request what the three values say of it alone', () => {
    const [identity, scp, deny] = [0b0110, 0b1100, 0b0101];
    const whole = decide(sayings(identity, [scp], deny));
    for (let at = 0; at < 4; at += 1) {
      const has = (set: number) => ((set >> at) & 1 ? ('yes' as const) : ('no' as const));
      const quiet = silent(KLEENE);
      const one = decide({
        ...sayingsOf(readWorld(CASE)),
        of: {
          ...perLayer(() => quiet),
          scp: sayOfStatementIn(KLEENE, 'Allow', has(scp), undefined),
          identity: joinIn(
            KLEENE,
            sayOfStatementIn(KLEENE, 'Allow', has(identity), undefined),
            sayOfStatementIn(KLEENE, 'Deny', has(deny), undefined),
          ),
        },
      });
      expect(one, `request ${at}`).toEqual({ denied: has(whole.denied), granted: has(whole.granted) });
    }
  });
});
