import type { ReactElement } from 'react';
import { ESCALATION_PATHS } from '../../checks/escalation-paths';
import type { PrincipalFacts } from '../../audit/account/overview';
import type { AdminPath, HangingPath } from '../../audit/account/paths/types';
import { selectPrincipal, showWay, useAccount } from '../../store/account/account';
import { askCan, openDecided, openPrincipal } from '../../store/account/ask';
import { Icon } from '../../ui/Icon';
import { CopyBlock } from '../../ui/place/Source';
import { CredentialFindings, RotationPart } from './Credentials';
import { PHONE, useMediaQuery } from '../../ui/useMediaQuery';
import { GateText } from './GateText';
import { Cuts, PathWalk, WayTitle } from './PathWalk';
import { gatesOf, rolesIn, wayName } from './ways';
import { hangsOn, listWords, statementName, stopOf, STOPS, thingCommand, thingOf } from './words';

/** The chosen principal: what can be opened, its ways to become administrator, its keys and findings. */
export function PrincipalColumn(): ReactElement {
  const overview = useAccount((state) => state.overview);
  const selected = useAccount((state) => state.selected);
  const facts = [overview?.root, ...(overview?.principals ?? [])].find((one) => one?.arn === selected);
  return (
    <aside className="acct-column" aria-label="The chosen principal">
      {facts === undefined ? <Nobody /> : <Chosen key={facts.arn} facts={facts} />}
    </aside>
  );
}

/** Until somebody is chosen the root user stands here: its line comes first in a credential report. */
function Nobody(): ReactElement {
  const root = useAccount((state) => state.overview?.root);
  const hasDetails = useAccount((state) => state.overview?.hasDetails === true);
  return (
    <>
      <p className="dim">
        {hasDetails
          ? 'Choose a principal to see what decided, how it becomes administrator, and its keys.'
          : 'Choose a user to see its keys.'}
      </p>
      {root !== undefined && (
        <section>
          <h2>Root user</h2>
          <p>{signInOf(root)}</p>
          {root.rotation !== undefined && <RotationPart rotation={root.rotation} />}
          <CredentialFindings findings={root.findings} />
        </section>
      )}
    </>
  );
}

function signInOf({ row }: Pick<PrincipalFacts, 'row'>): string {
  return row?.password === true
    ? `Signs in with a password, ${row.mfa ? 'and MFA' : 'without MFA'}.`
    : 'Has no credentials, as in new member accounts: MFA does not apply.';
}

const KEPT: Readonly<Record<NonNullable<PrincipalFacts['keptBy']>, string>> = {
  service:
    'Service-linked: AWS keeps its policies and its trust, and SCPs do not bind it. It is deleted with `aws iam delete-service-linked-role`.',
  identityCenter: 'Made by IAM Identity Center, which keeps it: change the permission set instead.',
  nameOnly: 'It is named like a service-linked role and is none: its path is not /aws-service-role/.',
};

function Chosen({ facts }: { readonly facts: PrincipalFacts }): ReactElement {
  const who = useAccount((state) => state.who);
  const paths = useAccount((state) => state.paths);
  const hasDetails = useAccount((state) => state.overview?.hasDetails === true);
  const ways = paths?.paths.filter(({ from }) => from.arn === facts.arn) ?? [];
  const isAdmin = paths?.admins.some(({ arn }) => arn === facts.arn) === true;
  const answer = who?.rows.get(facts.arn);
  const question = who?.question;
  const [because] = answer?.because ?? [];
  return (
    <>
      <button className="acct-back" onClick={() => selectPrincipal(undefined)}>
        <Icon name="left" size={14} /> All principals
      </button>
      <div className="acct-column-head">
        <h2 className="cut">
          {facts.name} <span className="dim">{facts.kind}</span>
        </h2>
        {facts.kind !== 'root' && hasDetails && (
          <button className="btn" onClick={() => askCan(facts.arn)}>
            What can it do
          </button>
        )}
        {question !== undefined && facts.kind !== 'root' && (
          <button className="btn main" onClick={() => openPrincipal(facts.arn, question)}>
            Open in Case
          </button>
        )}
      </div>
      {answer !== undefined && question !== undefined && (
        <p>
          <code>{question.action}</code>:{' '}
          {answer.outcome === 'allowedIf'
            ? `allowed if ${hangsOn(answer.dependsOn)}`
            : STOPS[stopOf(answer)].name.toLowerCase()}
          {because !== undefined && (
            <>
              {' by '}
              <button className="link" onClick={() => openDecided(facts.arn)}>
                {statementName(because)}
              </button>
            </>
          )}
          .
        </p>
      )}
      {facts.kind === 'root' && <p>{signInOf(facts)} No policy of the account limits it.</p>}
      {isAdmin && (
        <p>
          <b>Administrator</b>: allowed every action of IAM on everything.
        </p>
      )}
      <Way ways={ways} />
      {paths?.hanging
        .filter(({ from }) => from.arn === facts.arn)
        .map((one) => (
          <Hanging key={one.service} path={one} />
        ))}
      {facts.keptBy !== undefined && <p>{KEPT[facts.keptBy]}</p>}
      {facts.outside.map(({ who: whom, kind, externalId, anySubject, conditions, path }) => (
        <p key={`${path} ${whom}`}>
          Trusts <code>{kind === 'organization' ? 'everybody of an organization' : whom}</code>
          {anySubject && ', whatever the subject of the token'}
          {externalId && ', with an external ID'}
          {conditions.length > 0 && `, where ${listWords(conditions)} fits`}
        </p>
      ))}
      {facts.boundary !== undefined && (
        <p>
          Permissions boundary: <code>{facts.boundary}</code>
        </p>
      )}
      {facts.unseen.length > 0 && (
        <section>
          <h3>Not in the file</h3>
          <p>
            Of {listWords(facts.unseen)} only the name is known.{' '}
            {facts.unseen.length === 1 ? 'It counts' : 'They count'} as unknown.
          </p>
          {facts.commands.slice(0, 3).map((command) => (
            <CopyBlock key={command} text={command} of={facts.name} />
          ))}
        </section>
      )}
      {facts.rotation !== undefined && facts.rotation.state !== 'none' && (
        <RotationPart rotation={facts.rotation} />
      )}
      <CredentialFindings findings={facts.findings} />
      {facts.row?.more !== undefined && <p>The report says besides: {facts.row.more}</p>}
      {facts.told.map((words) => (
        <p key={words}>{words.replaceAll('`', '')}.</p>
      ))}
    </>
  );
}

/** A way only if something that the file does not list runs with one of the roles. */
function Hanging({ path: { path, service, roles, stations } }: { readonly path: HangingPath }): ReactElement {
  const deed = ESCALATION_PATHS.find(({ name }) => name === path)?.deed ?? path;
  const keys = [...new Set(stations.flatMap((station) => station.keys))];
  const command = thingCommand(service, roles[0]!);
  return (
    <section>
      <h3>Not known: by {thingOf(service)}</h3>
      <p>
        It can {deed}
        {keys.length > 0 && `, if ${listWords(keys)} ${keys.length === 1 ? 'is' : 'are'} right`}. That makes
        it administrator only where one has the role {rolesIn(roles)}; which roles such things have is not in
        the file.
      </p>
      {command !== undefined && <CopyBlock text={command} of={path} />}
    </section>
  );
}

/** One way to administrator: drawn above the table where that is asked, else as a walk here; the gate that is looked at; how to cut it. */
function Way({ ways }: { readonly ways: readonly AdminPath[] }): ReactElement | null {
  const view = useAccount((state) => state.view);
  const at = useAccount((state) => state.way);
  const gate = useAccount((state) => state.gate);
  const paths = useAccount((state) => state.paths);
  const isPhone = useMediaQuery(PHONE);
  const way = ways[at] ?? ways[0];
  if (way === undefined) return null;
  const gates = gatesOf(way);
  const station = gate === undefined ? undefined : gates[gate];
  return (
    <section className="acct-way">
      <WayTitle way={way} />
      {(view !== 'admins' || isPhone) && <PathWalk way={way} />}
      {station !== undefined && <GateText station={station} at={gate! + 1} of={gates.length} />}
      {paths !== undefined && <Cuts way={way} paths={paths} gate={station} />}
      {ways.length > 1 && (
        <section className="acct-cuts">
          <h3>Other ways of {way.from.name}</h3>
          <ul>
            {ways.map((one, index) =>
              one === way ? null : (
                <li key={index}>
                  <span className="grow">{wayName(one)}</span>
                  <button className="link" onClick={() => showWay(index)}>
                    Show
                  </button>
                </li>
              ),
            )}
          </ul>
        </section>
      )}
    </section>
  );
}
