import type { ReactElement } from 'react';
import type { AdminPaths } from '../../audit/account/paths/types';
import type { AccountOverview } from '../../audit/account/overview';
import { useAccount, type WhoState } from '../../store/account/account';
import { PlaceBand } from '../../ui/place/PlaceBand';
import { PlaceMark } from '../../ui/place/marks';
import { countsOf, nameOf, plural } from './words';

/** The answer in one sentence. A number stands where the glyph stands. */
export function AnswerBand(): ReactElement {
  const { view, who, paths, overview, share } = useAccount();
  if (overview === undefined) return <Waiting />;
  switch (view) {
    case 'who':
      return who === undefined ? <Ask overview={overview} /> : <Who who={who} overview={overview} />;
    case 'admins':
      return <Admins paths={paths} share={share} />;
    case 'outside':
      return <Outside overview={overview} />;
    case 'unused':
      return <Unused overview={overview} />;
    case 'findings':
      return <Findings overview={overview} />;
  }
}

const ID = 'account-answer';

const Number = ({ of }: { readonly of: number }): ReactElement => (
  <span className="acct-number">{of.toLocaleString('en')}</span>
);

function Waiting(): ReactElement {
  return (
    <PlaceBand id={ID} mark={<PlaceMark kind="gate" />} heading="Reading the account">
      It is read in this page, and sent nowhere.
    </PlaceBand>
  );
}

function Ask({ overview }: { readonly overview: AccountOverview }): ReactElement {
  const users = overview.principals.filter(({ kind }) => kind === 'user').length;
  return (
    <PlaceBand id={ID} mark={<PlaceMark kind="gate" />} heading="Who in the account can do what?">
      {plural(users, 'user')} and {plural(overview.principals.length - users, 'role')} are loaded. Fill in an
      action and a resource, or choose a question.
    </PlaceBand>
  );
}

function Who({
  who,
  overview,
}: {
  readonly who: WhoState;
  readonly overview: AccountOverview;
}): ReactElement {
  const counts = countsOf(who);
  const total = overview.principals.length;
  const possible =
    counts.allowedIf === 0
      ? ''
      : `. ${counts.allowedIf} more can if keys that are not known have the right value`;
  return (
    <PlaceBand
      id={ID}
      tone="plain"
      mark={<Number of={counts.allowed} />}
      heading={
        <>
          of {plural(total, 'principal')} can <code>{who.question.action}</code> on{' '}
          <code>{nameOf(who.question.resource)}</code>
          {possible}
        </>
      }
    >
      {who.done ? 'All were asked.' : `${who.rows.size} of ${total} were asked so far.`} Supposing that the
      SCPs and RCPs allow it: they are not in the file. The root user nearly always can, and is not counted.
      {who.needsResourcePolicy && <b> The resource’s own policy has a say and is not known here.</b>}
    </PlaceBand>
  );
}

function Admins({
  paths,
  share,
}: {
  readonly paths: AdminPaths | undefined;
  readonly share: number;
}): ReactElement {
  if (paths === undefined)
    return (
      <PlaceBand id={ID} mark={<PlaceMark kind="gate" />} heading="Looking for ways to become administrator">
        {Math.round(share * 100)} % of the principals were asked.
      </PlaceBand>
    );
  const able = new Set(paths.paths.map(({ from }) => from.arn)).size;
  const [cut] = paths.cuts;
  return (
    <PlaceBand
      id={ID}
      tone={able > 0 ? 'warn' : 'plain'}
      mark={<Number of={able} />}
      heading={`${able === 1 ? 'principal' : 'principals'} can become administrator, besides the ${plural(paths.admins.length, 'administrator')}`}
    >
      {able === 0
        ? 'None of the known ways is open to anybody. Ways through things that are not in the file, such as functions with a role, are not looked at.'
        : `Each step is a request that the evaluator decided. ${
            cut === undefined
              ? ''
              : `Taking statement ${cut.statement.statement + 1} out of ${cut.statement.policy} closes ${plural(cut.closes, 'way')}.`
          }`}
    </PlaceBand>
  );
}

function Outside({ overview }: { readonly overview: AccountOverview }): ReactElement {
  const roles = overview.principals.filter(({ outside }) => outside.length > 0);
  const open = roles.filter(({ outside }) =>
    outside.some(({ who, anySubject }) => who === '*' || anySubject),
  );
  return (
    <PlaceBand
      id={ID}
      tone={open.length > 0 ? 'warn' : 'plain'}
      mark={<Number of={roles.length} />}
      heading={`${roles.length === 1 ? 'role trusts' : 'roles trust'} somebody outside the account`}
    >
      {open.length === 0
        ? 'None of them trusts everybody, or every subject of an identity provider.'
        : `${plural(open.length, 'role trusts', 'roles trust')} everybody, or every subject of an identity provider.`}
    </PlaceBand>
  );
}

function Unused({ overview }: { readonly overview: AccountOverview }): ReactElement {
  const count = overview.principals.filter(({ unused }) => unused).length;
  return (
    <PlaceBand
      id={ID}
      tone="plain"
      mark={<Number of={count} />}
      heading={`${count === 1 ? 'principal was' : 'principals were'} not used lately`}
    >
      Roles for more than 90 days, as AWS tells it for 400.{' '}
      {overview.hasReport
        ? 'Passwords and keys of users for more than 45.'
        : 'Add the credential report to see the passwords and keys of users.'}
    </PlaceBand>
  );
}

function Findings({ overview }: { readonly overview: AccountOverview }): ReactElement {
  const users = overview.principals.filter(({ findings }) => findings.length > 0).length;
  const root = overview.root?.findings.length ?? 0;
  return (
    <PlaceBand
      id={ID}
      tone={users + root > 0 ? 'warn' : 'plain'}
      mark={<Number of={users + (root > 0 ? 1 : 0)} />}
      heading={
        overview.hasReport
          ? `${users + (root > 0 ? 1 : 0) === 1 ? 'user needs' : 'users need'} a step with their credentials`
          : 'The credential report was not given'
      }
    >
      {overview.hasReport
        ? 'Only what the report tells: it holds no service-specific credentials and no kind of MFA device.'
        : 'Drop it on this page: aws iam get-credential-report > credentials.json'}
    </PlaceBand>
  );
}
