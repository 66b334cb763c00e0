import type { ReactElement } from 'react';
import type { AccountOverview } from '../../audit/account/overview';
import type { AccountState } from '../../store/account/account';
import { PlaceBand } from '../../ui/place/PlaceBand';
import { PlaceMark } from '../../ui/place/marks';
import { BAND_ID, Count } from './Count';
import { isDue } from './due';
import { plural } from './words';

interface BandProps {
  readonly state: AccountState;
  readonly overview: AccountOverview;
}

/** Of a question that the credential report alone does not answer. */
export function DetailsBand(): ReactElement {
  return (
    <PlaceBand
      id={BAND_ID}
      mark={<PlaceMark kind="gate" />}
      heading="The account’s authorization details were not given"
    >
      The credential report says nothing of permissions. Drop the details on this page.
    </PlaceBand>
  );
}

export function OutsideBand({ overview }: BandProps): ReactElement {
  const roles = overview.principals.filter(({ outside }) => outside.length > 0);
  const open = roles.filter(({ outside }) =>
    outside.some(({ who, anySubject }) => who === '*' || anySubject),
  );
  return (
    <PlaceBand
      id={BAND_ID}
      tone={open.length > 0 ? 'warn' : 'plain'}
      mark={<Count of={roles.length} />}
      heading={`${roles.length === 1 ? 'role trusts' : 'roles trust'} somebody outside the account`}
    >
      {open.length === 0
        ? 'None of them trusts everybody, or every subject of an identity provider.'
        : `${plural(open.length, 'role trusts', 'roles trust')} everybody, or every subject of an identity provider.`}{' '}
      AWS’s own services are not counted.
    </PlaceBand>
  );
}

export function UnusedBand({ overview, state: { limits } }: BandProps): ReactElement {
  const count = overview.principals.filter(({ unused }) => unused).length;
  return (
    <PlaceBand
      id={BAND_ID}
      tone="plain"
      mark={<Count of={count} />}
      heading={`${count === 1 ? 'principal was' : 'principals were'} not used lately`}
    >
      {overview.hasDetails
        ? 'Roles for more than 90 days, as AWS tells it for 400.'
        : 'Roles are not in the credential report.'}{' '}
      {overview.hasReport
        ? `Passwords and keys of users for more than ${limits.unusedDays}.`
        : 'Add the credential report to see the passwords and keys of users.'}
    </PlaceBand>
  );
}

export function KeysBand({ overview }: BandProps): ReactElement {
  const { principals, root, hasReport, hasDetails, reportOf, strangers } = overview;
  const users = principals.filter(({ row }) => row !== undefined);
  const due = users.filter(isDue).length;
  const bare = users.filter(({ row }) => row?.password === true && !row.mfa).length;
  if (!hasReport)
    return (
      <PlaceBand id={BAND_ID} mark={<PlaceMark kind="gate" />} heading="The credential report was not given">
        Drop it on this page: <code>aws iam get-credential-report &gt; credentials.json</code>
      </PlaceBand>
    );
  return (
    <PlaceBand
      id={BAND_ID}
      tone={due + bare > 0 ? 'warn' : 'plain'}
      mark={<Count of={due} />}
      heading={`of ${plural(users.length, 'user')} ${due === 1 ? 'has' : 'have'} a rotation step due. ${plural(bare, 'console password')} ${bare === 1 ? 'has' : 'have'} no MFA`}
      side={
        root === undefined ? undefined : (
          <p className="acct-side">
            <b>Root user:</b>{' '}
            {root.findings.length === 0 ? 'nothing to do' : plural(root.findings.length, 'finding')}
          </p>
        )
      }
    >
      Credential report of {(reportOf ?? '').slice(0, 16).replace('T', ' ')}. It holds no key ids, no kinds of
      MFA devices and no service-specific credentials.
      {strangers.length > 0 &&
        ` ${plural(strangers.length, 'user')} of it ${strangers.length === 1 ? 'is' : 'are'} not in the account’s details: ${strangers.slice(0, 3).join(', ')}.`}
      {!hasDetails && ' Add the account’s authorization details to see who may do what.'}
    </PlaceBand>
  );
}

export function ChecksBand({ state: { checks } }: BandProps): ReactElement {
  if (checks === undefined)
    return (
      <PlaceBand id={BAND_ID} mark={<PlaceMark kind="gate" />} heading="Looking at the rules">
        AWS Config, the CIS benchmark, boundaries and delegations.
      </PlaceBand>
    );
  const broken = checks.rows.filter(({ passed }) => !passed).length;
  return (
    <PlaceBand
      id={BAND_ID}
      tone={broken > 0 ? 'warn' : 'plain'}
      mark={<Count of={broken} />}
      heading={`of ${plural(checks.rows.length, 'check')} ${broken === 1 ? 'finds' : 'find'} something`}
    >
      AWS Config’s rules with their default parameters, the CIS benchmark, boundaries and delegations, as far
      as the files decide them. {plural(checks.notTold.length, 'more needs', 'more need')} another answer of
      AWS.
    </PlaceBand>
  );
}
