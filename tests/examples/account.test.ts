import { describe, expect, it } from 'vitest';
import { trustedFromOutside } from '../../src/audit/account/outside';
import { EXAMPLE_ACCOUNT, EXAMPLE_QUESTION } from '../../src/examples/account';
import { adminPaths, readReport, whoCan } from '../../src/index';

const reports = EXAMPLE_ACCOUNT.map(({ text }) => readReport(text));
const details = reports.find((report) => report.kind === 'account')!.account;

describe('the example of an account', () => {
  it('answers its question in every way that an account can', () => {
    const { rows } = whoCan(details, EXAMPLE_QUESTION);
    const named = (outcome: string): readonly string[] =>
      rows.filter((row) => row.outcome === outcome).map(({ principal }) => principal.name);
    expect(named('allowed')).toEqual(['ana', 'ci-deploy', 'breakglass', 'fn-admin']);
    expect(named('stoppedByLimit')).toEqual(['lee']);
    expect(named('nothingGrants')).toContain('ben');
    expect(rows).toHaveLength(11);
  });

  it('has one way to administrator, as its link says', () => {
    const { paths } = adminPaths(details);
    expect(paths.map(({ from, steps }) => [from.name, steps.at(-1)?.to])).toEqual([
      ['ci-deploy', EXAMPLE_QUESTION.resource],
    ]);
  });

  it('trusts a vendor without an external ID, and a repository by its branch', () => {
    const { trusted } = trustedFromOutside(details);
    expect(
      trusted.map(({ role, who, externalId, anySubject }) => [role.name, who, externalId, anySubject]),
    ).toEqual([
      ['github-deploy', 'token.actions.githubusercontent.com', false, false],
      ['vendor-audit', '444455556666', false, false],
    ]);
  });

  it('has a credential report that is read, and whose root user is told apart', () => {
    const report = reports.find(({ kind }) => kind === 'credentialReport')!;
    if (report.kind !== 'credentialReport') throw new Error('not read');
    expect(report.users.map(({ user }) => user)).toEqual(['ana', 'ben', 'ci-deploy', 'lee', 'legacy-export']);
    expect(report.root?.mfa).toBe(true);
  });
});
