import { describe, expect, it } from 'vitest';
import { adminPaths, evaluate } from '../../src/index';
import { cutCase } from '../../src/audit/account/paths/cut-case';
import { stationCase } from '../../src/audit/account/paths/station-case';
import type { AdminPaths, Cut } from '../../src/audit/account/paths/types';
import type { Account } from '../../src/intake/account/read';
import { ADMIN, ID, account, allow, document, managed, named, role, user } from './build';

const LAMBDA = { Principal: { Service: 'lambda.amazonaws.com' } };
const START = ['lambda:CreateFunction', 'lambda:InvokeFunction'];

/** Who may pass roles to functions: one of the roles is administrator, two lead nowhere. */
function deployers(...statements: readonly (readonly object[])[]): Account {
  return account({
    users: statements.map((own, at) => user(`deploy${at}`, { inline: [document(...own)] })),
    roles: [
      role('fn-admin', { attached: [ADMIN], trust: LAMBDA }),
      role('fn-orders', { trust: LAMBDA }),
      role('fn-mail', { trust: LAMBDA }),
    ],
  });
}

const partsOf = ({ cuts }: AdminPaths, who: string): readonly unknown[] =>
  cuts
    .filter(({ holder }) => holder === named('user', who))
    .map((cut) => cut.kind === 'statement' && [cut.statement.statement, cut.part?.kind ?? 'all']);

function decisionWith(of: Account, cut: Cut, request: { action: string; resource: string }): string {
  const before = stationCase(of, cut.station)!;
  const asked = { ...before, request: { ...before.request, ...request } };
  return evaluate(cutCase(asked, cut)).decision;
}

describe('cuts that make a resource narrower', () => {
  const of = deployers([allow('iam:PassRole'), allow(START)]);
  const found = adminPaths(of);
  const cuts = found.cuts.filter(({ station }) => station.question.action === 'iam:PassRole');

  it('name the roles that lead nowhere in place of all, or leave out the one that leads to administrator', () => {
    expect(cuts.slice(0, 2).map((cut) => cut.kind === 'statement' && cut.part)).toEqual([
      { kind: 'narrowed', values: ['*'], to: [named('role', 'fn-mail'), named('role', 'fn-orders')] },
      { kind: 'except', roles: [named('role', 'fn-admin')] },
    ]);
    for (const cut of cuts.slice(0, 2)) {
      expect(cut.closes).toBe(found.paths.length);
      const pass = { action: 'iam:PassRole' };
      expect(decisionWith(of, cut, { ...pass, resource: named('role', 'fn-admin') })).toBe(
        'ImplicitlyDenied',
      );
      expect(decisionWith(of, cut, { ...pass, resource: named('role', 'fn-mail') })).toBe('Allowed');
    }
  });

  it('leave the other actions of a statement as they are', () => {
    const mixed = deployers([allow(['iam:PassRole', ...START])]);
    const [first] = adminPaths(mixed).cuts;
    expect(first).toMatchObject({ part: { kind: 'except', roles: [named('role', 'fn-admin')] } });
    expect(
      decisionWith(mixed, first!, {
        action: 'lambda:CreateFunction',
        resource: `arn:aws:lambda:eu-west-1:${ID}:function:orders`,
      }),
    ).toBe('Allowed');
  });

  it('are not offered where another statement lets the same request through', () => {
    const twice = deployers([
      allow('iam:PassRole'),
      allow('iam:PassRole', named('role', 'fn-*')),
      allow(START),
    ]);
    const parts = partsOf(adminPaths(twice), 'deploy0');
    expect(parts).toContainEqual([2, 'all']);
    expect(parts.filter((part) => JSON.stringify(part).match(/^\[[01],/))).toEqual([]);
  });

  it('do not keep a role of another account from being assumed', () => {
    const trust = { Principal: { AWS: `arn:aws:iam::${ID}:root` } };
    const assumes = account({
      users: [user('eve', { inline: [document(allow('sts:AssumeRole', 'arn:aws:iam::*:role/fn-*'))] })],
      roles: [role('fn-admin', { attached: [ADMIN], trust }), role('fn-mail', { trust })],
    });
    expect(partsOf(adminPaths(assumes), 'eve')).toEqual([[0, 'all']]);
  });
});

describe('cuts of what is started', () => {
  it('count only where nothing else of the name can be started', () => {
    const functions = (name: string): string => `arn:aws:lambda:*:${ID}:function:${name}*`;
    const twice = deployers([
      allow('iam:PassRole', named('role', 'fn-admin')),
      allow(START, functions('a')),
      allow(START, functions('b')),
    ]);
    const found = adminPaths(twice);
    expect(found.paths.length).toBeGreaterThan(0);
    // Without the functions of one name those of the other are still made.
    expect(partsOf(found, 'deploy0')).toEqual([[0, 'all']]);
  });
});

describe('a policy of the same name in two accounts', () => {
  it('is cut in each on its own', () => {
    const OTHER = '444455556666';
    const deploy = document(allow('iam:PassRole'), allow(START));
    const attached = (id: string): object => ({
      PolicyName: 'Deploy',
      PolicyArn: `arn:aws:iam::${id}:policy/Deploy`,
    });
    const admin = role('fn-admin', { attached: [ADMIN], trust: LAMBDA });
    const of = account({
      users: [
        user('ci', { attached: [attached(ID)] }),
        user('ci', { attached: [attached(OTHER)], rest: { Arn: `arn:aws:iam::${OTHER}:user/ci` } }),
      ],
      roles: [admin, { ...admin, Arn: `arn:aws:iam::${OTHER}:role/fn-admin` }],
      policies: [ID, OTHER].map((id) => managed(`arn:aws:iam::${id}:policy/Deploy`, deploy)),
    });
    const found = adminPaths(of);
    const holders = new Set(
      found.cuts.map(({ holder }) => holder).filter((holder) => holder.endsWith('policy/Deploy')),
    );
    expect(holders).toEqual(new Set([ID, OTHER].map((id) => `arn:aws:iam::${id}:policy/Deploy`)));
  });
});

describe('a Deny in an SCP', () => {
  it('closes the ways of everybody over one role, and leaves other roles alone', () => {
    const of = deployers(
      [allow('iam:PassRole'), allow(START)],
      [allow('iam:PassRole', named('role', 'fn-admin')), allow(START)],
    );
    const found = adminPaths(of);
    const scp = found.cuts.find(({ kind }) => kind === 'scp')!;
    expect(scp).toMatchObject({ action: 'iam:PassRole', resource: named('role', 'fn-admin'), holder: ID });
    expect(new Set(scp.ways.map((way) => found.paths[way]!.from.name))).toEqual(
      new Set(['deploy0', 'deploy1']),
    );
    const pass = { action: 'iam:PassRole' };
    expect(decisionWith(of, scp, { ...pass, resource: named('role', 'fn-admin') })).toBe('ExplicitlyDenied');
    expect(decisionWith(of, scp, { ...pass, resource: named('role', 'fn-mail') })).toBe('Allowed');
    // Of a thing that can have any name it would close nothing.
    expect(
      found.cuts
        .flatMap((cut) => (cut.kind === 'scp' ? [cut.action] : []))
        .filter((one) => /lambda/.test(one)),
    ).toEqual([]);
  });

  it('is added to the SCPs that were given', () => {
    const of = deployers([allow('iam:PassRole'), allow(START)]);
    const given = { name: 'OnlyHere', document: document(allow('*')) };
    const levels = [
      { target: 'root', policies: [given] },
      { target: 'account', policies: [given] },
    ];
    const scp = adminPaths(of, { scp: levels }).cuts.find(({ kind }) => kind === 'scp')!;
    const after = cutCase(stationCase(of, scp.station, levels)!, scp);
    expect(after.policies.scp).toMatchObject([
      { target: 'root', policies: [{ name: 'OnlyHere' }] },
      { target: 'account', policies: [{ name: 'OnlyHere' }, { name: 'DenyTheWay' }] },
    ]);
  });
});
