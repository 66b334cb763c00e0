import { describe, expect, it } from 'vitest';
import { assumersOf, withBecoming } from '../../src/audit/account/become';
import { caseOf } from '../../src/audit/account/principal-case';
import { chainOf } from '../../src/call/chain';
import { account, allow, document, ID, named, role, user } from './build';

const of = account({
  users: [
    user('dana', { inline: [document(allow('sts:AssumeRole', named('role', 'Tooling')))] }),
    user('erin', { inline: [document(allow('sts:AssumeRole'))] }),
    user('fay'),
  ],
  roles: [
    role('Publish', {
      trust: { Principal: { AWS: named('role', 'Tooling') } },
      inline: [document(allow('s3:PutObject', 'arn:aws:s3:::site/*'))],
    }),
    role('Tooling', { trust: { Principal: { AWS: `arn:aws:iam::${ID}:root` } } }),
    role('Vendor', {
      trust: {
        Principal: { AWS: named('user', 'fay') },
        Condition: { StringEquals: { 'sts:ExternalId': 'x-1' } },
      },
    }),
  ],
});
const one = (name: string) => of.principals.find((principal) => principal.name === name)!;
const names = (roleName: string) =>
  assumersOf(of, one(roleName)).assumers.map(({ principal, open }) => [principal.name, open]);

describe('who becomes a role', () => {
  it('is who the trust policy and their own policies let in', () => {
    // The account is trusted, so its users need a policy of their own; fay has none.
    expect(names('Tooling')).toEqual([
      ['dana', false],
      ['erin', false],
    ]);
    expect(names('Publish')).toEqual([['Tooling', false]]);
  });

  it('leaves those out whom a condition keeps out, with the value that AWS only sometimes sends', () => {
    expect(names('Vendor')).toEqual([]);
    expect(assumersOf(of, one('Vendor')).more).toBe(false);
  });
});

describe('the steps to a case', () => {
  const scenario = caseOf(of, one('Publish'), {
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::site/index.html',
  });
  const made = withBecoming(of, scenario, one('Publish'), [one('Tooling'), one('dana')]);

  it('lead from the user over each role to a session of the last', () => {
    const chain = chainOf(made)!;
    expect(chain.hops.map(({ scenario: { request } }) => [request.principal, request.resource])).toEqual([
      [named('user', 'dana'), named('role', 'Tooling')],
      [`arn:aws:sts::${ID}:assumed-role/Tooling/dana`, named('role', 'Publish')],
      [`arn:aws:sts::${ID}:assumed-role/Publish/dana`, 'arn:aws:s3:::site/index.html'],
    ]);
    expect(chain.hops.map(({ broken }) => broken)).toEqual([false, false, false]);
    expect(chain.hops.map(({ evaluation }) => evaluation.decision)).toEqual([
      'Allowed',
      'Allowed',
      'Allowed',
    ]);
    expect(chain.stop).toBeUndefined();
  });

  it('keep the session that the case names, and are none without a caller before it', () => {
    const session = `arn:aws:sts::${ID}:assumed-role/Publish/night-7`;
    const known = { ...scenario, request: { ...scenario.request, principal: session } };
    expect(withBecoming(of, known, one('Publish'), [one('Tooling')]).request.principal).toBe(session);
    expect(withBecoming(of, scenario, one('Publish'), [])).toBe(scenario);
  });
});
