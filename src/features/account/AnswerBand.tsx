import type { ReactElement, ReactNode } from 'react';
import type { AccountOverview } from '../../audit/account/overview';
import { isAnswered, useAccount, type AccountState, type WhoState } from '../../store/account/account';
import { comparePrincipals } from '../../store/account/ask';
import { PlaceBand } from '../../ui/place/PlaceBand';
import { PlaceMark } from '../../ui/place/marks';
import { AdminBand } from './AdminBand';
import { BAND_ID, Count } from './Count';
import { ChecksBand, DetailsBand, KeysBand, OutsideBand, UnusedBand } from './FoundBands';
import type { GivenKind } from './Given';
import { countsOf, hangsOn, nameOf, plural, shortName } from './words';

interface BandProps {
  readonly state: AccountState;
  readonly overview: AccountOverview;
  readonly onGive: (kind: GivenKind) => void;
}

/** The answer in one sentence. A number stands where the glyph stands. */
export function AnswerBand({ onGive }: Pick<BandProps, 'onGive'>): ReactElement {
  const state = useAccount();
  const { overview, view } = state;
  if (overview === undefined)
    return (
      <PlaceBand id={BAND_ID} mark={<PlaceMark kind="gate" />} heading="Reading the account">
        It is read in this page, and sent nowhere.
      </PlaceBand>
    );
  if (!isAnswered(state)) return <DetailsBand />;
  const Answer = ANSWERS[view];
  return <Answer state={state} overview={overview} onGive={onGive} />;
}

const ANSWERS: Readonly<Record<AccountState['view'], (props: BandProps) => ReactElement>> = {
  who: (props) =>
    props.state.who === undefined ? <Ask {...props} /> : <Who {...props} who={props.state.who} />,
  can: Can,
  admins: AdminBand,
  outside: OutsideBand,
  unused: UnusedBand,
  findings: KeysBand,
  checks: ChecksBand,
};

function Ask({ overview }: BandProps): ReactElement {
  return (
    <PlaceBand id={BAND_ID} mark={<PlaceMark kind="gate" />} heading="Who in the account can do what?">
      {loadedWords(overview)} loaded. Fill in an action and a resource, or choose a question.
    </PlaceBand>
  );
}

function loadedWords({ principals }: AccountOverview): string {
  const users = principals.filter(({ kind }) => kind === 'user').length;
  return `${plural(users, 'user')} and ${plural(principals.length - users, 'role')} are`;
}

function Who({ who, state, overview, onGive }: BandProps & { readonly who: WhoState }): ReactElement {
  const counts = countsOf(who);
  const total = overview.principals.length;
  const hanging = [...who.rows.values()].find(({ outcome }) => outcome === 'allowedIf');
  const more =
    hanging === undefined
      ? ''
      : `. ${counts.allowedIf.toLocaleString('en')} more can if ${hangsOn(hanging.dependsOn)}`;
  const { action, resource, resourcePolicy } = who.question;
  return (
    <PlaceBand
      id={BAND_ID}
      tone="plain"
      mark={<Count of={counts.allowed} />}
      heading={
        <>
          of {plural(total, 'principal')} can <code>{action}</code> on <code>{nameOf(resource)}</code>
          {more}
        </>
      }
      side={<SideNote state={state} who={who} />}
    >
      {who.done ? 'All were asked.' : `${who.rows.size.toLocaleString('en')} were asked so far.`}
      {state.scp === undefined ? (
        <>
          {' '}
          Supposing that the SCPs and RCPs allow it: they are not in the file.
          <button className="link" onClick={() => onGive('scp')}>
            Add SCPs
          </button>
        </>
      ) : (
        ' The SCPs that you gave were asked too.'
      )}
      {resource !== '*' && resourcePolicy === undefined && (
        <>
          {who.needsResourcePolicy && <b>The resource’s own policy decides too, and is not known.</b>}
          <button className="link" onClick={() => onGive('resource')}>
            Add the resource’s policy
          </button>
        </>
      )}
    </PlaceBand>
  );
}

/** What the role that is passed or assumed is, where it matters. */
function SideNote({ who, state }: { readonly who: WhoState; readonly state: AccountState }): ReactElement {
  const { resource, action } = who.question;
  const isAdmin = state.paths?.admins.some(({ arn }) => arn === resource) === true;
  return (
    <p className="acct-side">
      {isAdmin && (
        <>
          <b>{shortName(resource)} is administrator</b>
          {action.toLowerCase() === 'iam:passrole' && ', so passing it to a service that runs code makes one'}
          .{' '}
        </>
      )}
      The root user nearly always can, and is not counted.
    </p>
  );
}

function Can({ state: { can }, overview }: BandProps): ReactElement {
  const heading = (words: ReactNode, mark: ReactElement, why: ReactNode): ReactElement => (
    <PlaceBand id={BAND_ID} tone="plain" mark={mark} heading={words}>
      {why}
    </PlaceBand>
  );
  if (can === undefined || can.can === undefined)
    return heading(
      can === undefined ? 'What can a principal do?' : `What can ${nameOf(can.arn)} do?`,
      <PlaceMark kind="gate" />,
      can === undefined ? `${loadedWords(overview)} loaded. Choose one.` : 'Every action of AWS is asked.',
    );
  const reached = can.can.services.flatMap(({ reached: own }) => own);
  const sure = reached.filter(({ reach }) => reach !== 'perhaps').length;
  const { difference, other } = can;
  const against =
    difference === undefined || other === undefined
      ? ''
      : ` ${difference.onlyOne.length.toLocaleString('en')} that ${nameOf(other)} cannot, or not on as much; ${difference.onlyOther.length.toLocaleString('en')} the other way round.`;
  return heading(
    `${sure === 1 ? 'action' : 'actions'} of ${plural(can.can.services.length, 'service')} can be done by ${nameOf(can.arn)}`,
    <Count of={sure} />,
    <>
      {plural(reached.length - sure, 'more depends', 'more depend')} on something that is not known.{against}{' '}
      What policies of resources allow besides is not in the file.
      {other !== undefined && (
        <button className="link" onClick={() => comparePrincipals(can.arn, other)}>
          Compare over all requests
        </button>
      )}
    </>,
  );
}
