import { describe, expect, it } from 'vitest';
import { adminPaths } from '../../src/index';
import { stationCase } from '../../src/audit/account/paths/station-case';
import { overviewOf } from '../../src/audit/account/overview';
import { coveredRoles, gateStatements } from '../../src/features/account/gateText';
import {
  cutNote,
  cutsOf,
  cutWords,
  deedOf,
  gatesOf,
  lastOf,
  stationName,
  waysShown,
} from '../../src/features/account/ways';
import { ADMIN, ID, account, allow, document, named, role, user } from '../audit/build';

const OF = account({
  users: [
    user('eve', { inline: [document(allow('sts:AssumeRole', `arn:aws:iam::${ID}:role/break*`))] }),
    user('idle'),
  ],
  roles: [
    role('breakglass', {
      attached: [ADMIN],
      trust: { Principal: { AWS: `arn:aws:iam::${ID}:root` } },
    }),
    role('breakfast', { trust: { Principal: { Service: 'ec2.amazonaws.com' } } }),
  ],
});

describe('a way to administrator as it is drawn', () => {
  const paths = adminPaths(OF);
  const [way] = waysShown({ paths, selected: undefined });
  const [gate] = gatesOf(way!);

  it('is that of the first who has one, until somebody is chosen', () => {
    expect(way?.from.name).toBe('eve');
    expect(waysShown({ paths, selected: named('user', 'idle') })).toEqual([]);
  });

  it('says what is done, whom it makes, and which statement cuts it', () => {
    expect([deedOf(way!), lastOf(way!)?.name, stationName(gate!)]).toEqual([
      'assume breakglass',
      'breakglass',
      'sts:AssumeRole',
    ]);
    // The trust policy names the whole account, so the user's own statement is what lets it in.
    expect(cutsOf(way!, paths).map(cutWords)).toEqual([
      'narrow role/break* in statement 1 of p0 to breakfast',
      'take statement 1 out of Trust policy of breakglass',
      'take statement 1 out of p0',
      'deny sts:AssumeRole on breakglass in an SCP',
    ]);
    expect(cutNote(cutsOf(way!, paths).at(-1)!)).toContain('closes 1 way, for everybody in the account');
  });

  it('shows the statements that let the request through, with the line that is wide', () => {
    const statements = gateStatements(stationCase(OF, gate!)!);
    const own = statements.find(({ policy }) => policy === 'p0');
    expect(own?.wide).toBe(`arn:aws:iam::${ID}:role/break*`);
    expect(own?.lines.filter(({ fits }) => fits).map(({ text }) => text.trim())).toEqual([
      `"Resource": "arn:aws:iam::${ID}:role/break*"`,
    ]);
  });

  it('counts the roles that the pattern covers', () => {
    const overview = overviewOf(OF, { now: '2026-11-30T00:00:00Z' });
    expect(
      coveredRoles(`arn:aws:iam::${ID}:role/break*`, overview, new Set([named('role', 'breakglass')])),
    ).toEqual({ roles: 2, admins: ['breakglass'] });
  });
});
